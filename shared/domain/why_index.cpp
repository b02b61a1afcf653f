#include "shared/domain/why_index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kCompoundStem = 5;  // Shorter stems would match inside unrelated words.
constexpr double kRuleWeight = 0.5;
constexpr double kTextWeight = 0.5;
constexpr double kHalfName = 1.5;  // Exponent: half a name is much less than half a mention.
constexpr int kFewWhys = 4;
constexpr std::size_t kInsideLetters = 4;  // Typed letters that may also stand inside a word.
constexpr double kCollapsedName = 0.5;
constexpr double kLeastScore = 0.1;
constexpr double kRuleSaturation = 2.0;  // Rare rule stems for a full mention of the rule.
constexpr double kTextSaturation = 3.0;

// Weights of the fields in search.
constexpr double kTopic = 8;
constexpr double kSynonym = 4;
constexpr double kRule = 2;
constexpr double kCorner = 1;

std::string folded_text(std::string_view text) { return folded(normalise(text)).text; }

std::vector<std::string> words_of(std::string_view text) {
  return absl::StrSplit(folded_text(text), ' ', absl::SkipEmpty());
}

std::vector<std::string> unique_stems(std::string_view text, std::string_view language) {
  std::vector<std::string> result;
  for (std::string& stem : stems(normalise(text).text, language)) {
    if (std::find(result.begin(), result.end(), stem) == result.end()) result.push_back(std::move(stem));
  }
  return result;
}

/// How well a said stem names a wanted one, 0 … 1. "terugbetalingstermijn" names "terugbetal", "betal" names it in
/// part: Dutch writes compounds as one word, English does not.
double fit(std::string_view wanted, std::string_view said, bool compounds) {
  if (wanted == said) return 1;
  if (!compounds) return 0;
  if (wanted.size() >= kCompoundStem && said.find(wanted) != std::string_view::npos) return 1;
  const bool part = said.size() >= kCompoundStem && wanted.find(said) != std::string_view::npos;
  return part ? static_cast<double>(said.size()) / static_cast<double>(wanted.size()) : 0;
}

struct SaidStem {
  std::string stem;
  std::size_t begin = 0;  // Of the word in the normalised text.
  std::size_t end = 0;
};

std::vector<SaidStem> said_stems(std::string_view text, std::string_view language) {
  std::vector<SaidStem> said;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    for (std::string& stem : stems(text.substr(begin, end - begin), language)) {
      said.push_back({std::move(stem), begin, end});
    }
    begin = end + 1;
  }
  return said;
}

bool in_language(const Why& why, std::string_view language) {
  return why.language == language || why.language.starts_with(std::string(language) + "-");
}

bool of_queue(const Why& why, std::string_view queue) {
  return why.queues.empty() || queue.empty() ||
         std::find(why.queues.begin(), why.queues.end(), queue) != why.queues.end();
}

}  // namespace

struct WhyIndex::Entry {
  struct Stem {
    std::string text;
    double weight = 1;  // Rare stems weigh more.
  };
  /// Topic or synonym.
  struct Name {
    std::string text;  // Folded, between spaces.
    std::vector<Stem> stems;
    double worth = 1;  // Less when function words were most of it: "on hold" is more than "hold".
  };
  Why why;
  std::vector<Name> names;
  std::vector<Stem> rule;
  std::vector<Stem> corners;
  std::vector<std::pair<std::string, double>> typed;  // Folded words with the weight of their field.
};

namespace {

using Said = std::vector<SaidStem>;

/// Marks the words that fit and returns the weight of the stems that were said.
template <typename Stems>
double weigh(const Stems& wanted, const Said& said, bool compounds, std::set<std::size_t>& used) {
  double weight = 0;
  for (const auto& stem : wanted) {
    double best = 0;
    for (std::size_t i = 0; i < said.size(); ++i) {
      const double strength = fit(stem.text, said[i].stem, compounds);
      if (strength > 0) used.insert(i);
      best = std::max(best, strength);
    }
    weight += best * stem.weight;
  }
  return weight;
}

template <typename Stems>
double total(const Stems& stems) {
  double sum = 0;
  for (const auto& stem : stems) sum += stem.weight;
  return sum;
}

/// How rare a stem is among the whys of its language.
class Rarity {
 public:
  explicit Rarity(const std::vector<Why>& whys) {
    for (const Why& why : whys) {
      ++whys_[why.language];
      const std::string all =
          absl::StrCat(why.topic, " ", why.rule, " ", why.customer, " ", why.employee, " ", why.organisation);
      for (const std::string& stem : unique_stems(all, why.language)) ++uses_[{why.language, stem}];
    }
  }

  /// 0.1 … 1. Among a few whys rarity says nothing.
  [[nodiscard]] double weight(const std::string& stem, const std::string& language) const {
    const int whys = whys_.at(language);
    const auto uses = uses_.find({language, stem});
    if (whys < kFewWhys || uses == uses_.end()) return 1;
    return std::clamp(-std::log2(static_cast<double>(uses->second) / whys + 0.05) / 2, 0.1, 1.0);
  }

