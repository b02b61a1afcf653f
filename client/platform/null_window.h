// A window without a screen: time, input and size are what a test says.
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "client/platform/window.h"

namespace aandacht::platform {

/// Keeps the canvas and counts what was presented. Time stands still but for advance() and for waits: a wait with a
/// timeout and nothing to report moves time to the timeout at once; a wait without one blocks for post_wakeup().
class NullWindow final : public Window {
 public:
  explicit NullWindow(Size size, float scale = 1.0F);

  [[nodiscard]] Size size() const override { return size_; }
  [[nodiscard]] float scale() const override { return scale_; }
  [[nodiscard]] absl::Duration now() const override { return now_; }
  void wait_events(std::optional<absl::Duration> timeout) override;
  void post_wakeup() override;
  [[nodiscard]] std::vector<Input> take_input() override;
  [[nodiscard]] bool should_close() const override { return should_close_; }
  [[nodiscard]] render::Canvas& canvas() override { return canvas_; }
  [[nodiscard]] absl::Status present(const std::vector<render::Rect>& damage) override;
  void resize(Size size) override;
  void set_shown(bool shown) override { is_shown_ = shown; }
  void drag() override { ++drags_; }
  void dock_again() override { standing_.placed_by_hand = false; }
  void dock(const Dock& dock) override { dock_ = dock; }
  [[nodiscard]] Standing standing() override { return standing_; }
  void accept_keyboard(bool on) override { accepts_keyboard_ = on; }
  void hold_hotkeys(std::vector<Hotkey> hotkeys) override { hotkeys_ = std::move(hotkeys); }
  [[nodiscard]] const std::vector<HotkeyFault>& hotkey_faults() const override { return faults_; }
  bool let_clicks_through(bool on) override {
    lets_clicks_through_ = on;
    return true;
  }
  void ring_bell() override { ++bells_; }
  [[nodiscard]] std::string clipboard() const override { return clipboard_; }
  void set_clipboard(const std::string& text) override { clipboard_ = text; }

  /// Puts `input` at the end of what take_input() will give.
  void inject(Input input);
  void advance(absl::Duration by) { now_ += by; }
  void close() { should_close_ = true; }

  /// Makes hotkeys fail from now on.
  void refuse_hotkeys(std::vector<HotkeyFault> faults) { faults_ = std::move(faults); }

  [[nodiscard]] const std::vector<Hotkey>& hotkeys() const { return hotkeys_; }
  [[nodiscard]] bool lets_clicks_through() const { return lets_clicks_through_; }
  [[nodiscard]] bool accepts_keyboard() const { return accepts_keyboard_; }
  [[nodiscard]] bool is_shown() const { return is_shown_; }
  /// How often the bell rang.
  [[nodiscard]] int bells() const { return bells_; }
  /// How often drag() was called, where it was last told to dock, and what standing() says.
  [[nodiscard]] int drags() const { return drags_; }
  [[nodiscard]] const Dock& docked() const { return dock_; }
  void stand(Standing standing) { standing_ = std::move(standing); }
  /// How often present() was called, and what it was last told.
  [[nodiscard]] int presents() const { return presents_; }
  [[nodiscard]] const std::vector<render::Rect>& last_damage() const { return last_damage_; }

 private:
  Size size_;
  float scale_;
  absl::Duration now_ = absl::ZeroDuration();
  render::Canvas canvas_;
  std::vector<Input> input_;
  std::vector<render::Rect> last_damage_;
  std::vector<Hotkey> hotkeys_;
  std::vector<HotkeyFault> faults_;
  bool lets_clicks_through_ = false;
  std::string clipboard_;
  int presents_ = 0;
  bool should_close_ = false;
  bool accepts_keyboard_ = false;
  bool is_shown_ = true;
  int bells_ = 0;
  int drags_ = 0;
  Dock dock_;
  Standing standing_;

  std::mutex mutex_;
  std::condition_variable woken_;
  bool wakeup_ = false;
};

}  // namespace aandacht::platform
