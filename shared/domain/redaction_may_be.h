// Inside redaction: what words that the tagger would take cannot be, whatever it thinks of them.
#pragma once

#include <cstddef>

#include "shared/domain/redaction_search.h"

namespace aandacht::domain::redaction {

/// Whether tokens [from, to) may be of the kind. A number has digits or letters that are spelled, a card's code more
/// than one; when a card expires, a time, what a screen reports and where everybody calls may be known.
[[nodiscard]] bool may_be(const Search& search, SpanKind kind, std::size_t from, std::size_t to);

}  // namespace aandacht::domain::redaction
