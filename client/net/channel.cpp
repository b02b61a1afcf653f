#include "client/net/channel.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/grpcpp.h>

#include <mutex>

#include "client/net/credentials.h"

namespace aandacht::net {
namespace {

constexpr int kLongestMessage = 16 * 1024 * 1024;

int milliseconds(absl::Duration duration) { return static_cast<int>(absl::ToInt64Milliseconds(duration)); }

grpc::ChannelArguments lean(const ChannelOptions& options) {
  grpc::ChannelArguments arguments;
  arguments.SetLoadBalancingPolicyName("pick_first");
  arguments.SetMaxReceiveMessageSize(kLongestMessage);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, milliseconds(options.keepalive));
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, milliseconds(options.keepalive_timeout));
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, milliseconds(options.first_reconnect));
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, milliseconds(options.first_reconnect));
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, milliseconds(options.longest_reconnect));
  // Trying again is decided here, where it is known what carries an id.
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_SERVICE_CONFIG_DISABLE_RESOLUTION, 1);
  arguments.SetInt(GRPC_ARG_ENABLE_CHANNELZ, 0);
  arguments.SetInt(GRPC_ARG_HTTP2_BDP_PROBE, 0);
  return arguments;
}

std::mutex login_mutex;
std::optional<Login>& login_of_process() {
  static std::optional<Login> login;
  return login;
}

std::optional<Login> known_login() {
  const std::lock_guard lock(login_mutex);
  return login_of_process();
}

}  // namespace

void log_in(const Login& login) {
  const std::lock_guard lock(login_mutex);
  login_of_process() = login;
}

std::shared_ptr<grpc::Channel> open_channel(const std::string& address, const ChannelOptions& options) {
  std::optional<Login> login = options.login ? options.login : known_login();
  if (!login && is_own_machine(address))
    return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), lean(options));
  if (!login) login.emplace();
  if (!options.agent.empty()) {
    login->self.id = login->self.name = options.agent;
    login->agent_first = true;
  }
  return grpc::CreateCustomChannel(address, make_credentials(address, *login), lean(options));
}

absl::Status to_status(const grpc::Status& status) {
  if (status.ok()) {
    return absl::OkStatus();
  }
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
}

}  // namespace aandacht::net
