// What the judge of alerts says of calls.
#include "shared/domain/alert_state.h"

#include "tests/support/catch.h"

using namespace aandacht::domain;

namespace {

const absl::Time kStart = absl::FromUnixSeconds(1772442000);

AlertRule negative_rule() {
  AlertRule rule;
  rule.id = "negative";
  rule.name = "Klant heel negatief";
  rule.led = {"*"};
  return rule;
}

AlertRule hold_rule() {
  AlertRule rule = negative_rule();
  rule.id = "hold";
  rule.kind = AlertKind::kLongHold;
  return rule;
}

AlertRule phrase_rule(const std::string& phrase) {
  AlertRule rule = negative_rule();
  rule.id = "phrase";
  rule.kind = AlertKind::kPhrase;
  rule.phrases = {phrase};
  return rule;
}

std::string team_of(const std::string& agent) { return agent == "piet" ? "noord" : "zuid"; }

class Judge {
 public:
  explicit Judge(std::vector<AlertRule> rules) : state_(team_of, compile(std::move(rules))) {}

  static std::shared_ptr<const AlertRules> compile(std::vector<AlertRule> rules) {
    auto compiled = AlertRules::create(std::move(rules));
    REQUIRE(compiled.ok());
    return *compiled;
  }

  CallMoment& call(const std::string& id = "call-1", const std::string& agent = "sanne") {
    CallMoment& moment = calls_[id];
    moment.call_id = id;
    moment.agent_id = agent;
    if (moment.state == CallState::kEnded) {
      moment.state = CallState::kInCall;
      moment.rang = moment.answered = moment.state_since = kStart;
      moment.language = "nl";
    }
    return moment;
  }

  std::vector<AlertFinding> says(const std::string& text, double score, const std::string& id = "call-1") {
    CallMoment& moment = calls_.at(id);
    moment.scores.push_back(score);
    return see(moment, MomentTurn{"turn-" + std::to_string(++turns_), Speaker::kCustomer, text, true});
  }

  std::vector<AlertFinding> becomes(CallState state, const std::string& id = "call-1") {
    CallMoment& moment = calls_.at(id);
    moment.state = state;
    moment.state_since = now_;
    return see(moment, std::nullopt);
  }

  std::vector<AlertFinding> see(CallMoment moment, std::optional<MomentTurn> turn) {
    moment.time = now_;
    moment.turn = std::move(turn);
    std::vector<AlertFinding> found = state_.pass(now_);
    for (AlertFinding& each : state_.see(moment)) found.push_back(std::move(each));
    return found;
  }

  std::vector<AlertFinding> wait(absl::Duration span) {
    now_ += span;
    return state_.pass(now_);
  }

  AlertState& state() { return state_; }
  absl::Time now() const { return now_; }

 private:
  AlertState state_;
  std::map<std::string, CallMoment> calls_;
  absl::Time now_ = kStart;
  int turns_ = 0;
};

}  // namespace

TEST_CASE("three very negative turns in a row are told once, with the last words") {
  Judge judge({negative_rule()});
  judge.call();
  CHECK(judge.says("a", -0.9).empty());
  CHECK(judge.says("b", -0.6).empty());
  const auto found = judge.says("dit is de druppel", -0.7);
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == 3);
  CHECK(found[0].score == kVeryNegativeScore);
  CHECK(found[0].words == "dit is de druppel");
  CHECK(found[0].utterance_id == "turn-3");
  CHECK(judge.says("d", -0.9).empty());  // The call's cooldown.
  judge.wait(absl::Minutes(15));
  CHECK(judge.says("e", -0.9).size() == 1);
}

TEST_CASE("a milder turn between breaks the row") {
  Judge judge({negative_rule()});
  judge.call();
  CHECK(judge.says("a", -0.9).empty());
  CHECK(judge.says("b", -0.9).empty());
  CHECK(judge.says("c", -0.5).empty());
  CHECK(judge.says("d", -0.9).empty());
}

TEST_CASE("a hold that lasts too long is told when it does, once for that hold") {
  Judge judge({hold_rule()});
  judge.call();
  CHECK(judge.becomes(CallState::kOnHold).empty());
  CHECK(judge.state().next() == kStart + absl::Minutes(5));
  CHECK(judge.wait(absl::Minutes(5) - absl::Seconds(1)).empty());
  const auto found = judge.wait(absl::Seconds(1));
  REQUIRE(found.size() == 1);
  CHECK(found[0].time == kStart + absl::Minutes(5));
  CHECK(found[0].span == absl::Minutes(5));
  CHECK(judge.state().next() == absl::InfiniteFuture());
  CHECK(judge.wait(absl::Hours(1)).empty());
  CHECK(judge.becomes(CallState::kInCall).empty());
  CHECK(judge.becomes(CallState::kOnHold).empty());
  CHECK(judge.wait(absl::Minutes(5)).size() == 1);
}

