// A desk while one event is being applied: the new value and what changed. Used by apply() only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

class DeskDraft {
 public:
  /// `library` must outlive the draft.
  /// `happened`: when the event did, at most `now`.
  DeskDraft(Desk desk, const Library& library, absl::Time now, absl::Time happened);

  [[nodiscard]] const Desk& desk() const { return desk_; }
  /// As it was before the event.
  [[nodiscard]] const Desk& before() const { return before_; }
  [[nodiscard]] const Library& library() const { return library_; }
  [[nodiscard]] absl::Time now() const { return now_; }
  /// Before now() for what is told late: now() is the desk's present.
  [[nodiscard]] absl::Time happened() const { return happened_; }

  /// The call to change, noted as changed; nullptr when the desk has none by that id.
  [[nodiscard]] Call* edit_call(const std::string& call_id);
  Call& add_call(Call call);
  /// Takes a call off the desk and remembers that it ended.
  /// By value: the id is often the call's own, which goes with it.
  void remove_call(std::string call_id);
  void remember_ended(const std::string& call_id);

  void note(Change change) { notes_.push_back(std::move(change)); }

  /// Puts a card on screen, in the place of any other.
  void show(Card card);
  void take_card_off(CardGoneReason reason, std::optional<CardAnswer> answer = std::nullopt);
  void refuse_rule(const std::string& rule_id);

  /// Shows an unsolicited card if the attention budget allows it now, else lets it wait or drops it, and says why.
  void offer(Card card);
  /// `outranked`: a better card came with the same turn.
  void hold_back(Card card, HoldBackReason reason);

  std::vector<WaitingCard>& waiting() { return desk_.waiting; }
  std::vector<Prompt>& edit_prompts();

  // What differs at the end is a change; editing alone is none.
  std::vector<Watcher>& edit_watchers() { return desk_.watchers; }
  Fatigue& edit_fatigue() { return desk_.fatigue; }
  ResetBook& edit_resets() { return desk_.resets; }
  HabitBook& edit_habits() { return desk_.habits; }
  QuestionTally& edit_questions() { return desk_.questions; }
  StoryBook& edit_stories() { return desk_.stories; }
  std::map<std::string, int>& edit_refusals() { return desk_.refusals; }

  /// The finished desk and its changes; the version rises when there are any.
  [[nodiscard]] std::pair<Desk, std::vector<Change>> finish() &&;

 private:
  void settle_wake();

  Desk desk_;
  const Desk before_;
  const Library& library_;
  const absl::Time now_;
  const absl::Time happened_;
  std::set<std::string> changed_calls_;
  std::vector<std::string> gone_calls_;
  bool prompts_changed_ = false;
  std::vector<Change> notes_;
};

}  // namespace aandacht::domain
