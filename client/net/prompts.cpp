#include "client/net/prompts.h"

#include <grpcpp/grpcpp.h>

#include <utility>

#include "aandacht/v1/floor.grpc.pb.h"
#include "aandacht/v1/prompts.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/open_questions.h"
#include "shared/wire/prompts.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

constexpr int kMostTemplates = 500;

std::optional<absl::Time> time_of(bool present, const google::protobuf::Timestamp& message) {
  if (!present) return std::nullopt;
  const absl::StatusOr<absl::Time> time = wire::from_proto(message);
  return time.ok() ? std::optional(*time) : std::nullopt;
}

absl::StatusOr<std::vector<domain::PromptFinding>> read_findings(const v1::CheckPromptResponse& response) {
  std::vector<domain::PromptFinding> findings;
  for (const v1::PromptFinding& each : response.findings()) {
    // A newer service may find more than this program has words for.
    const absl::StatusOr<domain::PromptFinding> finding = wire::from_proto(each);
    if (finding.ok()) findings.push_back(*finding);
  }
  return findings;
}

PromptAllowance read_allowance(const v1::GetPromptAllowanceResponse& response) {
  PromptAllowance allowance;
  allowance.per_hour = response.per_hour_count();
  allowance.quiet_until = time_of(response.has_quiet_end_time(), response.quiet_end_time());
  for (const v1::PromptAllowance& each : response.allowances()) {
    allowance.agents.push_back({each.agent_id(), each.team_id(), each.left_count(),
                                time_of(each.has_room_time(), each.room_time()).value_or(absl::InfinitePast()),
                                each.away()});
  }
  return allowance;
}

v1::PushPromptRequest request_of(const PromptOrder& order) {
  v1::PushPromptRequest request;
  request.set_prompt_id(order.id);
  for (const std::string& agent : order.audience.agent_ids) request.add_agent_ids(agent);
  for (const std::string& team : order.audience.team_ids) request.add_team_ids(team);
  request.set_everybody(order.audience.everybody);
  request.set_supervisor(order.supervisor);
  request.set_text(order.text);
  request.set_reason(order.reason);
  request.set_urgent(order.urgent);
  request.set_template_id(order.template_id);
  *request.mutable_time_to_live() = wire::to_proto(order.time_to_live);
  wire::repair_text(request);
  return request;
}

}  // namespace

struct Prompts::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : prompts(v1::PromptService::NewStub(channel)), floor(v1::FloorService::NewStub(channel)), questions(timeout) {}

  const std::unique_ptr<v1::PromptService::Stub> prompts;
  const std::unique_ptr<v1::FloorService::Stub> floor;
  OpenQuestions questions;
};

Prompts::Prompts(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : shared_(std::make_unique<Shared>(channel, timeout)) {}

Prompts::~Prompts() = default;

void Prompts::check(const std::string& text, const std::string& reason, const std::string& language,
                    Answer<std::vector<domain::PromptFinding>> answer) {
  v1::CheckPromptRequest request;
  request.set_text(text);
  request.set_reason(reason);
  request.set_language(language);
  wire::repair_text(request);
  shared_->questions.ask<v1::CheckPromptResponse>(
      [&](auto* context, auto* queue) { return shared_->prompts->AsyncCheckPrompt(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::CheckPromptResponse& response) {
        answer(status.ok() ? read_findings(response) : status);
      });
}

void Prompts::templates(const std::string& language, Answer<std::vector<domain::PromptTemplate>> answer) {
  v1::ListPromptTemplatesRequest request;
  request.set_language(language);
  request.set_page_size(kMostTemplates);
  shared_->questions.ask<v1::ListPromptTemplatesResponse>(
      [&](auto* context, auto* queue) { return shared_->prompts->AsyncListPromptTemplates(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListPromptTemplatesResponse& response) {
        if (!status.ok()) return answer(status);
        std::vector<domain::PromptTemplate> templates;
        for (const v1::PromptTemplate& each : response.templates()) templates.push_back(wire::from_proto(each));
        answer(std::move(templates));
      });
}

void Prompts::allowance(const PromptAudience& audience, const std::string& supervisor, Answer<PromptAllowance> answer) {
  v1::GetPromptAllowanceRequest request;
  for (const std::string& agent : audience.agent_ids) request.add_agent_ids(agent);
  for (const std::string& team : audience.team_ids) request.add_team_ids(team);
  request.set_everybody(audience.everybody);
  request.set_supervisor(supervisor);
  shared_->questions.ask<v1::GetPromptAllowanceResponse>(
      [&](auto* context, auto* queue) { return shared_->prompts->AsyncGetPromptAllowance(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetPromptAllowanceResponse& response) {
        answer(status.ok() ? absl::StatusOr<PromptAllowance>(read_allowance(response)) : status);
      });
}

void Prompts::push(const PromptOrder& order, Answer<PromptPushed> answer) {
  shared_->questions.ask<v1::PushPromptResponse>(
      [&](auto* context, auto* queue) { return shared_->floor->AsyncPushPrompt(context, request_of(order), queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::PushPromptResponse& response) {
        if (!status.ok()) return answer(status);
        answer(PromptPushed{response.desk_count(), response.waiting_count(),
                            time_of(response.has_quiet_end_time(), response.quiet_end_time())});
      });
}

void Prompts::recall(const std::string& prompt_id, Answer<bool> answer) {
  v1::RecallPromptRequest request;
  request.set_prompt_id(prompt_id);
  shared_->questions.ask<v1::RecallPromptResponse>(
      [&](auto* context, auto* queue) { return shared_->prompts->AsyncRecallPrompt(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::RecallPromptResponse& response) {
        answer(status.ok() ? absl::StatusOr<bool>(response.duplicate()) : status);
      });
}

}  // namespace aandacht::net
