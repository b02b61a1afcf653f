#include "aandacht/v1/calls.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/times.h"
#include "shared/wire/calls.h"

namespace aandacht::rpc {
namespace {

v1::CallRecord to_proto(const store::CallRecord& call) {
  v1::CallRecord message;
  message.set_call_id(call.call_id);
  message.set_agent_id(call.agent_id);
  message.set_state(wire::to_proto(call.state));
  message.set_from(call.from);
  message.set_customer_id(call.customer_id);
  message.set_queue(call.queue);
  if (wire::is_finite(call.rang)) *message.mutable_ring_time() = wire::to_proto(call.rang);
  if (wire::is_finite(call.answered)) *message.mutable_answer_time() = wire::to_proto(call.answered);
  if (wire::is_finite(call.ended)) *message.mutable_end_time() = wire::to_proto(call.ended);
  message.set_turn_count(call.turns);
  if (call.sentiment.turns > 0) *message.mutable_sentiment() = wire::to_proto(call.sentiment);
  return message;
}

core::ReportCall from_proto(const v1::ReportCallRequest& request) {
  core::ReportCall report;
  report.event_id = request.event_id();
  report.agent_id = request.agent_id();
  report.call_id = request.call_id();
  report.from = request.from();
  report.display_name = request.display_name();
  report.direction = wire::from_proto(request.direction()).value_or(domain::CallDirection::kIncoming);
  report.queue = request.queue();
  report.language = request.language();
  return report;
}

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::CallService::WithRawCallbackMethod_ListCalls<
    v1::CallService::WithRawCallbackMethod_ReportCall<v1::CallService::Service>>;

class CallService final : public RawService {
 public:
  explicit CallService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* ReportCall(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &CallService::report_call);
  }

  grpc::ServerUnaryReactor* ListCalls(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &CallService::list_calls);
  }

 private:
  void report_call(const v1::ReportCallRequest& request, const Answer<v1::ReportCallResponse>& answer) {
    const auto event = wire::from_proto(request.event());
    if (!event) return answer.refuse_enum("event");
    absl::StatusOr<std::optional<absl::Time>> occurred =
        sender_time("occur_time", request.has_occur_time(), request.occur_time());
    if (!occurred.ok()) return answer.finish(occurred.status());
    core::ReportCall report = from_proto(request);
    report.event = *event;
    report.occurred = *occurred;
    report.delay = sender_delay(request.delay());
    report.by_agent = answer.caller().role == security::Role::kAgent;
    core_.desks().report_call(std::move(report), answer.when_written());
  }

  void list_calls(const v1::ListCallsRequest& request, const Answer<v1::ListCallsResponse>& answer) {
    const security::Caller& caller = answer.caller();
    if (!request.agent_id().empty() && !may_see(caller, request.agent_id(), core_.teams()))
      return answer.finish(absl::NotFoundError("no such agent in a team that you lead"));
    const auto page =
        core_.records().calls(request.agent_id(), request.page_size(), request.page_token(),
                              [&](const std::string& agent_id) { return may_see(caller, agent_id, core_.teams()); });
    if (page.ok()) {
      for (const store::CallRecord& call : page->rows) *answer.response().add_calls() = to_proto(call);
      answer.response().set_next_page_token(page->next);
    }
    answer.finish(page.status());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_call_service(core::Core& core) { return std::make_unique<CallService>(core); }

}  // namespace aandacht::rpc
