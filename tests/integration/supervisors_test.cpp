// Two teams with a supervisor each, an administrator, four agents at their desks and an integrator who reports calls:
// everybody with a real token, over real gRPC. Each sees, follows, pushes and settles what is theirs, and no more.
#include <map>
#include <set>
#include <thread>

#include "aandacht/v1/alerts.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "aandacht/v1/prompts.grpc.pb.h"
#include "tests/integration/identity_house.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

using grpc::StatusCode;
using security::Role;

constexpr const char* kBlueCall = "call-blue";
constexpr const char* kRedCall = "call-red";
constexpr const char* kReason = "settling in a new colleague";

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

std::set<std::string> agents_on(FloorHeard& floor) {
  std::set<std::string> agents;
  for (const v1::WatchFloorResponse& each : floor.all()) {
    for (const v1::FloorRow& row : each.rows()) agents.insert(row.agent_id());
  }
  return agents;
}

using Names = std::set<std::string>;

/// Who was ever told of on this desk as watching.
Names watchers_on(DeskHeard& desk) {
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
std::optional<v1::Card> card_of(DeskHeard& desk, const std::string& prompt) {
  for (const v1::WatchDeskResponse& each : desk.all()) {
    for (const v1::DeskChange& change : each.update().changes()) {
      if (change.card_shown().card().source_id() == prompt) return change.card_shown().card();
    }
  }
  return std::nullopt;
}

/// Every alert that was told, by its id, as it was told last.
std::map<std::string, v1::Alert> alerts_at(AlertsHeard& stream) {
  std::map<std::string, v1::Alert> alerts;
  for (const v1::WatchAlertsResponse& each : stream.all()) {
    for (const v1::Alert& alert : each.alerts()) alerts[alert.id()] = alert;
  }
  return alerts;
}

/// What became of each prompt at each desk, as it was told last: "prompt agent".
std::map<std::string, v1::PromptState> states_at(PromptsHeard& stream) {
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
std::string renamed(std::string sentence, const std::string& from, const std::string& to) {
  const std::size_t at = sentence.find(from);
  return at == std::string::npos ? sentence : sentence.replace(at, from.size(), to);
}

v1::PushPromptRequest prompt_for(const std::string& id) {
  v1::PushPromptRequest request;
  request.set_prompt_id(id);
  request.set_supervisor("Somebody Else");
  request.set_text("Er staat water klaar.");
  request.set_reason("Het is warm.");
  request.set_urgent(true);
  return request;
}

}  // namespace

TEST_CASE("each supervisor has the rows of the team they lead, an administrator those of all", "[identity]") {
  TwoTeams teams;
  const auto blue = teams.watch_floor(teams.blue());
  const auto red = teams.watch_floor(teams.red());
  const auto all = teams.watch_floor(teams.administrator());
  REQUIRE((blue->has_begun() && red->has_begun() && all->has_begun()));
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call(kRedCall, "bram");
  CHECK(eventually([&] { return agents_on(*all) == Names{"bram", "sanne"}; }));
  CHECK(eventually([&] { return agents_on(*blue) == Names{"sanne"}; }));
  CHECK(eventually([&] { return agents_on(*red) == Names{"bram"}; }));
  // Rows in the order of what happened: one that is told shows that none was before it.
  teams.begin_call("call-joost", "joost");
  teams.begin_call("call-mila", "mila");
  CHECK(eventually([&] { return agents_on(*all).size() == 4; }));
  CHECK(eventually([&] { return agents_on(*blue) == Names{"joost", "sanne"}; }));
  CHECK(eventually([&] { return agents_on(*red) == Names{"bram", "mila"}; }));
}

TEST_CASE("who watches a call stands on its agent's desk and in their trail before a word is told, as the token says",
          "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call(kRedCall, "bram");
  teams.say("u-1", "Waar blijft mijn pakket?", kBlueCall);
  const auto watch = teams.watch_call(teams.blue(), "sanne", "");
  REQUIRE(watch->has_begun());
  const std::vector<v1::LookRow> looks = teams.looks("sanne");
  REQUIRE(looks.size() == 1);
  CHECK(looks[0].who() == "Name of kim-blue (kim-blue)");
  CHECK(looks[0].what() == std::string("watch ") + kBlueCall);
  CHECK(looks[0].reason() == kReason);
  const auto fresh = teams.open_desk("sanne");
  REQUIRE(fresh->has_begun());
  const v1::Desk desk = fresh->all()[0].desk();
  REQUIRE(desk.watchers_size() == 1);
  CHECK(desk.watchers(0).name() == "Name of kim-blue");
  CHECK(desk.watchers(0).reason() == kReason);
  CHECK(desk.watchers(0).call_id() == kBlueCall);
  CHECK(watch->all()[0].turns_size() == 1);
  teams.say("u-2", "Ik wacht al een week.", kBlueCall);
  CHECK(eventually([&] {
    int turns = 0;
    for (const v1::WatchCallResponse& each : watch->all()) turns += each.turns_size();
    return turns == 2;
  }));
  CHECK(eventually([&] { return watchers_on(teams.desk("sanne")) == Names{"Name of kim-blue"}; }));
  for (const char* other : {"joost", "bram", "mila"}) {
    CHECK(watchers_on(teams.desk(other)).empty());
    CHECK(teams.looks(other).empty());
  }
  watch->leave();
  CHECK(eventually([&] {
    const auto again = teams.open_desk("sanne");
    return again->has_begun() && again->all()[0].desk().watchers_size() == 0;
  }));
}

TEST_CASE("a call of another team cannot be watched, and is refused in the words of one that is not there",
          "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  for (const std::string reason : {kReason, ""}) {
    INFO("reason \"" << reason << "\"");
    const grpc::Status by_agent = teams.watch_call(teams.red(), "sanne", "", reason)->end();
    const grpc::Status nobody = teams.watch_call(teams.red(), "nobody", "", reason)->end();
    CHECK(by_agent.error_code() == StatusCode::NOT_FOUND);
    CHECK(nobody.error_code() == StatusCode::NOT_FOUND);
    CHECK(renamed(by_agent.error_message(), "sanne", "nobody") == nobody.error_message());
    const grpc::Status by_call = teams.watch_call(teams.red(), "", kBlueCall, reason)->end();
    const grpc::Status no_call = teams.watch_call(teams.red(), "", "call-none", reason)->end();
    CHECK(by_call.error_code() == StatusCode::NOT_FOUND);
    CHECK(by_call.error_message() == no_call.error_message());
    CHECK(no_call.error_code() == StatusCode::NOT_FOUND);
  }
  CHECK(teams.looks("sanne").empty());
  CHECK(watchers_on(teams.desk("sanne")).empty());
  CHECK(teams.watch_call(teams.administrator(), "sanne", "")->has_begun());
}

