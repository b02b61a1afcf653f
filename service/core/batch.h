// What one transaction of the writer works on: seats, call records and messages, kept until the commit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/bus/bus.h"
#include "service/core/commands.h"
#include "service/core/mind.h"
#include "service/core/seats.h"
#include "service/store/store.h"
#include "shared/domain/alert_replay.h"
#include "shared/domain/apply.h"

namespace aandacht::core {

/// An event that was written, for those who judge calls.
struct Happened {
  std::string agent_id;
  domain::Event event;
  std::int64_t version = 0;  ///< Of the desk after it.
};

/// Lives inside Store::write(). A command looks first and writes only when nothing can refuse it any more: one refused
/// command must not undo the others of its batch. A failing store breaks the whole batch.
class Batch {
 public:
  Batch(store::Transaction& store, const Seats& committed, std::shared_ptr<const Knowledge> knowledge, absl::Time now);
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  [[nodiscard]] store::Transaction& store() { return store_; }
  [[nodiscard]] const domain::Library& library() const { return knowledge_->library; }
  [[nodiscard]] Questions& questions() { return *knowledge_->questions; }
  [[nodiscard]] absl::Time now() const { return now_; }

  /// Notes a failure of the store; returns it.
  absl::Status note(absl::Status status);
  /// The first noted failure.
  [[nodiscard]] const absl::Status& broken() const { return broken_; }

  /// True when this id is on disk or was written in this batch. False when the store fails, which is noted.
  [[nodiscard]] bool knows(const std::string& id);

  /// True when this agent has a desk already.
  [[nodiscard]] bool has_seat(const std::string& agent_id) const;

  /// The seat to look at and to move; an empty desk when there is none yet. Valid as long as the batch.
  [[nodiscard]] Seat& seat(const std::string& agent_id);

  /// The same for a desk that is changed without an event; it is stored with the batch.
  [[nodiscard]] domain::Desk& edit_desk(const std::string& agent_id);

  /// The call as it will be remembered, to look at; nullptr: unknown.
  [[nodiscard]] const store::CallRecord* record(const std::string& call_id);
  /// The same to change; creates it when unknown.
  [[nodiscard]] store::CallRecord& edit_record(const std::string& call_id);

  /// This desk answered the call, by somebody whose word on that counts also where it never rang here: the record is
  /// the desk's, unless another answered before. Nothing when the desk has no such call, or did not answer it.
  void claim(const std::string& agent_id, const std::string& call_id);

  /// The desk's time of something that its sender saw at `sender_time`, or that happens now.
  [[nodiscard]] absl::Time desk_time(const std::string& agent_id, std::optional<absl::Time> sender_time);

  /// Wakes the desk up to the event's time, applies the event, and writes what it brought.
  /// `event.time` is set here, from the sender's time or the desk's present.
  absl::Status move(const std::string& agent_id, domain::Event event, const SenderTime& sent);

  /// Applies the wake-ups that are due now.
  absl::Status wake(const std::string& agent_id);

  /// The story leaves every desk that shows it when the batch is flushed, also one that a later command of the batch
  /// brings it to.
  void recall_story(const std::string& story_id) { recalled_stories_.insert(story_id); }

  /// Desks whose calls are of this customer get them as they are now: the report of the call once more, with them.
  absl::Status show_customer(const domain::Customer& customer);

  /// Something that may be told of this prompt may have changed.
  void touch_prompt(const std::string& prompt_id) { touched_prompts_.insert(prompt_id); }

  /// Writes the desks and records that changed. Called last.
  absl::Status flush();

  /// After the commit: what to publish, in order, and the seats that changed.
  std::vector<std::shared_ptr<const bus::Message>> take_messages() { return std::move(messages_); }
  std::vector<std::shared_ptr<const Seat>> take_seats();
  /// Whose the calls are of which the record changed, by call.
  [[nodiscard]] std::map<std::string, std::string> owners() const;
  std::set<std::string> take_prompts() { return std::move(touched_prompts_); }
  /// Everything that happened to calls, in order, also what changed nothing: something earlier may come after it.
  std::vector<Happened> take_happened() { return std::move(happened_); }

 private:
  [[nodiscard]] const domain::Desk& present_desk(const Seat& committed) const;
  absl::Status recall_stories();
  absl::Status wake_until(Seat& seat, absl::Time time);
  absl::Status step(Seat& seat, const domain::Event& event);
  absl::Status keep(Seat& seat, const domain::Event& event, domain::Outcome outcome);
  absl::Status write_change(const Seat& seat, const domain::Change& change, const domain::Event& event);
  absl::Status write_guess(const domain::Desk& desk, const domain::ExperienceGiven& given, absl::Time time);
  absl::Status write_heavy_calls(const domain::Desk& before, const domain::Desk& after);
  void upsert_record(const std::string& agent_id, const domain::Call& call);
  void write_record(const std::string& agent_id, const domain::Call& call);
  void close_record(const std::string& agent_id, const std::string& call_id, absl::Time time);

  store::Transaction& store_;
  const Seats& committed_;
  const std::shared_ptr<const Knowledge> knowledge_;
  const absl::Time now_;
  absl::Status broken_;
  std::map<std::string, Seat> seats_;
  std::set<std::string> moved_;
  std::map<std::string, std::optional<store::CallRecord>> records_;
  std::set<std::string> changed_records_;
  std::map<std::string, store::CallCount> counts_;  // For reports, by call.
  std::set<std::string> recalled_stories_;
  std::set<std::string> touched_prompts_;
  std::vector<std::shared_ptr<const bus::Message>> messages_;
  std::vector<Happened> happened_;
};

}  // namespace aandacht::core
