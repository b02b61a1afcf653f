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
constexpr double kTextWeight = 0.25;
constexpr double kLeastScore = 0.2;
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

/// "betal" fits "betal", "terugbetal" and "betaltermijn".
bool fits(std::string_view stem, std::string_view said) {
  if (stem == said) return true;
  if (stem.size() >= kCompoundStem && said.find(stem) != std::string_view::npos) return true;
  return said.size() >= kCompoundStem && stem.find(said) != std::string_view::npos;
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
  return why.queues.empty() || queue.empty() || std::find(why.queues.begin(), why.queues.end(), queue) != why.queues.end();
}

}  // namespace

struct WhyIndex::Entry {
  struct Stem {
    std::string text;
    double weight = 1;  // Rare stems weigh more.
  };
  Why why;
  std::vector<std::vector<Stem>> names;  // Topic and synonyms.
  std::vector<Stem> rule;
  std::vector<Stem> corners;
  std::vector<std::pair<std::string, double>> typed;  // Folded words with the weight of their field.
};

namespace {

using Said = std::vector<SaidStem>;

/// Marks the words that fit and returns the weight of the stems that were said.
template <typename Stems>
double weigh(const Stems& wanted, const Said& said, std::set<std::size_t>& used) {
  double weight = 0;
  for (const auto& stem : wanted) {
    bool hit = false;
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (!fits(stem.text, said[i].stem)) continue;
      hit = true;
      used.insert(i);
    }
    if (hit) weight += stem.weight;
  }
  return weight;
}

template <typename Stems>
double total(const Stems& stems) {
  double sum = 0;
  for (const auto& stem : stems) sum += stem.weight;
  return sum;
}

}  // namespace

WhyIndex::WhyIndex(std::vector<Why> whys) {
  // How many whys of a language use a stem.
  std::map<std::pair<std::string, std::string>, int> uses;
  std::map<std::string, int> count;
  const auto all_text = [](const Why& w) {
    return absl::StrCat(w.topic, " ", w.rule, " ", w.customer, " ", w.employee, " ", w.organisation);
  };
  for (const Why& why : whys) {
    ++count[why.language];
    for (const std::string& stem : unique_stems(all_text(why), why.language)) ++uses[{why.language, stem}];
  }
  for (Why& why : whys) {
    const auto weighted = [&](std::string_view text) {
      std::vector<Entry::Stem> result;
      for (const std::string& stem : unique_stems(text, why.language)) {
        const double share = static_cast<double>(uses[{why.language, stem}]) / count[why.language];
        result.push_back({stem, count[why.language] < 4 ? 1.0 : std::clamp(-std::log2(share + 0.05) / 2, 0.1, 1.0)});
      }
      return result;
    };
    Entry entry;
    entry.names.push_back(weighted(why.topic));
    for (const std::string& synonym : why.synonyms) entry.names.push_back(weighted(synonym));
    std::erase_if(entry.names, [](const auto& name) { return name.empty(); });
    entry.rule = weighted(why.rule);
    entry.corners = weighted(absl::StrCat(why.customer, " ", why.employee, " ", why.organisation, " ", why.example));
    const auto type = [&](std::string_view text, double weight) {
      for (std::string& word : words_of(text)) entry.typed.emplace_back(std::move(word), weight);
    };
    type(why.topic, kTopic);
    for (const std::string& synonym : why.synonyms) type(synonym, kSynonym);
    type(why.rule, kRule);
    type(absl::StrCat(why.customer, " ", why.employee, " ", why.organisation), kCorner);
    entry.why = std::move(why);
    entries_.push_back(std::move(entry));
  }
}

WhyIndex::~WhyIndex() = default;

std::vector<WhyMatch> WhyIndex::match(const Normalised& text, std::string_view original, std::string_view language,
                                      std::string_view queue, std::size_t limit) const {
  const Said said = said_stems(text.text, language);
  std::vector<WhyMatch> matches;
  if (said.empty()) return matches;
  for (const Entry& entry : entries_) {
    if (!in_language(entry.why, language) || !of_queue(entry.why, queue)) continue;
    std::set<std::size_t> used;
    double name = 0;
    for (const auto& stems_of_name : entry.names) {
      name = std::max(name, weigh(stems_of_name, said, used) / std::max(total(stems_of_name), 0.1));
    }
    const double rule = std::min(1.0, weigh(entry.rule, said, used) / kRuleSaturation);
    const double corners = std::min(1.0, weigh(entry.corners, said, used) / kTextSaturation);
    const double score = name + kRuleWeight * rule + kTextWeight * corners;
    if (score < kLeastScore) continue;
    const std::string_view words =
        original_words(text, original, said[*used.begin()].begin, said[*used.rbegin()].end);
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
      double best = 0;
      for (const auto& [word, weight] : entry.typed) {
        if (word.starts_with(letters)) {
          best = std::max(best, weight * (word == letters ? 2.0 : 1.0));
        } else if (letters.size() >= kCompoundStem - 1 && word.find(letters) != std::string::npos) {
          best = std::max(best, weight * 0.5);
        }
      }
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
