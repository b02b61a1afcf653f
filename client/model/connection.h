// The connection to the service, as the window tells of it.
#pragma once

#include <string>

namespace aandacht::model {

enum class ConnectionState {
  kConnecting,
  kConnected,
  kLost,          ///< The service is away; it is tried again by itself.
  kRefused,       ///< The service said no: it does not know this agent.
  kExpired,       ///< The service no longer takes the token, or it does not permit this desk.
  kOtherVersion,  ///< The service is of a version that cannot be talked to.
};

/// What is wrong with setting the softphone to not-ready for a reset.
enum class ReadyTrouble {
  kNone,
  kNotTaken,    ///< It is still ready: calls may come.
  kReadyFails,  ///< It cannot be set to ready again yet; tried by itself.
};

struct Connection {
  ConnectionState state = ConnectionState::kConnecting;
  std::string server;         ///< Address, for the person who helps; may be empty.
  int pending = 0;            ///< Answers and reports that are kept and not acknowledged yet.
  std::string phone_trouble;  ///< Why the softphone cannot be followed; empty when it can or none is asked for.
  ReadyTrouble ready_trouble = ReadyTrouble::kNone;

  bool operator==(const Connection&) const = default;
};

}  // namespace aandacht::model
