#include "client/net/why_checks.h"

#include <utility>

#include "aandacht/v1/why_checks.grpc.pb.h"
#include "client/net/open_questions.h"
#include "shared/wire/why_checks.h"

namespace aandacht::net {

struct WhyChecks::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : stub(v1::WhyCheckService::NewStub(channel)), questions(timeout) {}

  void answer(const v1::AnswerWhyCheckRequest& request, Answer<bool> told) {
    questions.ask<v1::AnswerWhyCheckResponse>(
        [&](auto* context, auto* queue) { return stub->AsyncAnswerWhyCheck(context, request, queue); },
        [told = std::move(told)](const absl::Status& status, const auto&) {
          told(status.ok() ? absl::StatusOr<bool>(true) : status);
        });
  }

  const std::unique_ptr<v1::WhyCheckService::Stub> stub;
  OpenQuestions questions;
};

WhyChecks::WhyChecks(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
    : shared_(std::make_unique<Shared>(channel, timeout)) {}

WhyChecks::~WhyChecks() = default;

void WhyChecks::take(const std::string& agent_id, const std::string& language, Answer<domain::WhyCheckOffer> answer) {
  v1::GetWhyCheckRequest request;
  request.set_agent_id(agent_id);
  request.set_language(language);
  shared_->questions.ask<v1::GetWhyCheckResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetWhyCheck(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetWhyCheckResponse& response) {
        answer(status.ok() ? absl::StatusOr<domain::WhyCheckOffer>(wire::from_proto(response)) : status);
      });
}

void WhyChecks::wants_none(const std::string& agent_id, Answer<bool> answer) {
  v1::GetWhyCheckRequest request;
  request.set_agent_id(agent_id);
  request.set_only_wish(true);
  shared_->questions.ask<v1::GetWhyCheckResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetWhyCheck(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetWhyCheckResponse& response) {
        answer(status.ok() ? absl::StatusOr<bool>(wire::from_proto(response).never) : status);
      });
}

void WhyChecks::answer(const std::string& request_id, const std::string& agent_id, const std::string& why_id,
                       domain::WhyLevel level, Answer<bool> answer) {
  v1::AnswerWhyCheckRequest request;
  request.set_request_id(request_id);
  request.set_agent_id(agent_id);
  request.set_why_id(why_id);
  request.set_level(wire::to_proto(level));
  shared_->answer(request, std::move(answer));
}

void WhyChecks::wish(const std::string& request_id, const std::string& agent_id, domain::WhyCheckChoice choice,
                     Answer<bool> answer) {
  v1::AnswerWhyCheckRequest request;
  request.set_request_id(request_id);
  request.set_agent_id(agent_id);
  request.set_wish(wire::to_proto(choice));
  shared_->answer(request, std::move(answer));
}

void WhyChecks::map(const std::string& team, Answer<domain::WhyMaps> answer) {
  v1::GetWhyMapRequest request;
  request.set_team_id(team);
  shared_->questions.ask<v1::GetWhyMapResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetWhyMap(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetWhyMapResponse& response) {
        answer(status.ok() ? wire::from_proto(response) : status);
      });
}

}  // namespace aandacht::net
