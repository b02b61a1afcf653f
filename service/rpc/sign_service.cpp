#include "aandacht/v1/signs.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/wire/signs.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawQuestions =
    v1::SignService::WithRawCallbackMethod_ListRepeatedQuestions<v1::SignService::WithRawCallbackMethod_GetSignProposal<
        v1::SignService::WithRawCallbackMethod_GetSignFindings<v1::SignService::Service>>>;
using RawService = v1::SignService::WithRawCallbackMethod_PutSign<
    v1::SignService::WithRawCallbackMethod_ListSigns<v1::SignService::WithRawCallbackMethod_ListSignVersions<
        v1::SignService::WithRawCallbackMethod_GetSignEffect<RawQuestions>>>>;

class SignService final : public RawService {
 public:
  explicit SignService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* ListRepeatedQuestions(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                                  grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::repeated);
  }
  grpc::ServerUnaryReactor* GetSignProposal(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                            grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::propose);
  }
  grpc::ServerUnaryReactor* GetSignFindings(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                            grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::check);
  }
  grpc::ServerUnaryReactor* PutSign(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                    grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::put);
  }
  grpc::ServerUnaryReactor* ListSigns(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::list);
  }
  grpc::ServerUnaryReactor* ListSignVersions(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                             grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::versions);
  }
  grpc::ServerUnaryReactor* GetSignEffect(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                          grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &SignService::effect);
  }

 private:
  void repeated(const v1::ListRepeatedQuestionsRequest& request,
                const Answer<v1::ListRepeatedQuestionsResponse>& answer) {
    const auto questions = core_.signs().repeated(request.day_count(), request.language(), request.page_size());
    if (questions.ok()) answer.response() = wire::to_proto(*questions);
    answer.finish(questions.status());
  }

  void propose(const v1::GetSignProposalRequest& request, const Answer<v1::GetSignProposalResponse>& answer) {
    const std::optional<domain::SignPlace> place = wire::from_proto(request.place());
    if (!place) return answer.refuse_enum("place");
    const auto proposal = core_.signs().propose(request.group_id(), *place, request.language());
    if (proposal.ok()) answer.response() = wire::to_proto(*proposal);
    answer.finish(proposal.status());
  }

  void check(const v1::GetSignFindingsRequest& request, const Answer<v1::GetSignFindingsResponse>& answer) {
    const std::optional<domain::SignPlace> place = wire::from_proto(request.place());
    if (!place) return answer.refuse_enum("place");
    const auto findings = core_.signs().check(*place, request.language(), request.text());
    if (findings.ok()) {
      for (const domain::SignFinding& each : *findings) *answer.response().add_findings() = wire::to_proto(each);
    }
    answer.finish(findings.status());
  }

  void put(const v1::PutSignRequest& request, const Answer<v1::PutSignResponse>& answer) {
    const absl::StatusOr<domain::ListedSign> sign = wire::from_proto(request.sign());
    if (!sign.ok()) return answer.finish(sign.status());
    // With tokens the token says who writes.
    const security::Caller& caller = answer.caller();
    const std::string& signed_in = caller.name.empty() ? caller.id : caller.name;
    const std::string& editor = caller.role || request.editor().empty() ? signed_in : request.editor();
    const core::PutSign put{request.request_id(), sign->sign, request.base_version(), editor};
    core_.signs().put(put, [this, put, answer](const absl::StatusOr<domain::Sign>& stored) {
      if (stored.ok()) tell(*stored, answer.response());
      if (stored.ok()) answer.response().set_stood_before(core::stood_before(put, *stored));
      answer.finish(stored.status());
    });
  }

  void tell(const domain::Sign& stored, v1::PutSignResponse& response) {
    *response.mutable_sign() = wire::to_proto(domain::ListedSign{stored, {}});
    const auto findings = core_.signs().check(stored.place, stored.language, stored.text);
    if (!findings.ok()) return;
    for (const domain::SignFinding& each : *findings) *response.add_findings() = wire::to_proto(each);
  }

  void list(const v1::ListSignsRequest& request, const Answer<v1::ListSignsResponse>& answer) {
    const auto signs = core_.signs().list(request.group_id());
    if (signs.ok()) {
      for (const domain::ListedSign& each : *signs) *answer.response().add_signs() = wire::to_proto(each);
    }
    answer.finish(signs.status());
  }

  void versions(const v1::ListSignVersionsRequest& request, const Answer<v1::ListSignVersionsResponse>& answer) {
    const auto versions = core_.signs().versions(request.sign_id());
    if (versions.ok()) {
      for (const domain::Sign& each : *versions) {
        *answer.response().add_versions() = wire::to_proto(domain::ListedSign{each, {}});
      }
    }
    answer.finish(versions.status());
  }

  void effect(const v1::GetSignEffectRequest& request, const Answer<v1::GetSignEffectResponse>& answer) {
    const auto effect = core_.signs().effect(request.sign_id());
    if (effect.ok()) *answer.response().mutable_effect() = wire::to_proto(*effect);
    answer.finish(effect.status());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_sign_service(core::Core& core) { return std::make_unique<SignService>(core); }

}  // namespace aandacht::rpc
