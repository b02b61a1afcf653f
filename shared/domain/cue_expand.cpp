// The finite phrases of cue lists, written out.
#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "shared/domain/cue_words.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostTexts = 20'000;
constexpr int kMostTimes = 6;

using Texts = std::vector<std::string>;

class Expander {
 public:
  explicit Expander(std::string_view phrase) : rest_(phrase) {}

  absl::StatusOr<Texts> expand() {
    Texts texts = choice();
    if (!rest_.empty()) wrong_ = true;
    if (wrong_)
      return absl::InvalidArgumentError("an expression here is made of words, (?:a|b), ?, {0,3}, \\d and \\S only");
    return texts;
  }

 private:
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  Texts choice() {
    Texts all = sequence();
    while (take("|")) {
      Texts more = sequence();
      all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
      if (all.size() > kMostTexts) wrong_ = true;
    }
    return all;
  }

  Texts sequence() {
    Texts all = {""};
    while (!wrong_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')')
      all = product(std::move(all), repeated(unit()));
    return all;
  }

  Texts unit() {
    if (take("(?:")) {
      Texts inside = choice();
      if (!take(")")) wrong_ = true;
      return inside;
    }
    if (take("\\S*") || take("\\S+")) return {std::string(1, kAnyLetters)};
    if (take("\\d")) return {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    const char c = rest_.front();
    if (c != '|' && is_special(c)) {
      wrong_ = true;
      return {};
    }
    std::size_t bytes = letter_size(0);
    // Letters that no repeat follows are one unit: a word is added once and not letter by letter.
    while (bytes < rest_.size() && !is_special(rest_[bytes])) {
      const std::size_t next = bytes + letter_size(bytes);
      if (next < rest_.size() && (rest_[next] == '?' || rest_[next] == '{')) break;
      bytes = next;
    }
    std::string letters(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
    return {std::move(letters)};
  }

  static bool is_special(char c) { return std::string_view("\\()[]{}*+?.^$|").find(c) != std::string_view::npos; }

  /// Bytes of the letter at `at`.
  std::size_t letter_size(std::size_t at) const {
    std::size_t bytes = 1;
    while (at + bytes < rest_.size() && (static_cast<unsigned char>(rest_[at + bytes]) & 0xC0U) == 0x80U) ++bytes;
    return bytes;
  }

  Texts repeated(Texts once) {
    int least = 1;
    int most = 1;
    if (rest_.empty() || (rest_.front() != '?' && rest_.front() != '{')) return once;
    if (take("?")) {
      least = 0;
    } else if (rest_.size() >= 5 && rest_[0] == '{' && rest_[2] == ',' && rest_[4] == '}') {
      least = rest_[1] - '0';
      most = rest_[3] - '0';
      rest_.remove_prefix(5);
      if (least < 0 || least > most || most > kMostTimes) wrong_ = true;
    }
    Texts all;
    Texts times = {""};
    for (int count = 0; count <= most && !wrong_; ++count) {
      if (count >= least) all.insert(all.end(), times.begin(), times.end());
      if (count < most) times = product(std::move(times), once);
    }
    return all;
  }

  Texts product(Texts left, const Texts& right) {
    if (right.size() == 1) {
      for (std::string& text : left) text += right[0];
      return left;
    }
    Texts all;
    if (left.size() * right.size() > kMostTexts) {
      wrong_ = true;
      return all;
    }
    for (const std::string& a : left) {
      for (const std::string& b : right) all.push_back(absl::StrCat(a, b));
    }
    return all;
  }

  std::string_view rest_;
  bool wrong_ = false;
};

}  // namespace

absl::StatusOr<std::vector<std::string>> expand_finite(std::string_view phrase) { return Expander(phrase).expand(); }

bool is_finite_cue(std::string_view phrase) {
  const auto texts = expand_finite(phrase);
  if (!texts.ok()) return false;
  return std::none_of(texts->begin(), texts->end(), [](const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    const bool any_first = begin != std::string::npos && text[begin] == kAnyLetters &&
                           (begin + 1 == text.size() || text[begin + 1] == ' ');
    return begin == std::string::npos || any_first;
  });
}

}  // namespace aandacht::domain
