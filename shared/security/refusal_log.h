// Refusals in the log, without filling it.
#pragma once

#include <string>

#include "absl/time/time.h"

namespace aandacht::security {

/// One thread at a time.
class RefusalLog {
 public:
  /// Writes the line, unless ten were written in these ten seconds; the next line that is written tells how many were
  /// not. `now` is of a steady clock.
  void write(absl::Duration now, const std::string& line);

 private:
  absl::Duration since_ = -absl::InfiniteDuration();
  int written_ = 0;
  int left_out_ = 0;
};

}  // namespace aandacht::security
