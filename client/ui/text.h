// Text that fits: measured, wrapped, shortened, drawn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/look.h"

namespace aandacht::ui {

/// Pixels.
[[nodiscard]] float text_width(const Look& look, Type type, std::string_view text);

/// Breaks `text` into lines of at most `width` pixels: at spaces, after hyphens and slashes, at soft hyphens, and,
/// where a single word is too long, inside it with a hyphen. `max_lines` 0: no limit; otherwise the last line ends
/// with "…" when something was left out. Always at least one line; each holds at least one character.
[[nodiscard]] std::vector<std::string> wrap(const Look& look, Type type, std::string_view text, float width,
                                            int max_lines = 0);

/// wrap() without a limit, in as many lines as it must be, all about as long as each other.
[[nodiscard]] std::vector<std::string> wrap_balanced(const Look& look, Type type, std::string_view text, float width);

/// `text` if it fits, else its beginning with "…".
[[nodiscard]] std::string shortened(const Look& look, Type type, std::string_view text, float width);

/// Draws one line whose pitch box begins at `at`.
void draw_line(ImDrawList& list, const Look& look, Type type, Colour colour, ImVec2 at, std::string_view text);

}  // namespace aandacht::ui
