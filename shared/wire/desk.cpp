#include "shared/wire/desk.h"

#include "shared/wire/check.h"
#include "shared/wire/refusals.h"
#include "shared/wire/time.h"

namespace aandacht::wire {

v1::Prompt to_proto(const domain::Prompt& prompt) {
  v1::Prompt message;
  message.set_id(prompt.id);
  message.set_supervisor(prompt.supervisor);
  message.set_text(prompt.text);
  message.set_reason(prompt.reason);
  message.set_urgent(prompt.urgent);
  if (is_finite(prompt.expires)) *message.mutable_expire_time() = to_proto(prompt.expires);
  return message;
}

v1::Watcher to_proto(const domain::Watcher& watcher) {
  v1::Watcher message;
  message.set_id(watcher.id);
  message.set_name(watcher.name);
  message.set_reason(watcher.reason);
  message.set_call_id(watcher.call_id);
  if (is_finite(watcher.since)) *message.mutable_since_time() = to_proto(watcher.since);
  return message;
}

v1::QuestionTally to_proto(const domain::QuestionTally& tally) {
  v1::QuestionTally message;
  if (is_finite(tally.since)) *message.mutable_since_time() = to_proto(tally.since);
  for (const auto& [group, calls] : tally.calls) {
    v1::QuestionCount& count = *message.add_counts();
    count.set_group_id(group);
    count.set_call_count(calls);
  }
  return message;
}

v1::StoryBook to_proto(const domain::StoryBook& book) {
  v1::StoryBook message;
  if (is_finite(book.last_shown)) *message.mutable_last_show_time() = to_proto(book.last_shown);
  for (const std::string& id : book.shown_ids) message.add_shown_ids(id);
  return message;
}

v1::Desk to_proto(const domain::Desk& desk) {
  v1::Desk message;
  message.set_agent_id(desk.agent_id);
  message.set_version(desk.version);
  if (is_finite(desk.time)) *message.mutable_time() = to_proto(desk.time);
  for (const domain::Call& call : desk.calls) *message.add_calls() = to_proto(call);
  if (desk.card) *message.mutable_card() = to_proto(*desk.card);
  for (const domain::WaitingCard& waiting : desk.waiting) *message.add_waiting() = to_proto(waiting);
  for (const domain::Prompt& prompt : desk.prompts) *message.add_prompts() = to_proto(prompt);
  for (const std::string& id : desk.ended_call_ids) message.add_ended_call_ids(id);
  put_refusals(desk.refusals, *message.mutable_refusals());
  for (const std::string& id : desk.shown_card_ids) message.add_shown_card_ids(id);
  if (is_finite(desk.wake)) *message.mutable_wake_time() = to_proto(desk.wake);
  message.set_card_count(desk.card_count);
  *message.mutable_questions() = to_proto(desk.questions);
  *message.mutable_stories() = to_proto(desk.stories);
  *message.mutable_fatigue() = to_proto(desk.fatigue);
  *message.mutable_resets() = to_proto(desk.resets);
  *message.mutable_habits() = to_proto(desk.habits);
  for (const domain::Watcher& watcher : desk.watchers) *message.add_watchers() = to_proto(watcher);
  return message;
}

absl::StatusOr<domain::Prompt> from_proto(const v1::Prompt& message) {
  Check check;
  domain::Prompt prompt;
  prompt.id = message.id();
  prompt.supervisor = message.supervisor();
  prompt.text = message.text();
  prompt.reason = message.reason();
  prompt.urgent = message.urgent();
  prompt.expires = check.time("expire_time", message.has_expire_time(), message.expire_time(), absl::InfiniteFuture());
  return check.result(std::move(prompt));
}

absl::StatusOr<domain::Watcher> from_proto(const v1::Watcher& message) {
  Check check;
  domain::Watcher watcher;
  watcher.id = message.id();
  watcher.name = message.name();
  watcher.reason = message.reason();
  watcher.call_id = message.call_id();
  watcher.since = check.time("since_time", message.has_since_time(), message.since_time(), absl::InfinitePast());
  return check.result(std::move(watcher));
}

absl::StatusOr<domain::QuestionTally> from_proto(const v1::QuestionTally& message) {
  Check check;
  domain::QuestionTally tally;
  tally.since = check.time("since_time", message.has_since_time(), message.since_time(), absl::InfinitePast());
  for (const v1::QuestionCount& count : message.counts()) tally.calls[count.group_id()] = count.call_count();
  return check.result(std::move(tally));
}

absl::StatusOr<domain::StoryBook> from_proto(const v1::StoryBook& message) {
  Check check;
  domain::StoryBook book;
  book.last_shown =
      check.time("last_show_time", message.has_last_show_time(), message.last_show_time(), absl::InfinitePast());
  book.shown_ids = words(message.shown_ids());
  return check.result(std::move(book));
}

absl::StatusOr<domain::Desk> from_proto(const v1::Desk& message) {
  Check check;
  domain::Desk desk;
  desk.agent_id = message.agent_id();
  desk.version = message.version();
  desk.time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  desk.calls = check.list<domain::Call>("calls", message.calls(), from_proto);
  if (message.has_card()) desk.card = check.take("card", from_proto(message.card()));
  desk.waiting = check.list<domain::WaitingCard>("waiting", message.waiting(), from_proto);
  desk.prompts = check.list<domain::Prompt>("prompts", message.prompts(), from_proto);
  desk.ended_call_ids = words(message.ended_call_ids());
  desk.refusals = take_refusals(message.refusals());
  desk.shown_card_ids = words(message.shown_card_ids());
  desk.wake = check.time("wake_time", message.has_wake_time(), message.wake_time(), absl::InfiniteFuture());
  desk.card_count = message.card_count();
  desk.questions = check.take("questions", from_proto(message.questions()));
  desk.stories = check.take("stories", from_proto(message.stories()));
  desk.fatigue = check.take("fatigue", from_proto(message.fatigue()));
  desk.resets = check.take("resets", from_proto(message.resets()));
  desk.habits = check.take("habits", from_proto(message.habits()));
  desk.watchers = check.list<domain::Watcher>("watchers", message.watchers(), from_proto);
  return check.result(std::move(desk));
}

}  // namespace aandacht::wire
