// Inside redaction: a number that the digits so far left unfinished.
#pragma once

#include <cstddef>
#include <string>

#include "shared/domain/redaction_number_run.h"

namespace aandacht::domain::redaction {

struct OpenNumber {
  SpanKind kind = SpanKind::kPhone;
  std::size_t missing = 0;  ///< Digits, at most; 0: nothing is open.
  std::size_t least = 0;    ///< Digits of a whole one.
  std::size_t first = 0;    ///< Tokens of the run.
  std::size_t last = 0;
  std::string whole = {};  ///< Its digits, when they were not hidden.
  bool cued = false;       ///< Its own cue says what it is.

  /// "… nul zes twaalf, heeft u dat, vierendertig …": takes the run when it is the rest of this number after words that
  /// are no cue.
  bool goes_on_with(NumberRun& run);

  /// Becomes what `run` leaves unfinished, after it was searched.
  void begin_after(const NumberRun& run);
};

}  // namespace aandacht::domain::redaction
