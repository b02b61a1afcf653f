#include "client/net/why_search.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/library.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/completion_thread.h"
#include "shared/wire/library.h"

namespace aandacht::net {
namespace {

absl::StatusOr<std::vector<domain::Why>> whys_of(const grpc::Status& status, const v1::SearchWhysResponse& response) {
  if (!status.ok()) return to_status(status);
  std::vector<domain::Why> whys;
  for (const v1::Why& message : response.whys()) {
    absl::StatusOr<domain::Why> why = wire::from_proto(message);
    if (!why.ok()) return why.status();
    whys.push_back(*std::move(why));
  }
  return whys;
}

}  // namespace

struct WhySearch::Shared {
  explicit Shared(const std::shared_ptr<grpc::Channel>& channel) : stub(v1::LibraryService::NewStub(channel)) {}

  std::unique_ptr<v1::LibraryService::Stub> stub;
  std::mutex mutex;  // Guards newest.
  std::shared_ptr<Question> newest;
};

struct WhySearch::Question final : Step {
  /// Tells the answer unless a newer question was asked.
  void proceed(bool) override {
    const std::shared_ptr<Question> last = std::move(self);
    const std::scoped_lock lock(shared->mutex);
    if (shared->newest.get() != this) return;
    shared->newest.reset();
    answer(whys_of(status, response));
  }

  std::shared_ptr<Shared> shared;
  std::shared_ptr<Question> self;  // Until gRPC is done with it.
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientAsyncResponseReader<v1::SearchWhysResponse>> reader;
  grpc::Status status;
  v1::SearchWhysRequest request;
  v1::SearchWhysResponse response;
  Answer answer;
};

WhySearch::WhySearch(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : shared_(std::make_shared<Shared>(channel)), timeout_(timeout) {}

WhySearch::~WhySearch() {
  {
    // The mutex is held while an answer is told, so nothing is told after this.
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest) shared_->newest->context.TryCancel();
    shared_->newest.reset();
  }
  thread_.reset();
}

void WhySearch::ask(const WhyQuery& query, Answer answer) {
  auto question = std::make_shared<Question>();
  question->context.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMicroseconds(timeout_));
  question->request.set_query(query.text);
  question->request.set_language(query.language);
  question->request.set_queue(query.queue);
  question->answer = std::move(answer);
  {
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest) shared_->newest->context.TryCancel();
    shared_->newest = question;
  }
  if (thread_ == nullptr) thread_ = std::make_unique<CompletionThread>();
  question->shared = shared_;
  question->self = question;
  question->reader = shared_->stub->AsyncSearchWhys(&question->context, question->request, thread_->queue());
  question->reader->Finish(&question->response, &question->status, tag_of(question.get()));
}

}  // namespace aandacht::net
