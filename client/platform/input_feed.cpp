#include "client/platform/input_feed.h"

#include <cfloat>
#include <set>
#include <utility>

#include "client/render/imgui_compat.h"

namespace aandacht::platform {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

/// What one frame has been told already.
class Step {
 public:
  explicit Step(ImGuiIO& io) : io_(io) {}

  /// Hands `input` over, or gives false when it must wait for the next frame.
  bool take(const Input& input) {
    return std::visit(
        Overloaded{[this](const MouseMoved& e) { return move(e.x, e.y); },
                   [this](const MouseLeft&) { return move(-FLT_MAX, -FLT_MAX); },
                   [this](const MouseButton& e) { return button(e); }, [this](const MouseWheel& e) { return wheel(e); },
                   [this](const KeyChanged& e) { return key(e); }, [this](const TextTyped& e) { return text(e); },
                   [this](const FocusChanged& e) { return focus(e); }, [](const Uncovered&) { return true; },
                   [](const HotkeyPressed&) { return true; }, [](const HotkeysChanged&) { return true; }},
        input);
  }

 private:
  bool move(float x, float y) {
    if (pressed_ || wheeled_) return false;  // a button counts where the pointer was when it changed
    render::feed_mouse_position(io_, x, y);
    return true;
  }

  bool button(const MouseButton& e) {
    if (e.button < 0 || e.button >= ImGuiMouseButton_COUNT) return true;
    if (pressed_ || keyed_) return false;
    render::feed_mouse_button(io_, e.button, e.down);
    pressed_ = true;
    return true;
  }

  bool wheel(const MouseWheel& e) {
    if (pressed_) return false;
    render::feed_mouse_wheel(io_, e.x, e.y);
    wheeled_ = true;
    return true;
  }

  bool key(const KeyChanged& e) {
    if (typed_ || pressed_ || !keys_.insert(e.key).second) return false;
    render::feed_modifiers(io_, e.held);
    render::feed_key(io_, e.key, e.down);
    keyed_ = true;
    return true;
  }

  bool text(const TextTyped& e) {
    io_.AddInputCharactersUTF8(e.text.c_str());
    typed_ = true;
    return true;
  }

  bool focus(const FocusChanged& e) {
    if (e.focused) return true;
    // A key released while another window has the keyboard is never reported; it must not stay down.
    for (int k = 0; k < static_cast<int>(render::Key::kCount); ++k) {
      render::feed_key(io_, static_cast<render::Key>(k), false);
    }
    render::feed_modifiers(io_, {});
    return true;
  }

  ImGuiIO& io_;
  std::set<render::Key> keys_;
  bool pressed_ = false;
  bool wheeled_ = false;
  bool keyed_ = false;
  bool typed_ = false;
};

}  // namespace

void InputFeed::add(std::vector<Input> inputs) {
  for (Input& input : inputs) waiting_.push_back(std::move(input));
}

bool InputFeed::feed(ImGuiIO& io) {
  Step step(io);
  bool any = false;
  while (!waiting_.empty() && step.take(waiting_.front())) {
    waiting_.pop_front();
    any = true;
  }
  return any;
}

}  // namespace aandacht::platform
