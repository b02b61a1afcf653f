// A connection to the X server for what is not our own window.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "client/platform/x11_display.h"

namespace aandacht::platform {

/// Beside GLFW's own connection, which throws away the events of windows that GLFW did not make: other programs'
/// windows, the root window, grabbed keys. Nothing is selected on it until somebody does. One thread.
class X11Connection {
 public:
  /// To the server that DISPLAY names; null when it cannot be reached.
  [[nodiscard]] static std::unique_ptr<X11Connection> open();
  ~X11Connection();
  X11Connection(const X11Connection&) = delete;
  X11Connection& operator=(const X11Connection&) = delete;

  [[nodiscard]] X11Display* display() const { return display_; }

  /// Becomes readable when process() may have something to do.
  [[nodiscard]] int descriptor() const;

  /// `hear` is called by process() with every event, in the order in which they came. Requests that it makes may fail
  /// (a window may be gone): the failure is swallowed. It must not process() or listen().
  void listen(std::function<void(const X11Event&)> hear);

  /// `act` is called at the end of a process() that had events: once for many, e.g. for a window that is dragged.
  void after_events(std::function<void()> act);

  /// Calls `ask` at once; requests that it makes may fail. It must not process().
  void guarded(const std::function<void(X11Display*)>& ask);

  /// Sends what waits to be sent; true when events can be taken without waiting.
  [[nodiscard]] bool pending();

  /// Hands out the events that have come; never waits for more. True when there were any.
  bool process();

 private:
  explicit X11Connection(X11Display* display) : display_(display) {}

  X11Display* display_;
  std::vector<std::function<void(const X11Event&)>> heard_;
  std::vector<std::function<void()>> after_;
};

}  // namespace aandacht::platform