 private:
  std::map<std::pair<std::string, std::string>, int> uses_;
  std::map<std::string, int> whys_;
};

std::string corners_of(const Why& why) { return absl::StrCat(why.customer, " ", why.employee, " ", why.organisation); }

std::vector<WhyIndex::Entry::Stem> weighted(std::string_view text, const Why& why, const Rarity& rarity) {
  std::vector<WhyIndex::Entry::Stem> result;
  for (const std::string& stem : unique_stems(text, why.language)) {
    result.push_back({stem, rarity.weight(stem, why.language)});
  }
  return result;
}

WhyIndex::Entry entry_of(Why why, const Rarity& rarity) {
  WhyIndex::Entry entry;
  const auto type = [&](std::string_view text, double weight) {
    for (std::string& word : words_of(text)) entry.typed.emplace_back(std::move(word), weight);
  };
  const auto add_name = [&](std::string_view text, double weight) {
    type(text, weight);
    WhyIndex::Entry::Name name{absl::StrCat(" ", folded_text(text), " "), weighted(text, why, rarity)};
    if (name.stems.size() == 1 && words_of(text).size() > 1) name.worth = kCollapsedName;
    if (!name.stems.empty()) entry.names.push_back(std::move(name));
  };
  add_name(why.topic, kTopic);
  for (const std::string& synonym : why.synonyms) add_name(synonym, kSynonym);
  type(why.rule, kRule);
  type(corners_of(why), kCorner);
  entry.rule = weighted(why.rule, why, rarity);
  entry.corners = weighted(absl::StrCat(corners_of(why), " ", why.example), why, rarity);
  entry.why = std::move(why);
  return entry;
}

/// How well typed letters fit a word of the why; 0: not at all.
double typed_score(const WhyIndex::Entry& entry, const std::string& letters) {
  double best = 0;
  for (const auto& [word, weight] : entry.typed) {
    if (word.starts_with(letters)) {
      best = std::max(best, weight * (word == letters ? 2.0 : 1.0));
    } else if (letters.size() >= kInsideLetters && word.find(letters) != std::string::npos) {
      best = std::max(best, weight * 0.5);
    }
  }
  return best;
}

}  // namespace

WhyIndex::WhyIndex(std::vector<Why> whys) {
  const Rarity rarity(whys);
  for (Why& why : whys) entries_.push_back(entry_of(std::move(why), rarity));
}

WhyIndex::~WhyIndex() = default;

std::vector<WhyMatch> WhyIndex::match(const Normalised& text, std::string_view original, std::string_view language,
                                      std::string_view queue, std::size_t limit) const {
  const Said said = said_stems(text.text, language);
  std::vector<WhyMatch> matches;
  if (said.empty()) return matches;
  const bool compounds = language == "nl";
  const std::string spaced = absl::StrCat(" ", folded(text).text, " ");
  for (const Entry& entry : entries_) {
    if (!in_language(entry.why, language) || !of_queue(entry.why, queue)) continue;
    std::set<std::size_t> used;
    double name = 0;
    for (const Entry::Name& entry_name : entry.names) {
      const double share = weigh(entry_name.stems, said, compounds, used) / std::max(total(entry_name.stems), 0.1);
      const bool literal = spaced.find(entry_name.text) != std::string::npos;
      name = std::max(name, literal ? 1 : entry_name.worth * std::pow(share, kHalfName));
    }
    const double rule = std::min(1.0, weigh(entry.rule, said, compounds, used) / kRuleSaturation);
    const double corners = std::min(1.0, weigh(entry.corners, said, compounds, used) / kTextSaturation);
    const double score = name + kRuleWeight * rule + kTextWeight * corners;
    if (score < kLeastScore || used.empty()) continue;
    const std::string_view words = original_words(text, original, said[*used.begin()].begin, said[*used.rbegin()].end);
    matches.push_back({entry.why.id, score, std::string(words)});
  }
  std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

std::vector<const Why*> WhyIndex::search(std::string_view query, std::string_view language, std::string_view queue,
                                         std::size_t limit) const {
  const std::vector<std::string> typed = words_of(query);
  std::vector<std::pair<double, const Why*>> found;
  for (const Entry& entry : entries_) {
    if (!in_language(entry.why, language) || !of_queue(entry.why, queue)) continue;
    double score = 0;
    bool all = true;
    for (const std::string& letters : typed) {
      const double best = typed_score(entry, letters);
      all = all && best > 0;
      score += best;
    }
    if (all) found.emplace_back(score, &entry.why);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second->topic < b.second->topic;
  });
  std::vector<const Why*> result;
  for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) result.push_back(found[i].second);
  return result;
}

}  // namespace aandacht::domain
