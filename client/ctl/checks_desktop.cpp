#include <algorithm>
#include <array>
#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/checks.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

std::string display_of(const Machine& machine) { return machine.variable("DISPLAY").value_or(""); }

/// ":0.1" and "unix:0" → "0"; empty when the display is another machine's.
std::string local_number(const std::string& display) {
  const std::size_t colon = display.rfind(':');
  if (colon == std::string::npos) return {};
  const std::string host = display.substr(0, colon);
  if (!host.empty() && host != "unix") return {};
  return display.substr(colon + 1, display.find('.', colon) - colon - 1);
}

/// The names of the running programs, as far as they can be read.
template <typename Take>
void for_each_program(const fs::path& proc, Take take) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(proc, error)) {
    const std::string id = entry.path().filename();
    if (!std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
    std::ifstream file(entry.path() / "comm");
    std::string name;
    if (std::getline(file, name)) take(name);
  }
}

std::string find_font(const fs::path& folder, const std::string& begins) {
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename();
    if (absl::StartsWith(name, begins)) return at->path();
  }
  return {};
}

}  // namespace

Finding check_display(const Machine& machine) {
  const std::string display = display_of(machine);
  if (display.empty() && !machine.variable("WAYLAND_DISPLAY").value_or("").empty()) {
    return {"display", Health::kBroken, "this is Wayland without XWayland (DISPLAY is not set): the overlay needs X11",
            "install xwayland and log in again, or choose the desktop's X11 session when logging in"};
  }
  if (display.empty()) {
    return {"display", Health::kWarning, "DISPLAY is not set, so no window can be shown from here",
            "on an agent's desk: run this in a terminal of the desktop; on a server this is as it should be"};
  }
  const std::string number = local_number(display);
  if (number.empty()) return {"display", Health::kOk, absl::StrCat("DISPLAY is ", display, ", on another machine"), ""};
  std::error_code error;
  if (!fs::exists(machine.x_sockets / absl::StrCat("X", number), error)) {
    return {"display", Health::kBroken, absl::StrCat("DISPLAY is ", display, " but no X server listens there"),
            "start the desktop (or Xvfb), or set DISPLAY to one that runs"};
  }
  if (machine.variable("XDG_SESSION_TYPE").value_or("") == "wayland") {
    return {"display", Health::kWarning, absl::StrCat("DISPLAY is ", display, ", by way of Wayland"),
            "if the overlay does not stay on top or does not find the softphone's window, choose the desktop's X11 "
            "session when logging in"};
  }
  return {"display", Health::kOk, absl::StrCat("DISPLAY is ", display), ""};
}

Finding check_shared_memory(const Machine& machine) {
  const std::string display = display_of(machine);
  std::error_code error;
  if (!fs::exists(machine.proc / "sysvipc" / "shm", error)) {
    return {"shared memory", Health::kWarning, "this kernel has no System V shared memory",
            "the overlay works but costs more processor time"};
  }
  if (!display.empty() && local_number(display).empty()) {
    return {"shared memory", Health::kWarning, "the display is on another machine: pictures go over the network",
            "run the overlay on the agent's own machine"};
  }
  return {"shared memory", Health::kOk, "pictures can reach the display without copies", ""};
}

Finding check_window_manager(const Machine& machine) {
  constexpr std::array kKnown = {"openbox", "mutter",  "gnome-shell",  "kwin_x11", "kwin_wayland",  "xfwm4",
                                 "marco",   "muffin",  "cinnamon",     "metacity", "fluxbox",       "icewm",
                                 "i3",      "awesome", "lxqt-session", "labwc",    "matchbox-windo"};
  if (display_of(machine).empty()) {
    return {"window manager", Health::kWarning, "not looked for: there is no display", "see display"};
  }
  std::string found;
  for_each_program(machine.proc, [&](const std::string& name) {
    if (std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end()) found = name;
  });
  if (!found.empty()) return {"window manager", Health::kOk, absl::StrCat(found, " runs"), ""};
  return {"window manager", Health::kWarning, "none was recognised",
          "without one nothing keeps the overlay on top: start the desktop, or openbox"};
}

Finding check_fonts(const Machine& machine) {
  for (const char* family : {"Inter", "NotoSans", "DejaVuSans"}) {
    for (const fs::path& folder : machine.fonts) {
      const std::string font = find_font(folder, family);
      if (!font.empty()) return {"fonts", Health::kOk, absl::StrCat("found ", font), ""};
    }
  }
  return {"fonts", Health::kBroken, "neither Inter nor Noto Sans nor DejaVu Sans is installed",
          "install one: apt install fonts-inter"};
}

}  // namespace aandacht::ctl
