#include "tests/ui/example_alerts.h"

#include "absl/strings/str_cat.h"

namespace aandacht::test {
namespace {

using model::AlertsData;
using model::Language;

domain::Alert alert(int number, domain::AlertKind kind, Language language) {
  const bool dutch = language == Language::kDutch;
  domain::Alert made;
  made.id = absl::StrCat("alert-", number);
  domain::AlertFinding& finding = made.finding;
  finding.kind = kind;
  finding.rule_id = "rule-1";
  finding.rule_name = dutch ? "Klant is heel negatief" : "Customer is very negative";
  finding.agent_id = number % 2 == 0 ? "sanne" : "joost";
  finding.call_id = absl::StrCat("call-", number);
  finding.time = alerts_now() - absl::Minutes(number * 3 + 1);
  finding.span = absl::Minutes(5);
  switch (kind) {
    case domain::AlertKind::kNegative:
      finding.count = 3;
      finding.score = domain::kVeryNegativeScore;
      finding.words = dutch ? "dit is de vierde keer dat ik bel en niemand doet iets"
                            : "this is the fourth time I call and nobody does anything";
      break;
    case domain::AlertKind::kPhrase:
      finding.matched = dutch ? "advocaat/jurist" : "lawyer/solicitor";
      finding.words = dutch ? "dan bel ik gewoon mijn advocaat" : "then I will just call my lawyer";
      break;
    case domain::AlertKind::kRepeatContact:
      finding.count = 4;
      finding.span = absl::Hours(24 * 18);
      finding.about = dutch ? "terugbetaling wasmachine" : "refund of the washing machine";
      break;
    case domain::AlertKind::kLongHold:
    case domain::AlertKind::kLongCall:
    case domain::AlertKind::kLongWait:
      break;
  }
  return made;
}

domain::AlertRule rule(const std::string& id, const std::string& name, domain::AlertKind kind) {
  domain::AlertRule made;
  made.id = id;
  made.name = name;
  made.kind = kind;
  made.version = 2;
  made.changed = alerts_now() - absl::Hours(20);
  made.changed_by = "Kim";
  made.owner = "Kim";
  return made;
}

std::vector<model::AlertRuleData> rules(Language language) {
  const bool dutch = language == Language::kDutch;
  std::vector<model::AlertRuleData> made = {
      {rule("rule-1", dutch ? "Klant is heel negatief" : "Customer is very negative", domain::AlertKind::kNegative),
       true},
      {rule("rule-2", dutch ? "Lang in de wacht" : "Long on hold", domain::AlertKind::kLongHold), true},
      {rule("rule-3", dutch ? "Klant zoekt het hogerop" : "Customer takes it further", domain::AlertKind::kPhrase),
       true},
      {rule("rule-4", dutch ? "Derde keer over hetzelfde" : "Third time about the same",
            domain::AlertKind::kRepeatContact),
       false}};
  made[1].rule.snoozed_until = alerts_now() + absl::Minutes(40);
  made[1].rule.snoozed_by = "Bas";
  made[2].rule.team = "retouren";
  made[2].rule.phrases = dutch ? std::vector<std::string>{"advocaat/jurist", "rechter / rechtbank",
                                                          "klacht ... indienen", "geschillencommissie", "ombudsman"}
                               : std::vector<std::string>{"lawyer/solicitor", "court", "formal complaint", "ombudsman"};
  made[3].rule.on = false;
  return made;
}

}  // namespace

AlertsData empty_alerts() {
  AlertsData data;
  data.heard = true;
  data.rules_heard = true;
  return data;
}

AlertsData typical_alerts(Language language) {
  AlertsData data = empty_alerts();
  data.rules = rules(language);
  data.teams = {"retouren", "storingen"};
  for (int i = 0; i < 6; ++i) data.alerts.push_back(alert(i, static_cast<domain::AlertKind>(i), language));
  data.alerts[1].stage = domain::AlertStage::kSeen;
  data.alerts[1].handled_by = "Bas";
  data.alerts[3].snoozed_until = alerts_now() + absl::Minutes(12);
  data.alerts[3].snoozed_by = "Kim";
  data.alerts[4].call_ended = alerts_now() - absl::Minutes(2);
  data.selected_alert = "alert-0";
  return data;
}

AlertsData full_alerts(Language language) {
  AlertsData data = typical_alerts(language);
  data.alerts.clear();
  for (int i = 0; i < 300; ++i) {
    data.alerts.push_back(alert(i, static_cast<domain::AlertKind>(i % 6), language));
    domain::AlertFinding& finding = data.alerts.back().finding;
    finding.agent_id = "annemarie.van.der.heijden-oosterhuis@klantenservice";
    finding.rule_name = "Klant is ontevreden over de terugbetalingstermijn van de arbeidsongeschiktheidsverzekering";
    if (!finding.words.empty()) finding.words = std::string(absl::StrCat(finding.words, ", ", finding.words));
  }
  data.selected_alert = "alert-3";
  data.alert_failure = absl::UnavailableError("away");
  return data;
}

AlertsData written_rule(Language language) {
  AlertsData data = typical_alerts(language);
  data.tab = model::AlertsTab::kRules;
  model::AlertDraft draft;
  draft.rule = data.rules[2].rule;
  draft.base = 2;
  draft.stage = model::AlertDraftStage::kChanged;
  data.draft = draft;
  data.trial.stage = model::AlertTrialStage::kDone;
  data.trial.of = draft.rule;
  data.trial.turns = 98'412;
  const absl::CivilDay today = absl::ToCivilDay(alerts_now(), absl::UTCTimeZone());
  const int counts[] = {2, 0, 7, 12, 3, 5, 1};
  for (int i = 0; i < 7; ++i) data.trial.days.emplace_back(today - 6 + i, counts[i]);
  for (int i = 0; i < 5; ++i) data.trial.alerts.push_back(alert(i, domain::AlertKind::kPhrase, language));
  return data;
}

AlertsData new_rule(Language language) {
  AlertsData data = typical_alerts(language);
  data.tab = model::AlertsTab::kRules;
  data.draft.emplace();
  data.draft->rule.id = "rule-new";
  return data;
}

AlertsData rule_in_conflict(Language language) {
  AlertsData data = written_rule(language);
  data.trial = {};
  data.draft->stage = model::AlertDraftStage::kConflict;
  data.draft->theirs = data.draft->rule;
  data.draft->theirs->version = 3;
  data.draft->theirs->changed_by = "Bas";
  data.draft->theirs->phrases = {"rechter"};
  data.draft->rule.phrases = {"... advocaat", "“jurist"};
  return data;
}

}  // namespace aandacht::test
