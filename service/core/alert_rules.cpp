// What supervisors do with alert rules; declared in alerts.h.
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/alert_access.h"
#include "service/core/alerts.h"
#include "service/core/checks.h"
#include "service/core/shown_page.h"
#include "shared/domain/alert_check.h"
#include "shared/domain/alert_rule_id.h"

namespace aandacht::core {
namespace {

constexpr absl::Duration kLongestSnooze = absl::Hours(24 * 31);
constexpr const char* kNoRule = "there is no such rule; it may have been deleted";

}  // namespace

absl::StatusOr<store::Page<SeenRule>> Alerts::rules(const AlertCaller& caller, int page_size,
                                                    const std::string& page_token) const {
  if (absl::Status size = check_page_size(page_size); !size.ok()) return size;
  store::Page<SeenRule> seen;
  const absl::Status status = parts_.store.read([&](store::Reads& reads) -> absl::Status {
    auto page = shown_page<domain::AlertRule>(
        page_size, page_token, [&](const domain::AlertRule& rule) { return sees(caller, rule); },
        [&](int size, const std::string& token) { return reads.alert_rules(size, token); });
    if (!page.ok()) return page.status();
    for (domain::AlertRule& rule : page->rows) {
      const bool editable = may_change(caller, rule);
      const bool gone = is_team_gone(parts_.teams, rule);
      seen.rows.push_back({std::move(rule), editable, gone});
    }
    seen.next = page->next;
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return seen;
}

std::vector<std::string> Alerts::teams(const AlertCaller& caller) const { return led_teams(parts_.teams, caller); }

// What was done before is answered with what is stored now, and changes nothing: not the store, not the engine.
void Alerts::change_rule(const std::string& request_id, std::function<absl::StatusOr<Change>(Batch&)> work,
                         Done<domain::AlertRule> done) {
  parts_.writer.write<Change>(
      [request_id, work = std::move(work)](Batch& batch) -> absl::StatusOr<Change> {
        absl::StatusOr<Change> change = work(batch);
        if (!change.ok() || !change->written) return change;
        absl::Status status = batch.note(batch.store().save_alert_rule(change->rule));
        if (status.ok()) status = batch.note(batch.store().note_request(request_id, batch.now()));
        if (!status.ok()) return status;
        return change;
      },
      // In the writer's thread, so in the order of the commits.
      [this, done = std::move(done)](const absl::StatusOr<Change>& change) {
        if (!change.ok()) return done(change.status());
        if (change->written) replace_rule(change->rule.id, change->rule);
        done(change->rule);
      });
}

void Alerts::replace_rule(const std::string& id, std::optional<domain::AlertRule> rule) {
  {
    const std::lock_guard lock(mutex_);
    if (rule) {
      rules_[id] = *std::move(rule);
    } else {
      rules_.erase(id);
    }
  }
  use_rules();
}

// Ids that the caller cannot see are not looked at, so that no answer depends on them.
absl::StatusOr<domain::AlertRule> Alerts::rule_named(Batch& batch, const std::string& name, const AlertCaller& caller) {
  std::vector<std::string> ids{name, domain::rule_id_of(caller.id, name)};
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, rule] : rules_) {
      if (domain::is_rule_named(id, name)) ids.push_back(id);
    }
  }
  for (const std::string& id : ids) {
    absl::StatusOr<domain::AlertRule> rule = batch.store().alert_rule(id);
    if (!rule.ok() && !absl::IsNotFound(rule.status())) return batch.note(rule.status());
    if (rule.ok() && sees(caller, *rule)) return rule;
  }
  return absl::NotFoundError(kNoRule);
}

