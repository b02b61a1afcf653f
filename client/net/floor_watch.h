// Follows the floor: a row for every desk.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "client/net/connection.h"
#include "client/net/watch_options.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// One desk as the floor shows it.
struct FloorRow {
  std::string agent_id;
  std::optional<domain::CallState> state;   ///< Absent between calls.
  absl::Time since = absl::InfinitePast();  ///< InfinitePast: before the first event.
  std::string call_id;                      ///< Empty between calls.
  std::string customer_name;                ///< Empty when unknown or between calls.
  domain::CallPhase phase = domain::CallPhase::kOpening;
  std::vector<double> sentiment_scores;  ///< -1 … +1, oldest first, at most 64.
  domain::Feeling feeling = domain::Feeling::kNeutral;
  int cards_shown = 0;
  int prompts_waiting = 0;
  std::optional<domain::CardKind> card;  ///< On screen.
  std::string team;                      ///< "" for who is in none.
  bool away = false;                     ///< No window of the agent is connected.
  std::vector<std::string> watchers;     ///< Names of who follows the call on screen.

  bool operator==(const FloorRow&) const = default;
};

/// What one message of the floor brings.
struct FloorUpdate {
  std::vector<FloorRow> rows;  ///< New or changed.
  bool complete = false;       ///< These are all rows: others are gone.
  absl::Time time;             ///< The service's, for durations.
};

/// Called one at a time on a thread of the watch: hand over and return. May be empty.
struct FloorHandlers {
  std::function<void(FloorUpdate)> on_update;  ///< The first after every (re)connect is complete.
  std::function<void(ConnectionState, const std::string& detail)> on_connection;
};

/// Holds the floor stream open and reconnects with backoff.
class FloorWatch {
 public:
  /// Starts at once; handlers may be called before this returns.
  ///
  /// \param teams  whose desks; empty: of all teams that the caller leads.
  FloorWatch(std::shared_ptr<grpc::Channel> channel, FloorHandlers handlers, WatchOptions options = {},
             const std::vector<std::string>& teams = {});

  /// Ends the stream. No handler runs any more when this returns; do not destroy from inside a handler.
  ~FloorWatch();

  FloorWatch(const FloorWatch&) = delete;
  FloorWatch& operator=(const FloorWatch&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aandacht::net
