// Tokens that are no longer taken.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/security/file_reader.h"

namespace aandacht::security {

/// The ids of a list: a line each, "#" begins a remark.
[[nodiscard]] std::set<std::string> parse_revoked(std::string_view text);

/// Adds an id to the list; one that is there already is not written twice. A list that is there keeps its owner and
/// mode; a new one is the service's, or gets owner and mode of its folder, so that the service can read what another
/// user, such as root, revoked.
///
/// \param service  The user that the service runs as; absent when that is not known: then the owner of the list is
///     taken for it, unless that is root.
/// \return the name of the user who is known to be able to read the list; empty when everybody can.
///
/// INVALID_ARGUMENT: no id. FAILED_PRECONDITION: the service cannot read the list, or it is not known that it can;
/// nothing is written. UNAVAILABLE: the file cannot be read or written, or not be given to its reader.
[[nodiscard]] absl::StatusOr<std::string> revoke(const std::filesystem::path& file, const std::string& token_id,
                                                 const std::optional<FileReader>& service = std::nullopt);

}  // namespace aandacht::security
