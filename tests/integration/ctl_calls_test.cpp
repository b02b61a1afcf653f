#include <grpcpp/grpcpp.h>

#include <thread>

#include "aandacht/v1/desk.grpc.pb.h"
#include "absl/strings/match.h"
#include "absl/strings/str_format.h"
#include "nlohmann/json.hpp"
#include "tests/integration/ctl_service.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

using ctl::Exit;
using nlohmann::json;

const std::string kCalls = AANDACHT_SOURCE_DIR "/tests/data/calls/calls.jsonl";

std::vector<json> parsed(const CtlRan& ran) {
  std::vector<json> lines;
  for (const std::string& line : ran.lines()) lines.push_back(json::parse(line));
  return lines;
}

std::vector<std::string> states(const std::vector<json>& lines, const std::string& call) {
  std::vector<std::string> found;
  for (const json& line : lines) {
    if (line["call"] == call && line.contains("call_state")) found.push_back(line["call_state"]["state"]);
  }
  return found;
}

/// What does not differ between two runs: a wrap-up is finished by the desk's own clock.
std::vector<std::string> repeatable(const std::vector<json>& lines) {
  std::vector<std::string> kept;
  for (json line : lines) {
    if (line.contains("call_state") && line["call_state"]["state"] == "ended") line.erase("at");
    kept.push_back(line.dump());
  }
  return kept;
}

TEST_CASE("a replay of two calls shows who rings, brings cards and ends, the same each time", "[ctl]") {
  CtlService service;
  const std::vector<std::string> arguments = {"replay",  kCalls,          "--instant", "--json",
                                              "--agent", "anna",          "--only",    "nl-telecom-01",
                                              "--only",  "nl-energie-03", "--run",     "first"};
  const CtlRan ran = service.run(arguments);
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  const std::vector<json> lines = parsed(ran);
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0]["call"] == "nl-telecom-01");
  CHECK(lines[0]["turn"].is_null());
  CHECK(lines[0]["agent"] == "anna");
  CHECK(lines[0]["at"] == "2026-11-17T09:59:56.000+01:00");
  CHECK(lines[0]["call_state"] ==
        json{{"state", "ringing"}, {"from", "+31600110201"}, {"name", "Gerda Hoekstra-Baaij"}});
  for (const char* call : {"nl-telecom-01", "nl-energie-03"}) {
    CHECK(states(lines, call) == std::vector<std::string>{"ringing", "in_call", "wrap_up", "ended"});
  }
  int we_cards = 0;
  int sentiments = 0;
  for (const json& line : lines) {
    if (line.contains("card") && line["card"]["kind"] == "we") {
      ++we_cards;
      CHECK(line["card"].contains("label"));
      CHECK(line["turn"].is_number());
      CHECK_FALSE(line["card"]["evidence"].get<std::string>().empty());
    }
    sentiments += line.contains("sentiment") ? 1 : 0;
  }
  CHECK(we_cards >= 1);
  CHECK(sentiments == 31);
  CtlService fresh;
  CHECK(repeatable(parsed(fresh.run(arguments))) == repeatable(lines));
}

TEST_CASE("a call with a hold says so, at its turns", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"replay", kCalls, "--instant", "--json", "--only", "nl-pakket-05"});
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  CHECK(states(parsed(ran), "nl-pakket-05") ==
        std::vector<std::string>{"ringing", "in_call", "on_hold", "in_call", "wrap_up", "ended"});
}

TEST_CASE("several desks at many times the speed play all their calls", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"replay", kCalls, "--speed", "5000", "--json", "--agent", "anna,bram", "--only",
                                  "nl-ov-19", "--only", "nl-be-pakket-06"});
  INFO(ran.err);
  REQUIRE(ran.exit == Exit::kOk);
  for (const char* call : {"nl-ov-19", "nl-be-pakket-06"}) CHECK(states(parsed(ran), call).back() == "ended");
}

TEST_CASE("a person reads a replay as a timeline", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"replay", kCalls, "--instant", "--only", "nl-telecom-01"});
  REQUIRE(ran.exit == Exit::kOk);
  CHECK_THAT(ran.out, Catch::Matchers::Contains("ringing    Gerda Hoekstra-Baaij  +31600110201"));
  CHECK_THAT(ran.out, Catch::Matchers::Contains("> CARD"));
  CHECK_THAT(ran.out, Catch::Matchers::Contains("calls: 1, cards shown: "));
}

TEST_CASE("a replay stores the company's whys for its queue", "[ctl]") {
  CtlService service;
  REQUIRE(service.run({"replay", kCalls, "--instant", "--only", "nl-telecom-01"}).exit == Exit::kOk);
  const CtlRan found = service.run({"whys", "search", "tijdvak", "--queue", "Vlietnet", "--lang", "nl", "--json"});
  INFO(found.err);
  CHECK_THAT(found.out, Catch::Matchers::Contains(R"("id":"nl/vlietnet/tijdvak-monteur")"));
  CHECK_THAT(service.run({"whys", "list"}).out, Catch::Matchers::Contains("nl/vlietnet/kastje-van-ons"));
}

