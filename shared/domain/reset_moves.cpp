#include "shared/domain/reset_moves.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kMostPast = 48;
constexpr std::size_t kMostUsed = 24;

bool is_requested(const ResetBook& book) { return book.current && book.current->state == ResetState::kRequested; }

bool is_done(const ResetBook& book) { return book.current && book.current->state == ResetState::kDone; }

void move_to_past(ResetBook& book) {
  Reset reset = *std::exchange(book.current, std::nullopt);
  reset.steps.clear();
  book.past.push_back(std::move(reset));
  if (book.past.size() > kMostPast) book.past.erase(book.past.begin());
}

void remember_used(ResetBook& book, const std::string& exercise_id) {
  std::vector<std::string>& used = book.used_exercise_ids;
  std::erase(used, exercise_id);
  used.push_back(exercise_id);
  if (used.size() > kMostUsed) used.erase(used.begin());
}

// From the moment, so that the overlay and the service name the same reset alike, whatever else they know.
std::string id_of(const ResetBook& book, const std::string& agent_id, absl::Time requested) {
  std::string id = absl::StrCat(agent_id, "/r", absl::ToUnixMillis(requested));
  const auto same = [&](const Reset& reset) { return reset.id == id; };
  while (std::any_of(book.past.begin(), book.past.end(), same)) id += '+';
  return id;
}

}  // namespace

bool is_running(const Reset& reset) {
  return reset.state == ResetState::kAccepted || reset.state == ResetState::kExtended;
}

bool wants_quiet(const ResetBook& book) {
  return book.current && (is_running(*book.current) || (is_requested(book) && book.current->asked_by_agent));
}

absl::Time next_move(const Reset& reset) {
  switch (reset.state) {
    case ResetState::kRequested:
    case ResetState::kDone:
      return reset.answer_by;
    case ResetState::kAccepted:
    case ResetState::kExtended:
      return reset.ends;
    case ResetState::kDeclined:
    case ResetState::kNoAnswer:
      return absl::InfiniteFuture();
  }
  return absl::InfiniteFuture();
}

void settle_book(ResetBook& book, absl::Time now) {
  while (book.current && next_move(*book.current) <= now) {
    const absl::Time due = next_move(*book.current);
    if (book.current->state == ResetState::kRequested) {
      turn_down_reset(book, ResetState::kNoAnswer, due);
    } else if (is_running(*book.current)) {
      end_reset(book, ResetEnding::kTimeUp, due);
    } else {
      put_reset_away(book);
    }
  }
}

absl::Duration rung_of(absl::Duration wish) {
  if (wish <= absl::Seconds(30)) return absl::Seconds(30);
  return wish <= absl::Minutes(2) ? absl::Minutes(2) : absl::Minutes(10);
}

void request_reset(ResetBook& book, const std::string& agent_id, bool asked_by_agent, FatigueScore score,
                   absl::Time now) {
  put_reset_away(book);
  if (book.current) return;
  Reset reset;
  ++book.count;
  reset.id = id_of(book, agent_id, now);
  reset.asked_by_agent = asked_by_agent;
  reset.requested = now;
  reset.score = std::move(score);
  reset.load = book.load;
  if (!asked_by_agent) {
    reset.answer_by = now + kOfferStands;
    book.last_offered = now;
  }
  book.current = std::move(reset);
}

void give_exercise(ResetBook& book, Exercise kind, const ResetExercise* exercise) {
  if (!is_requested(book)) return;
  Reset& reset = *book.current;
  reset.exercise = kind;
  if (exercise == nullptr) return;
  reset.exercise_id = exercise->id;
  reset.title = exercise->title;
  reset.steps = exercise->steps;
}

void begin_reset(ResetBook& book, absl::Time now) {
  if (!is_requested(book)) return;
  Reset& reset = *book.current;
  reset.state = ResetState::kAccepted;
  reset.answer_by = absl::InfiniteFuture();
  reset.accepted = now;
  reset.ends = now + reset.length;
  if (!reset.exercise_id.empty()) remember_used(book, reset.exercise_id);
}

void extend_reset(ResetBook& book) {
  if (!book.current || !is_running(*book.current)) return;
  Reset& reset = *book.current;
  const absl::Duration longer = next_length(reset.length);
  if (longer == reset.length) return;
  reset.state = ResetState::kExtended;
  reset.length = longer;
  reset.ends = reset.accepted + longer;
}

void end_reset(ResetBook& book, ResetEnding ending, absl::Time at) {
  if (!book.current || !is_running(*book.current)) return;
  Reset& reset = *book.current;
  reset.state = ResetState::kDone;
  reset.ending = ending;
  reset.ends = at;
  reset.answer_by = at + (ending == ResetEnding::kCallCame ? kDoneStandsInCall : kDoneStands);
}

void turn_down_reset(ResetBook& book, ResetState state, absl::Time now) {
  if (!is_requested(book)) return;
  Reset& reset = *book.current;
  reset.state = state;
  reset.answer_by = absl::InfiniteFuture();
  reset.ends = now;
  if (state == ResetState::kDeclined && !reset.asked_by_agent) book.last_declined = now;
  move_to_past(book);
}

void put_reset_away(ResetBook& book) {
  if (!is_done(book)) return;
  book.current->answer_by = absl::InfiniteFuture();
  move_to_past(book);
}

}  // namespace aandacht::domain
