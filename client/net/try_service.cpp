#include "client/net/try_service.h"

#include <grpcpp/grpcpp.h>

#include <future>

#include "aandacht/v1/desk.grpc.pb.h"
#include "absl/time/clock.h"
#include "client/net/channel.h"

namespace aandacht::net {
namespace {

/// Outlives its call: whoever made it waits for the end.
class FirstMessage final : public grpc::ClientReadReactor<v1::WatchDeskResponse> {
 public:
  void begin(v1::DeskService::Stub& stub, const v1::WatchDeskRequest& request, absl::Duration limit) {
    context_.set_deadline(absl::ToChronoTime(absl::Now() + limit));
    stub.async()->WatchDesk(&context_, &request, this);
    StartRead(&response_);
    StartCall();
  }

  [[nodiscard]] absl::Status wait() { return over_.get_future().get(); }

  void OnReadDone(bool ok) override {
    if (!ok) return;
    came_ = true;
    context_.TryCancel();
  }

  void OnDone(const grpc::Status& status) override {
    if (!came_ && status.ok()) {
      over_.set_value(absl::UnknownError("the stream ended without a desk"));
    } else {
      over_.set_value(came_ ? absl::OkStatus() : to_status(status));
    }
  }

 private:
  grpc::ClientContext context_;
  v1::WatchDeskResponse response_;
  bool came_ = false;
  std::promise<absl::Status> over_;
};

}  // namespace

absl::Status try_service(const std::string& server, const std::string& agent_id, absl::Duration limit) {
  const std::shared_ptr<grpc::Channel> channel = open_channel(server);
  const std::unique_ptr<v1::DeskService::Stub> stub = v1::DeskService::NewStub(channel);
  v1::WatchDeskRequest request;
  request.set_agent_id(agent_id);
  FirstMessage first;
  first.begin(*stub, request, limit);
  return first.wait();
}

}  // namespace aandacht::net
