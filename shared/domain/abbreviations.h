// Abbreviations that a customer does not know: capitals ("SNR"), spelled letters ("o n t"), words without vowels
// ("pnr").
#pragma once

#include <string>
#include <string_view>

#include "shared/base/word_map.h"
#include "shared/domain/normalise.h"

namespace aandacht::domain {

/// What stands for an abbreviation in marked text. Capitals never occur in normalised text.
inline constexpr std::string_view kAbbreviationMark = "ACRONYM";

/// `text` (made from `original`) with every abbreviation that is not in `known` replaced by kAbbreviationMark, still
/// pointing into `original`. Capitals tell nothing in a text that is all shouting; there they are not looked at.
[[nodiscard]] Normalised mark_abbreviations(const Normalised& text, std::string_view original,
                                            const base::WordSet& known);

}  // namespace aandacht::domain
