// The agent's own side over gRPC: my day, export, delete, the team's habits, surveys, and who looked.
#include <set>
#include <thread>

#include "aandacht/v1/habits.grpc.pb.h"
#include "aandacht/v1/own.grpc.pb.h"
#include "client/net/own_side.h"
#include "nlohmann/json.hpp"
#include "tests/integration/service_fixture.h"
#include "tests/support/awaited.h"

using namespace aandacht;
using nlohmann::json;
using test::Awaited;
using test::ServiceFixture;
using test::soon;

namespace {

struct House {
  ServiceFixture fixture;

  std::unique_ptr<v1::OwnService::Stub> own() { return v1::OwnService::NewStub(fixture.client().channel); }
  std::unique_ptr<v1::HabitService::Stub> habits() { return v1::HabitService::NewStub(fixture.client().channel); }

  void act(const std::string& id, const v1::OwnAct& what, const std::string& agent = "sanne") {
    v1::RecordActRequest request;
    request.set_event_id(id);
    request.set_agent_id(agent);
    *request.mutable_act() = what;
    v1::RecordActResponse response;
    const grpc::Status status = own()->RecordAct(soon().get(), request, &response);
    INFO(status.error_message());
    REQUIRE(status.ok());
  }

  /// With a guess and a habit.
  void whole_call(const std::string& call) {
    fixture.begin_call(call);
    REQUIRE(fixture.client().report(call + "-ended", v1::CALL_EVENT_ENDED, call).ok());
    v1::OwnAct guess;
    guess.mutable_guess_experience()->set_call_id(call);
    guess.mutable_guess_experience()->mutable_guess()->set_ease(v1::GRADE_HIGH);
    act(call + "-guess", guess);
  }

  void choose_habit() {
    v1::OwnAct chosen;
    chosen.mutable_choose_habit()->set_habit_id("own");
    chosen.mutable_choose_habit()->set_after("I hang up");
    chosen.mutable_choose_habit()->set_will("breathe out");
    act("choose", chosen);
  }

  v1::GetMyDayResponse day() {
    v1::GetMyDayRequest request;
    request.set_agent_id("sanne");
    v1::GetMyDayResponse response;
    const grpc::Status status = own()->GetMyDay(soon().get(), request, &response);
    INFO(status.error_message());
    REQUIRE(status.ok());
    return response;
  }

  std::vector<json> exported() {
    v1::ExportMyDataRequest request;
    request.set_agent_id("sanne");
    const auto context = soon();
    const auto stream = own()->ExportMyData(context.get(), request);
    std::vector<json> lines;
    v1::ExportMyDataResponse response;
    while (stream->Read(&response)) lines.push_back(json::parse(response.line()));
    REQUIRE(stream->Finish().ok());
    return lines;
  }

  std::int64_t forget(const std::string& request_id) {
    v1::DeleteMyDataRequest request;
    request.set_request_id(request_id);
    request.set_agent_id("sanne");
    v1::DeleteMyDataResponse response;
    REQUIRE(own()->DeleteMyData(soon().get(), request, &response).ok());
    return response.deleted_count();
  }
};

std::multiset<std::string> kinds(const std::vector<json>& lines) {
  std::multiset<std::string> found;
  for (const json& line : lines) found.insert(line.at("kind").get<std::string>());
  return found;
}

grpc::StatusCode status_of_day(House& house, const v1::GetMyDayRequest& request) {
  v1::GetMyDayResponse response;
  return house.own()->GetMyDay(soon().get(), request, &response).error_code();
}

}  // namespace

TEST_CASE("an agent's day has calls, guesses with the survey beside them, and counts of what is stored", "[service]") {
  House house;
  house.whole_call("call-1");
  v1::ImportSurveyAnswersRequest survey;
  survey.set_request_id("survey-1");
  auto& answer = *survey.add_answers();
  answer.set_call_id("call-1");
  answer.set_ease(2);
  survey.add_answers()->set_call_id("call-2");  // Without an answer.
  v1::ImportSurveyAnswersResponse imported;
  REQUIRE(house.fixture.client().records->ImportSurveyAnswers(soon().get(), survey, &imported).ok());
  CHECK(imported.stored_count() == 1);
  REQUIRE(imported.refusals_size() == 1);
  CHECK(imported.refusals(0).index() == 1);

  const v1::GetMyDayResponse day = house.day();
  CHECK(day.call_count() == 1);
  REQUIRE(day.experiences_size() == 1);
  CHECK(day.experiences(0).guess().ease() == v1::GRADE_HIGH);
  CHECK(day.experiences(0).guess().emotion() == v1::GRADE_UNSPECIFIED);
  CHECK(day.experiences(0).answered().ease() == v1::GRADE_LOW);
  CHECK(day.stored_size() >= 6);
}

