// Live and over the past, the same is said.
#include "shared/domain/alert_replay.h"

#include <random>

#include "shared/domain/apply.h"
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

// A library that puts cards on desks, so that desks live have what the past does not need.
Library busy_library() {
  Library library;
  Why why;
  why.id = "nl/storing";
  why.language = "nl";
  why.topic = "storing";
  why.customer = "Omdat we zeker willen zijn.";
  library.whys.push_back(why);
  return library;
}

struct Logged {
  std::string agent;
  Event event;
};

class Histories {
 public:
  /// Every other one has reports that come late, the rest what agents do for themselves: a desk that did both dates the
  /// late report by the other, which is in no log that alerts may read.
  explicit Histories(unsigned seed) : random_(seed), late_(seed % 2 == 0) {}

  std::vector<Logged> make(int count) {
    std::vector<Logged> log;
    absl::Time now = kStart;
    for (int i = 0; i < count; ++i) {
      now += absl::Seconds(below(25));
      const std::string agent = "agent-" + std::to_string(below(3));
      const std::string call = agent + "-call-" + std::to_string(i / 60) + "-" + std::to_string(below(2));
      const absl::Time time = late_ && below(10) == 0 ? now - absl::Seconds(below(30)) : now;  // Some come late.
      log.push_back({agent, {"event-" + std::to_string(i), time, what(call, i)}});
    }
    return log;
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
        if (late_) return WrapUpFinished{call};
        OwnActed acted;
        acted.act = FullnessTold{};
        return acted;
      }
      case 4:
        if (late_) return WrapUpFinished{call};
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
  const bool late_;
};

// As the service does it: whole desks, woken in time, with all that happens to them.
std::vector<AlertFinding> live(const std::vector<Logged>& log, const std::shared_ptr<const AlertRules>& rules,
                               absl::Time end) {
  const Library library = busy_library();
  AlertState state(team_of, rules);
  std::map<std::string, Desk> desks;
  std::vector<AlertFinding> found;
  const auto add = [&](std::vector<AlertFinding> more) { found.insert(found.end(), more.begin(), more.end()); };
  for (const Logged& each : log) {
    Desk& desk = desks[each.agent];
    desk.agent_id = each.agent;
    const auto step = [&](const Event& event) {
      Outcome outcome = apply(desk, event, library, event.time);
      desk = outcome.desk;
      const DeskUpdate update{desk.version, desk.time, event.id, outcome.changes};
      for (const CallMoment& moment : moments_of(desk, update)) {
        add(state.pass(moment.time));
        add(state.see(moment));
      }
      return !outcome.changes.empty();
    };
    add(state.pass(each.event.time));
    for (int i = 0; i < 64 && desk.wake <= each.event.time; ++i) {
      if (!step({"wake", desk.wake, WokeUp{}})) break;
    }
    step(each.event);
  }
  add(state.pass(end));
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

TEST_CASE("over random days of calls the dry run says exactly what was said live") {
  const auto rules = all_kinds();
  std::map<std::string, int> by_rule;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const std::vector<Logged> log = Histories(seed).make(400);
    const absl::Time end = log.back().event.time + absl::Hours(1);
    AlertReplay replay(team_of, rules);
    std::vector<AlertFinding> dry;
    for (const Logged& each : log) {
      for (AlertFinding& finding : replay.take(each.agent, each.event)) dry.push_back(std::move(finding));
    }
    for (AlertFinding& finding : replay.finish(end)) dry.push_back(std::move(finding));
    INFO("seed " << seed);
    CHECK(told(dry) == told(live(log, rules, end)));
    for (const AlertFinding& finding : dry) ++by_rule[finding.rule_id];
  }
  CHECK(by_rule.size() == rules->all().size());  // Every kind was met, or this proves nothing.
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
