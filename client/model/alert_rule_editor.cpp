// The rule that is written: its blanks, its team, what is wrong, and what can be done.
#include <algorithm>

#include "client/model/alert_times.h"
#include "client/model/alert_words.h"
#include "client/model/alerts_parts.h"
#include "client/model/bilingual.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kNewTitle{"Nieuwe regel", "New rule"};
constexpr Bilingual kName{"Naam", "Name"};
constexpr Bilingual kNameHint{"waaraan je hem herkent", "how you will know it"};
constexpr Bilingual kWhen{"Laat het me weten als", "Tell me when"};
constexpr Bilingual kWords{"Woorden en zinnen, elk op een regel", "Words and phrases, a line each"};
constexpr Bilingual kWordsHint{"advocaat/jurist", "lawyer/solicitor"};
constexpr Bilingual kWordsHelp{
    "a/b: een van beide. opzeg*: elk einde. wil … opzeggen: hoogstens vier woorden ertussen. “Tussen aanhalingstekens” "
    "precies zo. Hoofdletters en accenten tellen niet.",
    "a/b: either one. cancel*: any ending. want … cancel: up to four words between. “In quotes” exactly so. Capitals "
    "and accents do not count."};
constexpr Bilingual kRegex{"Reguliere expressies (RE2)", "Regular expressions (RE2)"};
constexpr Bilingual kTeam{"Team", "Team"};
constexpr Bilingual kAllYourTeams{"al je teams", "all your teams"};
constexpr Bilingual kTeamGone{
    "Er is geen team $0 meer, dus deze regel hoort niets. Kies een ander team, of verwijder hem.",
    "There is no team $0 any more, so this rule hears nothing. Choose another team, or delete it."};
constexpr Bilingual kSwitch{"Deze regel staat aan", "This rule is on"};
constexpr Bilingual kLocked{
    "Deze regel kijkt ook naar teams die je niet leidt. Maak een eigen regel om hem te veranderen.",
    "This rule also looks at teams that you do not lead. Make your own to change it."};
constexpr Bilingual kCopy{"Maak er mijn eigen van", "Make it my own"};
constexpr Bilingual kSave{"Bewaar", "Save"};
constexpr Bilingual kRemove{"Verwijder", "Delete"};
constexpr Bilingual kRemoveQuestion{"Deze regel verwijderen? Wat hij vond blijft staan.",
                                    "Delete this rule? What it found stays."};
constexpr Bilingual kRemoveYes{"Verwijder", "Delete"};
constexpr Bilingual kRemoveNo{"Laat staan", "Keep it"};
constexpr Bilingual kClose{"Sluit", "Close"};
constexpr Bilingual kThrowAway{"Gooi weg wat je schreef", "Throw away what you wrote"};
constexpr Bilingual kQuiet{"Even stil, voor iedereen", "Quiet for a while, for everybody"};
constexpr Bilingual kWake{"Weer laten spreken", "Let it speak again"};
constexpr Bilingual kTry{"Probeer op 7 dagen terug", "Try on the last 7 days"};

// The rule's own team is always among them, as the last when nobody leads it or it is gone.
void add_teams(const AlertDraft& draft, const std::vector<std::string>& teams, Language language,
               AlertRuleEditor& editor) {
  const std::string& team = draft.rule.team;
  editor.teams = {kAllYourTeams.in(language)};
  editor.teams.insert(editor.teams.end(), teams.begin(), teams.end());
  if (team.empty()) return;
  const auto chosen = std::find(teams.begin(), teams.end(), team);
  editor.team = static_cast<int>(chosen - teams.begin()) + 1;
  if (chosen != teams.end()) return;
  editor.teams.push_back(team);
  // Who may change the rule leads its team, so that it would be among them.
  if (draft.editable) editor.team_gone = kTeamGone.fill(language, team);
}

}  // namespace

std::string alert_team_at(const domain::AlertRule& rule, const std::vector<std::string>& teams, int place) {
  if (place == 0) return "";
  if (place < 0 || static_cast<std::size_t>(place) > teams.size()) return rule.team;
  return teams[static_cast<std::size_t>(place) - 1];
}

AlertRuleEditor make_alert_rule_editor(const AlertDraft& draft, const AlertTrialData& trial,
                                       const std::vector<std::string>& teams, Language language, absl::Time now,
                                       absl::TimeZone zone) {
  const domain::AlertRule& rule = draft.rule;
  AlertRuleEditor editor;
  editor.title = rule.name.empty() ? kNewTitle.in(language) : rule.name;
  editor.sentence = alert_rule_sentence(rule, language);
  editor.name_label = kName.in(language);
  editor.name_hint = kNameHint.in(language);
  editor.when_label = kWhen.in(language);
  editor.blanks = alert_blanks(rule, language);
  editor.has_words = rule.kind == domain::AlertKind::kPhrase;
  editor.words_label = kWords.in(language);
  editor.words_hint = kWordsHint.in(language);
  editor.words_help = rule.regex ? "" : kWordsHelp.in(language);
  editor.regex_label = kRegex.in(language);
  editor.regex = rule.regex;
  editor.limits = alert_limits(rule, language);
  editor.team_label = kTeam.in(language);
  add_teams(draft, teams, language, editor);
  editor.on_label = kSwitch.in(language);
  editor.on = rule.on;
  editor.editable = draft.editable;
  if (!draft.editable) {
    editor.locked = kLocked.in(language);
    editor.copy = kCopy.in(language);
  }
  bool fits = true;  // But for its name, which a trial does not need.
  for (const domain::AlertProblem& problem : domain::problems_of(rule)) {
    editor.problems.push_back(alert_problem_sentence(problem, rule, language));
    fits = fits && problem.field == domain::AlertField::kName;
  }
  const bool untouched = draft.stage == AlertDraftStage::kClean && draft.base == 0;
  editor.state = alert_draft_state(draft, language, now, zone);
  editor.trouble = draft.stage == AlertDraftStage::kFailed || draft.stage == AlertDraftStage::kConflict;
  editor.save = kSave.in(language);
  const bool waits = draft.stage == AlertDraftStage::kChanged || draft.stage == AlertDraftStage::kFailed || untouched;
  editor.can_save = draft.editable && editor.problems.empty() && waits;
  editor.remove = kRemove.in(language);
  editor.can_remove = draft.editable && draft.base > 0;
  editor.remove_question = kRemoveQuestion.in(language);
  editor.remove_yes = kRemoveYes.in(language);
  editor.remove_no = kRemoveNo.in(language);
  editor.deleting = draft.deleting;
  editor.close = (is_unsaved(draft) ? kThrowAway : kClose).in(language);
  editor.quiet_label = kQuiet.in(language);
  if (editor.can_remove && rule.on) {
    if (rule.snoozed_until > now) {
      editor.wake = kWake.in(language);
    } else {
      editor.snoozes = alert_snoozes(language);
    }
  }
  editor.try_it = kTry.in(language);
  editor.can_try = fits && trial.stage != AlertTrialStage::kRunning;
  if (untouched) editor.problems.clear();  // Nobody is told what is wrong before they wrote anything.
  add_conflict(draft, language, editor);
  add_trial(draft, trial, language, now, zone, editor);
  return editor;
}

}  // namespace aandacht::model
