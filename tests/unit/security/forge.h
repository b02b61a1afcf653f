// Tokens that no honest program writes.
#pragma once

#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "shared/security/base64url.h"
#include "shared/security/key.h"
#include "shared/security/token.h"

namespace aandacht::test {

using Json = nlohmann::ordered_json;

inline const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

/// Signs any two texts.
inline std::string forge(const security::PrivateKey& key, const std::string& header, const std::string& claims) {
  const std::string text = absl::StrCat(security::to_base64url(header), ".", security::to_base64url(claims));
  return absl::StrCat(text, ".", security::to_base64url(*key.sign(text)));
}

inline Json header_of(const security::PrivateKey& key) {
  return {{"alg", std::string(security::name_of(key.public_key().algorithm()))},
          {"kid", key.public_key().thumbprint()},
          {"typ", "JWT"}};
}

inline Json good_claims() {
  const std::int64_t now = absl::ToUnixSeconds(kNow);
  return {{"iss", "aandacht"},        {"aud", "aandacht"}, {"sub", "kim"}, {"name", "Kim"},     {"role", "supervisor"},
          {"teams", {"blue", "red"}}, {"iat", now},        {"nbf", now},   {"exp", now + 3600}, {"jti", "token-1"}};
}

}  // namespace aandacht::test
