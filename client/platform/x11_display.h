// X11's names without its macros.
#pragma once

// Xlib's own names for these types; the headers define macros such as None and Status, which must not spread.
using X11Display = struct _XDisplay;  // NOLINT(bugprone-reserved-identifier)
using X11Event = union _XEvent;       // NOLINT(bugprone-reserved-identifier)
using X11Window = unsigned long;
