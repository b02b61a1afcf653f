#include "client/ui/pane.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/focus_order.h"

namespace aandacht::ui {
namespace {

constexpr float kGap = 24;
constexpr float kBar = 14;  // Room for the scroll bar.
constexpr float kPadding = 16;

}  // namespace

Split draw_split(const Look& look, const Box& box, float width, float least, float share) {
  Split split;
  const float gap = look.px(kGap);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (box.width() < look.px(least)) {
    const float middle = std::round(box.centre().y);
    split.left = {box.low, {box.high.x, middle - look.px(8)}};
    split.right = {{box.low.x, middle + look.px(8)}, box.high};
    split.stacked = true;
    draw_hairline(list, look, {box.low.x, middle}, box.width());
    return split;
  }
  const float own = std::max(look.text_px(width), box.width() * share);
  const float right = std::round(std::max(box.high.x - own, box.low.x + box.width() * std::min(0.5F, 1 - share)));
  split.left = {box.low, {right - 2 * gap, box.high.y}};
  split.right = {{right, box.low.y}, box.high};
  list.AddRectFilled({right - gap, box.low.y}, {right - gap + look.outline(), box.high.y}, to_u32(look.theme.line));
  return split;
}

void draw_pane(Look& look, std::string_view id, const Box& box, const std::function<void(Pen&)>& write) {
  if (FocusOrder* order = FocusOrder::current()) order->next_group();
  ImGui::SetCursorScreenPos(box.low);
  const ImVec2 size{std::max(1.0F, box.width()), std::max(1.0F, box.height())};
  if (render::begin_child(std::string(id).c_str(), size, false, ImGuiWindowFlags_NoNav)) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Pen pen(look, at, std::max(1.0F, size.x - look.px(kBar)), true);
    write(pen);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({1, pen.height() + look.px(8)});
  }
  ImGui::EndChild();
}

void draw_card(Pen& pen, const std::function<void(Pen&)>& write) {
  Look& look = pen.look();
  const float padding = look.px(kPadding);
  const ImVec2 at{pen.x() + padding, pen.y() + padding};
  const float width = std::max(1.0F, pen.width() - 2 * padding);
  // The ground lies under what is written, and how high it is, only writing tells.
  ImDrawList& list = *ImGui::GetWindowDrawList();
  Pen measure(look, at, width, false);
  write(measure);
  const float height = measure.height() + 2 * padding;
  if (pen.draws()) {
    draw_frame(list, look, {{pen.x(), pen.y()}, {pen.right(), pen.y() + height}}, look.theme.card,
               look.theme.tints ? look.theme.line : look.theme.ink, look.px(8));
    Pen inside(look, at, width, true);
    write(inside);
  }
  pen.skip_pixels(height);
}

Confirmed draw_confirmation(Pen& pen, std::string_view id, std::string_view question, std::string_view yes,
                            std::string_view no) {
  pen.paragraph(Type::kBody, pen.theme().ink, question);
  pen.skip(8);
  const std::string name(id);
  const std::string yes_id = name + "#yes";
  const std::string no_id = name + "#no";
  const int pressed = draw_button_row(pen, {{yes_id, yes, ButtonKind::kPlain}, {no_id, no, ButtonKind::kMain}});
  if (!pen.draws()) return Confirmed::kNotYet;
  if (pressed == 0) return Confirmed::kYes;
  return pressed == 1 || render::key_pressed(render::Key::kEscape) ? Confirmed::kNo : Confirmed::kNotYet;
}

}  // namespace aandacht::ui
