#include "client/model/alerts_model.h"

#include "absl/strings/str_cat.h"
#include "client/model/alert_words.h"
#include "client/model/alerts_parts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kTitle{"Meldingen", "Alerts"};
constexpr Bilingual kNoneWait{"niets dat wacht", "nothing waits"};
constexpr Bilingual kOneWaits{"1 wacht op je", "1 waits for you"};
constexpr Bilingual kWait{"$0 wachten op je", "$0 wait for you"};
constexpr Bilingual kTabAlerts{"Nu", "Now"};
constexpr Bilingual kTabRules{"Regels", "Rules"};
constexpr Bilingual kCaptions[] = {{"Tijd", "Time"}, {"Medewerker", "Agent"}, {"Waarom", "Why"}, {"Status", "State"}};
constexpr Bilingual kRuleCaptions[] = {{"Regel", "Rule"}, {"Team", "Team"}, {"Status", "State"}};
constexpr Bilingual kNothing{"Geen meldingen", "No alerts"};
constexpr Bilingual kNothingHelp{
    "Zodra een regel iets in een gesprek van je team ziet, staat het hier, met waarom. Wat je wilt horen stel je in "
    "onder Regels.",
    "As soon as a rule sees something in a call of your team it appears here, with why. What you want to hear of is "
    "set under Rules."};
constexpr Bilingual kListening{"Even luisteren", "Listening"};
constexpr Bilingual kListeningHelp{"De eerste meldingen worden opgehaald.", "The first alerts are being fetched."};
constexpr Bilingual kNoRules{"Nog geen regels", "No rules yet"};
constexpr Bilingual kNoRulesHelp{
    "Maak er een: je vult een zin in, en probeert hem op de gesprekken van vorige week voordat hij iets zegt.",
    "Make one: you fill in a sentence, and try it on last week's calls before it says anything."};
constexpr Bilingual kAddRule{"Nieuwe regel", "New rule"};

}  // namespace

AlertsModel make_alerts_model(const AlertsData& data, Language language, absl::Time now, absl::TimeZone zone) {
  AlertsModel model;
  const int waiting = waiting_alerts(data.alerts, now);
  model.title = kTitle.in(language);
  model.summary = waiting == 0   ? kNoneWait.in(language)
                  : waiting == 1 ? kOneWaits.in(language)
                                 : kWait.fill(language, waiting);
  model.tabs = {waiting == 0 ? kTabAlerts.in(language) : absl::StrCat(kTabAlerts.in(language), " (", waiting, ")"),
                kTabRules.in(language)};
  model.tab = data.tab;
  for (const Bilingual& each : kCaptions) model.alert_captions.emplace_back(each.in(language));
  for (const Bilingual& each : kRuleCaptions) model.rule_captions.emplace_back(each.in(language));
  add_alerts(data, language, now, zone, model);
  model.nothing_title = (data.heard ? kNothing : kListening).in(language);
  model.nothing_help = (data.heard ? kNothingHelp : kListeningHelp).in(language);
  add_rule_rows(data, language, now, zone, model);
  model.add_rule = kAddRule.in(language);
  model.rules_nothing_title = (data.rules_heard ? kNoRules : kListening).in(language);
  model.rules_nothing_help =
      !data.rules_failure.ok() ? alert_rule_failure(data.rules_failure, language) : kNoRulesHelp.in(language);
  if (data.draft) model.editor = make_alert_rule_editor(*data.draft, data.trial, data.teams, language, now, zone);
  return model;
}

}  // namespace aandacht::model
