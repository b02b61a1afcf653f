#include <cmath>

#include "client/overlay/views.h"

namespace aandacht::overlay {
namespace {

/// As high as the header with its margin.
constexpr float kStrip = 76;
constexpr float kBarWidth = 40;
constexpr float kBarHeight = 3;

}  // namespace

void draw_grip(ui::Look& look, float width, Actions& actions) {
  const ImVec2 pointer = ImGui::GetMousePos();
  const bool over =
      ImGui::IsMousePosValid() && pointer.x >= 0 && pointer.x < width && pointer.y >= 0 && pointer.y < look.px(kStrip);
  if (!over || ImGui::IsAnyItemHovered() || ImGui::IsAnyItemActive()) return;
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    actions.push_back(DockWindowAgain{});
  } else if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    actions.push_back(DragWindow{});
  }
  const ImVec2 low{std::floor((width - look.px(kBarWidth)) / 2), std::floor(look.px(6))};
  const ImVec2 high{low.x + std::floor(look.px(kBarWidth)), low.y + std::floor(look.px(kBarHeight))};
  ImGui::GetWindowDrawList()->AddRectFilled(low, high, ui::to_u32(look.theme.soft));
}

}  // namespace aandacht::overlay
