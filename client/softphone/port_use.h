// Who uses a TCP port of this machine, found out without connecting to it.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace aandacht::softphone {

struct PortUse {
  bool listening = false;
  int clients = 0;  ///< Connections that are open at the listener's side.

  bool operator==(const PortUse&) const = default;
};

/// Looks at a port; nullopt when that cannot be known.
using PortProbe = std::function<std::optional<PortUse>(int port)>;

/// Counts the rows of one /proc/net/tcp or tcp6 for a port (proc(5): local address, state 0A listens, 01 is open).
void count_port_use(const std::string& table, int port, PortUse& use);

/// The probe of the machine itself: /proc/net/tcp and tcp6. nullopt where they do not exist.
[[nodiscard]] std::optional<PortUse> look_at_local_port(int port);

}  // namespace aandacht::softphone
