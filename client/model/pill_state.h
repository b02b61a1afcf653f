// When the window is a pill and when it is the whole column.
#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"

namespace aandacht::model {

/// What speaks for the column at this moment.
struct PillReasons {
  std::string card_id;          ///< On screen; empty: none.
  std::string ringing_call_id;  ///< Of any call that rings; empty: none.
  std::string opening_call_id;  ///< Of the call for which a first sentence is suggested; empty: none.
  std::string reset_id;         ///< Of a reset that runs, or is over and not left; empty: none.
  bool searching = false;       ///< Something is typed.
  bool pointer_inside = false;  ///< The pointer rests on the window.

  bool operator==(const PillReasons&) const = default;
};

/// Decides; draws and resizes nothing. Times are those of one clock that never jumps back.
///
/// Kept as a pill, the window grows by itself for a card, a ringing call, a suggested opening, a reset that runs and a
/// search, and by open(). It goes back when all of that is over, but never under the pointer: the agent would press
/// what is beneath.
class PillState {
 public:
  explicit PillState(bool kept_small) : kept_small_(kept_small), small_(kept_small) {}

  /// Turns what is seen into the other: a column becomes a pill, whatever stands in it; a pill becomes a column and
  /// stays one.
  void toggle();

  /// The agent pressed the pill: the column until they have left it for a while.
  void open(absl::Duration now);

  /// Takes in the reasons of this moment.
  void see(const PillReasons& reasons, absl::Duration now);

  /// The window should be a pill.
  [[nodiscard]] bool small() const { return small_; }

  /// When it will become a pill by itself if nothing else happens; absent: not by itself.
  [[nodiscard]] std::optional<absl::Duration> shrinks_at() const;

 private:
  [[nodiscard]] bool speaks_for_column(const PillReasons& reasons) const;

  bool kept_small_;
  bool small_;
  bool opened_ = false;    // By the agent, not by a reason.
  PillReasons dismissed_;  // What was there when the agent made it small: it does not grow for that again.
  PillReasons seen_;
  absl::Duration quiet_since_ = absl::InfiniteDuration();  // Since when nothing speaks for the column.
};

}  // namespace aandacht::model
