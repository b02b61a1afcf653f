// How words are worn in speech, and how much they say about a subject.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/container/inlined_vector.h"

namespace aandacht::domain {

/// How much a word tells about what somebody is talking of, whatever the company: 0 for function words, 0.15 for
/// numbers, 0.25 for words that fit any call ("vraag", "dag", "iemand", "always"), 0.55 for those that fit many
/// ("betalen", "nieuw", "letter"), 1 for all others. `word` is folded; "en…" is English, all else Dutch.
[[nodiscard]] double subject_weight(std::string_view word, std::string_view language);

/// The infinitive or singular of an irregular form ("geschreven" → "schrijven", "paid" → "pay"); the word itself when
/// it is none. `word` is folded and must outlive the result.
[[nodiscard]] std::string_view regular_form(std::string_view word, bool english);

/// Mostly so few that they need no memory of their own.
using WordVariants = absl::InlinedVector<std::string, 6>;

/// What another form of the same word may be stemmed to, best first and without `word` itself: "getekend" → "teken",
/// "betaalt" → "betal", "teruggestort" → "terugstort". Dutch only. `word` is folded; as it was said or its stem.
[[nodiscard]] WordVariants dutch_variants(std::string_view word);

/// True for the first part of a separable verb when it stands alone ("terug", "langs", "mee"). `word` is folded.
[[nodiscard]] bool is_particle(std::string_view word);

/// The bytes of the separable first part that `stem` begins with ("langskom" → 5); 0 when there is none or less than
/// three letters are left.
[[nodiscard]] std::size_t particle_length(std::string_view stem);

}  // namespace aandacht::domain
