#include "client/net/prompt_receipts.h"

#include <utility>

#include "aandacht/v1/prompts.grpc.pb.h"
#include "client/net/open_questions.h"

namespace aandacht::net {

struct PromptReceipts::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : stub(v1::PromptService::NewStub(channel)), questions(timeout) {}

  const std::unique_ptr<v1::PromptService::Stub> stub;
  OpenQuestions questions;
};

PromptReceipts::PromptReceipts(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
    : shared_(std::make_unique<Shared>(channel, timeout)) {}

PromptReceipts::~PromptReceipts() = default;

void PromptReceipts::send(const std::string& agent_id, const std::vector<std::string>& received,
                          const std::string& shown, std::function<void(absl::StatusOr<bool>)> told) {
  v1::AcknowledgePromptsRequest request;
  request.set_agent_id(agent_id);
  for (const std::string& id : received) request.add_received_prompt_ids(id);
  request.set_shown_prompt_id(shown);
  shared_->questions.ask<v1::AcknowledgePromptsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncAcknowledgePrompts(context, request, queue); },
      [told = std::move(told)](const absl::Status& status, const auto& response) {
        status.ok() ? told(response.shown()) : told(status);
      });
}

}  // namespace aandacht::net
