#include "service/core/prompt_marks.h"

#include <algorithm>
#include <optional>

#include "shared/domain/cards.h"
#include "shared/domain/pushed_prompt.h"

namespace aandacht::core {
namespace {

// In a wrap-up the agent may have asked for a reset already, for which prompts wait.
bool is_in_a_call(const domain::Desk& desk) {
  return std::any_of(desk.calls.begin(), desk.calls.end(),
                     [](const domain::Call& call) { return call.state != domain::CallState::kWrapUp; });
}

bool may_become_shown(domain::PromptState state) {
  return state == domain::PromptState::kWaiting || state == domain::PromptState::kDelivered;
}

// Which card it is, for its answer. That it is on screen a window has to say.
absl::Status note_card(Batch& batch, const std::string& agent_id, const domain::Card& card) {
  if (card.kind != domain::CardKind::kPrompt) return absl::OkStatus();
  return batch.note(batch.store().show_prompt(card.source_id, agent_id, card.id, std::nullopt));
}

absl::Status mark_answer(Batch& batch, const std::string& agent_id, const std::string& card_id,
                         domain::CardAnswer answer) {
  const auto prompt = batch.store().answer_prompt(agent_id, card_id, answer, batch.now());
  if (absl::Status status = batch.note(prompt.status()); !status.ok()) return status;
  if (*prompt) batch.touch_prompt(**prompt);
  return absl::OkStatus();
}

}  // namespace

absl::Status mark_prompts(Batch& batch, const std::string& agent_id, const std::vector<domain::Change>& changes) {
  absl::Status status;
  for (const domain::Change& change : changes) {
    if (const auto* shown = std::get_if<domain::CardShown>(&change)) {
      status = note_card(batch, agent_id, shown->card);
    } else if (const auto* gone = std::get_if<domain::CardGone>(&change); gone != nullptr && gone->answer) {
      status = mark_answer(batch, agent_id, gone->card_id, *gone->answer);
    } else if (const auto* answered = std::get_if<domain::CardAnswered>(&change)) {
      status = mark_answer(batch, agent_id, answered->card_id, answered->answer);
    }
    if (!status.ok()) return status;
  }
  return status;
}

absl::Status mark_received(Batch& batch, const std::string& agent_id, const std::vector<std::string>& prompt_ids) {
  for (const std::string& id : prompt_ids) {
    const absl::StatusOr<bool> is_new = batch.store().receive_prompt(id, agent_id, batch.now());
    if (absl::Status status = batch.note(is_new.status()); !status.ok()) return status;
    if (*is_new) batch.touch_prompt(id);
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> mark_on_screen(Batch& batch, const std::string& agent_id, const std::string& prompt_id) {
  if (!batch.has_seat(agent_id)) return false;
  const domain::Desk& desk = batch.seat(agent_id).desk;
  if (!desk.card || desk.card->kind != domain::CardKind::kPrompt || desk.card->source_id != prompt_id) return false;
  if (!is_in_a_call(desk) && !domain::is_urgent_prompt(*desk.card)) return false;
  const absl::StatusOr<domain::PushedPrompt> prompt = batch.store().prompt(prompt_id);
  if (absl::IsNotFound(prompt.status())) return false;
  if (!prompt.ok()) return batch.note(prompt.status());
  const bool is_new = std::any_of(prompt->deliveries.begin(), prompt->deliveries.end(), [&](const auto& each) {
    return each.agent_id == agent_id && may_become_shown(each.state);
  });
  if (!is_new) return true;
  const absl::Status shown = batch.note(batch.store().show_prompt(prompt_id, agent_id, desk.card->id, batch.now()));
  if (!shown.ok()) return shown;
  batch.touch_prompt(prompt_id);
  return true;
}

}  // namespace aandacht::core
