#include "client/platform/x11_hotkeys.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>

#include <algorithm>
#include <array>
#include <utility>

namespace aandacht::platform {
namespace {

constexpr unsigned kAllModifiers =
    ShiftMask | LockMask | ControlMask | Mod1Mask | Mod2Mask | Mod3Mask | Mod4Mask | Mod5Mask;

/// The serials of the requests that failed while it lives. One at a time, one thread.
class FailedRequests {
 public:
  explicit FailedRequests(Display* display) : display_(display) {
    XSync(display_, False);
    serials().clear();
    before_ = XSetErrorHandler([](Display*, XErrorEvent* error) {
      serials().push_back(error->serial);
      return 0;
    });
  }
  ~FailedRequests() { XSetErrorHandler(before_); }
  FailedRequests(const FailedRequests&) = delete;
  FailedRequests& operator=(const FailedRequests&) = delete;

  void wait() { XSync(display_, False); }

  /// After wait(): one of the requests from `first` up to `end`, without it, failed.
  [[nodiscard]] static bool among(unsigned long first, unsigned long end) {
    return std::any_of(serials().begin(), serials().end(), [&](unsigned long s) { return s >= first && s < end; });
  }

 private:
  static std::vector<unsigned long>& serials() {
    static std::vector<unsigned long> failed;
    return failed;
  }

  Display* display_;
  XErrorHandler before_ = nullptr;
};

/// The mask of the modifier that `sign` is on; 0 when it is on none.
unsigned mask_of(Display* display, const XModifierKeymap& map, KeySym sign) {
  const KeyCode code = XKeysymToKeycode(display, sign);
  if (code == 0) return 0;
  for (int i = 0; i < 8 * map.max_keypermod; ++i) {
    if (map.modifiermap[i] == code) return 1U << static_cast<unsigned>(i / map.max_keypermod);
  }
  return 0;
}

// "Ctrl+plus" is typed with Shift where the plus stands above another sign.
bool is_shifted(Display* display, KeyCode code, KeySym sign) {
  return XkbKeycodeToKeysym(display, code, 0, 0) != sign && XkbKeycodeToKeysym(display, code, 0, 1) == sign;
}

}  // namespace

X11Hotkeys::X11Hotkeys(X11Connection& connection, std::function<void(const std::string& name)> pressed,
                       std::function<void()> changed)
    : connection_(connection), pressed_(std::move(pressed)), changed_(std::move(changed)) {
  // Without it a key that is held looks like one that is pressed again and again.
  XkbSetDetectableAutoRepeat(connection_.display(), True, nullptr);
  connection_.listen([this](const X11Event& event) { take_event(event); });
  connection_.after_events([this] {
    if (!std::exchange(map_changed_, false)) return;
    take();
    forget_released();
    changed_();
  });
}

X11Hotkeys::~X11Hotkeys() {
  give_back();
  XSync(connection_.display(), False);
}

void X11Hotkeys::hold(std::vector<Hotkey> hotkeys) {
  hotkeys_ = std::move(hotkeys);
  take();
}

void X11Hotkeys::read_modifiers() {
  Display* display = connection_.display();
  XModifierKeymap* map = XGetModifierMapping(display);
  alt_ = mask_of(display, *map, XK_Alt_L);
  super_ = mask_of(display, *map, XK_Super_L);
  locks_ = {0};
  for (const unsigned lock :
       {static_cast<unsigned>(LockMask), mask_of(display, *map, XK_Num_Lock), mask_of(display, *map, XK_Scroll_Lock)}) {
    if (lock == 0 || (lock & (alt_ | super_ | ControlMask | ShiftMask)) != 0) continue;
    const std::vector<unsigned> without = locks_;
    for (const unsigned mask : without) {
      if ((mask & lock) == 0) locks_.push_back(mask | lock);
    }
  }
  XFreeModifiermap(map);
}

void X11Hotkeys::take() {
  Display* display = connection_.display();
  const Window root = DefaultRootWindow(display);
  read_modifiers();
  faults_.clear();
  grabs_.clear();
  // What stays is never let go of in between: another program that waits for it would have it.
  const std::set<Held> before = std::exchange(held_, {});
  FailedRequests failed(display);
  std::vector<std::pair<unsigned long, unsigned long>> requests;
  std::vector<Grab> asked;
  for (const Hotkey& hotkey : hotkeys_) {
    const KeySym sign = XStringToKeysym(hotkey.chord.key.c_str());
    const KeyCode code = XKeysymToKeycode(display, sign);
    const bool has_modifiers = (!hotkey.chord.held.alt || alt_ != 0) && (!hotkey.chord.held.super || super_ != 0);
    const bool needs_shift = code != 0 && is_shifted(display, code, sign);
    const unsigned modifiers = (hotkey.chord.held.ctrl ? ControlMask : 0U) |
                               (hotkey.chord.held.shift || needs_shift ? ShiftMask : 0U) |
                               (hotkey.chord.held.alt ? alt_ : 0U) | (hotkey.chord.held.super ? super_ : 0U);
    asked.push_back({hotkey.name, has_modifiers ? code : 0, modifiers});
    const unsigned long first = NextRequest(display);
    if (asked.back().keycode != 0) {
      for (const unsigned lock : locks_) {
        XGrabKey(display, code, modifiers | lock, root, False, GrabModeAsync, GrabModeAsync);
      }
    }
    requests.emplace_back(first, NextRequest(display));
  }
  failed.wait();
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i].keycode == 0) {
      faults_.push_back({asked[i].name, HotkeyTrouble::kNoSuchKey});
      continue;
    }
    const bool taken = FailedRequests::among(requests[i].first, requests[i].second);
    for (const unsigned lock : locks_) {
      // Some of the combinations may be ours; half a hotkey works on some days only.
      if (taken) XUngrabKey(display, asked[i].keycode, asked[i].modifiers | lock, root);
      if (!taken) held_.insert({asked[i].keycode, asked[i].modifiers | lock});
    }
    if (taken) {
      faults_.push_back({asked[i].name, HotkeyTrouble::kTaken});
    } else {
      grabs_.push_back(asked[i]);
    }
  }
  for (const Held& held : before) {
    if (held_.count(held) == 0) XUngrabKey(display, held.first, held.second, root);
  }
  XSync(display, False);
}

