// A team that there is not, or that somebody else leads: by command and over gRPC.
#include "aandacht/v1/exports.grpc.pb.h"
#include "aandacht/v1/reports.grpc.pb.h"
#include "service/rpc/team_scope.h"
#include "tests/integration/ctl_service.h"
#include "tests/integration/two_teams.h"

namespace aandacht::test {
namespace {

using Catch::Matchers::Contains;
using security::Caller;

void blue_and_green(service_app::Config& config) { config.teams = {{"blue", {"sanne", "joost"}}, {"green", {"mila"}}}; }

/// `team_ids` of each request that has them, with what else it needs.
std::vector<std::pair<std::string, std::string>> requests_for(const std::string& team) {
  const auto day = [](google::protobuf::Timestamp& time) { time.set_seconds(1'700'006'400); };
  std::vector<std::pair<std::string, std::string>> all;
  const auto report = [&](const char* rpc, auto request) {
    day(*request.mutable_from_day());
    day(*request.mutable_to_day());
    request.add_team_ids(team);
    all.emplace_back(rpc, request.SerializeAsString());
  };
  report("ReportService/GetSentimentReport", v1::GetSentimentReportRequest());
  report("ReportService/GetExperienceReport", v1::GetExperienceReportRequest());
  report("ReportService/GetCardReport", v1::GetCardReportRequest());
  report("ReportService/GetPromiseReport", v1::GetPromiseReportRequest());
  const auto exported = [&](const char* rpc, auto request) {
    day(*request.mutable_from_time());
    request.mutable_before_time()->set_seconds(1'700'092'800);
    request.set_format(v1::EXPORT_FORMAT_CSV);
    request.add_team_ids(team);
    all.emplace_back(rpc, request.SerializeAsString());
  };
  exported("ExportService/ExportCalls", v1::ExportCallsRequest());
  exported("ExportService/ExportTurns", v1::ExportTurnsRequest());
  exported("ExportService/ExportSentiment", v1::ExportSentimentRequest());
  exported("ExportService/ExportPrompts", v1::ExportPromptsRequest());
  v1::WatchFloorRequest floor;
  floor.add_team_ids(team);
  all.emplace_back("FloorService/WatchFloor", floor.SerializeAsString());
  return all;
}

}  // namespace

TEST_CASE("report, export and watch floor refuse a team that there is not, and say which there are", "[ctl][teams]") {
  CtlService service(blue_and_green);
  const std::vector<std::vector<std::string>> commands = {
      {"report", "sentiment"}, {"report", "experience"}, {"report", "cards"},
      {"report", "promises"},  {"export", "calls"},      {"export", "turns"},
      {"export", "sentiment"}, {"export", "prompts"},    {"watch", "floor", "--for", "20s"}};
  for (std::vector<std::string> command : commands) {
    command.insert(command.end(), {"--team", "nowhere"});
    const CtlRan ran = service.run(command);
    INFO(command[0] << ' ' << command[1]);
    CHECK(ran.exit == ctl::Exit::kFailed);
    CHECK(ran.out.empty());
    CHECK(ran.err == "aandachtctl: there is no team \"nowhere\" that you lead; yours: blue, green\n");
  }
  CHECK(service.run({"report", "sentiment", "--team", "blue"}).exit == ctl::Exit::kOk);
  CHECK(service.run({"export", "calls", "--team", "blue,green"}).exit == ctl::Exit::kOk);
  const std::string file = service.folder().file("x.csv");
  CHECK(service.run({"export", "calls", "--team", "nowhere", "--out", file}).exit == ctl::Exit::kFailed);
  CHECK(service.run({"report", "sentiment", "--team", "nowhere", "--out", file}).exit == ctl::Exit::kFailed);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a team that is out of the configuration keeps its reports and exports, and has no floor", "[ctl][teams]") {
  CtlService service(blue_and_green);
  REQUIRE(service.run({"call", "ringing", "--id", "c1", "--agent", "mila"}).exit == ctl::Exit::kOk);
  REQUIRE(service.run({"call", "answered", "--id", "c1", "--agent", "mila"}).exit == ctl::Exit::kOk);
  service.restart([](service_app::Config& config) { config.teams = {{"blue", {"sanne", "mila"}}}; });
  const CtlRan kept = service.run({"export", "calls", "--team", "green"});
  INFO(kept.err);
  CHECK(kept.exit == ctl::Exit::kOk);
  CHECK_THAT(kept.out, Contains("c1,"));
  CHECK(service.run({"report", "sentiment", "--team", "green"}).exit == ctl::Exit::kOk);
  CHECK(service.run({"watch", "floor", "--team", "green", "--for", "20s"}).exit == ctl::Exit::kFailed);
}

TEST_CASE("to a supervisor another's team answers exactly as one that there is not, in every rpc",
          "[identity][teams]") {
  TwoTeams teams;
  const auto there = requests_for("blue");
  const auto nowhere = requests_for("green");
  for (std::size_t i = 0; i < there.size(); ++i) {
    INFO(there[i].first);
    const grpc::Status others = teams.ask_raw(there[i].first, teams.red(), there[i].second);
    const grpc::Status none = teams.ask_raw(nowhere[i].first, teams.red(), nowhere[i].second);
    CHECK(others.error_code() == StatusCode::NOT_FOUND);
    CHECK(none.error_code() == StatusCode::NOT_FOUND);
    CHECK(others.error_message() == "there is no team \"blue\" that you lead; yours: red");
    CHECK(renamed(others.error_message(), "blue", "green") == none.error_message());
    CHECK(teams.ask_raw(nowhere[i].first, teams.administrator(), nowhere[i].second).error_message() ==
          "there is no team \"green\" that you lead; yours: blue, red");
  }
}

TEST_CASE("a supervisor's teams are those of the token, and nothing is looked up about others", "[teams]") {
  const core::Teams teams({{"blue", {"sanne"}}, {"red", {"bram"}}});
  const Caller eva{"eva", "Eva", security::Role::kSupervisor, {"blue", "gone"}};
  const auto own = rpc::teams_in(eva, teams, {}, {});
  REQUIRE(own.ok());
  CHECK((*own)("blue"));
  CHECK_FALSE((*own)("red"));
  CHECK_FALSE((*own)(""));
  std::vector<std::string> looked_up;
  const auto is_kept = [&](const std::string& team) -> absl::StatusOr<bool> {
    looked_up.push_back(team);
    return team == "gone";
  };
  CHECK(absl::IsNotFound(rpc::teams_in(eva, teams, {"blue", "red"}, is_kept).status()));
  CHECK(absl::IsNotFound(rpc::teams_in(eva, teams, {""}, is_kept).status()));
  CHECK(looked_up.empty());
  CHECK((*rpc::teams_in(eva, teams, {"gone"}, is_kept))("gone"));
  CHECK(looked_up == std::vector<std::string>{"gone"});
  CHECK(absl::IsNotFound(rpc::teams_in(eva, teams, {"gone"}, {}).status()));
  const Caller administrator{"root", "Root", security::Role::kAdministrator, {}};
  CHECK((*rpc::teams_in(administrator, teams, {}, {}))("red"));
  CHECK_FALSE((*rpc::teams_in(administrator, teams, {"blue"}, {}))("red"));
  CHECK((*rpc::teams_in(administrator, teams, {""}, {}))(""));
  CHECK_THAT(std::string(rpc::teams_in(administrator, core::Teams(), {"blue"}, {}).status().message()),
             Contains("you lead none that the configuration names"));
}

}  // namespace aandacht::test
