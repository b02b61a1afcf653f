#include "client/platform/x11_properties.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

#include <algorithm>
#include <memory>

namespace aandacht::platform {
namespace {

constexpr long kMostNumbers = 4096;
constexpr long kMostText = 1024;  // In units of 4 bytes.

struct Property {
  std::unique_ptr<unsigned char, int (*)(void*)> data{nullptr, &XFree};
  int format = 0;
  unsigned long count = 0;
};

Property read(Display* display, Window window, const char* name, long length) {
  Property property;
  Atom type = 0;
  unsigned long rest = 0;
  unsigned char* data = nullptr;
  const int status = XGetWindowProperty(display, window, x11_atom(display, name), 0, length, False, AnyPropertyType,
                                        &type, &property.format, &property.count, &rest, &data);
  property.data.reset(data);
  if (status != Success || data == nullptr) property.count = 0;
  return property;
}

}  // namespace

unsigned long x11_atom(X11Display* display, const char* name) { return XInternAtom(display, name, False); }

std::vector<unsigned long> x11_numbers(X11Display* display, X11Window window, const char* property) {
  const Property found = read(display, window, property, kMostNumbers);
  if (found.count == 0 || found.format != 32) return {};
  const auto* first = reinterpret_cast<const unsigned long*>(found.data.get());
  return {first, first + found.count};
}

std::optional<unsigned long> x11_number(X11Display* display, X11Window window, const char* property) {
  const std::vector<unsigned long> numbers = x11_numbers(display, window, property);
  return numbers.empty() ? std::nullopt : std::optional(numbers.front());
}

std::string x11_text(X11Display* display, X11Window window, const char* property) {
  const Property found = read(display, window, property, kMostText);
  if (found.count == 0 || found.format != 8) return {};
  return {reinterpret_cast<const char*>(found.data.get()), found.count};
}

bool x11_has(X11Display* display, X11Window window, const char* property, const char* value) {
  const std::vector<unsigned long> atoms = x11_numbers(display, window, property);
  return std::find(atoms.begin(), atoms.end(), x11_atom(display, value)) != atoms.end();
}

void x11_add_state(X11Display* display, X11Window window, const char* state) {
  XEvent event = {};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = x11_atom(display, "_NET_WM_STATE");
  event.xclient.format = 32;
  event.xclient.data.l[0] = 1;  // _NET_WM_STATE_ADD
  event.xclient.data.l[1] = static_cast<long>(x11_atom(display, state));
  event.xclient.data.l[3] = 1;  // from an ordinary program
  XSendEvent(display, x11_root(display), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
}

X11Window x11_root(X11Display* display) { return DefaultRootWindow(display); }

}  // namespace aandacht::platform
