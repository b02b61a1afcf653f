#include "shared/domain/cue_phrase.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "shared/domain/cue_words.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostTexts = 20'000;
constexpr int kMostTimes = 6;

/// Parses and counts for how many expressions each part stands.
class FiniteParser {
 public:
  explicit FiniteParser(std::string_view phrase) : rest_(phrase) {}

  absl::StatusOr<CueChoice> parse() {
    CueChoice phrase = choice().first;
    if (!rest_.empty()) wrong_ = true;
    if (wrong_)
      return absl::InvalidArgumentError("an expression here is made of words, (?:a|b), ?, {0,3}, \\d and \\S only");
    return phrase;
  }

 private:
  template <typename Part>
  using Counted = std::pair<Part, std::size_t>;

  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  std::size_t within(std::size_t count) {
    if (count <= kMostTexts) return count;
    wrong_ = true;
    return kMostTexts;
  }

  Counted<CueChoice> choice() {
    Counted<CueChoice> all;
    do {
      Counted<CueSequence> one = sequence();
      all.first.push_back(std::move(one.first));
      all.second = within(all.second + one.second);
    } while (take("|"));
    return all;
  }

  Counted<CueSequence> sequence() {
    Counted<CueSequence> all{{}, 1};
    while (!wrong_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Counted<CuePiece> one = piece();
      repeat(one);
      all.first.push_back(std::move(one.first));
      all.second = within(all.second * one.second);
    }
    return all;
  }

  Counted<CuePiece> piece() {
    if (take("(?:")) {
      Counted<CueChoice> inside = choice();
      if (!take(")")) wrong_ = true;
      return {{"", std::move(inside.first)}, inside.second};
    }
    if (take("\\S*")) return {{std::string(1, kAnyLetters), {}}, 1};
    if (take("\\S+")) return {{std::string(1, kSomeLetters), {}}, 1};
    if (take("\\d")) {
      CuePiece digit;
      for (char c = '0'; c <= '9'; ++c) digit.choices.push_back({CuePiece{std::string(1, c), {}}});
      return {std::move(digit), 10};
    }
    if (is_special(rest_.front())) {
      wrong_ = true;
      return {};
    }
    std::size_t bytes = letter_size(0);
    // Letters that no repeat follows are one piece: a word is read once and not letter by letter.
    while (bytes < rest_.size() && !is_special(rest_[bytes])) {
      const std::size_t next = bytes + letter_size(bytes);
      if (next < rest_.size() && (rest_[next] == '?' || rest_[next] == '{')) break;
      bytes = next;
    }
    std::string letters(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
    return {{std::move(letters), {}}, 1};
  }

  static bool is_special(char c) { return std::string_view("\\()[]{}*+?.^$|").find(c) != std::string_view::npos; }

  /// Bytes of the letter at `at`.
  std::size_t letter_size(std::size_t at) const {
    std::size_t bytes = 1;
    while (at + bytes < rest_.size() && (static_cast<unsigned char>(rest_[at + bytes]) & 0xC0U) == 0x80U) ++bytes;
    return bytes;
  }

  void repeat(Counted<CuePiece>& one) {
    CuePiece& piece = one.first;
    if (take("?")) {
      piece.least = 0;
    } else if (rest_.size() >= 5 && rest_[0] == '{' && rest_[2] == ',' && rest_[4] == '}') {
      piece.least = rest_[1] - '0';
      piece.most = rest_[3] - '0';
      rest_.remove_prefix(5);
      if (piece.least < 0 || piece.least > piece.most || piece.most > kMostTimes) wrong_ = true;
    }
    std::size_t all = 0;
    std::size_t times = 1;
    for (int count = 0; count <= piece.most && !wrong_; ++count) {
      if (count >= piece.least) all += times;
      if (count < piece.most) times = within(times * one.second);
    }
    one.second = all;
  }

  std::string_view rest_;
  bool wrong_ = false;
};

using Texts = std::vector<std::string>;

Texts product(const Texts& left, const Texts& right) {
  Texts all;
  for (const std::string& a : left) {
    for (const std::string& b : right) all.push_back(a + b);
  }
  return all;
}

Texts texts_of(const CueChoice& choice) {
  Texts all;
  for (const CueSequence& sequence : choice) {
    Texts texts = {""};
    for (const CuePiece& piece : sequence) {
      const Texts once = piece.choices.empty() ? Texts{piece.letters} : texts_of(piece.choices);
      Texts repeated;
      Texts times = {""};
      for (int count = 0; count <= piece.most; ++count) {
        if (count >= piece.least) repeated.insert(repeated.end(), times.begin(), times.end());
        if (count < piece.most) times = product(times, once);
      }
      texts = product(texts, repeated);
    }
    all.insert(all.end(), texts.begin(), texts.end());
  }
  return all;
}

}  // namespace

