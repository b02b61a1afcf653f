// Placing a call's question among 100,000 others, beside one look-up for each of its words and a copy of their lists.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <unordered_map>

#include "absl/strings/str_cat.h"
#include "shared/content/load.h"
#include "shared/domain/normalise.h"
#include "shared/domain/question_groups.h"
#include "shared/domain/question_words.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

namespace aandacht::bench {
namespace {

constexpr int kStored = 100'000;
constexpr int kAsked = 2'000;
constexpr int kSubjects = 20'000;  // Different words; the commonest are said often, as in speech.
constexpr int kWords = 7;

/// Sentences out of meanings and made-up words, the n-th word about 1/n as often as the first.
class Speech {
 public:
  explicit Speech(const domain::Lexicon& lexicon) {
    for (const auto& [name, phrases] : lexicon.phrases) {
      if (name.starts_with("question.same.") || name.starts_with("question.about."))
        meanings_.insert(meanings_.end(), phrases.begin(), phrases.end());
    }
  }

  std::string sentence() {
    std::string made = absl::StrCat("ik bel over ", meanings_[random_() % meanings_.size()]);
    for (int i = 0; i < kWords; ++i) absl::StrAppend(&made, " ", word());
    return made;
  }

 private:
  std::string word() {
    const double even = std::uniform_real_distribution<double>(0, 1)(random_);
    auto rank = static_cast<int>(std::pow(kSubjects, even));
    std::string made;
    for (; rank > 0; rank /= 26) made += {static_cast<char>('a' + rank % 26), "aeiou"[rank % 5]};
    return made + "ling";
  }

  std::mt19937 random_{11};
  std::vector<std::string> meanings_;
};

/// Word → where it was said: what the index must at least read.
class Lists {
 public:
  void add(const std::string& words, std::uint32_t place) {
    for (const domain::QuestionWord& word : domain::question_words(words, "nl")) lists_[word.stem].push_back(place);
  }

  std::size_t copy(const std::vector<std::string>& stems, std::vector<std::uint32_t>& into) const {
    std::size_t copied = 0;
    for (const std::string& stem : stems) {
      const auto found = lists_.find(stem);
      if (found == lists_.end()) continue;
      const std::size_t count = std::min(found->second.size(), into.size() - copied);
      std::memcpy(into.data() + copied, found->second.data(), count * sizeof(std::uint32_t));
      copied += count;
    }
    return copied;
  }

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>> lists_;
};

template <typename Value>
void keep(const Value& value) {
  __asm__ volatile("" : : "r"(&value) : "memory");
}

void run() {
  auto library = content::load_library(std::string(AANDACHT_SOURCE_DIR "/service/content"));
  if (!library.ok()) throw std::runtime_error(library.status().ToString());
  Speech speech(library->lexicons["nl"]);
  std::vector<std::string> stored;
  std::vector<std::string> groups;
  domain::QuestionGroups placed(library->lexicons);
  Lists lists;
  for (int i = 0; i < kStored; ++i) {
    stored.push_back(speech.sentence());
    groups.push_back(placed.place({"nl", stored.back(), ""}, absl::StrCat("g", i)).group);
    lists.add(stored.back(), static_cast<std::uint32_t>(i));
  }
  std::vector<double> took;
  std::vector<double> least;
  std::vector<std::uint32_t> copy(4000);
  for (int i = 0; i < kAsked; ++i) {
    const std::string words = speech.sentence();
    std::vector<std::string> stems;
    for (const domain::QuestionWord& word : domain::question_words(words, "nl")) stems.push_back(word.stem);
    least.push_back(cpu_us_of([&] { keep(lists.copy(stems, copy)); }));
    took.push_back(cpu_us_of([&] { keep(placed.place({"nl", words, ""}, absl::StrCat("n", i))); }));
  }
  const Spread floor = spread_of(least);
  const Spread spread = spread_of(took);
  const std::string of = "one look-up a word and a copy of at most 4,000 places";
  const domain::QuestionFootprint footprint = placed.footprint();
  print("question_placed_p50", spread.median, "us CPU", {floor.median, of},
        {{"stored", kStored}, {"groups", footprint.groups}});
  print("question_placed_p99", spread.p99, "us CPU", {floor.p99, of});
  print_alone("question_memory", static_cast<double>(footprint.bytes) / static_cast<double>(footprint.examples),
              "bytes an example", {{"examples", footprint.examples}});
  std::vector<double> forgotten;
  for (int i = 0; i < kAsked; ++i) {
    forgotten.push_back(cpu_us_of([&] { placed.forget("nl", groups[static_cast<std::size_t>(i)]); }));
  }
  print_alone("question_group_forgotten_p99", spread_of(forgotten).p99, "us CPU", {{"stored", kStored}});
  domain::QuestionGroups again(library->lexicons);
  const double restored = cpu_us_of([&] {
    for (int i = 0; i < kStored; ++i)
      again.restore({"nl", stored[static_cast<std::size_t>(i)], ""}, groups[static_cast<std::size_t>(i)]);
  });
  print_alone("questions_restored", restored / 1e3, "ms CPU", {{"stored", kStored}});
  // Each new example pushes the oldest out.
  domain::QuestionGroups full(library->lexicons, {.examples = 150'000});
  for (int i = 0; full.footprint().examples < 150'000; ++i)
    full.restore({"nl", speech.sentence(), ""}, absl::StrCat("f", i));
  std::vector<double> pushed;
  for (int i = 0; i < kAsked; ++i) {
    const std::string words = speech.sentence();
    pushed.push_back(cpu_us_of([&] { keep(full.place({"nl", words, ""}, absl::StrCat("p", i))); }));
  }
  print_alone("question_placed_at_the_limit_p99", spread_of(pushed).p99, "us CPU", {{"stored", 150'000}});
  print_alone("question_placed_at_the_limit_most", *std::max_element(pushed.begin(), pushed.end()), "us CPU",
              {{"stored", 150'000}});
}

}  // namespace
}  // namespace aandacht::bench

int main() { aandacht::bench::run(); }
