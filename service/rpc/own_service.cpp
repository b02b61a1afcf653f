#include "aandacht/v1/own.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "service/rpc/times.h"
#include "shared/wire/own.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawService = v1::OwnService::WithRawCallbackMethod_RecordAct<v1::OwnService::Service>;

class OwnService final : public RawService {
 public:
  explicit OwnService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* RecordAct(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &OwnService::record_act);
  }

 private:
  void record_act(const v1::RecordActRequest& request, const Answer<v1::RecordActResponse>& answer) {
    const auto act = wire::from_proto(request.act());
    if (!act.ok()) return answer.finish(act.status());
    const auto time = sender_times(request);
    if (!time.ok()) return answer.finish(time.status());
    core_.desks().record_act({request.event_id(), request.agent_id(), *act, *time}, answer.when_written());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_own_service(core::Core& core) { return std::make_unique<OwnService>(core); }

}  // namespace aandacht::rpc
