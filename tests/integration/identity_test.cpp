// Who may do what, asked of a real service with real tokens.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>
#include <vector>

#include "aandacht/v1/own.grpc.pb.h"
#include "client/net/channel.h"
#include "client/net/desk_watch.h"
#include "shared/security/access.h"
#include "shared/security/revoked.h"
#include "tests/integration/identity_house.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

auto revoke(const IdentityHouse& house, const std::string& id) {
  const std::filesystem::path folder = house.identity();
  return security::revoke(security::machine_files(folder).revoked, id, security::owner_of(folder));
}

using Catch::Matchers::Contains;
using grpc::StatusCode;
using security::Access;
using security::Role;

void report(IdentityHouse& house, const std::string& call, const std::string& agent) {
  for (const v1::CallEvent event : {v1::CALL_EVENT_RINGING, v1::CALL_EVENT_ANSWERED}) {
    v1::ReportCallRequest request;
    request.set_event_id(call + std::to_string(event));
    request.set_agent_id(agent);
    request.set_call_id(call);
    request.set_event(event);
    const auto status =
        house.call("aandacht.v1.CallService/ReportCall", house.integrator(), request.SerializeAsString());
    INFO(status.error_message());
    REQUIRE(status.ok());
  }
}

std::string turns_of(const std::string& call) {
  v1::ListTurnsRequest request;
  request.set_call_id(call);
  return request.SerializeAsString();
}

constexpr const char* kListTurns = "aandacht.v1.RecordService/ListTurns";
constexpr const char* kListCalls = "aandacht.v1.CallService/ListCalls";

TEST_CASE("every rpc answers exactly the roles of its row", "[identity]") {
  IdentityHouse house;
  struct Asker {
    const char* who;
    bool Access::*admitted;
    std::string token;
  };
  const std::vector<Asker> askers = {{"agent", &Access::agent, house.agent("sanne")},
                                     {"supervisor", &Access::supervisor, house.supervisor("blue")},
                                     {"integrator", &Access::integrator, house.integrator()},
                                     {"administrator", &Access::administrator, house.administrator()}};
  for (const Access& row : security::access_table()) {
    const std::string rpc(row.rpc);
    REQUIRE(method_of(rpc) != nullptr);
    const std::string request = request_about(rpc, "sanne");
    CHECK(house.call(rpc, "", request).error_code() == StatusCode::UNAUTHENTICATED);
    for (const Asker& asker : askers) {
      INFO(rpc << " as " << asker.who);
      const grpc::Status status = house.call(rpc, asker.token, request);
      INFO(status.error_code() << " " << status.error_message());
      const bool by_role = status.error_message().find("this token is of another role") != std::string::npos;
      CHECK(status.error_code() != StatusCode::UNAUTHENTICATED);
      CHECK(status.error_code() != StatusCode::UNIMPLEMENTED);
      CHECK(by_role == !(row.*asker.admitted));
      CHECK((!by_role || status.error_code() == StatusCode::PERMISSION_DENIED));
    }
  }
}

TEST_CASE("no rpc takes one agent's token for another agent", "[identity]") {
  IdentityHouse house;
  const std::string bram = house.agent("bram");
  int asked = 0;
  for (const Access& row : security::access_table()) {
    const std::string rpc(row.rpc);
    if (!row.agent || !names_agent(rpc)) continue;
    INFO(rpc);
    ++asked;
    std::string sentence;
    for (const char* other : {"sanne", "nobody", ""}) {
      const grpc::Status status = house.call(rpc, bram, request_about(rpc, other));
      CHECK(status.error_code() == StatusCode::PERMISSION_DENIED);
      if (sentence.empty()) sentence = status.error_message();
      CHECK(status.error_message() == sentence);  // Whether there is such an agent is not told.
    }
  }
  CHECK(asked >= 15);
}

TEST_CASE("no rpc that names an agent answers the supervisor of another team", "[identity]") {
  IdentityHouse house;
  report(house, "call-1", "sanne");
  const std::string red = house.supervisor("red");
  for (const Access& row : security::access_table()) {
    const std::string rpc(row.rpc);
    if (!row.supervisor || !names_agent(rpc)) continue;
    const grpc::Status status = house.call(rpc, red, request_about(rpc, "sanne"));
    INFO(rpc << ": " << status.error_code() << " " << status.error_message());
    CHECK_FALSE(status.ok());
    CHECK((status.error_code() == StatusCode::PERMISSION_DENIED || status.error_code() == StatusCode::NOT_FOUND));
  }
}

