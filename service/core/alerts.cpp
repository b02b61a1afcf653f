#include "service/core/alerts.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/alert_access.h"
#include "service/core/alert_looks.h"
#include "service/core/alert_writing.h"
#include "service/core/checks.h"
#include "shared/domain/alert_check.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kLongestId = 128;
constexpr int kMostTrials = 2;
constexpr int kMostTrialDays = 90;
constexpr int kMostTrialAlerts = 500;
constexpr int kMostTold = 10000;
constexpr int kHour = 5;  // Of the night; other sweeps have the hours before.
constexpr absl::Duration kLongestCooldown = absl::Hours(24);
constexpr absl::Duration kLongestSnooze = absl::Hours(24 * 31);
constexpr absl::Duration kTryAgain = absl::Seconds(1);
constexpr absl::Duration kBetweenSteps = absl::Milliseconds(100);
constexpr const char* kStartersKept = "alerts-starters-1";  // A request of the service's own.

// A failing store breaks the batch.
template <typename Result>
absl::StatusOr<Result> noted(Batch& batch, absl::StatusOr<Result> result) {
  batch.note(result.status()).IgnoreError();
  return result;
}

absl::StatusOr<std::vector<domain::Alert>> alerts_of(Batch& batch, const std::string& call_id) {
  return noted(batch, batch.store().alerts_of_call(call_id));
}

constexpr const char* kNoAlert = "there is no such alert; it may be too old to be kept";

}  // namespace

Alerts::Alerts(Parts parts, AlertOptions options)
    : parts_(std::move(parts)),
      options_(std::move(options)),
      engine_(
          parts_.store, parts_.seats, parts_.clock,
          [&teams = parts_.teams](const std::string& agent_id) { return teams.of(agent_id); },
          {[this](std::vector<domain::AlertFinding> found) { keep(std::move(found)); },
           [this](const domain::AlertReplay::CallOver& over) { end_call(over); },
           [this](absl::Time at) { set_next(at); }},
          options_.late) {}

Alerts::~Alerts() { stop(); }

void Alerts::stop() {
  engine_.stop();
  std::vector<domain::AlertFinding> found;
  std::vector<domain::AlertReplay::CallOver> ends;
  {
    const std::lock_guard lock(mutex_);
    found.swap(unsaved_);
    ends.swap(unsaved_ends_);
  }
  if (found.empty() && ends.empty()) return;
  const absl::Status status = parts_.store.write([&](store::Transaction& transaction) -> absl::Status {
    const auto added = write_found(transaction, std::move(found));
    if (!added.ok()) return added.status();
    for (const domain::AlertReplay::CallOver& each : ends) {
      if (const auto ended = write_end(transaction, each); !ended.ok()) return ended.status();
    }
    return absl::OkStatus();
  });
  if (!status.ok()) spdlog::warn("alerts not stored, looked for again at the next start: {}", status.ToString());
}

absl::Status Alerts::load() {
  if (absl::Status status = keep_starters(); !status.ok()) return status;
  if (absl::Status status = read_rules(); !status.ok()) return status;
  const absl::Time now = parts_.clock.now();
  std::vector<domain::Alert> kept;
  const absl::Status status = parts_.store.read([&](store::Reads& reads) {
    auto alerts = reads.alerts(now - absl::Hours(24) * options_.days, kMostTold);
    if (alerts.ok()) kept = *std::move(alerts);
    return alerts.status();
  });
  if (!status.ok()) return status;
  if (absl::Status ended = end_calls_that_are_over(kept); !ended.ok()) return ended;
  for (const domain::Alert& alert : kept) {
    const bool runs = parts_.seats.find_by_call(alert.finding.call_id) != nullptr;
    if (runs || alert.finding.time + kLongestCooldown > now) told_.push_back(alert.finding);
  }
  if (kept.size() > AlertBoard::kMost) kept.resize(AlertBoard::kMost);
  board_.put(kept);
  parts_.next_sweep(now + absl::Minutes(1));
  set_next(absl::InfiniteFuture());
  use_rules();  // Last: from now on the engine says when it wants to look.
  return absl::OkStatus();
}