TEST_CASE("the text of a call is for who leads its team, and its agent reads who looked", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  teams.say("u-1", "Waar blijft mijn pakket?", kBlueCall);
  v1::ListTurnsRequest request;
  request.set_call_id(kBlueCall);
  v1::ListTurnsResponse turns;
  CHECK(teams.ask("RecordService/ListTurns", teams.red(), request, &turns).error_code() ==
        StatusCode::PERMISSION_DENIED);
  CHECK(turns.turns().empty());
  CHECK(teams.looks("sanne").empty());
  CHECK(teams.ask("RecordService/ListTurns", teams.blue(), request, &turns).ok());
  CHECK(turns.turns_size() == 1);
  const std::vector<v1::LookRow> looks = teams.looks("sanne");
  REQUIRE(looks.size() == 1);
  CHECK(looks[0].who() == "Name of kim-blue (kim-blue)");
  CHECK(looks[0].what() == std::string("turns ") + kBlueCall);
}

TEST_CASE("an alert is told to and settled by who leads the team of the call", "[identity]") {
  TwoTeams teams;
  v1::PutAlertRuleRequest put;
  put.set_request_id("put-1");
  put.mutable_rule()->set_id("rule-words");
  put.mutable_rule()->set_name("Zoekt het hogerop");
  put.mutable_rule()->set_on(true);
  put.mutable_rule()->set_kind(v1::ALERT_KIND_PHRASE);
  put.mutable_rule()->add_phrases("advocaat");
  put.mutable_rule()->mutable_cooldown()->set_seconds(60);
  v1::PutAlertRuleResponse kept;
  const grpc::Status status = teams.ask("AlertService/PutAlertRule", teams.administrator(), put, &kept);
  INFO(status.error_message());
  REQUIRE(status.ok());
  const auto blue = teams.watch_alerts(teams.blue());
  const auto red = teams.watch_alerts(teams.red());
  const auto all = teams.watch_alerts(teams.administrator());
  REQUIRE((blue->has_begun() && red->has_begun() && all->has_begun()));
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call(kRedCall, "bram");
  teams.say("u-1", "Dan ga ik naar mijn advocaat.", kBlueCall);
  REQUIRE(eventually([&] { return alerts_at(*blue).size() == 1; }));
  const v1::Alert alert = alerts_at(*blue).begin()->second;
  CHECK(alert.agent_id() == "sanne");
  // Told after the other one was: who has this one would have that one.
  teams.say("u-2", "Mijn advocaat belt u.", kRedCall);
  REQUIRE(eventually([&] { return !alerts_at(*red).empty(); }));
  CHECK(alerts_at(*red).size() == 1);
  CHECK(alerts_at(*red).begin()->second.agent_id() == "bram");
  CHECK(eventually([&] { return alerts_at(*all).size() == 2; }));
  CHECK(alerts_at(*blue).size() == 1);
  v1::SettleAlertRequest settle;
  settle.set_request_id("settle-1");
  settle.set_alert_id(alert.id());
  settle.set_state(v1::ALERT_STATE_DONE);
  v1::SettleAlertResponse settled;
  CHECK_FALSE(teams.ask("AlertService/SettleAlert", teams.red(), settle, &settled).ok());
  CHECK(alerts_at(*blue).at(alert.id()).state() == v1::ALERT_STATE_OPEN);
  settle.set_request_id("settle-2");
  CHECK(teams.ask("AlertService/SettleAlert", teams.blue(), settle, &settled).ok());
  CHECK(settled.alert().handled_by() == "Name of kim-blue");
  CHECK(eventually([&] { return alerts_at(*all).at(alert.id()).state() == v1::ALERT_STATE_DONE; }));
}

