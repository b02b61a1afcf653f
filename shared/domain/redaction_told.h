// Inside redaction: what the words around a number say it is.
#pragma once

#include <cstddef>

#include "shared/domain/redaction_token.h"

namespace aandacht::domain::redaction {

/// The cue that says the same as a placeholder of this kind.
[[nodiscard]] Cue cue_of(SpanKind kind);

/// The cue of token `at` together with the words beside it ("date of birth", "gift card", "long number").
struct CueAt {
  Cue cue = Cue::kNone;
  bool generic = false;  ///< Names the thing ("kaart"), not its number ("kaartnummer").
  bool dated = false;    ///< See kDated.
};
[[nodiscard]] CueAt cue_at(const Tokens& tokens, std::size_t at);

/// What the words around a number say it is.
struct Told {
  Cue cue = Cue::kNone;
  std::size_t content = 0;  ///< Words between cue and number that are neither filler nor connector.
  bool generic = false;
  bool dated = false;
  bool partial = false;  ///< "the last four digits", "ending in".
  bool behind = false;   ///< It was said after the number.
};

/// The nearest cue before token `at`, at most a clause away.
[[nodiscard]] Told cue_before(const Tokens& tokens, std::size_t at);

/// A cue right behind token `last` that no other number follows ("123 achterop", "… is mijn pincode").
[[nodiscard]] Told cue_after(const Tokens& tokens, std::size_t last);

}  // namespace aandacht::domain::redaction
