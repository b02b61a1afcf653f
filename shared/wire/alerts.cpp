#include "shared/wire/alerts.h"

#include <limits>

#include "shared/wire/check.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

std::string field_name(domain::AlertField field) {
  switch (field) {
    case domain::AlertField::kName:
      return "name";
    case domain::AlertField::kCount:
      return "count";
    case domain::AlertField::kScore:
      return "score";
    case domain::AlertField::kSpan:
      return "span";
    case domain::AlertField::kDays:
      return "within_day_count";
    case domain::AlertField::kPhrases:
      return "phrases";
    case domain::AlertField::kCooldown:
      return "cooldown";
    case domain::AlertField::kTeamCooldown:
      return "team_cooldown";
    case domain::AlertField::kLanguage:
      return "language";
  }
  return "";
}

void set_time(absl::Time time, google::protobuf::Timestamp* (v1::AlertRule::*field)(), v1::AlertRule& message) {
  if (is_finite(time)) *(message.*field)() = to_proto(time);
}

void set_time(absl::Time time, google::protobuf::Timestamp* (v1::Alert::*field)(), v1::Alert& message) {
  if (is_finite(time)) *(message.*field)() = to_proto(time);
}

absl::Duration span_of(Check& check, const char* field, bool given, const google::protobuf::Duration& message,
                       absl::Duration otherwise) {
  return given ? check.take(field, from_proto(message)) : otherwise;
}

}  // namespace

v1::AlertRule to_proto(const domain::AlertRule& rule) {
  v1::AlertRule message;
  message.set_id(rule.id);
  message.set_name(rule.name);
  message.set_team(rule.team);
  message.set_language(rule.language);
  message.set_on(rule.on);
  message.set_kind(to_proto(rule.kind));
  message.set_count(rule.count);
  message.set_score(rule.score);
  *message.mutable_span() = to_proto(rule.span);
  message.set_within_day_count(rule.days);
  for (const std::string& phrase : rule.phrases) message.add_phrases(phrase);
  message.set_regex(rule.regex);
  message.set_speaker(to_proto(rule.speaker));
  *message.mutable_cooldown() = to_proto(rule.cooldown);
  *message.mutable_team_cooldown() = to_proto(rule.team_cooldown);
  message.set_owner(rule.owner);
  message.set_version(rule.version);
  set_time(rule.changed, &v1::AlertRule::mutable_change_time, message);
  message.set_changed_by(rule.changed_by);
  set_time(rule.snoozed_until, &v1::AlertRule::mutable_snooze_end_time, message);
  message.set_snoozed_by(rule.snoozed_by);
  return message;
}

absl::StatusOr<domain::AlertRule> from_proto(const v1::AlertRule& message) {
  Check check;
  domain::AlertRule rule;
  rule.id = message.id();
  rule.name = message.name();
  rule.team = message.team();
  rule.language = message.language();
  rule.on = message.on();
  rule.kind = check.required("kind", message.kind());
  rule.count = message.count();
  rule.score = message.score();
  rule.span = span_of(check, "span", message.has_span(), message.span(), rule.span);
  rule.days = message.within_day_count();
  rule.phrases = words(message.phrases());
  rule.regex = message.regex();
  rule.speaker = check.optional("speaker", message.speaker(), domain::AlertSpeaker::kCustomer);
  rule.cooldown = span_of(check, "cooldown", message.has_cooldown(), message.cooldown(), rule.cooldown);
  rule.team_cooldown =
      span_of(check, "team_cooldown", message.has_team_cooldown(), message.team_cooldown(), rule.team_cooldown);
  rule.owner = message.owner();
  rule.version = message.version();
  rule.changed = check.time("change_time", message.has_change_time(), message.change_time(), absl::InfinitePast());
  rule.changed_by = message.changed_by();
  rule.snoozed_until =
      check.time("snooze_end_time", message.has_snooze_end_time(), message.snooze_end_time(), absl::InfinitePast());
  rule.snoozed_by = message.snoozed_by();
  return check.result(std::move(rule));
}

v1::Alert to_proto(const domain::Alert& alert) {
  v1::Alert message;
  const domain::AlertFinding& finding = alert.finding;
  message.set_id(alert.id);
  message.set_rule_id(finding.rule_id);
  message.set_rule_name(finding.rule_name);
  message.set_kind(to_proto(finding.kind));
  message.set_agent_id(finding.agent_id);
  message.set_call_id(finding.call_id);
  *message.mutable_time() = to_proto(finding.time);
  message.set_words(finding.words);
  message.set_matched(finding.matched);
  message.set_count(finding.count);
  message.set_score(finding.score);
  *message.mutable_span() = to_proto(finding.span);
  message.set_about(finding.about);
  message.set_state(to_proto(alert.stage));
  message.set_handled_by(alert.handled_by);
  set_time(alert.handled, &v1::Alert::mutable_handle_time, message);
  set_time(alert.snoozed_until, &v1::Alert::mutable_snooze_end_time, message);
  message.set_snoozed_by(alert.snoozed_by);
  set_time(alert.call_ended, &v1::Alert::mutable_call_end_time, message);
  return message;
}

absl::StatusOr<domain::Alert> from_proto(const v1::Alert& message) {
  Check check;
  domain::Alert alert;
  domain::AlertFinding& finding = alert.finding;
  alert.id = message.id();
  finding.rule_id = message.rule_id();
  finding.rule_name = message.rule_name();
  finding.kind = check.required("kind", message.kind());
  finding.agent_id = message.agent_id();
  finding.call_id = message.call_id();
  finding.time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  finding.at = finding.time;
  finding.words = message.words();
  finding.matched = message.matched();
  finding.count = message.count();
  finding.score = message.score();
  finding.span = span_of(check, "span", message.has_span(), message.span(), absl::ZeroDuration());
  finding.about = message.about();
  alert.stage = check.required("state", message.state());
  alert.handled_by = message.handled_by();
  alert.handled = check.time("handle_time", message.has_handle_time(), message.handle_time(), absl::InfinitePast());
  alert.snoozed_until =
      check.time("snooze_end_time", message.has_snooze_end_time(), message.snooze_end_time(), absl::InfinitePast());
  alert.snoozed_by = message.snoozed_by();
  alert.call_ended =
      check.time("call_end_time", message.has_call_end_time(), message.call_end_time(), absl::InfinitePast());
  return check.result(std::move(alert));
}

v1::AlertRuleProblem to_proto(const domain::AlertProblem& problem) {
  v1::AlertRuleProblem message;
  message.set_field(field_name(problem.field));
  message.set_message(sentence(problem));
  message.set_phrase_index(problem.phrase);
  message.set_begin(static_cast<int>(problem.begin));
  message.set_end(static_cast<int>(problem.end));
  return message;
}

std::string encode(const domain::AlertRule& rule) {
  v1::AlertRule message = to_proto(rule);
  repair_text(message);
  return message.SerializeAsString();
}

absl::StatusOr<domain::AlertRule> decode_alert_rule(std::string_view bytes) {
  v1::AlertRule message;
  const bool fits = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
  if (!fits || !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return absl::InvalidArgumentError("these bytes are not an alert rule");
  }
  return from_proto(message);
}

}  // namespace aandacht::wire
