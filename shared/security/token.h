// JSON Web Tokens (RFC 7519): written, and read.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/security/identity.h"
#include "shared/security/key.h"
#include "shared/security/key_set.h"

namespace aandacht::security {

/// What a token must say to be taken here.
struct TokenRules {
  std::string issuer = "aandacht";                ///< `iss`.
  std::string audience = "aandacht";              ///< `aud`, or one of them.
  std::string role_claim = "role";                ///< A name, or a path such as "/realm_access/roles".
  std::string teams_claim = "teams";              ///< Likewise.
  absl::Duration leeway = absl::Seconds(60);      ///< Between this machine's clock and the issuer's.
  absl::Duration longest = absl::Hours(31 * 24);  ///< From `iat` to `exp`.
};

/// Longer ones are not looked at.
inline constexpr std::size_t kLongestToken = 8 * 1024;

/// The token of this identity, signed. INVALID_ARGUMENT: no id or no role. INTERNAL: cannot be signed.
[[nodiscard]] absl::StatusOr<std::string> sign_token(const Identity& identity, const TokenRules& rules,
                                                     const PrivateKey& key);

/// Whether the token was signed by one of these keys and says what the rules want. The times are not looked at.
///
/// UNAUTHENTICATED: no, and why. The sentence holds nothing of the token.
[[nodiscard]] absl::StatusOr<Identity> read_token(std::string_view token, const KeySet& keys, const TokenRules& rules);

/// Whether it holds at this moment. UNAUTHENTICATED: not yet, or no longer.
[[nodiscard]] absl::Status check_times(const Identity& identity, const TokenRules& rules, absl::Time now);

/// Header and claims for people, several lines, without the signature and without checking it.
/// INVALID_ARGUMENT: no token.
[[nodiscard]] absl::StatusOr<std::string> explain_token(std::string_view token);

}  // namespace aandacht::security
