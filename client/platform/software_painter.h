// The default painter: our own rasteriser, straight into the memory that the screen reads.
#pragma once

#include "client/platform/painter.h"
#include "client/render/frame_hash.h"
#include "client/render/rasteriser.h"

namespace aandacht::platform {

/// Draws and sends only the bands of rows that differ from the frame before.
class SoftwarePainter final : public Painter {
 public:
  SoftwarePainter(Window& window, const render::Textures& textures) : window_(window), rasteriser_(textures) {}

  [[nodiscard]] absl::Status use_fonts(ImFontAtlas& atlas) override;
  [[nodiscard]] absl::StatusOr<Painted> paint(ImDrawData& frame, render::Pixel background) override;
  [[nodiscard]] const char* name() const override { return "software"; }

 private:
  Window& window_;
  render::Rasteriser rasteriser_;
  render::FrameHash hash_;
  render::Pixel background_ = 0;
};

}  // namespace aandacht::platform
