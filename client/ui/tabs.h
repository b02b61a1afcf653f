// Parts of a page, and what is shown of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/pen.h"

namespace aandacht::ui {

/// Labels side by side over a hairline; the shown one is semibold with a bar under it. In more rows when they do not
/// fit into one. Returns which was pressed, or -1.
[[nodiscard]] int draw_tabs(Pen& pen, std::string_view id, const std::vector<std::string>& labels, int shown);

struct Chip {
  std::string label;
  bool on = false;
};

/// Small labels that are each on or off, in as many rows as they need; what is on carries a tick. Returns which was
/// pressed, or -1.
[[nodiscard]] int draw_chips(Pen& pen, std::string_view id, const std::vector<Chip>& chips);

}  // namespace aandacht::ui
