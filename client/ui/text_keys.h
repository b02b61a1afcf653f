// The keys of a text field.
#pragma once

#include "client/ui/text_area.h"

namespace aandacht::ui {

/// Takes what was typed and pressed in this frame. `visible_lines`: how far a page goes.
[[nodiscard]] TextEvent take_text_keys(const Look& look, Type type, TextArea& area, int visible_lines);

}  // namespace aandacht::ui
