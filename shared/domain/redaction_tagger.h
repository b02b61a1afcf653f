// Inside redaction: the trained tagger, and what it is told of each token.
#pragma once

#include <cstdint>
#include <string_view>

#include "shared/classify/tagger.h"
#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {

/// The tagger that the product has, compiled in: redaction must not depend on a file being there. Lives for ever.
/// nullptr when there is none.
[[nodiscard]] const classify::Tagger* shipped_tagger();

/// What the tagger knows of each token, after find_by_rules().
[[nodiscard]] classify::TokenFeatures token_features(const Search& search);

/// The hash by which Situation::question knows a word.
[[nodiscard]] std::uint32_t word_hash(std::string_view key);

/// Of how a long word ends, as Situation::question knows it beside the word; 0: the word is short.
[[nodiscard]] std::uint32_t tail_hash(std::string_view key);

}  // namespace aandacht::domain::redaction
