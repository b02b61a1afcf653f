// OpenGL, for those who ask for it.
#pragma once

#include <memory>

#include "absl/status/statusor.h"
#include "client/platform/painter.h"

namespace aandacht::platform {

class GlfwWindow;

/// A painter on the OpenGL context that `window` was made with. ImGui's own backend loads libGL when this is called;
/// nothing is linked. Needs a current ImGui context; both outlive the painter.
/// Fails with UNAVAILABLE when the functions of OpenGL 3.0 are not there.
[[nodiscard]] absl::StatusOr<std::unique_ptr<Painter>> make_gl_painter(GlfwWindow& window,
                                                                       const render::Textures& textures);

}  // namespace aandacht::platform
