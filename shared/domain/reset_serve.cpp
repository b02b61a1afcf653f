// What time, calls and fatigue make of resets.
#include <algorithm>
#include <utility>

#include "shared/domain/apply_own.h"
#include "shared/domain/reset_calls.h"
#include "shared/domain/reset_moves.h"

namespace aandacht::domain {
namespace {

bool call_is_on(const Desk& desk) {
  return std::any_of(desk.calls.begin(), desk.calls.end(), [](const Call& c) { return c.state != CallState::kWrapUp; });
}

// The caller goes first; what the agent was doing ends without a question.
void yield_to_call(DeskDraft& draft) {
  const Reset& reset = *draft.desk().resets.current;
  ResetBook& book = draft.edit_resets();
  if (reset.state == ResetState::kRequested) {
    turn_down_reset(book, ResetState::kNoAnswer, draft.now());
  } else if (is_running(reset)) {
    end_for_call(book, std::min(first_call_since(draft.desk(), reset.accepted), draft.now()));
  } else if (reset.ending != ResetEnding::kCallCame) {
    put_reset_away(book);
  }
}

// A reset that the agent asked for counts as much as an offer: who just had one is not offered another.
absl::Time last_had(const ResetBook& book, absl::Time now) {
  const auto asked = std::find_if(book.past.rbegin(), book.past.rend(), [&](const Reset& reset) {
    return reset.asked_by_agent && reset.state == ResetState::kDone && reset.accepted <= now;
  });
  return asked == book.past.rend() ? book.last_offered : std::max(book.last_offered, asked->accepted);
}

bool may_offer(const DeskDraft& draft, const FatigueScore& score) {
  const Desk& desk = draft.desk();
  const FatigueRules& rules = draft.library().fatigue;
  const bool tired = score.total >= rules.suggest_from || (desk.fatigue.elevated && score.total >= rules.calm_below);
  // What is on screen already is not covered: the offer comes when it goes.
  return tired && !desk.card && !desk.resets.current &&
         draft.now() >= last_had(desk.resets, draft.now()) + rules.offer_gap &&
         draft.now() >= desk.resets.last_declined + rules.decline_gap;
}

}  // namespace

void settle_resets(DeskDraft& draft) { settle_book(draft.edit_resets(), draft.now()); }

void serve_resets(DeskDraft& draft) {
  const Desk& desk = draft.desk();
  settle_resets(draft);  // What was told late may be over already.
  if (call_is_on(desk)) {
    if (desk.resets.current) yield_to_call(draft);
    return;
  }
  if (!desk.calls.empty()) return;
  if (desk.resets.current && desk.resets.current->state == ResetState::kRequested) {
    if (!desk.resets.current->asked_by_agent) return;
    begin_reset(draft.edit_resets(), std::max(draft.happened(), desk.resets.current->requested));
    return settle_resets(draft);
  }
  FatigueScore score = fatigue_score(desk.fatigue, draft.library().fatigue, draft.now());
  if (may_offer(draft, score)) {
    request_reset(draft.edit_resets(), desk.agent_id, false, std::move(score), draft.now());
  }
}

absl::Time reset_wake(const Desk& desk) {
  return desk.resets.current ? next_move(*desk.resets.current) : absl::InfiniteFuture();
}

}  // namespace aandacht::domain
