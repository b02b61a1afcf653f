#include "aandacht/v1/floor.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/watch_stream.h"
#include "shared/wire/enums.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

v1::FloorRow to_proto(const core::FloorRow& row) {
  v1::FloorRow message;
  message.set_agent_id(row.agent_id);
  if (row.state) message.set_state(wire::to_proto(*row.state));
  if (wire::is_finite(row.since)) *message.mutable_since_time() = wire::to_proto(row.since);
  message.set_customer_name(row.customer_name);
  if (row.phase) message.set_phase(wire::to_proto(*row.phase));
  for (const double score : row.scores) message.add_sentiment_scores(score);
  if (row.feeling) message.set_feeling(wire::to_proto(*row.feeling));
  message.set_cards_shown_count(row.cards_shown);
  message.set_prompts_waiting_count(row.prompts_waiting);
  if (row.card_kind) message.set_card_kind(wire::to_proto(*row.card_kind));
  message.set_call_id(row.call_id);
  return message;
}

v1::WatchFloorResponse to_response(const core::FloorWatch::Rows& rows, absl::Time now) {
  v1::WatchFloorResponse response;
  for (const core::FloorRow& row : rows.rows) *response.add_rows() = to_proto(row);
  response.set_complete(rows.complete);
  *response.mutable_time() = wire::to_proto(now);
  return response;
}

absl::StatusOr<core::PushPrompt> from_proto(const v1::PushPromptRequest& request) {
  core::PushPrompt prompt{request.prompt_id(),  {request.agent_ids().begin(), request.agent_ids().end()},
                          request.supervisor(), request.text(),
                          request.reason(),     request.urgent()};
  if (request.has_time_to_live()) {
    const absl::StatusOr<absl::Duration> time_to_live = wire::from_proto(request.time_to_live());
    if (!time_to_live.ok())
      return absl::InvalidArgumentError("time_to_live " + std::string(time_to_live.status().message()));
    prompt.time_to_live = *time_to_live;
  }
  return prompt;
}

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::FloorService::WithRawCallbackMethod_PushPrompt<
    v1::FloorService::WithCallbackMethod_WatchFloor<v1::FloorService::Service>>;

class FloorService final : public RawService {
 public:
  FloorService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerWriteReactor<v1::WatchFloorResponse>* WatchFloor(grpc::CallbackServerContext* /*context*/,
                                                               const v1::WatchFloorRequest* /*request*/) override {
    using WatchFloorStream = WatchStream<v1::WatchFloorResponse>;
    return WatchFloorStream::open(streams_, [&](std::function<void()> ready) -> WatchFloorStream::Source {
      const std::shared_ptr<core::FloorWatch> watch = core_.watch_floor(std::move(ready));
      return [watch, &clock = core_.clock()]() -> std::optional<v1::WatchFloorResponse> {
        if (const auto rows = watch->next()) return to_response(*rows, clock.now());
        return std::nullopt;
      };
    });
  }

  grpc::ServerUnaryReactor* PushPrompt(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &FloorService::push_prompt);
  }

 private:
  void push_prompt(const v1::PushPromptRequest& request, const Answer<v1::PushPromptResponse>& answer) {
    absl::StatusOr<core::PushPrompt> prompt = from_proto(request);
    if (!prompt.ok()) return answer.finish(prompt.status());
    core_.desks().push_prompt(*std::move(prompt), [answer](const absl::StatusOr<int>& desks) {
      if (desks.ok()) answer.response().set_desk_count(*desks);
      answer.finish(desks.status());
    });
  }

  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_floor_service(core::Core& core, Streams& streams) {
  return std::make_unique<FloorService>(core, streams);
}

}  // namespace aandacht::rpc
