// The overlay and the floor without a screen.
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

#include "client/overlay/overlay_view.h"
#include "client/supervisor/floor_view.h"
#include "client/supervisor/shell_view.h"
#include "client/ui/look.h"
#include "tests/support/headless_ui.h"
#include "tests/ui/example_desks.h"

namespace aandacht::test {

/// Sizes in pixels of the design.
struct ViewSize {
  int width = 380;
  int height = 720;
  float scale = 1;
  ui::Palette palette = ui::Palette::kLight;
  float text = ui::kUsualBody;  ///< Size of the body text.
  bool draws_pixels = true;     ///< See HeadlessUi::Options.
};

/// The overlay: shows `model`, collects `actions`.
class OverlayFixture {
 public:
  explicit OverlayFixture(model::OverlayModel model, ViewSize size = {}) : model_(std::move(model)) {
    const auto pixels = [&](int length) { return static_cast<int>(static_cast<float>(length) * size.scale); };
    HeadlessUi::Options options;
    options.width = pixels(size.width);
    options.height = pixels(size.height);
    options.scale = size.scale;
    options.add_fonts = [this, size](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(size.palette, scale, atlas, size.text);
    };
    options.draws_pixels = size.draws_pixels;
    options.apply_style = [this](float) { ui::apply_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(std::move(options), [this] { overlay::draw(model_, look_, actions_); });
  }

  [[nodiscard]] HeadlessUi& ui() { return *ui_; }
  [[nodiscard]] ui::Look& look() { return look_; }
  [[nodiscard]] std::vector<overlay::Action>& actions() { return actions_; }

  void show(model::OverlayModel model) {
    model_ = std::move(model);
    ui_->settle();
  }

  /// The same in a window of another size, pixels of the design.
  void show(model::OverlayModel model, int width, int height) {
    const float scale = ui_->window().scale();
    ui_->window().resize(
        {static_cast<int>(static_cast<float>(width) * scale), static_cast<int>(static_cast<float>(height) * scale)});
    show(std::move(model));
  }

  /// True when exactly this was done, once.
  [[nodiscard]] bool did(const overlay::Action& action) const { return actions_.size() == 1 && actions_[0] == action; }

 private:
  model::OverlayModel model_;
  ui::Look look_;
  std::vector<overlay::Action> actions_;
  std::unique_ptr<HeadlessUi> ui_;
};

/// The console's floor.
class FloorFixture {
 public:
  explicit FloorFixture(model::FloorModel model, ViewSize size = {.width = 960, .height = 600})
      : model_(std::move(model)) {
    HeadlessUi::Options options;
    options.width = static_cast<int>(static_cast<float>(size.width) * size.scale);
    options.height = static_cast<int>(static_cast<float>(size.height) * size.scale);
    options.scale = size.scale;
    options.add_fonts = [this, size](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(size.palette, scale, atlas);
    };
    options.apply_style = [this](float) { ui::apply_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(std::move(options), [this] {
      supervisor::draw_alone(look_, model_.language, {}, [this](supervisor::PageFrame& frame) {
        for (auto& action : supervisor::draw_floor(model_, memory_, frame)) actions_.push_back(std::move(action));
      });
    });
  }

  [[nodiscard]] HeadlessUi& ui() { return *ui_; }
  void show(model::FloorModel model) { model_ = std::move(model); }
  /// Whether such an action was reported since the beginning.
  template <typename Action, typename Is>
  [[nodiscard]] bool did(Is is) const {
    return std::any_of(actions_.begin(), actions_.end(), [&](const supervisor::FloorAction& action) {
      const auto* found = std::get_if<Action>(&action);
      return found != nullptr && is(*found);
    });
  }

 private:
  model::FloorModel model_;
  supervisor::FloorMemory memory_;
  supervisor::FloorActions actions_;
  ui::Look look_;
  std::unique_ptr<HeadlessUi> ui_;
};

}  // namespace aandacht::test
