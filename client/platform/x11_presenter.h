// Pixels to an X11 window.
#pragma once

#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "client/platform/x11_display.h"
#include "client/render/canvas.h"

namespace aandacht::platform {

/// A canvas in memory that the X server reads itself (MIT-SHM), or, when the server is on another machine, in our own
/// memory, of which only the pixels travel that differ from what the screen has. One thread: that of the window, which
/// outlives the presenter.
class X11Presenter {
 public:
  /// `may_share` false: pixels travel even when the server could read our memory.
  X11Presenter(X11Display* display, X11Window window, bool may_share = true);
  ~X11Presenter();
  X11Presenter(const X11Presenter&) = delete;
  X11Presenter& operator=(const X11Presenter&) = delete;

  /// Makes a canvas of `width` × `height`, all zero. Fails with UNAVAILABLE when the screen has no 24-bit true colour.
  [[nodiscard]] absl::Status resize(int width, int height);

  /// Waits until the server has read what was shown before, so that drawing cannot tear it.
  [[nodiscard]] render::Canvas& canvas();

  /// Shows these parts of the canvas.
  void show(const std::vector<render::Rect>& damage);

  /// Shows the whole canvas again: the screen has lost it.
  void show_again();

  /// True when the server reads our memory itself.
  [[nodiscard]] bool shares_memory() const;

 private:
  struct Image;
  void put(const render::Rect& part);

  X11Display* display_;
  X11Window window_;
  bool may_share_;
  std::unique_ptr<Image> image_;
  render::Canvas canvas_;
  render::Canvas on_screen_;  // What was sent; only where memory is not shared.
  bool being_read_ = false;
};

}  // namespace aandacht::platform
