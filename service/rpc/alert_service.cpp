#include "aandacht/v1/alerts.grpc.pb.h"
#include "service/rpc/answers.h"
#include "service/rpc/list_stream.h"
#include "service/rpc/services.h"
#include "service/rpc/watch_stream.h"
#include "shared/wire/alerts.h"
#include "shared/wire/time.h"

namespace aandacht::rpc {
namespace {

// Unary calls are taken as bytes, to be read leniently.
using RawRules = v1::AlertService::WithRawCallbackMethod_ListAlertRules<
    v1::AlertService::WithRawCallbackMethod_PutAlertRule<v1::AlertService::WithRawCallbackMethod_DeleteAlertRule<
        v1::AlertService::WithRawCallbackMethod_CheckAlertRule<v1::AlertService::Service>>>>;
using RawService =
    v1::AlertService::WithRawCallbackMethod_SettleAlert<v1::AlertService::WithRawCallbackMethod_SnoozeAlert<
        v1::AlertService::WithCallbackMethod_TryAlertRule<v1::AlertService::WithCallbackMethod_WatchAlerts<RawRules>>>>;
using TrialStream = ListStream<v1::TryAlertRuleResponse>;
using AlertStream = WatchStream<v1::WatchAlertsResponse>;

core::AlertCaller who(const security::Caller& caller) {
  const bool all = !caller.role || *caller.role == security::Role::kAdministrator;
  const bool leads = caller.role == security::Role::kSupervisor;
  return {caller.id, caller.name,
          all ? std::vector<std::string>{"*"} : (leads ? caller.teams : std::vector<std::string>()), known_as(caller)};
}

v1::AlertRule to_proto(const core::SeenRule& seen) {
  v1::AlertRule message = wire::to_proto(seen.rule);
  message.set_editable(seen.editable);
  message.set_team_gone(seen.team_gone);
  return message;
}

v1::TryAlertRuleResponse to_proto(const core::TrialStep& step) {
  v1::TryAlertRuleResponse response;
  response.set_progress(step.progress);
  for (const auto& [day, count] : step.days) {
    v1::AlertDay& each = *response.add_days();
    *each.mutable_day() = wire::to_proto(day);
    each.set_count(count);
  }
  response.set_turn_count(step.turns);
  for (const domain::Alert& alert : step.alerts) *response.add_alerts() = wire::to_proto(alert);
  return response;
}

v1::WatchAlertsResponse to_proto(const core::AlertWatch::News& news, absl::Time now) {
  v1::WatchAlertsResponse response;
  for (const domain::Alert& alert : news.alerts) *response.add_alerts() = wire::to_proto(alert);
  response.set_complete(news.complete);
  *response.mutable_time() = wire::to_proto(now);
  return response;
}

absl::StatusOr<domain::AlertRule> rule_of(bool given, const v1::AlertRule& message) {
  if (!given) return absl::InvalidArgumentError("rule is missing");
  return wire::from_proto(message);
}

TrialStream::Source steps_of(absl::StatusOr<std::unique_ptr<core::AlertTrial>> begun) {
  using Step = absl::StatusOr<std::optional<v1::TryAlertRuleResponse>>;
  if (!begun.ok()) return [status = begun.status()]() -> Step { return status; };
  const std::shared_ptr<core::AlertTrial> trial = *std::move(begun);
  return [trial]() -> Step {
    const absl::StatusOr<std::optional<core::TrialStep>> step = trial->next();
    if (!step.ok()) return step.status();
    if (!step->has_value()) return std::optional<v1::TryAlertRuleResponse>();
    return std::optional<v1::TryAlertRuleResponse>(to_proto(**step));
  };
}

class AlertService final : public RawService {
 public:
  AlertService(core::Core& core, Streams& streams) : core_(core), streams_(streams) {}

  grpc::ServerUnaryReactor* ListAlertRules(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                           grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &AlertService::list);
  }

  grpc::ServerUnaryReactor* PutAlertRule(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                         grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &AlertService::put);
  }

