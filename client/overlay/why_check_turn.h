// When a why is asked of the agent, and when it goes again. Draws and sends nothing.
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/why_check.h"

namespace aandacht::overlay {

/// Belongs to the drawing thread. Times are of a clock that never jumps.
class WhyCheckTurn {
 public:
  static constexpr absl::Duration kSettled = absl::Seconds(8);    ///< So long nothing else was on the screen.
  static constexpr absl::Duration kStays = absl::Seconds(45);     ///< Then it goes by itself.
  static constexpr absl::Duration kTryAgain = absl::Minutes(30);  ///< When there was none, or no answer came.

  /// Told in every frame. True: ask the service now, once.
  ///
  /// \param at_rest  between calls, connected, and nothing else on the screen.
  [[nodiscard]] bool follow(bool at_rest, absl::Duration now, absl::CivilDay today);

  /// What the service said.
  void take(const absl::StatusOr<domain::WhyCheckOffer>& offer, absl::Duration now);

  /// What is to be shown.
  [[nodiscard]] const std::optional<domain::WhyCheck>& shown() const { return shown_; }

  /// It was answered, or not wanted.
  void put_away() { shown_.reset(); }

  /// The agent wants to be asked again: as if nothing had been asked yet.
  void begin_again() { *this = WhyCheckTurn(); }

  /// How long until follow() has something to do although nothing happens; absent: nothing.
  [[nodiscard]] std::optional<absl::Duration> wakes_in(absl::Duration now) const;

 private:
  std::optional<absl::Duration> rest_since_;
  std::optional<absl::Duration> asked_;  // When last, whatever came of it.
  std::optional<absl::CivilDay> done_;   // On this day there is no more.
  absl::CivilDay today_;
  bool under_way_ = false;
  std::optional<domain::WhyCheck> shown_;
  absl::Duration until_;
};

}  // namespace aandacht::overlay
