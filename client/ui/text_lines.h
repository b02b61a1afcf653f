// Where a text that is edited breaks into lines: nothing of it is lost, unlike in wrap().
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "client/ui/text.h"

namespace aandacht::ui {

/// Bytes of the text; what ends the line (a line break) is not in it, blanks before a break at a blank are.
struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextLine&) const = default;
};

/// Lines of at most `width` pixels, broken after blanks and hyphens, and inside a word that is too long. Always at
/// least one, the last one empty when the text ends with a line break.
[[nodiscard]] std::vector<TextLine> break_lines(const Look& look, Type type, std::string_view text, float width);

/// Which line holds the caret at this byte. At a break of the wrapping, the line that begins there.
[[nodiscard]] std::size_t line_at(const std::vector<TextLine>& lines, std::size_t byte);

/// The byte in `line` that lies nearest to `x` pixels from its left.
[[nodiscard]] std::size_t byte_at(const Look& look, Type type, std::string_view text, const TextLine& line, float x);

}  // namespace aandacht::ui
