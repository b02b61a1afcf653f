// The windows of other programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/platform/x11_display.h"
#include "client/render/canvas.h"

// An X11ErrorTrap must be set around all of these: any window may be gone before the server answers.
namespace aandacht::platform {

/// True when a window manager runs that follows the EWMH.
[[nodiscard]] bool x11_has_manager(X11Display* display);

/// What it calls itself, e.g. "Openbox"; empty when none runs or it has no name.
[[nodiscard]] std::string x11_manager_name(X11Display* display);

/// Programs' windows from the lowest to the topmost: those of the window manager, or, without one, the children of the
/// root window that ask for one.
[[nodiscard]] std::vector<X11Window> x11_windows(X11Display* display);

/// True when `wanted` is one of the two names of the window's class, in any case.
[[nodiscard]] bool x11_class_is(X11Display* display, X11Window window, const std::string& wanted);

/// True when `wanted` is a part of the window's title, in any case of the letters A to Z.
[[nodiscard]] bool x11_title_has(X11Display* display, X11Window window, const std::string& wanted);

/// A window of its own, not a dialog, menu, panel or notification that belongs to another.
[[nodiscard]] bool x11_is_main_window(X11Display* display, X11Window window);

/// A dialog, notification or menu: something that waits for the user or is gone soon.
[[nodiscard]] bool x11_is_passing_window(X11Display* display, X11Window window);

/// True when the window belongs to this process.
[[nodiscard]] bool x11_is_ours(X11Display* display, X11Window window);

/// Where the window is with its frame and without its shadow; nothing when it is not to be seen: minimised, closed into
/// the tray, rolled up, or on another virtual desktop.
[[nodiscard]] std::optional<render::Rect> x11_place_in_sight(X11Display* display, X11Window window);

/// The focused window when it fills the screen; 0 otherwise.
[[nodiscard]] X11Window x11_full_screen_window(X11Display* display);

/// The window called `wanted`: by class before by title, one in sight before one that is not, and `current` before
/// others as long as it is as good. 0 when there is none. Never one of this process.
[[nodiscard]] X11Window x11_find_window(X11Display* display, const std::string& wanted, X11Window current);

}  // namespace aandacht::platform
