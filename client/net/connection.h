// How a connection to the service stands, for people and for whoever draws it.
#pragma once

namespace aandacht::net {

enum class ConnectionState {
  kConnecting,    ///< The first attempt, or another one, is under way.
  kConnected,     ///< The service answered and what is shown is current.
  kDisconnected,  ///< The service is away; another attempt follows by itself.
  kRefused,       ///< The service said no (unknown agent, bad name); tried again, but slowly.
};

}  // namespace aandacht::net
