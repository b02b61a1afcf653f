#include "shared/domain/desk_draft.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "shared/domain/apply_own.h"
#include "shared/domain/attention.h"
#include "shared/domain/cards.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostEndedCalls = 32;
constexpr std::size_t kMostShownCards = 64;

template <typename List, typename Item>
void push_bounded(List& list, Item item, std::size_t most) {
  list.push_back(std::move(item));
  if (list.size() > most) list.erase(list.begin(), list.begin() + static_cast<long>(list.size() - most));
}

BookkeepingChanged bookkeeping(const Desk& desk) {
  return {desk.waiting, desk.ended_call_ids, desk.refusals,  desk.shown_card_ids,
          desk.wake,    desk.card_count,     desk.questions, desk.stories};
}

}  // namespace

DeskDraft::DeskDraft(Desk desk, const Library& library, absl::Time now, absl::Time happened)
    : desk_(std::move(desk)), before_(desk_), library_(library), now_(now), happened_(std::min(happened, now)) {}

Call* DeskDraft::edit_call(const std::string& call_id) {
  const auto found =
      std::find_if(desk_.calls.begin(), desk_.calls.end(), [&](const Call& c) { return c.id == call_id; });
  if (found == desk_.calls.end()) return nullptr;
  changed_calls_.insert(call_id);
  return &*found;
}

Call& DeskDraft::add_call(Call call) {
  changed_calls_.insert(call.id);
  desk_.calls.push_back(std::move(call));
  return desk_.calls.back();
}

void DeskDraft::remove_call(std::string call_id) {
  Call* call = edit_call(call_id);
  if (call == nullptr) return;
  call->state = CallState::kEnded;
  note(CallChanged{*call});
  note(CallGone{call_id});
  changed_calls_.erase(call_id);
  std::erase_if(desk_.calls, [&](const Call& c) { return c.id == call_id; });
  std::erase_if(desk_.waiting, [&](const WaitingCard& w) { return w.card.call_id == call_id; });
  remember_ended(call_id);
}

void DeskDraft::remember_ended(const std::string& call_id) {
  auto& ended = desk_.ended_call_ids;
  if (std::find(ended.begin(), ended.end(), call_id) == ended.end()) push_bounded(ended, call_id, kMostEndedCalls);
}

void DeskDraft::show(Card card) {
  if (desk_.card && desk_.card->kind == CardKind::kPrompt) {
    // Nothing that a supervisor sent is lost because something else came first.
    auto& prompts = edit_prompts();
    prompts.insert(prompts.begin(), prompt_of(*desk_.card));
  }
  if (desk_.card) take_card_off(CardGoneReason::kReplaced);
  card.id = absl::StrCat(desk_.agent_id, "/", ++desk_.card_count);
  card.shown = now_;
  if (card.expires == absl::InfiniteFuture() && card.unsolicited)
    card.expires = now_ + library_.attention.card_lifetime;
  if (Call* call = card.unsolicited && card.kind != CardKind::kPrompt ? edit_call(card.call_id) : nullptr) {
    ++call->attention.shown;
    call->attention.last = now_;
    RuleUse& use = call->rule_uses[card.evidence.rule_id];
    ++use.shown;
    use.last = now_;
    for (HeardFact& fact : call->heard) {
      if (card.kind == CardKind::kHeard && fact.words == card.source_id) fact.brought_back = true;
    }
    if (card.kind == CardKind::kWarmth) call->acknowledgement_due = false;
  }
  // What the agent looked up is known in this call, and costs none of its budget.
  if (Call* call = !card.unsolicited && card.kind == CardKind::kWhy ? edit_call(card.call_id) : nullptr) {
    RuleUse& use = call->rule_uses[card.evidence.rule_id];
    ++use.shown;
    use.last = now_;
  }
  push_bounded(desk_.shown_card_ids, card.id, kMostShownCards);
  note(CardShown{card});
  desk_.card = std::move(card);
}

