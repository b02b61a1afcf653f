// The keys whose tokens are taken: a JSON Web Key Set (RFC 7517).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "shared/security/key.h"

namespace aandacht::security {

class KeySet {
 public:
  /// Keys of other kinds (RSA, other curves, for encryption, without `kid`) are passed over: identity providers publish
  /// those too.
  ///
  /// INVALID_ARGUMENT: no JSON object with "keys", more than 256 KB, two keys of one `kid`, a private or symmetric
  /// key, or not one key of P-256 or Ed25519 with a `kid`. The message completes "FILE …".
  [[nodiscard]] static absl::StatusOr<KeySet> parse(std::string_view text);

  /// Null: no such key.
  [[nodiscard]] const PublicKey* find(const std::string& kid) const;

  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::map<std::string, PublicKey> keys_;
};

/// A set of these keys, each by its thumbprint, as parse() reads it; ends with a line break.
[[nodiscard]] std::string print_key_set(const std::vector<PublicKey>& keys);

}  // namespace aandacht::security