// Nobody tells of their ends any more.
absl::Status Alerts::end_calls_that_are_over(std::vector<domain::Alert>& alerts) {
  std::vector<domain::Alert*> over;
  for (domain::Alert& each : alerts) {
    if (each.call_ended != absl::InfinitePast()) continue;
    const std::shared_ptr<const Seat> seat = parts_.seats.find(each.finding.agent_id);
    const domain::Call* call = seat == nullptr ? nullptr : domain::find_call(seat->desk, each.finding.call_id);
    if (call == nullptr || call->state == domain::CallState::kWrapUp) over.push_back(&each);
  }
  if (over.empty()) return absl::OkStatus();
  return parts_.store.write([&](store::Transaction& transaction) -> absl::Status {
    for (domain::Alert* each : over) {
      if (absl::Status status = take_end(transaction, *each); !status.ok()) return status;
      if (each->call_ended != absl::InfinitePast()) continue;  // Another desk may have the call since.
      each->call_ended = parts_.clock.now();
      absl::Status status =
          transaction.end_call_of_alerts(each->finding.agent_id, each->finding.call_id, each->call_ended);
      if (!status.ok()) return status;
    }
    return absl::OkStatus();
  });
}

absl::Status Alerts::keep_starters() {
  if (options_.starters.empty()) return absl::OkStatus();
  return parts_.store.write([&](store::Transaction& transaction) -> absl::Status {
    const absl::StatusOr<bool> kept = transaction.knows_event(kStartersKept);
    if (!kept.ok() || *kept) return kept.status();
    for (domain::AlertRule rule : options_.starters) {
      rule.led = {"*"};
      rule.version = 1;
      rule.changed = parts_.clock.now();
      if (absl::Status status = transaction.save_alert_rule(rule); !status.ok()) return status;
    }
    return transaction.note_request(kStartersKept, parts_.clock.now());
  });
}

absl::Status Alerts::read_rules() {
  return parts_.store.read([&](store::Reads& reads) -> absl::Status {
    std::string token;
    do {
      auto page = reads.alert_rules(500, token);
      if (!page.ok()) return page.status();
      for (domain::AlertRule& rule : page->rows) {
        // Kept before words had a least cooldown.
        if (rule.kind == domain::AlertKind::kPhrase)
          rule.cooldown = std::max(rule.cooldown, domain::kLeastWordsCooldown);
        if (!domain::check(rule).ok()) {
          spdlog::warn("alert rule {} cannot be kept any more as it is and says nothing", rule.id);
          rule.on = false;
        }
        rules_[rule.id] = std::move(rule);
      }
      token = page->next;
    } while (!token.empty());
    return absl::OkStatus();
  });
}

void Alerts::use_rules() {
  std::vector<domain::AlertRule> on;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, rule] : rules_) {
      if (rule.on) on.push_back(rule);
    }
  }
  auto compiled = domain::AlertRules::create(std::move(on));
  if (compiled.ok()) return engine_.set_rules(*std::move(compiled), told_);
  spdlog::error("alert rules not taken: {}", compiled.status().ToString());
}

void Alerts::change_alert(const std::string& request_id, const std::string& alert_id, AlertCaller caller,
                          std::function<void(domain::Alert&)> change, Done<domain::Alert> done) {
  const absl::Status status =
      first_failure(check_event_id("request_id", request_id), check_id("alert_id", alert_id, kLongestId));
  if (!status.ok()) return done(status);
  parts_.writer.write<domain::Alert>(
      [this, request_id, alert_id, caller = std::move(caller),
       change = std::move(change)](Batch& batch) -> absl::StatusOr<domain::Alert> {
        absl::StatusOr<domain::Alert> alert = batch.store().alert(alert_id);
        if (absl::IsNotFound(alert.status())) return absl::NotFoundError(kNoAlert);
        if (!alert.ok()) return batch.note(alert.status());
        if (!caller.leads(parts_.teams.of(alert->finding.agent_id))) {
          return absl::NotFoundError(kNoAlert);
        }
        const bool done_before = batch.knows(request_id);
        // The answer holds the words, whether or not they were watched.
        if (!alert->finding.words.empty()) {
          const absl::CivilDay today = absl::ToCivilDay(batch.now(), parts_.zone);
          if (absl::Status noted = write_look(batch, live_look({alert->finding.agent_id}, caller.who, today));
              !noted.ok()) {
            return noted;
          }
        }
        if (done_before) return alert;
        change(*alert);
        absl::Status written = batch.note(batch.store().handle_alert(*alert));
        if (written.ok()) written = batch.note(batch.store().note_request(request_id, batch.now()));
        if (!written.ok()) return written;
        return alert;
      },
      [this, done = std::move(done)](const absl::StatusOr<domain::Alert>& alert) {
        if (alert.ok()) {
          board_.put({*alert});
          look();
        }
        done(alert);
      });
}

