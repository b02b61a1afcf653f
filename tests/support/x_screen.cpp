#include "tests/support/x_screen.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xrandr.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "client/platform/x11_errors.h"

namespace aandacht::test {
namespace {

void pause() { std::this_thread::sleep_for(std::chrono::milliseconds(10)); }

/// ":N" once the server has written the number it took to `log`, "" before.
std::string display_in(const std::string& log) {
  std::ifstream file(log);
  for (std::string line; std::getline(file, line) && !file.eof();) {
    if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) return ":" + line;
  }
  return "";
}

/// The server itself takes a free display number: choosing one for it races with other tests.
Child start_server(const std::string& log, const XScreen::Options& options) {
  const std::string mode = std::to_string(options.width) + "x" + std::to_string(options.height) + "x24";
  std::vector<std::string> arguments = {"Xvfb", "-displayfd", "1",   "-screen", "0",
                                        mode,   "-nolisten",  "tcp", "-noreset"};
  arguments.insert(arguments.end(), {options.glx ? "+extension" : "-extension", "GLX"});
  return Child(std::move(arguments), log);
}

}  // namespace

bool step_until(const std::function<bool()>& done, const std::function<void()>& step, double seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (!done()) {
    if (std::chrono::steady_clock::now() > end) return false;
    step();
  }
  return true;
}

XScreen::XScreen(const Options& options) {
  const std::string log = folder_.file("xvfb");
  server_.emplace(start_server(log, options));
  step_until([&] { return !(name_ = display_in(log)).empty() || !server_->running(); }, pause, 40);
  if (!name_.empty()) display_ = XOpenDisplay(name_.c_str());
  if (display_ == nullptr) throw std::runtime_error("Xvfb did not start");
  setenv("DISPLAY", name_.c_str(), 1);
  if (!options.resources.empty()) {
    XChangeProperty(display_, DefaultRootWindow(display_), XA_RESOURCE_MANAGER, XA_STRING, 8, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(options.resources.data()),
                    static_cast<int>(options.resources.size()));
    XSync(display_, False);
  }
  if (!options.window_manager) return;
  start_window_manager();
  if (!manages_windows()) throw std::runtime_error("openbox does not manage windows");
}

void XScreen::start_window_manager() {
  manager_.emplace(std::vector<std::string>{"openbox", "--sm-disable"});
  if (!step_until([this] { return !windows("_NET_SUPPORTING_WM_CHECK").empty(); }, pause, 40)) {
    throw std::runtime_error("openbox did not start");
  }
}

void XScreen::restart_window_manager() {
  manager_.reset();
  XDeleteProperty(display_, DefaultRootWindow(display_), XInternAtom(display_, "_NET_SUPPORTING_WM_CHECK", False));
  start_window_manager();
}

bool XScreen::manages_windows() const {
  // A window manager that is still starting loses requests; it is ready when it has managed a window of ours.
  const Window probe = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 10, 10, 0, 0, 0);
  const bool managed = step_until([&] { return !windows("_NET_CLIENT_LIST").empty(); },
                                  [&] {
                                    XMapWindow(display_, probe);
                                    XSync(display_, False);
                                    pause();
                                  },
                                  10);
  XDestroyWindow(display_, probe);
  XSync(display_, False);
  return managed && step_until([&] { return windows("_NET_CLIENT_LIST").empty(); }, pause, 10);
}

XScreen::~XScreen() {
  if (display_ != nullptr) XCloseDisplay(display_);
  manager_.reset();
  server_.reset();
}

std::vector<X11Window> XScreen::windows(const char* property) const {
  return numbers(DefaultRootWindow(display_), property);
}

std::vector<unsigned long> XScreen::numbers(X11Window window, const char* property) const {
  Atom type = 0;
  int format = 0;
  unsigned long count = 0;
  unsigned long rest = 0;
  unsigned char* data = nullptr;
  const platform::X11ErrorTrap may_be_gone(display_);
  XGetWindowProperty(display_, window, XInternAtom(display_, property, False), 0, 1024, False, AnyPropertyType, &type,
                     &format, &count, &rest, &data);
  const std::unique_ptr<unsigned char, int (*)(void*)> owned(data, &XFree);
  if (data == nullptr || format != 32) return {};
  const auto* first = reinterpret_cast<const X11Window*>(data);
  return {first, first + count};
}

