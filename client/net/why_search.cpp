#include "client/net/why_search.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "aandacht/v1/library.grpc.pb.h"
#include "client/net/channel.h"
#include "shared/wire/library.h"

namespace aandacht::net {

struct WhySearch::Shared {
  explicit Shared(const std::shared_ptr<grpc::Channel>& channel) : stub(v1::LibraryService::NewStub(channel)) {}

  std::unique_ptr<v1::LibraryService::Stub> stub;
  std::mutex mutex;  // Guards newest.
  std::shared_ptr<Question> newest;
};

struct WhySearch::Question {
  grpc::ClientContext context;
  v1::SearchWhysRequest request;
  v1::SearchWhysResponse response;
  Answer answer;
};

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

WhySearch::WhySearch(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : shared_(std::make_shared<Shared>(channel)), timeout_(timeout) {}

WhySearch::~WhySearch() {
  // The mutex is held while an answer is told, so nothing is told after this.
  const std::scoped_lock lock(shared_->mutex);
  if (shared_->newest) shared_->newest->context.TryCancel();
  shared_->newest.reset();
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
  shared_->stub->async()->SearchWhys(&question->context, &question->request, &question->response,
                                     [shared = shared_, question](const grpc::Status& status) {
                                       const std::scoped_lock lock(shared->mutex);
                                       if (shared->newest != question) return;
                                       shared->newest.reset();
                                       question->answer(whys_of(status, question->response));
                                     });
}

}  // namespace aandacht::net
