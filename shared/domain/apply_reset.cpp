// What agents do with resets.
#include <algorithm>
#include <utility>

#include "shared/domain/apply_own.h"
#include "shared/domain/reset_choice.h"
#include "shared/domain/reset_moves.h"

namespace aandacht::domain {
namespace {

void choose_exercise(DeskDraft& draft, const std::string& language) {
  const auto& known = draft.library().exercises;
  ResetBook& book = draft.edit_resets();
  const Exercise kind = next_kind(book, known);
  give_exercise(book, kind, next_wording(book, kind, language, known));
}

bool wraps_up_at_most(const Desk& desk) {
  return std::all_of(desk.calls.begin(), desk.calls.end(), [](const Call& c) { return c.state == CallState::kWrapUp; });
}

// The reset of this id that the tap after may be about: on screen or the latest that left it.
Reset* over_of(ResetBook& book, const std::string& id) {
  Reset* over = book.current ? &*book.current : nullptr;
  if (over == nullptr || over->id != id) over = book.past.empty() ? nullptr : &book.past.back();
  return over != nullptr && over->id == id && over->state == ResetState::kDone ? over : nullptr;
}

void tell_after(DeskDraft& draft, const FullnessTold& told) {
  Reset* over = over_of(draft.edit_resets(), told.reset_id);
  if (over == nullptr) return;
  over->full_after = told.fullness;
  // In the past nothing waits any more.
  if (over->answer_by != absl::InfiniteFuture()) {
    over->answer_by = std::min(over->answer_by, draft.now() + kDoneStandsTapped);
  }
}

void tell_before(DeskDraft& draft, const FullnessTold& told) {
  auto& current = draft.edit_resets().current;
  if (!current || current->id != told.reset_id || current->state == ResetState::kDone) return;
  current->full_before = told.fullness;
}

}  // namespace

void act(DeskDraft& draft, const ResetAsked& asked) {
  if (!wraps_up_at_most(draft.desk())) return;
  const auto& current = draft.desk().resets.current;
  if (current && is_running(*current)) return;
  const bool stands = current && current->state == ResetState::kRequested;
  if (!stands) {
    FatigueScore score = fatigue_score(draft.desk().fatigue, draft.library().fatigue, draft.now());
    request_reset(draft.edit_resets(), draft.desk().agent_id, true, std::move(score), draft.now());
  }
  draft.edit_resets().current->length = rung_of(asked.length);
  choose_exercise(draft, asked.language);
  // One that was asked for begins in serve_resets(), as soon as no wrap-up is left.
  if (!current->asked_by_agent) begin_reset(draft.edit_resets(), draft.now());
}

void act(DeskDraft& draft, const ResetAnswered& answered) {
  const auto& current = draft.desk().resets.current;
  if (!current || current->id != answered.reset_id) return;
  ResetBook& book = draft.edit_resets();
  switch (answered.answer) {
    case ResetAnswer::kAccept:
      if (current->state != ResetState::kRequested || current->asked_by_agent) return;
      choose_exercise(draft, answered.language);
      return begin_reset(book, draft.now());
    case ResetAnswer::kDecline:
      return turn_down_reset(book, ResetState::kDeclined, draft.now());
    case ResetAnswer::kExtend:
      return extend_reset(book);
    case ResetAnswer::kStop:
      return end_reset(book, ResetEnding::kStopped, draft.now());
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
