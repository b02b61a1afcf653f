#include "aandacht/v1/transcripts.grpc.pb.h"
#include "service/rpc/caller.h"
#include "service/rpc/services.h"
#include "service/rpc/utterance_stream.h"

namespace aandacht::rpc {
namespace {

using RawService = v1::TranscriptService::WithRawCallbackMethod_StreamUtterances<v1::TranscriptService::Service>;

class TranscriptService final : public RawService {
 public:
  TranscriptService(core::Core& core, Streams& streams, std::size_t in_flight)
      : core_(core), streams_(streams), in_flight_(in_flight) {}

  grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* StreamUtterances(
      grpc::CallbackServerContext* context) override {
    return UtteranceStream::open(core_.desks(), streams_, in_flight_, caller_of(*context));
  }

 private:
  core::Core& core_;
  Streams& streams_;
  const std::size_t in_flight_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_transcript_service(core::Core& core, Streams& streams, std::size_t in_flight) {
  return std::make_unique<TranscriptService>(core, streams, in_flight);
}

}  // namespace aandacht::rpc
