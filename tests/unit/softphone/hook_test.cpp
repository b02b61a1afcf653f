#include "client/softphone/hook_calls.h"
#include "client/softphone/hook_events.h"

#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/baresip_capture.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::softphone {
namespace {

using domain::CallEvent;

const absl::Time kNow = absl::FromUnixSeconds(1'795'302'180);

TEST_CASE("the words of a command make a report") {
  const auto report = report_from_arguments({.event = "ringing",
                                             .id = "x1",
                                             .from = "+31612345678",
                                             .name = "Jan",
                                             .direction = "outgoing",
                                             .queue = "energie",
                                             .language = "nl"});
  REQUIRE(report.ok());
  CHECK(report->call_id == "x1");
  CHECK(report->event == CallEvent::kRinging);
  CHECK(report->from == "+31612345678");
  CHECK(report->display_name == "Jan");
  CHECK(report->direction == domain::CallDirection::kOutgoing);
  CHECK(report->queue == "energie");
  CHECK(report->language == "nl");
}

TEST_CASE("a hook gets numbers in many shapes") {
  const auto number = [](const std::string& from) {
    return report_from_arguments({.event = "ended", .id = "x", .from = from})->from;
  };
  CHECK(number("sip:+31612345678@host") == "+31612345678");
  CHECK(number("0612345678@pbx.example.nl") == "0612345678");
  CHECK(number("020 - 123 45 67") == "020 - 123 45 67");
  CHECK(number("sip:anonymous@anonymous.invalid").empty());
  CHECK(number("anonymous").empty());
  CHECK(number("").empty());
}

TEST_CASE("a wrong word of a hook is named, a bad name is mended") {
  CHECK(absl::IsInvalidArgument(report_from_arguments({.event = "rang"}).status()));
  CHECK(absl::IsInvalidArgument(report_from_arguments({.event = "held", .direction = "sideways"}).status()));
  CHECK(absl::IsInvalidArgument(report_from_arguments({.event = "held", .id = std::string(257, 'x')}).status()));
  CHECK(absl::IsInvalidArgument(report_from_arguments({.event = "held", .id = "a\nb"}).status()));
  CHECK(report_from_arguments({.event = "held", .id = "x", .name = "Zo\xff"})->display_name == "Zo\xef\xbf\xbd");
}

using Variables = std::map<std::string, std::string>;

Environment environment(const Variables& variables) {
  return [variables](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

/// The environments that a recorded Twinkle gave its scripts.
std::vector<Variables> recorded_environments() {
  std::vector<Variables> all;
  std::istringstream lines(test::read_capture("12-twinkle-hook-environment.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("argv:")) {
      all.emplace_back();
    } else if (const std::size_t equals = line.find('='); equals != std::string::npos) {
      all.back()[line.substr(0, equals)] = line.substr(equals + 1);
    }
  }
  return all;
}

TEST_CASE("a call of a real Twinkle is read from its environments") {
  const std::vector<Variables> recorded = recorded_environments();
  REQUIRE(recorded.size() == 3);
  const CallEvent expected[] = {CallEvent::kRinging, CallEvent::kAnswered, CallEvent::kEnded};
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    const auto report = report_from_twinkle(environment(recorded[i]));
    REQUIRE(report.ok());
    CHECK(report->event == expected[i]);
    CHECK(report->call_id == "1-21476@127.0.0.1");
    CHECK(report->from == (i < 2 ? "+31612345678" : ""));
    CHECK(report->display_name == (i < 2 ? "Jan de Vries" : ""));
  }
}

TEST_CASE("an agent who hangs up in Twinkle is not taken for the caller") {
  const auto report = report_from_twinkle(environment({{"TWINKLE_TRIGGER", "local_release"},
                                                       {"SIP_CALL_ID", "x"},
                                                       {"SIP_FROM", "<sip:agent@127.0.0.1>"},
                                                       {"SIP_FROM_USER", "agent"}}));
  REQUIRE(report.ok());
  CHECK(report->event == CallEvent::kEnded);
  CHECK(report->from.empty());
}

TEST_CASE("an outgoing call of Twinkle names who is called") {
  const auto report = report_from_twinkle(environment({{"TWINKLE_TRIGGER", "out_call"},
                                                       {"SIP_CALL_ID", "x"},
                                                       {"SIP_FROM", "<sip:agent@h>"},
                                                       {"SIP_TO", "Jan <sip:+316@h>"}}));
  REQUIRE(report.ok());
  CHECK(report->from == "+316");
  CHECK(report->display_name == "Jan");
  CHECK(report->direction == domain::CallDirection::kOutgoing);
}

TEST_CASE("an environment that Twinkle did not make is told apart from a broken one") {
  CHECK(absl::IsNotFound(report_from_twinkle(environment({})).status()));
  CHECK(absl::IsInvalidArgument(report_from_twinkle(environment({{"TWINKLE_TRIGGER", "in_call"}})).status()));
  CHECK(absl::IsInvalidArgument(
      report_from_twinkle(environment({{"TWINKLE_TRIGGER", "in_space"}, {"SIP_CALL_ID", "x"}})).status()));
}

TEST_CASE("a call without id keeps one id from ring to end, and the next call of the number gets another") {
  std::vector<HookCall> calls;
  const std::string id = assign_call_id(calls, "+31 6 1234", CallEvent::kRinging, kNow);
  CHECK(id == absl::StrCat("hook-3161234-", absl::FormatTime("%Y%m%dT%H%M%E3SZ", kNow, absl::UTCTimeZone())));
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kRinging, kNow + absl::Seconds(4)) == id);
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kAnswered, kNow + absl::Seconds(9)) == id);
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kHeld, kNow + absl::Hours(1)) == id);
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kResumed, kNow + absl::Hours(2)) == id);
  CHECK(assign_call_id(calls, "0201234567", CallEvent::kRinging, kNow + absl::Hours(2)) != id);
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kEnded, kNow + absl::Hours(3)) == id);
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kEnded, kNow + absl::Hours(3) + absl::Seconds(1)) == id);
  CHECK(assign_call_id(calls, "+31 6 1234", CallEvent::kRinging, kNow + absl::Hours(3) + absl::Seconds(2)) != id);
}

