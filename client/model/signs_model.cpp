#include "client/model/signs_model.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/signs_parts.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kQuestionsTab{"Wat terugkomt", "What keeps coming back"};
constexpr Bilingual kWhysTab{"Waaroms van het team", "The team's whys"};
constexpr Bilingual kTitle{"Bordjes", "Signs"};
constexpr Bilingual kPeriod{"$0 tot en met $1, $2 gesprekken", "$0 to $1, $2 calls"};
constexpr Bilingual kUnderWay{"Even ophalen …", "Fetching …"};
constexpr Bilingual kAway{"De dienst is even weg. Wat je schrijft blijft staan; kijk zo nog eens.",
                          "The service is away for a moment. What you write stays; look again soon."};
constexpr Bilingual kNothing{
    "Wat klanten vaker dan eens vragen, komt hier vanzelf te staan: in hun eigen woorden, met hoe vaak per dag.",
    "What customers ask more than once comes here by itself: in their own words, with how often each day."};
constexpr Bilingual kNothingTitle{"Nog geen vraag die terugkomt", "No question that keeps coming back yet"};
constexpr Bilingual kNoTeamTitle{"Nog geen team van vijf of meer", "No team of five or more yet"};
constexpr Bilingual kNoWhysTitle{"Nog te weinig antwoorden", "Too few answers yet"};
constexpr Bilingual kQuarter{"$0e kwartaal $1", "Q$0 $1"};
constexpr Bilingual kChoose{"Kies een vraag om er een bord bij te maken.", "Choose a question to make a sign for it."};
constexpr Bilingual kFewWords{"In minder dan drie gesprekken gevraagd, dus zonder woorden.",
                              "Asked in fewer than three calls, so without words."};
constexpr Bilingual kNoWords{"Vraag zonder woorden", "Question without words"};
constexpr Bilingual kFacts{"$0 gesprekken, $1 van alle", "$0 calls, $1 of all"};
constexpr Bilingual kWhy{"Waarom: $0", "Why: $0"};
constexpr Bilingual kNoWhy{"Nog geen waarom in de bibliotheek.", "No why in the library yet."};
constexpr Bilingual kGone{"Niet meer bij de vragen die terugkomen.", "No longer among the questions that come back."};
constexpr Bilingual kWordsGone{"De woorden van klanten zijn hier niet meer te lezen.",
                               "Customers' words can no longer be read here."};
constexpr Bilingual kDayCalls{"$0: $1", "$0: $1"};
constexpr std::array<Bilingual, 4> kPlaces = {{{"Site", "Site"},
                                               {"Keuzemenu (te horen)", "Queue announcement"},
                                               {"Begroeting", "Greeting"},
                                               {"Brief", "Letter"}}};
constexpr Bilingual kNew{"Nog niet bewaard", "Not saved yet"};
constexpr Bilingual kProposed{"Voorstel", "Proposal"};
constexpr Bilingual kWritten{"Geschreven, van $0", "Written, owned by $0"};
constexpr Bilingual kUp{"Hangt er sinds $0", "Up since $0"};
constexpr Bilingual kDown{"Weggehaald op $0", "Taken down on $0"};
constexpr Bilingual kVersion{"$0 (versie $1, $2)", "$0 (version $1, $2)"};
constexpr Bilingual kSave{"Bewaar", "Save"};
constexpr Bilingual kPutUp{"Het hangt er", "It is up"};
constexpr Bilingual kTakeDown{"Haal weg", "Take down"};
constexpr Bilingual kSaving{"Wordt bewaard …", "Saving …"};
constexpr Bilingual kSavedWell{"Bewaard.", "Saved."};
constexpr Bilingual kOlder{
    "Iemand anders schreef intussen een nieuwe versie. Je tekst staat er nog; kies de vraag "
    "opnieuw om de andere te lezen.",
    "Somebody else wrote a later version meanwhile. Your text is still here; choose the "
    "question again to read the other."};
constexpr Bilingual kNotSaved{"Niet bewaard: de dienst is even weg. Je tekst blijft staan; probeer het zo nog eens.",
                              "Not saved: the service is away. Your text stays; try again soon."};
