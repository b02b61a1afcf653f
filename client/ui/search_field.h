// A field to type in, with a magnifier.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/shapes.h"

namespace aandacht::ui {

/// What happened to a field in one frame.
struct FieldEvent {
  bool opened = false;     ///< It was closed and was pressed.
  bool closed = false;     ///< Escape.
  bool changed = false;    ///< `look.search.text` holds something else.
  bool submitted = false;  ///< Enter.
  int step = 0;            ///< -1: up, 1: down.
};

/// Draws the field. Closed, it is only a place to press; open, it holds the keyboard and `look.search.text`, which
/// begins as `text` when it opens. Input beyond 200 bytes is not taken.
[[nodiscard]] FieldEvent draw_search_field(Look& look, const Box& box, bool open, const std::string& text,
                                           std::string_view hint);

}  // namespace aandacht::ui