TEST_CASE("a trial of an alert rule leaves a look with whose words it tells, and one for everything is refused",
          "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call(kRedCall, "bram");
  teams.say("u-1", "Dan bel ik mijn advocaat.", kBlueCall);
  teams.say("u-2", "Dan bel ik mijn advocaat.", kRedCall);
  const auto rule_for = [](const std::string& phrase, bool regex) {
    v1::TryAlertRuleRequest request;
    request.set_day_count(90);
    request.set_alert_limit(500);
    request.mutable_rule()->set_id("rule-words");
    request.mutable_rule()->set_name("Zoekt het hogerop");
    request.mutable_rule()->set_kind(v1::ALERT_KIND_PHRASE);
    request.mutable_rule()->add_phrases(phrase);
    request.mutable_rule()->set_regex(regex);
    request.mutable_rule()->mutable_cooldown()->set_seconds(60);
    return request;
  };
  CHECK(teams.try_rule(teams.blue(), rule_for(".", true))->end().error_code() == StatusCode::INVALID_ARGUMENT);
  CHECK(teams.looks("sanne").empty());
  const auto tried = teams.try_rule(teams.blue(), rule_for("advocaat", false));
  CHECK(tried->end().ok());
  const std::vector<v1::TryAlertRuleResponse> steps = tried->all();
  REQUIRE_FALSE(steps.empty());
  REQUIRE(steps.back().alerts_size() == 1);
  CHECK(steps.back().alerts(0).words() == "Dan bel ik mijn advocaat.");
  const std::vector<v1::LookRow> looks = teams.looks("sanne");
  REQUIRE(looks.size() == 1);
  CHECK(looks[0].who() == "Name of kim-blue (kim-blue)");
  CHECK(looks[0].what() == "alert trial rule-words");
  CHECK(teams.looks("bram").empty());
}