TEST_CASE("reports without id that overtake each other still make one call") {
  std::vector<HookCall> calls;
  SECTION("answered before ringing") {
    const std::string id = assign_call_id(calls, "1", CallEvent::kAnswered, kNow);
    CHECK(assign_call_id(calls, "1", CallEvent::kRinging, kNow + absl::Milliseconds(3)) == id);
    CHECK(assign_call_id(calls, "1", CallEvent::kEnded, kNow + absl::Minutes(3)) == id);
  }
  SECTION("ended before ringing") {
    const std::string id = assign_call_id(calls, "1", CallEvent::kEnded, kNow);
    CHECK(assign_call_id(calls, "1", CallEvent::kRinging, kNow + absl::Milliseconds(3)) == id);
    CHECK(assign_call_id(calls, "1", CallEvent::kRinging, kNow + absl::Seconds(3)) != id);
  }
  SECTION("a forgotten end: half a day later it is another call") {
    const std::string id = assign_call_id(calls, "", CallEvent::kRinging, kNow);
    CHECK(id.starts_with("hook-20"));
    CHECK(assign_call_id(calls, "", CallEvent::kAnswered, kNow + absl::Hours(12)) != id);
  }
  SECTION("a missed call whose end was never told: ringing again is another call") {
    const std::string id = assign_call_id(calls, "1", CallEvent::kRinging, kNow);
    CHECK(assign_call_id(calls, "1", CallEvent::kRinging, kNow + absl::Minutes(2)) != id);
  }
}

TEST_CASE("processes share the calls through a file, and a broken file is begun anew") {
  const test::TemporaryFolder folder;
  const std::filesystem::path file = folder.path() / "nieuw" / "hook-calls.json";
  const auto id = assign_call_id_in(file, "1", CallEvent::kRinging, kNow);
  REQUIRE(id.ok());
  CHECK(*assign_call_id_in(file, "1", CallEvent::kAnswered, kNow + absl::Seconds(1)) == *id);
  for (int i = 0; i < 100; ++i) {
    REQUIRE(assign_call_id_in(file, std::to_string(i + 10), CallEvent::kRinging, kNow + absl::Seconds(2 + i)).ok());
  }
  CHECK(std::filesystem::file_size(file) < 8'192);
  std::ofstream(file) << "[{\"id\":7},\"x\",{\"id\":\"y\",\"began_us\":\"z\"}";
  CHECK(assign_call_id_in(file, "1", CallEvent::kRinging, kNow + absl::Hours(1)).ok());
  CHECK(absl::IsUnavailable(assign_call_id_in(folder.path() / "nieuw", "1", CallEvent::kRinging, kNow).status()));
}

}  // namespace
}  // namespace aandacht::softphone
