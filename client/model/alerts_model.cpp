#include "client/model/alerts_model.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/model/alert_words.h"
#include "client/model/amounts.h"
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

constexpr Bilingual kOpen{"open", "open"};
constexpr Bilingual kSeenBy{"gezien door $0", "seen by $0"};
constexpr Bilingual kAside{"later, $0", "later, $0"};
constexpr Bilingual kOver{"gesprek voorbij", "call is over"};

constexpr Bilingual kRuleFact{"Regel", "Rule"};
constexpr Bilingual kTimeFact{"Wanneer", "When"};
constexpr Bilingual kStateFact{"Status", "State"};
constexpr Bilingual kAsideFact{"Later gezet", "Put aside"};
constexpr Bilingual kAsideBy{"tot $0, door $1", "until $0, by $1"};
constexpr Bilingual kOverAt{"gesprek was om $0 voorbij", "the call was over at $0"};
constexpr Bilingual kGo{"Ga naar het gesprek", "Go to the call"};
constexpr Bilingual kSeen{"Gezien", "Seen"};
constexpr Bilingual kDone{"Klaar", "Done"};
constexpr Bilingual kBack{"Zet terug", "Bring back"};
constexpr Bilingual kLater{"Later", "Later"};
constexpr Bilingual kSnoozes[] = {{"15 minuten", "15 minutes"}, {"1 uur", "1 hour"}, {"tot morgen", "until tomorrow"}};
constexpr Bilingual kKeys{"Enter: naar het gesprek · G: gezien · K: klaar · L: kwartier later",
                          "Enter: to the call · G: seen · K: done · L: 15 minutes later"};

constexpr Bilingual kOn{"aan", "on"};
constexpr Bilingual kOff{"uit", "off"};
constexpr Bilingual kQuietUntil{"stil tot $0", "quiet until $0"};
constexpr Bilingual kAllTeams{"alle", "all"};

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
constexpr Bilingual kGoneState{"team bestaat niet", "no such team"};
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
constexpr Bilingual kNoRuleName{"Nieuwe regel", "New rule"};
constexpr Bilingual kNameIt{"Vul de zin in, probeer hem, en geef hem een naam om te bewaren.",
                            "Fill in the sentence, try it, and give it a name to save it."};
constexpr Bilingual kChanged{"Nog niet bewaard", "Not saved yet"};
constexpr Bilingual kSaving{"Bezig met bewaren", "Saving"};
constexpr Bilingual kSaved{"Bewaard", "Saved"};
constexpr Bilingual kSavedBy{"Laatst veranderd door $0, $1", "Last changed by $0, $1"};
constexpr Bilingual kConflict{
    "$0 heeft deze regel intussen veranderd: $1 Kies wat blijft; wat jij schreef staat hieronder nog.",
    "$0 changed this rule meanwhile: $1 Choose which one stays; what you wrote is still below."};
constexpr Bilingual kDeleted{"Iemand heeft deze regel intussen verwijderd. Wat jij schreef staat hieronder nog.",
                             "Somebody deleted this rule meanwhile. What you wrote is still below."};
constexpr Bilingual kTakeTheirs{"Neem die van $0", "Take $0's"};
constexpr Bilingual kForget{"Laat hem weg", "Leave it deleted"};
constexpr Bilingual kPutMine{"Bewaar de mijne", "Save mine"};
constexpr Bilingual kQuiet{"Even stil, voor iedereen", "Quiet for a while, for everybody"};
constexpr Bilingual kWake{"Weer laten spreken", "Let it speak again"};
constexpr Bilingual kTry{"Probeer op 7 dagen terug", "Try on the last 7 days"};
constexpr Bilingual kTrying{"Kijkt terug: $0%", "Looking back: $0%"};
constexpr Bilingual kTried{"Zou $0 keer iets hebben gezegd, over $1 beurten in 7 dagen",
                           "Would have spoken $0 times, over $1 turns in 7 days"};
constexpr Bilingual kTriedOnce{"Zou één keer iets hebben gezegd, over $0 beurten in 7 dagen",
                               "Would have spoken once, over $0 turns in 7 days"};
constexpr Bilingual kTriedOther{"De regel is sindsdien veranderd. Probeer hem opnieuw voor de nieuwe cijfers.",
                                "The rule was changed since. Try it again for the new figures."};
constexpr Bilingual kDays[] = {{"zo", "Sun"}, {"ma", "Mon"}, {"di", "Tue"}, {"wo", "Wed"},
                               {"do", "Thu"}, {"vr", "Fri"}, {"za", "Sat"}};

