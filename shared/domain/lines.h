// Chooses a sentence from the library and fills it with what is known.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "shared/domain/call.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// What is known for the slots of a line, by slot name without braces: "topic", "department" ("wij van facturatie"),
/// "colleague" ("onze monteur"), "promise", "name", "term", "plain", "count", "about".
using Slots = std::map<std::string, std::string>;

/// `text` with every {slot} filled; absent when a slot is not known.
[[nodiscard]] std::optional<std::string> fill(const std::string& text, const Slots& slots);

/// What a call tells for the slots. `why_id` names the why that fits best; may be empty.
[[nodiscard]] Slots slots_of(const Call& call, const Library& library, const std::string& why_id);

/// A two-part we line for this label in the call's language and form of address. Lines that name more of what is known
/// are preferred; `seed` picks among equals, so that the same moment gives the same line. Twelve
/// lines of a label or more are dealt over four piles, and every card shown in the call moves on to the next pile: with
/// the usual budget no sentence comes twice. Absent when none can be filled.
[[nodiscard]] std::optional<std::string> we_line(const Library& library, const Call& call, CoachLabel label,
                                                 const Slots& slots, std::uint64_t seed);

/// An opening for a ringing call. Absent when the library has none for the occasion.
[[nodiscard]] std::optional<std::string> opening_line(const Library& library, const Call& call,
                                                      OpeningOccasion occasion, const Slots& slots, std::uint64_t seed);

/// A line that acknowledges: warm at opening and closing, concrete and competent in the middle
/// (Packard, Li & Berger, J. Consumer Research 2023). Absent when the library has none.
[[nodiscard]] std::optional<std::string> warmth_line(const Library& library, const Call& call, const Slots& slots,
                                                     std::uint64_t seed);

/// 64-bit FNV-1a of `text`: a seed that is the same on every machine.
[[nodiscard]] std::uint64_t seed_of(const std::string& text);

}  // namespace aandacht::domain
