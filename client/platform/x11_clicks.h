// Whether a window takes clicks.
#pragma once

#include "client/platform/x11_display.h"

namespace aandacht::platform {

/// Lets clicks, the wheel and the pointer through to what lies under `window`, or takes them again. What the window
/// shows does not change. False: this X server cannot do it (SHAPE 1.1 is missing), and nothing changed.
bool let_clicks_through(X11Display* display, X11Window window, bool on);

}  // namespace aandacht::platform
