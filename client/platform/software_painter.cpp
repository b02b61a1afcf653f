#include "client/platform/software_painter.h"

#include <vector>

#include "client/render/imgui_compat.h"

namespace aandacht::platform {

absl::Status SoftwarePainter::use_fonts(ImFontAtlas& atlas) {
  const render::AtlasPixels pixels = render::take_atlas(atlas);
  if (pixels.coverage == nullptr) return absl::UnavailableError("the fonts could not be turned into glyphs");
  rasteriser_.use_atlas(pixels);
  hash_.reset();
  return absl::OkStatus();
}

absl::StatusOr<Painted> SoftwarePainter::paint(ImDrawData& frame, render::Pixel background) {
  if (background != background_) hash_.reset();
  background_ = background;
  const Size size = window_.size();
  const std::vector<render::Rect> changed = hash_.changes(frame, {0, 0, size.width, size.height});
  Painted painted;
  if (changed.empty()) return painted;
  render::Canvas& canvas = window_.canvas();
  for (const render::Rect& region : changed) {
    rasteriser_.draw(frame, background, region, canvas);
    painted.pixels += static_cast<std::int64_t>(region.width()) * region.height();
  }
  painted.rasterised = true;
  const absl::Status status = window_.present(changed);
  if (!status.ok()) return status;
  painted.presented = true;
  return painted;
}

}  // namespace aandacht::platform
