// Live and over the past, the same is said.
#include "shared/domain/alert_replay.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

using namespace aandacht::domain;

namespace {

const absl::Time kStart = absl::FromUnixSeconds(1772442000);

std::string team_of(const std::string& agent) { return agent == "agent-0" ? "noord" : "zuid"; }

std::shared_ptr<const AlertRules> all_kinds() {
  std::vector<AlertRule> rules;
  const auto add = [&](AlertKind kind, absl::Duration span) -> AlertRule& {
    AlertRule rule;
    rule.id = "rule-" + std::to_string(rules.size());
    rule.name = rule.id;
    rule.led = {"*"};
    rule.kind = kind;
    rule.span = span;
    rule.count = 2;
    rule.cooldown = absl::Minutes(2);
    rule.phrases = {"storing", "advocaat/rechter"};
    rules.push_back(rule);
    return rules.back();
  };
  add(AlertKind::kNegative, {});
  add(AlertKind::kLongHold, absl::Seconds(40));
  add(AlertKind::kLongCall, absl::Minutes(3));
  add(AlertKind::kLongWait, absl::Seconds(20));
  add(AlertKind::kPhrase, {}).team = "zuid";
  add(AlertKind::kPhrase, {}).team_cooldown = absl::Minutes(1);
  add(AlertKind::kRepeatContact, {});
  auto compiled = AlertRules::create(std::move(rules));
  REQUIRE(compiled.ok());
  return *compiled;
}

struct Logged {
  std::string agent;
  Event event;
};

/// A day of calls, and what agents do for themselves between them, each at a moment of its own.
class Histories {
 public:
  explicit Histories(unsigned seed) : random_(seed) {}

  std::vector<Logged> make(int count) {
    std::vector<Logged> log;
    absl::Time now = kStart;
    for (int i = 0; i < count; ++i) {
      now += absl::Milliseconds(1 + below(25000));
      const std::string agent = "agent-" + std::to_string(below(3));
      const std::string call = agent + "-call-" + std::to_string(i / 60) + "-" + std::to_string(below(2));
      log.push_back({agent, {"event-" + std::to_string(i), now, what(call, i)}});
    }
    return log;
  }

