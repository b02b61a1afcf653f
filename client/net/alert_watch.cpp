#include <utility>

#include "aandacht/v1/alerts.grpc.pb.h"
#include "client/net/alerts.h"
#include "client/net/watch_loop.h"
#include "shared/wire/alerts.h"
#include "shared/wire/time.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {

class AlertWatch::Impl {
 public:
  Impl(const std::shared_ptr<grpc::Channel>& channel, AlertHandlers handlers, WatchOptions options)
      : stub_(v1::AlertService::NewStub(channel)), handlers_(std::move(handlers)) {
    loop_ = std::make_unique<WatchLoop<v1::WatchAlertsResponse>>(hooks(), std::move(options));
  }

 private:
  WatchLoop<v1::WatchAlertsResponse>::Hooks hooks() {
    return {.begin = [this](auto* context,
                            auto* queue) { return stub_->PrepareAsyncWatchAlerts(context, request_, queue); },
            .on_message = [this](const v1::WatchAlertsResponse& response) { return take(response); },
            .on_connection = handlers_.on_connection};
  }

  absl::Status take(const v1::WatchAlertsResponse& response) {
    AlertUpdate update;
    update.complete = response.complete();
    const absl::StatusOr<absl::Time> time = wire::from_proto(response.time());
    update.time = time.ok() ? *time : absl::InfinitePast();
    for (const v1::Alert& each : response.alerts()) {
      absl::StatusOr<domain::Alert> alert = wire::from_proto(each);
      if (!alert.ok()) {
        spdlog::error("stream of alerts: {}", alert.status().ToString());
        return absl::InternalError(alert.status().message());
      }
      update.alerts.push_back(*std::move(alert));
    }
    if (handlers_.on_update) handlers_.on_update(std::move(update));
    return absl::OkStatus();
  }

  std::unique_ptr<v1::AlertService::Stub> stub_;
  const AlertHandlers handlers_;
  const v1::WatchAlertsRequest request_;
  std::unique_ptr<WatchLoop<v1::WatchAlertsResponse>> loop_;
};

AlertWatch::AlertWatch(std::shared_ptr<grpc::Channel> channel, AlertHandlers handlers, WatchOptions options)
    : impl_(std::make_unique<Impl>(channel, std::move(handlers), std::move(options))) {}

AlertWatch::~AlertWatch() = default;

}  // namespace aandacht::net
