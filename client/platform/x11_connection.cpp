#include "client/platform/x11_connection.h"

#include <X11/Xlib.h>

#include <utility>

#include "client/platform/x11_errors.h"

namespace aandacht::platform {

std::unique_ptr<X11Connection> X11Connection::open() {
  Display* display = XOpenDisplay(nullptr);
  return display == nullptr ? nullptr : std::unique_ptr<X11Connection>(new X11Connection(display));
}

X11Connection::~X11Connection() { XCloseDisplay(display_); }

int X11Connection::descriptor() const { return ConnectionNumber(display_); }

void X11Connection::listen(std::function<void(const X11Event&)> hear) { heard_.push_back(std::move(hear)); }

void X11Connection::after_events(std::function<void()> act) { after_.push_back(std::move(act)); }

void X11Connection::guarded(const std::function<void(X11Display*)>& ask) {
  const X11ErrorTrap trap(display_);
  ask(display_);
}

bool X11Connection::pending() { return XPending(display_) > 0; }

bool X11Connection::process() {
  if (!pending()) return false;
  const X11ErrorTrap trap(display_);
  while (XPending(display_) > 0) {
    XEvent event;
    XNextEvent(display_, &event);
    for (const auto& hear : heard_) hear(event);
  }
  for (const auto& act : after_) act();
  return true;
}

}  // namespace aandacht::platform
