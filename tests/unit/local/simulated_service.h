// A service of one desk in memory: refuses, knows ids and wakes the desk as the real one does.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/apply.h"
#include "tests/unit/domain/desk_fixture.h"

namespace aandacht::test {

class SimulatedService {
 public:
  explicit SimulatedService(std::string agent_id) { desk_.agent_id = std::move(agent_id); }

  /// The desk's version after the event; NOT_FOUND as the real one answers.
  absl::StatusOr<std::int64_t> take(const domain::Event& event) {
    if (taken_.count(event.id) > 0) return desk_.version;
    if (!makes_sense(event)) {
      ++refused_[event.id];
      return absl::NotFoundError("no such card, why or call");
    }
    wake(event.time);
    ++taken_[event.id];
    step(event);
    return desk_.version;
  }

  void wake(absl::Time now) {
    for (int i = 0; i < 64 && desk_.wake <= now; ++i) {
      if (!step({absl::StrCat("wake-", desk_.version), desk_.wake, domain::WokeUp{}})) return;
    }
  }

  [[nodiscard]] const domain::Desk& desk() const { return desk_; }
  [[nodiscard]] const domain::Library& library() const { return library_; }

  /// What was published since the last call.
  std::vector<domain::DeskUpdate> take_updates() { return std::move(updates_); }

  /// How often the event moved the desk on, and how often it was refused.
  [[nodiscard]] int taken(const std::string& id) const { return count(taken_, id); }
  [[nodiscard]] int refused(const std::string& id) const { return count(refused_, id); }

 private:
  static int count(const std::map<std::string, int>& counts, const std::string& id) {
    const auto found = counts.find(id);
    return found == counts.end() ? 0 : found->second;
  }

  [[nodiscard]] bool makes_sense(const domain::Event& event) const {
    if (const auto* chosen = std::get_if<domain::WhyChosen>(&event.what)) {
      return domain::find_why(library_, chosen->why_id) != nullptr;
    }
    if (const auto* given = std::get_if<domain::CardAnswerGiven>(&event.what)) {
      return shown_.count(given->card_id) > 0;
    }
    if (const auto* finished = std::get_if<domain::WrapUpFinished>(&event.what)) {
      const domain::Call* call = domain::find_call(desk_, finished->call_id);
      return call != nullptr && call->state == domain::CallState::kWrapUp;
    }
    return true;
  }

  bool step(const domain::Event& event) {
    domain::Outcome outcome = domain::apply(desk_, event, library_, event.time);
    if (outcome.changes.empty()) return false;
    desk_ = std::move(outcome.desk);
    if (desk_.card) shown_.insert(desk_.card->id);
    updates_.push_back({desk_.version, desk_.time, event.id, std::move(outcome.changes)});
    return true;
  }

  const domain::Library library_ = domain::small_library();
  domain::Desk desk_;
  std::set<std::string> shown_;
  std::map<std::string, int> taken_;
  std::map<std::string, int> refused_;
  std::vector<domain::DeskUpdate> updates_;
};

}  // namespace aandacht::test