std::string clock(absl::Time time, absl::TimeZone zone) { return absl::FormatTime("%H:%M", time, zone); }

std::string moment(absl::Time time, absl::Time now, absl::TimeZone zone) {
  const bool today = absl::ToCivilDay(time, zone) == absl::ToCivilDay(now, zone);
  return today ? clock(time, zone) : absl::FormatTime("%d-%m %H:%M", time, zone);
}

bool is_aside(const domain::Alert& alert, absl::Time now) { return alert.snoozed_until > now; }

std::string state_of(const domain::Alert& alert, Language language, absl::Time now, absl::TimeZone zone) {
  if (is_aside(alert, now)) return kAside.fill(language, moment(alert.snoozed_until, now, zone));
  if (alert.stage == domain::AlertStage::kSeen) return kSeenBy.fill(language, alert.handled_by);
  if (alert.call_ended != absl::InfinitePast()) return kOver.in(language);
  return kOpen.in(language);
}

AlertRow row_of(const domain::Alert& alert, Language language, absl::Time now, absl::TimeZone zone) {
  const bool quiet = is_aside(alert, now) || alert.call_ended != absl::InfinitePast();
  return {alert.id,
          moment(alert.finding.time, now, zone),
          alert.finding.agent_id,
          alert_sentence(alert.finding, language),
          state_of(alert, language, now, zone),
          quiet};
}

AlertDetail detail_of(const domain::Alert& alert, const absl::Status& failure, Language language, absl::Time now,
                      absl::TimeZone zone) {
  AlertDetail detail;
  detail.id = alert.id;
  detail.agent = alert.finding.agent_id;
  detail.what = alert_reason(alert.finding, language);
  if (!alert.finding.words.empty()) detail.words = absl::StrCat("“", alert.finding.words, "”");
  const bool over = alert.call_ended != absl::InfinitePast();
  detail.facts.push_back({kTimeFact.in(language), moment(alert.finding.time, now, zone)});
  detail.facts.push_back({kRuleFact.in(language), alert.finding.rule_name});
  std::string state = alert.stage == domain::AlertStage::kSeen ? kSeenBy.fill(language, alert.handled_by)
                                                               : std::string(kOpen.in(language));
  if (over) absl::StrAppend(&state, "; ", kOverAt.fill(language, moment(alert.call_ended, now, zone)));
  detail.facts.push_back({kStateFact.in(language), state});
  if (is_aside(alert, now)) {
    detail.facts.push_back(
        {kAsideFact.in(language), kAsideBy.fill(language, moment(alert.snoozed_until, now, zone), alert.snoozed_by)});
    detail.back = kBack.in(language);
  }
  if (!over) detail.go = kGo.in(language);
  detail.seen = kSeen.in(language);
  detail.can_see = alert.stage == domain::AlertStage::kOpen;
  detail.done = kDone.in(language);
  detail.later = kLater.in(language);
  for (const Bilingual& each : kSnoozes) detail.snoozes.emplace_back(each.in(language));
  detail.keys = kKeys.in(language);
  if (!failure.ok()) detail.failure = alert_failure(failure, language);
  return detail;
}

AlertRuleRow row_of(const domain::AlertRule& rule, Language language, absl::Time now, absl::TimeZone zone) {
  const bool snoozed = rule.snoozed_until > now;
  std::string state = (rule.on ? kOn : kOff).in(language);
  if (rule.on && snoozed) state = kQuietUntil.fill(language, moment(rule.snoozed_until, now, zone));
  return {rule.id, rule.name, rule.team.empty() ? kAllTeams.in(language) : rule.team, state, !rule.on || snoozed};
}

AlertRuleRow row_of(const AlertRuleData& each, Language language, absl::Time now, absl::TimeZone zone) {
  AlertRuleRow row = row_of(each.rule, language, now, zone);
  if (!each.team_gone) return row;
  row.state = kGoneState.in(language);
  row.quiet = false;
  return row;
}

AlertRuleRow row_of(const AlertDraft& draft, Language language, absl::Time now, absl::TimeZone zone) {
  AlertRuleRow row = row_of(draft.rule, language, now, zone);
  if (row.name.empty()) row.name = kNoRuleName.in(language);
  row.state = kChanged.in(language);
  row.quiet = false;
  return row;
}

