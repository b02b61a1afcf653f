// Changing one value of a TOML text that somebody wrote by hand.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace aandacht::base {

/// `text` with the setting `name` at `value`: parsed, it is what it was with that one value, and all other lines, their
/// order and comments are as they were.
///
/// `name` is dotted, of letters, digits, '_' and '-' ("keys.used" is `used` under `[keys]`). `value` is TOML
/// ("\"dark\"", "380"). Where the setting is missing it is added behind the last of its table, under `comment`: whole
/// lines that begin with '#', each ended by '\n'; may be empty.
///
/// INVALID_ARGUMENT: `text` or `value` is not TOML. FAILED_PRECONDITION: the text has something else in that place (a
/// value where a table would have to be, or a table where the value would have to be).
[[nodiscard]] absl::StatusOr<std::string> set_in_toml(std::string_view text, std::string_view name,
                                                      std::string_view value, std::string_view comment);

}  // namespace aandacht::base
