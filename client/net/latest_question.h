// Unary calls of which only the latest counts.
#pragma once

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "absl/time/time.h"
#include "client/net/completion_thread.h"

namespace aandacht::net {

/// A newer question makes the answer to an older one worthless: it is cancelled and not told.
///
/// Ask from one thread, not from an answer. Answers come on a thread of its own, which begins with the first question.
template <typename Service, typename Request, typename Response>
class LatestQuestion {
 public:
  using Stub = typename Service::Stub;
  using Reader = grpc::ClientAsyncResponseReader<Response>;
  using Method = std::unique_ptr<Reader> (Stub::*)(grpc::ClientContext*, const Request&, grpc::CompletionQueue*);
  using Answer = std::function<void(const grpc::Status&, Response&)>;

  LatestQuestion(const std::shared_ptr<grpc::Channel>& channel, Method method, absl::Duration timeout)
      : shared_(std::make_shared<Shared>(channel)), method_(method), timeout_(timeout) {}

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~LatestQuestion() {
    {
      // The mutex is held while an answer is told, so nothing is told after this.
      const std::scoped_lock lock(shared_->mutex);
      if (shared_->newest) shared_->newest->context.TryCancel();
      shared_->newest.reset();
    }
    thread_.reset();
  }
  LatestQuestion(const LatestQuestion&) = delete;
  LatestQuestion& operator=(const LatestQuestion&) = delete;

  void ask(Request request, Answer answer) {
    auto question = std::make_shared<Question>();
    question->context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout_));
    question->request = std::move(request);
    question->answer = std::move(answer);
    {
      const std::scoped_lock lock(shared_->mutex);
      if (shared_->newest) shared_->newest->context.TryCancel();
      shared_->newest = question;
    }
    if (thread_ == nullptr) thread_ = std::make_unique<CompletionThread>();
    question->shared = shared_;
    question->self = question;
    question->reader = (shared_->stub.get()->*method_)(&question->context, question->request, thread_->queue());
    question->reader->Finish(&question->response, &question->status, tag_of(question.get()));
  }

 private:
  struct Question;
  struct Shared {
    explicit Shared(const std::shared_ptr<grpc::Channel>& channel) : stub(Service::NewStub(channel)) {}

    std::unique_ptr<Stub> stub;
    std::mutex mutex;  // Guards newest.
    std::shared_ptr<Question> newest;
  };
  struct Question final : Step {
    /// Tells the answer unless a newer question was asked.
    void proceed(bool) override {
      const std::shared_ptr<Question> last = std::move(self);
      const std::scoped_lock lock(shared->mutex);
      if (shared->newest.get() != this) return;
      shared->newest.reset();
      answer(status, response);
    }

    std::shared_ptr<Shared> shared;
    std::shared_ptr<Question> self;  // Until gRPC is done with it.
    grpc::ClientContext context;
    std::unique_ptr<Reader> reader;
    grpc::Status status;
    Request request;
    Response response;
    Answer answer;
  };

  const std::shared_ptr<Shared> shared_;
  const Method method_;
  const absl::Duration timeout_;
  std::unique_ptr<CompletionThread> thread_;
};

}  // namespace aandacht::net
