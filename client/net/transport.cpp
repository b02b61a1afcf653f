#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/calls.grpc.pb.h"
#include "aandacht/v1/desk.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "aandacht/v1/transcripts.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "client/net/channel.h"
#include "client/net/sender.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

class GrpcTransport final : public Transport {
 public:
  explicit GrpcTransport(const std::shared_ptr<grpc::Channel>& channel)
      : calls_(v1::CallService::NewStub(channel)),
        desks_(v1::DeskService::NewStub(channel)),
        transcripts_(v1::TranscriptService::NewStub(channel)),
        own_(v1::OwnService::NewStub(channel)) {}

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
      case OutboxKind::kSayUtterance:
        return say(item, timeout);
      case OutboxKind::kRecordAct:
        return call<v1::RecordActRequest, v1::RecordActResponse>(*own_, &v1::OwnService::Stub::RecordAct, item,
                                                                 timeout);
    }
    return absl::InvalidArgumentError("a kind of request that this program does not know");
  }

  void cancel() override {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    if (under_way_ != nullptr) under_way_->TryCancel();
  }

 private:
  // A call that cancel() finds.
  class UnderWay {
   public:
    UnderWay(GrpcTransport& transport, grpc::ClientContext& context) : transport_(transport) {
      const std::lock_guard lock(transport_.mutex_);
      transport_.under_way_ = &context;
      if (transport_.cancelled_) context.TryCancel();
    }
    ~UnderWay() {
      const std::lock_guard lock(transport_.mutex_);
      transport_.under_way_ = nullptr;
    }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;

   private:
    GrpcTransport& transport_;
  };

  template <typename Request, typename Response, typename Stub, typename Method>
  absl::StatusOr<std::int64_t> call(Stub& stub, Method method, const OutboxItem& item, absl::Duration timeout) {
    Request request;
    if (!request.ParseFromString(item.request)) {
      return absl::InvalidArgumentError(absl::StrCat("not a ", std::string(name(item.kind)), " request"));
    }
    if (item.waited > absl::ZeroDuration()) *request.mutable_delay() = wire::to_proto(item.waited);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
    const UnderWay under_way(*this, context);
    Response response;
    const absl::Status status = to_status((stub.*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response.desk_version();
  }

  /// A stream of one turn. What was said on hold is out of the way too: it is stored nowhere, also not as refused.
  absl::StatusOr<std::int64_t> say(const OutboxItem& item, absl::Duration timeout) {
    v1::StreamUtterancesRequest request;
    if (!request.ParseFromString(item.request)) return absl::InvalidArgumentError("not an utterance");
    if (item.waited > absl::ZeroDuration()) *request.mutable_delay() = wire::to_proto(item.waited);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
    const UnderWay under_way(*this, context);
    const auto stream = transcripts_->StreamUtterances(&context);
    v1::StreamUtterancesResponse response;
    const bool answered = stream->Write(request) && stream->WritesDone() && stream->Read(&response);
    if (answered) context.TryCancel();
    const absl::Status status = to_status(stream->Finish());
    if (answered) return verdict(response);
    return status.ok() ? absl::UnavailableError("the service ended the stream") : status;
  }

  static absl::StatusOr<std::int64_t> verdict(const v1::StreamUtterancesResponse& response) {
    switch (response.outcome()) {
      case v1::UTTERANCE_OUTCOME_STORED:
      case v1::UTTERANCE_OUTCOME_DUPLICATE:
      case v1::UTTERANCE_OUTCOME_ON_HOLD:
        return response.desk_version();
      case v1::UTTERANCE_OUTCOME_UNKNOWN_CALL:
        return absl::NotFoundError(response.reason());
      default:  // Refused, and whatever a newer service may say.
        return absl::InvalidArgumentError(response.reason());
    }
  }

  std::mutex mutex_;
  grpc::ClientContext* under_way_ = nullptr;  // With mutex_ held.
  bool cancelled_ = false;                    // With mutex_ held.
  std::unique_ptr<v1::CallService::Stub> calls_;
  std::unique_ptr<v1::DeskService::Stub> desks_;
  std::unique_ptr<v1::TranscriptService::Stub> transcripts_;
  std::unique_ptr<v1::OwnService::Stub> own_;
};

}  // namespace

std::unique_ptr<Transport> make_transport(std::shared_ptr<grpc::Channel> channel) {
  return std::make_unique<GrpcTransport>(channel);
}

}  // namespace aandacht::net
