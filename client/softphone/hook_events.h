// Call events from a softphone that runs a command: by arguments, or by the environment that Twinkle sets.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "shared/domain/event.h"

namespace aandacht::softphone {

/// The words on the command line: `call ringing --id X --from +31… --name "…"`.
struct HookArguments {
  std::string event;  ///< "ringing", "answered", "held", "resumed" or "ended".
  std::string id;     ///< Empty when the softphone has none (MicroSIP): see hook_calls.h.
  std::string from;   ///< A number or a SIP address; empty when withheld or not known.
  std::string name;
  std::string direction;  ///< "incoming" (also when empty) or "outgoing".
  std::string queue;
  std::string language;  ///< BCP 47.
};

/// The report they make; its `call_id` is empty when no id was given.
///
/// INVALID_ARGUMENT says which word is wrong: an unknown event or direction, or an id that is over 256 bytes or not
/// printable. Names and numbers are repaired and shortened instead: a call must not be lost for a bad name.
[[nodiscard]] absl::StatusOr<domain::CallReported> report_from_arguments(const HookArguments& arguments);

/// Reads one variable of the environment; nullopt when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// The environment of this process.
[[nodiscard]] std::optional<std::string> process_environment(const std::string& name);

/// The report that Twinkle's variables make (TWINKLE_TRIGGER, SIP_CALL_ID, SIP_FROM, SIP_TO, …).
///
/// A release names its own sender in SIP_FROM, which may be the agent, so an end carries no number: calls are joined by
/// SIP_CALL_ID. Twinkle starts no script for hold.
/// NOT_FOUND: TWINKLE_TRIGGER is not set: Twinkle did not start this. INVALID_ARGUMENT: an unknown trigger, or no
/// SIP_CALL_ID.
[[nodiscard]] absl::StatusOr<domain::CallReported> report_from_twinkle(const Environment& environment);

}  // namespace aandacht::softphone
