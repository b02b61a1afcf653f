// An item as its author wrote it, comments and all.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/content/item_text.h"

namespace aandacht::content {

/// The lines of the one item in `toml`: from its header to the end of its last value, comments between them too. What
/// stands above the header or below the last value is no part of it. An item between braces is written out.
///
/// INVALID_ARGUMENT: as parse_item().
[[nodiscard]] absl::StatusOr<std::string> item_source(std::string_view toml, std::string_view language);

/// `source` with what `item` says. Lines of fields that say the same stay byte for byte, and so does every comment that
/// is not inside a value that changed; a field that is new stands where its kind's order puts it. What it cannot be put
/// into safely is written anew, without comments. The result reads as `item`.
///
/// \param source  one item as item_source() gives it; anything else counts as no text
[[nodiscard]] std::string rewrite_source(std::string_view source, const ItemText& item);

}  // namespace aandacht::content
