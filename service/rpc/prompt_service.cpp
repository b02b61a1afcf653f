#include <algorithm>

#include "aandacht/v1/prompts.grpc.pb.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "service/rpc/answers.h"
#include "service/rpc/prompt_pages.h"
#include "service/rpc/services.h"
#include "service/rpc/times.h"
#include "service/rpc/watch_stream.h"
#include "shared/content/check_prompt.h"
#include "shared/wire/prompts.h"

namespace aandacht::rpc {
namespace {

constexpr std::size_t kLongestChecked = 2000;

core::Leads leads_of(const security::Caller& caller) {
  return [caller](const std::string& team) { return security::leads(caller, team); };
}

v1::WatchPromptsResponse to_response(const core::PromptWatch::Item& item, absl::Time now) {
  v1::WatchPromptsResponse response;
  for (const domain::PushedPrompt& prompt : item.prompts) *response.add_prompts() = wire::to_proto(prompt);
  response.set_begins(item.begins);
  *response.mutable_time() = wire::to_proto(now);
  return response;
}

// Unary calls are taken as bytes, to be read leniently.
using RawService =
    v1::PromptService::WithRawCallbackMethod_AcknowledgePrompts<v1::PromptService::WithRawCallbackMethod_RecallPrompt<
        v1::PromptService::WithCallbackMethod_WatchPrompts<v1::PromptService::WithRawCallbackMethod_ListPrompts<
            v1::PromptService::WithRawCallbackMethod_GetPromptAllowance<
                v1::PromptService::WithRawCallbackMethod_ListPromptTemplates<
                    v1::PromptService::WithRawCallbackMethod_CheckPrompt<v1::PromptService::Service>>>>>>>;

class PromptService final : public RawService {
 public:
  PromptService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerWriteReactor<v1::WatchPromptsResponse>* WatchPrompts(
      grpc::CallbackServerContext* context, const v1::WatchPromptsRequest* /*request*/) override {
    using WatchPromptsStream = WatchStream<v1::WatchPromptsResponse>;
    const core::Leads leads = leads_of(caller_of(*context));
    return WatchPromptsStream::open(streams_, [&](std::function<void()> ready) -> WatchPromptsStream::Source {
      const std::shared_ptr<core::PromptWatch> watch = core_.prompts().watch(leads, std::move(ready));
      return [watch, &clock = core_.clock()]() -> std::optional<v1::WatchPromptsResponse> {
        if (const auto item = watch->next()) return to_response(*item, clock.now());
        return std::nullopt;
      };
    });
  }

  grpc::ServerUnaryReactor* CheckPrompt(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &PromptService::check_prompt);
  }

  grpc::ServerUnaryReactor* ListPromptTemplates(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                                grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &PromptService::list_templates);
  }

