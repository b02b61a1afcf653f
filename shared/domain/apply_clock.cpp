// A desk's time that went back: a clock that was set back, or an earlier day that is replayed.
#include <algorithm>
#include <utility>

#include "shared/domain/apply_own.h"
#include "shared/domain/reset_moves.h"

namespace aandacht::domain {
namespace {

/// The own median and the setting are of no shift; the counters begin anew with the work.
void forget_shift(Fatigue& fatigue) {
  Fatigue next;
  next.after_call_work = std::move(fatigue.after_call_work);
  next.sensitivity = fatigue.sensitivity;
  fatigue = std::move(next);
}

void bring_back(Fatigue& fatigue, absl::Time now) {
  const auto cap = [&](absl::Time& time) { time = std::min(time, now); };
  cap(fatigue.free_since);
  cap(fatigue.pause_ended);
  for (BusySpan& span : fatigue.busy) {
    cap(span.from);
    cap(span.to);
  }
  for (WeighedCall& call : fatigue.heavy) cap(call.ended);
  for (WeighedCall& call : fatigue.helpless) cap(call.ended);
}

}  // namespace

void settle_clock(DeskDraft& draft) {
  const absl::Time now = draft.now();
  Fatigue& fatigue = draft.edit_fatigue();
  fatigue.shared_until = std::min(fatigue.shared_until, now + kLongestSharing);
  if (now >= draft.before().time) return;
  // What was kept in a shift that lies ahead says nothing about now.
  const bool before_shift = now < fatigue.shift_began;
  const absl::Time latest = before_shift ? absl::InfinitePast() : now;
  const auto settle = [&](absl::Time& time) {
    if (time > now) time = latest;
  };
  ResetBook& book = draft.edit_resets();
  settle(book.last_offered);
  settle(book.last_declined);
  // One that began ahead of now cannot run on, and one that is over would stand until the time that was.
  if (book.current && book.current->accepted > now) end_reset(book, ResetEnding::kCallCame, now);
  put_reset_away(book);
  settle(draft.edit_stories().last_shown);
  if (before_shift) {
    forget_shift(fatigue);
    draft.edit_questions() = {};
  } else {
    bring_back(fatigue, now);
  }
}

}  // namespace aandacht::domain
