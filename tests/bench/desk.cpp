// What one utterance costs the desk that it moves: CPU time of apply(), beside the copy of the desk without which the
// one before would be lost.
#include "shared/domain/apply.h"

#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/bench/sample_calls.h"

namespace aandacht::bench {
namespace {

constexpr int kRounds = 20;

struct Times {
  std::vector<double> apply;
  std::vector<double> copy;
  std::vector<double> nothing;  // What asking for the time costs.
};

/// Keeps the compiler from leaving out what nobody looks at.
void keep(const domain::Desk& desk) { __asm__ volatile("" : : "r"(&desk) : "memory"); }

domain::Desk wake_until(domain::Desk desk, absl::Time time, const domain::Library& library) {
  while (desk.wake <= time) {
    const absl::Time wake = desk.wake;
    desk = domain::apply(std::move(desk), {"wake", wake, domain::WokeUp{}}, library, wake).desk;
  }
  return desk;
}

void play(const SampleCall& call, Times& times) {
  domain::Desk desk;
  desk.agent_id = "bench";
  for (const domain::Event& event : call.events) {
    desk = wake_until(std::move(desk), event.time, call.library);
    domain::Outcome outcome;
    const double apply = cpu_us_of([&] { outcome = domain::apply(desk, event, call.library, event.time); });
    domain::Desk copied;
    const double copy = cpu_us_of([&] {
      copied = desk;
      keep(copied);
    });
    desk = std::move(outcome.desk);
    if (!std::holds_alternative<domain::UtteranceSaid>(event.what)) continue;
    times.apply.push_back(apply);
    times.copy.push_back(copy);
    times.nothing.push_back(cpu_us_of([] {}));
  }
}

void run() {
  const std::vector<SampleCall> calls = sample_calls();
  Times warm;
  for (const SampleCall& call : calls) play(call, warm);
  Times times;
  for (int round = 0; round < kRounds; ++round) {
    for (const SampleCall& call : calls) play(call, times);
  }
  const double clock = spread_of(times.nothing).median;
  const Spread apply = spread_of(times.apply);
  const Spread copy = spread_of(times.copy);
  const nlohmann::ordered_json more{{"utterances", times.apply.size()}};
  print("desk_apply_p50", apply.median - clock, "us CPU", {copy.median - clock, "copying the desk"}, more);
  print("desk_apply_p99", apply.p99 - clock, "us CPU", {copy.p99 - clock, "copying the desk"}, more);
}

}  // namespace
}  // namespace aandacht::bench

int main() { aandacht::bench::run(); }
