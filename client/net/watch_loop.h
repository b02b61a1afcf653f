// A stream of the service that is kept open. For the .cpp files of this folder.
#pragma once

#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"
#include "client/net/connection.h"
#include "client/net/queue_timer.h"
#include "client/net/watch_options.h"

namespace aandacht::net {

/// True for answers that another attempt will not change soon.
[[nodiscard]] inline bool is_refusal(const absl::Status& status) {
  return absl::IsInvalidArgument(status) || absl::IsNotFound(status) || absl::IsUnauthenticated(status) ||
         absl::IsPermissionDenied(status) || absl::IsUnimplemented(status) || absl::IsFailedPrecondition(status);
}

/// How a connection stands that ended with this answer.
[[nodiscard]] inline ConnectionState state_after(const absl::Status& status) {
  if (absl::IsUnimplemented(status)) return ConnectionState::kOtherVersion;
  if (absl::IsUnauthenticated(status)) return ConnectionState::kExpired;
  if (absl::IsPermissionDenied(status)) return ConnectionState::kForbidden;
  return is_refusal(status) ? ConnectionState::kRefused : ConnectionState::kDisconnected;
}

/// Tells a handler when the state changes, or a refusal its reason, and only then. Called from one thread at a time.
class ConnectionReport {
 public:
  explicit ConnectionReport(std::function<void(ConnectionState, const std::string&)> handler)
      : handler_(std::move(handler)) {}

  void set(ConnectionState state, const std::string& detail) {
    if (told_ && state == state_ && (!is_refusal(state) || detail == detail_)) {
      return;
    }
    told_ = true;
    state_ = state;
    detail_ = detail;
    if (handler_) {
      handler_(state, detail);
    }
  }

 private:
  std::function<void(ConnectionState, const std::string&)> handler_;
  ConnectionState state_ = ConnectionState::kConnecting;
  std::string detail_;
  bool told_ = false;
};

/// Opens a server stream again and again until it is destroyed. All hooks are called on one thread of its own, but the
/// first ConnectionState::kConnecting, which is told by the constructor.
template <typename Response>
class WatchLoop {
 public:
  struct Hooks {
    /// Prepares the rpc; it is started afterwards.
    std::function<std::unique_ptr<grpc::ClientAsyncReader<Response>>(grpc::ClientContext*, grpc::CompletionQueue*)>
        begin;
    std::function<absl::Status(const Response&)> on_message;  ///< Not OK: the stream is opened again.
    std::function<void(ConnectionState, const std::string&)> on_connection;
  };

  WatchLoop(Hooks hooks, WatchOptions options)
      : state_(std::make_shared<State>(std::move(hooks), std::move(options), thread_.queue())) {
    state_->report.set(ConnectionState::kConnecting, "");
    state_->open(state_);
  }

  ~WatchLoop() { state_->stop(); }

  WatchLoop(const WatchLoop&) = delete;
  WatchLoop& operator=(const WatchLoop&) = delete;

 private:
  struct State;

  /// One opening of the stream; deletes itself when it is over.
  class Attempt final : public Step {
   public:
    explicit Attempt(std::shared_ptr<State> state) : state_(std::move(state)) {}

    void begin() {
      reader_ = state_->hooks.begin(&context_, state_->queue);
      reader_->StartCall(tag_of(this));
    }

    void cancel() { context_.TryCancel(); }

    void proceed(bool ok) override {
      switch (stage_) {
        case Stage::kStarting:
          return ok ? read() : end();
        case Stage::kReading:
          return ok ? take() : end();
        case Stage::kEnding:
          return settle();
      }
    }

   private:
    enum class Stage { kStarting, kReading, kEnding };

    void read() {
      stage_ = Stage::kReading;
      reader_->Read(&response_, tag_of(this));
    }

    void take() {
      verdict_ = state_->take(response_);
      if (verdict_.ok()) return read();
      context_.TryCancel();
      end();
    }

    void end() {
      stage_ = Stage::kEnding;
      reader_->Finish(&status_, tag_of(this));
    }

    void settle() {
      const std::shared_ptr<State> state = std::move(state_);
      const absl::Status verdict = verdict_;
      const absl::Status result = verdict.ok() ? to_status(status_) : verdict;
      // Before finished() lets the owner go: the channel must not be held by what is left of an attempt.
      state->detach();
      delete this;
      state->finished(state, result, !verdict.ok());
    }

    std::shared_ptr<State> state_;
    grpc::ClientContext context_;
    std::unique_ptr<grpc::ClientAsyncReader<Response>> reader_;  // After the context, whose memory it lies in.
    Response response_;
    grpc::Status status_;
    absl::Status verdict_;
    Stage stage_ = Stage::kStarting;
  };

  struct State {
    State(Hooks the_hooks, WatchOptions the_options, grpc::CompletionQueue* the_queue)
        : hooks(std::move(the_hooks)),
          options(std::move(the_options)),
          queue(the_queue),
          report(hooks.on_connection),
          backoff(options.backoff, options.random),
          timer(options.make_timer ? options.make_timer() : std::make_unique<QueueTimer>(queue)) {}

    void open(const std::shared_ptr<State>& self) {
      Attempt* attempt = nullptr;
      {
        const std::scoped_lock lock(mutex);
        if (stopping) {
          return;
        }
        attempt = current = new Attempt(self);
        running = true;
      }
      attempt->begin();
    }

    absl::Status take(const Response& response) {
      backoff.reset();
      report.set(ConnectionState::kConnected, "");
      return hooks.on_message(response);
    }

    void detach() {
      const std::scoped_lock lock(mutex);
      current = nullptr;
    }

    void finished(const std::shared_ptr<State>& self, const absl::Status& status, bool own_wish) {
      absl::Duration wait = backoff.next();
      if (is_refusal(status)) {
        wait = options.refused_wait;
      }
      bool last = false;
      {
        const std::scoped_lock lock(mutex);
        last = stopping;
      }
      // What cannot be understood will not be understood the next time either: that is told, a missed version is not.
      if (!last && (!own_wish || is_refusal(status))) {
        report.set(state_after(status), status.ok() ? "the service ended the stream" : std::string(status.message()));
      }
      const std::scoped_lock lock(mutex);
      if (!stopping) {
        timer->start(wait, [self] { self->open(self); });
      }
      running = false;
      settled.notify_all();
    }

    void stop() {
      std::unique_lock lock(mutex);
      stopping = true;
      timer->cancel();
      if (current != nullptr) {
        current->cancel();  // Also when it has not begun: gRPC remembers.
      }
      settled.wait(lock, [this] { return !running; });
    }

    const Hooks hooks;
    const WatchOptions options;
    grpc::CompletionQueue* const queue;  // Of the owner, which stops the state before it goes.
    ConnectionReport report;             // Touched by one attempt at a time.
    Backoff backoff;                     // Likewise.
    std::mutex mutex;                    // Guards what follows.
    std::condition_variable settled;
    std::unique_ptr<Timer> timer;
    Attempt* current = nullptr;  // To cancel it.
    bool running = false;        // An attempt exists or was not settled yet.
    bool stopping = false;
  };

  CompletionThread thread_;  // First: goes when the state has stopped.
  std::shared_ptr<State> state_;
};

}  // namespace aandacht::net