TEST_CASE("a call's words are for its agent and for who leads the team, and the agent reads who looked", "[identity]") {
  IdentityHouse house;
  report(house, "call-1", "sanne");
  const std::string request = turns_of("call-1");
  CHECK(house.call(kListTurns, house.agent("sanne"), request).ok());
  const grpc::Status colleague = house.call(kListTurns, house.agent("bram"), request);
  const grpc::Status unknown = house.call(kListTurns, house.agent("bram"), turns_of("call-2"));
  CHECK(colleague.error_code() == StatusCode::NOT_FOUND);
  CHECK(unknown.error_code() == StatusCode::NOT_FOUND);
  CHECK_THAT(unknown.error_message(), Contains("call-2"));
  std::string same = colleague.error_message();
  same.replace(same.find("call-1"), 6, "call-2");
  CHECK(same == unknown.error_message());
  CHECK(house.call(kListTurns, house.supervisor("red"), request).error_code() == StatusCode::NOT_FOUND);
  CHECK(house.call(kListTurns, house.supervisor("blue"), request).ok());
  // The trail.
  const auto own = v1::OwnService::NewStub(house.channel());
  const auto context = soon();
  context->AddMetadata("authorization", "Bearer " + house.agent("sanne"));
  v1::ExportMyDataRequest whole;
  whole.set_agent_id("sanne");
  const auto lines = own->ExportMyData(context.get(), whole);
  std::string text;
  for (v1::ExportMyDataResponse line; lines->Read(&line);) text += line.line() + "\n";
  CHECK(lines->Finish().ok());
  CHECK_THAT(text, Contains("Name of kim-blue (kim-blue)") && !Contains("kim-red") && !Contains("bram"));
}

TEST_CASE("a supervisor lists the calls of led teams, an agent their own", "[identity]") {
  IdentityHouse house;
  report(house, "call-1", "sanne");
  report(house, "call-2", "bram");
  const auto listed = [&](const std::string& token, const std::string& agent) {
    v1::ListCallsResponse answer;
    const grpc::Status status = house.call(kListCalls, token, request_about(kListCalls, agent), &answer);
    std::string ids = status.ok() ? "" : std::to_string(status.error_code());
    for (const v1::CallRecord& call : answer.calls()) ids += call.call_id() + " ";
    return ids;
  };
  const std::string denied = std::to_string(StatusCode::PERMISSION_DENIED);
  CHECK(listed(house.supervisor("blue"), "") == "call-1 ");
  CHECK(listed(house.supervisor("red"), "") == "call-2 ");
  CHECK(listed(house.supervisor("red"), "sanne") == std::to_string(StatusCode::NOT_FOUND));
  CHECK(listed(house.agent("sanne"), "sanne") == "call-1 ");
  CHECK(listed(house.agent("sanne"), "") == denied);
  CHECK(listed(house.supervisor("*"), "").size() == 14);
}

TEST_CASE("by an agent's token a colleague's call is neither taken nor silenced, and nobody else's supervisor reads it",
          "[identity]") {
  IdentityHouse house;
  int reports = 0;
  const auto reported = [&](const std::string& agent, v1::CallEvent event) {
    v1::ReportCallRequest request;
    request.set_event_id("r-" + std::to_string(++reports));
    request.set_agent_id(agent);
    request.set_call_id("call-1");
    request.set_event(event);
    v1::ReportCallResponse answer;
    CHECK(house.call("aandacht.v1.CallService/ReportCall", house.agent(agent), request.SerializeAsString(), &answer)
              .ok());
  };
  const auto says = [&](const std::string& agent, const std::string& id) {
    v1::StreamUtterancesResponse answer;
    CHECK(house
              .call("aandacht.v1.TranscriptService/StreamUtterances", house.agent(agent),
                    utterance(id, "Goedemorgen").SerializeAsString(), &answer)
              .ok());
    return answer.outcome();
  };
  reported("sanne", v1::CALL_EVENT_RINGING);
  reported("bram", v1::CALL_EVENT_ANSWERED);
  reported("sanne", v1::CALL_EVENT_ANSWERED);
  CHECK(says("sanne", "u-1") == v1::UTTERANCE_OUTCOME_STORED);
  reported("bram", v1::CALL_EVENT_RINGING);
  reported("bram", v1::CALL_EVENT_RESUMED);
  CHECK(says("sanne", "u-2") == v1::UTTERANCE_OUTCOME_STORED);
  CHECK(says("bram", "u-3") == v1::UTTERANCE_OUTCOME_UNKNOWN_CALL);
  v1::ListTurnsResponse turns;
  CHECK_FALSE(house.call(kListTurns, house.agent("bram"), turns_of("call-1"), &turns).ok());
  CHECK(turns.turns().empty());
  v1::WatchCallRequest watch;
  watch.set_agent_id("bram");
  watch.set_call_id("call-1");
  watch.set_reason("settling in a new colleague");
  v1::WatchCallResponse watched;
  CHECK(house.call("aandacht.v1.FloorService/WatchCall", house.supervisor("red"), watch.SerializeAsString(), &watched)
            .ok());
  CHECK(watched.call().agent_id() == "bram");
  CHECK(watched.turns().empty());
}

