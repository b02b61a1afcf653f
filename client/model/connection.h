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

struct Connection {
  ConnectionState state = ConnectionState::kConnecting;
  std::string server;         ///< Address, for the person who helps; may be empty.
  int pending = 0;            ///< Answers and reports that are kept and not acknowledged yet.
  std::string phone_trouble;  ///< Why the softphone cannot be followed; empty when it can or none is asked for.

  bool operator==(const Connection&) const = default;
};

}  // namespace aandacht::model
