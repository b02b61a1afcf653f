// Which sign answers which question, and how far it is.
#include <algorithm>

#include "client/model/bilingual.h"
#include "client/model/format.h"
#include "client/model/signs_questions.h"

namespace aandacht::model {
namespace {

constexpr Bilingual kProposed{"Voorstel", "Proposal"};
constexpr Bilingual kWritten{"Geschreven, van $0", "Written, owned by $0"};
constexpr Bilingual kUp{"Hangt er sinds $0", "Up since $0"};
constexpr Bilingual kDown{"Weggehaald op $0", "Taken down on $0"};

}  // namespace

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

}  // namespace aandacht::model
