// A stream of utterances: many may be under way, each is answered in order after it is on disk.
#pragma once

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "aandacht/v1/transcripts.pb.h"
#include "absl/status/statusor.h"
#include "service/core/desks.h"
#include "service/rpc/caller.h"
#include "service/rpc/streams.h"

namespace aandacht::rpc {

/// Keeps itself alive until gRPC is done with it. Works on bytes: see lenient.h.
class UtteranceStream final : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>,
                              public Stream,
                              public std::enable_shared_from_this<UtteranceStream> {
 public:
  /// What the service's method returns.
  ///
  /// \param caller  an agent's words belong to calls of that agent, who alone is told the desk's version.
  static grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* open(core::Desks& desks, Streams& streams,
                                                                           std::size_t in_flight,
                                                                           const security::Caller& caller);

  void pump() override;
  /// What was taken is still answered.
  void end(const absl::Status& status) override;

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

 private:
  struct Place {
    std::string utterance_id;
    std::optional<absl::StatusOr<core::UtteranceAnswer>> answer;
  };

  UtteranceStream(core::Desks& desks, Streams& streams, std::size_t in_flight, const security::Caller& caller)
      : desks_(desks),
        streams_(streams),
        in_flight_(in_flight),
        only_of_(caller.role == security::Role::kAgent ? caller.id : ""),
        tells_version_(may_see_version(caller)) {}

  void take();
  void settle(std::uint64_t number, absl::StatusOr<core::UtteranceAnswer> answer);
  void end_now(const absl::Status& status);
  /// What to do next, decided under the lock and done outside it: gRPC may call back from within.
  enum class Step { kNothing, kWrite, kFinish };
  Step next_step(bool* more);
  bool wants_read();

  core::Desks& desks_;
  Streams& streams_;
  const std::size_t in_flight_;
  const std::string only_of_;  // See core::SayUtterance.
  const bool tells_version_;
  std::shared_ptr<UtteranceStream> self_;
  grpc::ByteBuffer request_;   // Belongs to gRPC while reading.
  grpc::ByteBuffer response_;  // Belongs to gRPC while writing.
  std::mutex mutex_;
  std::deque<Place> places_;
  std::uint64_t first_ = 0;  // The number of the front place.
  bool reading_ = false;
  bool writing_ = false;
  bool finished_ = false;
  std::optional<absl::Status> ending_;  // Set: nothing more is read.
};

}  // namespace aandacht::rpc