TEST_CASE("where integrators report calls an agent's own report is refused, so that nobody takes a call by naming it",
          "[identity]") {
  struct Row {
    const char* who;
    std::string token;
    bool taken;
  };
  for (const bool agents_report : {true, false}) {
    IdentityHouse house([&](service_app::Config& config) { config.agents_report_calls = agents_report; });
    const std::vector<Row> rows = {{"agent", house.agent("sanne"), agents_report},
                                   {"integrator", house.integrator(), true},
                                   {"administrator", house.administrator(), true}};
    for (const Row& row : rows) {
      INFO(row.who << ", agents report: " << agents_report);
      v1::ReportCallRequest request;
      request.set_event_id(std::string("by-") + row.who);
      request.set_agent_id("sanne");
      request.set_call_id(std::string("call-of-") + row.who);
      request.set_event(v1::CALL_EVENT_ANSWERED);
      v1::ReportCallResponse answer;
      const grpc::Status status =
          house.call("aandacht.v1.CallService/ReportCall", row.token, request.SerializeAsString(), &answer);
      // Not to be sent again: the sender puts it aside.
      CHECK(status.error_code() == (row.taken ? StatusCode::OK : StatusCode::FAILED_PRECONDITION));
      if (!row.taken) CHECK_THAT(status.error_message(), Contains("calls are reported for all desks here"));
      const std::string turns = turns_of(std::string("call-of-") + row.who);
      CHECK(house.call(kListTurns, house.agent("sanne"), turns).ok() == row.taken);
    }
    // Their own call is still theirs: words for it, and the end of its wrap-up.
    v1::StreamUtterancesRequest said = utterance("u-1", "Goedemorgen", "call-of-integrator");
    v1::StreamUtterancesResponse heard;
    CHECK(house
              .call("aandacht.v1.TranscriptService/StreamUtterances", house.agent("sanne"), said.SerializeAsString(),
                    &heard)
              .ok());
    CHECK(heard.outcome() == v1::UTTERANCE_OUTCOME_STORED);
  }
}

TEST_CASE("words for a colleague's call are words for a call that is not there", "[identity]") {
  IdentityHouse house;
  report(house, "call-1", "sanne");
  const auto said = [&](const std::string& token, const std::string& id) {
    v1::StreamUtterancesResponse answer;
    const grpc::Status status = house.call("aandacht.v1.TranscriptService/StreamUtterances", token,
                                           utterance(id, "Goedemorgen").SerializeAsString(), &answer);
    INFO(status.error_message());
    CHECK(status.ok());
    return answer;
  };
  CHECK(said(house.agent("bram"), "u-1").outcome() == v1::UTTERANCE_OUTCOME_UNKNOWN_CALL);
  const v1::StreamUtterancesResponse own = said(house.agent("sanne"), "u-1");
  CHECK(own.outcome() == v1::UTTERANCE_OUTCOME_STORED);
  CHECK(own.desk_version() > 0);
  const v1::StreamUtterancesResponse foreign = said(house.integrator(), "u-2");
  CHECK(foreign.outcome() == v1::UTTERANCE_OUTCOME_STORED);
  CHECK(foreign.desk_version() == 0);  // It counts what the agent does for themselves (ADR 10).
}

TEST_CASE("refused: no token, two of them, a foreign, an expired and a revoked one; health is for everybody",
          "[identity]") {
  IdentityHouse house;
  const std::string floor = "aandacht.v1.FloorService/WatchFloor";
  CHECK(house.call("grpc.health.v1.Health/Check", "", "").ok());
  CHECK(house.call("grpc.health.v1.Health/Check", "nonsense", "").ok());
  CHECK(house.call("aandacht.v1.NoService/Nothing", "", "").error_code() == StatusCode::UNIMPLEMENTED);
  const std::string reflection = "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
  CHECK(house.call(reflection, "", "").error_code() == StatusCode::UNAUTHENTICATED);
  CHECK(house.call(reflection, house.agent("sanne"), "").error_code() != StatusCode::UNAUTHENTICATED);

  const auto refused = [&](const std::string& token) {
    const grpc::Status status = house.call(floor, token, "");
    CHECK(status.error_code() == StatusCode::UNAUTHENTICATED);
    if (token.size() > 20) CHECK_THAT(status.error_message(), !Contains(token.substr(0, 20)));
    return status.error_message();
  };
  CHECK_THAT(refused(""), Contains("aandachtctl token create"));
  CHECK_THAT(refused(house.token(Role::kSupervisor, "kim", {"*"}, absl::Minutes(-2))), Contains("expired"));
  const IdentityHouse elsewhere;
  CHECK_THAT(refused(elsewhere.supervisor("*")), Contains("key that is not taken"));
  const std::string good = house.token(Role::kSupervisor, "kim", {"*"}, absl::Hours(1), "token-9");
  CHECK(house.call(floor, good, "").ok());
  REQUIRE(revoke(house, "token-9").ok());
  CHECK_THAT(refused(good), Contains("revoked"));

  grpc::ClientContext twice;
  twice.AddMetadata("authorization", "Bearer " + house.supervisor("*"));
  twice.AddMetadata("authorization", "Bearer " + house.administrator());
  const auto stub = v1::LibraryService::NewStub(house.channel());
  v1::ListWhysResponse unused;
  CHECK(stub->ListWhys(&twice, {}, &unused).error_code() == StatusCode::UNAUTHENTICATED);
}

