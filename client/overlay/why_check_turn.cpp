#include "client/overlay/why_check_turn.h"

#include <algorithm>

namespace aandacht::overlay {

bool WhyCheckTurn::follow(bool at_rest, absl::Duration now, absl::CivilDay today) {
  today_ = today;
  if (!at_rest) {
    rest_since_.reset();
    shown_.reset();  // No answer is no answer.
    return false;
  }
  if (!rest_since_) rest_since_ = now;
  if (shown_ && now >= until_) shown_.reset();
  if (under_way_ || shown_ || done_ == today) return false;
  if (now - *rest_since_ < kSettled) return false;
  if (asked_ && now - *asked_ < kTryAgain) return false;
  asked_ = now;
  under_way_ = true;
  return true;
}

void WhyCheckTurn::take(const absl::StatusOr<domain::WhyCheckOffer>& offer, absl::Duration now) {
  under_way_ = false;
  if (!offer.ok()) return;
  if (offer->check || offer->never) done_ = today_;
  // A call that came meanwhile is more.
  if (!offer->check || !rest_since_) return;
  shown_ = offer->check;
  until_ = now + kStays;
}

std::optional<absl::Duration> WhyCheckTurn::wakes_in(absl::Duration now) const {
  if (!rest_since_) return std::nullopt;
  if (shown_) return std::max(absl::ZeroDuration(), until_ - now);
  if (under_way_ || done_ == today_) return std::nullopt;
  absl::Duration at = *rest_since_ + kSettled;
  if (asked_) at = std::max(at, *asked_ + kTryAgain);
  return std::max(absl::ZeroDuration(), at - now);
}

}  // namespace aandacht::overlay
