// What resets did for this agent, in words that say how sure it is.
#include "absl/strings/str_cat.h"
#include "client/model/counts.h"
#include "client/model/reset_model.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

// A design choice: below, an interval says more about luck than about the agent.
constexpr int kEnoughToSay = 3;
constexpr int kLittle = 8;
constexpr int kPlenty = 20;

std::string times_text(int times, Language language) {
  return times == 1 ? std::string(text(Text::kOnce, language))
                    : fill(Text::kTimesDone, language, number_text(times, language));
}

/// Of before minus after: "1,2 leger", "0,3 voller", "even vol".
std::string change_text(double change, Language language) {
  const std::string amount = decimal_text(change, language);
  if (amount == "0") return text(Text::kJustAsFull, language);
  return fill(change > 0 ? Text::kEmptier : Text::kFuller, language, amount);
}

Text certainty_of(const domain::ExerciseEffect& effect, Language language) {
  // An end that reads as no change is one.
  const bool touches_none = decimal_text(effect.low, language) == "0" || decimal_text(effect.high, language) == "0";
  if (touches_none || (effect.low <= 0 && effect.high >= 0)) return Text::kSureChance;
  if (effect.times < kLittle) return Text::kSureLittle;
  return effect.times < kPlenty ? Text::kSureSome : Text::kSureMuch;
}

}  // namespace

const char* exercise_text(domain::Exercise exercise, Language language) {
  switch (exercise) {
    case domain::Exercise::kInfluence:
      return text(Text::kExerciseInfluence, language);
    case domain::Exercise::kKindAct:
      return text(Text::kExerciseKindAct, language);
    case domain::Exercise::kCustomersEyes:
      return text(Text::kExerciseEyes, language);
    case domain::Exercise::kBreathing:
      return text(Text::kExerciseBreathing, language);
  }
  return "";
}

std::string effect_text(const domain::ExerciseEffect& effect, Language language) {
  if (effect.times == 0) return "";
  const char* name = exercise_text(effect.kind, language);
  const std::string times = times_text(effect.times, language);
  if (effect.times < kEnoughToSay) {
    return fill(Text::kEffectTooFew, language, name, times, number_text(kEnoughToSay, language));
  }
  const std::string what = fill(Text::kEffect, language, name, change_text(effect.mean, language),
                                change_text(effect.low, language), change_text(effect.high, language));
  const std::string sure = fill(certainty_of(effect, language), language, times);
  if (!effect.best) return absl::StrCat(what, " ", sure);
  return absl::StrCat(what, " ", sure, " ", text(Text::kEffectBest, language));
}

}  // namespace aandacht::model
