#include "client/ui/pen.h"

#include <string>
#include <vector>

namespace aandacht::ui {

void Pen::paragraph(Type type, Colour colour, std::string_view text, int max_lines, float inset) {
  const std::vector<std::string> lines = wrap(look_, type, text, width_ - inset, max_lines);
  const float pitch = look_.pitch(type);
  const ImVec2 begin{x_ + inset, y_};
  for (const std::string& line : lines) {
    if (draws_) draw_line(list(), look_, type, colour, {x_ + inset, y_}, line);
    y_ += pitch;
  }
  const bool cut = max_lines > 0 && lines.back().ends_with("…") && !text.ends_with("…");
  if (draws_ && cut && rests_on({begin, {right(), y_}})) draw_tooltip(look_, text);
}

void Pen::balanced(Type type, Colour colour, std::string_view text, float inset) {
  for (const std::string& line : wrap_balanced(look_, type, text, width_ - inset)) {
    if (draws_) draw_line(list(), look_, type, colour, {x_ + inset, y_}, line);
    y_ += look_.pitch(type);
  }
}

void Pen::line(Type type, Colour colour, std::string_view text, float inset, float width) {
  label(type, colour, text, {x_ + inset, y_}, width > 0 ? width : width_ - inset);
  y_ += look_.pitch(type);
}

void Pen::hairline() {
  if (draws_) draw_hairline(list(), look_, {x_, y_}, width_);
  y_ += look_.outline();
}

void Pen::label(Type type, Colour colour, std::string_view text, ImVec2 at, float width) {
  if (!draws_ || text.empty()) return;
  const std::string shown = shortened(look_, type, text, width);
  draw_line(list(), look_, type, colour, at, shown);
  const bool cut = shown.size() < text.size() || shown != text;
  if (cut && rests_on({at, {at.x + width, at.y + look_.pitch(type)}})) draw_tooltip(look_, text);
}

}  // namespace aandacht::ui
