// The selected question: how often it is asked, and the sign that is written for it.
#include <algorithm>
#include <array>

#include "client/model/amounts.h"
#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/signs_parts.h"
#include "client/model/signs_questions.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kFewWords{"In minder dan drie gesprekken gevraagd, dus zonder woorden.",
                              "Asked in fewer than three calls, so without words."};
constexpr Bilingual kFacts{"$0 gesprekken, $1 van alle", "$0 calls, $1 of all"};
constexpr Bilingual kDayCalls{"$0: $1", "$0: $1"};
constexpr std::array<Bilingual, 4> kPlaces = {{{"Site", "Site"},
                                               {"Keuzemenu (te horen)", "Queue announcement"},
                                               {"Begroeting", "Greeting"},
                                               {"Brief", "Letter"}}};
constexpr Bilingual kNew{"Nog niet bewaard", "Not saved yet"};
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

}  // namespace

QuestionDetail detail_of(const SignsState& state, const domain::RepeatedQuestion& question, Language language,
                         absl::CivilDay today) {
  QuestionDetail detail;
  detail.title = title_of(question, language);
  detail.facts = kFacts.fill(language, amount_text(question.calls, language), share_text(question.share, language));
  detail.wordings = question.wordings;
  if (question.wordings.empty()) detail.no_words = kFewWords.in(language);
  detail.why = why_words(question, language);
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

}  // namespace aandacht::model
