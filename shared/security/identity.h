// Who a token says somebody is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "shared/security/caller.h"

namespace aandacht::security {

struct Identity {
  Caller caller;            ///< With a role.
  std::string token_id;     ///< By which it can be revoked: `jti`, else "sha256:" and the hash of what was signed.
  absl::Time issued;        ///< `iat`.
  absl::Time not_before;    ///< `nbf`, else `iat`.
  absl::Time expires;       ///< `exp`.
  std::string certificate;  ///< `cnf` `x5t#S256`: the SHA-256 of the only client certificate it is good with; or "".
  std::string key_id{};     ///< `kid` of the key that signed it; "" before it was read.
  std::string key_print{};  ///< Thumbprint (RFC 7638) of that key; likewise.

  bool operator==(const Identity&) const = default;
};

/// "agent", "supervisor", "integrator" or "administrator".
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

}  // namespace aandacht::security
