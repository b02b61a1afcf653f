// What the store's methods about alerts give, beside the domain's own values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/domain/event.h"

namespace aandacht::store {

/// An event with its place in the log.
struct LoggedEvent {
  std::int64_t place = 0;
  std::string agent_id;
  domain::Event event;
};

/// Some events of the log in their order.
struct LogPage {
  std::vector<LoggedEvent> events;
  std::int64_t last = 0;  ///< Where to go on; 0: this was the end.
};

/// A stretch of the log: after `after`, up to and with `last`.
struct LogSpan {
  std::int64_t after = 0;
  std::int64_t last = 0;
};

}  // namespace aandacht::store
