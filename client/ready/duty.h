// When the ready command is due: pure, by a steady clock only, so that no jump of the wall clock moves it.
#pragma once

#include <algorithm>

#include "absl/time/time.h"

namespace aandacht::ready {

/// What one watchdog owes. All times are of one steady clock.
class Duty {
 public:
  struct Waits {
    absl::Duration first = absl::Seconds(1);     ///< After the first failure; doubles …
    absl::Duration longest = absl::Seconds(60);  ///< … up to this.
    absl::Duration give_up = absl::Hours(12);    ///< So long after it was first due nothing is tried any more.
  };

  /// Due after `span`.
  Duty(absl::Duration now, absl::Duration span, Waits waits) : waits_(waits), due_(now + span) {}

  /// Due `span` from now instead; nothing once it was called in or tried.
  void put_off(absl::Duration now, absl::Duration span) {
    if (!called_in_) due_ = now + span;
  }

  /// Due at once, and never put off again.
  void call_in(absl::Duration now) {
    due_ = std::min(due_, now);
    if (!called_in_) first_due_ = due_;
    called_in_ = true;
  }

  /// How long to wait; not above zero: now.
  [[nodiscard]] absl::Duration due_in(absl::Duration now) const { return due_ - now; }

  /// It was tried in vain: due again after a wait that grows.
  void failed(absl::Duration now) {
    call_in(now);
    wait_ = wait_ == absl::ZeroDuration() ? waits_.first : std::min(wait_ * 2, waits_.longest);
    due_ = now + wait_;
  }

  /// Tried for so long that a person has to look.
  [[nodiscard]] bool hopeless(absl::Duration now) const { return called_in_ && now - first_due_ > waits_.give_up; }

 private:
  Waits waits_;
  absl::Duration due_;
  absl::Duration first_due_;
  absl::Duration wait_;
  bool called_in_ = false;
};

}  // namespace aandacht::ready
