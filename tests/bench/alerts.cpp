// What judging an utterance by 50 alert rules costs, and a trial of one rule over a week of 100,000 turns.
#include <filesystem>
#include <random>
#include <stdexcept>

#include "absl/strings/str_cat.h"
#include "service/core/alert_trial.h"
#include "service/store/sqlite/sqlite.h"
#include "shared/domain/alert_state.h"
#include "shared/domain/normalise.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::bench {
namespace {

constexpr int kRules = 50;
constexpr int kTurns = 100'000;
constexpr int kTurnsOfCall = 20;
const absl::Time kStart = absl::FromUnixSeconds(1772442000);

template <typename Value>
void keep(const Value& value) {
  __asm__ volatile("" : : "r"(&value) : "memory");
}

/// Sentences of made-up words as long as turns are.
class Speech {
 public:
  std::string turn() {
    std::string made;
    for (int i = 0; i < 14; ++i) absl::StrAppend(&made, i == 0 ? "" : " ", word());
    return made;
  }
  std::string word() {
    std::string made;
    for (int i = 0; i < 3; ++i) made += {"bdfgklmnprstvz"[random_() % 14], "aeiou"[random_() % 5]};
    return made;
  }

 private:
  std::mt19937 random_{3};
};

/// Two thirds listen to ten phrases each, the rest looks at turns and holds.
std::vector<domain::AlertRule> rules(Speech& speech) {
  std::vector<domain::AlertRule> made;
  for (int i = 0; i < kRules; ++i) {
    domain::AlertRule rule;
    rule.id = absl::StrCat("rule-", i);
    rule.name = rule.id;
    rule.led = {"*"};
    rule.kind = i % 6 == 0   ? domain::AlertKind::kNegative
                : i % 6 == 1 ? domain::AlertKind::kLongHold
                             : domain::AlertKind::kPhrase;
    for (int k = 0; k < 10; ++k) {
      rule.phrases.push_back(k % 3 == 0 ? absl::StrCat(speech.word(), " ... ", speech.word())
                                        : absl::StrCat(speech.word(), "/", speech.word()));
    }
    made.push_back(rule);
  }
  return made;
}

template <typename T>
T must(absl::StatusOr<T> value) {
  if (!value.ok()) throw std::runtime_error(value.status().ToString());
  return *std::move(value);
}

void judge() {
  Speech speech;
  domain::AlertState state([](const std::string&) { return std::string("zuid"); },
                           must(domain::AlertRules::create(rules(speech))));
  domain::CallMoment moment;
  moment.agent_id = "sanne";
  moment.call_id = "call";
  moment.state = domain::CallState::kInCall;
  moment.rang = moment.answered = moment.state_since = kStart;
  moment.scores = {-0.8, 0.2, -0.7, -0.9};
  int turn = 0;
  const auto next = [&] {
    moment.time = kStart + absl::Seconds(++turn);
    moment.turn = {absl::StrCat("turn-", turn), domain::Speaker::kCustomer, speech.turn(), true};
  };
  std::vector<double> took;
  std::vector<double> least;
  for (int i = 0; i < 5000; ++i) {
    next();
    least.push_back(cpu_us_of([&] { keep(domain::folded(domain::normalise(moment.turn->text))); }));
    took.push_back(cpu_us_of([&] { keep(state.see(moment)); }));
  }
  const Spread floor = spread_of(least);
  const Spread spread = spread_of(took);
  print("alerts_judged_p50", spread.median, "us CPU", {floor.median, "the turn normalised"}, {{"rules", kRules}});
  print("alerts_judged_p99", spread.p99, "us CPU", {floor.p99, "the turn normalised"}, {{"rules", kRules}});
}

domain::Event said(const std::string& call, int i, absl::Time time, Speech& speech) {
  domain::UtteranceSaid what;
  what.call_id = call;
  what.utterance_id = absl::StrCat("turn-", i);
  what.text = absl::StrCat(speech.turn(), i % 500 == 0 ? " advocaat" : "");
  what.reading.language = "nl";
  what.reading.sentiment = domain::Sentiment{-0.3, domain::Feeling::kNegative, 0.7, "bench"};
  return {what.utterance_id, time, what};
}

void fill(store::Store& store) {
  Speech speech;
  absl::Time time = kStart;
  const absl::Duration step = absl::Hours(24 * 6) / kTurns;
  for (int i = 0; i < kTurns;) {
    const absl::Status status = store.write([&](store::Transaction& transaction) -> absl::Status {
      for (int calls = 0; calls < 50 && i < kTurns; ++calls) {
        const std::string agent = absl::StrCat("agent-", (i / kTurnsOfCall) % 100);
        const std::string call = absl::StrCat("call-", i / kTurnsOfCall);
        const auto report = [&](domain::CallEvent event) {
          domain::CallReported what;
          what.call_id = call;
          what.event = event;
          what.language = "nl";
          return transaction.append_event(agent, {absl::StrCat(call, "-", static_cast<int>(event)), time, what});
        };
        if (absl::Status told = report(domain::CallEvent::kAnswered); !told.ok()) return told;
        for (int k = 0; k < kTurnsOfCall; ++k, ++i) {
          time += step;
          if (absl::Status told = transaction.append_event(agent, said(call, i, time, speech)); !told.ok()) return told;
        }
        if (absl::Status told = report(domain::CallEvent::kEnded); !told.ok()) return told;
      }
      return absl::OkStatus();
    });
    if (!status.ok()) throw std::runtime_error(status.ToString());
  }
}

double read_alone(store::Store& store) {
  const double before = steady_us();
  std::int64_t place = 0;
  for (;;) {
    store::LogPage page;
    const absl::Status status = store.read([&](store::Reads& reads) {
      page = must(reads.log(place, 1000));
      return absl::OkStatus();
    });
    if (!status.ok()) throw std::runtime_error(status.ToString());
    if (page.last == 0) return (steady_us() - before) / 1e6;
    place = page.last;
  }
}

void trial() {
  const test::TemporaryFolder folder;
  const auto store = must(store::sqlite::open(folder.file("store.db")));
  fill(*store);
  const double floor = read_alone(*store);
  domain::AlertRule rule;
  rule.id = "rule";
  rule.name = "rule";
  rule.led = {"*"};
  rule.kind = domain::AlertKind::kPhrase;
  rule.phrases = {"advocaat/jurist", "wil ... opzeggen"};
  const double before = steady_us();
  double first = 0;
  int found = 0;
  core::AlertTrial trial(
      *store, rule, {kStart, kStart + absl::Hours(24 * 7), absl::UTCTimeZone()}, 100,
      [](const std::string&) { return std::string("zuid"); },
      [](const std::vector<std::string>&) { return absl::OkStatus(); }, nullptr);
  for (;;) {
    const auto step = must(trial.next());
    if (!step) break;
    if (first == 0) first = (steady_us() - before) / 1e3;
    found = 0;
    for (const auto& [day, count] : step->days) found += count;
  }
  print("alert_trial", (steady_us() - before) / 1e6, "s", {floor, "reading the same log"},
        {{"turns", kTurns}, {"found", found}});
  print_alone("alert_trial_first_counts", first, "ms", {{"turns", kTurns}});
}

}  // namespace
}  // namespace aandacht::bench

int main() {
  aandacht::bench::judge();
  aandacht::bench::trial();
}
