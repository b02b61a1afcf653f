// How a channel proves who calls and whom it calls; for the .cpp files of this folder.
#pragma once

#include <grpcpp/security/credentials.h>

#include <memory>
#include <string>

#include "client/net/login.h"

namespace aandacht::net {

/// Whether only this machine is reached by the address: then nothing is encrypted, unless the login names a `ca`.
[[nodiscard]] bool is_own_machine(const std::string& address);

/// Carries the token of the login with every rpc; over the network inside TLS only.
[[nodiscard]] std::shared_ptr<grpc::ChannelCredentials> make_credentials(const std::string& address,
                                                                         const Login& login);

}  // namespace aandacht::net