/// New rules that are not saved stand above those that the service keeps.
void add_rule_rows(const AlertsData& data, Language language, absl::Time now, absl::TimeZone zone, AlertsModel& model) {
  const auto is_kept = [&](const std::string& id) {
    return std::any_of(data.rules.begin(), data.rules.end(), [&](const auto& each) { return each.rule.id == id; });
  };
  const auto add_draft = [&](const AlertDraft& draft) {
    if (is_unsaved(draft) && !is_kept(draft.rule.id)) model.rules.push_back(row_of(draft, language, now, zone));
  };
  for (const AlertDraft& draft : data.kept) add_draft(draft);
  if (data.draft) add_draft(*data.draft);
  for (const AlertRuleData& each : data.rules) {
    const auto waits = [&](const AlertDraft& draft) { return draft.rule.id == each.rule.id && is_unsaved(draft); };
    const auto draft = std::find_if(data.kept.begin(), data.kept.end(), waits);
    const bool written = data.draft && waits(*data.draft);
    if (written) {
      model.rules.push_back(row_of(*data.draft, language, now, zone));
    } else {
      model.rules.push_back(draft == data.kept.end() ? row_of(each, language, now, zone)
                                                     : row_of(*draft, language, now, zone));
    }
  }
  if (!data.draft) return;
  for (std::size_t i = 0; i < model.rules.size(); ++i) {
    if (model.rules[i].id == data.draft->rule.id) model.selected_rule = static_cast<int>(i);
  }
}

std::string draft_state(const AlertDraft& draft, Language language, absl::Time now, absl::TimeZone zone) {
  switch (draft.stage) {
    case AlertDraftStage::kClean:
      if (draft.base == 0) return kNameIt.in(language);
      if (draft.rule.changed_by.empty()) return "";
      return kSavedBy.fill(language, draft.rule.changed_by, moment(draft.rule.changed, now, zone));
    case AlertDraftStage::kChanged:
      return kChanged.in(language);
    case AlertDraftStage::kSaving:
      return kSaving.in(language);
    case AlertDraftStage::kSaved:
      return kSaved.in(language);
    case AlertDraftStage::kFailed:
      return alert_rule_failure(draft.failure, language);
    case AlertDraftStage::kConflict:
      if (!draft.theirs) return kDeleted.in(language);
      return kConflict.fill(language, draft.theirs->changed_by, alert_rule_sentence(*draft.theirs, language));
  }
  return "";
}

// What counts for what a rule says: not its name, nor whether it is on.
bool says_the_same(domain::AlertRule a, const domain::AlertRule& b) {
  a.id = b.id;
  a.name = b.name;
  a.on = b.on;
  a.owner = b.owner;
  a.version = b.version;
  a.changed = b.changed;
  a.changed_by = b.changed_by;
  a.snoozed_until = b.snoozed_until;
  a.snoozed_by = b.snoozed_by;
  return a == b;
}

void add_trial(const AlertDraft& draft, const AlertTrialData& trial, Language language, absl::Time now,
               absl::TimeZone zone, AlertRuleEditor& editor) {
  if (trial.stage == AlertTrialStage::kNone) return;
  int total = 0;
  int most = 1;
  for (const auto& [day, count] : trial.days) {
    total += count;
    most = std::max(most, count);
  }
  for (const auto& [day, count] : trial.days) {
    const auto weekday = (static_cast<std::size_t>(absl::GetWeekday(day)) + 1) % 7;
    editor.bars.push_back({absl::StrCat(kDays[weekday].in(language), " ", day.day()), absl::StrCat(count),
                           static_cast<double>(count) / most});
  }
  for (const domain::Alert& alert : trial.alerts) {
    editor.would_say.push_back(absl::StrCat(moment(alert.finding.time, now, zone), " · ", alert.finding.agent_id, " · ",
                                            alert_sentence(alert.finding, language)));
  }
  switch (trial.stage) {
    case AlertTrialStage::kNone:
      return;
    case AlertTrialStage::kRunning:
      editor.trial = kTrying.fill(language, static_cast<int>(trial.progress * 100));
      return;
    case AlertTrialStage::kFailed:
      editor.trial = alert_rule_failure(trial.failure, language);
      return;
    case AlertTrialStage::kDone: {
      const std::string turns = amount_text(trial.turns, language);
      editor.trial = total == 1 ? kTriedOnce.fill(language, turns) : kTried.fill(language, total, turns);
      if (!says_the_same(draft.rule, trial.of)) editor.trial = kTriedOther.in(language);
      return;
    }
  }
}

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