absl::StatusOr<CueChoice> parse_finite(std::string_view phrase) { return FiniteParser(phrase).parse(); }

CueChoice backwards(CueChoice phrase) {
  for (CueSequence& sequence : phrase) {
    std::reverse(sequence.begin(), sequence.end());
    for (CuePiece& piece : sequence) piece.choices = backwards(std::move(piece.choices));
  }
  return phrase;
}

absl::StatusOr<std::vector<std::string>> expand_finite(std::string_view phrase) {
  const absl::StatusOr<CueChoice> parsed = parse_finite(phrase);
  if (!parsed.ok()) return parsed.status();
  Texts texts = texts_of(*parsed);
  for (std::string& text : texts) std::replace(text.begin(), text.end(), kSomeLetters, kAnyLetters);
  return texts;
}

namespace {

bool is_any(char c) { return c == kAnyLetters || c == kSomeLetters; }

/// Whether it says something, and what it begins with.
bool is_findable(const CueChoice& phrase) {
  // How an expression may have begun, as bits.
  enum : unsigned { kBlank = 1, kAnyFirst = 2, kSaysNothing = 4, kSaysSomething = 8 };
  const auto over = [](char c, unsigned states) {
    unsigned after = states & (kSaysNothing | kSaysSomething);
    const bool space = c == ' ';
    if ((states & kBlank) != 0) after |= space ? kBlank : is_any(c) ? kAnyFirst : kSaysSomething;
    if ((states & kAnyFirst) != 0) after |= space ? kSaysNothing : kSaysSomething;
    return after;
  };
  const auto feed = [&](const std::string& letters, unsigned& states) {
    for (const char c : letters) states = over(c, states);
  };
  const auto merge = [](unsigned from, unsigned& into) { into |= from; };
  return walk_finite<unsigned>(phrase, kBlank, feed, merge) == kSaysSomething;
}

/// What was read of a word, as bits: any letters stand for themselves only at its begin or its end.
enum WordSoFar : unsigned {
  kNothing = 1,
  kLetters = 2,
  kAny = 4,          ///< Any letters.
  kAnyThenSome = 8,  ///< Any letters and then others.
  kThenAny = 16,     ///< Letters and then any.
  kSomeWord = 32,    ///< At least one letter, whichever.
  kWrong = 64,       ///< Any letters elsewhere.
  kGlued = 128,      ///< At least one letter as part of a word.
};

unsigned after(unsigned states, char c) {
  unsigned next = states & (kWrong | kGlued);
  const auto go = [&](unsigned from, unsigned to) { next |= (states & from) != 0 ? to : 0U; };
  if (c == ' ') return next | ((states & ~(kWrong | kGlued)) != 0 ? kNothing : 0U);
  if (c == kSomeLetters) {
    go(kNothing, kSomeWord);
    go(kLetters, kThenAny | kGlued);
    go(kAny | kAnyThenSome | kThenAny | kSomeWord, kWrong);
  } else if (c == kAnyLetters) {
    go(kNothing, kAny);
    go(kLetters, kThenAny);
    go(kAny | kAnyThenSome | kThenAny | kSomeWord, kWrong);
  } else {
    go(kNothing | kLetters, kLetters);
    go(kAny | kAnyThenSome, kAnyThenSome);
    go(kSomeWord, kAnyThenSome | kGlued);
    go(kThenAny, kWrong);
  }
  return next;
}

/// In which states words of the phrase can be read.
unsigned words_in(const CueChoice& phrase) {
  const auto feed = [](const std::string& letters, unsigned& states) {
    for (const char c : letters) states = after(states, c);
  };
  const auto merge = [](unsigned from, unsigned& into) { into |= from; };
  return walk_finite<unsigned>(phrase, kNothing, feed, merge);
}

}  // namespace

bool is_finite_cue(std::string_view phrase) {
  const absl::StatusOr<CueChoice> parsed = parse_finite(phrase);
  return parsed.ok() && is_findable(*parsed) && (words_in(*parsed) & kWrong) == 0;
}

bool is_finite_phrase(std::string_view phrase) {
  const bool is_lazy = phrase.find("\\S+?") != phrase.npos || phrase.find("\\S*?") != phrase.npos;  // And not optional.
  if (is_lazy) return false;
  const absl::StatusOr<CueChoice> parsed = parse_finite(phrase);
  return parsed.ok() && is_findable(*parsed) && (words_in(*parsed) & (kWrong | kGlued)) == 0;
}

}  // namespace aandacht::domain
