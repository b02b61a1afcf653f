// Values written as TOML 1.0, and texts that are nearly alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aandacht::base {

/// A basic string in quotes, with escapes.
[[nodiscard]] std::string toml_quote(std::string_view text);

/// ["a", "b"].
[[nodiscard]] std::string toml_list(const std::vector<std::string>& texts);

/// `text` as comment lines of at most 100 columns, each beginning with "# ".
[[nodiscard]] std::string toml_comment(std::string_view text);

/// The one of `known` that `text` was probably meant to be (Levenshtein distance of at most a third of its length);
/// empty when none is near.
[[nodiscard]] std::string nearest(std::string_view text, const std::vector<std::string>& known);

}  // namespace aandacht::base
