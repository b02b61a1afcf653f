// The gRPC server.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/core.h"
#include "service/rpc/tls.h"
#include "shared/security/guard.h"

namespace aandacht::rpc {

struct ServerOptions {
  std::string address = "127.0.0.1:7443";        ///< As gRPC takes it; port 0: any free one.
  int largest_message = 4 * 1024 * 1024;         ///< Bytes.
  int memory = 256 * 1024 * 1024;                ///< Bytes that gRPC may use for all connections together.
  std::size_t in_flight = 256;                   ///< Unanswered utterances of one stream.
  absl::Duration keepalive = absl::Seconds(30);  ///< A quiet connection is asked whether it lives this often …
  absl::Duration keepalive_timeout = absl::Seconds(10);  ///< … and dropped after so long without an answer.
  TlsOptions tls;
  std::shared_ptr<security::Guard> guard;  ///< Null: tokens are off, whoever reaches the service may do everything.
};

/// Serves core with health (grpc.health.v1) and reflection. Safe to use from any thread.
class Server {
 public:
  /// `core` must outlive it. UNAVAILABLE: cannot listen there.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Server>> start(core::Core& core, const ServerOptions& options);

  virtual ~Server() = default;

  /// The address with the port that was really taken.
  [[nodiscard]] virtual const std::string& address() const = 0;

  /// Says NOT_SERVING, takes no more, answers what was taken, ends the streams with UNAVAILABLE and closes.
  /// What still runs after `limit` is cut off; nothing acknowledged is lost by that. Drains core with it.
  virtual void drain(absl::Duration limit) = 0;
};

}  // namespace aandacht::rpc
