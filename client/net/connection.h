// How a connection to the service stands, for people and for whoever draws it.
#pragma once

namespace aandacht::net {

enum class ConnectionState {
  kConnecting,    ///< The first attempt is under way.
  kConnected,     ///< The service answered and what is shown is current.
  kDisconnected,  ///< The service is away; attempts follow by themselves until kConnected or a refusal.
  kRefused,       ///< The service said no (unknown agent, bad name); tried again, but slowly.
  kExpired,       ///< The same because of the token: it is not taken (any more).
  kForbidden,     ///< The same because the token is taken and does not permit this.
  kOtherVersion,  ///< The same because the service does not know the request, or its answer cannot be understood.
};

/// The service was reached and said no, for whatever reason.
[[nodiscard]] constexpr bool is_refusal(ConnectionState state) {
  return state == ConnectionState::kRefused || state == ConnectionState::kExpired ||
         state == ConnectionState::kForbidden || state == ConnectionState::kOtherVersion;
}

}  // namespace aandacht::net
