#include "shared/domain/sentiment_signs.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "shared/domain/sentiment_typed.h"
#include "shared/domain/sentiment_words.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kReach = 3;     // Words a negation or an intensifier works on.
constexpr double kStartWeight = 0.8;  // The first word weighs this, the last kEndWeight.
constexpr double kEndWeight = 1.2;
constexpr double kNotBad = 0.15;
constexpr double kUsualSum = 2;  // Of a list: makes 0.7.

/// -1 … 1, as VADER normalises (Hutto & Gilbert, ICWSM 2014).
float squashed(double sum) { return static_cast<float>(sum / std::sqrt(sum * sum + kUsualSum * kUsualSum)); }

const std::map<std::string, double>& list(const Lexicon& lexicon, const char* name) {
  static const std::map<std::string, double> none;
  const auto found = lexicon.weights.find(name);
  return found == lexicon.weights.end() ? none : found->second;
}

/// What one list makes of a line.
struct Sums {
  double all = 0;
  double pleasant = 0;
  double unpleasant = 0;
  double after_but = 0;  ///< After the last contrast; of the whole line without one.
};

enum Sign : std::size_t {
  kOwn,
  kOwnPleasant,
  kOwnUnpleasant,
  kOwnAfterBut,
  kCommonPleasant,
  kCommonUnpleasant,
  kCommonAfterBut,
  kNegations,
  kQuestion,
  kExclamations,
  kCapitals,
  kSmiles,
  kFrowns,
  kShort,
  kSigns
};

constexpr std::array<const char*, kSigns> kNames = {
    "own",       "own+",     "own-",         "own after but", "common+", "common-", "common after but",
    "negations", "question", "exclamations", "capitals",      "smiles",  "frowns",  "short"};

}  // namespace

struct SentimentSigns::Language {
  std::array<std::string, kSigns> names;
  WeightedWords own;
  WeightedWords common;
  WeightedWords intensify;
  WeightedWords negate;
  WeightedWords contrast;

  /// What a word does to those behind it.
  struct Turn {
    std::optional<double> factor;  ///< For the next words.
    bool negates = false;
    bool contrasts = false;
  };

  Turn turn_of(std::string_view word) const;
  Sums sums_of(const WeightedWords& weights, std::span<const std::string_view> words,
               std::span<const Turn> turns) const;
};

SentimentSigns::Language::Turn SentimentSigns::Language::turn_of(std::string_view word) const {
  const std::optional<double> less = negate.of(word);
  return {less ? less : intensify.of(word), less.has_value(), contrast.of(word).has_value()};
}

Sums SentimentSigns::Language::sums_of(const WeightedWords& weights, std::span<const std::string_view> words,
                                       std::span<const Turn> turns) const {
  Sums sums;
  double factor = 1;  // Of a negation and intensifiers before this word.
  std::size_t reach = 0;
  for (std::size_t i = 0; i < words.size();) {
    if (const auto found = weights.longest(words, i)) {
      const double place =
          kStartWeight + (kEndWeight - kStartWeight) * static_cast<double>(i + 1) / static_cast<double>(words.size());
      const bool softened = factor < 0 && found->weight < 0;  // "Not angry" is no praise.
      const double amount = found->weight * (softened ? factor * kNotBad : factor) * place;
      sums.all += amount;
      sums.after_but += amount;
      (amount > 0 ? sums.pleasant : sums.unpleasant) += amount;
      factor = 1;
      reach = 0;
      i += found->words;
      continue;
    }
    if (turns[i].factor) {
      factor = (reach > 0 ? factor : 1) * *turns[i].factor;
      reach = kReach + 1;
    }
    if (reach > 0 && --reach == 0) factor = 1;
    if (turns[i].contrasts) sums.after_but = 0;
    ++i;
  }
  return sums;
}

SentimentSigns::~SentimentSigns() = default;

SentimentSigns::SentimentSigns(const Library& library) {
  for (const auto& [name, lexicon] : library.lexicons) {
    Language language;
    language.own = WeightedWords(list(lexicon, "sentiment"));
    if (language.own.empty()) continue;
    language.common = WeightedWords(list(lexicon, "sentiment-common"));
    language.intensify = WeightedWords(list(lexicon, "sentiment-intensify"));
    language.negate = WeightedWords(list(lexicon, "sentiment-negate"));
    language.contrast = WeightedWords(list(lexicon, "sentiment-contrast"));
    for (std::size_t i = 0; i < kSigns; ++i) language.names[i] = absl::StrCat(name, " ", kNames[i]);
    languages_.emplace(name, std::move(language));
  }
}

bool SentimentSigns::knows(std::string_view language) const { return languages_.find(language) != languages_.end(); }

LineSigns SentimentSigns::read(std::span<const std::string_view> words, std::string_view original,
                               std::string_view language_name) const {
  const auto found = languages_.find(language_name);
  if (found == languages_.end()) return {};
  const Language& language = found->second;
  std::vector<Language::Turn> turns;
  turns.reserve(words.size());
  for (const std::string_view word : words) turns.push_back(language.turn_of(word));
  const Sums own = language.sums_of(language.own, words, turns);
  const Sums common = language.sums_of(language.common, words, turns);
  const auto negations = static_cast<double>(std::ranges::count(turns, true, &Language::Turn::negates));
  const TypedSigns typed = typed_signs(original);

  LineSigns signs;
  signs.sum = own.all;
  const auto add = [&](Sign sign, double value) {
    if (value != 0) signs.extras.push_back({language.names[sign], static_cast<float>(value), {}});
  };
  signs.extras.reserve(kSigns);
  add(kOwn, squashed(signs.sum));
  add(kOwnPleasant, squashed(own.pleasant));
  add(kOwnUnpleasant, squashed(own.unpleasant));
  add(kOwnAfterBut, squashed(own.after_but));
  add(kCommonPleasant, squashed(common.pleasant));
  add(kCommonUnpleasant, squashed(common.unpleasant));
  add(kCommonAfterBut, squashed(common.after_but));
  add(kNegations, std::min(negations, 3.0) / 3);
  add(kQuestion, typed.question ? 1 : 0);
  add(kExclamations, std::min(typed.exclamations, 3) / 3.0);
  add(kCapitals, typed.shouts ? 1 : 0);
  add(kSmiles, typed.smiles > 0 ? 1 : 0);
  add(kFrowns, typed.frowns > 0 ? 1 : 0);
  add(kShort, words.size() <= 3 ? 1 : 0);
  return signs;
}

}  // namespace aandacht::domain
