// What an X11 desktop lets an overlay be.
#pragma once

#include "client/platform/standing.h"
#include "client/platform/x11_display.h"

namespace aandacht::platform {

/// Everything but what is followed. An X11ErrorTrap must be set.
[[nodiscard]] Standing x11_standing(X11Display* display);

}  // namespace aandacht::platform
