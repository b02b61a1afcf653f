#include "client/net/desk_watch.h"

#include <cstdint>
#include <utility>

#include "aandacht/v1/desk.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "client/net/watch_loop.h"
#include "shared/wire/desk.h"
#include "shared/wire/fatigue_rules.h"
#include "shared/wire/time.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {

class DeskWatch::Impl {
 public:
  Impl(const std::shared_ptr<grpc::Channel>& channel, std::string agent_id, DeskHandlers handlers, WatchOptions options)
      : stub_(v1::DeskService::NewStub(channel)), handlers_(std::move(handlers)) {
    request_.set_agent_id(std::move(agent_id));
    loop_ = std::make_unique<WatchLoop<v1::WatchDeskResponse>>(hooks(), std::move(options));
  }

 private:
  WatchLoop<v1::WatchDeskResponse>::Hooks hooks() {
    return {.begin =
                [this](auto* context, auto* queue) {
                  version_ = kNone;
                  return stub_->PrepareAsyncWatchDesk(context, request_, queue);
                },
            .on_message = [this](const v1::WatchDeskResponse& response) { return take(response); },
            .on_connection = handlers_.on_connection};
  }

  absl::Status take(const v1::WatchDeskResponse& response) {
    switch (response.content_case()) {
      case v1::WatchDeskResponse::kDesk:
        return take_desk(response);
      case v1::WatchDeskResponse::kUpdate:
        return take_update(response.update());
      case v1::WatchDeskResponse::CONTENT_NOT_SET:
        return absl::OkStatus();  // From a newer service.
    }
    return absl::OkStatus();
  }

  absl::Status take_desk(const v1::WatchDeskResponse& response) {
    absl::StatusOr<domain::Desk> desk = wire::from_proto(response.desk());
    if (!desk.ok()) {
      spdlog::error("desk stream: {}", desk.status().ToString());
      return absl::UnimplementedError(desk.status().message());  // Of another version, or it would be understood.
    }
    version_ = desk->version;
    if (response.has_fatigue_rules()) take_rules(response.fatigue_rules());
    // An older service does not tell; then the latest event is the nearest that is known.
    absl::Time now = desk->time;
    if (response.has_time()) now = wire::from_proto(response.time()).value_or(now);
    if (handlers_.on_desk) {
      handlers_.on_desk(*std::move(desk), now);
    }
    return absl::OkStatus();
  }

  // A table that cannot be used costs nobody the desk.
  void take_rules(const v1::FatigueRules& message) {
    absl::StatusOr<domain::FatigueRules> rules = wire::from_proto(message);
    if (!rules.ok()) return spdlog::warn("the service's table of what tires: {}", rules.status().ToString());
    if (handlers_.on_fatigue_rules) handlers_.on_fatigue_rules(*std::move(rules));
  }

  absl::Status take_update(const v1::DeskUpdate& message) {
    if (version_ == kNone || message.version() != version_ + 1) {
      return absl::AbortedError(absl::StrCat("version ", message.version(), " came after ", version_));
    }
    absl::StatusOr<domain::DeskUpdate> update = wire::from_proto(message);
    if (!update.ok()) {
      spdlog::error("desk stream: {}", update.status().ToString());
      return absl::InternalError(update.status().message());
    }
    version_ = update->version;
    if (handlers_.on_update) {
      handlers_.on_update(*std::move(update));
    }
    return absl::OkStatus();
  }

  static constexpr std::int64_t kNone = -1;

  std::unique_ptr<v1::DeskService::Stub> stub_;
  const DeskHandlers handlers_;
  v1::WatchDeskRequest request_;
  std::int64_t version_ = kNone;  // Touched by one attempt at a time.
  std::unique_ptr<WatchLoop<v1::WatchDeskResponse>> loop_;
};

DeskWatch::DeskWatch(std::shared_ptr<grpc::Channel> channel, std::string agent_id, DeskHandlers handlers,
                     WatchOptions options)
    : impl_(std::make_unique<Impl>(channel, std::move(agent_id), std::move(handlers), std::move(options))) {}

DeskWatch::~DeskWatch() = default;

}  // namespace aandacht::net