TEST_CASE("the key of a machine outlives a restart, and so do its tokens", "[identity]") {
  IdentityHouse house;
  const std::string token = house.supervisor("blue");
  house.restart();
  CHECK(house.call(kListCalls, token, "").ok());
}

TEST_CASE("an open stream ends when its token is revoked, and the watch says that it has expired", "[identity]") {
  IdentityHouse house;
  const std::string file = house.folder.file("sanne.token");
  std::ofstream(file) << house.token(Role::kAgent, "sanne", {}, absl::Hours(1), "token-5") << "\n";
  net::ChannelOptions options;
  options.login = net::Login{file, {}, {}, {}, {}, false};
  std::mutex mutex;
  std::vector<net::ConnectionState> states;
  const auto last = [&] {
    const std::lock_guard lock(mutex);
    return states.empty() ? net::ConnectionState::kConnecting : states.back();
  };
  net::DeskHandlers handlers;
  handlers.on_connection = [&](net::ConnectionState state, const std::string&) {
    const std::lock_guard lock(mutex);
    states.push_back(state);
  };
  net::WatchOptions watching;
  watching.refused_wait = absl::Milliseconds(100);
  const net::DeskWatch watch(net::open_channel(house.address(), options), "sanne", handlers, watching);
  REQUIRE(eventually([&] { return last() == net::ConnectionState::kConnected; }));
  REQUIRE(revoke(house, "token-5").ok());
  REQUIRE(eventually([&] { return last() == net::ConnectionState::kExpired; }, absl::Seconds(30)));
  // A new token in the same file is found by itself.
  std::ofstream(file) << house.token(Role::kAgent, "sanne", {}, absl::Hours(1), "token-6") << "\n";
  CHECK(eventually([&] { return last() == net::ConnectionState::kConnected; }, absl::Seconds(30)));
}

TEST_CASE("no token is ever in the log, at the level that tells most", "[identity]") {
  std::ostringstream log;
  const auto logger = std::make_shared<spdlog::logger>("all", std::make_shared<spdlog::sinks::ostream_sink_mt>(log));
  logger->set_level(spdlog::level::trace);
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(logger);
  {
    IdentityHouse house;
    const std::vector<std::string> tokens = {house.agent("sanne"), house.supervisor("blue"),
                                             house.token(Role::kAgent, "late", {}, absl::Minutes(-5))};
    for (const std::string& token : tokens) {
      for (const Access& row : security::access_table()) {
        if (row.rpc.find("Watch") != std::string_view::npos) continue;
        const std::string rpc(row.rpc);
        (void)house.call(rpc, token, request_about(rpc, "sanne"));
      }
      (void)house.call(kListCalls, token + "x", "");
    }
    const std::string text = log.str();
    CHECK_THAT(text, Contains("refused"));
    for (const std::string& token : tokens) {
      const std::string signature = token.substr(token.rfind('.') + 1);
      const std::size_t dot = token.find('.') + 1;
      CHECK_THAT(text, !Contains(signature) && !Contains(token.substr(dot, 24)));
    }
  }
  spdlog::set_default_logger(before);
}

TEST_CASE("many calls on one connection keep their own callers", "[identity]") {
  IdentityHouse house;
  report(house, "call-1", "sanne");
  report(house, "call-2", "bram");
  const auto stub = v1::CallService::NewStub(house.channel());
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (const std::string agent : {"sanne", "bram", "sanne", "bram"}) {
    threads.emplace_back([&, agent, token = house.agent(agent)] {
      for (int i = 0; i < 50; ++i) {
        const auto context = soon();
        context->AddMetadata("authorization", "Bearer " + token);
        v1::ListCallsRequest request;
        request.set_agent_id(agent);
        v1::ListCallsResponse answer;
        const grpc::Status status = stub->ListCalls(context.get(), request, &answer);
        if (!status.ok() || answer.calls_size() != 1 || answer.calls(0).agent_id() != agent) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

}  // namespace
}  // namespace aandacht::test
