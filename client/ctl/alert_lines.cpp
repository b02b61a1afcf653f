#include "client/ctl/alert_lines.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::ctl {
namespace {

std::string minutes(absl::Duration span) { return absl::FormatDuration(absl::Trunc(span, absl::Seconds(1))); }

std::string kind_word(domain::AlertKind kind) {
  switch (kind) {
    case domain::AlertKind::kNegative:
      return "negative";
    case domain::AlertKind::kLongHold:
      return "long_hold";
    case domain::AlertKind::kRepeatContact:
      return "repeat_contact";
    case domain::AlertKind::kPhrase:
      return "words";
    case domain::AlertKind::kLongCall:
      return "long_call";
    case domain::AlertKind::kLongWait:
      return "long_wait";
  }
  return "";
}

std::string feeling(double score) { return score <= domain::kVeryNegativeScore ? "very negative" : "negative"; }

std::string said_by(domain::AlertSpeaker speaker) {
  switch (speaker) {
    case domain::AlertSpeaker::kEither:
      return "somebody says";
    case domain::AlertSpeaker::kCustomer:
      return "the customer says";
    case domain::AlertSpeaker::kAgent:
      return "the agent says";
  }
  return "";
}

std::string handling(const domain::Alert& alert, absl::Time now, absl::TimeZone zone) {
  std::string text;
  if (alert.stage != domain::AlertStage::kOpen) absl::StrAppend(&text, ", ", stage_word(alert.stage));
  if (!alert.handled_by.empty() && alert.stage != domain::AlertStage::kOpen) {
    absl::StrAppend(&text, " by ", alert.handled_by);
  }
  if (alert.snoozed_until > now) {
    absl::StrAppend(&text, ", aside until ", absl::FormatTime("%H:%M", alert.snoozed_until, zone), " by ",
                    alert.snoozed_by);
  }
  if (alert.call_ended != absl::InfinitePast()) absl::StrAppend(&text, ", the call is over");
  return text.empty() ? text : absl::StrCat("  (", text.substr(2), ")");
}

}  // namespace

std::string stage_word(domain::AlertStage stage) {
  switch (stage) {
    case domain::AlertStage::kOpen:
      return "open";
    case domain::AlertStage::kSeen:
      return "seen";
    case domain::AlertStage::kDone:
      return "done";
  }
  return "";
}

std::string alert_sentence(const domain::AlertFinding& finding) {
  switch (finding.kind) {
    case domain::AlertKind::kNegative:
      return absl::StrCat("the customer was ", feeling(finding.score), " for ", finding.count,
                          finding.count == 1 ? " turn" : " turns", ": \"", finding.words, "\"");
    case domain::AlertKind::kLongHold:
      return absl::StrCat("the call is on hold for ", minutes(finding.span));
    case domain::AlertKind::kRepeatContact:
      return absl::StrCat("contact ", finding.count, " about \"", finding.about, "\" in ",
                          absl::ToInt64Hours(finding.span) / 24, " days");
    case domain::AlertKind::kPhrase:
      return absl::StrCat("\"", finding.matched, "\" was said: \"", finding.words, "\"");
    case domain::AlertKind::kLongCall:
      return absl::StrCat("the call lasts ", minutes(finding.span));
    case domain::AlertKind::kLongWait:
      return absl::StrCat("the customer waits for ", minutes(finding.span));
  }
  return "";
}

std::string alert_line(const domain::Alert& alert, absl::Time now, absl::TimeZone zone) {
  const domain::AlertFinding& finding = alert.finding;
  return absl::StrCat(absl::FormatTime("%Y-%m-%d %H:%M:%S", finding.time, zone), "  ", finding.agent_id, "  ",
                      finding.rule_name, ": ", alert_sentence(finding), handling(alert, now, zone), "  [", alert.id,
                      "]");
}

Json alert_json(const domain::Alert& alert, absl::TimeZone zone) {
  const domain::AlertFinding& finding = alert.finding;
  return {{"id", alert.id},
          {"time", moment_json(finding.time, zone)},
          {"rule", finding.rule_id},
          {"rule_name", finding.rule_name},
          {"kind", kind_word(finding.kind)},
          {"agent", finding.agent_id},
          {"call", finding.call_id},
          {"words", finding.words},
          {"matched", finding.matched},
          {"count", finding.count},
          {"score", finding.score},
          {"seconds", absl::ToInt64Seconds(finding.span)},
          {"about", finding.about},
          {"state", stage_word(alert.stage)},
          {"handled_by", alert.handled_by},
          {"handled", moment_json(alert.handled, zone)},
          {"snoozed_until", moment_json(alert.snoozed_until, zone)},
          {"snoozed_by", alert.snoozed_by},
          {"call_ended", moment_json(alert.call_ended, zone)}};
}

std::string rule_sentence(const domain::AlertRule& rule) {
  switch (rule.kind) {
    case domain::AlertKind::kNegative:
      return absl::StrCat("when the customer is ", feeling(rule.score), " for ", rule.count, " turns in a row");
    case domain::AlertKind::kLongHold:
      return absl::StrCat("when a call is on hold for longer than ", minutes(rule.span));
    case domain::AlertKind::kRepeatContact:
      return absl::StrCat("when somebody calls ", rule.count, " times about the same within ", rule.days, " days");
    case domain::AlertKind::kPhrase:
      return absl::StrCat("when ", said_by(rule.speaker), " ", absl::StrJoin(rule.phrases, ", "));
    case domain::AlertKind::kLongCall:
      return absl::StrCat("when a call lasts longer than ", minutes(rule.span));
    case domain::AlertKind::kLongWait:
      return absl::StrCat("when a call rings for longer than ", minutes(rule.span));
  }
  return "";
}

std::string rule_line(const net::SeenAlertRule& seen, absl::Time now, absl::TimeZone zone) {
  const domain::AlertRule& rule = seen.rule;
  std::string state = rule.on ? "on" : "off";
  if (rule.snoozed_until > now) {
    absl::StrAppend(&state, ", quiet until ", absl::FormatTime("%m-%d %H:%M", rule.snoozed_until, zone), " by ",
                    rule.snoozed_by);
  }
  const std::string team =
      rule.team.empty()
          ? ""
          : absl::StrCat(", team ", rule.team, seen.team_gone ? ", which does not exist: it hears nothing" : "");
  return absl::StrCat(rule.name, " (", state, team, "): ", rule_sentence(rule), "  [", rule.id, ", version ",
                      rule.version, "]");
}

Json rule_json(const net::SeenAlertRule& seen, absl::TimeZone zone) {
  const domain::AlertRule& rule = seen.rule;
  return {{"id", rule.id},
          {"name", rule.name},
          {"team", rule.team},
          {"team_gone", seen.team_gone},
          {"lang", rule.language},
          {"on", rule.on},
          {"kind", kind_word(rule.kind)},
          {"count", rule.count},
          {"score", rounded(rule.score)},
          {"seconds", absl::ToInt64Seconds(rule.span)},
          {"days", rule.days},
          {"words", rule.phrases},
          {"regex", rule.regex},
          {"cooldown_seconds", absl::ToInt64Seconds(rule.cooldown)},
          {"team_cooldown_seconds", absl::ToInt64Seconds(rule.team_cooldown)},
          {"owner", rule.owner},
          {"version", rule.version},
          {"changed", moment_json(rule.changed, zone)},
          {"changed_by", rule.changed_by},
          {"snoozed_until", moment_json(rule.snoozed_until, zone)},
          {"snoozed_by", rule.snoozed_by},
          {"editable", seen.editable}};
}

}  // namespace aandacht::ctl
