// What baresip's commands `listcalls` and `callstat` print, read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/call.h"

namespace aandacht::softphone {

/// One line of `listcalls`.
struct ListedCall {
  bool current = false;
  bool established = false;  ///< False: it rings, here or at the far end.
  bool held = false;         ///< By the agent; a hold by the far end does not show.
  std::string uri;           ///< The far end's.

  bool operator==(const ListedCall&) const = default;
};

/// Lines that are not understood are passed over. Colours of a terminal are ignored.
[[nodiscard]] std::vector<ListedCall> read_listcalls(std::string_view text);

/// What `callstat` says of the current call.
struct CallStat {
  std::string id;
  std::string uri;
  std::string name;
  domain::CallDirection direction = domain::CallDirection::kIncoming;

  bool operator==(const CallStat&) const = default;
};

/// `id` is empty when there is no current call or the text was not understood.
[[nodiscard]] CallStat read_callstat(std::string_view text);

}  // namespace aandacht::softphone