void Alerts::settle(const std::string& request_id, const std::string& alert_id, domain::AlertStage stage,
                    AlertCaller caller, Done<domain::Alert> done) {
  const std::string name = caller.name;
  change_alert(
      request_id, alert_id, std::move(caller),
      [stage, name, now = parts_.clock.now()](domain::Alert& alert) {
        alert.stage = stage;
        alert.handled_by = name;
        alert.handled = now;
      },
      std::move(done));
}

void Alerts::snooze(const std::string& request_id, const std::string& alert_id, absl::Time until, AlertCaller caller,
                    Done<domain::Alert> done) {
  const absl::Time now = parts_.clock.now();
  if (until > now + kLongestSnooze) {
    return done(absl::InvalidArgumentError("end_time is over 31 days away; settle the alert instead"));
  }
  const std::string name = caller.name;
  change_alert(
      request_id, alert_id, std::move(caller),
      [until, name, now](domain::Alert& alert) {
        alert.snoozed_until = until > now ? until : absl::InfinitePast();
        alert.snoozed_by = until > now ? name : "";
      },
      std::move(done));
}

absl::StatusOr<std::unique_ptr<AlertTrial>> Alerts::try_rule(domain::AlertRule rule, int days, int most_alerts,
                                                             const AlertCaller& caller) {
  if (days == 0) days = 7;
  if (days < 1 || days > kMostTrialDays) {
    return absl::InvalidArgumentError(absl::StrCat("day_count must be 1 to ", kMostTrialDays));
  }
  if (absl::Status status = domain::check(rule); !status.ok()) return status;
  if (!rule.team.empty() && !caller.leads(rule.team)) return refuse_change();
  if (absl::Status status = check_team(parts_.teams, caller, rule, nullptr); !status.ok()) return status;
  rule.led = caller.teams;
  if (trials_->fetch_add(1) >= kMostTrials) {
    trials_->fetch_sub(1);
    return absl::ResourceExhaustedError("two rules are tried at the moment; try again in a minute");
  }
  std::shared_ptr<void> seat(trials_.get(), [trials = trials_](void*) { trials->fetch_sub(1); });
  const absl::Time now = parts_.clock.now();
  const absl::CivilDay first = absl::ToCivilDay(now, parts_.zone) - (days - 1);
  const std::string id = rule.id;
  const int most = most_alerts <= 0 ? 100 : std::min(most_alerts, kMostTrialAlerts);
  return std::make_unique<AlertTrial>(
      parts_.store, std::move(rule), AlertTrial::Span{absl::FromCivil(first, parts_.zone), now, parts_.zone},
      static_cast<std::size_t>(most),
      [&teams = parts_.teams](const std::string& agent_id) { return teams.of(agent_id); },
      [&writer = parts_.writer, who = caller.who, id](std::vector<std::string> agents) {
        return note_look_first(writer, trial_look(std::move(agents), who, id));
      },
      std::move(seat));
}

std::unique_ptr<AlertWatch> Alerts::watch(const AlertCaller& caller, std::function<void()> ready) {
  AlertBoard::Viewer viewer;
  viewer.shows = [caller, &teams = parts_.teams](const domain::Alert& alert) {
    return caller.leads(teams.of(alert.finding.agent_id));
  };
  viewer.today = [&clock = parts_.clock, zone = parts_.zone] { return absl::ToCivilDay(clock.now(), zone); };
  viewer.note = [&writer = parts_.writer, who = caller.who](std::vector<std::string> agents, absl::CivilDay day,
                                                            std::function<void(bool)> done) {
    core::note_look(writer, live_look(std::move(agents), who, day),
                    [done = std::move(done)](const absl::Status& noted) {
                      if (!noted.ok()) spdlog::warn("alerts are shown without their words: {}", noted.ToString());
                      done(noted.ok());
                    });
  };
  return board_.watch(std::move(viewer), std::move(ready));
}

