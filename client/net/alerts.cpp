#include "client/net/alerts.h"

#include <utility>

#include "aandacht/v1/alerts.grpc.pb.h"
#include "client/net/open_questions.h"
#include "shared/wire/alerts.h"
#include "shared/wire/repair.h"
#include "shared/wire/time.h"

namespace aandacht::net {
namespace {

absl::StatusOr<SeenAlertRule> read_rule(const v1::AlertRule& message) {
  absl::StatusOr<domain::AlertRule> rule = wire::from_proto(message);
  if (!rule.ok()) return absl::InternalError(rule.status().message());
  return SeenAlertRule{*std::move(rule), message.editable(), message.team_gone()};
}

absl::StatusOr<SeenAlertRules> read_rules(const v1::ListAlertRulesResponse& response) {
  SeenAlertRules seen;
  for (const v1::AlertRule& message : response.rules()) {
    absl::StatusOr<SeenAlertRule> rule = read_rule(message);
    if (!rule.ok()) return rule.status();
    seen.rules.push_back(*std::move(rule));
  }
  seen.teams.assign(response.team_ids().begin(), response.team_ids().end());
  return seen;
}

absl::StatusOr<domain::Alert> read_alert(const v1::Alert& message) {
  absl::StatusOr<domain::Alert> alert = wire::from_proto(message);
  if (!alert.ok()) return absl::InternalError(alert.status().message());
  return alert;
}

}  // namespace

struct Alerts::Shared {
  Shared(const std::shared_ptr<grpc::Channel>& channel, absl::Duration timeout)
      : stub(v1::AlertService::NewStub(channel)), questions(timeout) {}

  const std::unique_ptr<v1::AlertService::Stub> stub;
  OpenQuestions questions;  // Last: its answers use nothing else of this, but its questions the stub.
};

Alerts::Alerts(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout)
    : shared_(std::make_unique<Shared>(channel, timeout)) {}

Alerts::~Alerts() = default;

void Alerts::rules(Answer<SeenAlertRules> answer) {
  v1::ListAlertRulesRequest request;
  request.set_page_size(500);
  shared_->questions.ask<v1::ListAlertRulesResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncListAlertRules(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, v1::ListAlertRulesResponse& response) {
        answer(status.ok() ? read_rules(response) : status);
      });
}

void Alerts::put_rule(const std::string& request_id, const domain::AlertRule& rule, std::int64_t base,
                      Answer<SeenAlertRule> answer) {
  v1::PutAlertRuleRequest request;
  request.set_request_id(request_id);
  *request.mutable_rule() = wire::to_proto(rule);
  request.set_base_version(base);
  wire::repair_text(request);
  shared_->questions.ask<v1::PutAlertRuleResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncPutAlertRule(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, v1::PutAlertRuleResponse& response) {
        answer(status.ok() ? read_rule(response.rule()) : status);
      });
}

void Alerts::delete_rule(const std::string& request_id, const std::string& rule_id, std::int64_t base,
                         Answer<bool> answer) {
  v1::DeleteAlertRuleRequest request;
  request.set_request_id(request_id);
  request.set_rule_id(rule_id);
  request.set_base_version(base);
  shared_->questions.ask<v1::DeleteAlertRuleResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncDeleteAlertRule(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, v1::DeleteAlertRuleResponse&) {
        answer(status.ok() ? absl::StatusOr<bool>(true) : status);
      });
}

void Alerts::snooze_rule(const std::string& request_id, const std::string& rule_id, absl::Time until,
                         Answer<bool> answer) {
  v1::SnoozeAlertRequest request;
  request.set_request_id(request_id);
  request.set_rule_id(rule_id);
  if (wire::is_finite(until)) *request.mutable_end_time() = wire::to_proto(until);
  shared_->questions.ask<v1::SnoozeAlertResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncSnoozeAlert(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, v1::SnoozeAlertResponse&) {
        answer(status.ok() ? absl::StatusOr<bool>(true) : status);
      });
}

void Alerts::snooze_alert(const std::string& request_id, const std::string& alert_id, absl::Time until,
                          Answer<bool> answer) {
  v1::SnoozeAlertRequest request;
  request.set_request_id(request_id);
  request.set_alert_id(alert_id);
  if (wire::is_finite(until)) *request.mutable_end_time() = wire::to_proto(until);
  shared_->questions.ask<v1::SnoozeAlertResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncSnoozeAlert(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, v1::SnoozeAlertResponse&) {
        answer(status.ok() ? absl::StatusOr<bool>(true) : status);
      });
}

void Alerts::settle(const std::string& request_id, const std::string& alert_id, domain::AlertStage stage,
                    Answer<domain::Alert> answer) {
  v1::SettleAlertRequest request;
  request.set_request_id(request_id);
  request.set_alert_id(alert_id);
  request.set_state(wire::to_proto(stage));
  shared_->questions.ask<v1::SettleAlertResponse>(
      [&](auto* context, auto* queue) { return shared_->stub->AsyncSettleAlert(context, request, queue); },
      [answer = std::move(answer)](const absl::Status& status, v1::SettleAlertResponse& response) {
        answer(status.ok() ? read_alert(response.alert()) : status);
      });
}

}  // namespace aandacht::net
