// Keys that follow from what they stand for.
#pragma once

#include <string>
#include <string_view>

namespace aandacht::base {

/// `kind` and 32 hexadecimal digits of the 128-bit FNV-1a hash of `content` (draft-eastlake-fnv). The same content
/// always gives the same key, on every machine. Not a secret and no protection against forged content.
[[nodiscard]] std::string content_key(const std::string& kind, std::string_view content);

}  // namespace aandacht::base
