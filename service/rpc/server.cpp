#include "service/rpc/server.h"

#include <grpc/support/time.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "service/rpc/guard.h"
#include "service/rpc/services.h"
#include "service/rpc/streams.h"

namespace aandacht::rpc {
namespace {

int milliseconds(absl::Duration duration) { return static_cast<int>(absl::ToInt64Milliseconds(duration)); }

void set_limits(grpc::ServerBuilder& builder, const ServerOptions& options) {
  builder.SetMaxReceiveMessageSize(options.largest_message);
  builder.SetResourceQuota(grpc::ResourceQuota("aandachtd").Resize(static_cast<std::size_t>(options.memory)));
  // Two services on one port would share the calls between two stores.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, milliseconds(options.keepalive));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, milliseconds(options.keepalive_timeout));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  // Clients may ask as often as the service does without being taken for an attack.
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             milliseconds(options.keepalive) / 2);
}

// "127.0.0.1:0" with the port that was taken; a unix socket has none.
std::string with_port(const std::string& address, int port) {
  const std::size_t colon = address.rfind(':');
  if (absl::string_view(address).substr(0, 5) == "unix:" || colon == std::string::npos) return address;
  return absl::StrCat(address.substr(0, colon), ":", port);
}

class GrpcServer final : public Server {
 public:
  GrpcServer(core::Core& core, const ServerOptions& options) : core_(core) {
    services_.push_back(make_desk_service(core, streams_));
    services_.push_back(make_call_service(core));
    services_.push_back(make_transcript_service(core, streams_, options.in_flight));
    services_.push_back(make_floor_service(core, streams_));
    services_.push_back(make_library_service(core));
    services_.push_back(make_record_service(core));
    services_.push_back(make_own_service(core, streams_));
    services_.push_back(make_habit_service(core));
    services_.push_back(make_story_service(core));
    services_.push_back(make_energy_service(core));
    services_.push_back(make_editing_service(core, streams_));
    services_.push_back(make_report_service(core));
    services_.push_back(make_export_service(core, streams_));
    services_.push_back(make_journey_service(core));
    services_.push_back(make_alert_service(core, streams_));
    services_.push_back(make_sign_service(core));
    services_.push_back(make_why_check_service(core));
    services_.push_back(make_prompt_service(core, streams_));
  }

  ~GrpcServer() override { drain(absl::ZeroDuration()); }

  absl::Status listen(const ServerOptions& options) {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort(options.address, make_credentials(options.address, options.tls, options.guard), &port);
    if (options.guard != nullptr) {
      call_watch_ = std::make_unique<CallWatch>(options.guard);
      call_watch_->add_to(builder);
    }
    set_limits(builder, options);
    for (const std::unique_ptr<grpc::Service>& service : services_) builder.RegisterService(service.get());
    server_ = builder.BuildAndStart();
    if (server_ == nullptr) return absl::UnavailableError(absl::StrCat("cannot listen on ", options.address));
    address_ = with_port(options.address, port);
    return absl::OkStatus();
  }

  const std::string& address() const override { return address_; }

  void drain(absl::Duration limit) override {
    const std::lock_guard lock(draining_);
    if (server_ == nullptr || std::exchange(drained_, true)) return;
    if (auto* health = server_->GetHealthCheckService()) health->SetServingStatus(false);
    core_.stop_taking();
    streams_.end_all(absl::UnavailableError("the service is stopping; open the stream again"));
    core_.drain();
    // A span, which gRPC counts on its own steady clock: a wall clock that is set does not matter.
    server_->Shutdown(gpr_time_from_millis(milliseconds(limit), GPR_TIMESPAN));
    server_->Wait();
  }

 private:
  core::Core& core_;
  Streams streams_;
  std::vector<std::unique_ptr<grpc::Service>> services_;
  std::unique_ptr<CallWatch> call_watch_;  // Outlives the server.
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
  std::mutex draining_;
  bool drained_ = false;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::start(core::Core& core, const ServerOptions& options) {
  auto server = std::make_unique<GrpcServer>(core, options);
  if (absl::Status status = server->listen(options); !status.ok()) return status;
  return server;
}

}  // namespace aandacht::rpc