  grpc::ServerUnaryReactor* DeleteAlertRule(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                            grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &AlertService::remove);
  }

  grpc::ServerUnaryReactor* CheckAlertRule(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                           grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &AlertService::check);
  }

  grpc::ServerWriteReactor<v1::TryAlertRuleResponse>* TryAlertRule(grpc::CallbackServerContext* context,
                                                                   const v1::TryAlertRuleRequest* request) override {
    const absl::StatusOr<domain::AlertRule> rule = rule_of(request->has_rule(), request->rule());
    if (!rule.ok()) return TrialStream::open(streams_, steps_of(rule.status()));
    return TrialStream::open(streams_,
                             steps_of(core_.alerts().try_rule(*rule, request->day_count(), request->alert_limit(),
                                                              who(caller_of(*context)))));
  }

  grpc::ServerWriteReactor<v1::WatchAlertsResponse>* WatchAlerts(grpc::CallbackServerContext* context,
                                                                 const v1::WatchAlertsRequest* /*request*/) override {
    const core::AlertCaller caller = who(caller_of(*context));
    return AlertStream::open(streams_, [&](std::function<void()> ready) -> AlertStream::Source {
      const std::shared_ptr<core::AlertWatch> watch = core_.alerts().watch(caller, std::move(ready));
      return [watch, &clock = core_.clock()]() -> std::optional<v1::WatchAlertsResponse> {
        if (const auto news = watch->next()) return to_proto(*news, clock.now());
        return std::nullopt;
      };
    });
  }

  grpc::ServerUnaryReactor* SettleAlert(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &AlertService::settle);
  }

  grpc::ServerUnaryReactor* SnoozeAlert(grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                        grpc::ByteBuffer* out) override {
    return serve(context, in, out, this, &AlertService::snooze);
  }

 private:
  void list(const v1::ListAlertRulesRequest& request, const Answer<v1::ListAlertRulesResponse>& answer) {
    const auto page = core_.alerts().rules(who(answer.caller()), request.page_size(), request.page_token());
    if (page.ok()) {
      for (const core::SeenRule& rule : page->rows) *answer.response().add_rules() = to_proto(rule);
      answer.response().set_next_page_token(page->next);
      for (const std::string& team : core_.alerts().teams(who(answer.caller()))) answer.response().add_team_ids(team);
    }
    answer.finish(page.status());
  }

  void put(const v1::PutAlertRuleRequest& request, const Answer<v1::PutAlertRuleResponse>& answer) {
    absl::StatusOr<domain::AlertRule> rule = rule_of(request.has_rule(), request.rule());
    if (!rule.ok()) return answer.finish(rule.status());
    core_.alerts().put_rule(request.request_id(), *std::move(rule), request.base_version(), who(answer.caller()),
                            [answer](const absl::StatusOr<core::SeenRule>& kept) {
                              if (kept.ok()) *answer.response().mutable_rule() = to_proto(*kept);
                              answer.finish(kept.status());
                            });
  }

  void remove(const v1::DeleteAlertRuleRequest& request, const Answer<v1::DeleteAlertRuleResponse>& answer) {
    core_.alerts().delete_rule(request.request_id(), request.rule_id(), request.base_version(), who(answer.caller()),
                               [answer](const absl::StatusOr<bool>& gone) { answer.finish(gone.status()); });
  }

  void check(const v1::CheckAlertRuleRequest& request, const Answer<v1::CheckAlertRuleResponse>& answer) {
    const absl::StatusOr<domain::AlertRule> rule = rule_of(request.has_rule(), request.rule());
    if (rule.ok()) {
      for (const domain::AlertProblem& problem : domain::problems_of(*rule)) {
        *answer.response().add_problems() = wire::to_proto(problem);
      }
    }
    answer.finish(rule.status());
  }

  void settle(const v1::SettleAlertRequest& request, const Answer<v1::SettleAlertResponse>& answer) {
    const std::optional<domain::AlertStage> stage = wire::from_proto(request.state());
    if (!stage) return answer.refuse_enum("state");
    core_.alerts().settle(request.request_id(), request.alert_id(), *stage, who(answer.caller()),
                          [answer](const absl::StatusOr<domain::Alert>& alert) {
                            if (alert.ok()) *answer.response().mutable_alert() = wire::to_proto(*alert);
                            answer.finish(alert.status());
                          });
  }

  void snooze(const v1::SnoozeAlertRequest& request, const Answer<v1::SnoozeAlertResponse>& answer) {
    absl::Time until = absl::InfinitePast();
    if (request.has_end_time()) {
      const absl::StatusOr<absl::Time> given = wire::from_proto(request.end_time());
      if (!given.ok()) {
        return answer.finish(absl::InvalidArgumentError("end_time " + std::string(given.status().message())));
      }
      until = *given;
    }
    switch (request.subject_case()) {
      case v1::SnoozeAlertRequest::kAlertId:
        return core_.alerts().snooze(
            request.request_id(), request.alert_id(), until, who(answer.caller()),
            [answer](const absl::StatusOr<domain::Alert>& alert) { answer.finish(alert.status()); });
      case v1::SnoozeAlertRequest::kRuleId:
        return core_.alerts().snooze_rule(request.request_id(), request.rule_id(), until, who(answer.caller()),
                                          [answer](const absl::StatusOr<bool>& kept) { answer.finish(kept.status()); });
      case v1::SnoozeAlertRequest::SUBJECT_NOT_SET:
        return answer.finish(absl::InvalidArgumentError("name an alert_id or a rule_id"));
    }
  }

  core::Core& core_;
  Streams& streams_;
};

}  // namespace

std::unique_ptr<grpc::Service> make_alert_service(core::Core& core, Streams& streams) {
  return std::make_unique<AlertService>(core, streams);
}

}  // namespace aandacht::rpc
