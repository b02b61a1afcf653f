// Two teams with a supervisor each, an administrator, four agents at their desks and an integrator who reports calls:
// everybody with a real token, over real gRPC.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "aandacht/v1/alerts.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "aandacht/v1/prompts.grpc.pb.h"
#include "tests/integration/identity_house.h"
#include "tests/support/eventually.h"

namespace aandacht::test {

using grpc::StatusCode;
using security::Role;

inline constexpr const char* kBlueCall = "call-blue";
inline constexpr const char* kRedCall = "call-red";
inline constexpr const char* kReason = "settling in a new colleague";

/// What came on a stream, read on a thread of its own until this goes.
template <typename Response>
class Heard {
 public:
  using Open = std::function<std::unique_ptr<grpc::ClientReader<Response>>(grpc::ClientContext*)>;

  Heard(const std::string& token, const Open& open) {
    context_->AddMetadata("authorization", "Bearer " + token);
    stream_ = open(context_.get());
    thread_ = std::thread([this] {
      for (Response response; stream_->Read(&response);) {
        const std::lock_guard lock(mutex_);
        all_.push_back(response);
      }
      const grpc::Status status = stream_->Finish();
      const std::lock_guard lock(mutex_);
      end_ = status;
    });
  }
  ~Heard() {
    leave();
    thread_.join();
  }
  Heard(const Heard&) = delete;
  Heard& operator=(const Heard&) = delete;

  void leave() { context_->TryCancel(); }

  std::vector<Response> all() {
    const std::lock_guard lock(mutex_);
    return all_;
  }
  bool has_begun() {
    return eventually([&] { return !all().empty(); });
  }
  grpc::Status end() {
    CHECK(eventually([&] {
      const std::lock_guard lock(mutex_);
      return end_.has_value();
    }));
    const std::lock_guard lock(mutex_);
    return end_.value_or(grpc::Status::OK);
  }

 private:
  std::unique_ptr<grpc::ClientContext> context_ = soon();
  std::unique_ptr<grpc::ClientReader<Response>> stream_;
  std::mutex mutex_;
  std::vector<Response> all_;
  std::optional<grpc::Status> end_;
  std::thread thread_;
};

using FloorHeard = Heard<v1::WatchFloorResponse>;
using CallHeard = Heard<v1::WatchCallResponse>;
using AlertsHeard = Heard<v1::WatchAlertsResponse>;
using TrialHeard = Heard<v1::TryAlertRuleResponse>;
using PromptsHeard = Heard<v1::WatchPromptsResponse>;
using DeskHeard = Heard<v1::WatchDeskResponse>;

class TwoTeams {
 public:
  TwoTeams()
      : house_([](service_app::Config& config) {
          config.teams = {{"blue", {"sanne", "joost"}}, {"red", {"bram", "mila"}}};
        }),
        desks_(v1::DeskService::NewStub(house_.channel())),
        floor_(v1::FloorService::NewStub(house_.channel())),
        prompts_(v1::PromptService::NewStub(house_.channel())),
        alerts_(v1::AlertService::NewStub(house_.channel())) {
    for (const char* agent : {"sanne", "joost", "bram", "mila"}) {
      desk_[agent] = open_desk(agent);
      REQUIRE(desk_[agent]->has_begun());
    }
  }

  std::string blue() { return house_.supervisor("blue"); }
  std::string red() { return house_.supervisor("red"); }
  std::string administrator() { return house_.administrator(); }
  DeskHeard& desk(const std::string& agent) { return *desk_.at(agent); }

  std::unique_ptr<DeskHeard> open_desk(const std::string& agent) {
    v1::WatchDeskRequest request;
    request.set_agent_id(agent);
    return std::make_unique<DeskHeard>(house_.agent(agent),
                                       [&](auto* context) { return desks_->WatchDesk(context, request); });
  }
  std::unique_ptr<FloorHeard> watch_floor(const std::string& token) {
    return std::make_unique<FloorHeard>(token, [&](auto* context) { return floor_->WatchFloor(context, {}); });
  }
  std::unique_ptr<AlertsHeard> watch_alerts(const std::string& token) {
    return std::make_unique<AlertsHeard>(token, [&](auto* context) { return alerts_->WatchAlerts(context, {}); });
  }
  std::unique_ptr<TrialHeard> try_rule(const std::string& token, const v1::TryAlertRuleRequest& request) {
    return std::make_unique<TrialHeard>(token, [&](auto* context) { return alerts_->TryAlertRule(context, request); });
  }
  std::unique_ptr<PromptsHeard> watch_prompts(const std::string& token) {
    return std::make_unique<PromptsHeard>(token, [&](auto* context) { return prompts_->WatchPrompts(context, {}); });
  }
  std::unique_ptr<CallHeard> watch_call(const std::string& token, const std::string& agent, const std::string& call,
                                        const std::string& reason = kReason) {
    v1::WatchCallRequest request;
    request.set_agent_id(agent);
    request.set_call_id(call);
    request.set_reason(reason);
    request.set_watcher("Somebody Else");  // Who calls is what the token says.
    return std::make_unique<CallHeard>(token, [&](auto* context) { return floor_->WatchCall(context, request); });
  }

  template <typename Request, typename Response>
  grpc::Status ask(const char* rpc, const std::string& token, const Request& request, Response* response) {
    return house_.call(std::string("aandacht.v1.") + rpc, token, request.SerializeAsString(), response);
  }