TEST_CASE("an export has every kind with its keys, and a deletion leaves calls and looks of it", "[service]") {
  House house;
  house.whole_call("call-1");
  house.choose_habit();
  house.fixture.client().turns("call-1");  // Somebody looks.
  const auto lines = house.exported();
  CHECK(lines.front().at("kind") == "export");
  CHECK(lines.front().at("agent") == "sanne");
  CHECK(kinds(lines) ==
        std::multiset<std::string>{"act", "act", "call", "export", "fatigue", "guess", "habit", "look"});
  for (const json& line : lines) {
    if (line["kind"] == "guess") CHECK(line["guess"]["ease"] == "GRADE_HIGH");
    if (line["kind"] == "habit") CHECK(line["will"] == "breathe out");
    if (line["kind"] == "look") CHECK(line["what"] == "turns call-1");
    if (line["kind"] == "call") CHECK(line["call_id"] == "call-1");
    CHECK(line.dump().find("0612345678") == std::string::npos);  // The customer's number is the customer's.
  }

  CHECK(house.forget("forget-1") == 4);
  CHECK(house.forget("forget-1") == 0);
  CHECK(kinds(house.exported()) == std::multiset<std::string>{"call", "export", "fatigue", "look"});
  house.fixture.restart();
  CHECK(kinds(house.exported()) == std::multiset<std::string>{"call", "export", "fatigue", "look"});
  CHECK(house.day().experiences_size() == 0);
}

TEST_CASE("who reads the turns of a call is in the trail of the agent whose call it was", "[service]") {
  House house;
  house.fixture.begin_call("call-1");
  CHECK(house.day().looks_size() == 0);
  house.fixture.client().turns("call-1");
  house.fixture.client().turns("call-1");
  const v1::GetMyDayResponse day = house.day();
  REQUIRE(day.looks_size() == 1);
  CHECK(day.looks(0).who() == "unknown@127.0.0.1");
  CHECK(day.looks(0).what() == "turns call-1");
}

TEST_CASE("an export of thousands of lines comes whole and in order, and one that is left open ends with the service",
          "[service]") {
  House house;
  house.fixture.begin_call("call-1");
  constexpr int kMany = 3000;
  v1::OwnAct act;
  act.mutable_set_sensitivity();
  const auto own = house.own();
  for (int i = 0; i < kMany; ++i) {
    act.mutable_set_sensitivity()->set_sensitivity(0.5 + i % 100 / 100.0);
    house.act("a" + std::to_string(i), act);
  }
  int next = 0;
  for (const json& line : house.exported()) {
    if (line["kind"] != "act") continue;
    REQUIRE(line["event_id"] == "a" + std::to_string(next));
    ++next;
  }
  CHECK(next == kMany);

  v1::ExportMyDataRequest request;
  request.set_agent_id("sanne");
  const auto context = soon();
  const auto stream = own->ExportMyData(context.get(), request);
  v1::ExportMyDataResponse response;
  REQUIRE(stream->Read(&response));  // And reads no further.
  house.fixture.service().drain();
  while (stream->Read(&response)) {
  }
  CHECK(stream->Finish().error_code() != grpc::StatusCode::DEADLINE_EXCEEDED);
}

