#include "client/model/card_fade.h"

#include <algorithm>

namespace aandacht::model {
namespace {

constexpr absl::Duration kStep = absl::Milliseconds(25);  // kLength in kFrames.
// The first frame shows something already: a card that is read late is worse than one that comes hard.
constexpr double kFirst = 0.3;

}  // namespace

void CardFade::see(const std::string& card_id, bool may_move, absl::Duration now) {
  if (card_id != card_id_) {
    card_id_ = card_id;
    began_ = now;
    step_ = card_id.empty() ? kFrames : 1;
  }
  if (!may_move) step_ = kFrames;
  if (step_ < kFrames) {
    const auto due = static_cast<int>(absl::ToInt64Microseconds(now - began_) / absl::ToInt64Microseconds(kStep)) + 1;
    step_ = std::clamp(due, step_, kFrames);
  }
  const double part = static_cast<double>(step_ - 1) / (kFrames - 1);
  presence_ = kFirst + (1 - kFirst) * part;
}

std::optional<absl::Duration> CardFade::next_at() const {
  if (step_ >= kFrames) return std::nullopt;
  return began_ + kStep * step_;
}

}  // namespace aandacht::model
