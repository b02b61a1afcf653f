#include "client/net/signs.h"

#include <utility>

#include "aandacht/v1/signs.grpc.pb.h"
#include "client/net/open_questions.h"
#include "shared/wire/repair.h"
#include "shared/wire/signs.h"

namespace aandacht::net {
namespace {

/// What a list of messages says; of findings that this version does not know there may be some.
template <typename Domain, typename List>
absl::StatusOr<std::vector<Domain>> all_of(const List& messages) {
  std::vector<Domain> values;
  for (const auto& message : messages) {
    auto value = wire::from_proto(message);
    if (!value.ok()) return value.status();
    values.push_back(*std::move(value));
  }
  return values;
}

std::vector<domain::SignFinding> known_findings(const google::protobuf::RepeatedPtrField<v1::SignFinding>& messages) {
  std::vector<domain::SignFinding> findings;
  for (const v1::SignFinding& message : messages) {
    absl::StatusOr<domain::SignFinding> finding = wire::from_proto(message);
    if (finding.ok()) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace

struct Signs::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : stub(v1::SignService::NewStub(channel)), questions(timeout) {}

  const std::unique_ptr<v1::SignService::Stub> stub;
  OpenQuestions questions;
};

Signs::Signs(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
    : shared_(std::make_unique<Shared>(channel, timeout)) {}

Signs::~Signs() = default;

void Signs::repeated(int days, const std::string& language, int most, Answer<domain::RepeatedQuestions> answer) {
  v1::ListRepeatedQuestionsRequest request;
  request.set_day_count(days);
  request.set_language(language);
  request.set_page_size(most);
  shared_->questions.ask<v1::ListRepeatedQuestionsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncListRepeatedQuestions(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListRepeatedQuestionsResponse& response) {
        answer(status.ok() ? wire::from_proto(response) : status);
      });
}

void Signs::propose(const std::string& group, domain::SignPlace place, const std::string& language,
                    Answer<domain::SignProposal> answer) {
  v1::GetSignProposalRequest request;
  request.set_group_id(group);
  request.set_place(wire::to_proto(place));
  request.set_language(language);
  shared_->questions.ask<v1::GetSignProposalResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetSignProposal(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetSignProposalResponse& response) {
        answer(status.ok() ? wire::from_proto(response) : status);
      });
}

void Signs::check(domain::SignPlace place, const std::string& language, const std::string& text,
                  Answer<std::vector<domain::SignFinding>> answer) {
  v1::GetSignFindingsRequest request;
  request.set_place(wire::to_proto(place));
  request.set_language(language);
  request.set_text(text);
  wire::repair_text(request);
  shared_->questions.ask<v1::GetSignFindingsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetSignFindings(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetSignFindingsResponse& response) {
        if (!status.ok()) return answer(status);
        answer(known_findings(response.findings()));
      });
}

void Signs::put(const std::string& request_id, const domain::Sign& sign, int base_version, const std::string& editor,
                Answer<StoredSign> answer) {
  v1::PutSignRequest request;
  request.set_request_id(request_id);
  *request.mutable_sign() = wire::to_proto(domain::ListedSign{sign, {}});
  request.set_base_version(base_version);
  request.set_editor(editor);
  wire::repair_text(request);
  shared_->questions.ask<v1::PutSignResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncPutSign(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::PutSignResponse& response) {
        if (!status.ok()) return answer(status);
        absl::StatusOr<domain::ListedSign> stored = wire::from_proto(response.sign());
        if (!stored.ok()) return answer(stored.status());
        answer(StoredSign{std::move(stored->sign), known_findings(response.findings()), response.stood_before()});
      });
}

void Signs::list(const std::string& group, Answer<std::vector<domain::ListedSign>> answer) {
  v1::ListSignsRequest request;
  request.set_group_id(group);
  shared_->questions.ask<v1::ListSignsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncListSigns(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListSignsResponse& response) {
        answer(status.ok() ? all_of<domain::ListedSign>(response.signs()) : status);
      });
}

void Signs::versions(const std::string& sign_id, Answer<std::vector<domain::Sign>> answer) {
  v1::ListSignVersionsRequest request;
  request.set_sign_id(sign_id);
  shared_->questions.ask<v1::ListSignVersionsResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncListSignVersions(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::ListSignVersionsResponse& response) {
        if (!status.ok()) return answer(status);
        absl::StatusOr<std::vector<domain::ListedSign>> rows = all_of<domain::ListedSign>(response.versions());
        if (!rows.ok()) return answer(rows.status());
        std::vector<domain::Sign> versions;
        for (domain::ListedSign& row : *rows) versions.push_back(std::move(row.sign));
        answer(std::move(versions));
      });
}

void Signs::effect(const std::string& sign_id, Answer<domain::SignEffect> answer) {
  v1::GetSignEffectRequest request;
  request.set_sign_id(sign_id);
  shared_->questions.ask<v1::GetSignEffectResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncGetSignEffect(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, const v1::GetSignEffectResponse& response) {
        answer(status.ok() ? wire::from_proto(response.effect()) : status);
      });
}

}  // namespace aandacht::net
