// The agent's own side of apply(): fatigue, resets, habits, three E's, first time, stories. Used by apply() only.
#pragma once

#include "shared/domain/desk_draft.h"
#include "shared/domain/event.h"

namespace aandacht::domain {

inline constexpr absl::Duration kLongestSharing = absl::Hours(8);

// Before every event, with catch_up().

/// When the desk's time went back (a clock that was set back, an earlier day that is replayed), no time that was kept
/// lies ahead: within the shift it becomes now, from before the shift it is forgotten. Sharing never lasts longer than
/// kLongestSharing from now, and ends with the shift that it was for.
void settle_clock(DeskDraft& draft);
/// What time alone makes of resets: an offer goes unanswered, a reset ends, one that is over leaves the screen.
void settle_resets(DeskDraft& draft);

// After every event, in this order.

/// Counts a call's question once, when its group is known; offers the first-time card when it is a repeated one.
void count_questions(DeskDraft& draft);
/// Brings the counters up to what the event made of the calls: `draft.before()` is how they were.
void note_fatigue(DeskDraft& draft);
/// Offers a reset between calls, begins one that was asked for, ends one when a call comes.
void serve_resets(DeskDraft& draft);
/// Shows a story between calls, when one may come.
void serve_stories(DeskDraft& draft);

/// When a reset wants the desk woken: its answer is due, it ends, or it leaves. InfiniteFuture: never.
[[nodiscard]] absl::Time reset_wake(const Desk& desk);

// One per act.
void act(DeskDraft& draft, const ResetAsked& asked);
void act(DeskDraft& draft, const ResetAnswered& answered);
void act(DeskDraft& draft, const FullnessTold& told);
void act(DeskDraft& draft, const SensitivitySet& set);
void act(DeskDraft& draft, const EnergyShared& shared);
void act(DeskDraft& draft, const HabitChosen& chosen);
void act(DeskDraft& draft, const HabitTicked& ticked);
void act(DeskDraft& draft, const RoutineAnswered& answered);
void act(DeskDraft& draft, const HabitDropped& dropped);
void act(DeskDraft& draft, const ExperienceGuessed& guessed);
void act(DeskDraft& draft, const OwnSideForgotten& forgotten);

}  // namespace aandacht::domain
