// Tokens that are no longer taken.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace aandacht::security {

/// The ids of a list: a line each, "#" begins a remark.
[[nodiscard]] std::set<std::string> parse_revoked(std::string_view text);

/// Adds an id to the list; one that is there already is not written twice. INVALID_ARGUMENT: no id. UNAVAILABLE: the
/// file cannot be read or written.
[[nodiscard]] absl::Status revoke(const std::filesystem::path& file, const std::string& token_id);

}  // namespace aandacht::security
