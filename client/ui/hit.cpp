#include "client/ui/hit.h"

#include <algorithm>
#include <cmath>

#include "client/ui/focus_order.h"
#include "client/ui/text.h"

namespace aandacht::ui {
namespace {

struct NoteLine {
  std::string text;
  bool first = false;
};

std::vector<NoteLine> note_lines(const Look& look, std::string_view text, float width) {
  std::vector<NoteLine> lines;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (std::string& line : wrap(look, Type::kSmall, text.substr(0, end), width)) {
      lines.push_back({std::move(line), first});
    }
    first = false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Where a note may end above what it explains, and begin below it.
struct Ends {
  float above = 0;
  float below = 0;
};

void draw_note_beside(Look& look, std::string_view text, float left, Ends ends) {
  if (text.empty()) return;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float margin = look.px(8);
  const float padding = look.px(12);
  const float most = std::min(look.px(320), screen.x - 2 * margin) - 2 * padding;
  std::vector<NoteLine> lines = note_lines(look, text, most);
  const float room = screen.y - 2 * margin - 2 * look.px(8);
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(room / look.pitch(Type::kSmall))));
  if (lines.size() > fitting) {
    lines.resize(fitting);
    lines.back().text = "…";
  }
  float widest = 0;
  for (const NoteLine& line : lines) widest = std::max(widest, text_width(look, Type::kSmall, line.text));
  const float pitch = look.pitch(Type::kSmall);
  const ImVec2 size{widest + 2 * padding, pitch * static_cast<float>(lines.size()) + 2 * look.px(8)};
  ImVec2 at{left, ends.below};
  // Above when there is no room below: a note never covers what it explains.
  if (at.y + size.y > screen.y - margin) at.y = ends.above - size.y;
  at.x = std::clamp(at.x, margin, std::max(margin, screen.x - margin - size.x));
  at.y = std::max(at.y, margin);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const Colour fill = look.theme.tints ? look.theme.ink : look.theme.card;
  const Colour words = look.theme.tints ? look.theme.paper : look.theme.ink;
  draw_frame(list, look, {at, {at.x + size.x, at.y + size.y}}, fill, look.theme.tints ? fill : look.theme.ink,
             look.px(6));
  float y = at.y + look.px(8);
  for (const NoteLine& line : lines) {
    const Colour colour = line.first || !look.theme.tints ? words : mix(words, fill, 0.2);
    draw_line(list, look, Type::kSmall, colour, {at.x + padding, y}, line.text);
    y += pitch;
  }
}

}  // namespace

Hit press(std::string_view id, const Box& box) {
  const std::string name(id);
  ImGui::SetCursorScreenPos(box.low);
  Hit hit;
  hit.clicked = ImGui::InvisibleButton(name.c_str(), {std::max(1.0F, box.width()), std::max(1.0F, box.height())});
  if (FocusOrder* order = FocusOrder::current()) {
    hit.clicked = order->pressed(id, box.low, box.high) || hit.clicked;
  }
  hit.hovered = ImGui::IsItemHovered();
  hit.held = hit.hovered && ImGui::IsItemActive();
  if (hit.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return hit;
}

bool rests_on(const Box& box) { return ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(box.low, box.high); }

void draw_tooltip(Look& look, std::string_view text) {
  const ImVec2 mouse = ImGui::GetMousePos();
  draw_note_beside(look, text, mouse.x + look.px(4), {mouse.y - look.px(8), mouse.y + look.px(20)});
}

void draw_tooltip_at(Look& look, std::string_view text, const Box& part) {
  const float away = look.px(8);
  draw_note_beside(look, text, part.low.x, {part.low.y - away, part.high.y + away});
}

}  // namespace aandacht::ui
