// A stream that tells what there is and ends.
#pragma once

#include <grpcpp/support/server_callback.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "service/rpc/status.h"
#include "service/rpc/streams.h"

namespace aandacht::rpc {

/// One step of what there is.
template <typename Response>
struct ListStep {
  std::optional<Response> message;
  bool more = true;  ///< Without it the stream ends; read where there is no message.
};

/// Takes the next message from its source only when the one before was sent, so that what waits is one message however
/// slowly the client reads. Keeps itself alive until gRPC is done with it.
template <typename Response>
class ListStream final : public grpc::ServerWriteReactor<Response>,
                         public Stream,
                         public std::enable_shared_from_this<ListStream<Response>> {
 public:
  /// The next message; absent at the end; a failure ends the stream with it. One call at a time, on any thread.
  using Source = std::function<absl::StatusOr<std::optional<Response>>()>;

  /// As Source for what takes long to find: a step without a message that has more is followed by the next one later,
  /// on the thread of Streams, so that nobody who ends the stream waits for longer than a step.
  using Steps = std::function<absl::StatusOr<ListStep<Response>>()>;

  /// What a service's method returns.
  static grpc::ServerWriteReactor<Response>* open(Streams& streams, Source source) {
    return open_steps(streams, [source = std::move(source)]() -> absl::StatusOr<ListStep<Response>> {
      absl::StatusOr<std::optional<Response>> next = source();
      if (!next.ok()) return next.status();
      return ListStep<Response>{*std::move(next), false};
    });
  }

  /// The same.
  static grpc::ServerWriteReactor<Response>* open_steps(Streams& streams, Steps source) {
    const std::shared_ptr<ListStream> stream(new ListStream(streams, std::move(source)));
    stream->self_ = stream;
    if (streams.add(stream)) {
      stream->pump();
    } else {
      stream->end(absl::UnavailableError("the service is stopping; begin again"));
    }
    return stream.get();
  }

  void pump() override {
    std::optional<absl::Status> over;
    bool later = false;
    {
      const std::lock_guard lock(mutex_);
      if (writing_ || ended_) return;
      absl::StatusOr<ListStep<Response>> next = source_();
      if (next.ok() && next->message) {
        response_ = *std::move(next->message);
        writing_ = true;
      } else if (next.ok() && next->more) {
        later = true;
      } else {
        over = next.status();
      }
    }
    if (later) return streams_.wake(this->weak_from_this());
    // Outside the lock: gRPC may call back from within.
    if (over) return end(*over);
    this->StartWrite(&response_);
  }

  void end(const absl::Status& status) override {
    {
      const std::lock_guard lock(mutex_);
      if (ended_) return;
      ended_ = status;
      if (writing_) return;
    }
    this->Finish(to_grpc(status));
  }

  void OnWriteDone(bool ok) override {
    std::optional<absl::Status> ended;
    {
      const std::lock_guard lock(mutex_);
      writing_ = false;
      if (!ok && !ended_) ended_ = absl::CancelledError("the reader went away");
      ended = ended_;
    }
    if (ended) {
      this->Finish(to_grpc(*ended));
    } else {
      pump();
    }
  }

  void OnCancel() override { end(absl::CancelledError("the reader went away")); }

  void OnDone() override {
    streams_.remove(this->shared_from_this());
    const std::shared_ptr<ListStream> last = std::move(self_);
  }

 private:
  ListStream(Streams& streams, Steps source) : streams_(streams), source_(std::move(source)) {}

  Streams& streams_;
  std::shared_ptr<ListStream> self_;
  std::mutex mutex_;
  Response response_;  // Belongs to gRPC while writing.
  bool writing_ = false;
  std::optional<absl::Status> ended_;
  const Steps source_;
};

}  // namespace aandacht::rpc
