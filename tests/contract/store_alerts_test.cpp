// Alert rules, what they found, and the log that the dry run reads.
#include "shared/domain/alert.h"
#include "tests/contract/access.h"
#include "tests/contract/engines.h"
#include "tests/support/slurp.h"

namespace aandacht::store {
namespace {

const absl::Time kStart = absl::FromUnixSeconds(1772442000);

domain::AlertRule rule(const std::string& id) {
  domain::AlertRule made;
  made.id = id;
  made.name = "Klant wil weg";
  made.team = "zuid";
  made.language = "nl";
  made.kind = domain::AlertKind::kPhrase;
  made.phrases = {"wil ... opzeggen", "advocaat/jurist"};
  made.speaker = domain::AlertSpeaker::kEither;
  made.cooldown = absl::Minutes(7);
  made.team_cooldown = absl::Seconds(90);
  made.owner_id = "kim";
  made.owner = "Kim";
  made.led = {"zuid", "noord"};
  made.version = 3;
  made.changed = kStart;
  made.changed_by = "Bas";
  made.snoozed_until = kStart + absl::Hours(1);
  made.snoozed_by = "Bas";
  return made;
}

domain::Alert alert(const std::string& call, absl::Time time, const std::string& words = "ik wil opzeggen") {
  domain::Alert made;
  domain::AlertFinding& finding = made.finding;
  finding.rule_id = "rule-1";
  finding.rule_name = "Klant wil weg";
  finding.kind = domain::AlertKind::kPhrase;
  finding.agent_id = "sanne";
  finding.call_id = call;
  finding.at = time - absl::Hours(2);
  finding.time = time;
  finding.cause = "turn-" + call;
  finding.utterance_id = "turn-" + call;
  finding.words = words;
  finding.matched = "wil ... opzeggen";
  finding.count = 2;
  finding.score = -0.6;
  finding.span = absl::Seconds(61);
  finding.about = "terugbetaling";
  made.id = domain::finding_id(finding);
  return made;
}

bool add(Store& store, const domain::Alert& made) {
  bool added = false;
  must_write(store, [&](Transaction& t) {
    const auto is_new = t.add_alert(made);
    added = is_new.ok() && *is_new;
    return is_new.status();
  });
  return added;
}

std::vector<domain::Alert> all(Store& store, absl::Time from = absl::UnixEpoch(), int limit = 100) {
  return must_answer(store, [&](Reads& r) { return r.alerts(from, limit); });
}

AANDACHT_STORE_CONTRACT("an alert rule comes back as it was kept, and not any more when it is removed") {
  TestType engine;
  {
    const auto store = engine.open();
    must_write(*store, [](Transaction& t) { return t.save_alert_rule(rule("b")); });
    must_write(*store, [](Transaction& t) { return t.save_alert_rule(rule("a")); });
  }
  const auto store = engine.open();
  CHECK(must_answer(*store, [](Reads& r) { return r.alert_rule("a"); }) == rule("a"));
  const auto first = must_answer(*store, [](Reads& r) { return r.alert_rules(1, ""); });
  REQUIRE(first.rows.size() == 1);
  CHECK(first.rows[0].id == "a");
  const auto second = must_answer(*store, [&](Reads& r) { return r.alert_rules(1, first.next); });
  CHECK(second.rows[0].id == "b");
  CHECK(second.next.empty());
  must_write(*store, [](Transaction& t) { return t.remove_alert_rule("a"); });
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.alert_rule("a"); }).status()));
  must_write(*store, [](Transaction& t) {
    CHECK(absl::IsNotFound(t.remove_alert_rule("a")));
    return absl::OkStatus();
  });
}

AANDACHT_STORE_CONTRACT("what a rule found is added once, and comes back as it was, newest first") {
  TestType engine;
  {
    const auto store = engine.open();
    CHECK(add(*store, alert("call-1", kStart)));
    CHECK(add(*store, alert("call-2", kStart + absl::Minutes(1))));
    CHECK_FALSE(add(*store, alert("call-1", kStart)));
  }
  const auto store = engine.open();
  const auto alerts = all(*store);
  REQUIRE(alerts.size() == 2);
  CHECK(alerts[0] == alert("call-2", kStart + absl::Minutes(1)));
  CHECK(alerts[1] == alert("call-1", kStart));
  CHECK(all(*store, kStart + absl::Seconds(1)).size() == 1);
  CHECK(all(*store, absl::UnixEpoch(), 1).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.alerts_of_call("call-1"); }).size() == 1);
}

AANDACHT_STORE_CONTRACT("what becomes of an alert is kept, and its words stay as they are") {
  TestType engine;
  const auto store = engine.open();
  add(*store, alert("call-1", kStart));
  domain::Alert handled = alert("call-1", kStart, "andere woorden");
  handled.stage = domain::AlertStage::kSeen;
  handled.handled_by = "Kim";
  handled.handled = kStart + absl::Minutes(2);
  handled.snoozed_until = kStart + absl::Minutes(15);
  handled.snoozed_by = "Bas";
  must_write(*store, [&](Transaction& t) { return t.handle_alert(handled); });
  handled.finding.words = "ik wil opzeggen";
  CHECK(must_answer(*store, [&](Reads& r) { return r.alert(handled.id); }) == handled);
  must_write(*store, [&](Transaction& t) {
    CHECK(absl::IsNotFound(t.handle_alert(alert("call-9", kStart))));
    return absl::OkStatus();
  });
}

