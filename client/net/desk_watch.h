// Follows one agent's desk.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "client/net/connection.h"
#include "client/net/watch_options.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"
#include "shared/domain/fatigue.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// What a watch tells. Called one at a time on a thread of the watch: hand over and return. May be empty.
struct DeskHandlers {
  /// The whole desk, at the start and after every reconnect; `now`: the desk's time when the service sent it.
  std::function<void(domain::Desk, absl::Time now)> on_desk;
  /// What the service counts fatigue with, right before each `on_desk`; not called when it does not tell.
  std::function<void(domain::FatigueRules)> on_fatigue_rules;
  std::function<void(domain::DeskUpdate)> on_update;  ///< In order of version, without gaps since the last desk.
  std::function<void(ConnectionState, const std::string& detail)> on_connection;  ///< `detail`: for a log.
};

/// Holds the desk stream open: reconnects with backoff and asks for the whole desk again when a version is missing.
class DeskWatch {
 public:
  /// Starts at once; handlers may be called before this returns.
  DeskWatch(std::shared_ptr<grpc::Channel> channel, std::string agent_id, DeskHandlers handlers,
            WatchOptions options = {});

  /// Ends the stream. No handler runs any more when this returns; do not destroy from inside a handler.
  ~DeskWatch();

  DeskWatch(const DeskWatch&) = delete;
  DeskWatch& operator=(const DeskWatch&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aandacht::net
