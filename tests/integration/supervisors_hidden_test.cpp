// What is asked for by an id and is not the caller's to see is answered like what is not there: every rpc with the id
// of a call, an agent, a prompt, an alert or a rule, by who must not see it.
#include "aandacht/v1/calls.pb.h"
#include "aandacht/v1/desk.pb.h"
#include "aandacht/v1/records.pb.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_replace.h"
#include "tests/integration/two_teams.h"

namespace aandacht::test {
namespace {

/// A request with an id in it: the one that is there, and one that is not.
struct Asked {
  const char* rpc;
  std::string there;
  std::string nowhere;
  std::string message_there;
  std::string message_nowhere;
};

template <typename Request, typename Fill>
Asked asked(const char* rpc, const std::string& there, const Fill& fill) {
  const std::string nowhere = "nowhere";
  Request one;
  fill(one, there);
  Request other;
  fill(other, nowhere);
  return {rpc, there, nowhere, one.SerializeAsString(), other.SerializeAsString()};
}

/// The rule that listens for a lawyer, and the alert that it raised in the call of team blue.
std::string raise_alert(TwoTeams& teams) {
  v1::PutAlertRuleRequest put;
  put.set_request_id("put-1");
  put.mutable_rule()->set_id("rule-words");
  put.mutable_rule()->set_name("Zoekt het hogerop");
  put.mutable_rule()->set_team("blue");
  put.mutable_rule()->set_on(true);
  put.mutable_rule()->set_kind(v1::ALERT_KIND_PHRASE);
  put.mutable_rule()->add_phrases("advocaat");
  put.mutable_rule()->mutable_cooldown()->set_seconds(60);
  v1::PutAlertRuleResponse kept;
  REQUIRE(teams.ask("AlertService/PutAlertRule", teams.blue(), put, &kept).ok());
  const auto watch = teams.watch_alerts(teams.blue());
  teams.say("u-1", "Dan ga ik naar mijn advocaat.", kBlueCall);
  REQUIRE(eventually([&] { return !alerts_at(*watch).empty(); }));
  return alerts_at(*watch).begin()->first;
}

std::string push(TwoTeams& teams) {
  v1::PushPromptRequest push = prompt_for("p-blue");
  push.add_team_ids("blue");
  v1::PushPromptResponse pushed;
  REQUIRE(teams.ask("FloorService/PushPrompt", teams.blue(), push, &pushed).ok());
  return "p-blue";
}

/// The last bytes of these moments as a store may write them; what comes before them is the same for every day.
std::vector<std::string> bytes_of(absl::Time time) {
  std::vector<std::string> all;
  for (const std::int64_t value : {absl::ToUnixMillis(time), absl::ToUnixMicros(time), absl::ToUnixNanos(time)}) {
    std::string bytes;
    for (int shift = 32; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>((value >> shift) & 0xff));
    all.push_back(bytes);
  }
  return all;
}

/// Every token of the list, asked for with one row a page; `tell` is given each page.
template <typename Request, typename Response, typename Tell>
std::vector<std::string> tokens_of(TwoTeams& teams, const char* rpc, const Tell& tell) {
  std::vector<std::string> tokens;
  Request request;
  request.set_page_size(1);
  for (;;) {
    Response page;
    REQUIRE(teams.ask(rpc, teams.red(), request, &page).ok());
    tell(page);
    if (page.next_page_token().empty()) return tokens;
    tokens.push_back(page.next_page_token());
    request.set_page_token(page.next_page_token());
  }
}

}  // namespace

TEST_CASE("to who leads another team a call, an agent, a prompt, an alert and a rule are not there", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  const std::string alert = raise_alert(teams);
  const std::string prompt = push(teams);
  int requests = 0;
  const auto settle = [&](auto& request, const std::string& id) {
    request.set_request_id("request-" + std::to_string(++requests));
    request.set_alert_id(id);
  };
  const std::vector<Asked> all = {
      asked<v1::ListTurnsRequest>("RecordService/ListTurns", kBlueCall,
                                  [](auto& request, const std::string& id) { request.set_call_id(id); }),
      asked<v1::ListCallsRequest>("CallService/ListCalls", "sanne",
                                  [](auto& request, const std::string& id) { request.set_agent_id(id); }),
      asked<v1::WatchCallRequest>("FloorService/WatchCall", kBlueCall,
                                  [](auto& request, const std::string& id) {
                                    request.set_call_id(id);
                                    request.set_reason(kReason);
                                  }),
      asked<v1::WatchCallRequest>("FloorService/WatchCall", "sanne",
                                  [](auto& request, const std::string& id) {
                                    request.set_agent_id(id);
                                    request.set_reason(kReason);
                                  }),
      asked<v1::PushPromptRequest>("FloorService/PushPrompt", "sanne",
                                   [&](auto& request, const std::string& id) {
                                     request = prompt_for("p-" + std::to_string(++requests));
                                     request.add_agent_ids(id);
                                   }),
      asked<v1::GetPromptAllowanceRequest>("PromptService/GetPromptAllowance", "sanne",
                                           [](auto& request, const std::string& id) { request.add_agent_ids(id); }),
      asked<v1::RecallPromptRequest>("PromptService/RecallPrompt", prompt,
                                     [](auto& request, const std::string& id) { request.set_prompt_id(id); }),
      asked<v1::SettleAlertRequest>("AlertService/SettleAlert", alert,
                                    [&](auto& request, const std::string& id) {
                                      settle(request, id);
                                      request.set_state(v1::ALERT_STATE_DONE);
                                    }),
      asked<v1::SnoozeAlertRequest>("AlertService/SnoozeAlert", alert, settle),
      asked<v1::SnoozeAlertRequest>("AlertService/SnoozeAlert", "rule-words",
                                    [&](auto& request, const std::string& id) {
                                      request.set_request_id("request-" + std::to_string(++requests));
                                      request.set_rule_id(id);
                                    }),
      asked<v1::DeleteAlertRuleRequest>("AlertService/DeleteAlertRule", "rule-words",
                                        [&](auto& request, const std::string& id) {
                                          request.set_request_id("request-" + std::to_string(++requests));
                                          request.set_rule_id(id);
                                        }),
  };
  for (const Asked& each : all) {
    INFO(each.rpc << " " << each.there);
    const grpc::Status there = teams.ask_raw(each.rpc, teams.red(), each.message_there);
    const grpc::Status nowhere = teams.ask_raw(each.rpc, teams.red(), each.message_nowhere);
    CHECK(nowhere.error_code() == StatusCode::NOT_FOUND);
    CHECK(there.error_code() == StatusCode::NOT_FOUND);
    CHECK(absl::StrReplaceAll(there.error_message(), {{each.there, each.nowhere}}) == nowhere.error_message());
  }
  CHECK(teams.looks("sanne").size() == 1);  // Of the alert that blue was told.
}

TEST_CASE("no page token tells the id or the time of what another team has, decoded or not, nor how long the id is",
          "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  teams.begin_call("a-much-longer-call-id-of-team-blue", "joost");
  teams.begin_call(kRedCall, "bram");
  raise_alert(teams);
  std::vector<std::string> hidden = {kBlueCall, "a-much-longer-call-id-of-team-blue", "sanne", "joost", "rule-words"};
  v1::ListCallsResponse blue;
  REQUIRE(teams.ask("CallService/ListCalls", teams.blue(), v1::ListCallsRequest(), &blue).ok());
  REQUIRE(blue.calls_size() == 2);
  for (const v1::CallRecord& call : blue.calls()) {
    const absl::Time rang =
        absl::FromUnixSeconds(call.ring_time().seconds()) + absl::Nanoseconds(call.ring_time().nanos());
    for (const std::string& bytes : bytes_of(rang)) hidden.push_back(bytes);
  }
  std::vector<std::string> calls;
  std::vector<std::string> tokens = tokens_of<v1::ListCallsRequest, v1::ListCallsResponse>(
      teams, "CallService/ListCalls", [&](const v1::ListCallsResponse& page) {
        for (const v1::CallRecord& call : page.calls()) calls.push_back(call.call_id());
      });
  CHECK(calls == std::vector<std::string>{kRedCall});
  CHECK(tokens.empty());  // There is one page: what blue has makes no other.
  for (const std::string& token : tokens) CHECK(token.size() == tokens.front().size());
  bool told = false;
  const std::vector<std::string> of_rules = tokens_of<v1::ListAlertRulesRequest, v1::ListAlertRulesResponse>(
      teams, "AlertService/ListAlertRules", [&](const v1::ListAlertRulesResponse& page) {
        for (const v1::AlertRule& rule : page.rules()) told = told || rule.id().starts_with("rule-words");
      });
  CHECK_FALSE(told);
  REQUIRE_FALSE(of_rules.empty());
  tokens.insert(tokens.end(), of_rules.begin(), of_rules.end());
  for (const std::string& token : tokens) {
    std::string decoded;
    REQUIRE(absl::WebSafeBase64Unescape(token, &decoded));
    for (const std::string& each : hidden) {
      CHECK(token.find(each) == std::string::npos);
      CHECK(decoded.find(each) == std::string::npos);
    }
  }
}

TEST_CASE("a page token that was made up of a call's id is refused, and the sentence says what to do", "[identity]") {
  TwoTeams teams;
  v1::ListCallsRequest request;
  request.set_page_token(absl::WebSafeBase64Escape(std::string(8, '\0') + kBlueCall + "seal"));
  const grpc::Status refused = teams.ask_raw("CallService/ListCalls", teams.red(), request.SerializeAsString());
  CHECK(refused.error_code() == StatusCode::INVALID_ARGUMENT);
  CHECK(refused.error_message().find("ask from the first page again") != std::string::npos);
}

TEST_CASE("to an agent a colleague's call is not there, and no colleague is told from nobody", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  v1::ListTurnsRequest turns;
  turns.set_call_id(kBlueCall);
  const grpc::Status theirs =
      teams.ask_raw("RecordService/ListTurns", teams.agent_token("joost"), turns.SerializeAsString());
  turns.set_call_id("nowhere");
  const grpc::Status nowhere =
      teams.ask_raw("RecordService/ListTurns", teams.agent_token("joost"), turns.SerializeAsString());
  CHECK(theirs.error_code() == StatusCode::NOT_FOUND);
  CHECK(absl::StrReplaceAll(theirs.error_message(), {{kBlueCall, "nowhere"}}) == nowhere.error_message());
  // Whoever is named, an agent who names another is refused before anything is looked up.
  for (const char* rpc : {"CallService/ListCalls", "DeskService/WatchDesk"}) {
    const std::string named = request_about(std::string("aandacht.v1.") + rpc, "sanne");
    const std::string nobody = request_about(std::string("aandacht.v1.") + rpc, "nobody");
    const grpc::Status one = teams.ask_raw(rpc, teams.agent_token("joost"), named);
    const grpc::Status other = teams.ask_raw(rpc, teams.agent_token("joost"), nobody);
    CHECK(one.error_code() == StatusCode::PERMISSION_DENIED);
    CHECK(absl::StrReplaceAll(one.error_message(), {{"sanne", "nobody"}}) == other.error_message());
  }
}

}  // namespace aandacht::test
