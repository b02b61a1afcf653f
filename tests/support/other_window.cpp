#include "tests/support/other_window.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <stdexcept>

namespace aandacht::test {

OtherWindow::OtherWindow(const Options& options) : display_(XOpenDisplay(nullptr)) {
  if (display_ == nullptr) throw std::runtime_error("no display");
  const auto& place = options.place;
  window_ =
      XCreateSimpleWindow(display_, DefaultRootWindow(display_), place.left, place.top,
                          static_cast<unsigned>(place.width()), static_cast<unsigned>(place.height()), 0, 0, 0xCCCCCC);
  std::string name = options.name;
  std::string class_name = options.class_name;
  XClassHint hint{name.data(), class_name.data()};
  XSetClassHint(display_, window_, &hint);
  XSizeHints size = {};
  size.flags = USPosition;
  XSetWMNormalHints(display_, window_, &size);
  if (options.transient_for != 0) XSetTransientForHint(display_, window_, options.transient_for);
  set_title(options.title);
  show();
}

OtherWindow::~OtherWindow() { XCloseDisplay(display_); }

void OtherWindow::move(int left, int top) {
  XMoveWindow(display_, window_, left, top);
  XSync(display_, False);
}

void OtherWindow::resize(int width, int height) {
  XResizeWindow(display_, window_, static_cast<unsigned>(width), static_cast<unsigned>(height));
  XSync(display_, False);
}

void OtherWindow::raise() {
  XRaiseWindow(display_, window_);
  XSync(display_, False);
}

void OtherWindow::minimise() {
  XIconifyWindow(display_, window_, DefaultScreen(display_));
  XSync(display_, False);
}

void OtherWindow::show() {
  XMapWindow(display_, window_);
  XSync(display_, False);
}

void OtherWindow::withdraw() {
  XWithdrawWindow(display_, window_, DefaultScreen(display_));
  XSync(display_, False);
}

void OtherWindow::set_title(const std::string& title) {
  XChangeProperty(display_, window_, XInternAtom(display_, "_NET_WM_NAME", False),
                  XInternAtom(display_, "UTF8_STRING", False), 8, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(title.data()), static_cast<int>(title.size()));
  XSync(display_, False);
}

void OtherWindow::add_state(const char* state) {
  XEvent event = {};
  event.xclient.type = ClientMessage;
  event.xclient.window = window_;
  event.xclient.message_type = XInternAtom(display_, "_NET_WM_STATE", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = 1;
  event.xclient.data.l[1] = static_cast<long>(XInternAtom(display_, state, False));
  XSendEvent(display_, DefaultRootWindow(display_), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
  XSync(display_, False);
}

}  // namespace aandacht::test
