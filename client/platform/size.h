// How large something is on the screen.
#pragma once

namespace aandacht::platform {

/// Pixels.
struct Size {
  int width = 0;
  int height = 0;
  friend bool operator==(const Size&, const Size&) = default;
};

}  // namespace aandacht::platform
