#include "client/ui/text_area.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "client/render/imgui_compat.h"
#include "client/ui/controls.h"
#include "client/ui/focus_order.h"
#include "client/ui/text_keys.h"

namespace aandacht::ui {
namespace {

constexpr Type kType = Type::kBody;
constexpr float kInset = 10;
constexpr float kAbove = 6;

/// Whether the keyboard is on the field, which a press on it brings.
bool has_keyboard(std::string_view id, const Box& box, bool pressed) {
  FocusOrder* order = FocusOrder::current();
  if (order == nullptr) return false;
  static_cast<void>(order->pressed(id, box.low, box.high));
  if (pressed) order->go_to(id);
  if (!order->is_on(id)) return false;
  order->keep_arrows();
  return true;
}

void break_anew(const Look& look, TextArea& area, float width) {
  if (!area.lines.empty() && area.broken == area.text() && area.broken_width == width) return;
  if (area.edit.one_line()) {
    area.lines = {{0, area.text().size()}};
  } else {
    area.lines = break_lines(look, kType, area.text(), width);
  }
  area.broken = area.text();
  area.broken_width = width;
}

float x_of(const Look& look, const TextArea& area, const TextLine& line, std::size_t byte) {
  const std::size_t end = std::clamp(byte, line.begin, line.end);
  return text_width(look, kType, std::string_view(area.text()).substr(line.begin, end - line.begin));
}

std::size_t byte_under(const Look& look, const TextArea& area, ImVec2 at, ImVec2 pointer) {
  const float pitch = look.pitch(kType);
  const auto last = static_cast<float>(area.lines.size() - 1);
  const auto line = static_cast<std::size_t>(std::clamp(std::floor((pointer.y - at.y) / pitch), 0.0F, last));
  return byte_at(look, kType, area.text(), area.lines[line], pointer.x - at.x);
}

/// By mouse: a press puts the caret, dragging selects, a double press takes a word.
bool take_mouse(const Look& look, TextArea& area, const Box& box, ImVec2 at) {
  ImGui::SetCursorScreenPos(box.low);
  ImGui::InvisibleButton("text", {box.width(), box.height()});
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  const bool pressed = ImGui::IsItemHovered() && ImGui::IsMouseClicked(0);
  const std::size_t byte = byte_under(look, area, at, ImGui::GetMousePos());
  if (pressed) area.edit.move_to(byte, ImGui::GetIO().KeyShift);
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, 2)) {
    area.edit.move_to(byte, true);
    area.follow_caret = true;
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) area.edit.select_word(byte);
  if (pressed) area.kept_x = -1;
  return pressed;
}

void draw_selection(const Look& look, const TextArea& area, ImVec2 at) {
  const TextEdit& edit = area.edit;
  if (!edit.has_selection()) return;
  const float pitch = look.pitch(kType);
  const Colour colour = mix(look.theme.card, look.theme.accent, look.theme.tints ? 0.25 : 0.5);
  for (std::size_t i = 0; i < area.lines.size(); ++i) {
    const TextLine& line = area.lines[i];
    if (edit.to() < line.begin || edit.from() > line.end) continue;
    const float left = at.x + x_of(look, area, line, edit.from());
    float right = at.x + x_of(look, area, line, edit.to());
    // A selected line break is seen.
    if (edit.to() > line.end) right += look.px(5);
    const float top = at.y + pitch * static_cast<float>(i);
    if (right > left) ImGui::GetWindowDrawList()->AddRectFilled({left, top}, {right, top + pitch}, to_u32(colour));
  }
}

void draw_caret(const Look& look, const TextArea& area, ImVec2 at) {
  const std::size_t i = line_at(area.lines, area.edit.caret());
  const float left = std::round(at.x + x_of(look, area, area.lines[i], area.edit.caret()));
  const float pitch = look.pitch(kType);
  const float top = at.y + pitch * static_cast<float>(i) + look.px(2);
  ImGui::GetWindowDrawList()->AddRectFilled({left, top}, {left + std::max(1.0F, look.px(2)), top + pitch - look.px(4)},
                                            to_u32(look.theme.ink));
}

/// Only what is seen: a text may be long.
void draw_words(const Look& look, const TextArea& area, ImVec2 at, float from, float to) {
  const float pitch = look.pitch(kType);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < area.lines.size(); ++i) {
    const float top = at.y + pitch * static_cast<float>(i);
    if (top + pitch < from || top > to) continue;
    const TextLine& line = area.lines[i];
    draw_line(list, look, kType, look.theme.ink, {at.x, top},
              std::string_view(area.text()).substr(line.begin, line.end - line.begin));
  }
}

