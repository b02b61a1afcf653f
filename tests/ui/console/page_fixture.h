// A page of the console, or a part of one, without a screen and without the network.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "client/supervisor/shell_view.h"
#include "client/ui/look.h"
#include "client/ui/pen.h"
#include "tests/support/headless_ui.h"

namespace aandacht::test {

/// Pixels of the design.
struct PageSize {
  int width = 1280;
  int height = 800;
  float scale = 1;
  ui::Palette palette = ui::Palette::kLight;
  bool draws_pixels = false;  ///< See HeadlessUi::Options.
};

/// Draws `page` as the shell does, over the whole window: a view with its model, or parts of client/ui at a pen.
///
///   PageFixture page([&](supervisor::PageFrame& frame) { supervisor::draw_floor(model, frame); });
///   page.ui().click("amir");
class PageFixture {
 public:
  using Draw = std::function<void(supervisor::PageFrame&)>;

  explicit PageFixture(Draw draw, PageSize size = {}, model::Language language = model::Language::kDutch,
                       supervisor::ShellMoment moment = {})
      : draw_(std::move(draw)) {
    HeadlessUi::Options options;
    options.width = static_cast<int>(static_cast<float>(size.width) * size.scale);
    options.height = static_cast<int>(static_cast<float>(size.height) * size.scale);
    options.scale = size.scale;
    options.draws_pixels = size.draws_pixels;
    options.add_fonts = [this, size](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(size.palette, scale, atlas);
    };
    options.apply_style = [this](float) { supervisor::apply_console_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(
        std::move(options), [this, language, moment] { supervisor::draw_alone(look_, language, moment, draw_); });
  }

  [[nodiscard]] HeadlessUi& ui() { return *ui_; }
  [[nodiscard]] ui::Look& look() { return look_; }

  /// After what the page draws was changed.
  void settle() { ui_->settle(); }

 private:
  Draw draw_;
  ui::Look look_;
  std::unique_ptr<HeadlessUi> ui_;
};

/// A pen over the whole page.
[[nodiscard]] inline ui::Pen pen_of(supervisor::PageFrame& frame) { return {frame.look, frame.at, frame.size.x, true}; }

}  // namespace aandacht::test
