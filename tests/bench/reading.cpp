// What reading one turn costs, beside the normalising that every reader begins with.
#include <string_view>

#include "shared/domain/normalise.h"
#include "shared/domain/redaction.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"
#include "tests/bench/sample_calls.h"

namespace aandacht::bench {
namespace {

constexpr int kRounds = 10;

template <typename Value>
void keep(const Value& value) {
  __asm__ volatile("" : : "r"(&value) : "memory");
}

/// CPU time of `work(call, turn)` for each turn of all rounds but the first.
template <typename Work>
std::vector<double> times_of(const std::vector<SampleCall>& calls, Work work) {
  std::vector<double> took;
  for (int round = 0; round <= kRounds; ++round) {
    if (round == 1) took.clear();
    for (const SampleCall& call : calls) {
      for (const SampleTurn& turn : call.turns) took.push_back(cpu_us_of([&] { work(call, turn); }));
    }
  }
  return took;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

void run() {
  const std::vector<SampleCall> calls = sample_calls();
  const auto normalised =
      times_of(calls, [](const SampleCall&, const SampleTurn& turn) { keep(domain::normalise(turn.text)); });
  const auto read = times_of(calls, [](const SampleCall& call, const SampleTurn& turn) {
    keep(call.reader->read(turn.speaker, turn.text, turn.context));
  });
  const auto redacted =
      times_of(calls, [](const SampleCall&, const SampleTurn& turn) { keep(domain::redact(turn.text)); });
  const Spread floor = spread_of(normalised);
  const Spread spread = spread_of(read);
  const std::string of = "normalising the turn";
  print("reading_turn_p50", spread.median, "us CPU", {floor.median, of}, {{"turns", read.size()}});
  print("reading_turn_p99", spread.p99, "us CPU", {floor.p99, of});
  print("reading_turns_per_second", 1e6 / mean(read), "1/s of one core", {1e6 / mean(normalised), of});
  print("redacting_turn_p50", spread_of(redacted).median, "us CPU", {floor.median, of});
  const double compile = cpu_us_of([&] { keep(domain::Reader::create(calls.front().library)); });
  print_alone("reading_compile_library", compile / 1e3, "ms CPU");
}

}  // namespace
}  // namespace aandacht::bench

int main() { aandacht::bench::run(); }