  grpc::ServerUnaryReactor* GetPromptAllowance(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                               grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &PromptService::get_allowance);
  }

  grpc::ServerUnaryReactor* ListPrompts(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &PromptService::list_prompts);
  }

  grpc::ServerUnaryReactor* RecallPrompt(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                         grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &PromptService::recall_prompt);
  }

  grpc::ServerUnaryReactor* AcknowledgePrompts(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                               grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &PromptService::acknowledge_prompts);
  }

 private:
  void check_prompt(const v1::CheckPromptRequest& request, const Answer<v1::CheckPromptResponse>& answer) {
    if (request.text().size() > kLongestChecked || request.reason().size() > kLongestChecked) {
      return answer.finish(absl::InvalidArgumentError("a text is longer than a prompt may be; make it shorter"));
    }
    const auto knowledge = core_.knowledge();
    for (const domain::PromptFinding& each :
         content::check_prompt_words(request.text(), request.reason(), request.language(), knowledge->library.jargon)) {
      *answer.response().add_findings() = wire::to_proto(each);
    }
    answer.finish(absl::OkStatus());
  }

  void list_templates(const v1::ListPromptTemplatesRequest& request,
                      const Answer<v1::ListPromptTemplatesResponse>& answer) {
    int most = request.page_size();
    if (absl::Status status = core::check_page_size(most); !status.ok()) return answer.finish(status);
    const std::vector<domain::PromptTemplate> templates = core_.prompts().templates(request.language());
    std::size_t begin = 0;
    if (!request.page_token().empty() &&
        (!absl::SimpleAtoi(request.page_token(), &begin) || begin > templates.size())) {
      return answer.finish(absl::InvalidArgumentError("page_token is not one that this list gave; begin anew"));
    }
    const std::size_t end = std::min(begin + static_cast<std::size_t>(most), templates.size());
    for (std::size_t i = begin; i < end; ++i) *answer.response().add_templates() = wire::to_proto(templates[i]);
    if (end < templates.size()) answer.response().set_next_page_token(absl::StrCat(end));
    answer.finish(absl::OkStatus());
  }

  void get_allowance(const v1::GetPromptAllowanceRequest& request,
                     const Answer<v1::GetPromptAllowanceResponse>& answer) {
    const security::Caller& caller = answer.caller();
    const core::PromptAudience audience{{request.agent_ids().begin(), request.agent_ids().end()},
                                        {request.team_ids().begin(), request.team_ids().end()},
                                        request.everybody()};
    if (audience.agent_ids.empty() && audience.team_ids.empty() && !audience.everybody) {
      return answer.finish(absl::InvalidArgumentError("name agent_ids, team_ids or everybody"));
    }
    const auto allowance =
        core_.prompts().allowance(caller.role ? caller.id : request.supervisor(), audience, leads_of(caller));
    if (!allowance.ok()) return answer.finish(allowance.status());
    answer.response().set_per_hour_count(allowance->per_hour);
    if (allowance->quiet_until && wire::is_finite(*allowance->quiet_until))
      *answer.response().mutable_quiet_end_time() = wire::to_proto(*allowance->quiet_until);
    for (const core::PromptAllowance::Agent& agent : allowance->agents) {
      v1::PromptAllowance& each = *answer.response().add_allowances();
      each.set_agent_id(agent.agent_id);
      each.set_team_id(agent.team);
      each.set_left_count(agent.left);
      if (wire::is_finite(agent.room)) *each.mutable_room_time() = wire::to_proto(agent.room);
      each.set_away(agent.away);
    }
    answer.finish(absl::OkStatus());
  }

  void list_prompts(const v1::ListPromptsRequest& request, const Answer<v1::ListPromptsResponse>& answer) {
    int most = request.page_size();
    if (absl::Status status = core::check_page_size(most); !status.ok()) return answer.finish(status);
    const auto from = sender_time("from_time", request.has_from_time(), request.from_time());
    if (!from.ok()) return answer.finish(from.status());
    const auto before = sender_time("before_time", request.has_before_time(), request.before_time());
    if (!before.ok()) return answer.finish(before.status());
    const absl::Time now = core_.clock().now();
    PromptPlace place;
    absl::Time until = before->value_or(now + absl::Seconds(1));
    if (!request.page_token().empty()) {
      const absl::StatusOr<PromptPlace> given = place_from_token(request.page_token());
      if (!given.ok()) return answer.finish(given.status());
      place = *given;
      until = place.pushed + absl::Nanoseconds(1);
    }
    auto prompts = core_.prompts().list(leads_of(answer.caller()), from->value_or(now - core::PromptWatch::kBack),
                                        until, most + place.told);
    if (!prompts.ok()) return answer.finish(prompts.status());
    drop_told(place, *prompts);
    if (prompts->size() > static_cast<std::size_t>(most)) prompts->resize(static_cast<std::size_t>(most));
    for (const domain::PushedPrompt& prompt : *prompts) *answer.response().add_prompts() = wire::to_proto(prompt);
    if (prompts->size() == static_cast<std::size_t>(most))
      answer.response().set_next_page_token(to_token(place_after(*prompts, place)));
    answer.finish(absl::OkStatus());
  }

  void recall_prompt(const v1::RecallPromptRequest& request, const Answer<v1::RecallPromptResponse>& answer) {
    core_.prompts().recall(request.prompt_id(), leads_of(answer.caller()),
                           [answer](const absl::StatusOr<bool>& duplicate) {
                             if (duplicate.ok()) answer.response().set_duplicate(*duplicate);
                             answer.finish(duplicate.status());
                           });
  }

  void acknowledge_prompts(const v1::AcknowledgePromptsRequest& request,
                           const Answer<v1::AcknowledgePromptsResponse>& answer) {
    core_.prompts().acknowledge(request.agent_id(),
                                {request.received_prompt_ids().begin(), request.received_prompt_ids().end()},
                                request.shown_prompt_id(), [answer](const absl::StatusOr<bool>& shown) {
                                  if (shown.ok()) answer.response().set_shown(*shown);
                                  answer.finish(shown.status());
                                });
  }

  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_prompt_service(core::Core& core, Streams& streams) {
  return std::make_unique<PromptService>(core, streams);
}

}  // namespace aandacht::rpc
