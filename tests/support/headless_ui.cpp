#include "tests/support/headless_ui.h"

#include <stdexcept>
#include <utility>

#include "client/render/frame_hash.h"
#include "client/render/imgui_compat.h"
#include "client/render/png.h"

namespace aandacht::test {
namespace {

/// Takes frames and leaves them as they are.
class NoPainter final : public platform::Painter {
 public:
  absl::Status use_fonts(ImFontAtlas& atlas) override {
    static_cast<void>(render::take_atlas(atlas));
    return absl::OkStatus();
  }
  absl::StatusOr<platform::Painted> paint(ImDrawData&, render::Pixel) override { return platform::Painted(); }
  [[nodiscard]] const char* name() const override { return "none"; }
};

app::FrameLoop::Options loop_options(HeadlessUi::Options options) {
  app::FrameLoop::Options loop;
  loop.add_fonts = std::move(options.add_fonts);
  if (!loop.add_fonts) loop.add_fonts = [](ImFontAtlas& atlas, float) { atlas.AddFontDefault(); };
  loop.apply_style = std::move(options.apply_style);
  if (!options.draws_pixels) {
    loop.make_painter = [](platform::Window&, const render::Textures&) { return std::make_unique<NoPainter>(); };
  }
  return loop;
}

void require(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(std::string(status.message()));
}

}  // namespace

HeadlessUi::HeadlessUi(Options options, std::function<void()> view)
    : window_({options.width, options.height}, options.scale), loop_(window_, loop_options(std::move(options))) {
  loop_.draw_with(std::move(view));
  settle();
}

void HeadlessUi::settle() {
  loop_.redraw(3);
  require(loop_.turn(absl::ZeroDuration()));
}

void HeadlessUi::advance(absl::Duration by) {
  const absl::Duration end = window_.now() + by;
  while (window_.now() < end) require(loop_.turn(end - window_.now()));
}

DrawnText HeadlessUi::text() const {
  const ImDrawData* frame = loop_.last_frame();
  return frame == nullptr ? DrawnText() : DrawnText::read(*frame, *ImGui::GetIO().Fonts);
}

std::optional<TextRect> HeadlessUi::find(std::string_view text, int nth) const { return this->text().find(text, nth); }

bool HeadlessUi::click(std::string_view label, int nth) {
  const std::optional<TextRect> rect = find(label, nth);
  if (!rect.has_value()) return false;
  click_at(rect->centre().x, rect->centre().y);
  return true;
}

void HeadlessUi::click_at(float x, float y, int button) {
  // A frame between, as with a real hand: some widgets must be hovered before they can be pressed.
  move_to(x, y);
  give({platform::MouseButton{button, true}, platform::MouseButton{button, false}});
}

void HeadlessUi::move_to(float x, float y) { give({platform::MouseMoved{x, y}}); }

void HeadlessUi::leave() { give({platform::MouseLeft{}}); }

void HeadlessUi::scroll(float notches) {
  move_to(static_cast<float>(window_.size().width) / 2, static_cast<float>(window_.size().height) / 2);
  give({platform::MouseWheel{0, notches}});
}

bool HeadlessUi::scroll_over(std::string_view label, float notches) {
  const std::optional<TextRect> rect = find(label);
  if (!rect.has_value()) return false;
  move_to(rect->centre().x, rect->centre().y);
  give({platform::MouseWheel{0, notches}});
  return true;
}

void HeadlessUi::type(std::string_view text) { give({platform::TextTyped{std::string(text)}}); }

void HeadlessUi::press(render::Key key, render::Modifiers held) {
  give({platform::KeyChanged{key, true, held}, platform::KeyChanged{key, false, {}}});
}

std::uint64_t HeadlessUi::pixels_hash() { return render::hash_of(window_.canvas()); }

void HeadlessUi::save_png(const std::string& path) { require(render::write_png(window_.canvas(), path)); }

void HeadlessUi::give(std::vector<platform::Input> inputs) {
  for (platform::Input& input : inputs) window_.inject(std::move(input));
  require(loop_.turn(absl::ZeroDuration()));
}

}  // namespace aandacht::test
