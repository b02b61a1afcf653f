// The key of a service that has no identity provider.
#pragma once

#include <filesystem>
#include <string>

#include "absl/status/statusor.h"
#include "shared/security/key.h"

namespace aandacht::security {

/// Where it lies: a folder beside the store that only its owner may enter.
struct MachineFiles {
  std::filesystem::path key;      ///< PKCS #8 in PEM, 0600.
  std::filesystem::path jwks;     ///< Its public half.
  std::filesystem::path revoked;  ///< Ids of tokens that are no longer taken, a line each.
};

/// \param folder  "identity" beside the store.
[[nodiscard]] MachineFiles machine_files(const std::filesystem::path& folder);

/// "identity" in the data folder, or what $AANDACHT_IDENTITY names.
[[nodiscard]] std::filesystem::path usual_identity_folder();

/// The key that is there; made when there is none, together with its JWKS. A key is never overwritten, also not by two
/// services that start at once.
///
/// PERMISSION_DENIED: the folder or the key cannot be made or read, or others may read the key. INVALID_ARGUMENT: the
/// file is no key. The message names the file.
[[nodiscard]] absl::StatusOr<PrivateKey> ensure_machine_key(const std::filesystem::path& folder);

/// The key that is there. NOT_FOUND: there is none. Otherwise as above.
[[nodiscard]] absl::StatusOr<PrivateKey> read_machine_key(const std::filesystem::path& folder);

}  // namespace aandacht::security
