// What a service needs to be reached by other machines.
#pragma once

#include <string>

namespace aandacht::rpc {

/// Empty: no encryption, for the machine itself.
struct TlsOptions {
  std::string certificate;  ///< PEM, the chain from the service's own certificate on.
  std::string key;          ///< PEM.
  std::string client_ca;    ///< PEM; who presents a client certificate must have it of one of these. May be empty.
};

}  // namespace aandacht::rpc
