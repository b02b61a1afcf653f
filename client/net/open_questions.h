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

/// Ask from one thread, not from an answer. Answers come on a thread of its own, which begins with the first question.
class OpenQuestions {
 public:
  explicit OpenQuestions(absl::Duration timeout) : shared_(std::make_shared<Shared>()), timeout_(timeout) {}

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~OpenQuestions() {
    {
      // The mutex is held while an answer is told, so nothing is told after this.
      const std::scoped_lock lock(shared_->mutex);
      shared_->ended = true;
      for (grpc::ClientContext* context : shared_->under_way) context->TryCancel();
    }
    thread_.reset();
  }
  OpenQuestions(const OpenQuestions&) = delete;
  OpenQuestions& operator=(const OpenQuestions&) = delete;

  /// `begin` (ClientContext*, CompletionQueue* → reader of a Response) asks; `tell` (const absl::Status&, Response&)
  /// has the answer.
  template <typename Response, typename Begin, typename Tell>
  void ask(Begin begin, Tell tell) {
    auto* question = new Question<Response, Tell>(std::move(tell));  // Its own, until its answer is told.
    question->shared = shared_;
    question->context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout_));
    {
      const std::scoped_lock lock(shared_->mutex);
      shared_->under_way.insert(&question->context);
    }
    if (thread_ == nullptr) thread_ = std::make_unique<CompletionThread>();
    question->reader = begin(&question->context, thread_->queue());
    question->reader->Finish(&question->response, &question->status, tag_of(question));
  }

 private:
  struct Shared {
    std::mutex mutex;                          // Guards the rest; held while an answer is told.
    std::set<grpc::ClientContext*> under_way;  // To be cancelled at the end.
    bool ended = false;
  };
  template <typename Response, typename Tell>
  struct Question final : Step {
    explicit Question(Tell told) : tell(std::move(told)) {}

    void proceed(bool) override {
      const std::unique_ptr<Question> last(this);
      const std::shared_ptr<Shared> kept = shared;
      const std::scoped_lock lock(kept->mutex);
      kept->under_way.erase(&context);
      if (!kept->ended) tell(to_status(status), response);
    }

    std::shared_ptr<Shared> shared;
    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientAsyncResponseReader<Response>> reader;
    grpc::Status status;
    Response response;
    Tell tell;
  };

  const std::shared_ptr<Shared> shared_;
  const absl::Duration timeout_;
  std::unique_ptr<CompletionThread> thread_;
};

}  // namespace aandacht::net
