// Alert rules over a core: putting them, and what they found.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/alert_rule_id.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

namespace aandacht::test {

inline core::CoreOptions options_with_teams() {
  core::CoreOptions options;
  options.alerts.late = absl::ZeroDuration();  // What is said is judged at once.
  options.teams = core::Teams({{"zuid", {"sanne", "els"}}, {"noord", {"piet"}}});
  return options;
}

inline const core::AlertCaller kKim{"kim", "Kim", {"zuid"}, "Kim (kim)"};
inline const core::AlertCaller kBas{"bas", "Bas", {"zuid"}, "Bas (bas)"};
inline const core::AlertCaller kNoor{"noor", "Noor", {"noord"}, "Noor (noor)"};
inline const core::AlertCaller kBoss{"boss", "De baas", {"*"}, "De baas (boss)"};

inline domain::AlertRule words_rule(const std::string& id = "words", const std::string& phrase = "lawyer") {
  domain::AlertRule rule;
  rule.id = id;
  rule.name = "Takes it further";
  rule.kind = domain::AlertKind::kPhrase;
  rule.phrases = {phrase};
  rule.cooldown = absl::Minutes(10);
  return rule;
}

inline domain::AlertRule hold_rule(const std::string& id = "hold") {
  domain::AlertRule rule;
  rule.id = id;
  rule.name = "Long on hold";
  rule.kind = domain::AlertKind::kLongHold;
  rule.span = absl::Minutes(5);
  return rule;
}

class AlertHouse : public CoreHouse {
 public:
  explicit AlertHouse(core::CoreOptions options = options_with_teams()) : CoreHouse(std::move(options)) {}

  absl::StatusOr<core::SeenRule> put(const domain::AlertRule& rule, std::int64_t base = 0,
                                     const core::AlertCaller& caller = kKim, const std::string& request = "") {
    Awaited<core::SeenRule> done;
    core().alerts().put_rule(request.empty() ? next_id() : request, rule, base, caller, done.callback());
    return done.get();
  }

  absl::StatusOr<domain::Alert> settle(const std::string& id, domain::AlertStage stage,
                                       const core::AlertCaller& caller = kKim, const std::string& request = "") {
    Awaited<domain::Alert> done;
    core().alerts().settle(request.empty() ? next_id() : request, id, stage, caller, done.callback());
    return done.get();
  }

  absl::StatusOr<domain::Alert> snooze(const std::string& id, absl::Duration span,
                                       const core::AlertCaller& caller = kKim) {
    Awaited<domain::Alert> done;
    core().alerts().snooze(next_id(), id, clock().now() + span, caller, done.callback());
    return done.get();
  }

  absl::Status snooze_rule(const std::string& id, absl::Duration span, const core::AlertCaller& caller = kKim,
                           const std::string& request = "") {
    Awaited<bool> done;
    core().alerts().snooze_rule(request.empty() ? next_id() : request, id, clock().now() + span, caller,
                                done.callback());
    return done.get().status();
  }

  absl::Status remove(const std::string& id, std::int64_t base, const core::AlertCaller& caller = kKim) {
    Awaited<bool> done;
    core().alerts().delete_rule(next_id(), id, base, caller, done.callback());
    return done.get().status();
  }

  /// Who looked at what of this agent, as "WHO: WHAT".
  std::vector<std::string> looks(const std::string& agent = "sanne") {
    std::vector<std::string> told;
    const absl::Status status = store().read([&](store::Reads& reads) {
      auto page = reads.looks(agent, 100, "");
      if (page.ok()) {
        for (const domain::Look& look : page->rows) told.push_back(look.who + ": " + look.what);
      }
      return page.status();
    });
    REQUIRE(status.ok());
    return told;
  }

  /// What a trial tells at its end.
  absl::StatusOr<std::vector<domain::Alert>> tried(const domain::AlertRule& rule,
                                                   const core::AlertCaller& caller = kKim) {
    auto trial = core().alerts().try_rule(rule, 7, 100, caller);
    if (!trial.ok()) return trial.status();
    std::vector<domain::Alert> alerts;
    for (;;) {
      const auto step = (*trial)->next();
      if (!step.ok()) return step.status();
      if (!*step) return alerts;
      alerts = (*step)->alerts;
    }
  }

  std::vector<core::SeenRule> rules(const core::AlertCaller& caller = kKim) {
    auto page = core().alerts().rules(caller, 500, "");
    REQUIRE(page.ok());
    return page->rows;
  }

  /// All that are kept, in the order of their times.
  std::vector<domain::Alert> kept() {
    std::vector<domain::Alert> all;
    const absl::Status status = store().read([&](store::Reads& reads) {
      auto alerts = reads.alerts(absl::UnixEpoch(), 1000);
      if (alerts.ok()) all.assign(alerts->rbegin(), alerts->rend());
      return alerts.status();
    });
    REQUIRE(status.ok());
    return all;
  }

  /// Waits until so many are kept.
  std::vector<domain::Alert> wait_for(std::size_t count) {
    CHECK(eventually([&] { return kept().size() >= count; }));
    return kept();
  }

  /// Everything that was committed has been looked at: a marker of another rule came through.
  void settle_down() {
    const std::string mark = "mark" + std::to_string(++marks_);
    REQUIRE(put(words_rule(mark, mark), 0, kBoss).ok());
    const std::string call = "call-" + mark;
    begin_call(call, "piet");
    REQUIRE(tell(says("turn-" + mark, mark, domain::Speaker::kCustomer, call)).ok());
    REQUIRE(eventually([&] {
      const auto all = kept();
      return std::any_of(all.begin(), all.end(),
                         [&](const auto& each) { return domain::is_rule_named(each.finding.rule_id, mark); });
    }));
    REQUIRE(remove(mark, 0, kBoss).ok());
  }

  /// What was answered has been published too: the clock does not run ahead of it.
  void let_publish() {
    Awaited<core::Written> next;
    core().desks().wake("sanne", next.callback());
    REQUIRE(next.get().ok());
  }

  /// Of `rule` only, by its id or the name that it was put under.
  std::vector<domain::Alert> kept_of(const std::string& rule) {
    std::vector<domain::Alert> all = kept();
    std::erase_if(all, [&](const domain::Alert& each) { return !domain::is_rule_named(each.finding.rule_id, rule); });
    return all;
  }

 private:
  std::string next_id() { return "request-" + std::to_string(++ids_); }

  int ids_ = 0;
  int marks_ = 0;
};

}  // namespace aandacht::test
