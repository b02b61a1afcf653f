// Bytes as JSON Web Tokens write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aandacht::security {

/// Without padding (RFC 7515, section 2).
[[nodiscard]] std::string to_base64url(std::string_view bytes);

/// The bytes; nothing when the text is not exactly what to_base64url() would write: no padding, no line breaks, no
/// spare bits, so that one token has one spelling.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace aandacht::security
