#include "client/platform/x11_windows.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "client/platform/x11_properties.h"

namespace aandacht::platform {
namespace {

constexpr unsigned long kEveryDesktop = 0xFFFFFFFF;

Window manager_window(Display* display) {
  const auto named = x11_number(display, x11_root(display), "_NET_SUPPORTING_WM_CHECK");
  // A window manager that died leaves its property; its window is gone.
  if (!named || x11_number(display, *named, "_NET_SUPPORTING_WM_CHECK") != named) return 0;
  return *named;
}

std::vector<Window> children(Display* display, Window parent) {
  Window root = 0;
  Window above = 0;
  Window* list = nullptr;
  unsigned count = 0;
  if (XQueryTree(display, parent, &root, &above, &list, &count) == 0) return {};
  const std::unique_ptr<Window, int (*)(void*)> owned(list, &XFree);
  return {list, list + count};
}

bool is_unmanaged_program_window(Display* display, Window window) {
  XWindowAttributes attributes = {};
  return XGetWindowAttributes(display, window, &attributes) != 0 && attributes.override_redirect == False &&
         attributes.c_class == InputOutput;
}

bool on_this_desktop(Display* display, Window window) {
  const auto desktop = x11_number(display, window, "_NET_WM_DESKTOP");
  const auto current = x11_number(display, x11_root(display), "_NET_CURRENT_DESKTOP");
  return !desktop || !current || *desktop == *current || (*desktop & kEveryDesktop) == kEveryDesktop;
}

/// left, right, top, bottom
struct Extents {
  int left = 0, right = 0, top = 0, bottom = 0;
};

Extents extents(Display* display, Window window, const char* property) {
  const std::vector<unsigned long> n = x11_numbers(display, window, property);
  if (n.size() != 4) return {};
  return {static_cast<int>(n[0]), static_cast<int>(n[1]), static_cast<int>(n[2]), static_cast<int>(n[3])};
}

/// How well a window is what is looked for; 0: not at all.
int fitness(Display* display, Window window, const std::string& wanted, Window current) {
  if (x11_is_ours(display, window) || !x11_is_main_window(display, window)) return 0;
  const bool by_class = x11_class_is(display, window, wanted);
  // The window that is followed may have changed its title since.
  if (!by_class && window != current && !x11_title_has(display, window, wanted)) return 0;
  const bool in_sight = x11_place_in_sight(display, window).has_value();
  return 1 + (window == current ? 1 : 0) + (by_class ? 2 : 0) + (in_sight ? 4 : 0);
}

}  // namespace

bool x11_has_manager(X11Display* display) { return manager_window(display) != 0; }

std::string x11_manager_name(X11Display* display) {
  const Window manager = manager_window(display);
  return manager == 0 ? "" : x11_text(display, manager, "_NET_WM_NAME");
}

std::vector<X11Window> x11_windows(X11Display* display) {
  if (x11_has_manager(display)) {
    std::vector<X11Window> stacked = x11_numbers(display, x11_root(display), "_NET_CLIENT_LIST_STACKING");
    return stacked.empty() ? x11_numbers(display, x11_root(display), "_NET_CLIENT_LIST") : stacked;
  }
  std::vector<X11Window> windows = children(display, x11_root(display));
  std::erase_if(windows, [&](Window w) { return !is_unmanaged_program_window(display, w); });
  return windows;
}

bool x11_class_is(X11Display* display, X11Window window, const std::string& wanted) {
  XClassHint hint = {};
  if (XGetClassHint(display, window, &hint) == 0) return false;
  const auto is = [&](const char* name) { return name != nullptr && absl::EqualsIgnoreCase(name, wanted); };
  const bool found = is(hint.res_name) || is(hint.res_class);
  XFree(hint.res_name);
  XFree(hint.res_class);
  return found;
}

bool x11_title_has(X11Display* display, X11Window window, const std::string& wanted) {
  std::string title = x11_text(display, window, "_NET_WM_NAME");
  if (title.empty()) title = x11_text(display, window, "WM_NAME");
  return absl::StrContains(absl::AsciiStrToLower(title), absl::AsciiStrToLower(wanted));
}

bool x11_is_main_window(X11Display* display, X11Window window) {
  if (x11_number(display, window, "WM_TRANSIENT_FOR").value_or(0) != 0) return false;
  return x11_numbers(display, window, "_NET_WM_WINDOW_TYPE").empty() ||
         x11_has(display, window, "_NET_WM_WINDOW_TYPE", "_NET_WM_WINDOW_TYPE_NORMAL") ||
         x11_has(display, window, "_NET_WM_WINDOW_TYPE", "_NET_WM_WINDOW_TYPE_UTILITY");
}

bool x11_is_passing_window(X11Display* display, X11Window window) {
  if (x11_number(display, window, "WM_TRANSIENT_FOR").value_or(0) != 0) return true;
  constexpr std::array kPassing = {"_NET_WM_WINDOW_TYPE_DIALOG", "_NET_WM_WINDOW_TYPE_NOTIFICATION",
                                   "_NET_WM_WINDOW_TYPE_MENU"};
  return std::any_of(kPassing.begin(), kPassing.end(),
                     [&](const char* type) { return x11_has(display, window, "_NET_WM_WINDOW_TYPE", type); });
}

bool x11_is_ours(X11Display* display, X11Window window) {
  return x11_number(display, window, "_NET_WM_PID") == static_cast<unsigned long>(::getpid());
}

std::optional<render::Rect> x11_place_in_sight(X11Display* display, X11Window window) {
  XWindowAttributes attributes = {};
  if (XGetWindowAttributes(display, window, &attributes) == 0 || attributes.map_state != IsViewable) return {};
  if (x11_number(display, window, "WM_STATE").value_or(NormalState) != NormalState) return {};
  if (x11_has(display, window, "_NET_WM_STATE", "_NET_WM_STATE_HIDDEN")) return {};
  if (!on_this_desktop(display, window)) return {};
  int x = 0;
  int y = 0;
  Window child = 0;
  XTranslateCoordinates(display, window, x11_root(display), 0, 0, &x, &y, &child);
  const Extents frame = extents(display, window, "_NET_FRAME_EXTENTS");
  // Windows that draw their own frame have a shadow around it.
  const Extents shadow = extents(display, window, "_GTK_FRAME_EXTENTS");
  return render::Rect{x - frame.left + shadow.left, y - frame.top + shadow.top,
                      x + attributes.width + frame.right - shadow.right,
                      y + attributes.height + frame.bottom - shadow.bottom};
}

X11Window x11_full_screen_window(X11Display* display) {
  const Window active = x11_number(display, x11_root(display), "_NET_ACTIVE_WINDOW").value_or(0);
  return active != 0 && x11_has(display, active, "_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN") ? active : 0;
}

X11Window x11_find_window(X11Display* display, const std::string& wanted, X11Window current) {
  Window best = 0;
  int best_fitness = 0;
  for (const Window window : x11_windows(display)) {
    const int fits = fitness(display, window, wanted, current);
    if (fits > best_fitness) {
      best = window;
      best_fitness = fits;
    }
  }
  return best;
}

}  // namespace aandacht::platform
