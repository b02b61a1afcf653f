#include "client/platform/x11_clicks.h"

#include <X11/Xlib.h>
#include <X11/extensions/shape.h>

namespace aandacht::platform {
namespace {

/// An input region of its own came with version 1.1 of the extension.
bool has_input_regions(Display* display) {
  int major = 0;
  int minor = 0;
  return XShapeQueryVersion(display, &major, &minor) != 0 && (major > 1 || minor >= 1);
}

}  // namespace

bool let_clicks_through(X11Display* display, X11Window window, bool on) {
  if (!has_input_regions(display)) return false;
  if (on) {
    XShapeCombineRectangles(display, window, ShapeInput, 0, 0, nullptr, 0, ShapeSet, Unsorted);
  } else {
    XShapeCombineMask(display, window, ShapeInput, 0, 0, None, ShapeSet);
  }
  XFlush(display);
  return true;
}

}  // namespace aandacht::platform