TEST_CASE("a second hold within the cooldown is told when the cooldown is over, if it still lasts then") {
  Judge judge({hold_rule()});
  judge.call();
  judge.becomes(CallState::kOnHold).clear();
  REQUIRE(judge.wait(absl::Minutes(5)).size() == 1);  // At 5.
  judge.becomes(CallState::kInCall).clear();
  judge.becomes(CallState::kOnHold).clear();
  CHECK(judge.wait(absl::Minutes(14)).empty());
  const auto late = judge.wait(absl::Minutes(1));
  REQUIRE(late.size() == 1);
  CHECK(late[0].span == absl::Minutes(15));
}

TEST_CASE("a hold that ends in time, and a call that goes, are told nothing of") {
  Judge judge({hold_rule()});
  judge.call();
  judge.becomes(CallState::kOnHold).clear();
  judge.wait(absl::Minutes(4)).clear();
  judge.becomes(CallState::kInCall).clear();
  CHECK(judge.state().next() == absl::InfiniteFuture());
  judge.becomes(CallState::kOnHold).clear();
  judge.becomes(CallState::kEnded).clear();
  CHECK(judge.wait(absl::Hours(1)).empty());
}

TEST_CASE("long calls and long ringing are told from the answer and from the ring") {
  AlertRule call = hold_rule();
  call.id = "call";
  call.kind = AlertKind::kLongCall;
  call.span = absl::Minutes(20);
  AlertRule wait = hold_rule();
  wait.id = "wait";
  wait.kind = AlertKind::kLongWait;
  wait.span = absl::Seconds(30);
  Judge judge({call, wait});
  judge.call().answered = absl::InfinitePast();
  judge.becomes(CallState::kRinging).clear();
  const auto rings = judge.wait(absl::Seconds(30));
  REQUIRE(rings.size() == 1);
  CHECK(rings[0].rule_id == "wait");
  judge.call().answered = judge.now();
  judge.becomes(CallState::kInCall).clear();
  judge.wait(absl::Minutes(10)).clear();
  judge.becomes(CallState::kOnHold).clear();
  const auto lasts = judge.wait(absl::Minutes(10));
  REQUIRE(lasts.size() == 1);
  CHECK(lasts[0].rule_id == "call");
  CHECK(lasts[0].span == absl::Minutes(20));
}

TEST_CASE("contacts about the same count within the days that the rule says") {
  AlertRule rule = negative_rule();
  rule.kind = AlertKind::kRepeatContact;
  rule.count = 3;
  rule.days = 30;
  Judge judge({rule});
  CallMoment& moment = judge.call();
  const absl::CivilDay today = absl::ToCivilDay(kStart, absl::UTCTimeZone());
  moment.about = "terugbetaling";
  moment.contact_days = {today - 2, today - 31};
  CHECK(judge.becomes(CallState::kRinging).empty());
  moment.contact_days = {today - 2, today - 30, today - 59};
  const auto found = judge.becomes(CallState::kInCall);
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == 3);
  CHECK(found[0].about == "terugbetaling");
  CHECK(found[0].span == absl::Hours(24 * 30));
  judge.wait(absl::Hours(2)).clear();
  CHECK(judge.becomes(CallState::kRinging).empty());  // Once a call.
}

TEST_CASE("a rule looks at its team and its language only") {
  AlertRule rule = phrase_rule("advocaat");
  rule.team = "noord";
  rule.language = "nl";
  Judge judge({rule});
  judge.call("call-1", "sanne");
  judge.call("call-2", "piet");
  judge.call("call-3", "piet").language = "en-GB";
  CHECK(judge.says("mijn advocaat", 0, "call-1").empty());
  CHECK(judge.says("mijn advocaat", 0, "call-2").size() == 1);
  CHECK(judge.says("mijn advocaat", 0, "call-3").empty());
}

TEST_CASE("a rule without a team looks at the teams that its owner led") {
  AlertRule rule = phrase_rule("advocaat");
  rule.led = {"noord"};
  Judge judge({rule});
  judge.call("call-1", "sanne");
  judge.call("call-2", "piet");
  CHECK(judge.says("mijn advocaat", 0, "call-1").empty());
  CHECK(judge.says("mijn advocaat", 0, "call-2").size() == 1);
}