void DeskDraft::take_card_off(CardGoneReason reason, std::optional<CardAnswer> answer) {
  if (!desk_.card) return;
  note(CardGone{desk_.card->id, reason, answer});
  desk_.card.reset();
}

void DeskDraft::refuse_rule(const std::string& rule_id) {
  if (!rule_id.empty()) ++desk_.refusals[rule_id];
}

void DeskDraft::offer(Card card) {
  const Call* call = find_call(desk_, card.call_id);
  if (call == nullptr) return;
  if (const auto reason = domain::hold_back(desk_, *call, card, library_, now_)) {
    hold_back(std::move(card), *reason);
  } else {
    show(std::move(card));
  }
}

void DeskDraft::hold_back(Card card, HoldBackReason reason) {
  const Call* call = find_call(desk_, card.call_id);
  const absl::Time stale = now_ + library_.attention.waiting_freshness;
  // A card that outranked this one has just taken the budget: both reasons pass by themselves, if soon enough.
  const bool passes = reason == HoldBackReason::kTooSoon || reason == HoldBackReason::kOutranked;
  // What was heard belongs to its moment.
  const bool waits = passes && card.kind != CardKind::kHeard && call != nullptr &&
                     next_allowed(*call, library_.attention) < stale && call->attention.shown < call->attention.budget;
  card.id = absl::StrCat(desk_.agent_id, "/", ++desk_.card_count);
  note(CardHeldBack{card, reason, waits});
  if (waits) desk_.waiting.push_back({std::move(card), stale});
}

std::vector<Prompt>& DeskDraft::edit_prompts() {
  prompts_changed_ = true;
  return desk_.prompts;
}

void DeskDraft::settle_wake() {
  absl::Time wake = absl::InfiniteFuture();
  // What was allowed already and did not come now is not brought by waking again, which would hide what is due later.
  const auto later = [&](absl::Time time) {
    if (time > now_) wake = std::min(wake, time);
  };
  if (desk_.card) wake = std::min(wake, desk_.card->expires);
  for (const WaitingCard& waiting : desk_.waiting) {
    wake = std::min(wake, waiting.stale);
    if (const Call* call = find_call(desk_, waiting.card.call_id)) {
      later(next_allowed(*call, library_.attention));
    }
  }
  for (const Prompt& prompt : desk_.prompts) wake = std::min(wake, prompt.expires);
  const Call* current = current_call(desk_);
  if (!desk_.prompts.empty() && !desk_.card && current != nullptr) later(next_allowed(*current, library_.attention));
  for (const Call& call : desk_.calls) {
    if (call.state == CallState::kWrapUp) wake = std::min(wake, call.wrap_up_ends);
  }
  wake = std::min(wake, reset_wake(desk_));
  desk_.wake = wake;
}

std::pair<Desk, std::vector<Change>> DeskDraft::finish() && {
  order_calls(desk_);
  settle_wake();
  std::vector<Change> changes = std::move(notes_);
  for (const std::string& id : changed_calls_) {
    const Call* now = find_call(desk_, id);
    const Call* then = find_call(before_, id);
    if (then == nullptr || !(*then == *now)) changes.push_back(CallChanged{*now});
  }
  if (prompts_changed_ && desk_.prompts != before_.prompts) changes.push_back(PromptsChanged{desk_.prompts});
  if (desk_.watchers != before_.watchers) changes.push_back(WatchersChanged{desk_.watchers});
  if (!(desk_.fatigue == before_.fatigue)) changes.push_back(FatigueChanged{desk_.fatigue});
  if (!(desk_.resets == before_.resets)) changes.push_back(ResetsChanged{desk_.resets});
  if (!(desk_.habits == before_.habits)) changes.push_back(HabitsChanged{desk_.habits});
  if (!(bookkeeping(desk_) == bookkeeping(before_))) changes.push_back(bookkeeping(desk_));
  if (changes.empty()) return {before_, {}};
  desk_.version = before_.version + 1;
  desk_.time = now_;
  return {std::move(desk_), std::move(changes)};
}

}  // namespace aandacht::domain
