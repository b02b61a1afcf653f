// Alerts of two teams: each supervisor is told of their own.
#include "tests/integration/two_teams.h"

namespace aandacht::test {

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

}  // namespace aandacht::test
