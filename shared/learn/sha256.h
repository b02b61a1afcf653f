// The digest by which a corpus is known to be the one a model was trained on.
#pragma once

#include <string>
#include <string_view>

namespace aandacht::learn {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace aandacht::learn
