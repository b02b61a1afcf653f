#include "shared/domain/word_forms.h"

#include <algorithm>
#include <array>

#include "shared/domain/normalise.h"
#include "shared/domain/word_tables.h"

namespace aandacht::domain {
namespace {

constexpr double kNumber = 0.15;
constexpr double kAnyCall = 0.25;
constexpr double kManyCalls = 0.55;
constexpr std::size_t kLeastVerb = 3;  // Letters of a verb without its particle or ending.

// Longest first: "tegen" before "te", "terug" before nothing shorter.
constexpr std::array<std::string_view, 27> kParticles = {
    "achter", "binnen", "tegen", "terug", "samen", "thuis", "langs", "klaar", "voort",
    "door",   "heen",   "vast",  "open",  "over",  "neer",  "voor",  "aan",   "bij",
    "mee",    "mis",    "toe",   "uit",   "weg",   "af",    "in",    "na",    "op"};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// "betaal" → "betal": as the stemmer writes open syllables.
std::string undouble(std::string_view word) {
  const std::size_t n = word.size();
  std::string single(word);
  if (n >= 3 && !is_vowel(word[n - 1]) && word[n - 2] == word[n - 3] && is_vowel(word[n - 2])) single.erase(n - 2, 1);
  if (n >= 3 && word[n - 1] == word[n - 2] && !is_vowel(word[n - 1])) single.pop_back();
  return single;
}

using Weights = base::WordMap<double>;

// One look-up a word; of a word in two lists the first counts.
Weights weights_of(bool english) {
  const WordTables& tables = word_tables(english);
  Weights weights;
  for (const std::string_view word : stop_words(english ? "en" : "nl")) weights.try_emplace(word, 0);
  for (const std::string_view word : tables.numbers) weights.try_emplace(word, kNumber);
  for (const std::string_view word : tables.any_call) weights.try_emplace(word, kAnyCall);
  for (const std::string_view word : tables.many_calls) weights.try_emplace(word, kManyCalls);
  return weights;
}

const Weights& dutch_weights() {
  static const auto* weights = new Weights(weights_of(false));
  return *weights;
}

const Weights& english_weights() {
  static const auto* weights = new Weights(weights_of(true));
  return *weights;
}

bool is_number(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_participle(std::string_view stem) {
  return stem.size() >= 2 + kLeastVerb && stem.substr(0, 2) == "ge" ? stem.substr(2) : std::string_view();
}

void add_endings(std::string stem, WordVariants& variants) {
  const char last = stem.back();
  variants.push_back(stem);
  if ((last == 't' || last == 'd') && stem.size() > kLeastVerb) {
    variants.push_back(undouble(std::string_view(stem).substr(0, stem.size() - 1)));
  }
}

}  // namespace

double subject_weight(std::string_view word, std::string_view language) {
  if (is_number(word)) return kNumber;
  const auto& weights = language.substr(0, 2) == "en" ? english_weights() : dutch_weights();
  const double* weight = weights.find(word);
  return weight == nullptr ? 1 : *weight;
}

std::string_view regular_form(std::string_view word, bool english) {
  const std::string_view* regular = word_tables(english).irregular.find(word);
  return regular == nullptr ? word : *regular;
}

WordVariants dutch_variants(std::string_view word) {
  WordVariants variants;
  if (word.size() <= kLeastVerb) return variants;
  add_endings(std::string(word), variants);
  variants.erase(variants.begin());
  if (const std::string_view verb = without_participle(word); !verb.empty()) add_endings(std::string(verb), variants);
  if (const std::size_t particle = particle_length(word); particle > 0) {
    const std::string_view verb = without_participle(word.substr(particle));
    if (!verb.empty()) add_endings(std::string(word.substr(0, particle)).append(verb), variants);
  }
  return variants;
}

bool is_particle(std::string_view word) {
  static const auto* particles = new base::WordSet(kParticles);
  return particles->contains(word);
}

std::size_t particle_length(std::string_view stem) {
  for (const std::string_view particle : kParticles) {
    if (stem.size() < particle.size() + kLeastVerb || stem.front() != particle.front()) continue;
    if (stem.starts_with(particle)) return particle.size();
  }
  return 0;
}

}  // namespace aandacht::domain
