#include "client/model/signs_model.h"

#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/signs_parts.h"
#include "client/model/signs_questions.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kQuestionsTab{"Wat terugkomt", "What keeps coming back"};
constexpr Bilingual kWhysTab{"Waaroms van het team", "The team's whys"};
constexpr Bilingual kTitle{"Bordjes", "Signs"};
constexpr Bilingual kPeriod{"$0 tot en met $1, $2 gesprekken", "$0 to $1, $2 calls"};
constexpr Bilingual kNothing{
    "Wat klanten vaker dan eens vragen, komt hier vanzelf te staan: in hun eigen woorden, met hoe vaak per dag.",
    "What customers ask more than once comes here by itself: in their own words, with how often each day."};
constexpr Bilingual kNothingTitle{"Nog geen vraag die terugkomt", "No question that keeps coming back yet"};
constexpr Bilingual kChoose{"Kies een vraag om er een bord bij te maken.", "Choose a question to make a sign for it."};

std::string empty_words(const SignsState& state, Language language) {
  if (!state.questions.questions.empty() || !gone_questions(state).empty()) return {};
  switch (state.asked) {
    case SignsAsked::kNot:
    case SignsAsked::kUnderWay:
      return kFetching.in(language);
    case SignsAsked::kDone:
      return kNothing.in(language);
    case SignsAsked::kAway:
      return kServiceAway.in(language);
  }
  return {};
}

}  // namespace

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
