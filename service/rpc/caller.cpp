#include "service/rpc/caller.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace aandacht::rpc {
namespace {

// "ipv4:127.0.0.1:41234" without the port.
std::string stranger(const std::string& peer) {
  const std::size_t family = peer.find(':');
  const std::size_t port = peer.rfind(':');
  if (family == std::string::npos || port <= family || absl::StartsWith(peer, "unix")) return "unknown@local";
  return absl::StrCat("unknown@", peer.substr(family + 1, port - family - 1));
}

}  // namespace

security::Caller caller_of(const grpc::ServerContextBase& context) {
  const std::string who = stranger(context.peer());
  return {who, who, std::nullopt, {}};
}

}  // namespace aandacht::rpc
