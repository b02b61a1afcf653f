// A window as the frame loop sees it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/platform/dock.h"
#include "client/platform/hotkey.h"
#include "client/platform/size.h"
#include "client/platform/standing.h"
#include "client/render/canvas.h"
#include "client/render/keys.h"

namespace aandacht::platform {

/// The pointer is at (x, y), pixels from the window's top left.
struct MouseMoved {
  float x = 0;
  float y = 0;
};

/// The pointer has left the window.
struct MouseLeft {};

/// 0 left, 1 right, 2 middle.
struct MouseButton {
  int button = 0;
  bool down = false;
};

/// Notches: positive y is away from the user.
struct MouseWheel {
  float x = 0;
  float y = 0;
};

struct KeyChanged {
  render::Key key = render::Key::kNone;
  bool down = false;
  render::Modifiers held;
};

/// Typed text, one or more whole characters, UTF-8.
struct TextTyped {
  std::string text;
};

/// The window has, or no longer has, the keyboard.
struct FocusChanged {
  bool focused = false;
};

/// What the window showed is lost; reported only when the window cannot show it again by itself.
struct Uncovered {};

/// One of the hotkeys was pressed, wherever the keyboard is.
struct HotkeyPressed {
  std::string name;
};

/// Another keyboard was chosen: hotkey_faults() may be others.
struct HotkeysChanged {};

using Input = std::variant<MouseMoved, MouseLeft, MouseButton, MouseWheel, KeyChanged, TextTyped, FocusChanged,
                           Uncovered, HotkeyPressed, HotkeysChanged>;

/// One window on the screen, or a stand-in. Belongs to one thread; only post_wakeup() may be called from others.
class Window {
 public:
  virtual ~Window() = default;

  /// What can be drawn on. Changes only in wait_events() and resize().
  [[nodiscard]] virtual Size size() const = 0;

  /// How many pixels go into one pixel of the design: 0.5–4, fractions allowed.
  [[nodiscard]] virtual float scale() const = 0;

  /// Time since the window was made; never jumps back.
  [[nodiscard]] virtual absl::Duration now() const = 0;

  /// Blocks until there is input, a wake-up, something to repaint, or `timeout` has passed (nullopt: no limit).
  /// May return early.
  virtual void wait_events(std::optional<absl::Duration> timeout) = 0;

  /// Ends the wait_events() that runs now or the next one. Any thread; never lost, several may become one.
  virtual void post_wakeup() = 0;

  /// What came in since the last call, oldest first.
  [[nodiscard]] virtual std::vector<Input> take_input() = 0;

  /// The user, or the session, wants the window closed.
  [[nodiscard]] virtual bool should_close() const = 0;

  /// Where to draw; of size(). Waits until the screen has read what was presented before. The pixels are those of the
  /// last frame unless the size changed. Valid until the next wait_events() or resize().
  [[nodiscard]] virtual render::Canvas& canvas() = 0;

  /// Shows the rows of `damage` of the canvas. The window repaints itself from the canvas when it was covered.
  /// Fails with FAILED_PRECONDITION when the window was made for a painter that shows its frames itself.
  [[nodiscard]] virtual absl::Status present(const std::vector<render::Rect>& damage) = 0;

  /// Asks for another size, in pixels, keeping to the edge of the screen it was put at.
  virtual void resize(Size size) = 0;

  /// Hides the window, or shows it again where it was, above others as before. A hidden window gets no input; what is
  /// drawn meanwhile is seen when it comes back. It never takes the keyboard by this.
  virtual void set_shown(bool shown) = 0;

  /// To be called when the left button went down on a place where nothing else is to be pressed: until it goes up the
  /// window follows the pointer, and stays where it is put. Without a button held it does nothing.
  virtual void drag() = 0;

  /// Puts the window back where it is docked, after it was dragged away.
  virtual void dock_again() = 0;

  /// Another place to be docked at, from now on.
  virtual void dock(const Dock& dock) = 0;

  /// What the desktop lets the window be, now. Asks the X server.
  [[nodiscard]] virtual Standing standing() = 0;

  /// On: takes the keyboard for typing (a search box) from the window that has it. Off: gives it back to that window
  /// and never takes it again by itself. A window made to be focusable ignores this.
  virtual void accept_keyboard(bool on) = 0;

  /// Takes these keys for itself wherever the keyboard is, in the place of those it held. Reported as HotkeyPressed.
  virtual void hold_hotkeys(std::vector<Hotkey> hotkeys) = 0;

  /// Which of them could not be had.
  [[nodiscard]] virtual const std::vector<HotkeyFault>& hotkey_faults() const = 0;

  /// On: clicks go to what lies under the window. False: this screen cannot do that, and nothing changed.
  virtual bool let_clicks_through(bool on) = 0;

  /// The desktop's own short tone; nothing where there is none.
  virtual void ring_bell() = 0;

  /// What was copied anywhere, UTF-8; empty when there is nothing.
  [[nodiscard]] virtual std::string clipboard() const = 0;
  virtual void set_clipboard(const std::string& text) = 0;
};

}  // namespace aandacht::platform
