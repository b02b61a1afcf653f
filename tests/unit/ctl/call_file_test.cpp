#include "client/ctl/call_file.h"

#include <fstream>

#include "client/ctl/call_player.h"
#include "tests/support/catch.h"

namespace aandacht::ctl {
namespace {

constexpr char kLine[] = R"({"id": "c1", "lang": "nl", "title": "t", "date": "2026-11-17",
  "company": {"name": "Helder Duin", "whys": [{"topic": "Tijdvak monteur!", "rule": "r", "customer": "c", "employee": "e",
    "organisation": "o"}]},
  "customer": {"name": "Gerda", "phone": "+31600110201"},
  "turns": [{"at_ms": 1000, "speaker": "agent", "text": "goedemorgen"}, {"at_ms": 2000, "event": "hold"},
            {"at_ms": 2000, "event": "resume"}, {"at_ms": 3000, "speaker": "customer", "text": "hallo"}],
  "expect": [{"turn": 0, "kind": "we"}], "quiet": [1]})";

std::string with(const std::string& from, const std::string& to) {
  std::string line = kLine;
  const std::size_t at = line.find(from);
  REQUIRE(at != std::string::npos);
  return line.replace(at, from.size(), to);
}

std::string complaint(const std::string& line) { return std::string(parse_call(line).status().message()); }

TEST_CASE("a call line gives its customer, whys and turns", "[call_file]") {
  const auto call = parse_call(kLine);
  REQUIRE(call.ok());
  CHECK(call->date == absl::CivilDay(2026, 11, 17));
  CHECK(call->company == "Helder Duin");
  CHECK(call->customer.company == "Helder Duin");
  CHECK(call->customer.language == "nl");
  REQUIRE(call->whys.size() == 1);
  CHECK(call->whys[0].id == "nl/helder-duin/tijdvak-monteur");
  CHECK(call->whys[0].queues == std::vector<std::string>{"Helder Duin"});
  REQUIRE(call->turns.size() == 4);
  CHECK(call->turns[0] == CallTurn{absl::Seconds(1), Speech{domain::Speaker::kAgent, "goedemorgen"}});
  CHECK(call->turns[1] == CallTurn{absl::Seconds(2), domain::CallEvent::kHeld});
  CHECK(call->turns[2] == CallTurn{absl::Seconds(2), domain::CallEvent::kResumed});
}

TEST_CASE("what is wrong with a call is named by its field", "[call_file]") {
  CHECK(complaint(with("\"id\": \"c1\", ", "")) == "`id` is missing or empty");
  CHECK(complaint(with("2026-11-17", "17 nov")) == "`date` must be a day such as 2026-11-17");
  CHECK(complaint(with("\"phone\": \"+31600110201\"", "\"x\": 1")) ==
        "`customer.phone` is missing: a call needs a number to come from");
  CHECK(complaint(with("\"event\": \"hold\"", "\"event\": \"pause\"")) ==
        "`turns[1].event` is \"pause\" but must be one of: hold, resume");
  CHECK(complaint(with("\"speaker\": \"customer\"", "\"speaker\": \"klant\"")) ==
        "`turns[3].speaker` is \"klant\" but must be one of: customer, agent");
  CHECK(complaint(with("\"at_ms\": 3000", "\"at_ms\": 30")) == "`turns[3].at_ms` is before that of the turn above it");
  CHECK(complaint(with("\"at_ms\": 1000, ", "")) == "`turns[0].at_ms` is missing");
  CHECK(complaint(with("\"employee\": \"e\"", "\"x\": 1")) == "`company.whys[0].employee` is missing or empty");
}

TEST_CASE("the demo calls are all taken", "[call_file]") {
  std::ifstream file(AANDACHT_SOURCE_DIR "/tests/data/calls/calls.jsonl");
  std::size_t spoken = 0;
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    const auto call = parse_call(line);
    INFO(line.substr(0, 60) << " " << call.status());
    REQUIRE(call.ok());
    for (const CallTurn& turn : call->turns) spoken += std::holds_alternative<Speech>(turn.what) ? 1 : 0;
  }
  CHECK(count == 20);
  CHECK(spoken == 628);
}

TEST_CASE("slugs keep letters of any script", "[call_file]") {
  CHECK(slug("Vale & Moor Trains") == "vale-moor-trains");
  CHECK(slug("  énergie  à deux ") == "énergie-à-deux");
  CHECK(slug("!").empty());
}

TEST_CASE("numbers are the same however they are written", "[call_file]") {
  CHECK(same_number("+31600110201", "06 0011 0201"));
  CHECK(same_number("+31600110201", "0031600110201"));
  CHECK_FALSE(same_number("+31600110201", "+31600110202"));
  CHECK_FALSE(same_number("", ""));
  CHECK_FALSE(same_number("201", "+31600110201"));
}

}  // namespace
}  // namespace aandacht::ctl