void Alerts::put_rule(const std::string& request_id, domain::AlertRule rule, std::int64_t base, AlertCaller caller,
                      Done<SeenRule> done) {
  const absl::Status status = first_failure(check_event_id("request_id", request_id),
                                            check_id("rule.id", rule.id, domain::kLongestRuleId), domain::check(rule));
  if (!status.ok()) return done(status);
  change_rule(
      request_id,
      [this, request_id, rule = std::move(rule), base, caller](Batch& batch) -> absl::StatusOr<Change> {
        const absl::StatusOr<domain::AlertRule> before = rule_named(batch, rule.id, caller);
        if (!before.ok() && !absl::IsNotFound(before.status())) return before.status();
        if (batch.knows(request_id)) {
          if (!before.ok()) return before.status();
          if (!may_change(caller, *before)) return refuse_change();
          return Change{*before, false};
        }
        if (!before.ok()) {
          if (absl::Status fits = check_id("rule.id", rule.id, domain::kLongestRuleName); !fits.ok()) return fits;
          const std::lock_guard lock(mutex_);
          if (rules_.size() >= kMostRules) {
            return absl::ResourceExhaustedError(
                absl::StrCat(kMostRules, " rules are kept already; delete one that is not needed any more"));
          }
        }
        domain::AlertRule put = rule;
        put.id = before.ok() ? before->id : domain::rule_id_of(caller.id, rule.id);
        absl::StatusOr<domain::AlertRule> after =
            put_over(before.ok() ? &*before : nullptr, std::move(put), base, caller, batch.now());
        if (!after.ok()) return after.status();
        absl::Status team = check_team(parts_.teams, caller, *after, before.ok() ? &*before : nullptr);
        if (!team.ok()) return team;
        return Change{*std::move(after)};
      },
      [this, done = std::move(done)](const absl::StatusOr<domain::AlertRule>& kept) {
        if (!kept.ok()) return done(kept.status());
        done(SeenRule{*kept, true, is_team_gone(parts_.teams, *kept)});
      });
}

void Alerts::snooze_rule(const std::string& request_id, const std::string& rule_id, absl::Time until,
                         AlertCaller caller, Done<bool> done) {
  absl::Status status =
      first_failure(check_event_id("request_id", request_id), check_id("rule_id", rule_id, domain::kLongestRuleId));
  if (status.ok() && until > parts_.clock.now() + kLongestSnooze) {
    status = absl::InvalidArgumentError("end_time is over 31 days away; turn the rule off instead");
  }
  if (!status.ok()) return done(status);
  change_rule(
      request_id,
      [this, request_id, rule_id, until, caller = std::move(caller)](Batch& batch) -> absl::StatusOr<Change> {
        absl::StatusOr<domain::AlertRule> rule = rule_named(batch, rule_id, caller);
        if (!rule.ok()) return rule.status();
        if (!may_change(caller, *rule)) return refuse_change();
        if (batch.knows(request_id)) return Change{*std::move(rule), false};
        const bool ends = until <= batch.now();
        rule->snoozed_until = ends ? absl::InfinitePast() : until;
        rule->snoozed_by = ends ? "" : caller.name;
        return Change{*std::move(rule)};
      },
      [done = std::move(done)](const absl::StatusOr<domain::AlertRule>& kept) {
        if (!kept.ok()) return done(kept.status());
        done(true);
      });
}

void Alerts::delete_rule(const std::string& request_id, const std::string& rule_id, std::int64_t base,
                         AlertCaller caller, Done<bool> done) {
  const absl::Status status =
      first_failure(check_event_id("request_id", request_id), check_id("rule_id", rule_id, domain::kLongestRuleId));
  if (!status.ok()) return done(status);
  parts_.writer.write<std::string>(
      [this, request_id, rule_id, base, caller = std::move(caller)](Batch& batch) -> absl::StatusOr<std::string> {
        if (batch.knows(request_id)) return "";
        const absl::StatusOr<domain::AlertRule> rule = rule_named(batch, rule_id, caller);
        if (!rule.ok()) return rule.status();
        if (!may_change(caller, *rule)) return refuse_change();
        if (absl::Status fits = base == 0 ? absl::OkStatus() : check_base(*rule, base); !fits.ok()) return fits;
        absl::Status written = batch.note(batch.store().remove_alert_rule(rule->id));
        if (written.ok()) written = batch.note(batch.store().note_request(request_id, batch.now()));
        if (!written.ok()) return written;
        return rule->id;
      },
      [this, done = std::move(done)](const absl::StatusOr<std::string>& gone) {
        if (!gone.ok()) return done(gone.status());
        if (!gone->empty()) replace_rule(*gone, std::nullopt);
        done(!gone->empty());
      });
}

}  // namespace aandacht::core
