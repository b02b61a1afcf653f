// How large the console was, and on which page, when it was last closed.
#pragma once

#include <filesystem>
#include <optional>

#include "client/model/console_page_name.h"
#include "client/platform/size.h"

namespace aandacht::supervisor {

struct RememberedWindow {
  platform::Size size;  ///< Pixels of the design.
  model::PageName page = model::PageName::kFloor;

  bool operator==(const RememberedWindow&) const = default;
};

/// Nothing when it was never kept, or what is there cannot be read or is no size of a window.
[[nodiscard]] std::optional<RememberedWindow> read_window(const std::filesystem::path& file);

/// A text file of one line "WIDTH HEIGHT PAGE". What the disk refuses is forgotten.
void keep_window(const std::filesystem::path& file, const RememberedWindow& window);

}  // namespace aandacht::supervisor