TEST_CASE("reports of a softphone arrive, also those that were made while the service was away", "[ctl]") {
  CtlService service;
  const std::string outbox = service.folder().file("outbox.db");
  const auto report = [&](const std::string& server, const char* event) {
    return service.run({"--server", server, "call", event, "--id", "c1@host", "--from", "+31600110201", "--agent",
                        "anna", "--outbox", outbox});
  };
  REQUIRE(service.run({"customers", "import", AANDACHT_SOURCE_DIR "/tests/data/calls/customers.jsonl"}).exit ==
          Exit::kOk);
  CHECK(report("127.0.0.1:1", "ringing").exit == Exit::kOk);
  const CtlRan answered = report(service.address(), "answered");
  CHECK(answered.exit == Exit::kOk);
  CHECK(answered.out.empty());
  CHECK(answered.err.empty());
  const std::vector<json> lines = parsed(service.look({"watch", "desk", "--agent", "anna", "--json"}));
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0]["call"] == "c1@host");
  CHECK_FALSE(lines[0].contains("turn"));
  CHECK(lines[0]["call_state"]["state"] == "in_call");
  CHECK(lines[0]["call_state"]["name"] == "Gerda Hoekstra-Baaij");
}

TEST_CASE("a transcript is stored line by line; what is wrong is named and the rest arrives", "[ctl]") {
  CtlService service;
  const std::string outbox = service.folder().file("outbox.db");
  REQUIRE(service.run({"call", "answered", "--id", "c1", "--agent", "anna", "--outbox", outbox}).exit == Exit::kOk);
  const std::string input =
      "{\"speaker\": \"customer\", \"text\": \"hallo\", \"id\": \"u1\"}\n"
      "{\"speaker\": \"customer\"}\n"
      "{\"speaker\": \"agent\", \"text\": \"goedemorgen\xff\", \"id\": \"u2\"}\n"
      "{\"speaker\": \"agent\", \"text\": \"" +
      std::string(20'000, 'a') + "\"}\n";
  const CtlRan ran = service.run({"transcript", "stream", "--call", "c1", "--lang", "nl", "--json"}, input);
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Catch::Matchers::Contains("line 2: `text` is missing"));
  CHECK_THAT(ran.err, Catch::Matchers::Contains("line 4: `text` is 20000 bytes"));
  const std::vector<json> answers = parsed(ran);
  REQUIRE(answers.size() == 2);
  CHECK(answers[0]["outcome"] == "stored");
  CHECK(answers[1]["line"] == 3);
  const CtlRan again = service.run({"transcript", "stream", "--call", "c1"},
                                   "{\"speaker\": \"customer\", \"text\": \"hallo\", \"id\": \"u1\"}\n");
  CHECK(again.exit == Exit::kOk);
  CHECK(again.out == "0 turns stored, 1 known already, 0 said on hold and not kept, 0 not taken\n");
}

TEST_CASE("turns that are kept reach the service once it is there", "[ctl]") {
  CtlService service;
  const std::string outbox = service.folder().file("outbox.db");
  REQUIRE(service.run({"call", "answered", "--id", "c1", "--agent", "anna", "--outbox", outbox}).exit == Exit::kOk);
  const std::string turn = "{\"speaker\": \"customer\", \"text\": \"hallo\", \"id\": \"u1\"}\n";
  const CtlRan kept = service.run({"transcript", "stream", "--call", "c1", "--keep", "--outbox", outbox}, turn);
  CHECK(kept.exit == Exit::kOk);
  CHECK_THAT(kept.out, Catch::Matchers::Contains("1 kept until the service is back"));
  const CtlRan again = service.run({"transcript", "stream", "--call", "c1"}, turn);
  CHECK(again.out == "0 turns stored, 1 known already, 0 said on hold and not kept, 0 not taken\n");
}

TEST_CASE("words of a call that was never reported say what to do", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"transcript", "stream", "--call", "never"}, R"({"speaker": "agent", "text": "a"})");
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.err, Catch::Matchers::Contains("aandachtctl call ringing --id never"));
}

