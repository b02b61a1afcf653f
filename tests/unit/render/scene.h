// Draw lists made by hand, without windows.
#pragma once

#include <imgui.h>

#include <functional>

#include "client/render/canvas.h"
#include "client/render/rasteriser.h"
#include "tests/support/headless_ui.h"

namespace aandacht::test {

/// A canvas of `width` × `height` on black, on which `draw` has drawn with ImGui's draw list.
class Scene {
 public:
  Scene(int width, int height, std::function<void(ImDrawList&)> draw)
      : ui_({.width = width, .height = height, .apply_style = [](float) { ImGui::GetStyle().AntiAliasedFill = false; }},
            [draw = std::move(draw)] { draw(*ImGui::GetForegroundDrawList()); }) {
    ui_.loop().set_background(kBlack);
    ui_.settle();
  }

  static constexpr render::Pixel kBlack = render::pixel(0, 0, 0);

  [[nodiscard]] render::Canvas& canvas() { return ui_.window().canvas(); }
  [[nodiscard]] render::Pixel at(int x, int y) { return canvas().at(x, y); }
  [[nodiscard]] HeadlessUi& ui() { return ui_; }

  /// How many pixels differ from the background.
  [[nodiscard]] int drawn() {
    int count = 0;
    for (int y = 0; y < canvas().height(); ++y) {
      for (int x = 0; x < canvas().width(); ++x) count += at(x, y) == kBlack ? 0 : 1;
    }
    return count;
  }

 private:
  HeadlessUi ui_;
};

}  // namespace aandacht::test