constexpr Bilingual kRefused{"Niet bewaard: $0", "Not saved: $0"};
constexpr Bilingual kNoTeam{
    "Er is nog geen team van vijf of meer ingesteld. Daarna komt hier per waarom hoeveel mensen het weten, voelen en "
    "kunnen vertellen.",
    "No team of five or more is configured yet. After that this shows for each why how many know, feel and can tell "
    "it."};
constexpr Bilingual kNoWhys{
    "Minder dan vijf antwoorden op elk waarom, dus er is nog niets te zien. Wie wil krijgt één vraag per dag.",
    "Fewer than five answers to every why, so there is nothing to see yet. Whoever wants to gets one question a day."};
constexpr Bilingual kTooFew{"Nog $0 waaroms met minder dan vijf antwoorden.",
                            "$0 more whys with fewer than five answers."};
constexpr Bilingual kOrMore{"$0 of meer", "$0 or more"};
constexpr std::array<Bilingual, 3> kShares = {{{"weinig", "few"}, {"een deel", "some"}, {"de meesten", "most"}}};

const domain::RepeatedQuestion* find_question(const SignsState& state, const std::string& group) {
  const auto found = std::find_if(state.questions.questions.begin(), state.questions.questions.end(),
                                  [&](const auto& each) { return each.group == group; });
  return found == state.questions.questions.end() ? nullptr : &*found;
}

bool answers(const domain::RepeatedQuestion& question, const domain::Sign& sign) {
  return sign.group == question.group ||
         std::find(question.sign_ids.begin(), question.sign_ids.end(), sign.id) != question.sign_ids.end();
}

std::string state_words(const domain::Sign& sign, Language language, absl::CivilDay today) {
  switch (sign.state) {
    case domain::SignState::kProposed:
      return kProposed.in(language);
    case domain::SignState::kWritten:
      return sign.owner.empty() ? kProposed.in(language) : kWritten.fill(language, sign.owner);
    case domain::SignState::kUp:
      return sign.up ? kUp.fill(language, day_text(*sign.up, today, language)) : kProposed.in(language);
    case domain::SignState::kDown:
      return sign.down ? kDown.fill(language, day_text(*sign.down, today, language)) : kProposed.in(language);
  }
  return {};
}

/// The state of the sign that is furthest among those of the question.
std::string sign_words(const SignsState& state, const domain::RepeatedQuestion& question, Language language,
                       absl::CivilDay today) {
  const domain::Sign* best = nullptr;
  for (const domain::ListedSign& listed : state.signs) {
    if (!answers(question, listed.sign)) continue;
    if (best == nullptr || (listed.sign.state == domain::SignState::kUp && best->state != domain::SignState::kUp)) {
      best = &listed.sign;
    }
  }
  return best == nullptr ? std::string() : state_words(*best, language, today);
}

std::vector<double> bars(const domain::RepeatedQuestion& question, const domain::RepeatedQuestions& all, int busiest) {
  std::vector<double> days(static_cast<std::size_t>(std::max<absl::civil_diff_t>(1, all.last - all.first + 1)));
  for (const domain::AskedDay& day : question.days) {
    const absl::civil_diff_t place = day.day - all.first;
    if (place < 0 || place >= static_cast<absl::civil_diff_t>(days.size()) || busiest == 0) continue;
    days[static_cast<std::size_t>(place)] = static_cast<double>(day.calls) / busiest;
  }
  return days;
}

int busiest_day(const domain::RepeatedQuestions& all) {
  int most = 0;
  for (const domain::RepeatedQuestion& question : all.questions) {
    for (const domain::AskedDay& day : question.days) most = std::max(most, day.calls);
  }
  return most;
}

std::string title_of(const domain::RepeatedQuestion& question, Language language) {
  return question.wordings.empty() ? kNoWords.in(language) : sentence_text(question.wordings.front());
}

void add_rows(const SignsState& state, absl::CivilDay today, SignsModel& model) {
  const int busiest = busiest_day(state.questions);
  for (const domain::RepeatedQuestion& question : state.questions.questions) {
    if (question.group == state.selected) model.selected = static_cast<int>(model.rows.size());
    QuestionRow row;
    row.group = question.group;
    row.words = title_of(question, model.language);
    row.detail = sign_words(state, question, model.language, today);
    if (row.detail.empty() && !question.why_topic.empty()) row.detail = kWhy.fill(model.language, question.why_topic);
    row.calls = amount_text(question.calls, model.language);
    row.share = share_text(question.share, model.language);
    row.days = bars(question, state.questions, busiest);
    model.rows.push_back(std::move(row));
  }
}

