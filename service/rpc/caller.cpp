#include "service/rpc/caller.h"

#include <google/protobuf/descriptor.h>

#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/rpc/called.h"
#include "shared/security/access.h"

namespace aandacht::rpc {
namespace {

// "ipv4:127.0.0.1:41234" without the port.
std::string stranger(const std::string& peer) {
  const std::size_t family = peer.find(':');
  const std::size_t port = peer.rfind(':');
  if (family == std::string::npos || port <= family || absl::StartsWith(peer, "unix")) return "unknown@local";
  return absl::StrCat("unknown@", peer.substr(family + 1, port - family - 1));
}

std::string_view metadata(const grpc::ServerContextBase& context, std::string_view key) {
  const auto& all = context.client_metadata();
  const auto found = all.find({key.data(), key.size()});
  return found == all.end() ? std::string_view() : std::string_view(found->second.data(), found->second.size());
}

}  // namespace

security::Caller caller_of(const grpc::ServerContextBase& context) {
  if (metadata(context, called_keys().rpc).empty()) {
    const std::string who = stranger(context.peer());
    return {who, who, std::nullopt, {}};
  }
  const std::string_view caller = metadata(context, called_keys().caller);
  // Revoked since the guard looked: an agent of no name, to whom nothing belongs.
  if (caller.size() != sizeof(security::Caller)) return {"", "", security::Role::kAgent, {}};
  return *reinterpret_cast<const security::Caller*>(caller.data());
}

std::string known_as(const security::Caller& caller) {
  return caller.name == caller.id ? caller.id : absl::StrCat(caller.name, " (", caller.id, ")");
}

absl::Status check_request(const grpc::ServerContextBase& context, const google::protobuf::Message& request) {
  const std::string_view rpc = metadata(context, called_keys().rpc);
  if (rpc.empty()) return absl::OkStatus();
  const security::Caller caller = caller_of(context);
  if (caller.id.empty()) return absl::UnauthenticatedError("this token was revoked; ask for a new one");
  const google::protobuf::FieldDescriptor* field = request.GetDescriptor()->FindFieldByName("agent_id");
  if (field == nullptr || field->is_repeated() ||
      field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_STRING) {
    return absl::OkStatus();
  }
  return security::check_subject(caller, rpc, request.GetReflection()->GetString(request, field));
}

bool may_see(const security::Caller& caller, const std::string& agent_id, const core::Teams& teams) {
  if (!caller.role) return true;
  switch (*caller.role) {
    case security::Role::kAgent:
      return agent_id == caller.id;
    case security::Role::kSupervisor:
      return security::leads(caller, teams.of(agent_id));
    case security::Role::kIntegrator:
    case security::Role::kAdministrator:
      return true;
  }
  return false;
}

bool may_see_version(const security::Caller& caller) { return !caller.role || *caller.role == security::Role::kAgent; }

}  // namespace aandacht::rpc
