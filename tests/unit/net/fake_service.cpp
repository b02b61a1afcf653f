#include "tests/support/fake_service.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdlib>

#include "aandacht/v1/calls.grpc.pb.h"
#include "aandacht/v1/desk.grpc.pb.h"
#include "aandacht/v1/floor.grpc.pb.h"
#include "aandacht/v1/transcripts.grpc.pb.h"
#include "absl/strings/str_cat.h"

namespace aandacht::test {
namespace {

grpc::Status wire_status(const absl::Status& status) {
  return {static_cast<grpc::StatusCode>(status.code()), std::string(status.message())};
}

template <typename Decide, typename... Arguments>
grpc::Status decide(const Decide& decision, Arguments&&... arguments) {
  return decision ? wire_status(decision(std::forward<Arguments>(arguments)...)) : grpc::Status::OK;
}

}  // namespace

class FakeService::Impl final : public v1::DeskService::Service,
                                public v1::FloorService::Service,
                                public v1::CallService::Service,
                                public v1::TranscriptService::Service {
 public:
  explicit Impl(Script script) : script_(std::move(script)) {}

  grpc::Status WatchDesk(grpc::ServerContext* context, const v1::WatchDeskRequest* request,
                         grpc::ServerWriter<v1::WatchDeskResponse>* writer) override {
    return decide(
        script_.watch_desk, *request, [&](const auto& response) { return writer->Write(response); },
        [&] { return context->IsCancelled(); });
  }

  grpc::Status WatchFloor(grpc::ServerContext* context, const v1::WatchFloorRequest*,
                          grpc::ServerWriter<v1::WatchFloorResponse>* writer) override {
    return decide(
        script_.watch_floor, [&](const auto& response) { return writer->Write(response); },
        [&] { return context->IsCancelled(); });
  }

  grpc::Status StreamUtterances(
      grpc::ServerContext*,
      grpc::ServerReaderWriter<v1::StreamUtterancesResponse, v1::StreamUtterancesRequest>* stream) override {
    v1::StreamUtterancesRequest request;
    while (stream->Read(&request)) {
      v1::StreamUtterancesResponse response;
      response.set_utterance_id(request.utterance_id());
      response.set_outcome(v1::UTTERANCE_OUTCOME_STORED);
      if (const grpc::Status status = decide(script_.utterance, request, response); !status.ok()) {
        return status;
      }
      stream->Write(response);
    }
    return grpc::Status::OK;
  }

  grpc::Status ReportCall(grpc::ServerContext*, const v1::ReportCallRequest* request,
                          v1::ReportCallResponse*) override {
    return decide(script_.report_call, *request);
  }

  grpc::Status AnswerCard(grpc::ServerContext*, const v1::AnswerCardRequest* request,
                          v1::AnswerCardResponse*) override {
    return decide(script_.answer_card, *request);
  }

  grpc::Status ShowWhy(grpc::ServerContext*, const v1::ShowWhyRequest* request, v1::ShowWhyResponse*) override {
    return decide(script_.show_why, *request);
  }

  grpc::Status FinishWrapUp(grpc::ServerContext*, const v1::FinishWrapUpRequest* request,
                            v1::FinishWrapUpResponse*) override {
    return decide(script_.finish_wrap_up, *request);
  }

  grpc::Status PinHeard(grpc::ServerContext*, const v1::PinHeardRequest* request, v1::PinHeardResponse*) override {
    return decide(script_.pin_heard, *request);
  }

  grpc::Status MarkHeavy(grpc::ServerContext*, const v1::MarkHeavyRequest* request, v1::MarkHeavyResponse*) override {
    return decide(script_.mark_heavy, *request);
  }

  std::string start(const std::string& address) {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(static_cast<v1::DeskService::Service*>(this));
    builder.RegisterService(static_cast<v1::FloorService::Service*>(this));
    builder.RegisterService(static_cast<v1::CallService::Service*>(this));
    builder.RegisterService(static_cast<v1::TranscriptService::Service*>(this));
    server_ = builder.BuildAndStart();
    if (server_ == nullptr) {
      std::abort();
    }
    return absl::StrCat("127.0.0.1:", port);
  }

  void stop() { server_->Shutdown(std::chrono::system_clock::now()); }

 private:
  const Script script_;
  std::unique_ptr<grpc::Server> server_;
};

FakeService::FakeService(Script script, const std::string& address)
    : impl_(std::make_unique<Impl>(std::move(script))), address_(impl_->start(address)) {}

FakeService::~FakeService() { impl_->stop(); }

}  // namespace aandacht::test
