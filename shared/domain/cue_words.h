// Lists of words and short expressions, all looked for in one walk over a text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/clause.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// An expression that was found: words [first, last] of the text.
struct CueHit {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t list = 0;  ///< Which list, by its place in create().

  bool operator==(const CueHit&) const = default;
};

/// Immutable after creation and safe to use from any number of threads.
///
/// An entry of a list is written as a phrase, but finite: words, "(?:a|b)", "(?:a)?", "(?:a){0,3}" (at most 6 times),
/// "\d" for a digit, "\S+" for any one word, and "\S*" or "\S+" at the begin or the end of a word for any letters.
/// Diacritics are dropped.
class CueWords {
 public:
  /// `lists` name phrase lists of the lexicon; one it does not have is empty. INVALID_ARGUMENT: an entry is not finite,
  /// begins with "\S+" or stands for more than 20,000 expressions; the message names its list.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<CueWords>> create(const Lexicon& lexicon,
                                                                        const std::vector<std::string_view>& lists);

  /// The same of phrases that stand in no lexicon. The message names none: "list 2: …".
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<CueWords>> create(
      const std::vector<std::vector<std::string>>& lists);

  ~CueWords();

  /// All hits by their first word; expressions that overlap are all found. `words` are those of `text`, which is
  /// folded.
  [[nodiscard]] std::vector<CueHit> find(std::string_view text, const std::vector<Word>& words) const;

 private:
  struct Compiled;
  class Builder;
  CueWords();

  std::unique_ptr<Compiled> compiled_;
};

/// Every text that a finite phrase stands for; "\S+" stays as kAnyWord or a wildcard in its word. INVALID_ARGUMENT: as
/// CueWords::create().
[[nodiscard]] absl::StatusOr<std::vector<std::string>> expand_finite(std::string_view phrase);

/// True when CueWords can hold the phrase.
[[nodiscard]] bool is_finite_cue(std::string_view phrase);

/// True when CueWords would find the same as a regular expression: it holds the phrase, and every "\S+" of it is a word
/// by itself, as in a part of one it stands for at least one letter.
[[nodiscard]] bool is_finite_phrase(std::string_view phrase);

inline constexpr char kAnyLetters = '\x01';  ///< What "\S*" and "\S+" become.

}  // namespace aandacht::domain
