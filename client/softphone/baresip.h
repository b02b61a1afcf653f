// A baresip softphone reached over its ctrl_tcp module.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/softphone/port_use.h"
#include "client/softphone/softphone.h"
#include "shared/base/clock.h"

namespace aandacht::softphone {

/// Where baresip listens.
struct BaresipAddress {
  std::string host = "127.0.0.1";  ///< An IPv4 address or "localhost": baresip's control port belongs on loopback.
  int port = 4444;
};

/// Reads "HOST:PORT". INVALID_ARGUMENT says what is wrong.
[[nodiscard]] absl::StatusOr<BaresipAddress> parse_baresip_address(const std::string& text);

struct BaresipOptions {
  absl::Duration connect_timeout = absl::Seconds(5);
  absl::Duration answer_timeout = absl::Seconds(5);     ///< Of one command.
  absl::Duration first_wait = absl::Milliseconds(300);  ///< Before a new attempt; doubles …
  absl::Duration longest_wait = absl::Seconds(10);      ///< … up to this.
  absl::Duration taken_over_wait = absl::Seconds(3);    ///< Between looks whether the other program let go.
  absl::Duration stable_after = absl::Seconds(30);      ///< A connection that held this long starts the waits anew.
  PortProbe probe = look_at_local_port;                 ///< Of a port on loopback.
};

/// Connects, follows the calls and connects anew, in one thread that sleeps while nothing happens.
///
/// baresip serves one client: a second connection throws the first out without a word. So after a connection broke this
/// looks who uses the port before it connects again: while another program does, the state is kTakenOver and it waits.
/// Where nobody can look (probe gives nullopt) the waits alone keep two programs from chasing each other.
/// `clock` must outlive the adapter.
[[nodiscard]] std::unique_ptr<Softphone> start_baresip(BaresipAddress address, PhoneHandlers handlers,
                                                       const base::Clock& clock, BaresipOptions options = {});

}  // namespace aandacht::softphone
