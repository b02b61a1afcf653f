#include "aandacht/v1/desk.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/times.h"
#include "service/rpc/watch_stream.h"
#include "shared/wire/desk.h"
#include "shared/wire/fatigue_rules.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

v1::WatchDeskResponse to_response(const core::DeskWatch::Item& item, const core::Core& core) {
  v1::WatchDeskResponse response;
  if (const auto* whole = std::get_if<core::WholeDesk>(&item)) {
    *response.mutable_desk() = wire::to_proto(whole->desk);
    *response.mutable_time() = wire::to_proto(whole->now);
    *response.mutable_fatigue_rules() = wire::to_proto(core.fatigue_rules());
  } else {
    *response.mutable_update() = wire::to_proto(std::get<std::shared_ptr<const bus::Message>>(item)->update);
  }
  return response;
}

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::DeskService::WithRawCallbackMethod_MarkHeavy<
    v1::DeskService::WithRawCallbackMethod_PinHeard<v1::DeskService::WithRawCallbackMethod_FinishWrapUp<
        v1::DeskService::WithRawCallbackMethod_ShowWhy<v1::DeskService::WithRawCallbackMethod_AnswerCard<
            v1::DeskService::WithCallbackMethod_WatchDesk<v1::DeskService::Service>>>>>>;

class DeskService final : public RawService {
 public:
  DeskService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerWriteReactor<v1::WatchDeskResponse>* WatchDesk(grpc::CallbackServerContext* context,
                                                             const v1::WatchDeskRequest* request) override {
    using WatchDeskStream = WatchStream<v1::WatchDeskResponse>;
    const std::string agent_id = request->agent_id();
    absl::Status status = check_request(*context, *request);
    if (status.ok()) status = core_.desks().admit(agent_id);
    if (!status.ok()) return WatchDeskStream::refuse(streams_, status);
    return WatchDeskStream::open(streams_, [&](std::function<void()> ready) -> WatchDeskStream::Source {
      const std::shared_ptr<core::Presence::Window> window = core_.presence().open(agent_id);
      const std::shared_ptr<core::DeskWatch> watch = core_.watch_desk(agent_id, std::move(ready));
      return [watch, window, &core = core_]() -> std::optional<v1::WatchDeskResponse> {
        if (const auto item = watch->next()) return to_response(*item, core);
        return std::nullopt;
      };
    });
  }

  grpc::ServerUnaryReactor* AnswerCard(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                       grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &DeskService::answer_card);
  }

  grpc::ServerUnaryReactor* ShowWhy(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                    grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &DeskService::show_why);
  }

  grpc::ServerUnaryReactor* FinishWrapUp(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                         grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &DeskService::finish_wrap_up);
  }

  grpc::ServerUnaryReactor* PinHeard(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                     grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &DeskService::pin_heard);
  }

  grpc::ServerUnaryReactor* MarkHeavy(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &DeskService::mark_heavy);
  }

 private:
  void answer_card(const v1::AnswerCardRequest& request, const Answer<v1::AnswerCardResponse>& answer) {
    const auto given = wire::from_proto(request.answer());
    if (!given) return answer.refuse_enum("answer");
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().answer_card({request.event_id(), request.agent_id(), request.card_id(), *given, *time},
                              answer.when_written());
  }

  void show_why(const v1::ShowWhyRequest& request, const Answer<v1::ShowWhyResponse>& answer) {
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().show_why({request.event_id(), request.agent_id(), request.why_id(), *time}, answer.when_written());
  }

  void finish_wrap_up(const v1::FinishWrapUpRequest& request, const Answer<v1::FinishWrapUpResponse>& answer) {
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().finish_wrap_up({request.event_id(), request.agent_id(), request.call_id(), *time},
                                 answer.when_written());
  }

  void pin_heard(const v1::PinHeardRequest& request, const Answer<v1::PinHeardResponse>& answer) {
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().pin_heard({request.event_id(), request.agent_id(), request.call_id(), request.utterance_id(), *time},
                            answer.when_written());
  }

  void mark_heavy(const v1::MarkHeavyRequest& request, const Answer<v1::MarkHeavyResponse>& answer) {
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().mark_heavy({request.event_id(), request.agent_id(), request.call_id(), request.heavy(), *time},
                             answer.when_written());
  }

  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_desk_service(core::Core& core, Streams& streams) {
  return std::make_unique<DeskService>(core, streams);
}

}  // namespace aandacht::rpc
