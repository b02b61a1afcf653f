#include "aandacht/v1/why_checks.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/services.h"
#include "shared/security/caller.h"
#include "shared/wire/why_checks.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawService =
    v1::WhyCheckService::WithRawCallbackMethod_GetWhyCheck<v1::WhyCheckService::WithRawCallbackMethod_AnswerWhyCheck<
        v1::WhyCheckService::WithRawCallbackMethod_GetWhyMap<v1::WhyCheckService::Service>>>;

class WhyCheckService final : public RawService {
 public:
  explicit WhyCheckService(core::Core& core) : core_(core) {}

  grpc::ServerUnaryReactor* GetWhyCheck(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &WhyCheckService::take);
  }
  grpc::ServerUnaryReactor* AnswerWhyCheck(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                           grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &WhyCheckService::answer_check);
  }
  grpc::ServerUnaryReactor* GetWhyMap(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                      grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &WhyCheckService::map);
  }

 private:
  void take(const v1::GetWhyCheckRequest& request, const Answer<v1::GetWhyCheckResponse>& answer) {
    if (request.only_wish()) {
      const absl::StatusOr<bool> none = core_.why_checks().wants_none(request.agent_id());
      if (none.ok()) answer.response() = wire::to_proto(domain::WhyCheckOffer{std::nullopt, *none});
      return answer.finish(none.status());
    }
    core_.why_checks().take(request.agent_id(), request.language(),
                            [answer](const absl::StatusOr<domain::WhyCheckOffer>& offer) {
                              if (offer.ok()) answer.response() = wire::to_proto(*offer);
                              answer.finish(offer.status());
                            });
  }

  void answer_check(const v1::AnswerWhyCheckRequest& request, const Answer<v1::AnswerWhyCheckResponse>& answer) {
    core::AnswerWhyCheck given{request.request_id(), request.agent_id(), request.why_id(),
                               wire::from_proto(request.level())};
    const std::optional<domain::WhyCheckChoice> wish = wire::from_proto(request.wish());
    if (!given.level && !wish) return answer.refuse_enum("level or wish");
    if (wish) given.choice = *wish;
    core_.why_checks().answer(std::move(given),
                              [answer](const absl::StatusOr<bool>& written) { answer.finish(written.status()); });
  }

  void map(const v1::GetWhyMapRequest& request, const Answer<v1::GetWhyMapResponse>& answer) {
    const std::string& wanted = request.team_id();
    if (!wanted.empty() && !security::leads(answer.caller(), wanted)) {
      return answer.finish(absl::PermissionDeniedError("this token does not lead that team; ask for one that it does"));
    }
    const auto maps = core_.why_checks().maps([&](const std::string& team) {
      return wanted.empty() ? security::leads(answer.caller(), team) : team == wanted;
    });
    if (!maps.ok()) return answer.finish(maps.status());
    if (!wanted.empty() && maps->teams.empty())
      return answer.finish(absl::NotFoundError("the configuration has no team \"" + wanted + "\""));
    answer.response() = wire::to_proto(*maps);
    answer.finish(absl::OkStatus());
  }

  core::Core& core_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_why_check_service(core::Core& core) {
  return std::make_unique<WhyCheckService>(core);
}

}  // namespace aandacht::rpc
