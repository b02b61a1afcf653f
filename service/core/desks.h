// The use cases of desks: what softphones, recognisers and agents do to them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/mind.h"
#include "service/core/seats.h"
#include "service/core/team_loads.h"
#include "service/core/writer.h"
#include "shared/base/clock.h"
#include "shared/domain/redaction_calls.h"

namespace aandacht::core {

struct DeskRules {
  /// Only agents of `listed` have a desk; otherwise everybody gets one with their first event.
  bool listed_only = false;
  std::vector<std::string> listed;
  /// Agents' own programs report calls. False: whose a call is, only integrators and administrators say.
  bool agents_report = true;
  /// How long after a call's end its last words may have been said.
  absl::Duration grace = absl::Seconds(10);
};

/// Every command is checked and read in the caller's thread, written by the writer, and answered after the commit.
///
/// Failures of every command: INVALID_ARGUMENT, something is missing or too long. NOT_FOUND, the agent is not served
/// here. RESOURCE_EXHAUSTED, too many wait. UNAVAILABLE, stopping, or the store failed: send it again. Safe to use from
/// any thread. References must outlive this.
class Desks {
 public:
  Desks(Writer& writer, const Mind& mind, const Seats& seats, TeamLoads& loads, const base::Clock& clock,
        DeskRules rules);

  void report_call(ReportCall report, Done<Written> done);
  /// Text that is empty, or too long, is answered kRefused; a missing id or call too, so that one bad utterance does
  /// not end a stream.
  void say_utterance(SayUtterance said, Done<UtteranceAnswer> done);
  void answer_card(AnswerCard answer, Done<Written> done);
  void show_why(ShowWhy choice, Done<Written> done);
  void finish_wrap_up(FinishWrapUp finished, Done<Written> done);
  void pin_heard(PinHeard pinned, Done<Written> done);
  void mark_heavy(MarkHeavy marked, Done<Written> done);
  /// INVALID_ARGUMENT also: a number out of range, or words that are too long.
  void record_act(RecordAct record, Done<Written> done);

  /// `rewritten` is told of each call of which words were redacted in the store after they had been stored. Before the
  /// first command; called in the writer's thread after the commit.
  void when_rewritten(std::function<void(const std::string& call_id)> rewritten) { rewritten_ = std::move(rewritten); }

  /// Applies what is due at this desk now.
  void wake(const std::string& agent_id, Done<Written> done);

  /// INVALID_ARGUMENT: not an agent's id. NOT_FOUND: not served here.
  [[nodiscard]] absl::Status admit(const std::string& agent_id) const;

  /// Whether this agent is more than a name that somebody sent: listed, or served here with a desk on the floor.
  [[nodiscard]] bool knows(const std::string& agent_id) const;

  /// The agents of the configuration's list.
  [[nodiscard]] const std::vector<std::string>& listed() const { return rules_.listed; }

 private:
  Writer& writer_;
  const Mind& mind_;
  const Seats& seats_;
  TeamLoads& loads_;
  const base::Clock& clock_;
  const DeskRules rules_;
  std::function<void(const std::string& call_id)> rewritten_ = [](const std::string&) {};
  // What is being written may outlive this.
  const std::shared_ptr<domain::ConversationRedactors> conversations_ =
      std::make_shared<domain::ConversationRedactors>();
};

}  // namespace aandacht::core
