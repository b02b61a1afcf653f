// JSON from outside, for the .cpp files of this folder.
#pragma once

#include <optional>
#include <string_view>

#include "nlohmann/json.hpp"

namespace aandacht::security {

/// The object that the text is; nothing when it is none, nests deeper than 8, or names something twice: two readers
/// might take different ones.
[[nodiscard]] std::optional<nlohmann::json> parse_object(std::string_view text);

/// The text of a member; empty when it is missing or no text.
[[nodiscard]] std::string text_of(const nlohmann::json& object, const char* name);

}  // namespace aandacht::security
