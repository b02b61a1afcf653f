// A shift as a picture: the score over time, cause on cause, with what was offered and what came of it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "client/ctl/shift_simulation.h"

namespace aandacht::ctl {

/// Collects the steps of a simulation and draws them.
class ShiftPlot {
 public:
  explicit ShiftPlot(const domain::FatigueRules& rules) : rules_(rules) {}

  /// In order of time.
  void add(const ShiftStep& step);

  /// A panel for each shift. Errors are those of write_plot().
  [[nodiscard]] absl::Status write(const std::string& title, const std::string& subtitle,
                                   const std::string& file) const;

 private:
  static constexpr std::size_t kCauses = 8;

  struct Sample {
    double hour = 0;
    std::array<int, kCauses> points{};
  };
  struct Offer {
    double hour = 0;
    int score = 0;
    bool accepted = false;
  };
  struct Span {
    double from = 0;
    double to = 0;
  };
  /// Hours since the shift's first call.
  struct Shift {
    absl::Time began;
    std::vector<Sample> samples;
    std::vector<Offer> offers;
    std::vector<Span> resets;
    std::vector<Span> pauses;
    std::vector<double> heavy;
  };

  void sample(const domain::Fatigue& fatigue, absl::Time time);
  void note_resets(const ShiftStep& step);
  [[nodiscard]] double hour(absl::Time time) const;

  const domain::FatigueRules& rules_;
  std::vector<Shift> shifts_;
  absl::Time sampled_ = absl::InfinitePast();
};

}  // namespace aandacht::ctl
