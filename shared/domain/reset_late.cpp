#include "shared/domain/reset_late.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "shared/domain/reset_calls.h"
#include "shared/domain/reset_choice.h"
#include "shared/domain/reset_moves.h"
#include "shared/domain/reset_past.h"

namespace aandacht::domain {
namespace {

/// As it was at `at`; absent when it was over then too.
std::optional<Reset> as_it_was(const Reset& reset, absl::Time at) {
  Reset was = reset;
  const bool offer = reset.state == ResetState::kNoAnswer && !reset.asked_by_agent;
  if (offer && at >= reset.requested && at < reset.ends) {
    was.state = ResetState::kRequested;
    was.answer_by = reset.requested + kOfferStands;
    was.ends = absl::InfiniteFuture();
    return was;
  }
  const bool ran = reset.state == ResetState::kDone && reset.ending != ResetEnding::kStopped;
  if (!ran || at < reset.accepted || at >= reset.ends) return std::nullopt;
  was.state = ResetState::kAccepted;
  was.answer_by = absl::InfiniteFuture();
  was.ends = reset.accepted + reset.length;
  return was;
}

/// When a call took it; InfiniteFuture: none did.
absl::Time call_that_took(const Reset& reset, const Desk& desk, absl::Time at) {
  const bool offer_was = reset.state == ResetState::kNoAnswer && reset.ends < reset.requested + kOfferStands;
  const bool running_was = reset.state == ResetState::kDone && reset.ending == ResetEnding::kCallCame;
  const absl::Time known = offer_was || running_was ? reset.ends : absl::InfiniteFuture();
  return std::min(known, first_call_since(desk, at));
}

void play_answer(ResetBook& side, const ResetAnswered& answered, const DeskDraft& draft) {
  const auto& known = draft.library().exercises;
  const absl::Time at = draft.happened();
  switch (answered.answer) {
    case ResetAnswer::kAccept: {
      const Exercise kind = next_kind(draft.desk().resets, known);
      give_exercise(side, kind, next_wording(draft.desk().resets, kind, answered.language, known));
      return begin_reset(side, at);
    }
    case ResetAnswer::kDecline:
      return turn_down_reset(side, ResetState::kDeclined, at);
    case ResetAnswer::kExtend:
      return extend_reset(side);
    case ResetAnswer::kStop:
      return end_reset(side, ResetEnding::kStopped, at);
    case ResetAnswer::kLeave:
      return;
  }
}

/// In a book of its own, until now.
ResetBook play(const Reset& reset, const ResetAnswered& answered, const DeskDraft& draft) {
  ResetBook side = draft.desk().resets;
  side.past.clear();
  side.current = as_it_was(reset, draft.happened());
  play_answer(side, answered, draft);
  end_for_call(side, call_that_took(reset, draft.desk(), draft.happened()));
  settle_book(side, draft.now());
  return side;
}

// What left the screen lost them.
void give_steps_back(Reset& reset, const std::vector<ResetExercise>& known) {
  const auto exercise =
      std::find_if(known.begin(), known.end(), [&](const ResetExercise& each) { return each.id == reset.exercise_id; });
  if (reset.steps.empty() && exercise != known.end()) reset.steps = exercise->steps;
}

void put_among_past(ResetBook& book, Reset reset) {
  reset.steps.clear();
  reset.answer_by = absl::InfiniteFuture();
  const auto later = std::find_if(book.past.begin(), book.past.end(),
                                  [&](const Reset& other) { return other.requested > reset.requested; });
  book.past.insert(later, std::move(reset));
}

}  // namespace

bool was_in_time(const ResetBook& book, const ResetAnswered& answered, absl::Time at) {
  if (answered.answer == ResetAnswer::kLeave) return false;
  const bool answers_offer = answered.answer == ResetAnswer::kAccept || answered.answer == ResetAnswer::kDecline;
  const auto open = [&](const Reset& reset) {
    if (reset.id != answered.reset_id) return false;
    const std::optional<Reset> was = as_it_was(reset, at);
    return was && (was->state == ResetState::kRequested) == answers_offer;
  };
  return (book.current && open(*book.current)) || std::any_of(book.past.begin(), book.past.end(), open);
}

void answer_late(DeskDraft& draft, const ResetAnswered& answered) {
  ResetBook& book = draft.edit_resets();
  const Reset* known = find_reset(book, answered.reset_id);
  if (known == nullptr || !as_it_was(*known, draft.happened())) return;
  ResetBook side = play(*known, answered, draft);
  const bool on_screen = known == (book.current ? &*book.current : nullptr);
  if (on_screen) book.current.reset();
  std::erase_if(book.past, [&](const Reset& reset) { return reset.id == answered.reset_id; });
  book.used_exercise_ids = std::move(side.used_exercise_ids);
  book.last_declined = std::max(book.last_declined, side.last_declined);
  const bool has_room = !book.current && draft.desk().calls.empty();
  if (side.current && has_room) {
    book.current = std::move(side.current);
    return give_steps_back(*book.current, draft.library().exercises);
  }
  end_for_call(side, draft.now());
  put_among_past(book, side.current ? *std::move(side.current) : std::move(side.past.back()));
}

}  // namespace aandacht::domain
