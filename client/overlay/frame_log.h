// Every frame that was shown, as a JSON line: for tests, for the demo, and for who cannot see the window.
#pragma once

#include <imgui.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "absl/status/statusor.h"
#include "client/model/overlay_model.h"
#include "shared/base/clock.h"

namespace aandacht::overlay {

/// Appends to one file. Belongs to the drawing thread. `clock` must outlive it.
class FrameLog {
 public:
  /// UNAVAILABLE: the file cannot be made.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<FrameLog>> open(const std::filesystem::path& file,
                                                                      const base::Clock& clock);

  /// One line: `{"at": RFC 3339 with microseconds, "screen": "in_call", "card": "we", "text": [lines as drawn]}`.
  /// `frame` must be the frame that was shown with `model`.
  void shown(const model::OverlayModel& model, const ImDrawData& frame);

 private:
  FrameLog(std::ofstream file, const base::Clock& clock) : file_(std::move(file)), clock_(clock) {}

  std::ofstream file_;
  const base::Clock& clock_;
};

}  // namespace aandacht::overlay