void add_conflict(const AlertDraft& draft, Language language, AlertRuleEditor& editor) {
  if (draft.stage != AlertDraftStage::kConflict) return;
  editor.take_theirs = draft.theirs ? kTakeTheirs.fill(language, draft.theirs->changed_by) : kForget.in(language);
  editor.put_mine = kPutMine.in(language);
}

}  // namespace

int waiting_alerts(const std::vector<domain::Alert>& alerts, absl::Time now) {
  return static_cast<int>(std::count_if(alerts.begin(), alerts.end(), [&](const domain::Alert& alert) {
    return alert.stage == domain::AlertStage::kOpen && !is_aside(alert, now);
  }));
}

absl::Time alert_snooze_end(AlertSnooze snooze, absl::Time now, absl::TimeZone zone) {
  switch (snooze) {
    case AlertSnooze::kQuarter:
      return now + absl::Minutes(15);
    case AlertSnooze::kHour:
      return now + absl::Hours(1);
    case AlertSnooze::kTomorrow:
      return absl::FromCivil(absl::CivilHour(absl::ToCivilDay(now, zone) + 1) + 7, zone);
  }
  return now;
}

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
  editor.state = draft_state(draft, language, now, zone);
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
      for (const Bilingual& each : kSnoozes) editor.snoozes.emplace_back(each.in(language));
    }
  }
  editor.try_it = kTry.in(language);
  editor.can_try = fits && trial.stage != AlertTrialStage::kRunning;
  if (untouched) editor.problems.clear();  // Nobody is told what is wrong before they wrote anything.
  add_conflict(draft, language, editor);
  add_trial(draft, trial, language, now, zone, editor);
  return editor;
}

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
  std::vector<domain::Alert> alerts = data.alerts;
  std::sort(alerts.begin(), alerts.end(), [&](const domain::Alert& a, const domain::Alert& b) {
    return std::tuple(is_aside(a, now), b.finding.time, a.id) < std::tuple(is_aside(b, now), a.finding.time, b.id);
  });
  for (const domain::Alert& alert : alerts) {
    if (alert.id == data.selected_alert) {
      model.selected_alert = static_cast<int>(model.alerts.size());
      model.detail = detail_of(alert, data.alert_failure, language, now, zone);
    }
    model.alerts.push_back(row_of(alert, language, now, zone));
  }
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

bool is_unsaved(const AlertDraft& draft) {
  switch (draft.stage) {
    case AlertDraftStage::kClean:
    case AlertDraftStage::kSaved:
      return false;
    case AlertDraftStage::kChanged:
    case AlertDraftStage::kSaving:
    case AlertDraftStage::kFailed:
    case AlertDraftStage::kConflict:
      return draft.editable;
  }
  return false;
}

void put_aside_alert_draft(AlertsData& data) {
  if (!data.draft) return;
  AlertDraft draft = *std::exchange(data.draft, std::nullopt);
  if (!is_unsaved(draft)) return;
  draft.deleting = false;
  // Its answer tells alert_rule_stored(), or it is not saved.
  if (draft.stage == AlertDraftStage::kSaving) draft.stage = AlertDraftStage::kChanged;
  std::erase_if(data.kept, [&](const AlertDraft& each) { return each.rule.id == draft.rule.id; });
  data.kept.push_back(std::move(draft));
}

std::optional<AlertDraft> take_kept_alert_draft(AlertsData& data, const std::string& rule_id) {
  const auto found =
      std::find_if(data.kept.begin(), data.kept.end(), [&](const AlertDraft& each) { return each.rule.id == rule_id; });
  if (found == data.kept.end()) return std::nullopt;
  AlertDraft draft = std::move(*found);
  data.kept.erase(found);
  return draft;
}

void alert_rule_stored(AlertsData& data, const domain::AlertRule& sent, const domain::AlertRule& stored) {
  std::erase_if(data.kept, [&](const AlertDraft& each) { return each.rule == sent; });
  const auto settle = [&](AlertDraft& draft) {
    if (draft.rule.id != sent.id) return;
    const bool same = draft.rule == sent;
    draft.base = stored.version;
    draft.rule.id = stored.id;  // The service makes that of a new rule.
    draft.theirs.reset();
    draft.failure = absl::OkStatus();
    draft.stage = same ? AlertDraftStage::kSaved : AlertDraftStage::kChanged;  // Somebody typed on meanwhile.
    if (same) draft.rule = stored;
  };
  for (AlertDraft& each : data.kept) settle(each);
  if (data.draft) settle(*data.draft);
}

}  // namespace aandacht::model