TEST_CASE("the own side refuses what has no agent, no id, or a day out of range", "[service]") {
  House house;
  v1::GetMyDayRequest request;
  CHECK(status_of_day(house, request) == grpc::StatusCode::INVALID_ARGUMENT);
  request.set_agent_id("nobody-yet");
  CHECK(status_of_day(house, request) == grpc::StatusCode::OK);
  request.mutable_day()->set_seconds(-1000000000000);
  CHECK(status_of_day(house, request) == grpc::StatusCode::INVALID_ARGUMENT);
  v1::DeleteMyDataResponse deleted;
  v1::DeleteMyDataRequest nameless;
  nameless.set_agent_id("sanne");
  CHECK(house.own()->DeleteMyData(soon().get(), nameless, &deleted).error_code() == grpc::StatusCode::INVALID_ARGUMENT);
  const auto context = soon();
  const auto stream = house.own()->ExportMyData(context.get(), {});
  v1::ExportMyDataResponse line;
  CHECK_FALSE(stream->Read(&line));
  CHECK(stream->Finish().error_code() == grpc::StatusCode::INVALID_ARGUMENT);
  v1::ImportSurveyAnswersRequest survey;
  v1::ImportSurveyAnswersResponse imported;
  CHECK(house.fixture.client().records->ImportSurveyAnswers(soon().get(), survey, &imported).error_code() ==
        grpc::StatusCode::INVALID_ARGUMENT);
}

TEST_CASE("a team's habits are listed, put forward and voted for over gRPC", "[service]") {
  House house;
  net::OwnSide own(house.fixture.client().channel);
  const auto list = [&](const std::string& agent) {
    Awaited<domain::TeamHabits> answer;
    own.team_habits(agent, "nl", answer.callback());
    const auto told = answer.get();
    REQUIRE(told.ok());
    return *told;
  };
  const std::size_t shipped = list("anna").habits.size();
  CHECK(shipped > 0);
  Awaited<std::string> id;
  own.put_forward("p1", "anna", {"ik heb opgehangen", "adem één keer uit", ""}, id.callback());
  REQUIRE(id.get().ok());
  Awaited<std::string> again;
  own.put_forward("p2", "bram", {"Ik heb opgehangen", "adem één keer UIT", ""}, again.callback());
  CHECK(absl::IsAlreadyExists(again.get().status()));
  Awaited<bool> voted;
  own.vote("v1", "bram", {*id.get()}, voted.callback());
  REQUIRE(voted.get().ok());
  const domain::TeamHabits told = list("bram");
  REQUIRE(told.habits.size() == shipped + 1);
  CHECK(told.habits[0].own_rank == 1);
  CHECK(told.habits[0].points == 0);
  CHECK(list("anna").habits[0].own_rank == 0);
  Awaited<bool> unknown;
  own.vote("v2", "bram", {"nothing"}, unknown.callback());
  CHECK(absl::IsNotFound(unknown.get().status()));
}

TEST_CASE("the client is told its day, every line of an export and what a deletion took", "[service]") {
  House house;
  house.whole_call("call-1");
  net::OwnSide own(house.fixture.client().channel);
  Awaited<domain::MyDay> day;
  own.my_day("sanne", std::nullopt, day.callback());
  REQUIRE(day.get().ok());
  CHECK(day.get()->experiences.size() == 1);
  std::vector<std::string> lines;
  Awaited<std::int64_t> exported;
  own.export_all(
      "sanne", [&](const std::string& line) { lines.push_back(line); }, exported.callback());
  REQUIRE(exported.get().ok());
  CHECK(*exported.get() == static_cast<std::int64_t>(lines.size()));
  CHECK(lines.size() == house.exported().size());
  Awaited<std::int64_t> gone;
  own.forget("forget-1", "sanne", gone.callback());
  CHECK(*gone.get() == 2);
}

TEST_CASE("a client without a service is told so, and one that goes away hears nothing any more", "[service]") {
  const auto channel = grpc::CreateChannel("127.0.0.1:1", grpc::InsecureChannelCredentials());
  Awaited<domain::MyDay> day;
  Awaited<std::int64_t> exported;
  {
    net::OwnSide own(channel, absl::Seconds(2));
    own.my_day("sanne", std::nullopt, day.callback());
    own.export_all(
        "sanne", [](const std::string&) { FAIL("a line from nowhere"); }, exported.callback());
    CHECK_FALSE(day.get().ok());
    CHECK_FALSE(exported.get().ok());
  }
  Awaited<domain::MyDay> late;
  {
    net::OwnSide own(channel, absl::Seconds(20));
    own.my_day("sanne", std::nullopt, late.callback());
  }
  SUCCEED("it ended without its answer, or with one that came before");
}