TEST_CASE("a prompt reaches the desk it is pushed to when a window is open, and waits for one otherwise", "[ctl]") {
  CtlService service;
  const std::string outbox = service.folder().file("outbox.db");
  REQUIRE(service.run({"call", "answered", "--id", "c1", "--agent", "anna", "--outbox", outbox}).exit == Exit::kOk);
  const std::vector<std::string> push = {"push", "--agent",  "anna",    "--supervisor",
                                         "Kim",  "--reason", "storing", "zeg het"};
  const CtlRan waits = service.run(push);
  CHECK(waits.exit == Exit::kOk);
  CHECK(waits.out == "the prompt is at 0 desks\nit waits for 1 agent who is away\n");
  grpc::ClientContext context;
  const auto desks =
      v1::DeskService::NewStub(grpc::CreateChannel(service.address(), grpc::InsecureChannelCredentials()));
  v1::WatchDeskRequest anna;
  anna.set_agent_id("anna");
  const auto window = desks->WatchDesk(&context, anna);
  v1::WatchDeskResponse begun;
  REQUIRE(window->Read(&begun));
  const CtlRan ran = service.run(push);
  INFO(ran.err);
  CHECK(ran.exit == Exit::kOk);
  CHECK(ran.out == "the prompt is at 1 desk\n");
  const CtlRan seen = service.look({"watch", "desk", "--agent", "anna"});
  CHECK_THAT(seen.out, Catch::Matchers::Contains("zeg het"));
  context.TryCancel();
  const CtlRan nobody = service.run({"push", "--agent", "nobody", "--supervisor", "Kim", "--reason", "r", "text"});
  CHECK(nobody.exit == Exit::kFailed);
  CHECK_FALSE(nobody.err.empty());
}

TEST_CASE("the floor shows every desk", "[ctl]") {
  CtlService service;
  REQUIRE(service.run({"replay", kCalls, "--instant", "--agent", "anna", "--only", "nl-ov-19"}).exit == Exit::kOk);
  const std::vector<json> rows = parsed(service.look({"watch", "floor", "--json"}));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["agent"] == "anna");
  CHECK(rows[0]["state"].is_null());
}

TEST_CASE("on the floor the class and the number beside it are of the same turns, and the last turn stands apart",
          "[ctl]") {
  CtlService service;
  REQUIRE(service.run({"call", "ringing", "--id", "c1", "--agent", "anna"}).exit == Exit::kOk);
  REQUIRE(service.run({"call", "answered", "--id", "c1", "--agent", "anna"}).exit == Exit::kOk);
  std::string lines;
  for (const char* text :
       {"dit is belachelijk en schandalig", "ik ben woedend, wat een slechte service", "fijn dank je wel"}) {
    lines += json{{"speaker", "customer"}, {"text", text}}.dump() + "\n";
  }
  REQUIRE(service.run({"transcript", "stream", "--call", "c1", "--lang", "nl"}, lines).exit == Exit::kOk);
  const std::vector<json> rows = parsed(service.look({"watch", "floor", "--json"}));
  REQUIRE(rows.size() == 1);
  const json sentiment = rows[0]["sentiment"];
  INFO(sentiment.dump());
  CHECK(sentiment["class"] == "negative");
  CHECK(sentiment["score"] <= -0.2);
  CHECK(sentiment["last"] > -0.2);  // It would be neutral, was the class of this one.
  const std::string text = service.look({"watch", "floor"}).out;
  INFO(text);
  CHECK(absl::StrContains(text, absl::StrFormat("negative %+.2f, last %+.2f", sentiment["score"].get<double>(),
                                                sentiment["last"].get<double>())));
}

TEST_CASE("a replay lives through a restart of the service", "[ctl]") {
  CtlService service;
  CtlRan ran;
  std::thread replaying([&] {
    ran = service.run({"replay", kCalls, "--speed", "100", "--json", "--only", "nl-be-pakket-06"});
  });
  CHECK(eventually([&] { return absl::StrContains(service.run({"watch", "floor", "--for", "50ms"}).out, "in_call"); }));
  service.restart();
  replaying.join();
  INFO(ran.err);
  CHECK(ran.exit == Exit::kOk);
  CHECK(states(parsed(ran), "nl-be-pakket-06").back() == "ended");
}

TEST_CASE("without a phone of its own a replay says its words into the call that was answered", "[ctl]") {
  CtlService service;
  const std::string outbox = service.folder().file("outbox.db");
  REQUIRE(
      service.run({"call", "answered", "--id", "sip-1", "--from", "0600110219", "--agent", "anna", "--outbox", outbox})
          .exit == Exit::kOk);
  const CtlRan ran = service.run(
      {"replay", kCalls, "--no-phone", "--speed", "5000", "--json", "--agent", "anna", "--only", "nl-ov-19"});
  INFO(ran.err);
  CHECK(ran.exit == Exit::kOk);
  const std::vector<json> lines = parsed(ran);
  REQUIRE_FALSE(lines.empty());
  for (const json& line : lines) CHECK(line["call"] == "nl-ov-19");
}

TEST_CASE("doctor finds a service that serves", "[ctl]") {
  CtlService service;
  const CtlRan ran = service.run({"doctor", "--json", "--outbox", service.folder().file("outbox.db"), "--content",
                                  AANDACHT_SOURCE_DIR "/service/content"});
  CHECK_THAT(ran.out, Catch::Matchers::Contains(R"("subject":"service","health":"ok")"));
}

}  // namespace
}  // namespace aandacht::test