TEST_CASE("a team's cooldown holds for its other calls and for no other team") {
  AlertRule rule = phrase_rule("storing");
  rule.team_cooldown = absl::Minutes(10);
  Judge judge({rule});
  judge.call("call-1", "sanne");
  judge.call("call-2", "els");
  judge.call("call-3", "piet");
  CHECK(judge.says("een storing", 0, "call-1").size() == 1);
  CHECK(judge.says("een storing", 0, "call-2").empty());
  CHECK(judge.says("een storing", 0, "call-3").size() == 1);
  judge.wait(absl::Minutes(10)).clear();
  CHECK(judge.says("weer die storing", 0, "call-2").size() == 1);
}

TEST_CASE("what was said before the rule was made, or while it is snoozed, is not told") {
  AlertRule rule = phrase_rule("storing");
  rule.changed = kStart + absl::Minutes(1);
  Judge judge({rule});
  judge.call();
  CHECK(judge.says("een storing", 0).empty());
  judge.wait(absl::Minutes(1)).clear();
  CHECK(judge.says("een storing", 0).size() == 1);
  rule.snoozed_until = judge.now() + absl::Hours(1);
  judge.state().set_rules(Judge::compile({rule}));
  judge.wait(absl::Minutes(30)).clear();
  CHECK(judge.says("een storing", 0).empty());
  judge.wait(absl::Minutes(30)).clear();
  CHECK(judge.says("een storing", 0).size() == 1);
}

TEST_CASE("a hold that lasts longer than the rule's snooze is told when the snooze is over") {
  AlertRule rule = hold_rule();
  rule.snoozed_until = kStart + absl::Hours(1);
  Judge judge({rule});
  judge.call();
  judge.becomes(CallState::kOnHold).clear();
  CHECK(judge.wait(absl::Minutes(59)).empty());
  const auto found = judge.wait(absl::Minutes(1));
  REQUIRE(found.size() == 1);
  CHECK(found[0].span == absl::Hours(1));
}

TEST_CASE("what was told before a restart is not told again") {
  Judge before({hold_rule()});
  before.call();
  before.becomes(CallState::kOnHold).clear();
  const auto told = before.wait(absl::Minutes(5));
  REQUIRE(told.size() == 1);
  Judge after({hold_rule()});
  after.state().remember(told[0]);
  after.call();
  after.becomes(CallState::kOnHold).clear();
  CHECK(after.wait(absl::Minutes(10)).empty());
}

TEST_CASE("a call that rings at two desks is told of once") {
  AlertRule rule = hold_rule();
  rule.kind = AlertKind::kLongWait;
  rule.span = absl::Seconds(30);
  Judge judge({rule});
  CallMoment first = judge.call();
  first.state = CallState::kRinging;
  first.answered = absl::InfinitePast();
  CallMoment second = first;
  second.agent_id = "piet";
  judge.see(first, std::nullopt).clear();
  judge.see(second, std::nullopt).clear();
  CHECK(judge.wait(absl::Minutes(1)).size() == 1);
  second.state = CallState::kEnded;  // It stopped ringing there; it goes on here.
  judge.see(second, std::nullopt).clear();
  first.state = CallState::kOnHold;
  judge.state().set_rules(Judge::compile({hold_rule()}));
  judge.see(first, std::nullopt).clear();
  CHECK(judge.wait(absl::Hours(1)).size() == 1);
}

TEST_CASE("words of a long turn are cut around the phrase, and are a part of the turn") {
  Judge judge({phrase_rule("advocaat")});
  judge.call();
  std::string text;
  for (int i = 0; i < 100; ++i) text += "woord" + std::to_string(i) + " ";
  const std::string turn = text + "advocaat " + text;
  const auto found = judge.says(turn, 0);
  REQUIRE(found.size() == 1);
  CHECK(found[0].words.size() <= 240);
  CHECK(found[0].words.find("advocaat") != std::string::npos);
  CHECK(turn.find(found[0].words) != std::string::npos);
}

TEST_CASE("findings have the service's time and the desk's") {
  Judge judge({phrase_rule("storing")});
  judge.call().skew = absl::Hours(3);
  const auto found = judge.says("storing", 0);
  REQUIRE(found.size() == 1);
  CHECK(found[0].at == kStart);
  CHECK(found[0].time == kStart + absl::Hours(3));
}

TEST_CASE("the same finding has the same id everywhere, another cause another") {
  AlertFinding finding;
  finding.rule_id = "r";
  finding.call_id = "c";
  finding.cause = "turn-1";
  const std::string id = finding_id(finding);
  CHECK(id == finding_id(finding));
  finding.cause = "turn-2";
  CHECK(id != finding_id(finding));
}
