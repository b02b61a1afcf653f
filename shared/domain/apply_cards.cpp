// What the agent does with cards, and what supervisors push.
#include <algorithm>

#include "shared/domain/apply_parts.h"
#include "shared/domain/cards.h"

namespace aandacht::domain {

void apply_card_answer(DeskDraft& draft, const CardAnswerGiven& given) {
  const auto& shown = draft.desk().shown_card_ids;
  if (std::find(shown.begin(), shown.end(), given.card_id) == shown.end()) return;
  const auto& card = draft.desk().card;
  if (!card || card->id != given.card_id) {
    draft.note(CardAnswered{given.card_id, given.answer});
    return;
  }
  const bool by_rule = card->kind != CardKind::kPrompt && card->unsolicited;
  if (given.answer == CardAnswer::kDoesNotFit && by_rule) draft.refuse_rule(card->evidence.rule_id);
  draft.take_card_off(CardGoneReason::kAnswered, given.answer);
}

void apply_why_choice(DeskDraft& draft, const WhyChosen& chosen) {
  const Why* why = find_why(draft.library(), chosen.why_id);
  if (why != nullptr) draft.show(why_card(*why, current_call(draft.desk())));
}

void apply_prompt(DeskDraft& draft, const PromptPushed& pushed) {
  if (pushed.prompt.expires <= draft.now()) return;
  auto& prompts = draft.edit_prompts();
  const auto same = [&](const Prompt& p) { return p.id == pushed.prompt.id; };
  if (std::none_of(prompts.begin(), prompts.end(), same)) prompts.push_back(pushed.prompt);
}

void apply_prompt_recalled(DeskDraft& draft, const PromptRecalled& recalled) {
  std::erase_if(draft.edit_prompts(), [&](const Prompt& p) { return p.id == recalled.prompt_id; });
  const auto& card = draft.desk().card;
  if (card && card->kind == CardKind::kPrompt && card->source_id == recalled.prompt_id) {
    draft.take_card_off(CardGoneReason::kRecalled);
  }
}

}  // namespace aandacht::domain
