// Inside redaction: what was found in part becomes whole, a kind a function. All take and give tokens of one utterance.
#pragma once

#include "shared/domain/redaction_surroundings.h"

namespace aandacht::domain::redaction {

/// Whether two spans of one kind, one behind the other, are of one number or address.
[[nodiscard]] bool are_one(const Surroundings& in, const RedactedSpan& before, const RedactedSpan& behind);

/// The other digits of a card's code of which one or two went.
[[nodiscard]] Extent whole_code(const Surroundings& in, Extent found);
/// The runs that go on behind it, to `most` digits.
[[nodiscard]] Extent whole_number(const Surroundings& in, Extent found, std::size_t most);
/// A street's name, the house number before or behind it and what follows that.
[[nodiscard]] Extent whole_address(const Surroundings& in, Extent found);
/// The mailbox before the sign and the domain to its last dot.
[[nodiscard]] Extent whole_email(const Surroundings& in, Extent found);

}  // namespace aandacht::domain::redaction
