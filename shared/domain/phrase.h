// Phrases: the syntax of RE2 over folded normalised text, matched on whole words.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace aandacht::domain {

/// OK when `phrase` can be matched; INVALID_ARGUMENT with RE2's reason otherwise, also for one that matches nothing at
/// all ("a*"), because it would match every text.
[[nodiscard]] absl::Status check_phrase(std::string_view phrase);

/// Where a phrase was found: bytes [begin, end) of the text.
struct PhraseRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One of the places where a phrase was found.
struct PhraseHit {
  std::size_t phrase = 0;  ///< Its place in the list.
  PhraseRange range;
};

/// Many phrases, looked for at once. Immutable after creation and safe to use from any number of threads.
class PhraseSet {
 public:
  /// Diacritics in the phrases are dropped, as they are in folded text. INVALID_ARGUMENT: as check_phrase().
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<PhraseSet>> create(const std::vector<std::string>& phrases);

  ~PhraseSet();
  PhraseSet(const PhraseSet&) = delete;
  PhraseSet& operator=(const PhraseSet&) = delete;

  /// The places in the list of those that occur in `text` (see folded()), rising.
  [[nodiscard]] std::vector<std::size_t> find(std::string_view text) const;

  /// Where they occur, by their place in the list and then in the text: once for each word at which one begins, with
  /// the longest that begins there, and at most 16 times each.
  [[nodiscard]] std::vector<PhraseHit> find_all(std::string_view text) const;

  /// Where phrase `index` occurs first; the longest that begins there.
  [[nodiscard]] std::optional<PhraseRange> locate(std::size_t index, std::string_view text) const;

 private:
  struct Compiled;
  explicit PhraseSet(std::unique_ptr<Compiled> compiled);

  void add_all_of(std::size_t other, std::string_view text, std::vector<PhraseHit>& found) const;

  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aandacht::domain