  /// The same, as it comes in: each up to so long after it happened. With when it came.
  std::vector<std::pair<absl::Time, Logged>> arrivals(const std::vector<Logged>& log, absl::Duration late) {
    std::vector<std::pair<absl::Time, Logged>> came;
    const int most = static_cast<int>(absl::ToInt64Milliseconds(late));
    for (const Logged& each : log) came.emplace_back(each.event.time + absl::Milliseconds(below(most)), each);
    std::stable_sort(came.begin(), came.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return came;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  decltype(Event::what) what(const std::string& call, int i) {
    switch (below(8)) {
      case 0:
      case 1:
      case 2: {
        CallReported report;
        report.call_id = call;
        report.event = static_cast<CallEvent>(below(5));
        report.language = "nl";
        if (below(2) == 0) report.customer = customer();
        return report;
      }
      case 3: {
        if (below(2) == 0) return WrapUpFinished{call};
        OwnActed acted;
        acted.act = FullnessTold{};
        return acted;
      }
      case 4:
        return CallMarkedHeavy{call, below(2) == 0};
      default: {
        UtteranceSaid said;
        said.call_id = call;
        said.utterance_id = "turn-" + std::to_string(i);
        said.speaker = below(3) == 0 ? Speaker::kAgent : Speaker::kCustomer;
        const char* texts[] = {"er is een storing", "ik bel mijn advocaat", "goedemiddag", "weer niets"};
        said.text = texts[below(4)];
        said.reading.language = "nl";
        if (said.speaker == Speaker::kCustomer) {
          said.reading.sentiment = Sentiment{below(2) == 0 ? -0.8 : 0.3, Feeling::kNegative, 1, "test"};
        }
        return said;
      }
    }
  }

  Customer customer() {
    Customer made;
    made.external_id = "k";
    for (int i = 0; i < 3; ++i) {
      JourneyStep step;
      step.day = absl::ToCivilDay(kStart, absl::UTCTimeZone()) - 20 + i;
      step.what = "terugbetaling";
      made.journey.push_back(step);
    }
    return made;
  }

  std::mt19937 random_;
};

/// As it happens: the judge is asked when something comes, and whenever it said that it has something to judge.
std::vector<AlertFinding> live(const std::vector<std::pair<absl::Time, Logged>>& came,
                               const std::shared_ptr<const AlertRules>& rules, absl::Time end) {
  AlertReplay replay(team_of, rules);
  std::vector<AlertFinding> found;
  const auto pass = [&](absl::Time now) {
    for (AlertFinding& each : replay.pass(now).found) found.push_back(std::move(each));
  };
  for (const auto& [time, each] : came) {
    while (replay.next() < time) pass(replay.next());
    pass(time);
    replay.take(each.agent, each.event);
  }
  while (replay.next() < end) pass(replay.next());
  pass(end);
  return found;
}

/// As a trial reads it from the log, where it stands in the order in which it came.
std::vector<AlertFinding> dry(const std::vector<std::pair<absl::Time, Logged>>& came,
                              const std::shared_ptr<const AlertRules>& rules, absl::Time end) {
  AlertReplay replay(team_of, rules);
  std::vector<AlertFinding> found;
  const auto add = [&](AlertReplay::Judged judged) {
    for (AlertFinding& each : judged.found) found.push_back(std::move(each));
  };
  absl::Time latest = absl::InfinitePast();
  for (const auto& [time, each] : came) {
    replay.take(each.agent, each.event);
    latest = std::max(latest, each.event.time);
    add(replay.pass(latest));
  }
  add(replay.finish(end));
  return found;
}

}  // namespace

// A line each, to be read when they differ.
std::vector<std::string> told(const std::vector<AlertFinding>& findings) {
  std::vector<std::string> lines;
  for (const AlertFinding& each : findings) {
    lines.push_back(each.rule_id + " " + each.call_id + " " + each.agent_id + " " + each.cause + " " +
                    absl::FormatTime(each.time) + " " + absl::FormatDuration(each.span) + " " + each.words + " " +
                    std::to_string(each.count) + " " + each.about + " " + each.matched);
  }
  return lines;
}

TEST_CASE("in whatever order the reports of a day come, the same is said, live and in a trial") {
  const auto rules = all_kinds();
  std::map<std::string, int> by_rule;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Histories histories(seed);
    const std::vector<Logged> log = histories.make(400);
    const absl::Time end = log.back().event.time + absl::Hours(1);
    std::vector<std::pair<absl::Time, Logged>> in_order;
    for (const Logged& each : log) in_order.emplace_back(each.event.time, each);
    const std::vector<AlertFinding> expected = dry(in_order, rules, end);
    INFO("seed " << seed);
    CHECK(told(live(in_order, rules, end)) == told(expected));
    for (int i = 0; i < 3; ++i) {
      const auto came = histories.arrivals(log, AlertReplay::kLate);
      CHECK(told(live(came, rules, end)) == told(expected));
      CHECK(told(dry(came, rules, end)) == told(expected));
    }
    for (const AlertFinding& finding : expected) ++by_rule[finding.rule_id];
  }
  CHECK(by_rule.size() == rules->all().size());  // Every kind was met, or this proves nothing.
}

TEST_CASE("what agents do for themselves, at whatever moment, changes nothing of what is said") {
  const auto rules = all_kinds();
  for (unsigned seed = 1; seed <= 10; ++seed) {
    Histories histories(seed);
    const std::vector<Logged> log = histories.make(300);
    const absl::Time end = log.back().event.time + absl::Hours(1);
    const auto came = histories.arrivals(log, absl::Seconds(20));  // Later than the judge waits for.
    auto without = came;
    std::erase_if(without, [](const auto& each) { return !AlertReplay::is_taken(each.second.event); });
    REQUIRE(without.size() < came.size());
    INFO("seed " << seed);
    CHECK(told(live(came, rules, end)) == told(live(without, rules, end)));
  }
}

TEST_CASE("a hold that ended a moment before its limit is not told when its report comes a moment after it") {
  const auto rules = all_kinds();  // Long is over 40 seconds.
  const auto report = [](const std::string& id, CallEvent event, absl::Duration at) {
    CallReported what;
    what.call_id = "call";
    what.event = event;
    what.language = "nl";
    return Logged{"agent-1", {id, kStart + at, what}};
  };
  const auto holds = [&](absl::Duration held_for, absl::Duration late) {
    const absl::Duration over = absl::Seconds(5) + held_for;
    const std::vector<std::pair<absl::Time, Logged>> came = {
        {kStart, report("1", CallEvent::kAnswered, absl::ZeroDuration())},
        {kStart + absl::Seconds(5), report("2", CallEvent::kHeld, absl::Seconds(5))},
        {kStart + over + late, report("3", CallEvent::kResumed, over)}};
    const absl::Time end = kStart + absl::Minutes(2);
    const auto heard = [&](const std::vector<AlertFinding>& found) {
      return std::count_if(found.begin(), found.end(),
                           [](const AlertFinding& each) { return each.kind == AlertKind::kLongHold; });
    };
    CHECK(heard(live(came, rules, end)) == heard(dry(came, rules, end)));
    return heard(live(came, rules, end));
  };
  CHECK(holds(absl::Seconds(39), absl::Milliseconds(1900)) == 0);
  CHECK(holds(absl::Milliseconds(39999), absl::Seconds(1)) == 0);
  CHECK(holds(absl::Seconds(41), absl::ZeroDuration()) == 1);
  CHECK(holds(absl::Seconds(41), absl::Milliseconds(1900)) == 1);
}

TEST_CASE("words are told two seconds after they were said, and next() says when") {
  AlertReplay replay(team_of, all_kinds());
  CHECK(replay.next() == absl::InfiniteFuture());
  CallReported answered;
  answered.call_id = "call";
  answered.event = CallEvent::kAnswered;
  answered.language = "nl";
  replay.take("agent-1", {"1", kStart, answered});
  UtteranceSaid said;
  said.call_id = "call";
  said.utterance_id = "turn";
  said.speaker = Speaker::kCustomer;
  said.text = "er is een storing";
  replay.take("agent-1", {"2", kStart + absl::Seconds(1), said});
  CHECK(replay.next() == kStart + AlertReplay::kLate);
  CHECK(replay.pass(kStart + absl::Seconds(2)).found.empty());
  CHECK(replay.next() == kStart + absl::Seconds(3));
  CHECK(replay.pass(kStart + absl::Seconds(3) - absl::Milliseconds(1)).found.empty());
  CHECK(replay.pass(kStart + absl::Seconds(3)).found.size() == 2);  // Two rules listen for it.
}

TEST_CASE("a call that is over is told after what was found in it") {
  AlertReplay replay(team_of, all_kinds());
  const auto report = [&](const std::string& id, CallEvent event, int second) {
    CallReported what;
    what.call_id = "call";
    what.event = event;
    replay.take("agent-1", {id, kStart + absl::Seconds(second), what});
  };
  report("1", CallEvent::kAnswered, 0);
  report("2", CallEvent::kEnded, 10);
  const AlertReplay::Judged judged = replay.finish(kStart + absl::Seconds(20));
  REQUIRE(judged.over.size() == 1);
  CHECK(judged.over[0].agent_id == "agent-1");
  CHECK(judged.over[0].call_id == "call");
  CHECK(judged.over[0].time == kStart + absl::Seconds(10));
}

TEST_CASE("nothing that an agent does for themselves is ever looked at") {
  CHECK_FALSE(AlertReplay::is_taken({"e", kStart, OwnActed{}}));
  CHECK_FALSE(AlertReplay::is_taken({"e", kStart, CallMarkedHeavy{"call", true}}));
  CHECK_FALSE(AlertReplay::is_taken({"e", kStart, WokeUp{}}));
  const auto moments = [](Change change) {
    DeskUpdate update;
    update.changes.push_back(std::move(change));
    return moments_of(Desk(), update).size() + (has_moments(update) ? 1U : 0U);
  };
  CHECK(moments(FatigueChanged{}) == 0);
  CHECK(moments(ResetsChanged{}) == 0);
  CHECK(moments(HabitsChanged{}) == 0);
  CHECK(moments(ExperienceGiven{}) == 0);
  // Of a call, what the agent marked or guessed does not get there.
  Call marked;
  marked.id = "call";
  marked.heavy = true;
  marked.guess.ease = Grade::kLow;
  Call plain;
  plain.id = "call";
  CHECK(moment_of(Desk(), marked) == moment_of(Desk(), plain));
}
