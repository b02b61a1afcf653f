#include "service/core/own_checks.h"

#include <variant>

#include "service/core/checks.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kLongestId = 128;
constexpr std::size_t kLongestCallId = 256;
constexpr int kLongestHabit = 120;

struct Checks {
  absl::Status operator()(const domain::ResetAsked& act) const {
    const bool known =
        act.length == absl::Seconds(30) || act.length == absl::Minutes(2) || act.length == absl::Minutes(10);
    return known ? absl::OkStatus() : absl::InvalidArgumentError("length must be 30 seconds, 2 or 10 minutes");
  }
  absl::Status operator()(const domain::ResetAnswered& act) const {
    return check_id("reset_id", act.reset_id, kLongestId);
  }
  absl::Status operator()(const domain::FullnessTold& act) const {
    if (act.fullness < 1 || act.fullness > 5) return absl::InvalidArgumentError("fullness must be 1 to 5");
    return check_id("reset_id", act.reset_id, kLongestId);
  }
  absl::Status operator()(const domain::SensitivitySet& act) const {
    const bool fits = act.sensitivity >= 0.5 && act.sensitivity <= 1.5;
    return fits ? absl::OkStatus() : absl::InvalidArgumentError("sensitivity must be 0.5 to 1.5");
  }
  absl::Status operator()(const domain::EnergyShared& act) const {
    const bool fits = act.span >= absl::ZeroDuration() && act.span <= absl::Hours(8);
    return fits ? absl::OkStatus() : absl::InvalidArgumentError("span must be 0 to 8 hours; 0 ends the sharing");
  }
  absl::Status operator()(const domain::HabitChosen& act) const {
    return first_failure(check_id("habit_id", act.habit_id, kLongestId),
                         check_text("after", act.after, kLongestHabit, true),
                         check_text("will", act.will, kLongestHabit, true),
                         check_text("celebrate", act.celebrate, kLongestHabit, false));
  }
  absl::Status operator()(const domain::HabitTicked& act) const {
    return act.call_id.empty() ? absl::OkStatus() : check_id("call_id", act.call_id, kLongestCallId);
  }
  absl::Status operator()(const domain::RoutineAnswered&) const { return absl::OkStatus(); }
  absl::Status operator()(const domain::HabitDropped&) const { return absl::OkStatus(); }
  absl::Status operator()(const domain::ExperienceGuessed& act) const {
    return check_id("call_id", act.call_id, kLongestCallId);
  }
  absl::Status operator()(const domain::OwnSideForgotten&) const { return absl::OkStatus(); }
};

}  // namespace

absl::Status check(const domain::OwnAct& act) { return std::visit(Checks{}, act); }

void make_presentable(domain::OwnAct& act) {
  if (auto* chosen = std::get_if<domain::HabitChosen>(&act)) {
    for (std::string* words : {&chosen->after, &chosen->will, &chosen->celebrate}) {
      *words = presentable(*words, words->size());
    }
  }
}

}  // namespace aandacht::core
