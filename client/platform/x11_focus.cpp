#include "client/platform/x11_focus.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <memory>
#include <vector>

#include "client/platform/x11_errors.h"
#include "client/platform/x11_windows.h"

namespace aandacht::platform {
namespace {

Atom atom(Display* display, const char* name) { return XInternAtom(display, name, False); }

void set_atoms(Display* display, Window window, const char* property, const std::vector<const char*>& values,
               int mode) {
  std::vector<Atom> atoms;
  for (const char* value : values) atoms.push_back(atom(display, value));
  XChangeProperty(display, window, atom(display, property), XA_ATOM, 32, mode,
                  reinterpret_cast<const unsigned char*>(atoms.data()), static_cast<int>(atoms.size()));
}

/// The window that a property of the root window names; 0 when there is none.
Window window_property(Display* display, const char* name) {
  Atom type = 0;
  int format = 0;
  unsigned long count = 0;
  unsigned long rest = 0;
  unsigned char* data = nullptr;
  const int status = XGetWindowProperty(display, DefaultRootWindow(display), atom(display, name), 0, 1, False,
                                        XA_WINDOW, &type, &format, &count, &rest, &data);
  const std::unique_ptr<unsigned char, int (*)(void*)> owned(data, &XFree);
  if (status != Success || type != XA_WINDOW || format != 32 || count != 1) return 0;
  return *reinterpret_cast<const Window*>(data);
}

}  // namespace

void X11Focus::mark_as_overlay() {
  set_input_hint(false);
  const unsigned long never = 0;
  XChangeProperty(display_, window_, atom(display_, "_NET_WM_USER_TIME"), XA_CARDINAL, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(&never), 1);
  set_atoms(display_, window_, "_NET_WM_WINDOW_TYPE", {"_NET_WM_WINDOW_TYPE_UTILITY"}, PropModeReplace);
  ask_to_be_above();
}

void X11Focus::ask_to_be_above() {
  set_atoms(display_, window_, "_NET_WM_STATE",
            {"_NET_WM_STATE_ABOVE", "_NET_WM_STATE_STICKY", "_NET_WM_STATE_SKIP_TASKBAR", "_NET_WM_STATE_SKIP_PAGER"},
            PropModeReplace);
  const unsigned long every = 0xFFFFFFFF;
  XChangeProperty(display_, window_, atom(display_, "_NET_WM_DESKTOP"), XA_CARDINAL, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(&every), 1);
}

void X11Focus::take() {
  if (taken_) return;
  taken_ = true;
  before_ = active();
  set_input_hint(true);
  activate(window_);
}

void X11Focus::give_back() {
  if (!taken_) return;
  taken_ = false;
  const bool still_ours = active() == window_;
  set_input_hint(false);
  if (still_ours && before_ != 0 && before_ != window_) activate(before_);
  XFlush(display_);
}

void X11Focus::set_input_hint(bool input) {
  XWMHints* read = XGetWMHints(display_, window_);
  XWMHints hints = {};
  if (read != nullptr) hints = *read;
  XFree(read);
  hints.flags |= InputHint;
  hints.input = input ? True : False;
  XSetWMHints(display_, window_, &hints);
}

X11Window X11Focus::active() const {
  if (has_window_manager()) return window_property(display_, "_NET_ACTIVE_WINDOW");
  Window focused = 0;
  int revert = 0;
  XGetInputFocus(display_, &focused, &revert);
  return focused == PointerRoot ? 0 : focused;
}

bool X11Focus::has_window_manager() const {
  const X11ErrorTrap trap(display_);
  return x11_has_manager(display_);
}

void X11Focus::activate(X11Window window) {
  X11ErrorTrap trap(display_);
  if (!has_window_manager()) {
    XSetInputFocus(display_, window, RevertToPointerRoot, CurrentTime);
    return;
  }
  XEvent event = {};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = atom(display_, "_NET_ACTIVE_WINDOW");
  event.xclient.format = 32;
  // 2: the user asked for it directly; 1 would be subject to the window manager's guesses about stealing focus.
  event.xclient.data.l[0] = 2;
  event.xclient.data.l[1] = CurrentTime;
  XSendEvent(display_, DefaultRootWindow(display_), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
}

}  // namespace aandacht::platform
