// Hands input to ImGui no faster than ImGui can see it.
#pragma once

#include <imgui.h>

#include <deque>
#include <vector>

#include "client/platform/window.h"

namespace aandacht::platform {

/// ImGui looks at input once a frame, so a press and a release between two frames would be a click that never was.
/// The feed gives one frame at most one step of each kind and keeps the rest, in order, for the frames after.
class InputFeed {
 public:
  void add(std::vector<Input> inputs);

  /// Puts the next step into `io`; call before ImGui::NewFrame(). True when something was handed over.
  bool feed(ImGuiIO& io);

  /// True when another frame is needed for what waits.
  [[nodiscard]] bool pending() const { return !waiting_.empty(); }

 private:
  std::deque<Input> waiting_;
};

}  // namespace aandacht::platform
