#include "shared/domain/question_words.h"

#include <algorithm>

#include "shared/base/word_memo.h"
#include "shared/domain/normalise.h"
#include "shared/domain/word_forms.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostWords = 64;
constexpr std::size_t kMostRemembered = 16'384;
constexpr std::uint32_t kBits = 0x1FFFFFFF;

std::string stem_of(std::string_view word, bool english) {
  const std::string_view language = english ? "en" : "nl";
  const std::string_view form = regular_form(word, english);
  return is_stop_word(form, language) ? std::string(word) : stem(form, language);
}

QuestionWord fresh_word(std::string_view word, bool english) {
  const double weight = subject_weight(word, english ? "en" : "nl");
  return {weight > 0 ? stem_of(word, english) : std::string(word), weight};
}

template <typename Take>
void each_word(std::string_view text, Take take) {
  std::size_t left = kMostWords;
  for (std::size_t begin = 0; begin < text.size() && left > 0; --left) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    take(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

const QuestionWord& question_word(std::string_view word, std::string_view language) {
  const bool english = language.substr(0, 2) == "en";
  thread_local base::WordMemo<QuestionWord> lately;
  return lately.of(word, english ? 1 : 0, [&](std::string_view fresh) { return fresh_word(fresh, english); });
}

std::vector<QuestionWord> question_words(std::string_view text, std::string_view language) {
  std::vector<QuestionWord> words;
  each_word(text, [&](std::string_view word) { words.push_back(question_word(word, language)); });
  return words;
}

std::vector<QuestionWord> QuestionWordReader::read(std::string_view text) {
  std::vector<QuestionWord> words;
  each_word(text, [&](std::string_view word) {
    const absl::string_view key(word.data(), word.size());
    if (const auto known = known_.find(key); known != known_.end()) {
      words.push_back(known->second);
      return;
    }
    if (known_.size() >= kMostRemembered) known_.clear();
    words.push_back(known_.emplace(key, question_word(word, language_)).first->second);
  });
  return words;
}

std::uint32_t question_hash(std::string_view text) {
  std::uint32_t hash = 0x811c9dc5U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return (hash ^ (hash >> 29)) & kBits;
}

}  // namespace aandacht::domain
