// Ids for calls of softphones that give none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "shared/domain/event.h"

namespace aandacht::softphone {

/// A call that was given an id here.
struct HookCall {
  std::string id;
  std::string number;
  domain::CallEvent began_with = domain::CallEvent::kRinging;
  absl::Time began;
  absl::Time ended = absl::InfiniteFuture();  ///< InfiniteFuture: not yet.

  bool operator==(const HookCall&) const = default;
};

/// The id of the call that a report without one belongs to; `calls` is brought up to date.
///
/// The rule, since every report comes from a process of its own and may overtake another:
///  - "ringing" begins a call, unless one of the same number began less than 2 minutes ago and has not ended: then it
///  is
///    that call, ringing on or answered before we heard it ring. Nor does it begin one within 5 seconds of an end of a
///    call that we never heard ring: then it is that call's late ringing.
///  - "answered", "held" and "resumed" belong to the newest call of that number that has not ended and began less than
///    12 hours ago; without one they begin a call.
///  - "ended" belongs likewise, or to the call of that number that ended less than 5 seconds ago (told twice); without
///    either it begins a call that has ended.
/// A withheld number counts as a number. The id is "hook-", the number's digits and the moment that the call began.
[[nodiscard]] std::string assign_call_id(std::vector<HookCall>& calls, const std::string& number,
                                         domain::CallEvent event, absl::Time now);

/// As assign_call_id, with the calls in a small file that processes share under a lock; calls older than 12 hours and
/// all but the newest 32 are forgotten. A file that cannot be read is begun anew.
///
/// UNAVAILABLE: the file cannot be written.
[[nodiscard]] absl::StatusOr<std::string> assign_call_id_in(const std::filesystem::path& file,
                                                            const std::string& number, domain::CallEvent event,
                                                            absl::Time now);

/// state_folder()/hook-calls.json.
[[nodiscard]] std::filesystem::path default_hook_calls_file();

}  // namespace aandacht::softphone
