#include "client/ui/look.h"

#include <algorithm>
#include <cmath>

namespace aandacht::ui {
namespace {

ImVec4 to_vec(Colour colour) { return ImGui::ColorConvertU32ToFloat4(to_u32(colour)); }

void set_measures(ImGuiStyle& style, const Look& look) {
  style = ImGuiStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 0;
  style.PopupRounding = look.px(8);
  style.FrameBorderSize = 0;
  style.FramePadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.ItemInnerSpacing = {0, 0};
  style.ScrollbarSize = look.px(8);
  style.ScrollbarRounding = look.px(4);
  style.MouseCursorScale = look.scale;
}

void set_colours(ImGuiStyle& style, const Theme& theme) {
  const ImVec4 nothing(0, 0, 0, 0);
  // Whatever ImGui may draw that no view asked for is ink on paper, never its grey.
  std::fill(std::begin(style.Colors), std::end(style.Colors), nothing);
  style.Colors[ImGuiCol_Text] = to_vec(theme.ink);
  style.Colors[ImGuiCol_TextDisabled] = to_vec(theme.soft);
  style.Colors[ImGuiCol_WindowBg] = to_vec(theme.paper);
  style.Colors[ImGuiCol_TextSelectedBg] = to_vec(mix(theme.card, theme.accent, theme.tints ? 0.25 : 0.5));
  style.Colors[ImGuiCol_ScrollbarGrab] = to_vec(theme.line);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = to_vec(theme.soft);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = to_vec(theme.soft);
}

}  // namespace

float Look::px(float length) const { return std::round(length * scale); }

float Look::text_px(float length) const { return px(length * std::max(1.0F, body / kUsualBody)); }

float Look::outline() const { return std::max(1.0F, std::floor(theme.outline * scale)); }

Look make_look(Palette palette, float scale, ImFontAtlas& atlas, float body) {
  Look look;
  look.theme = theme_of(palette);
  look.scale = scale;
  look.body = body;
  look.fonts = load_fonts(atlas, scale, find_fonts(), body);
  return look;
}

void apply_look(const Look& look) {
  ImGuiStyle& style = ImGui::GetStyle();
  set_measures(style, look);
  set_colours(style, look.theme);
  style.CircleTessellationMaxError = 0.1F;  // Pixels: with ImGui's 0.3 a dot of six pixels has corners.
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigInputTextCursorBlink = false;
  io.FontDefault = look.fonts.face(Type::kBody);
}

render::Pixel background_of(const Theme& theme) {
  return render::pixel(theme.paper.red, theme.paper.green, theme.paper.blue);
}

ImU32 to_u32(Colour colour) { return IM_COL32(colour.red, colour.green, colour.blue, 255); }

}  // namespace aandacht::ui
