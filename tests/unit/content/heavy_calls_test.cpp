// Which annotated calls a desk takes for heavy by their text alone.
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/content/load.h"
#include "shared/domain/apply.h"
#include "shared/domain/reader.h"
#include "tests/support/catch.h"
#include "tests/unit/content/coach_lines.h"

namespace aandacht {
namespace {

using nlohmann::json;

struct Counted {
  int calls = 0;
  int heavy = 0;
};

/// Plays a call at an empty desk, a turn every ten seconds.
bool is_heavy(const json& call, const domain::Reader& reader, const domain::Library& library) {
  domain::Desk desk;
  absl::Time now = absl::FromUnixSeconds(1'790'000'000);
  const auto happen = [&](decltype(domain::Event::what) what) {
    now += absl::Seconds(10);
    desk = domain::apply(std::move(desk), {absl::FormatTime(now), now, std::move(what)}, library, now).desk;
  };
  const auto report = [&](domain::CallEvent event) {
    domain::CallReported what;
    what.call_id = "c";
    what.event = event;
    what.language = call["lang"];
    happen(std::move(what));
  };
  report(domain::CallEvent::kAnswered);
  for (const json& turn : call["turns"]) {
    if (!turn.contains("text")) continue;
    domain::UtteranceSaid said;
    said.call_id = "c";
    said.utterance_id = absl::FormatTime(now);
    said.speaker = turn["speaker"] == "agent" ? domain::Speaker::kAgent : domain::Speaker::kCustomer;
    said.text = turn["text"];
    said.reading = reader.read(said.speaker, said.text, {call["lang"], "", now, absl::UTCTimeZone()});
    happen(std::move(said));
  }
  report(domain::CallEvent::kEnded);
  happen(domain::WrapUpFinished{"c"});
  REQUIRE(desk.fatigue.calls_in_shift == 1);
  return !desk.fatigue.heavy.empty();
}

Counted count(const std::string& file) {
  const auto library = content::load_library(test::content_folder());
  REQUIRE(library.ok());
  const auto reader = domain::Reader::create(*library);
  REQUIRE(reader.ok());
  std::ifstream in(std::string(AANDACHT_SOURCE_DIR) + file);
  Counted counted;
  for (std::string line; std::getline(in, line);) {
    const json call = json::parse(line);
    ++counted.calls;
    counted.heavy += is_heavy(call, **reader, *library);
  }
  return counted;
}

TEST_CASE("one cross turn does not make a call heavy: of difficult calls some are, and by far not all") {
  for (const std::string file : {"/service/content/demo/calls.jsonl", "/tests/data/calls/calls.jsonl"}) {
    const Counted counted = count(file);
    INFO(file << ": " << counted.heavy << " of " << counted.calls);
    CHECK(counted.calls >= 12);
    CHECK(counted.heavy * 10 >= counted.calls);
    CHECK(counted.heavy * 2 <= counted.calls);
  }
}

}  // namespace
}  // namespace aandacht
