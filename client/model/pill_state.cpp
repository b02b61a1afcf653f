#include "client/model/pill_state.h"

namespace aandacht::model {
namespace {

// Long enough to see that it was answered, or to come back to it with the pointer.
constexpr absl::Duration kAfterReason = absl::Seconds(2);
// Who opened it is reading without a hand on the mouse.
constexpr absl::Duration kAfterOpening = absl::Seconds(8);

bool is_new(const std::string& id, const std::string& dismissed) { return !id.empty() && id != dismissed; }

}  // namespace

bool PillState::speaks_for_column(const PillReasons& reasons) const {
  return reasons.searching || is_new(reasons.card_id, dismissed_.card_id) ||
         is_new(reasons.ringing_call_id, dismissed_.ringing_call_id) ||
         is_new(reasons.opening_call_id, dismissed_.opening_call_id) || is_new(reasons.reset_id, dismissed_.reset_id);
}

void PillState::toggle() {
  small_ = !small_;
  kept_small_ = small_;
  opened_ = false;
  dismissed_ = small_ ? seen_ : PillReasons{};
  quiet_since_ = absl::InfiniteDuration();
}

void PillState::open(absl::Duration now) {
  small_ = false;
  opened_ = kept_small_;
  quiet_since_ = now;
}

void PillState::see(const PillReasons& reasons, absl::Duration now) {
  seen_ = reasons;
  if (!kept_small_) return;
  if (speaks_for_column(reasons)) {
    small_ = false;
    opened_ = false;
    quiet_since_ = absl::InfiniteDuration();
    return;
  }
  if (small_) return;
  if (reasons.pointer_inside) {
    quiet_since_ = absl::InfiniteDuration();
    return;
  }
  if (quiet_since_ == absl::InfiniteDuration()) quiet_since_ = now;
  if (now < *shrinks_at()) return;
  small_ = true;
  opened_ = false;
  quiet_since_ = absl::InfiniteDuration();
}

std::optional<absl::Duration> PillState::shrinks_at() const {
  if (small_ || quiet_since_ == absl::InfiniteDuration()) return std::nullopt;
  return quiet_since_ + (opened_ ? kAfterOpening : kAfterReason);
}

}  // namespace aandacht::model
