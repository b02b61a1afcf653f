#include "service/core/prompt_marks.h"

#include <algorithm>
#include <optional>

#include "shared/domain/cards.h"

namespace aandacht::core {
namespace {

// In a wrap-up the agent may have asked for a reset already, for which prompts wait.
bool is_in_a_call(const domain::Desk& desk) {
  return std::any_of(desk.calls.begin(), desk.calls.end(),
                     [](const domain::Call& call) { return call.state != domain::CallState::kWrapUp; });
}

absl::Status mark_shown(Batch& batch, const domain::Desk& desk, const domain::Card& card) {
  if (card.kind != domain::CardKind::kPrompt) return absl::OkStatus();
  const std::string& agent_id = desk.agent_id;
  const bool told = is_in_a_call(desk) || domain::is_urgent_prompt(card);
  batch.touch_prompt(card.source_id);
  return batch.note(
      batch.store().show_prompt(card.source_id, agent_id, card.id, told ? std::optional(batch.now()) : std::nullopt));
}

absl::Status mark_answer(Batch& batch, const std::string& agent_id, const std::string& card_id,
                         domain::CardAnswer answer) {
  const auto prompt = batch.store().answer_prompt(agent_id, card_id, answer, batch.now());
  if (absl::Status status = batch.note(prompt.status()); !status.ok()) return status;
  if (*prompt) batch.touch_prompt(**prompt);
  return absl::OkStatus();
}

}  // namespace

absl::Status mark_prompts(Batch& batch, const domain::Desk& before, const domain::Desk& after,
                          const std::vector<domain::Change>& changes) {
  absl::Status status;
  for (const domain::Change& change : changes) {
    if (const auto* shown = std::get_if<domain::CardShown>(&change)) {
      status = mark_shown(batch, after, shown->card);
    } else if (const auto* gone = std::get_if<domain::CardGone>(&change); gone != nullptr && gone->answer) {
      status = mark_answer(batch, after.agent_id, gone->card_id, *gone->answer);
    } else if (const auto* answered = std::get_if<domain::CardAnswered>(&change)) {
      status = mark_answer(batch, after.agent_id, answered->card_id, answered->answer);
    }
    if (!status.ok()) return status;
  }
  const bool begins = !is_in_a_call(before) && is_in_a_call(after);
  return begins && after.card ? mark_shown(batch, after, *after.card) : absl::OkStatus();
}

}  // namespace aandacht::core
