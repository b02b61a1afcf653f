// What can be asked of a desk, as plain values.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/card.h"
#include "shared/domain/event.h"
#include "shared/domain/reading.h"

namespace aandacht::core {

/// When a sender saw something happen.
struct SenderTime {
  std::optional<absl::Time> occurred;  ///< In the desk's time; absent: now.
  absl::Duration delay;                ///< How long it waited at the sender since.
};

struct ReportCall {
  std::string event_id;
  std::string agent_id;
  std::string call_id;
  domain::CallEvent event = domain::CallEvent::kRinging;
  std::optional<absl::Time> occurred;  ///< By the sender's clock; absent: now.
  absl::Duration delay;                ///< How long it waited at the sender since.
  std::string from;
  std::string display_name;
  domain::CallDirection direction = domain::CallDirection::kIncoming;
  std::string queue;
  std::string language;
  std::optional<domain::TeamLoad> load = {};  ///< Of the agent's team, with a call's end; filled in by Desks.
  bool by_agent = false;  ///< The agent says so themselves: it takes no call from a desk that has it.
};

struct SayUtterance {
  std::string utterance_id;
  std::string call_id;
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;
  std::string language;            ///< Empty: the call's.
  std::optional<absl::Time> said;  ///< By the sender's clock; absent: now.
  absl::Duration delay = {};       ///< How long it waited at the sender since.
  std::string only_of = {};        ///< Not empty: the sender is this agent, to whom other agents' calls are unknown.
};

struct AnswerCard {
  std::string event_id;
  std::string agent_id;
  std::string card_id;
  domain::CardAnswer answer = domain::CardAnswer::kUsed;
  SenderTime time = {};
};

struct ShowWhy {
  std::string event_id;
  std::string agent_id;
  std::string why_id;
  SenderTime time = {};
};

struct FinishWrapUp {
  std::string event_id;
  std::string agent_id;
  std::string call_id;
  SenderTime time = {};
};

struct PinHeard {
  std::string event_id;
  std::string agent_id;
  std::string call_id;
  std::string utterance_id;
  SenderTime time = {};
};

struct MarkHeavy {
  std::string event_id;
  std::string agent_id;
  std::string call_id;
  bool heavy = true;
  SenderTime time = {};
};

/// Something that an agent did for themselves.
struct RecordAct {
  std::string event_id;
  std::string agent_id;
  domain::OwnAct act;
  SenderTime time = {};
};

struct PushPrompt {
  std::string prompt_id;
  std::vector<std::string> agent_ids;
  std::string supervisor;  ///< Their name, as the agent reads it.
  std::string text;
  std::string reason;
  bool urgent = false;
  absl::Duration time_to_live = absl::Minutes(10);
  std::string supervisor_id = {};  ///< Whose budget; empty: `supervisor`'s.
  std::vector<std::string> team_ids = {};
  bool everybody = false;                                   ///< Of the teams that are led.
  std::string template_id = {};                             ///< Empty: free text.
  std::map<std::string, std::string> fields = {};           ///< Of the template, when `text` is empty.
  std::function<bool(const std::string& team)> leads = {};  ///< Empty: every team.
};

/// Where a prompt went that is on disk.
struct Pushed {
  int desks = 0;
  int waiting = 0;                        ///< Of them: the agent is away, or it is quiet hours.
  std::optional<absl::Time> quiet_until;  ///< It waits for the end of quiet hours.
  bool duplicate = false;                 ///< This id was known already; nothing changed.
  absl::Time expires;
};

/// What became of a command that is on disk.
struct Written {
  std::int64_t version = 0;  ///< The desk's, after it.
  bool duplicate = false;    ///< This id was known already; nothing changed.
};

enum class UtteranceOutcome { kStored, kDuplicate, kOnHold, kRefused, kUnknownCall };

/// What became of an utterance.
struct UtteranceAnswer {
  UtteranceOutcome outcome = UtteranceOutcome::kStored;
  std::string reason;        ///< One sentence for a person; empty when stored.
  std::int64_t version = 0;  ///< Of the desk; 0: it did not reach one.
};

/// Called exactly once: in the caller's thread when a command is refused at once, else in the writer's thread after the
/// commit. Must not block.
template <typename Result>
using Done = std::function<void(absl::StatusOr<Result>)>;

}  // namespace aandacht::core