/// A question that no longer comes back, as far as its sign tells.
domain::RepeatedQuestion gone_question(const SignsState& state, const domain::ListedSign& listed) {
  domain::RepeatedQuestion question;
  question.group = listed.sign.group;
  question.language = listed.sign.language;
  if (!listed.question.empty()) question.wordings = {listed.question};
  for (const domain::ListedSign& each : state.signs) {
    if (each.sign.group == question.group) question.sign_ids.push_back(each.sign.id);
  }
  return question;
}

/// One for each group of signs whose question is not listed.
std::vector<domain::RepeatedQuestion> gone_questions(const SignsState& state) {
  std::vector<domain::RepeatedQuestion> gone;
  if (state.asked != SignsAsked::kDone) return gone;
  for (const domain::ListedSign& listed : state.signs) {
    const auto of_sign = [&](const domain::RepeatedQuestion& question) { return answers(question, listed.sign); };
    const std::vector<domain::RepeatedQuestion>& asked = state.questions.questions;
    if (std::any_of(asked.begin(), asked.end(), of_sign) || std::any_of(gone.begin(), gone.end(), of_sign)) continue;
    gone.push_back(gone_question(state, listed));
  }
  return gone;
}

/// What customers asked, or else how the sign begins.
std::string gone_title(const SignsState& state, const domain::RepeatedQuestion& question, Language language) {
  if (!question.wordings.empty()) return title_of(question, language);
  for (const domain::ListedSign& listed : state.signs) {
    const std::string first = listed.sign.text.substr(0, listed.sign.text.find('\n'));
    if (answers(question, listed.sign) && !first.empty()) return first;
  }
  return title_of(question, language);
}

void add_gone_rows(const SignsState& state, absl::CivilDay today, SignsModel& model) {
  for (const domain::RepeatedQuestion& question : gone_questions(state)) {
    if (question.group == state.selected) model.selected = static_cast<int>(model.rows.size());
    QuestionRow row;
    row.group = question.group;
    row.words = gone_title(state, question, model.language);
    row.detail = sign_words(state, question, model.language, today);
    for (const std::string& id : question.sign_ids) {
      const auto effect = state.effects.find(id);
      if (effect == state.effects.end()) continue;
      absl::StrAppend(&row.detail, " · ", effect_of(effect->second, model.language, today).verdict);
      break;
    }
    row.calls = "0";
    row.share = share_text(0, model.language);
    row.days = bars(question, state.questions, 0);
    model.rows.push_back(std::move(row));
  }
}

void set_saved(const SignsState& state, Language language, QuestionDetail& detail) {
  detail.saved_well = false;
  switch (state.saved) {
    case SignSaved::kNot:
      detail.saved_well = true;
      return;
    case SignSaved::kUnderWay:
      detail.saved = kSaving.in(language);
      detail.saved_well = true;
      return;
    case SignSaved::kDone:
      detail.saved = kSavedWell.in(language);
      detail.saved_well = true;
      return;
    case SignSaved::kOlder:
      detail.saved = kOlder.in(language);
      return;
    case SignSaved::kRefused:
      detail.saved = kRefused.fill(language, state.refusal);
      return;
    case SignSaved::kAway:
      detail.saved = kNotSaved.in(language);
      return;
  }
}

void set_sign(const SignsState& state, Language language, absl::CivilDay today, QuestionDetail& detail) {
  const domain::Sign& sign = state.draft;
  detail.is_new = sign.id.empty();
  for (const Bilingual& place : kPlaces) detail.places.emplace_back(place.in(language));
  detail.place = static_cast<int>(sign.place);
  for (const domain::SignFinding& finding : state.findings) detail.findings.push_back(finding_row(finding, language));
  detail.state = detail.is_new ? kNew.in(language)
                               : kVersion.fill(language, state_words(sign, language, today), sign.version, sign.editor);
  set_saved(state, language, detail);
  const bool busy = state.saved == SignSaved::kUnderWay;
  if (!busy && state.dirty && !sign.text.empty()) detail.save = kSave.in(language);
  if (!busy && !sign.text.empty() && sign.state != domain::SignState::kUp) detail.put_up = kPutUp.in(language);
  if (!busy && sign.state == domain::SignState::kUp) detail.take_down = kTakeDown.in(language);
  if (state.effect && !detail.is_new && sign.up) detail.effect = effect_of(*state.effect, language, today);
}

