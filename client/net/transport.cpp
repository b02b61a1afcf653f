#include <grpcpp/grpcpp.h>

#include <chrono>
#include <utility>

#include "aandacht/v1/calls.grpc.pb.h"
#include "aandacht/v1/desk.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "client/net/sender.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

class GrpcTransport final : public Transport {
 public:
  explicit GrpcTransport(const std::shared_ptr<grpc::Channel>& channel)
      : calls_(v1::CallService::NewStub(channel)), desks_(v1::DeskService::NewStub(channel)) {}

  absl::StatusOr<std::int64_t> send(const OutboxItem& item, absl::Duration timeout) override {
    switch (item.kind) {
      case OutboxKind::kReportCall:
        return call<v1::ReportCallRequest, v1::ReportCallResponse>(*calls_, &v1::CallService::Stub::ReportCall, item,
                                                                   timeout);
      case OutboxKind::kAnswerCard:
        return call<v1::AnswerCardRequest, v1::AnswerCardResponse>(*desks_, &v1::DeskService::Stub::AnswerCard, item,
                                                                   timeout);
      case OutboxKind::kShowWhy:
        return call<v1::ShowWhyRequest, v1::ShowWhyResponse>(*desks_, &v1::DeskService::Stub::ShowWhy, item, timeout);
      case OutboxKind::kFinishWrapUp:
        return call<v1::FinishWrapUpRequest, v1::FinishWrapUpResponse>(*desks_, &v1::DeskService::Stub::FinishWrapUp,
                                                                       item, timeout);
      case OutboxKind::kPinHeard:
        return call<v1::PinHeardRequest, v1::PinHeardResponse>(*desks_, &v1::DeskService::Stub::PinHeard, item,
                                                               timeout);
      case OutboxKind::kMarkHeavy:
        return call<v1::MarkHeavyRequest, v1::MarkHeavyResponse>(*desks_, &v1::DeskService::Stub::MarkHeavy, item,
                                                                 timeout);
    }
    return absl::InvalidArgumentError("a kind of request that this program does not know");
  }

 private:
  template <typename Request, typename Response, typename Stub, typename Method>
  static absl::StatusOr<std::int64_t> call(Stub& stub, Method method, const OutboxItem& item, absl::Duration timeout) {
    Request request;
    if (!request.ParseFromString(item.request)) {
      return absl::InvalidArgumentError(absl::StrCat("not a ", std::string(name(item.kind)), " request"));
    }
    if (item.waited > absl::ZeroDuration()) *request.mutable_delay() = wire::to_proto(item.waited);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
    Response response;
    const absl::Status status = to_status((stub.*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response.desk_version();
  }

  std::unique_ptr<v1::CallService::Stub> calls_;
  std::unique_ptr<v1::DeskService::Stub> desks_;
};

}  // namespace

std::unique_ptr<Transport> make_transport(std::shared_ptr<grpc::Channel> channel) {
  return std::make_unique<GrpcTransport>(channel);
}

}  // namespace aandacht::net
