#include "client/net/floor_watch.h"

#include <utility>

#include "aandacht/v1/floor.grpc.pb.h"
#include "client/net/watch_loop.h"
#include "shared/wire/check.h"
#include "shared/wire/enums.h"
#include "shared/wire/time.h"
#include "spdlog/spdlog.h"

namespace aandacht::net {
namespace {

absl::StatusOr<FloorRow> read_row(const v1::FloorRow& message) {
  wire::Check check;
  FloorRow row;
  row.agent_id = message.agent_id();
  row.state = wire::from_proto(message.state());
  row.since = check.time("since_time", message.has_since_time(), message.since_time(), absl::InfinitePast());
  row.call_id = message.call_id();
  row.customer_name = message.customer_name();
  row.phase = check.optional("phase", message.phase(), domain::CallPhase::kOpening);
  row.sentiment_scores.assign(message.sentiment_scores().begin(), message.sentiment_scores().end());
  row.feeling = check.optional("feeling", message.feeling(), domain::Feeling::kNeutral);
  row.cards_shown = message.cards_shown_count();
  row.prompts_waiting = message.prompts_waiting_count();
  row.card = wire::from_proto(message.card_kind());
  row.team = message.team_id();
  row.away = message.away();
  row.watchers.assign(message.watcher_names().begin(), message.watcher_names().end());
  return check.result(std::move(row));
}

absl::StatusOr<FloorUpdate> read_update(const v1::WatchFloorResponse& message) {
  wire::Check check;
  FloorUpdate update;
  update.rows = check.list("rows", message.rows(), &read_row);
  update.complete = message.complete();
  update.time = check.time("time", message.has_time(), message.time(), absl::InfinitePast());
  return check.result(std::move(update));
}

}  // namespace

class FloorWatch::Impl {
 public:
  Impl(const std::shared_ptr<grpc::Channel>& channel, FloorHandlers handlers, WatchOptions options,
       const std::vector<std::string>& teams)
      : stub_(v1::FloorService::NewStub(channel)), handlers_(std::move(handlers)) {
    for (const std::string& team : teams) request_.add_team_ids(team);
    loop_ = std::make_unique<WatchLoop<v1::WatchFloorResponse>>(hooks(), std::move(options));
  }

 private:
  WatchLoop<v1::WatchFloorResponse>::Hooks hooks() {
    return {
        .begin = [this](auto* context, auto* queue) { return stub_->PrepareAsyncWatchFloor(context, request_, queue); },
        .on_message = [this](const v1::WatchFloorResponse& response) { return take(response); },
        .on_connection = handlers_.on_connection};
  }

  absl::Status take(const v1::WatchFloorResponse& response) {
    absl::StatusOr<FloorUpdate> update = read_update(response);
    if (!update.ok()) {
      spdlog::error("floor stream: {}", update.status().ToString());
      return absl::InternalError(update.status().message());
    }
    if (handlers_.on_update) {
      handlers_.on_update(*std::move(update));
    }
    return absl::OkStatus();
  }

  std::unique_ptr<v1::FloorService::Stub> stub_;
  const FloorHandlers handlers_;
  v1::WatchFloorRequest request_;  // Not changed after the constructor.
  std::unique_ptr<WatchLoop<v1::WatchFloorResponse>> loop_;
};

FloorWatch::FloorWatch(std::shared_ptr<grpc::Channel> channel, FloorHandlers handlers, WatchOptions options,
                       const std::vector<std::string>& teams)
    : impl_(std::make_unique<Impl>(channel, std::move(handlers), std::move(options), teams)) {}

FloorWatch::~FloorWatch() = default;

}  // namespace aandacht::net