void X11Hotkeys::give_back() {
  Display* display = connection_.display();
  for (const auto& [keycode, modifiers] : held_) {
    XUngrabKey(display, keycode, modifiers, DefaultRootWindow(display));
  }
  held_.clear();
}

// Another keyboard that types brings another map while a key is still held; a key that went up meanwhile must not count
// as held.
void X11Hotkeys::forget_released() {
  std::array<char, 32> keys{};
  XQueryKeymap(connection_.display(), keys.data());
  std::erase_if(down_, [&](int code) {
    const auto byte = static_cast<unsigned char>(keys[static_cast<std::size_t>(code) / 8]);
    return (byte & (1U << static_cast<unsigned>(code % 8))) == 0;
  });
}

void X11Hotkeys::take_event(const X11Event& event) {
  switch (event.type) {
    case KeyPress:
      press(static_cast<int>(event.xkey.keycode), event.xkey.state);
      return;
    case KeyRelease:
      down_.erase(static_cast<int>(event.xkey.keycode));
      return;
    case MappingNotify: {
      XMappingEvent mapping = event.xmapping;
      XRefreshKeyboardMapping(&mapping);
      map_changed_ = map_changed_ || mapping.request != MappingPointer;
      return;
    }
    default:
      return;
  }
}

void X11Hotkeys::press(int keycode, unsigned state) {
  const unsigned held = state & kAllModifiers & ~locks_.back();
  const auto grab = std::find_if(grabs_.begin(), grabs_.end(),
                                 [&](const Grab& g) { return g.keycode == keycode && g.modifiers == held; });
  if (grab != grabs_.end() && down_.insert(keycode).second) pressed_(grab->name);
}

}  // namespace aandacht::platform
