// The changes of a desk; declared in desk.h.
#include <variant>

#include "shared/wire/check.h"
#include "shared/wire/desk.h"
#include "shared/wire/records.h"
#include "shared/wire/refusals.h"
#include "shared/wire/time.h"

namespace aandacht::wire {
namespace {

void put(const domain::CallChanged& change, v1::DeskChange& message) {
  *message.mutable_call_changed()->mutable_call() = to_proto(change.call);
}

void put(const domain::CallGone& change, v1::DeskChange& message) {
  message.mutable_call_gone()->set_call_id(change.call_id);
}

void put(const domain::CardShown& change, v1::DeskChange& message) {
  *message.mutable_card_shown()->mutable_card() = to_proto(change.card);
}

void put(const domain::CardGone& change, v1::DeskChange& message) {
  v1::CardGone& gone = *message.mutable_card_gone();
  gone.set_card_id(change.card_id);
  gone.set_reason(to_proto(change.reason));
  if (change.answer) gone.set_answer(to_proto(*change.answer));
}

void put(const domain::CardHeldBack& change, v1::DeskChange& message) {
  v1::CardHeldBack& held_back = *message.mutable_card_held_back();
  *held_back.mutable_card() = to_proto(change.card);
  held_back.set_reason(to_proto(change.reason));
  held_back.set_waits(change.waits);
}

void put(const domain::TurnTaken& change, v1::DeskChange& message) {
  v1::TurnTaken& turn = *message.mutable_turn_taken();
  turn.set_call_id(change.call_id);
  turn.set_utterance_id(change.utterance_id);
  turn.set_speaker(to_proto(change.speaker));
  turn.set_text(change.text);
  if (change.sentiment) *turn.mutable_sentiment() = to_proto(*change.sentiment);
}

void put(const domain::PromptsChanged& change, v1::DeskChange& message) {
  v1::PromptsChanged& prompts = *message.mutable_prompts_changed();
  for (const domain::Prompt& prompt : change.prompts) *prompts.add_prompts() = to_proto(prompt);
}

void put(const domain::CardAnswered& change, v1::DeskChange& message) {
  message.mutable_card_answered()->set_card_id(change.card_id);
  message.mutable_card_answered()->set_answer(to_proto(change.answer));
}

void put(const domain::ExperienceGiven& change, v1::DeskChange& message) {
  v1::ExperienceGiven& given = *message.mutable_experience_given();
  given.set_call_id(change.call_id);
  *given.mutable_guess() = to_proto(change.guess);
  *given.mutable_suggested() = to_proto(change.suggested);
}

void put(const domain::FatigueChanged& change, v1::DeskChange& message) {
  *message.mutable_fatigue_changed()->mutable_fatigue() = to_proto(change.fatigue);
}

void put(const domain::ResetsChanged& change, v1::DeskChange& message) {
  *message.mutable_resets_changed()->mutable_resets() = to_proto(change.resets);
}

void put(const domain::HabitsChanged& change, v1::DeskChange& message) {
  *message.mutable_habits_changed()->mutable_habits() = to_proto(change.habits);
}

void put(const domain::WatchersChanged& change, v1::DeskChange& message) {
  v1::WatchersChanged& watchers = *message.mutable_watchers_changed();
  for (const domain::Watcher& watcher : change.watchers) *watchers.add_watchers() = to_proto(watcher);
}

void put(const domain::BookkeepingChanged& change, v1::DeskChange& message) {
  v1::BookkeepingChanged& books = *message.mutable_bookkeeping_changed();
  for (const domain::WaitingCard& waiting : change.waiting) *books.add_waiting() = to_proto(waiting);
  for (const std::string& id : change.ended_call_ids) books.add_ended_call_ids(id);
  put_refusals(change.refusals, *books.mutable_refusals());
  for (const std::string& id : change.shown_card_ids) books.add_shown_card_ids(id);
  if (is_finite(change.wake)) *books.mutable_wake_time() = to_proto(change.wake);
  books.set_card_count(change.card_count);
  *books.mutable_questions() = to_proto(change.questions);
  *books.mutable_stories() = to_proto(change.stories);
}

absl::StatusOr<domain::CardGone> take(const v1::CardGone& message) {
  Check check;
  domain::CardGone gone;
  gone.card_id = message.card_id();
  gone.reason = check.required("reason", message.reason());
  if (message.answer() != v1::CARD_ANSWER_UNSPECIFIED) gone.answer = check.required("answer", message.answer());
  return check.result(std::move(gone));
}

absl::StatusOr<domain::CardHeldBack> take(const v1::CardHeldBack& message) {
  Check check;
  domain::CardHeldBack held_back;
  held_back.card = check.take("card", from_proto(message.card()));
  held_back.reason = check.required("reason", message.reason());
  held_back.waits = message.waits();
  return check.result(std::move(held_back));
}

absl::StatusOr<domain::TurnTaken> take(const v1::TurnTaken& message) {
  Check check;
  domain::TurnTaken turn;
  turn.call_id = message.call_id();
  turn.utterance_id = message.utterance_id();
  turn.speaker = check.required("speaker", message.speaker());
  turn.text = message.text();
  if (message.has_sentiment()) turn.sentiment = check.take("sentiment", from_proto(message.sentiment()));
  return check.result(std::move(turn));
}

absl::StatusOr<domain::BookkeepingChanged> take(const v1::BookkeepingChanged& message) {
  Check check;
  domain::BookkeepingChanged books;
  books.waiting = check.list<domain::WaitingCard>("waiting", message.waiting(), from_proto);
  books.ended_call_ids = words(message.ended_call_ids());
  books.refusals = take_refusals(message.refusals());
  books.shown_card_ids = words(message.shown_card_ids());
  books.wake = check.time("wake_time", message.has_wake_time(), message.wake_time(), absl::InfiniteFuture());
  books.card_count = message.card_count();
  books.questions = check.take("questions", from_proto(message.questions()));
  books.stories = check.take("stories", from_proto(message.stories()));
  return check.result(std::move(books));
}

absl::StatusOr<domain::ExperienceGiven> take(const v1::ExperienceGiven& message) {
  Check check;
  domain::ExperienceGiven given;
  given.call_id = message.call_id();
  given.guess = check.take("guess", from_proto(message.guess()));
  given.suggested = check.take("suggested", from_proto(message.suggested()));
  return check.result(std::move(given));
}

domain::Change take_kind(const v1::DeskChange& message, Check& check) {
  switch (message.kind_case()) {
    case v1::DeskChange::kCallChanged:
      return domain::CallChanged{check.take("call_changed.call", from_proto(message.call_changed().call()))};
    case v1::DeskChange::kCallGone:
      return domain::CallGone{message.call_gone().call_id()};
    case v1::DeskChange::kCardShown:
      return domain::CardShown{check.take("card_shown.card", from_proto(message.card_shown().card()))};
    case v1::DeskChange::kCardGone:
      return check.take("card_gone", take(message.card_gone()));
    case v1::DeskChange::kCardHeldBack:
      return check.take("card_held_back", take(message.card_held_back()));
    case v1::DeskChange::kTurnTaken:
      return check.take("turn_taken", take(message.turn_taken()));
    case v1::DeskChange::kPromptsChanged:
      return domain::PromptsChanged{
          check.list<domain::Prompt>("prompts_changed.prompts", message.prompts_changed().prompts(), from_proto)};
    case v1::DeskChange::kCardAnswered:
      return domain::CardAnswered{message.card_answered().card_id(),
                                  check.required("card_answered.answer", message.card_answered().answer())};
    case v1::DeskChange::kExperienceGiven:
      return check.take("experience_given", take(message.experience_given()));
    case v1::DeskChange::kFatigueChanged:
      return domain::FatigueChanged{check.take("fatigue_changed", from_proto(message.fatigue_changed().fatigue()))};
    case v1::DeskChange::kResetsChanged:
      return domain::ResetsChanged{check.take("resets_changed", from_proto(message.resets_changed().resets()))};
    case v1::DeskChange::kHabitsChanged:
      return domain::HabitsChanged{check.take("habits_changed", from_proto(message.habits_changed().habits()))};
    case v1::DeskChange::kWatchersChanged:
      return domain::WatchersChanged{
          check.list<domain::Watcher>("watchers_changed.watchers", message.watchers_changed().watchers(), from_proto)};
    case v1::DeskChange::kBookkeepingChanged:
      return check.take("bookkeeping_changed", take(message.bookkeeping_changed()));
    case v1::DeskChange::KIND_NOT_SET:
      break;
  }
  check.fail("kind", "is missing or not known");
  return domain::CallGone{};
}

}  // namespace

v1::DeskChange to_proto(const domain::Change& change) {
  v1::DeskChange message;
  std::visit([&message](const auto& kind) { put(kind, message); }, change);
  return message;
}

v1::DeskUpdate to_proto(const domain::DeskUpdate& update) {
  v1::DeskUpdate message;
  message.set_version(update.version);
  if (is_finite(update.time)) *message.mutable_time() = to_proto(update.time);
  message.set_cause_id(update.cause_id);
  for (const domain::Change& change : update.changes) *message.add_changes() = to_proto(change);
  return message;
}

absl::StatusOr<domain::Change> from_proto(const v1::DeskChange& message) {
  Check check;
  domain::Change change = take_kind(message, check);
  return check.result(std::move(change));
}

absl::StatusOr<domain::DeskUpdate> from_proto(const v1::DeskUpdate& message) {
  Check check;
  domain::DeskUpdate update;
  update.version = message.version();
  update.time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  update.cause_id = message.cause_id();
  update.changes = check.list<domain::Change>("changes", message.changes(), from_proto);
  return check.result(std::move(update));
}

}  // namespace aandacht::wire
