#include "shared/domain/phrase_syntax.h"

#include <cstddef>
#include <string_view>

#include "absl/strings/ascii.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kLongest = 4000;  // Bytes; longer ones may be more than RE2 wants to hold.
constexpr int kDeepest = 20;
constexpr int kMostRepeats = 20;
constexpr int kMostNestedRepeats = 2;  // Each multiplies what RE2 has to hold.

/// Reads one phrase from left to right; every part says whether it can match nothing.
class SyntaxReader {
 public:
  explicit SyntaxReader(std::string_view phrase) : rest_(phrase) {}

  bool is_phrase() {
    const bool nullable = choice(0, 0);
    return fits_ && rest_.empty() && !nullable;
  }

 private:
  bool next_is(std::string_view text) const { return rest_.starts_with(text); }

  bool take(std::string_view text) {
    if (!next_is(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  bool choice(int depth, int repeats) {
    fits_ = fits_ && depth <= kDeepest;
    bool nullable = sequence(depth, repeats);
    while (fits_ && take("|")) nullable = sequence(depth, repeats) || nullable;
    return nullable;
  }

  bool sequence(int depth, int repeats) {
    bool nullable = true;
    while (fits_ && !rest_.empty() && !next_is("|") && !next_is(")")) nullable = item(depth, repeats) && nullable;
    return nullable;
  }

  bool item(int depth, int repeats) {
    bool nullable = false;
    if (take("(")) {
      if (next_is("?")) fits_ = take("?:");
      nullable = choice(depth + 1, repeats + (repeats_after_group() ? 1 : 0));
      fits_ = fits_ && take(")");
    } else if (!take("\\S")) {
      const auto c = static_cast<unsigned char>(rest_.front());
      fits_ = absl::ascii_isalnum(c) || c == ' ' || c == '\'';
      rest_.remove_prefix(1);
    }
    return repeated(nullable, repeats);
  }

  /// True when the group that was just opened is closed by a counted repeat. Looks ahead, which is quadratic in the
  /// depth at worst.
  [[nodiscard]] bool repeats_after_group() const {
    int open = 1;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '(') ++open;
      if (rest_[i] == ')' && --open == 0) return i + 1 < rest_.size() && rest_[i + 1] == '{';
    }
    return false;
  }

  bool repeated(bool nullable, int repeats) {
    if (take("?") || take("*")) {
      nullable = true;
    } else if (!take("+") && take("{")) {
      const int least = number();
      const int most = take(",") ? number() : least;
      fits_ = fits_ && take("}") && least >= 0 && most >= least && most >= 1 && most <= kMostRepeats &&
              repeats < kMostNestedRepeats;
      nullable = nullable || least == 0;
    }
    if (next_is("?") || next_is("*") || next_is("+") || next_is("{")) fits_ = false;  // Lazy or doubled: ask RE2.
    return nullable;
  }

  /// -1: there is none.
  int number() {
    int value = -1;
    for (int digits = 0; digits < 3 && !rest_.empty() && absl::ascii_isdigit(static_cast<unsigned char>(rest_[0]));
         ++digits) {
      value = (value < 0 ? 0 : value) * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    return value;
  }

  std::string_view rest_;
  bool fits_ = true;
};

}  // namespace

bool is_surely_a_phrase(std::string_view phrase) {
  return phrase.size() <= kLongest && phrase.find_first_not_of(' ') != std::string_view::npos &&
         SyntaxReader(phrase).is_phrase();
}

}  // namespace aandacht::domain
