// The connection's state, from the network's words to the window's.
#pragma once

#include "absl/status/status.h"
#include "client/model/connection.h"
#include "client/net/connection.h"

namespace aandacht::app {

[[nodiscard]] model::ConnectionState shown(net::ConnectionState state);

/// A token of another role is told as such, not as one that is no longer taken.
[[nodiscard]] model::ConnectionState shown_to_supervisor(net::ConnectionState state);

/// How it stands after an rpc that was answered so. A step that is not permitted says nothing of the connection.
[[nodiscard]] model::ConnectionState shown_after(const absl::Status& status);

}  // namespace aandacht::app
