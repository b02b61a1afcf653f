// The phrase lists of a lexicon, ready to look for.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/domain/library.h"
#include "shared/domain/phrase.h"

namespace aandacht::domain {

/// The lexicon's phrases of this name, compiled; none when it has no such list. INVALID_ARGUMENT: RE2 refuses one; the
/// message names the list and the phrase.
[[nodiscard]] absl::StatusOr<std::unique_ptr<PhraseSet>> compile_phrases(const Lexicon& lexicon, std::string_view name);

/// Where the phrases occur inside `part` of `text`, at most 16 times each, in order of place. `part` begins and ends
/// with a word.
[[nodiscard]] std::vector<PhraseRange> find_phrases(const PhraseSet& phrases, std::string_view text, PhraseRange part);

/// "en" for English, "nl" for all else: the lexicon to read with.
[[nodiscard]] std::string_view base_language(std::string_view language);

}  // namespace aandacht::domain