AANDACHT_STORE_CONTRACT("the end of a call is noted once, and only at the desk that has it") {
  TestType engine;
  const auto store = engine.open();
  add(*store, alert("call-1", kStart));
  const auto end = [&](const std::string& agent, absl::Time at) {
    must_write(*store, [&](Transaction& t) { return t.end_call_of_alerts(agent, "call-1", at); });
    return all(*store).at(0).call_ended;
  };
  CHECK(end("piet", kStart) == absl::InfinitePast());
  CHECK(end("sanne", kStart + absl::Minutes(1)) == kStart + absl::Minutes(1));
  CHECK(end("sanne", kStart + absl::Minutes(2)) == kStart + absl::Minutes(1));
}

AANDACHT_STORE_CONTRACT("old alerts are forgotten a few at a time, and nothing of their words is left in the file") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 5; ++i)
    add(*store, alert("call-" + std::to_string(i), kStart + absl::Hours(i), "zilverwit konijn"));
  const auto forget = [&] {
    int gone = -1;
    must_write(*store, [&](Transaction& t) {
      const auto count = t.forget_alerts(kStart + absl::Hours(3), 2);
      gone = count.ok() ? *count : -1;
      return count.status();
    });
    return gone;
  };
  CHECK(forget() == 2);
  CHECK(forget() == 1);
  CHECK(forget() == 0);
  CHECK(all(*store).size() == 2);
}

AANDACHT_STORE_CONTRACT("words that are redacted late are redacted in the alert that quotes them") {
  TestType engine;
  const auto store = engine.open();
  TurnRecord turn{"turn-call-1", "call-1", domain::Speaker::kCustomer, "mijn rekening is NL91 ABNA", "nl", kStart, {}};
  must_write(*store, [&](Transaction& t) { return t.append_turn(turn); });
  add(*store, alert("call-1", kStart, "mijn rekening is NL91 ABNA"));
  add(*store, alert("call-2", kStart, "mijn rekening is NL91 ABNA"));
  domain::LateRedaction late;
  late.utterance_id = "turn-call-1";
  late.before = turn.text;
  late.redacted.text = "mijn rekening is [iban]";
  must_write(*store, [&](Transaction& t) { return t.redact_turn(late); });
  CHECK(must_answer(*store, [](Reads& r) { return r.turn_text("turn-call-1"); }) == "mijn rekening is [iban]");
  CHECK(must_answer(*store, [](Reads& r) { return r.alerts_of_call("call-1"); }).at(0).finding.words ==
        "mijn rekening is [iban]");
  CHECK(must_answer(*store, [](Reads& r) { return r.alerts_of_call("call-2"); }).at(0).finding.words ==
        "mijn rekening is NL91 ABNA");
}

AANDACHT_STORE_CONTRACT("the last turns of a call come newest first") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 4; ++i) {
    const std::string id = "t" + std::to_string(i);
    must_write(*store, [&](Transaction& t) {
      return t.append_turn(
          {id, i == 3 ? "other" : "call-1", domain::Speaker::kAgent, id, "nl", kStart + absl::Seconds(i), {}});
    });
  }
  const auto turns = must_answer(*store, [](Reads& r) { return r.last_turns("call-1", 2); });
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].utterance_id == "t2");
  CHECK(turns[1].utterance_id == "t1");
}

AANDACHT_STORE_CONTRACT("the log is found by time and read on, without what agents did for themselves") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 200; ++i) {
    domain::Event event{"event-" + std::to_string(i), kStart + absl::Minutes(i), domain::WrapUpFinished{"call"}};
    if (i % 4 == 1) event.what = domain::OwnActed{};
    if (i % 4 == 2) event.what = domain::CallMarkedHeavy{"call", true};
    if (i % 4 == 3) event.what = domain::WokeUp{};
    must_write(*store, [&](Transaction& t) { return t.append_event(i % 2 == 0 ? "sanne" : "piet", event); });
  }
  const auto span = must_answer(*store, [](Reads& r) { return r.log_span(kStart + absl::Minutes(100)); });
  CHECK(span.after == 100);
  CHECK(span.last == 200);
  std::vector<std::string> ids;
  std::int64_t place = span.after;
  for (;;) {
    const auto page = must_answer(*store, [&](Reads& r) { return r.log(place, 7); });
    if (page.last == 0) break;
    place = page.last;
    for (const LoggedEvent& each : page.events) ids.push_back(each.event.id);
  }
  REQUIRE(ids.size() == 25);
  CHECK(ids.front() == "event-100");
  CHECK(ids.back() == "event-196");
  CHECK(must_answer(*store, [](Reads& r) { return r.log_span(kStart - absl::Hours(1)); }).after == 0);
  CHECK(must_answer(*store, [](Reads& r) { return r.log_span(kStart + absl::Hours(100)); }).after == 200);
}

}  // namespace
}  // namespace aandacht::store
