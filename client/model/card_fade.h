// How much of a new card is to be seen.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"

namespace aandacht::model {

/// A new card fades in where it stands, within 150 ms and in at most 6 frames, and only while nobody is listened to.
/// Draws nothing. Times are those of one clock that never jumps back.
class CardFade {
 public:
  static constexpr absl::Duration kLength = absl::Milliseconds(150);
  static constexpr int kFrames = 6;

  /// Takes in which card is on screen (empty: none). A card that comes while not `may_move` is there at once; so is
  /// the rest of one that is fading when that ends.
  void see(const std::string& card_id, bool may_move, absl::Duration now);

  /// 0 … 1; 1 when there is nothing to fade.
  [[nodiscard]] double presence() const { return presence_; }

  /// When to draw again; absent: not because of this.
  [[nodiscard]] std::optional<absl::Duration> next_at() const;

 private:
  std::string card_id_;
  absl::Duration began_;
  double presence_ = 1;
  int step_ = kFrames;
};

}  // namespace aandacht::model
