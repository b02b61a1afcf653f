// Where the overlay was put by hand.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/render/canvas.h"

namespace aandacht::platform {

/// The top left corner of a window; pixels of the whole screen.
struct Place {
  int left = 0;
  int top = 0;
  bool operator==(const Place&) const = default;
};

/// An arrangement of monitors as text: "1024x768+1280+0,1280x800+0+0". The order of `monitors` does not matter.
[[nodiscard]] std::string layout_of(const std::vector<render::Rect>& monitors);

/// One place for each arrangement of monitors, in a text file of one line "LAYOUT LEFT TOP" each, latest last. A line
/// that cannot be read is ignored, so a damaged file costs at most the places in it. The latest 16 are kept.
class PlaceMemory {
 public:
  /// An empty `file`: remembers nothing beyond the process. A file that is not there is empty.
  explicit PlaceMemory(std::filesystem::path file);

  [[nodiscard]] std::optional<Place> at(const std::string& layout) const;

  /// nullopt forgets. The file is replaced as a whole; failures are those of the disk, and the process knows the place
  /// all the same.
  absl::Status keep(const std::string& layout, const std::optional<Place>& place);

 private:
  struct Line {
    std::string layout;
    Place place;
  };
  std::filesystem::path file_;
  std::vector<Line> lines_;
};

}  // namespace aandacht::platform
