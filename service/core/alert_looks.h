// That a supervisor saw words of calls through alerts, in the trail that the agents read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/writer.h"

namespace aandacht::core {

/// One look at words of the calls of these agents.
struct AlertLook {
  std::vector<std::string> agents;
  std::string who;       ///< As the trail names them.
  std::string what;      ///< A stable key and an id.
  absl::Duration quiet;  ///< The same again within this time is not written.
};

/// Alerts shown live: one line for each agent, supervisor and day, "alerts 2026-11-22".
[[nodiscard]] AlertLook live_look(std::vector<std::string> agents, std::string who, absl::CivilDay day);

/// A trial of a rule: one line for each agent, supervisor and rule within the hour, "alert trial RULE".
[[nodiscard]] AlertLook trial_look(std::vector<std::string> agents, std::string who, const std::string& rule_id);

/// Within a transaction. The store's failures, noted in the batch.
[[nodiscard]] absl::Status write_look(Batch& batch, const AlertLook& look);

/// In a transaction of its own; `done` gets what came of it, in the writer's thread, or at once when it is refused.
void note_look(Writer& writer, AlertLook look, std::function<void(const absl::Status&)> done);

/// Waits for it. Not in the writer's thread.
[[nodiscard]] absl::Status note_look_first(Writer& writer, AlertLook look);

}  // namespace aandacht::core
