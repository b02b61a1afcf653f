#include "shared/domain/question_words.h"

#include <algorithm>

#include "shared/domain/normalise.h"
#include "shared/domain/word_forms.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostWords = 64;
constexpr std::uint32_t kBits = 0x1FFFFFFF;

std::string stem_of(std::string_view word, bool english) {
  std::vector<std::string> stem = stems(regular_form(word, english), english ? "en" : "nl");
  return stem.empty() ? std::string(word) : std::move(stem.front());
}

}  // namespace

std::vector<QuestionWord> question_words(std::string_view text, std::string_view language) {
  std::vector<QuestionWord> words;
  const bool english = language.substr(0, 2) == "en";
  for (std::size_t begin = 0; begin < text.size() && words.size() < kMostWords;) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const double weight = subject_weight(word, language);
    words.push_back({weight > 0 ? stem_of(word, english) : std::string(word), weight});
    begin = end + 1;
  }
  return words;
}

std::uint32_t question_hash(std::string_view text) {
  std::uint32_t hash = 0x811c9dc5U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return (hash ^ (hash >> 29)) & kBits;
}

}  // namespace aandacht::domain
