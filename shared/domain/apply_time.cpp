// What time alone brings.
#include <algorithm>

#include "shared/domain/apply_own.h"
#include "shared/domain/apply_parts.h"
#include "shared/domain/attention.h"
#include "shared/domain/cards.h"
#include "shared/domain/reset_moves.h"

namespace aandacht::domain {
namespace {

void end_wrap_ups(DeskDraft& draft) {
  std::vector<std::string> over;
  for (const Call& call : draft.desk().calls) {
    const bool due = call.state == CallState::kWrapUp && call.wrap_up_ends <= draft.now();
    if (due) over.push_back(call.id);
  }
  for (const std::string& id : over) draft.remove_call(id);
}

void drop_stale(DeskDraft& draft) {
  auto& waiting = draft.waiting();
  for (const WaitingCard& card : waiting) {
    if (card.stale <= draft.now()) draft.note(CardHeldBack{card.card, HoldBackReason::kStale, false});
  }
  std::erase_if(waiting, [&](const WaitingCard& w) { return w.stale <= draft.now(); });
}

void drop_expired_prompts(DeskDraft& draft) {
  const auto expired = [&](const Prompt& p) { return p.expires <= draft.now(); };
  const auto& prompts = draft.desk().prompts;
  if (std::any_of(prompts.begin(), prompts.end(), expired)) std::erase_if(draft.edit_prompts(), expired);
}

// A prompt does not count against the call's budget, but it does not crowd the agent either.
bool may_show_prompt(const DeskDraft& draft, const Prompt& prompt) {
  // One urgent prompt waits for another: each goes back to its place when it is replaced.
  if (prompt.urgent) return !draft.desk().card || !is_urgent_prompt(*draft.desk().card);
  if (wants_quiet(draft.desk().resets)) return false;
  if (draft.desk().card) return false;
  const Call* call = current_call(draft.desk());
  return call == nullptr || next_allowed(*call, draft.library().attention) <= draft.now();
}

void serve_prompts(DeskDraft& draft) {
  const auto& prompts = draft.desk().prompts;
  auto next = std::find_if(prompts.begin(), prompts.end(), [](const Prompt& p) { return p.urgent; });
  if (next == prompts.end()) next = prompts.begin();
  if (next == prompts.end() || !may_show_prompt(draft, *next)) return;
  const Prompt prompt = *next;
  std::erase_if(draft.edit_prompts(), [&](const Prompt& p) { return p.id == prompt.id; });
  draft.show(prompt_card(prompt, current_call(draft.desk())));
}

}  // namespace

void catch_up(DeskDraft& draft) {
  settle_clock(draft);
  if (draft.desk().card && draft.desk().card->expires <= draft.now()) draft.take_card_off(CardGoneReason::kExpired);
  end_wrap_ups(draft);
  drop_stale(draft);
  drop_expired_prompts(draft);
  settle_resets(draft);
}

void serve_waiting(DeskDraft& draft) {
  auto& waiting = draft.waiting();
  std::stable_sort(waiting.begin(), waiting.end(),
                   [](const WaitingCard& a, const WaitingCard& b) { return a.card.priority > b.card.priority; });
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const Call* call = find_call(draft.desk(), waiting[i].card.call_id);
    if (call == nullptr || call->state != CallState::kInCall) continue;
    if (hold_back(draft.desk(), *call, waiting[i].card, draft.library(), draft.now())) continue;
    Card card = waiting[i].card;
    waiting.erase(waiting.begin() + static_cast<long>(i));
    draft.show(std::move(card));
    break;
  }
  serve_prompts(draft);
}

}  // namespace aandacht::domain