TEST_CASE("what became of a push is told live to who leads the team, and only they can take it back", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  const auto blue = teams.watch_prompts(teams.blue());
  const auto red = teams.watch_prompts(teams.red());
  REQUIRE((blue->has_begun() && red->has_begun()));
  v1::PushPromptRequest push = prompt_for("p-1");
  push.add_team_ids("blue");
  v1::PushPromptResponse pushed;
  const grpc::Status status = teams.ask("FloorService/PushPrompt", teams.blue(), push, &pushed);
  INFO(status.error_message());
  REQUIRE(status.ok());
  CHECK(pushed.desk_count() == 2);
  CHECK(pushed.waiting_count() == 0);
  REQUIRE(eventually([&] { return card_of(teams.desk("sanne"), "p-1").has_value(); }));
  const v1::Card card = *card_of(teams.desk("sanne"), "p-1");
  CHECK(card.topic() == "Name of kim-blue");
  CHECK(eventually([&] { return states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_SHOWN; }));
  v1::AnswerCardRequest used;
  used.set_event_id("answer-1");
  used.set_agent_id("sanne");
  used.set_card_id(card.id());
  used.set_answer(v1::CARD_ANSWER_USED);
  v1::AnswerCardResponse answered;
  REQUIRE(teams.ask("DeskService/AnswerCard", teams.agent_token("sanne"), used, &answered).ok());
  CHECK(eventually([&] { return states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_USED; }));
  CHECK(states_at(*blue).count("p-1 joost") == 1);

  v1::RecallPromptRequest recall;
  v1::RecallPromptResponse recalled;
  recall.set_prompt_id("p-1");
  const grpc::Status theirs = teams.ask("PromptService/RecallPrompt", teams.red(), recall, &recalled);
  recall.set_prompt_id("p-none");
  const grpc::Status none = teams.ask("PromptService/RecallPrompt", teams.red(), recall, &recalled);
  CHECK(theirs.error_code() == StatusCode::NOT_FOUND);
  CHECK(theirs.error_message() == none.error_message());
  v1::ListPromptsResponse listed;
  CHECK(teams.ask("PromptService/ListPrompts", teams.red(), v1::ListPromptsRequest(), &listed).ok());
  CHECK(listed.prompts().empty());
  // What is told of their own shows that nothing was told before it.
  push = prompt_for("p-2");
  push.set_everybody(true);
  REQUIRE(teams.ask("FloorService/PushPrompt", teams.red(), push, &pushed).ok());
  CHECK(pushed.desk_count() == 2);
  REQUIRE(eventually([&] { return states_at(*red).size() == 2; }));
  CHECK(states_at(*red).count("p-2 bram") == 1);
  CHECK(states_at(*red).count("p-2 mila") == 1);
  CHECK_FALSE(card_of(teams.desk("sanne"), "p-2").has_value());
  CHECK(states_at(*blue).size() == 2);
  recall.set_prompt_id("p-1");
  CHECK(teams.ask("PromptService/RecallPrompt", teams.blue(), recall, &recalled).ok());
  CHECK(eventually([&] { return states_at(*blue)["p-1 joost"] == v1::PROMPT_STATE_RECALLED; }));
  CHECK(states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_USED);
}

TEST_CASE("nothing is pushed to an agent of another team, who is not told from one that is not there", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  const auto push = [&](const std::string& agent, const std::string& team) {
    v1::PushPromptRequest request = prompt_for("p-1");
    if (!agent.empty()) request.add_agent_ids(agent);
    if (!team.empty()) request.add_team_ids(team);
    v1::PushPromptResponse response;
    return teams.ask("FloorService/PushPrompt", teams.red(), request, &response);
  };
  const grpc::Status other = push("sanne", "");
  const grpc::Status nobody = push("nobody", "");
  CHECK(other.error_code() == StatusCode::NOT_FOUND);
  CHECK(nobody.error_code() == StatusCode::NOT_FOUND);
  CHECK(renamed(other.error_message(), "sanne", "nobody") == nobody.error_message());
  const grpc::Status team = push("", "blue");
  const grpc::Status no_team = push("", "green");
  CHECK(team.error_code() == StatusCode::PERMISSION_DENIED);
  CHECK(renamed(team.error_message(), "blue", "green") == no_team.error_message());
  CHECK_FALSE(card_of(teams.desk("sanne"), "p-1").has_value());
}

}  // namespace aandacht::test
