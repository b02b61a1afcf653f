// The hours of a day in which no prompt is pushed through.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace aandacht::core {

/// Parts of every day, in the service's time zone.
class QuietHours {
 public:
  QuietHours() = default;

  /// \param spans  "12:00-12:30"; one that ends before it begins goes over midnight.
  /// INVALID_ARGUMENT: not two times of a day, or the same twice.
  [[nodiscard]] static absl::StatusOr<QuietHours> parse(const std::vector<std::string>& spans);

  /// When it is no longer quiet; absent: it is not quiet at `now`. InfiniteFuture: it always is.
  [[nodiscard]] std::optional<absl::Time> until(absl::Time now, const absl::TimeZone& zone) const;

 private:
  struct Span {
    int from = 0;  // Minutes of the day.
    int to = 0;
  };
  std::vector<Span> spans_;
};

/// What supervisors may push.
struct PromptRules {
  int per_hour = 3;  ///< Prompts of one supervisor to one agent.
  QuietHours quiet;
  bool urgent_in_quiet = false;  ///< Urgent ones go through quiet hours.
  int at_desk = 20;              ///< Prompts of all supervisors at one desk that are still worth showing.
};

}  // namespace aandacht::core
