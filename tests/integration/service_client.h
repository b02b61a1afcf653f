// What a client of the service does, over real gRPC, for tests.
#pragma once

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "aandacht/v1/calls.grpc.pb.h"
#include "aandacht/v1/desk.grpc.pb.h"
#include "aandacht/v1/floor.grpc.pb.h"
#include "aandacht/v1/library.grpc.pb.h"
#include "aandacht/v1/records.grpc.pb.h"
#include "aandacht/v1/transcripts.grpc.pb.h"

namespace aandacht::test {

[[nodiscard]] inline std::unique_ptr<grpc::ClientContext> soon() {
  auto context = std::make_unique<grpc::ClientContext>();
  context->set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
  return context;
}

[[nodiscard]] inline v1::StreamUtterancesRequest utterance(const std::string& id, const std::string& text,
                                                           const std::string& call = "call-1") {
  v1::StreamUtterancesRequest request;
  request.set_utterance_id(id);
  request.set_call_id(call);
  request.set_speaker(v1::SPEAKER_CUSTOMER);
  request.set_text(text);
  return request;
}

/// One message as bytes to any method; the status, and the bytes of the answer.
[[nodiscard]] inline std::pair<grpc::Status, std::string> call_bytes(const std::shared_ptr<grpc::Channel>& channel,
                                                                     const std::string& method,
                                                                     const std::string& message) {
  grpc::GenericStub stub(channel);
  const auto context = soon();
  const grpc::Slice sent(message);
  const grpc::ByteBuffer request(&sent, 1);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> done;
  stub.UnaryCall(context.get(), method, {}, &request, &response,
                 [&](grpc::Status status) { done.set_value(std::move(status)); });
  std::pair<grpc::Status, std::string> result(done.get_future().get(), "");
  std::vector<grpc::Slice> slices;
  if (!result.first.ok() || !response.Dump(&slices).ok()) return result;
  for (const grpc::Slice& slice : slices)
    result.second.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return result;
}

/// Stubs on one connection.
class ServiceClient {
 public:
  explicit ServiceClient(const std::string& address) {
    grpc::ChannelArguments arguments;
    arguments.SetMaxSendMessageSize(-1);
    // Channels to the same address share a connection otherwise, and its backoff after a kill.
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    channel = grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
    desks = v1::DeskService::NewStub(channel);
    calls = v1::CallService::NewStub(channel);
    transcripts = v1::TranscriptService::NewStub(channel);
    floor = v1::FloorService::NewStub(channel);
    library = v1::LibraryService::NewStub(channel);
    records = v1::RecordService::NewStub(channel);
  }

  grpc::Status report(const std::string& id, v1::CallEvent event, const std::string& call = "call-1",
                      const std::string& agent = "sanne", v1::ReportCallResponse* response = nullptr) {
    v1::ReportCallRequest request;
    request.set_event_id(id);
    request.set_agent_id(agent);
    request.set_call_id(call);
    request.set_event(event);
    request.set_from("0612345678");
    v1::ReportCallResponse unused;
    return calls->ReportCall(soon().get(), request, response != nullptr ? response : &unused);
  }

  /// Every stored turn of a call, by pages.
  std::vector<v1::TurnRecord> turns(const std::string& call = "call-1") {
    std::vector<v1::TurnRecord> all;
    v1::ListTurnsRequest request;
    request.set_call_id(call);
    request.set_page_size(500);
    do {
      v1::ListTurnsResponse response;
      if (!records->ListTurns(soon().get(), request, &response).ok()) return all;
      all.insert(all.end(), response.turns().begin(), response.turns().end());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    return all;
  }

  std::shared_ptr<grpc::Channel> channel;
  std::unique_ptr<v1::DeskService::Stub> desks;
  std::unique_ptr<v1::CallService::Stub> calls;
  std::unique_ptr<v1::TranscriptService::Stub> transcripts;
  std::unique_ptr<v1::FloorService::Stub> floor;
  std::unique_ptr<v1::LibraryService::Stub> library;
  std::unique_ptr<v1::RecordService::Stub> records;
};

}  // namespace aandacht::test
