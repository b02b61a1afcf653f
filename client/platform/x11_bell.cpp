#include "client/platform/x11_bell.h"

#include <X11/Xlib.h>

namespace aandacht::platform {

void ring_bell(X11Display* display) {
  if (display == nullptr) return;
  XBell(display, 0);
  XFlush(display);
}

}  // namespace aandacht::platform
