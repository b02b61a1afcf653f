#include "client/model/experience_gap.h"

#include <algorithm>
#include <array>

#include "client/model/strings.h"

namespace aandacht::model {
namespace {

using domain::Grade;

constexpr std::size_t kShown = 12;

struct Pair {
  Grade guessed;
  Grade answered;
};

/// Newest first.
std::vector<Pair> pairs_of(const domain::MyDay& day, Experience experience) {
  std::vector<Pair> pairs;
  for (const auto* calls : {&day.experiences, &day.earlier_experiences}) {
    for (const domain::CallExperience& call : *calls) {
      const Pair pair{grade_of(call.guess, experience), grade_of(call.answered, experience)};
      if (pair.guessed != Grade::kUnknown && pair.answered != Grade::kUnknown) pairs.push_back(pair);
    }
  }
  return pairs;
}

std::string sentence_of(const std::vector<Pair>& pairs, Experience experience, Grade guessed, Language language) {
  const auto thought =
      std::count_if(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.guessed == guessed; });
  const auto same = std::count_if(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.guessed == guessed && pair.answered == guessed;
  });
  const char* words = grade_text(experience, guessed, language);
  if (thought == 0) return "";
  if (thought == 1) return fill(same == 1 ? Text::kGapOneSame : Text::kGapOneOther, language, words);
  return fill(Text::kGap, language, words, same, thought);
}

}  // namespace

ExperienceGap experience_gap(const domain::MyDay& day, Experience experience, Language language) {
  const std::vector<Pair> pairs = pairs_of(day, experience);
  ExperienceGap gap;
  gap.calls = static_cast<int>(pairs.size());
  gap.same = static_cast<int>(
      std::count_if(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.guessed == pair.answered; }));
  for (std::size_t i = std::min(kShown, pairs.size()); i-- > 0;) {
    gap.guessed.push_back(pairs[i].guessed);
    gap.answered.push_back(pairs[i].answered);
  }
  for (const Grade guessed : {Grade::kHigh, Grade::kMiddle, Grade::kLow}) {
    std::string sentence = sentence_of(pairs, experience, guessed, language);
    if (!sentence.empty()) gap.sentences.push_back(std::move(sentence));
  }
  return gap;
}

}  // namespace aandacht::model
