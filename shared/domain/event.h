// What happens to a desk.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"
#include "shared/domain/desk.h"
#include "shared/domain/own_acts.h"
#include "shared/domain/reading.h"

namespace aandacht::domain {

enum class CallEvent { kRinging, kAnswered, kHeld, kResumed, kEnded };

/// A softphone's report. Reports may come late, twice or out of order.
struct CallReported {
  std::string call_id;
  CallEvent event = CallEvent::kRinging;
  std::string from;  ///< Empty when withheld or not told this time.
  std::string display_name;
  CallDirection direction = CallDirection::kIncoming;
  std::string queue;
  std::string language;
  std::optional<Customer> customer;  ///< Looked up by the caller of apply().
  std::optional<TeamLoad> load;      ///< Of the agent's team now, measured by the caller of apply().

  bool operator==(const CallReported&) const = default;
};

/// A finished turn, read before it gets here.
struct UtteranceSaid {
  std::string call_id;
  std::string utterance_id;
  Speaker speaker = Speaker::kCustomer;
  std::string text;  ///< Redacted.
  Reading reading;

  bool operator==(const UtteranceSaid&) const = default;
};

struct CardAnswerGiven {
  std::string card_id;
  CardAnswer answer = CardAnswer::kUsed;

  bool operator==(const CardAnswerGiven&) const = default;
};

/// The agent chose a why from the library.
struct WhyChosen {
  std::string why_id;

  bool operator==(const WhyChosen&) const = default;
};

struct PromptPushed {
  Prompt prompt;

  bool operator==(const PromptPushed&) const = default;
};

/// A supervisor took a prompt back.
struct PromptRecalled {
  std::string prompt_id;

  bool operator==(const PromptRecalled&) const = default;
};

/// Who follows calls of this desk from now on: all of them, so that a lost event is mended by the next.
struct Watched {
  std::vector<Watcher> watchers;

  bool operator==(const Watched&) const = default;
};

struct WrapUpFinished {
  std::string call_id;

  bool operator==(const WrapUpFinished&) const = default;
};

/// The agent pinned a turn of the customer. Its words are those that the call remembers, so that a late redaction finds
/// all of them.
struct HeardPinned {
  std::string call_id;
  std::string utterance_id;

  bool operator==(const HeardPinned&) const = default;
};

/// The agent says that a call is heavy, or after all is not.
struct CallMarkedHeavy {
  std::string call_id;
  bool heavy = true;

  bool operator==(const CallMarkedHeavy&) const = default;
};

/// The agent did something for themselves.
struct OwnActed {
  OwnAct act;

  bool operator==(const OwnActed&) const = default;
};

/// A customer withdrew their story, or it expired: it leaves every desk.
struct StoryWithdrawn {
  std::string story_id;

  bool operator==(const StoryWithdrawn&) const = default;
};

/// The moment came that the desk wanted to be woken at.
struct WokeUp {
  bool operator==(const WokeUp&) const = default;
};

struct Event {
  std::string id;  ///< Unique; becomes the cause of the changes.
  absl::Time time;
  std::variant<CallReported, UtteranceSaid, CardAnswerGiven, WhyChosen, PromptPushed, WrapUpFinished, HeardPinned,
               CallMarkedHeavy, OwnActed, StoryWithdrawn, PromptRecalled, Watched, WokeUp>
      what;

  bool operator==(const Event&) const = default;
};

}  // namespace aandacht::domain
