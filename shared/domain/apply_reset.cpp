// What agents do with resets.
#include <algorithm>
#include <utility>

#include "shared/domain/apply_own.h"
#include "shared/domain/reset_calls.h"
#include "shared/domain/reset_choice.h"
#include "shared/domain/reset_late.h"
#include "shared/domain/reset_moves.h"
#include "shared/domain/reset_past.h"

namespace aandacht::domain {
namespace {

void choose_exercise(DeskDraft& draft, const std::string& language) {
  const auto& known = draft.library().exercises;
  ResetBook& book = draft.edit_resets();
  const Exercise kind = next_kind(book, known);
  give_exercise(book, kind, next_wording(book, kind, language, known));
}

bool began_after(const Call& call, absl::Time at) {
  const absl::Time began = call.rang != absl::InfinitePast() ? call.rang : call.answered;
  return began > at;
}

bool wraps_up(const Desk& desk) {
  return std::any_of(desk.calls.begin(), desk.calls.end(), [](const Call& c) { return c.state == CallState::kWrapUp; });
}

// Calls that came after it were not there when it was asked for.
bool wrapped_up_at_most(const DeskDraft& draft) {
  const auto lets = [&](const Call& call) {
    return call.state == CallState::kWrapUp || began_after(call, draft.happened());
  };
  return std::all_of(draft.desk().calls.begin(), draft.desk().calls.end(), lets);
}

void tell_after(DeskDraft& draft, const FullnessTold& told) {
  Reset* over = find_reset(draft.edit_resets(), told.reset_id);
  if (over == nullptr || over->state != ResetState::kDone) return;
  over->full_after = told.fullness;
  // In the past nothing waits any more.
  if (over->answer_by != absl::InfiniteFuture()) {
    over->answer_by = std::min(over->answer_by, draft.now() + kDoneStandsTapped);
  }
}

void tell_before(DeskDraft& draft, const FullnessTold& told) {
  Reset* reset = find_reset(draft.edit_resets(), told.reset_id);
  const bool late = reset != nullptr && draft.happened() < reset->ends;  // It had not ended when it was told.
  if (reset == nullptr || (reset->state == ResetState::kDone && !late)) return;
  reset->full_before = told.fullness;
}

}  // namespace

void act(DeskDraft& draft, const ResetAsked& asked) {
  if (!wrapped_up_at_most(draft)) return;
  const auto& current = draft.desk().resets.current;
  if (current && is_running(*current)) return note_late_ask(draft, asked);
  if (current && current->requested > draft.happened()) return note_late_ask(draft, asked);
  const bool stands = current && current->state == ResetState::kRequested;
  if (!stands) {
    FatigueScore score = fatigue_score(draft.desk().fatigue, draft.library().fatigue, draft.now());
    request_reset(draft.edit_resets(), draft.desk().agent_id, true, std::move(score), draft.happened());
  }
  draft.edit_resets().current->length = rung_of(asked.length);
  choose_exercise(draft, asked.language);
  // In a wrap-up it begins in serve_resets(), as soon as none is left.
  if (current->asked_by_agent && wraps_up(draft.desk())) return;
  begin_reset(draft.edit_resets(), std::max(draft.happened(), current->requested));
  end_for_call(draft.edit_resets(), first_call_since(draft.desk(), current->accepted));
}

void act(DeskDraft& draft, const ResetAnswered& answered) {
  const auto& current = draft.desk().resets.current;
  if (was_in_time(draft.desk().resets, answered, draft.happened())) return answer_late(draft, answered);
  if (!current || current->id != answered.reset_id) return;
  ResetBook& book = draft.edit_resets();
  switch (answered.answer) {
    case ResetAnswer::kAccept:
      if (current->state != ResetState::kRequested || current->asked_by_agent) return;
      choose_exercise(draft, answered.language);
      return begin_reset(book, std::max(draft.happened(), current->requested));
    case ResetAnswer::kDecline:
      return turn_down_reset(book, ResetState::kDeclined, std::max(draft.happened(), current->requested));
    case ResetAnswer::kExtend:
      return extend_reset(book);
    case ResetAnswer::kStop:
      return end_reset(book, ResetEnding::kStopped, std::max(draft.happened(), current->accepted));
    case ResetAnswer::kLeave:
      return put_reset_away(book);
  }
}

void act(DeskDraft& draft, const FullnessTold& told) {
  if (told.fullness < 1 || told.fullness > 5) return;
  if (told.after) {
    tell_after(draft, told);
  } else {
    tell_before(draft, told);
  }
}

}  // namespace aandacht::domain