void Alerts::keep(std::vector<domain::AlertFinding> found) {
  parts_.writer.write<std::vector<domain::Alert>>(
      [found](Batch& batch) { return noted(batch, write_found(batch.store(), found)); },
      [this, found](const absl::StatusOr<std::vector<domain::Alert>>& added) {
        if (added.ok()) return board_.put(*added);
        spdlog::warn("alerts not stored, tried again: {}", added.status().ToString());
        {
          const std::lock_guard lock(mutex_);
          unsaved_.insert(unsaved_.end(), found.begin(), found.end());
          retry_ = parts_.clock.now() + kTryAgain;
        }
        parts_.next_look(parts_.clock.now() + kTryAgain);
      });
}

void Alerts::end_call(const domain::AlertReplay::CallOver& over) {
  parts_.writer.write<std::vector<domain::Alert>>(
      [over](Batch& batch) { return noted(batch, write_end(batch.store(), over)); },
      [this, over](const absl::StatusOr<std::vector<domain::Alert>>& alerts) {
        if (alerts.ok() && !alerts->empty()) board_.put(*alerts);
        if (alerts.ok()) return;
        {
          const std::lock_guard lock(mutex_);
          unsaved_ends_.push_back(over);
          retry_ = parts_.clock.now() + kTryAgain;
        }
        parts_.next_look(parts_.clock.now() + kTryAgain);
      });
}

void Alerts::rewrote(const std::string& call_id) {
  if (!board_.has_call(call_id)) return;
  parts_.writer.write<std::vector<domain::Alert>>([call_id](Batch& batch) { return alerts_of(batch, call_id); },
                                                  [this](const absl::StatusOr<std::vector<domain::Alert>>& alerts) {
                                                    if (alerts.ok()) board_.put(*alerts);
                                                  });
}

void Alerts::set_next(absl::Time state_wants) {
  absl::Time at = board_.bring_back(parts_.clock.now());
  {
    const std::lock_guard lock(mutex_);
    engine_next_ = state_wants;
    at = std::min({at, engine_next_, retry_});
  }
  parts_.next_look(at);
}

void Alerts::look() {
  std::vector<domain::AlertFinding> again;
  std::vector<domain::AlertReplay::CallOver> ends;
  absl::Time at = board_.bring_back(parts_.clock.now());
  {
    const std::lock_guard lock(mutex_);
    if (retry_ <= parts_.clock.now()) {
      again.swap(unsaved_);
      ends.swap(unsaved_ends_);
      retry_ = absl::InfiniteFuture();
    }
    at = std::min({at, engine_next_, retry_});
  }
  if (!again.empty()) keep(std::move(again));
  for (const domain::AlertReplay::CallOver& each : ends) end_call(each);  // After what was found of them.
  if (at > parts_.clock.now()) parts_.next_look(at);  // What is due now is the engine's to ask for again.
  engine_.look();
}

void Alerts::sweep() {
  const absl::CivilDay today = absl::ToCivilDay(parts_.clock.now(), parts_.zone);
  const absl::Time before = absl::FromCivil(today + 1 - options_.days, parts_.zone);
  parts_.writer.write<int>(
      [before, most = options_.step](Batch& batch) {
        absl::StatusOr<int> gone = batch.store().forget_alerts(before, most);
        batch.note(gone.status()).IgnoreError();
        return gone;
      },
      [this, before](const absl::StatusOr<int>& gone) {
        const absl::Time now = parts_.clock.now();
        if (!gone.ok()) {
          if (!absl::IsUnavailable(gone.status()))
            spdlog::warn("old alerts not forgotten: {}", gone.status().ToString());
          return parts_.next_sweep(now + absl::Minutes(1));
        }
        board_.forget_before(before);
        if (*gone > 0) return parts_.next_sweep(now + kBetweenSteps);
        const absl::CivilDay day = absl::ToCivilDay(now, parts_.zone);
        absl::Time next = absl::FromCivil(absl::CivilHour(day) + kHour, parts_.zone);
        if (next <= now) next = absl::FromCivil(absl::CivilHour(day + 1) + kHour, parts_.zone);
        parts_.next_sweep(next);
      });
}

}  // namespace aandacht::core
