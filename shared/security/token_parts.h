// A token taken apart; for the .cpp files of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nlohmann/json.hpp"

namespace aandacht::security {

struct TokenParts {
  nlohmann::json header;
  nlohmann::json claims;
  std::string_view signed_text;  ///< Of the token that was split.
  std::string signature;
};

/// Nothing when the text is not three parts of strict base64url with two JSON objects, or is too long.
[[nodiscard]] std::optional<TokenParts> split_token(std::string_view token);

}  // namespace aandacht::security
