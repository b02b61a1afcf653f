// How a connection to the service stands, for people and for whoever draws it.
#pragma once

namespace aandacht::net {

enum class ConnectionState {
  kConnecting,    ///< The first attempt is under way.
  kConnected,     ///< The service answered and what is shown is current.
  kDisconnected,  ///< The service is away; attempts follow by themselves until kConnected or kRefused.
  kRefused,       ///< The service said no (unknown agent, bad name); tried again, but slowly.
};

}  // namespace aandacht::net