/// In as many lines as the field has; the last is shortened where it needs more.
void draw_hint(const Look& look, std::string_view hint, ImVec2 at, float width, int lines) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::vector<TextLine> broken = break_lines(look, kType, hint, width);
  for (std::size_t i = 0; i < broken.size() && i < static_cast<std::size_t>(lines); ++i) {
    const bool last = i + 1 == static_cast<std::size_t>(lines);
    const std::size_t end = last ? hint.size() : broken[i].end;
    const std::string_view words = hint.substr(broken[i].begin, end - broken[i].begin);
    const ImVec2 place{at.x, at.y + look.pitch(kType) * static_cast<float>(i)};
    draw_line(list, look, kType, look.theme.soft, place, last ? shortened(look, kType, words, width) : words);
  }
}

/// Scrolls so that the caret is seen.
void follow_caret(const Look& look, TextArea& area) {
  if (!area.follow_caret) return;
  area.follow_caret = false;
  const float pitch = look.pitch(kType);
  const float high = ImGui::GetWindowHeight();
  const float top = pitch * static_cast<float>(line_at(area.lines, area.edit.caret()));
  const float scroll = ImGui::GetScrollY();
  if (top < scroll) ImGui::SetScrollY(top);
  if (top + pitch > scroll + high) ImGui::SetScrollY(top + pitch - high);
}

/// A field of one line shows where its caret is.
float shift_of(const Look& look, const TextArea& area, float room) {
  if (!area.edit.one_line()) return 0;
  return std::max(0.0F, x_of(look, area, area.lines[0], area.edit.caret()) + look.px(3) - room);
}

TextEvent edit_in(Look& look, std::string_view id, TextArea& area, const Box& inner, const Box& outer, int lines,
                  std::string_view hint, bool& on) {
  const float pitch = look.pitch(kType);
  const float width = inner.width();
  break_anew(look, area, width);
  const ImVec2 scrolled{inner.low.x - ImGui::GetScrollX(), inner.low.y - ImGui::GetScrollY()};
  const ImVec2 at{std::round(scrolled.x - shift_of(look, area, width)), std::round(scrolled.y)};
  const float high = std::max(inner.height(), pitch * static_cast<float>(area.lines.size()));
  const bool pressed = take_mouse(look, area, {scrolled, {scrolled.x + width, scrolled.y + high}}, at);
  on = has_keyboard(id, outer, pressed);
  TextEvent event;
  if (on) event = take_text_keys(look, kType, area, lines);
  if (event.changed) break_anew(look, area, width);
  if (on) draw_selection(look, area, at);
  draw_words(look, area, at, inner.low.y, inner.high.y);
  if (area.text().empty()) draw_hint(look, hint, at, width, lines);
  if (on) draw_caret(look, area, at);
  if (std::exchange(area.to_top, false)) ImGui::SetScrollY(0);
  follow_caret(look, area);
  return event;
}

TextEvent draw_field(Pen& pen, std::string_view id, TextArea& area, int lines, std::string_view hint, float height) {
  Look& look = pen.look();
  const Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + height}};
  pen.skip_pixels(height);
  if (!pen.draws()) return {};
  const Theme& theme = look.theme;
  const bool under_pointer = rests_on(box);
  if (under_pointer && ImGui::IsMouseClicked(0)) look.focus.go_to(id);
  const bool was_on = look.focus.is_on(id);
  const Colour quiet = mix(theme.line, theme.accent, under_pointer && theme.tints ? 0.5 : 0.0);
  draw_frame(pen.list(), look, box, theme.card, was_on ? theme.accent : theme.tints ? quiet : theme.ink, look.px(6));
  follow_keyboard(look, id, box);
  const float text_height = look.pitch(kType) * static_cast<float>(lines);
  const float above = std::round((height - text_height) / 2);
  const Box inner{{box.low.x + look.px(kInset), box.low.y + above},
                  {box.high.x - look.px(kInset), box.low.y + above + text_height}};
  TextEvent event;
  bool on = false;
  ImGui::SetCursorScreenPos(inner.low);
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove;
  const bool more = !area.edit.one_line() && area.lines.size() > static_cast<std::size_t>(lines);
  // The bar stands in the inset: it takes no room from the words.
  if (!more) flags |= ImGuiWindowFlags_NoScrollbar;
  // The child is as wide as the field, so that its edge takes presses too.
  if (render::begin_child(std::string(id).c_str(), {inner.width() + look.px(kInset) - look.outline(), text_height},
                          false, flags)) {
    event = edit_in(look, id, area, inner, box, lines, hint, on);
  }
  ImGui::EndChild();
  return event;
}

}  // namespace

TextEvent draw_text_area(Pen& pen, std::string_view id, TextArea& area, const TextAreaOptions& options) {
  const Look& look = pen.look();
  const int lines = std::max(1, options.lines);
  const float height = look.pitch(kType) * static_cast<float>(lines) + 2 * look.px(kAbove);
  return draw_field(pen, id, area, lines, options.hint, height);
}

TextEvent draw_text_line(Pen& pen, std::string_view id, TextArea& area, std::string_view hint) {
  const Look& look = pen.look();
  return draw_field(pen, id, area, 1, hint, std::max(look.px(36), look.pitch(kType) + look.px(8)));
}

}  // namespace aandacht::ui
