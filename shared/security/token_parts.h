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

/// By which it can be revoked: its `jti`; of one that has none "sha256:" and the base64url of the SHA-256 of what was
/// signed. Not of the whole token: of some signatures its holder can make another that is good too.
[[nodiscard]] std::string revocation_id(const TokenParts& parts);

}  // namespace aandacht::security
