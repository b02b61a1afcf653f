// Pixels, lines and words for plots.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/plot.h"

namespace aandacht::ctl {

/// A white picture. Positions are pixels from the left top; what lies outside is left out.
class PlotCanvas {
 public:
  /// FAILED_PRECONDITION: no font is installed.
  [[nodiscard]] static absl::StatusOr<PlotCanvas> create(int width, int height);
  PlotCanvas(PlotCanvas&&) noexcept;
  PlotCanvas& operator=(PlotCanvas&&) noexcept;
  ~PlotCanvas();

  void fill(double left, double top, double right, double bottom, Colour colour);
  void line(double x1, double y1, double x2, double y2, double width, Colour colour);
  void dot(double x, double y, double radius, Colour colour);

  enum class Align { kLeft, kCentre, kRight };
  /// `x`, `baseline`: where the words begin, have their middle or end.
  void words(const std::string& text, double x, double baseline, int size, Colour colour, Align align = Align::kLeft,
             bool bold = false);
  [[nodiscard]] double width_of(const std::string& text, int size, bool bold = false) const;

  /// UNAVAILABLE: it cannot be written.
  [[nodiscard]] absl::Status write(const std::string& file) const;

 private:
  struct Type;
  PlotCanvas(int width, int height, std::unique_ptr<Type> type);

  void blend(int x, int y, Colour colour, double coverage);

  int width_;
  int height_;
  std::vector<std::uint8_t> rgb_;
  std::unique_ptr<Type> type_;
};

}  // namespace aandacht::ctl