  /// What is answered is not looked at.
  grpc::Status ask_raw(const std::string& rpc, const std::string& token, const std::string& message) {
    return house_.call("aandacht.v1." + rpc, token, message);
  }

  /// The integrator reports that a call began.
  void begin_call(const std::string& call, const std::string& agent) {
    for (const v1::CallEvent event : {v1::CALL_EVENT_RINGING, v1::CALL_EVENT_ANSWERED}) {
      v1::ReportCallRequest request;
      request.set_event_id(call + std::to_string(event));
      request.set_agent_id(agent);
      request.set_call_id(call);
      request.set_event(event);
      v1::ReportCallResponse response;
      const grpc::Status status = ask("CallService/ReportCall", house_.integrator(), request, &response);
      INFO(status.error_message());
      REQUIRE(status.ok());
    }
  }
  /// The integrator's recogniser heard the customer.
  void say(const std::string& id, const std::string& text, const std::string& call) {
    v1::StreamUtterancesRequest said = utterance(id, text, call);
    said.set_language("nl");
    v1::StreamUtterancesResponse response;
    REQUIRE(ask("TranscriptService/StreamUtterances", house_.integrator(), said, &response).ok());
    REQUIRE(response.outcome() == v1::UTTERANCE_OUTCOME_STORED);
  }

  std::vector<v1::LookRow> looks(const std::string& agent) {
    v1::GetMyDayRequest request;
    request.set_agent_id(agent);
    v1::GetMyDayResponse day;
    const grpc::Status status = ask("OwnService/GetMyDay", house_.agent(agent), request, &day);
    INFO(status.error_message());
    CHECK(status.ok());
    return {day.looks().begin(), day.looks().end()};
  }

  std::string agent_token(const std::string& agent) { return house_.agent(agent); }

 private:
  IdentityHouse house_;
  std::unique_ptr<v1::DeskService::Stub> desks_;
  std::unique_ptr<v1::FloorService::Stub> floor_;
  std::unique_ptr<v1::PromptService::Stub> prompts_;
  std::unique_ptr<v1::AlertService::Stub> alerts_;
  std::map<std::string, std::unique_ptr<DeskHeard>> desk_;
};

inline std::set<std::string> agents_on(FloorHeard& floor) {
  std::set<std::string> agents;
  for (const v1::WatchFloorResponse& each : floor.all()) {
    for (const v1::FloorRow& row : each.rows()) agents.insert(row.agent_id());
  }
  return agents;
}

using Names = std::set<std::string>;

/// The calls that were ever told of.
inline Names calls_on(FloorHeard& floor) {
  Names calls;
  for (const v1::WatchFloorResponse& each : floor.all()) {
    for (const v1::FloorRow& row : each.rows()) {
      if (!row.call_id().empty()) calls.insert(row.call_id());
    }
  }
  return calls;
}

/// Who was ever told of on this desk as watching.
inline Names watchers_on(DeskHeard& desk) {
  Names names;
  for (const v1::WatchDeskResponse& each : desk.all()) {
    for (const v1::Watcher& watcher : each.desk().watchers()) names.insert(watcher.name());
    for (const v1::DeskChange& change : each.update().changes()) {
      for (const v1::Watcher& watcher : change.watchers_changed().watchers()) names.insert(watcher.name());
    }
  }
  return names;
}

/// The card that was made of this prompt; absent as long as it was not shown.
inline std::optional<v1::Card> card_of(DeskHeard& desk, const std::string& prompt) {
  for (const v1::WatchDeskResponse& each : desk.all()) {
    for (const v1::DeskChange& change : each.update().changes()) {
      if (change.card_shown().card().source_id() == prompt) return change.card_shown().card();
    }
  }
  return std::nullopt;
}

/// Every alert that was told, by its id, as it was told last.
inline std::map<std::string, v1::Alert> alerts_at(AlertsHeard& stream) {
  std::map<std::string, v1::Alert> alerts;
  for (const v1::WatchAlertsResponse& each : stream.all()) {
    for (const v1::Alert& alert : each.alerts()) alerts[alert.id()] = alert;
  }
  return alerts;
}

/// What became of each prompt at each desk, as it was told last: "prompt agent".
inline std::map<std::string, v1::PromptState> states_at(PromptsHeard& stream) {
  std::map<std::string, v1::PromptState> states;
  for (const v1::WatchPromptsResponse& each : stream.all()) {
    for (const v1::PushedPrompt& prompt : each.prompts()) {
      for (const v1::PromptDelivery& desk : prompt.deliveries())
        states[prompt.id() + " " + desk.agent_id()] = desk.state();
    }
  }
  return states;
}

/// The same sentence with other ids in it.
inline std::string renamed(std::string sentence, const std::string& from, const std::string& to) {
  const std::size_t at = sentence.find(from);
  return at == std::string::npos ? sentence : sentence.replace(at, from.size(), to);
}

inline v1::PushPromptRequest prompt_for(const std::string& id) {
  v1::PushPromptRequest request;
  request.set_prompt_id(id);
  request.set_supervisor("Somebody Else");
  request.set_text("Er staat water klaar.");
  request.set_reason("Het is warm.");
  request.set_urgent(true);
  return request;
}

}  // namespace aandacht::test