QuestionDetail detail_of(const SignsState& state, const domain::RepeatedQuestion& question, Language language,
                         absl::CivilDay today) {
  QuestionDetail detail;
  detail.title = title_of(question, language);
  detail.facts = kFacts.fill(language, amount_text(question.calls, language), share_text(question.share, language));
  detail.wordings = question.wordings;
  if (question.wordings.empty()) detail.no_words = kFewWords.in(language);
  detail.why = question.why_topic.empty() ? kNoWhy.in(language) : kWhy.fill(language, question.why_topic);
  for (absl::CivilDay day = state.questions.first; day <= state.questions.last; ++day) {
    const auto asked = std::find_if(question.days.begin(), question.days.end(),
                                    [&](const domain::AskedDay& each) { return each.day == day; });
    const int calls = asked == question.days.end() ? 0 : asked->calls;
    const std::string name = day_text(day, today, language);
    detail.days.push_back(
        {static_cast<double>(calls), short_day(day, today, language), kDayCalls.fill(language, name, calls)});
  }
  set_sign(state, language, today, detail);
  return detail;
}

QuestionDetail detail_of_gone(const SignsState& state, const domain::RepeatedQuestion& question, Language language,
                              absl::CivilDay today) {
  QuestionDetail detail = detail_of(state, question, language, today);
  detail.title = gone_title(state, question, language);
  detail.facts = kGone.in(language);
  detail.why.clear();  // Nobody told which it is.
  if (question.wordings.empty()) detail.no_words = kWordsGone.in(language);
  return detail;
}

WhyRow why_row(const domain::WhyMapRow& row, Language language) {
  const auto fill = [](domain::WhyShare share) { return static_cast<int>(share) + 1; };
  const auto words = [&](domain::WhyShare share) {
    return std::string(kShares[static_cast<std::size_t>(share)].in(language));
  };
  return {sentence_text(row.topic), kOrMore.fill(language, row.told.people),
          fill(row.told.know),      fill(row.told.feel),
          fill(row.told.tell),      words(row.told.know),
          words(row.told.feel),     words(row.told.tell)};
}

/// "2026-Q1" as it is said; anything else as it is.
std::string quarter_text(const std::string& quarter, Language language) {
  const std::vector<std::string> parts = absl::StrSplit(quarter, "-Q");
  return parts.size() == 2 ? kQuarter.fill(language, parts[1], parts[0]) : quarter;
}

void add_whys(const SignsState& state, SignsModel& model) {
  const Language language = model.language;
  model.quarter = quarter_text(state.whys.quarter, language);
  for (const domain::TeamWhyMap& team : state.whys.teams) model.teams.push_back(team.team);
  if (state.whys.teams.empty()) {
    const bool done = state.whys_asked == SignsAsked::kDone;
    model.whys_empty = done                                        ? kNoTeam.in(language)
                       : state.whys_asked == SignsAsked::kUnderWay ? kUnderWay.in(language)
                                                                   : kAway.in(language);
    if (done) model.whys_empty_title = kNoTeamTitle.in(language);
    return;
  }
  const std::size_t chosen = std::min(state.team, state.whys.teams.size() - 1);
  model.team = static_cast<int>(chosen);
  int few = 0;
  for (const domain::WhyMapRow& row : state.whys.teams[chosen].rows) {
    if (row.told.people == 0) {
      ++few;
    } else {
      model.whys.push_back(why_row(row, language));
    }
  }
  if (model.whys.empty()) {
    model.whys_empty_title = kNoWhysTitle.in(language);
    model.whys_empty = kNoWhys.in(language);
  }
  if (!model.whys.empty() && few > 0) model.too_few = kTooFew.fill(language, few);
}

std::string empty_words(const SignsState& state, Language language) {
  if (!state.questions.questions.empty() || !gone_questions(state).empty()) return {};
  switch (state.asked) {
    case SignsAsked::kNot:
    case SignsAsked::kUnderWay:
      return kUnderWay.in(language);
    case SignsAsked::kDone:
      return kNothing.in(language);
    case SignsAsked::kAway:
      return kAway.in(language);
  }
  return {};
}

}  // namespace

