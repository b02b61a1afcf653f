// The guard on the wire: every rpc passes it, whatever its service.
#pragma once

#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>

#include <memory>
#include <string>

#include "service/rpc/tls.h"
#include "shared/security/guard.h"

namespace aandacht::rpc {

/// Credentials to listen on `address` with. With a guard every rpc but health needs a token that it takes.
///
/// \param guard  null: whoever reaches the service may do everything.
[[nodiscard]] std::shared_ptr<grpc::ServerCredentials> make_credentials(const std::string& address,
                                                                        const TlsOptions& tls,
                                                                        const std::shared_ptr<security::Guard>& guard);

/// Keeps an eye on the calls that were let in: the token is taken away before a handler sees the call, who calls is put
/// in its place, and a call whose token expires or is revoked is cut off within about `kLook`.
class CallWatch {
 public:
  static constexpr int kLookSeconds = 5;

  /// Has the server that is built tell about its calls. With a guard only; must outlive the server.
  explicit CallWatch(std::shared_ptr<security::Guard> guard);
  ~CallWatch();
  CallWatch(const CallWatch&) = delete;
  CallWatch& operator=(const CallWatch&) = delete;

  void add_to(grpc::ServerBuilder& builder);

  class Calls;

 private:
  std::shared_ptr<Calls> calls_;
};

}  // namespace aandacht::rpc
