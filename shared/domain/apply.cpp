#include "shared/domain/apply.h"

#include <algorithm>
#include <utility>

#include "shared/domain/apply_own.h"
#include "shared/domain/apply_parts.h"

namespace aandacht::domain {
namespace {

absl::Time desk_time(const Desk& desk, const Event& event, absl::Time now) {
  const auto* report = std::get_if<CallReported>(&event.what);
  const bool begins =
      report != nullptr && (report->event == CallEvent::kRinging || report->event == CallEvent::kAnswered);
  if (begins && desk.calls.empty()) return now;
  return std::max(desk.time, now);
}

}  // namespace

Outcome apply(Desk desk, const Event& event, const Library& library, absl::Time now) {
  const absl::Time time = desk_time(desk, event, now);
  DeskDraft draft(std::move(desk), library, time, event.time);
  catch_up(draft);
  struct Apply {
    DeskDraft& draft;
    absl::Time reported;
    void operator()(const CallReported& what) const { apply_report(draft, what, reported); }
    void operator()(const UtteranceSaid& what) const { apply_utterance(draft, what); }
    void operator()(const CardAnswerGiven& what) const { apply_card_answer(draft, what); }
    void operator()(const WhyChosen& what) const { apply_why_choice(draft, what); }
    void operator()(const PromptPushed& what) const { apply_prompt(draft, what); }
    void operator()(const WrapUpFinished& what) const { apply_wrap_up_finished(draft, what); }
    void operator()(const HeardPinned& what) const { apply_pin(draft, what); }
    void operator()(const CallMarkedHeavy& what) const { apply_heavy(draft, what); }
    void operator()(const OwnActed& what) const { apply_own_act(draft, what); }
    void operator()(const StoryWithdrawn& what) const { apply_story_withdrawn(draft, what); }
    void operator()(const PromptRecalled& what) const { apply_prompt_recalled(draft, what); }
    void operator()(const Watched& what) const { draft.edit_watchers() = what.watchers; }
    void operator()(const WokeUp&) const {}
  };
  std::visit(Apply{draft, event.time}, event.what);
  serve_waiting(draft);
  count_questions(draft);
  note_fatigue(draft);
  serve_resets(draft);
  serve_stories(draft);
  auto [after, changes] = std::move(draft).finish();
  return {std::move(after), std::move(changes)};
}

}  // namespace aandacht::domain
