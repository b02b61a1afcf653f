// Reading and writing what windows say about themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/platform/x11_display.h"

// All of these answer for a window that is gone as for one that says nothing, provided that an X11ErrorTrap is set.
namespace aandacht::platform {

[[nodiscard]] unsigned long x11_atom(X11Display* display, const char* name);

/// The numbers, atoms or windows of a property; empty when there is none.
[[nodiscard]] std::vector<unsigned long> x11_numbers(X11Display* display, X11Window window, const char* property);

/// The first of them.
[[nodiscard]] std::optional<unsigned long> x11_number(X11Display* display, X11Window window, const char* property);

/// A text property, at most 4 kB; empty when there is none. UTF-8 or Latin-1, as it comes.
[[nodiscard]] std::string x11_text(X11Display* display, X11Window window, const char* property);

/// True when the atom called `value` is in a property that is a list of atoms, e.g. _NET_WM_STATE.
[[nodiscard]] bool x11_has(X11Display* display, X11Window window, const char* property, const char* value);

/// Asks the window manager to add a state to a window on the screen ("_NET_WM_STATE_ABOVE").
void x11_add_state(X11Display* display, X11Window window, const char* state);

[[nodiscard]] X11Window x11_root(X11Display* display);

}  // namespace aandacht::platform
