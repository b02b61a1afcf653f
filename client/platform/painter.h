// Turns a frame into pixels on a window.
#pragma once

#include <imgui.h>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/platform/window.h"
#include "client/render/canvas.h"
#include "client/render/textures.h"

namespace aandacht::platform {

/// What a frame needed.
struct Painted {
  bool rasterised = false;  ///< something was drawn
  bool presented = false;   ///< something was sent to the screen
  std::int64_t pixels = 0;  ///< how many pixels were drawn anew
};

/// Belongs to the window's thread. The window and the textures outlive it.
class Painter {
 public:
  virtual ~Painter() = default;

  /// The glyphs of `atlas` have been (re)built. Fails with UNAVAILABLE when they cannot be taken.
  [[nodiscard]] virtual absl::Status use_fonts(ImFontAtlas& atlas) = 0;

  /// Shows `frame` on `background`. A frame that looks like the one before costs neither drawing nor sending.
  /// Fails when the window cannot show it, see Window::present.
  [[nodiscard]] virtual absl::StatusOr<Painted> paint(ImDrawData& frame, render::Pixel background) = 0;

  /// "software" or "opengl".
  [[nodiscard]] virtual const char* name() const = 0;
};

}  // namespace aandacht::platform
