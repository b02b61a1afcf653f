// What any softphone tells, whichever way it is reached.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "shared/domain/event.h"

namespace aandacht::softphone {

enum class CallEventKind {
  kRinging,  ///< With direction outgoing: at the far end.
  kAnswered,
  kHeld,  ///< By the agent, or by the far end where the softphone tells.
  kResumed,
  kEnded,    ///< Also when it was never answered.
  kUnknown,  ///< The softphone cannot be asked: the call may run on. A later event says how it stands.
};

/// Who ended a call.
enum class EndedBy { kUnknown, kAgent, kFarEnd };

struct CallEvent {
  std::string call_id;  ///< The softphone's (SIP Call-ID).
  CallEventKind kind = CallEventKind::kUnknown;
  std::string number;  ///< User part of the far end's address, as it was sent; empty when withheld or not known.
  std::string name;    ///< Display name, unescaped; may be empty.
  domain::CallDirection direction = domain::CallDirection::kIncoming;
  absl::Time time;
  EndedBy ended_by = EndedBy::kUnknown;  ///< Of kEnded.

  bool operator==(const CallEvent&) const = default;
};

/// How the way to the softphone stands.
enum class PhoneState {
  kConnecting,
  kConnected,
  kTakenOver,    ///< Another program took the connection: waiting until it lets go, not fighting for it.
  kUnreachable,  ///< Nobody listens there (any more); tried again.
  kFaulty,       ///< What came was not understood; connected anew.
};

/// What an agent can ask a softphone to do with the current call.
enum class PhoneAction { kAnswer, kHold, kResume, kHangUp };

/// Called one at a time on the adapter's own thread: hand over and return. May be empty.
struct PhoneHandlers {
  std::function<void(const CallEvent&)> on_call;
  std::function<void(PhoneState, const std::string& detail)> on_state;  ///< `detail`: one sentence for a person.
};

/// A running adapter; it stops when destroyed, and no handler runs after that.
class Softphone {
 public:
  virtual ~Softphone() = default;

  /// Asks for something; what comes of it is told by events. Lost when not connected. From any thread.
  virtual void ask(PhoneAction action) = 0;

  /// For so long from now every call that comes in is refused at once and not told of; zero ends that. A call that is
  /// answered nevertheless, or that does not let itself be refused, is told as any other. Nothing is changed at the
  /// softphone itself: when this program dies its calls ring again. From any thread.
  virtual void hold_off(absl::Duration span) = 0;
};

/// The report that the service takes; nullopt for kUnknown, which is nothing that happened.
[[nodiscard]] std::optional<domain::CallReported> to_report(const CallEvent& event);

}  // namespace aandacht::softphone