X11Window XScreen::active_window() const {
  const std::vector<X11Window> active = windows("_NET_ACTIVE_WINDOW");
  return active.empty() ? 0 : active.front();
}

std::vector<X11Window> XScreen::stacking() const { return windows("_NET_CLIENT_LIST_STACKING"); }

X11Window XScreen::window_of_class(const std::string& name) const {
  for (const X11Window window : windows("_NET_CLIENT_LIST")) {
    XClassHint hint = {};
    const platform::X11ErrorTrap may_be_gone(display_);
    if (XGetClassHint(display_, window, &hint) == 0) continue;
    const bool found = hint.res_class != nullptr && name == hint.res_class;
    XFree(hint.res_name);
    XFree(hint.res_class);
    if (found) return window;
  }
  return 0;
}

render::Rect XScreen::place_of(X11Window window) const {
  XWindowAttributes attributes = {};
  XGetWindowAttributes(display_, window, &attributes);
  int x = 0;
  int y = 0;
  Window child = 0;
  XTranslateCoordinates(display_, window, DefaultRootWindow(display_), 0, 0, &x, &y, &child);
  return {x, y, x + attributes.width, y + attributes.height};
}

render::Rect XScreen::frame_of(X11Window window) const {
  const render::Rect place = place_of(window);
  const std::vector<X11Window> extents = numbers(window, "_NET_FRAME_EXTENTS");
  if (extents.size() != 4) return place;
  const auto n = [&](std::size_t i) { return static_cast<int>(extents[i]); };
  return {place.left - n(0), place.top - n(2), place.right + n(1), place.bottom + n(3)};
}

void XScreen::split_monitors(int x) const {
  const int width = DisplayWidth(display_, DefaultScreen(display_));
  const int height = DisplayHeight(display_, DefaultScreen(display_));
  XRRScreenResources* resources = XRRGetScreenResources(display_, DefaultRootWindow(display_));
  for (const bool main : {true, false}) {
    XRRMonitorInfo* monitor = XRRAllocateMonitor(display_, main ? 1 : 0);
    monitor->name = XInternAtom(display_, main ? "LEFT" : "RIGHT", False);
    monitor->primary = main ? True : False;
    monitor->x = main ? 0 : x;
    monitor->width = main ? x : width - x;
    monitor->height = height;
    monitor->mwidth = 100;
    monitor->mheight = 100;
    if (main) monitor->outputs[0] = resources->outputs[0];
    XRRSetMonitor(display_, DefaultRootWindow(display_), monitor);
    XRRFreeMonitors(monitor);
  }
  XRRFreeScreenResources(resources);
  XSync(display_, False);
}

render::Canvas XScreen::picture() const {
  const int width = DisplayWidth(display_, DefaultScreen(display_));
  const int height = DisplayHeight(display_, DefaultScreen(display_));
  render::Canvas canvas(width, height);
  XImage* image = XGetImage(display_, DefaultRootWindow(display_), 0, 0, static_cast<unsigned>(width),
                            static_cast<unsigned>(height), AllPlanes, ZPixmap);
  if (image == nullptr) return canvas;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      canvas.row(y)[x] = 0xFF000000U | static_cast<render::Pixel>(XGetPixel(image, x, y));
    }
  }
  XDestroyImage(image);
  return canvas;
}

std::function<void()> XScreen::cover(const render::Rect& area) const {
  XSetWindowAttributes attributes = {};
  attributes.override_redirect = True;
  attributes.background_pixel = 0;
  const Window window =
      XCreateWindow(display_, DefaultRootWindow(display_), area.left, area.top, static_cast<unsigned>(area.width()),
                    static_cast<unsigned>(area.height()), 0, CopyFromParent, InputOutput, nullptr,
                    CWOverrideRedirect | CWBackPixel, &attributes);
  XMapRaised(display_, window);
  XSync(display_, False);
  return [display = display_, window] {
    XDestroyWindow(display, window);
    XSync(display, False);
  };
}

bool XScreen::xdotool(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), "xdotool");
  return Child(std::move(arguments)).wait() == 0;
}

}  // namespace aandacht::test
