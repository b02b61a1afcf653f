#include "service/core/alert_trial.h"

#include <algorithm>
#include <set>
#include <utility>

namespace aandacht::core {
namespace {

constexpr int kPiece = 1000;                         // Events: a few milliseconds of a snapshot.
constexpr absl::Duration kBefore = absl::Hours(12);  // Calls may run when the time begins.

domain::AlertRule as_tried(domain::AlertRule rule) {
  rule.on = true;
  rule.changed = absl::InfinitePast();
  rule.snoozed_until = absl::InfinitePast();
  return rule;
}

}  // namespace

AlertTrial::AlertTrial(store::Store& store, domain::AlertRule rule, Span span, std::size_t most_alerts,
                       domain::AlertState::TeamOf team_of, Note note, std::shared_ptr<void> seat)
    : store_(store), span_(span), most_alerts_(most_alerts), note_(std::move(note)), seat_(std::move(seat)) {
  auto rules = domain::AlertRules::create({as_tried(std::move(rule))});
  failure_ = rules.status();
  if (rules.ok()) replay_.emplace(std::move(team_of), *std::move(rules));
  const absl::CivilDay last = absl::ToCivilDay(span_.until, span_.zone);
  for (absl::CivilDay day = absl::ToCivilDay(span_.from, span_.zone); day <= last; ++day) days_[day] = 0;
}

absl::Status AlertTrial::begin() {
  return store_.read([&](store::Reads& reads) {
    const absl::StatusOr<store::LogSpan> log = reads.log_span(span_.from - kBefore);
    if (log.ok()) log_ = *log;
    place_ = log_ ? log_->after : 0;
    return log.status();
  });
}

absl::StatusOr<std::optional<TrialStep>> AlertTrial::next() {
  if (!failure_.ok()) return failure_;
  if (over_) return std::optional<TrialStep>();
  if (counted_) {
    if (absl::Status status = note_words(); !status.ok()) return status;
    over_ = true;
    return std::optional<TrialStep>(last_step());
  }
  if (!log_) {
    if (absl::Status status = begin(); !status.ok()) return status;
  }
  store::LogPage page;
  const absl::Status status = store_.read([&](store::Reads& reads) {
    absl::StatusOr<store::LogPage> read = reads.log(place_, kPiece);
    if (read.ok()) page = *std::move(read);
    return read.status();
  });
  if (!status.ok()) return status;
  for (const store::LoggedEvent& each : page.events) {
    // A day that was played again from long ago, or a clock that went wrong: not of this time.
    if (each.event.time < span_.from - kBefore || each.event.time > span_.until) continue;
    turns_ += std::holds_alternative<domain::UtteranceSaid>(each.event.what) ? 1 : 0;
    replay_->take(each.agent_id, each.event);
    passed_ = std::max(passed_, each.event.time);
    take(replay_->pass(passed_).found);
  }
  place_ = page.last;
  counted_ = page.last == 0 || page.last >= log_->last;
  if (counted_) {
    take(replay_->finish(span_.until).found);
    return std::optional<TrialStep>(step(1));
  }
  const double all = static_cast<double>(std::max<std::int64_t>(log_->last - log_->after, 1));
  return std::optional<TrialStep>(step(std::min(static_cast<double>(place_ - log_->after) / all, 1.0)));
}

void AlertTrial::take(std::vector<domain::AlertFinding> found) {
  for (domain::AlertFinding& finding : found) {
    if (finding.time < span_.from || finding.time > span_.until) continue;
    ++days_[absl::ToCivilDay(finding.time, span_.zone)];
    latest_.push_back(std::move(finding));
    if (latest_.size() > most_alerts_) latest_.pop_front();
  }
}

absl::Status AlertTrial::note_words() const {
  std::set<std::string> agents;
  for (const domain::AlertFinding& finding : latest_) {
    if (!finding.words.empty()) agents.insert(finding.agent_id);
  }
  return agents.empty() ? absl::OkStatus() : note_({agents.begin(), agents.end()});
}

TrialStep AlertTrial::step(double progress) const { return {progress, {days_.begin(), days_.end()}, turns_, {}}; }

TrialStep AlertTrial::last_step() const {
  TrialStep last = step(1);
  for (auto finding = latest_.rbegin(); finding != latest_.rend(); ++finding) {
    domain::Alert alert;
    alert.id = domain::finding_id(*finding);
    alert.finding = *finding;
    last.alerts.push_back(std::move(alert));
  }
  return last;
}

}  // namespace aandacht::core
