// Figures, not checks: build/dev/tests/integration "[measure]"
#include <algorithm>
#include <thread>
#include <vector>

#include "absl/time/clock.h"
#include "tests/integration/service_fixture.h"

using namespace aandacht;
using test::ServiceFixture;
using test::soon;
using test::utterance;

TEST_CASE("how long an utterance takes from sending to its answer, and how many go at once", "[.][measure]") {
  ServiceFixture fixture;
  fixture.begin_call();
  const auto context = soon();
  const auto stream = fixture.client().transcripts->StreamUtterances(context.get());
  v1::StreamUtterancesResponse response;
  std::vector<double> milliseconds;
  for (int i = 0; i < 500; ++i) {
    const absl::Time began = absl::Now();
    stream->Write(utterance("a" + std::to_string(i), "waarom duurt het zo lang, ik ben hier echt boos over"));
    REQUIRE(stream->Read(&response));
    milliseconds.push_back(absl::ToDoubleMilliseconds(absl::Now() - began));
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  constexpr int kMany = 20000;
  const absl::Time began = absl::Now();
  std::thread writer([&] {
    for (int i = 0; i < kMany; ++i) {
      stream->Write(utterance("b" + std::to_string(i), "waarom duurt het zo lang, ik ben hier echt boos over"));
    }
  });
  for (int i = 0; i < kMany; ++i) REQUIRE(stream->Read(&response));
  const double seconds = absl::ToDoubleSeconds(absl::Now() - began);
  writer.join();
  WARN("one at a time: p50 " << milliseconds[250] << " ms, p99 " << milliseconds[495]
                             << " ms; many at once: " << kMany / seconds << " a second");
}
