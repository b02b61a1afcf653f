#include "aandacht/v1/desk.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/watch_stream.h"
#include "shared/wire/desk.h"

namespace aandacht::rpc {
namespace {

v1::WatchDeskResponse to_response(const core::DeskWatch::Item& item) {
  v1::WatchDeskResponse response;
  if (const auto* desk = std::get_if<domain::Desk>(&item)) {
    *response.mutable_desk() = wire::to_proto(*desk);
  } else {
    *response.mutable_update() = wire::to_proto(std::get<std::shared_ptr<const bus::Message>>(item)->update);
  }
  return response;
}

class DeskService final : public v1::DeskService::CallbackService {
 public:
  DeskService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerWriteReactor<v1::WatchDeskResponse>* WatchDesk(grpc::CallbackServerContext* /*context*/,
                                                             const v1::WatchDeskRequest* request) override {
    using WatchDeskStream = WatchStream<v1::WatchDeskResponse>;
    const std::string agent_id = request->agent_id();
    if (absl::Status status = core_.desks().admit(agent_id); !status.ok()) return WatchDeskStream::refuse(streams_, status);
    return WatchDeskStream::open(streams_, [&](std::function<void()> ready) -> WatchDeskStream::Source {
      const std::shared_ptr<core::DeskWatch> watch = core_.watch_desk(agent_id, std::move(ready));
      return [watch]() -> std::optional<v1::WatchDeskResponse> {
        if (const auto item = watch->next()) return to_response(*item);
        return std::nullopt;
      };
    });
  }

  grpc::ServerUnaryReactor* AnswerCard(grpc::CallbackServerContext* context, const v1::AnswerCardRequest* request,
                                       v1::AnswerCardResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    const auto answer = wire::from_proto(request->answer());
    if (!answer) return refuse_enum(reactor, "answer");
    core_.desks().answer_card({request->event_id(), request->agent_id(), request->card_id(), *answer},
                              answer_written(reactor, response));
    return reactor;
  }

  grpc::ServerUnaryReactor* ShowWhy(grpc::CallbackServerContext* context, const v1::ShowWhyRequest* request,
                                    v1::ShowWhyResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    core_.desks().show_why({request->event_id(), request->agent_id(), request->why_id()}, answer_written(reactor, response));
    return reactor;
  }

  grpc::ServerUnaryReactor* FinishWrapUp(grpc::CallbackServerContext* context, const v1::FinishWrapUpRequest* request,
                                         v1::FinishWrapUpResponse* response) override {
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    core_.desks().finish_wrap_up({request->event_id(), request->agent_id(), request->call_id()},
                                 answer_written(reactor, response));
    return reactor;
  }

 private:
  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_desk_service(core::Core& core, Streams& streams) {
  return std::make_unique<DeskService>(core, streams);
}

}  // namespace aandacht::rpc
