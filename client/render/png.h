// Pictures of what was drawn.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/render/canvas.h"

namespace aandacht::render {

/// `canvas` as a PNG of 24 bits a pixel. The same canvas gives the same bytes.
[[nodiscard]] std::vector<unsigned char> to_png(const Canvas& canvas);

/// Writes `canvas` to `path`, replacing what was there. Fails with INVALID_ARGUMENT for an empty canvas and with
/// UNAVAILABLE, naming the file, when it cannot be written.
[[nodiscard]] absl::Status write_png(const Canvas& canvas, const std::string& path);

}  // namespace aandacht::render
