// Client certificates, as far as tokens need them.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace aandacht::security {

/// The SHA-256 of the first certificate of a PEM text, 32 bytes: the thumbprint of RFC 8705. INVALID_ARGUMENT: there is
/// none.
[[nodiscard]] absl::StatusOr<std::string> certificate_print(std::string_view pem);

/// INVALID_ARGUMENT: not a certificate and its private key, both in PEM; the sentence says which is wrong.
[[nodiscard]] absl::Status check_certificate_pair(std::string_view certificate, std::string_view key);

}  // namespace aandacht::security
