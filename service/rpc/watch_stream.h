// A stream on which the service tells and the client listens.
#pragma once

#include <grpcpp/support/server_callback.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "service/rpc/status.h"
#include "service/rpc/streams.h"

namespace aandacht::rpc {

/// Sends what its source gives, one message at a time. Keeps itself alive until gRPC is done with it.
template <typename Response>
class WatchStream final : public grpc::ServerWriteReactor<Response>,
                          public Stream,
                          public std::enable_shared_from_this<WatchStream<Response>> {
 public:
  /// Gives the next message, or nothing until `ready` was called.
  using Source = std::function<std::optional<Response>()>;
  using MakeSource = std::function<Source(std::function<void()> ready)>;

  /// Whether it is over, and how, asked when the source has nothing.
  using Over = std::function<std::optional<absl::Status>()>;

  /// What a service's method returns.
  ///
  /// \param over  of a stream that ends by itself; asked only after the source was made.
  static grpc::ServerWriteReactor<Response>* open(Streams& streams, const MakeSource& make_source, Over over = {}) {
    const std::shared_ptr<WatchStream> stream(new WatchStream(streams));
    stream->self_ = stream;
    std::weak_ptr<Stream> weak = stream;
    Source source = make_source([&streams, weak] { streams.wake(weak); });
    {
      const std::lock_guard lock(stream->mutex_);
      stream->source_ = std::move(source);
      stream->over_ = std::move(over);
    }
    if (streams.add(stream)) {
      stream->pump();
    } else {
      stream->end(absl::UnavailableError("the service is stopping; open the stream again"));
    }
    return stream.get();
  }

  /// A stream that only says why it is none.
  static grpc::ServerWriteReactor<Response>* refuse(Streams& streams, const absl::Status& status) {
    const std::shared_ptr<WatchStream> stream(new WatchStream(streams));
    stream->self_ = stream;
    const bool stopping = !streams.add(stream);
    stream->end(stopping ? absl::UnavailableError("the service is stopping; open the stream again") : status);
    return stream.get();
  }

  void pump() override {
    std::optional<absl::Status> over;
    {
      const std::lock_guard lock(mutex_);
      if (writing_ || ending_ || !source_) return;
      std::optional<Response> next = source_();
      if (next) {
        response_ = *std::move(next);
        writing_ = true;
      } else {
        if (over_) ending_ = over_();
        if (!ending_) return;
        over = *ending_;
      }
    }
    // Outside the lock: gRPC may call back from within.
    if (over) return this->Finish(to_grpc(*over));
    this->StartWrite(&response_);
  }

  void end(const absl::Status& status) override {
    {
      const std::lock_guard lock(mutex_);
      if (ending_) return;
      ending_ = status;
      if (writing_) return;
    }
    this->Finish(to_grpc(status));
  }

  void OnWriteDone(bool ok) override {
    std::optional<absl::Status> ending;
    {
      const std::lock_guard lock(mutex_);
      writing_ = false;
      if (!ok && !ending_) ending_ = absl::CancelledError("the watcher went away");
      ending = ending_;
    }
    if (ending) {
      this->Finish(to_grpc(*ending));
    } else {
      pump();
    }
  }

  void OnCancel() override { end(absl::CancelledError("the watcher went away")); }

  void OnDone() override {
    streams_.remove(this->shared_from_this());
    const std::shared_ptr<WatchStream> last = std::move(self_);
  }

 private:
  explicit WatchStream(Streams& streams) : streams_(streams) {}

  Streams& streams_;
  std::shared_ptr<WatchStream> self_;
  std::mutex mutex_;
  Response response_;  // Belongs to gRPC while writing.
  bool writing_ = false;
  std::optional<absl::Status> ending_;
  Source source_;
  Over over_;
};

}  // namespace aandacht::rpc
