// UTF-8 that came from outside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aandacht::base {

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// `text` with every ill-formed byte replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

/// How many code points well-formed `text` has.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// How many code points come before each of `bytes`, which are offsets into well-formed `text` and ascend.
[[nodiscard]] std::vector<std::size_t> code_points_before(std::string_view text, const std::vector<std::size_t>& bytes);

/// The longest prefix of well-formed `text` of at most `bytes` bytes that does not cut a code point.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t bytes);

/// True when `text` has no control characters and is well-formed.
[[nodiscard]] bool is_printable(std::string_view text);

}  // namespace aandacht::base
