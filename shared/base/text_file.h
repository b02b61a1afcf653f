// Small text files: read whole, written whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace aandacht::base {

/// NOT_FOUND: there is no such file. UNAVAILABLE: it is there and cannot be read. The message names it.
[[nodiscard]] absl::StatusOr<std::string> read_text_file(const std::filesystem::path& file);

/// Puts `text` in the place of what `file` holds; whoever reads it meanwhile sees the old or the new text, never a
/// part. Makes the folders that are missing. A link is followed, and the file keeps its permissions; a new one can be
/// read and written by its owner only.
///
/// UNAVAILABLE: the folder cannot be made or written to, or the disk is full; `file` is as it was.
[[nodiscard]] absl::Status write_text_file(const std::filesystem::path& file, std::string_view text);

}  // namespace aandacht::base
