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

/// Adds an id to the list; one that is there already is not written twice. A list that is there keeps its owner and
/// mode; a new one gets those of its folder, so that the service can read what another user, such as root, revoked.
///
/// INVALID_ARGUMENT: no id. UNAVAILABLE: the file cannot be read or written, or not be given to the folder's owner.
[[nodiscard]] absl::Status revoke(const std::filesystem::path& file, const std::string& token_id);

}  // namespace aandacht::security
