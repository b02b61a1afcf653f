// The way to the service.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/net/login.h"

namespace grpc {
class Channel;
class Status;
}  // namespace grpc

namespace aandacht::net {

struct ChannelOptions {
  /// Silence after which an open stream is pinged. gRPC servers close connections that ping more often than every
  /// 5 minutes unless they allow it, so the default stays above that.
  absl::Duration keepalive = absl::Seconds(310);
  absl::Duration keepalive_timeout = absl::Seconds(20);  ///< An unanswered ping breaks the connection.
  absl::Duration first_reconnect = absl::Milliseconds(100);
  absl::Duration longest_reconnect = absl::Seconds(2);
  std::optional<Login> login;  ///< Absent: that of log_in().
  std::string agent = {};      ///< Not empty: rpcs that are for agents are called as this one, see Login::self.
};

/// Opens a channel to `address` ("127.0.0.1:7443"): to other machines with TLS, to this one without. Every rpc carries
/// the token of the login.
///
/// Returns at once; connects with the first call. Proxies of the environment, DNS service configurations and gRPC's own
/// retries are off. Safe to share between threads.
[[nodiscard]] std::shared_ptr<grpc::Channel> open_channel(const std::string& address,
                                                          const ChannelOptions& options = {});

/// The same code and message; gRPC's codes and Abseil's are numbered alike.
[[nodiscard]] absl::Status to_status(const grpc::Status& status);

}  // namespace aandacht::net
