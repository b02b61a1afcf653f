#include "client/net/why_search.h"

#include <grpcpp/grpcpp.h>

#include <utility>

#include "aandacht/v1/library.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/latest_question.h"
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

struct WhySearch::Questions final : LatestQuestion<v1::LibraryService, v1::SearchWhysRequest, v1::SearchWhysResponse> {
  using LatestQuestion::LatestQuestion;
};

WhySearch::WhySearch(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : questions_(std::make_unique<Questions>(channel, &v1::LibraryService::Stub::AsyncSearchWhys, timeout)) {}

WhySearch::~WhySearch() = default;

void WhySearch::ask(const WhyQuery& query, Answer answer) {
  v1::SearchWhysRequest request;
  request.set_query(query.text);
  request.set_language(query.language);
  request.set_queue(query.queue);
  questions_->ask(std::move(request),
                  [answer = std::move(answer)](const grpc::Status& status, const v1::SearchWhysResponse& response) {
                    answer(whys_of(status, response));
                  });
}

}  // namespace aandacht::net
