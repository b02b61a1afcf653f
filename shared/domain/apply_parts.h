// The parts of apply(), one per kind of event. Used by apply() only.
#pragma once

#include "shared/domain/desk_draft.h"
#include "shared/domain/event.h"

namespace aandacht::domain {

/// Everything that is due at draft.now(): cards expire, wrap-ups end, waiting cards grow stale or get their turn.
void catch_up(DeskDraft& draft);
/// Shows what waits if the budget allows it now. Called last: an event's own cards go first.
void serve_waiting(DeskDraft& draft);

void apply_report(DeskDraft& draft, const CallReported& report, absl::Time reported);
void apply_utterance(DeskDraft& draft, const UtteranceSaid& said);
void apply_card_answer(DeskDraft& draft, const CardAnswerGiven& given);
void apply_why_choice(DeskDraft& draft, const WhyChosen& chosen);
void apply_prompt(DeskDraft& draft, const PromptPushed& pushed);
void apply_wrap_up_finished(DeskDraft& draft, const WrapUpFinished& finished);
void apply_pin(DeskDraft& draft, const HeardPinned& pinned);
void apply_heavy(DeskDraft& draft, const CallMarkedHeavy& marked);
void apply_own_act(DeskDraft& draft, const OwnActed& acted);
void apply_prompt_recalled(DeskDraft& draft, const PromptRecalled& recalled);
void apply_story_withdrawn(DeskDraft& draft, const StoryWithdrawn& withdrawn);

}  // namespace aandacht::domain
