#include "shared/domain/reset_choice.h"

#include <algorithm>

namespace aandacht::domain {
namespace {

constexpr Exercise kKinds[] = {Exercise::kInfluence, Exercise::kKindAct, Exercise::kCustomersEyes,
                               Exercise::kBreathing};
constexpr std::int64_t kBestEvery = 3;  // One of four by rotation becomes one of three.

// From 0: used longest ago. -1: not used lately.
std::ptrdiff_t last_use(const ResetBook& book, const std::string& id) {
  const auto& used = book.used_exercise_ids;
  const auto found = std::find(used.rbegin(), used.rend(), id);
  return found == used.rend() ? -1 : used.rend() - found - 1;
}

std::ptrdiff_t last_use(const ResetBook& book, Exercise kind, const std::vector<ResetExercise>& known) {
  std::ptrdiff_t last = -1;
  for (const ResetExercise& each : known) {
    if (each.kind == kind) last = std::max(last, last_use(book, each.id));
  }
  return last;
}

std::string primary(const std::string& language) { return language.substr(0, language.find('-')); }

// 2: this language; 1: its relative, "nl" for "nl-BE"; 0: another.
int nearness(const std::string& language, const std::string& wanted) {
  if (language == wanted) return 2;
  return primary(language) == primary(wanted) ? 1 : 0;
}

std::vector<const ResetExercise*> nearest_wordings(Exercise kind, const std::string& language,
                                                   const std::vector<ResetExercise>& known) {
  std::vector<const ResetExercise*> wordings;
  int nearest = -1;
  for (const ResetExercise& each : known) {
    const int near = nearness(each.language, language);
    if (each.kind != kind || near < nearest) continue;
    if (near > nearest) wordings.clear();
    nearest = near;
    wordings.push_back(&each);
  }
  return wordings;
}

}  // namespace

Exercise next_kind(const ResetBook& book, const std::vector<ResetExercise>& known) {
  const std::vector<ExerciseEffect> effects = exercise_effects(book);
  const auto best = std::find_if(effects.begin(), effects.end(), [](const ExerciseEffect& e) { return e.best; });
  if (best != effects.end() && book.count % kBestEvery == 0) return best->kind;
  return *std::min_element(std::begin(kKinds), std::end(kKinds),
                           [&](Exercise a, Exercise b) { return last_use(book, a, known) < last_use(book, b, known); });
}

const ResetExercise* next_wording(const ResetBook& book, Exercise kind, const std::string& language,
                                  const std::vector<ResetExercise>& known) {
  std::vector<const ResetExercise*> wordings = nearest_wordings(kind, language, known);
  if (wordings.empty()) return nullptr;
  const auto used_before = [&](const ResetExercise* a, const ResetExercise* b) {
    return last_use(book, a->id) < last_use(book, b->id);
  };
  // From the one after the latest on: what was used too long ago to be remembered comes after what never was.
  const auto latest = std::max_element(wordings.begin(), wordings.end(), used_before);
  if (last_use(book, (*latest)->id) >= 0) std::rotate(wordings.begin(), latest + 1, wordings.end());
  return *std::min_element(wordings.begin(), wordings.end(), used_before);
}

}  // namespace aandacht::domain
