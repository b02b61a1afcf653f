// The words of every frame that was shown, and where: for tests and for who cannot see the window.
#pragma once

#include <imgui.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "absl/status/statusor.h"
#include "shared/base/clock.h"

namespace aandacht::app {

/// Appends to one file. Belongs to the drawing thread. `clock` must outlive it.
class TextLog {
 public:
  /// UNAVAILABLE: the file cannot be made.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<TextLog>> open(const std::filesystem::path& file,
                                                                     const base::Clock& clock);

  /// A line "frame TIME" (RFC 3339, microseconds), then for each run of text a line "LEFT TOP RIGHT BOTTOM WORDS" in
  /// whole pixels of the window.
  void shown(const ImDrawData& frame);

 private:
  TextLog(std::ofstream file, const base::Clock& clock) : file_(std::move(file)), clock_(clock) {}

  std::ofstream file_;
  const base::Clock& clock_;
};

}  // namespace aandacht::app
