// Who may come in, and whether the way is encrypted.
#pragma once

#include <filesystem>
#include <memory>

#include "absl/status/statusor.h"
#include "service/app/config.h"
#include "service/rpc/tls.h"
#include "shared/base/clock.h"
#include "shared/security/guard.h"

namespace aandacht::service_app {

/// Where the key of this machine lies: "identity" beside the store. INVALID_ARGUMENT: see store_file().
[[nodiscard]] absl::StatusOr<std::filesystem::path> identity_folder(const Config& config);

/// The guard of the configuration; makes the machine's own key when no JWKS is named and there is none. Null when
/// tokens are off. Failures name the file and say what to do.
[[nodiscard]] absl::StatusOr<std::shared_ptr<security::Guard>> make_guard(const Config& config,
                                                                          const base::Clock& clock);

/// What the files of [tls] hold; empty without them. INVALID_ARGUMENT or NOT_FOUND: a file is missing, cannot be read,
/// may be read by everybody, or certificate and key do not belong together.
[[nodiscard]] absl::StatusOr<rpc::TlsOptions> read_tls(const Config& config);

/// INVALID_ARGUMENT: other machines reach the address, and it is not encrypted or asks for no tokens.
[[nodiscard]] absl::Status check_exposure(const Config& config);

}  // namespace aandacht::service_app
