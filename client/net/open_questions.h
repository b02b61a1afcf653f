// Unary calls of which each is answered, however many are under way. For the .cpp files of this folder.
#pragma once

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"

namespace aandacht::net {

/// Calls that were begun and whose end was not told yet. Safe to use from any thread.
class UnderWay {
 public:
  void begin(grpc::ClientContext& context) {
    const std::scoped_lock lock(mutex_);
    contexts_.insert(&context);
  }

  /// Runs `tell` unless nothing is told any more; more of the call follows.
  template <typename Tell>
  void between(Tell tell) {
    const std::scoped_lock lock(mutex_);
    if (!ended_) tell();
  }

  /// The same with the call's end.
  template <typename Tell>
  void end(grpc::ClientContext& context, Tell tell) {
    const std::scoped_lock lock(mutex_);
    contexts_.erase(&context);
    if (!ended_) tell();
  }

  /// Nothing is told any more when this returns. Not from inside `tell`.
  void cancel_all() {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    for (grpc::ClientContext* context : contexts_) context->TryCancel();
  }

 private:
  std::mutex mutex_;  // Held while something is told.
  std::set<grpc::ClientContext*> contexts_;
  bool ended_ = false;
};

/// Ask from one thread, not from an answer. Answers come on a thread of its own, which begins with the first question.
class OpenQuestions {
 public:
  explicit OpenQuestions(absl::Duration timeout) : timeout_(timeout) {}

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~OpenQuestions() {
    under_way_->cancel_all();
    thread_.reset();
  }
  OpenQuestions(const OpenQuestions&) = delete;
  OpenQuestions& operator=(const OpenQuestions&) = delete;

  /// `begin` (ClientContext*, CompletionQueue* → reader of a Response) asks; `tell` (const absl::Status&, Response&)
  /// has the answer.
  template <typename Response, typename Begin, typename Tell>
  void ask(Begin begin, Tell tell) {
    auto* question = new Question<Response, Tell>(std::move(tell));  // Its own, until its answer is told.
    question->under_way = enter(question->context, timeout_);
    question->reader = begin(&question->context, queue());
    question->reader->Finish(&question->response, &question->status, tag_of(question));
  }

  /// For a call of another shape: from now on it is cancelled with the questions, until it says its end.
  [[nodiscard]] std::shared_ptr<UnderWay> enter(grpc::ClientContext& context, absl::Duration timeout) {
    context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout));
    under_way_->begin(context);
    return under_way_;
  }
  [[nodiscard]] grpc::CompletionQueue* queue() {
    if (thread_ == nullptr) thread_ = std::make_unique<CompletionThread>();
    return thread_->queue();
  }
  [[nodiscard]] absl::Duration timeout() const { return timeout_; }

 private:
  template <typename Response, typename Tell>
  struct Question final : Step {
    explicit Question(Tell told) : tell(std::move(told)) {}

    void proceed(bool) override {
      const std::unique_ptr<Question> last(this);
      under_way->end(context, [&] { tell(to_status(status), response); });
    }

    std::shared_ptr<UnderWay> under_way;
    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientAsyncResponseReader<Response>> reader;
    grpc::Status status;
    Response response;
    Tell tell;
  };

  const std::shared_ptr<UnderWay> under_way_ = std::make_shared<UnderWay>();
  const absl::Duration timeout_;
  std::unique_ptr<CompletionThread> thread_;
};

}  // namespace aandacht::net
