// Sentences that come in English, of the service or of a file, told in Dutch.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace aandacht::model {

/// A sentence as it is said, with its holes ($0, $1, $2), and the same in Dutch.
struct SaidSentence {
  std::string_view said;
  const char* dutch;
  int field = -1;  ///< The hole in which the name of a field stands; -1: none.
};

using SaidHoles = std::array<std::string, 3>;

/// What stands in the holes of `said`, when `text` is that sentence. A hole is never empty and ends where what follows
/// it begins.
[[nodiscard]] std::optional<SaidHoles> holes_in(std::string_view said, std::string_view text);

/// `text` in Dutch, by the first of `known` that it is; what stands in a hole may be such a sentence itself. nullopt:
/// none of them says it.
[[nodiscard]] std::optional<std::string> said_in_dutch(std::span<const SaidSentence> known, std::string_view text,
                                                       std::string (*field_words)(const std::string&) = nullptr);

}  // namespace aandacht::model
