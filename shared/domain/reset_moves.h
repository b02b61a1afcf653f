// The moves of one reset: REQUESTED → ACCEPTED → EXTENDED → DONE, or DECLINED, or NO_ANSWER. Used by apply() only.
#pragma once

#include <string>

#include "absl/time/time.h"
#include "shared/domain/reset.h"

namespace aandacht::domain {

/// An offer waits for its answer so long.
inline constexpr absl::Duration kOfferStands = absl::Seconds(90);
/// A reset that is over waits for the tap after so long …
inline constexpr absl::Duration kDoneStands = absl::Minutes(2);
/// … when a call ended it, so long …
inline constexpr absl::Duration kDoneStandsInCall = absl::Seconds(20);
/// … and after the tap so long.
inline constexpr absl::Duration kDoneStandsTapped = absl::Seconds(12);

/// Accepted or extended.
[[nodiscard]] bool is_running(const Reset& reset);

/// A reset runs, or begins as soon as the wrap-up is over: what can wait waits.
[[nodiscard]] bool wants_quiet(const ResetBook& book);

/// When time moves this reset on: its answer is due, it ends, or it leaves the screen. InfiniteFuture: never.
[[nodiscard]] absl::Time next_move(const Reset& reset);

/// What time makes of a book until `now`: an offer goes unanswered, a reset ends, one that is over leaves the screen.
void settle_book(ResetBook& book, absl::Time now);

/// The rung of the ladder for a wish: at most 30 s is 30 s, at most 2 min is 2 min, anything longer 10 min.
[[nodiscard]] absl::Duration rung_of(absl::Duration wish);

// Each of these leaves a book alone in which the move is not allowed. `now` is not before the book's times.

/// A new reset, kRequested; an offer when not `asked_by_agent`. A reset that is over makes way; any other keeps it out.
void request_reset(ResetBook& book, const std::string& agent_id, bool asked_by_agent, FatigueScore score,
                   absl::Time now);
/// What a reset that is kRequested will do; nullptr: only its kind is known.
void give_exercise(ResetBook& book, Exercise kind, const ResetExercise* exercise);
/// kRequested → kAccepted, with the exercise that was given.
void begin_reset(ResetBook& book, absl::Time now);
/// kAccepted or kExtended → kExtended, one rung longer. On the last rung nothing changes.
void extend_reset(ResetBook& book);
/// kAccepted or kExtended → kDone at `at`, on screen until the tap after.
void end_reset(ResetBook& book, ResetEnding ending, absl::Time at);
/// kRequested → kDeclined or kNoAnswer, and off the screen. To decline an offer is remembered.
void turn_down_reset(ResetBook& book, ResetState state, absl::Time now);
/// kDone leaves the screen.
void put_reset_away(ResetBook& book);

}  // namespace aandacht::domain
