// The connection's state, from the network's words to the window's.
#pragma once

#include "client/model/connection.h"
#include "client/net/connection.h"

namespace aandacht::app {

[[nodiscard]] model::ConnectionState shown(net::ConnectionState state);

}  // namespace aandacht::app