SignsWords signs_words(Language language) {
  const bool dutch = language == Language::kDutch;
  if (dutch) {
    return {{"Vraag", "Per dag", "Gesprekken", "Aandeel"},
            {"Waarom", "Kan vertellen", "Voelt het", "Weet het", "Antwoorden"},
            "In hun eigen woorden",
            "Per dag",
            "gesprekken",
            "Waar",
            "Wat er staat",
            "Wie ervoor zorgt",
            "Maak een voorstel",
            "Kopieer",
            "Hangt er sinds",
            "Is de vraag gedaald?",
            "aandeel van de gesprekken (%)",
            "weken, die van het ophangen niet",
            "ervoor",
            "erna"};
  }
  return {{"Question", "By day", "Calls", "Share"},
          {"Why", "Can tell", "Feels it", "Knows it", "Answers"},
          "In their own words",
          "By day",
          "calls",
          "Where",
          "What it says",
          "Who sees to it",
          "Make a proposal",
          "Copy",
          "Up since",
          "Did the question fall?",
          "share of calls (%)",
          "weeks, without that of the change",
          "before",
          "after"};
}

domain::Sign sign_of(const SignsState& state, const std::string& group, domain::SignPlace place) {
  const domain::RepeatedQuestion* question = find_question(state, group);
  for (const domain::ListedSign& listed : state.signs) {
    const bool of_group = question != nullptr ? answers(*question, listed.sign) : listed.sign.group == group;
    if (of_group && listed.sign.place == place) return listed.sign;
  }
  domain::Sign sign;
  sign.group = group;
  sign.place = place;
  sign.language = question == nullptr || question->language.empty() ? "nl" : question->language;
  for (const domain::ListedSign& listed : state.signs) {
    if (question == nullptr && listed.sign.group == group) sign.language = listed.sign.language;
  }
  return sign;
}

domain::SignPlace place_to_open(const SignsState& state, const std::string& group) {
  const domain::RepeatedQuestion* question = find_question(state, group);
  const domain::Sign* best = nullptr;
  for (const domain::ListedSign& listed : state.signs) {
    const domain::Sign& sign = listed.sign;
    if (question != nullptr ? !answers(*question, sign) : sign.group != group) continue;
    const auto rank = [](const domain::Sign& each) { return each.state == domain::SignState::kUp ? 1 : 0; };
    if (best == nullptr || rank(sign) > rank(*best)) best = &sign;
  }
  return best == nullptr ? domain::SignPlace::kSite : best->place;
}

std::vector<std::string> signs_to_judge(const SignsState& state) {
  std::vector<std::string> ids;
  const std::vector<domain::RepeatedQuestion> gone = gone_questions(state);
  for (const domain::ListedSign& listed : state.signs) {
    const bool of_gone =
        std::any_of(gone.begin(), gone.end(), [&](const auto& each) { return answers(each, listed.sign); });
    if (of_gone && listed.sign.up) ids.push_back(listed.sign.id);
  }
  return ids;
}

SignsModel make_signs_model(const SignsState& state, Language language, absl::CivilDay today) {
  SignsModel model;
  model.language = language;
  model.tab = state.tab;
  model.title = kTitle.in(language);
  model.tabs = {kQuestionsTab.in(language), kWhysTab.in(language)};
  if (state.asked == SignsAsked::kDone) {
    model.period =
        kPeriod.fill(language, day_text(state.questions.first, today, language),
                     day_text(state.questions.last, today, language), amount_text(state.questions.calls, language));
  }
  model.empty = empty_words(state, language);
  if (state.asked == SignsAsked::kDone && !model.empty.empty()) model.empty_title = kNothingTitle.in(language);
  add_rows(state, today, model);
  add_gone_rows(state, today, model);
  if (const domain::RepeatedQuestion* question = find_question(state, state.selected)) {
    model.detail = detail_of(state, *question, language, today);
  }
  for (const domain::RepeatedQuestion& question : gone_questions(state)) {
    if (question.group == state.selected) model.detail = detail_of_gone(state, question, language, today);
  }
  model.choose = kChoose.in(language);
  add_whys(state, model);
  return model;
}

}  // namespace aandacht::model
