// The desktop's own short tone.
#pragma once

#include "client/platform/x11_display.h"

namespace aandacht::platform {

/// At the volume that the user chose for it; a desktop that has it switched off stays silent. Null: nothing.
void ring_bell(X11Display* display);

}  // namespace aandacht::platform
