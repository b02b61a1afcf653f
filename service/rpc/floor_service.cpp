#include "aandacht/v1/floor.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/team_scope.h"
#include "service/rpc/turn_record.h"
#include "service/rpc/watch_stream.h"
#include "shared/security/access.h"
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
  message.set_team_id(row.team);
  message.set_away(row.away);
  for (const std::string& name : row.watchers) message.add_watcher_names(name);
  return message;
}

v1::WatchFloorResponse to_response(const core::FloorWatch::Rows& rows, absl::Time now) {
  v1::WatchFloorResponse response;
  for (const core::FloorRow& row : rows.rows) *response.add_rows() = to_proto(row);
  response.set_complete(rows.complete);
  *response.mutable_time() = wire::to_proto(now);
  return response;
}

v1::WatchedCall to_proto(const core::WatchedCall& call) {
  v1::WatchedCall message;
  message.set_call_id(call.call_id);
  message.set_agent_id(call.agent_id);
  message.set_state(wire::to_proto(call.state));
  if (wire::is_finite(call.since)) *message.mutable_since_time() = wire::to_proto(call.since);
  message.set_customer_name(call.customer_name);
  message.set_phase(wire::to_proto(call.phase));
  for (const double score : call.scores) message.add_sentiment_scores(score);
  if (call.feeling) message.set_feeling(wire::to_proto(*call.feeling));
  for (const std::string& name : call.watchers) message.add_watcher_names(name);
  return message;
}

v1::WatchCallResponse to_response(const core::CallNews& news, absl::Time now) {
  v1::WatchCallResponse response;
  *response.mutable_call() = to_proto(news.call);
  for (const store::TurnRecord& turn : news.turns) *response.add_turns() = turn_to_proto(turn);
  for (const core::ShownCard& card : news.cards) {
    v1::ShownCard& message = *response.add_cards();
    message.set_card_id(card.card_id);
    message.set_kind(wire::to_proto(card.kind));
    message.set_line(card.line);
    *message.mutable_show_time() = wire::to_proto(card.shown);
  }
  response.set_over(news.over);
  *response.mutable_time() = wire::to_proto(now);
  return response;
}

absl::StatusOr<core::PushPrompt> from_proto(const v1::PushPromptRequest& request, const security::Caller& caller) {
  core::PushPrompt prompt{request.prompt_id(),  {request.agent_ids().begin(), request.agent_ids().end()},
                          request.supervisor(), request.text(),
                          request.reason(),     request.urgent()};
  if (request.has_time_to_live()) {
    const absl::StatusOr<absl::Duration> time_to_live = wire::from_proto(request.time_to_live());
    if (!time_to_live.ok())
      return absl::InvalidArgumentError("time_to_live " + std::string(time_to_live.status().message()));
    prompt.time_to_live = *time_to_live;
  }
  if (caller.role) {
    prompt.supervisor = caller.name.empty() ? caller.id : caller.name;
    prompt.supervisor_id = caller.id;
  }
  prompt.team_ids = {request.team_ids().begin(), request.team_ids().end()};
  prompt.everybody = request.everybody();
  prompt.template_id = request.template_id();
  prompt.fields = {request.fields().begin(), request.fields().end()};
  prompt.leads = [caller](const std::string& team) { return security::leads(caller, team); };
  return prompt;
}

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::FloorService::WithRawCallbackMethod_PushPrompt<v1::FloorService::WithCallbackMethod_WatchCall<
    v1::FloorService::WithCallbackMethod_WatchFloor<v1::FloorService::Service>>>;

class FloorService final : public RawService {
 public:
  FloorService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerWriteReactor<v1::WatchFloorResponse>* WatchFloor(grpc::CallbackServerContext* context,
                                                               const v1::WatchFloorRequest* request) override {
    using WatchFloorStream = WatchStream<v1::WatchFloorResponse>;
    const auto shows = teams_of(*request, caller_of(*context), core_.teams());
    if (!shows.ok()) return WatchFloorStream::refuse(streams_, shows.status());
    return WatchFloorStream::open(streams_, [&](std::function<void()> ready) -> WatchFloorStream::Source {
      const std::shared_ptr<core::FloorWatch> watch = core_.watch_floor(std::move(ready), *shows);
      return [watch, &clock = core_.clock()]() -> std::optional<v1::WatchFloorResponse> {
        if (const auto rows = watch->next()) return to_response(*rows, clock.now());
        return std::nullopt;
      };
    });
  }

  grpc::ServerWriteReactor<v1::WatchCallResponse>* WatchCall(grpc::CallbackServerContext* context,
                                                             const v1::WatchCallRequest* request) override {
    using WatchCallStream = WatchStream<v1::WatchCallResponse>;
    const core::WatchCall asked = look_for(*request, caller_of(*context));
    const auto watch = std::make_shared<std::unique_ptr<core::CallWatch>>();
    return WatchCallStream::open(
        streams_,
        [&](std::function<void()> ready) -> WatchCallStream::Source {
          *watch = core_.call_watches().open(asked, std::move(ready));
          return [watch, &clock = core_.clock()]() -> std::optional<v1::WatchCallResponse> {
            if (const auto news = (*watch)->next()) return to_response(*news, clock.now());
            return std::nullopt;
          };
        },
        [watch] { return (*watch)->end(); });
  }

  grpc::ServerUnaryReactor* PushPrompt(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &FloorService::push_prompt);
  }

 private:
  [[nodiscard]] core::WatchCall look_for(const v1::WatchCallRequest& request, const security::Caller& caller) const {
    core::WatchCall asked{request.agent_id(), request.call_id(), known_as(caller), caller.name, request.reason()};
    if (!caller.role && !request.watcher().empty()) {
      // The trail keeps what nobody checked beside where it came from.
      asked.name = request.watcher();
      asked.who = known_as({caller.id, asked.name, caller.role, {}});
    }
    asked.may_see = [caller, &teams = core_.teams()](const std::string& agent_id) {
      return security::leads(caller, teams.of(agent_id));
    };
    return asked;
  }

  void push_prompt(const v1::PushPromptRequest& request, const Answer<v1::PushPromptResponse>& answer) {
    absl::StatusOr<core::PushPrompt> prompt = from_proto(request, answer.caller());
    if (!prompt.ok()) return answer.finish(prompt.status());
    core_.prompts().push(*std::move(prompt), [answer](const absl::StatusOr<core::Pushed>& pushed) {
      if (pushed.ok()) {
        answer.response().set_desk_count(pushed->desks);
        answer.response().set_waiting_count(pushed->waiting);
        answer.response().set_duplicate(pushed->duplicate);
      }
      if (pushed.ok() && pushed->quiet_until && wire::is_finite(*pushed->quiet_until))
        *answer.response().mutable_quiet_end_time() = wire::to_proto(*pushed->quiet_until);
      answer.finish(pushed.status());
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
