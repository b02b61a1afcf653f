#include "tests/ui/example_signs.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"

namespace aandacht::test {
namespace {

using model::Language;
using model::SignsState;

struct Asked {
  const char* dutch;
  const char* english;
  int calls;
};

constexpr std::array<Asked, 6> kAsked = {{
    {"waar blijft mijn terugbetaling", "where is my refund", 86},
    {"hoe laat komt de monteur", "what time does the engineer come", 54},
    {"waarom is mijn termijnbedrag omhoog gegaan", "why did my monthly amount go up", 41},
    {"kan ik mijn afspraak verzetten", "can I move my appointment", 22},
    {"ik krijg de app niet aan de praat", "I cannot get the app to work", 9},
    {"waar vind ik mijn klantnummer", "where do I find my customer number", 2},
}};

domain::RepeatedQuestion question(std::size_t place, Language language) {
  const Asked& asked = kAsked[place % kAsked.size()];
  const bool dutch = language == Language::kDutch;
  domain::RepeatedQuestion made;
  made.group = absl::StrCat("q", place);
  made.language = dutch ? "nl" : "en";
  made.calls = asked.calls;
  made.share = asked.calls / 1064.0;
  if (asked.calls >= 3) made.wordings = {dutch ? asked.dutch : asked.english};
  if (place == 0) {
    made.wordings.emplace_back(dutch ? "ik heb mijn geld nog steeds niet terug" : "I still do not have my money back");
    made.wordings.emplace_back(dutch ? "jullie zouden terugbetalen" : "you were going to pay me back");
    made.why_id = "w";
    made.why_topic = dutch ? "terugbetaling" : "refund";
  }
  const int days = 28;
  int left = asked.calls;
  for (int i = 0; i < days && left > 0; ++i) {
    const int calls = std::min(left, (i * 7 + static_cast<int>(place) * 3) % 5 + (i % 7 == 0 ? 3 : 0));
    if (calls > 0) made.days.push_back({kSignsToday - (days - 1 - i), calls});
    left -= calls;
  }
  return made;
}

domain::SignEffect effect() {
  domain::SignEffect made;
  made.verdict = domain::SignVerdict::kFell;
  made.too_early = domain::TooEarly::kNo;
  made.weeks = 5;
  made.asked_before = 212;
  made.calls_before = 2610;
  made.asked_after = 96;
  made.calls_after = 2548;
  made.ratio = {true, 0.46, 0.35, 0.61};
  made.dispersion = 1.2;
  for (int i = 0; i < 13; ++i) {
    const bool after = i >= 8;
    const double share = (after ? 0.037 : 0.081) + (i % 3 - 1) * 0.006;
    made.series.push_back({kSignsToday - 7 * (14 - i), static_cast<int>(share * 520), 0, 520, after, i >= 3, share,
                           share - 0.02, share + 0.024});
  }
  return made;
}

}  // namespace

SignsState empty_signs() {
  SignsState state;
  state.asked = model::SignsAsked::kDone;
  state.whys_asked = model::SignsAsked::kDone;
  state.questions.first = kSignsToday - 27;
  state.questions.last = kSignsToday;
  return state;
}

SignsState typical_signs(Language language) {
  SignsState state = empty_signs();
  state.questions.calls = 1064;
  for (std::size_t i = 0; i < kAsked.size(); ++i) state.questions.questions.push_back(question(i, language));
  domain::Sign sign;
  sign.id = "sign-1";
  sign.version = 3;
  sign.group = "q0";
  sign.language = language == Language::kDutch ? "nl" : "en";
  sign.text = language == Language::kDutch
                  ? "Waar blijft mijn terugbetaling?\nEen terugbetaling staat binnen vijf werkdagen op de rekening. We "
                    "kijken eerst na of het bedrag klopt."
                  : "Where is my refund?\nA refund is in your account within five working days. We check the amount "
                    "first.";
  sign.owner = "Marijke";
  sign.state = domain::SignState::kUp;
  sign.up = kSignsToday - 40;
  sign.editor = "Sofie";
  state.signs.push_back({sign, kAsked[0].dutch});
  state.questions.questions[0].sign_ids = {"sign-1"};
  state.selected = "q0";
  state.draft = sign;
  state.effect = effect();
  return state;
}

SignsState full_signs(Language language) {
  SignsState state = typical_signs(language);
  for (std::size_t i = kAsked.size(); i < 100; ++i) state.questions.questions.push_back(question(i, language));
  for (std::size_t i = 1; i < state.questions.questions.size(); i += 3) {
    std::vector<std::string>& wordings = state.questions.questions[i].wordings;
    if (!wordings.empty()) {
      absl::StrAppend(&wordings.front(), " en waarom duurt het bij de arbeidsongeschiktheidsverzekering altijd langer");
    }
  }
  state.draft.id.clear();
  state.draft.version = 0;
  state.draft.state = domain::SignState::kProposed;
  state.draft.up.reset();
  state.dirty = true;
  state.findings = {{domain::SignFindingKind::kJargon, "incasso", "geld dat wij ophalen"},
                    {domain::SignFindingKind::kLevel, "De terugbetaling geschiedt na verificatie van de boeking."},
                    {domain::SignFindingKind::kLength, "", "", 74, 60},
                    {domain::SignFindingKind::kGap, "[vul aan: het antwoord, in één zin]"}};
  state.saved = model::SignSaved::kOlder;
  state.effect.reset();
  return state;
}

SignsState whys_of_team(Language language, bool answered) {
  SignsState state = typical_signs(language);
  state.tab = model::SignsTab::kWhys;
  state.whys.quarter = "2026-Q1";
  domain::TeamWhyMap team{"Vaartbaan", {}};
  const bool dutch = language == Language::kDutch;
  using enum domain::WhyShare;
  if (answered) {
    team.rows.push_back({"a", dutch ? "termijnbedrag" : "monthly amount", "nl", {10, kSome, kFew, kFew}});
    team.rows.push_back(
        {"b", dutch ? "arbeidsongeschiktheidsverzekering" : "income insurance", "nl", {5, kMost, kSome, kFew}});
    team.rows.push_back({"c", dutch ? "tijdvak monteur" : "engineer's time slot", "nl", {15, kMost, kSome, kSome}});
    team.rows.push_back({"d", dutch ? "terugbetaling" : "refund", "nl", {15, kMost, kMost, kMost}});
  }
  team.rows.push_back({"e", dutch ? "controlevragen" : "security questions", "nl", {}});
  team.rows.push_back({"f", dutch ? "opzegtermijn" : "notice", "nl", {}});
  state.whys.teams = {team, {"Vlietnet", {}}};
  return state;
}

}  // namespace aandacht::test
