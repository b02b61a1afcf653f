// Stop, pressed while it really goes on: an export, the library into files and a call that is followed. The line to the
// service is held in the middle of it, for as long as the test looks.
#include <filesystem>
#include <fstream>

#include "aandacht/v1/own.grpc.pb.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/console/home_folder.h"
#include "tests/support/relay.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using model::PageName;
using Way = Relay::Way;

constexpr const char* kStoppedFile = "Gestopt. Er is geen bestand achtergebleven.";

/// kim's console behind a slow line.
ConsoleWindow::Options kim_of(ConsoleHouse& house, const Relay& line, PageName page) {
  return {.server = line.address(),
          .token_file = house.token_file("kim", {"blue"}),
          .page = page,
          .width = 1600,
          .height = 1500};
}

/// Two pages of an export, of some 125 KB each; what is between is half way.
constexpr int kTurns = 1000;
constexpr std::size_t kHalfWay = 190'000;

void have_long_talk(ConsoleHouse& house) {
  house.begin_call("call-1", "sanne");
  const auto stub = v1::TranscriptService::NewStub(house.house().channel());
  grpc::ClientContext context;
  context.AddMetadata("authorization", "Bearer " + house.house().integrator());
  const auto stream = stub->StreamUtterances(&context);
  std::string told;
  while (told.size() < 120) told += "en toen belde ik nog een keer, ";
  for (int i = 0; i < kTurns; ++i) REQUIRE(stream->Write(utterance("long-" + std::to_string(i), told)));
  stream->WritesDone();
  int stored = 0;
  for (v1::StreamUtterancesResponse answer; stream->Read(&answer);) ++stored;
  REQUIRE(stream->Finish().ok());
  REQUIRE(stored == kTurns);
  house.end_call("call-1", "sanne");
}

/// The tab of files, with this table or log chosen, and a name.
void choose(ConsoleWindow& kim, const HomeFolder& home, const std::string& what, const std::string& name) {
  kim.click("Bestanden");
  REQUIRE(kim.shows(home.path()));
  if (what != "Tabel: gevoel") {
    kim.click("Tabel: gevoel");
    kim.click(what);
  }
  kim.write_over(what == "Tabel: gevoel" ? "aandacht-sentiment-" : "aandacht-turns-", name);
}

std::size_t rows_in(const std::string& csv) {
  std::size_t ends = 0;
  for (std::size_t at = csv.find("\r\n"); at != std::string::npos; at = csv.find("\r\n", at + 2)) ++ends;
  return ends - 1;
}

/// A part of it is on the disk, and no more comes.
bool is_half_way(ConsoleWindow& kim) {
  return kim.draws_until([&] { return kim.ui().sees("Bezig: ") && !kim.ui().sees("Bezig: 0 rijen"); });
}

std::vector<v1::LookRow> looks_at(ConsoleHouse& house, const std::string& agent) {
  v1::GetMyDayRequest request;
  request.set_agent_id(agent);
  const auto day = house.ask("OwnService/GetMyDay", house.agent(agent), request, v1::GetMyDayResponse());
  return {day.looks().begin(), day.looks().end()};
}

/// Chooses sanne's row and begins to follow her call.
void watch_sanne(ConsoleWindow& kim, const std::string& reason) {
  kim.click("sanne");
  kim.click("Kijk mee met dit gesprek");
  kim.click("Waarom kijk je mee?");
  kim.type(reason);
  kim.press(render::Key::kEnter);
  REQUIRE(kim.shows("Je kijkt mee: " + reason));
}

}  // namespace

TEST_CASE("Stop in the middle of an export leaves the file that was there, and saving it again saves all of it",
          "[stop][files]") {
  ConsoleHouse house;
  have_long_talk(house);
  const HomeFolder home;
  std::ofstream(home.file("beurten.csv")) << "van vorige week";
  Relay line(house.address());
  ConsoleWindow kim(kim_of(house, line, PageName::kReports));
  choose(kim, home, "Beurten met hun woorden", "beurten.csv");
  kim.click("Bewaar");
  REQUIRE(kim.shows("Wil je dat bestand vervangen?"));
  line.hold(Way::kFromTarget, kHalfWay);
  kim.click("Vervang");
  REQUIRE(is_half_way(kim));
  CHECK(home.files().size() == 2);
  CHECK(slurp(home.file("beurten.csv")) == "van vorige week");
  kim.click("Stop");
  REQUIRE(kim.shows(kStoppedFile));
  CHECK(home.files() == std::vector<std::string>{"beurten.csv"});
  CHECK(slurp(home.file("beurten.csv")) == "van vorige week");

  line.release(Way::kFromTarget);
  kim.click("Bewaar");
  kim.click("Vervang");
  REQUIRE(kim.shows("Bewaard: "));
  CHECK(home.files() == std::vector<std::string>{"beurten.csv"});
  CHECK(rows_in(slurp(home.file("beurten.csv"))) == kTurns);
}

TEST_CASE("Stop while a table is on its way leaves no file", "[stop][files]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"Ik ben hier heel blij mee."});
  const HomeFolder home;
  Relay line(house.address());
  ConsoleWindow kim(kim_of(house, line, PageName::kReports));
  choose(kim, home, "Tabel: gevoel", "tabel.csv");
  line.hold(Way::kFromTarget);
  kim.click("Bewaar");
  kim.click("Stop");
  REQUIRE(kim.shows(kStoppedFile));
  CHECK(home.files().empty());
  line.release(Way::kFromTarget);
  kim.click("Bewaar");
  REQUIRE(kim.shows("Bewaard: "));
  CHECK(home.files() == std::vector<std::string>{"tabel.csv"});
}

TEST_CASE("a window that is closed in the middle of an export goes at once and leaves no half file", "[stop][files]") {
  ConsoleHouse house;
  have_long_talk(house);
  const HomeFolder home;
  Relay line(house.address());
  auto kim = std::make_unique<ConsoleWindow>(kim_of(house, line, PageName::kReports));
  choose(*kim, home, "Beurten met hun woorden", "beurten.csv");
  line.hold(Way::kFromTarget, kHalfWay);
  kim->click("Bewaar");
  REQUIRE(is_half_way(*kim));
  REQUIRE(home.files().size() == 1);
  const absl::Time before = absl::Now();
  kim.reset();
  CHECK(absl::Now() - before < absl::Seconds(2));
  CHECK(home.files().empty());
}

TEST_CASE("Stop while the library comes changes nothing in the folder, and once more writes all of it",
          "[stop][library]") {
  ConsoleHouse house;
  const HomeFolder home;
  Relay line(house.address());
  ConsoleWindow kim(kim_of(house, line, PageName::kLibrary));
  kim.click("Bewaar als bestanden");
  REQUIRE(kim.shows(home.path()));
  line.hold(Way::kFromTarget, 30'000);
  kim.click("Bewaar de bestanden");
  REQUIRE(kim.shows("Even kijken"));
  kim.click("Stop");
  REQUIRE(kim.shows("Gestopt. In deze map is niets veranderd."));
  CHECK(home.files().empty());
  line.release(Way::kFromTarget);
  kim.click("Bewaar de bestanden");
  REQUIRE(kim.shows("Klaar:"));
  REQUIRE(home.files().size() == 1);
  CHECK(slurp(home.file(home.files().front()) + "/nl/whys.toml") ==
        slurp(AANDACHT_SOURCE_DIR "/service/content/nl/whys.toml"));
}

TEST_CASE("who stops following a call is told nothing of it any more, and the agent keeps that it was done",
          "[stop][floor]") {
  ConsoleHouse house;
  house.begin_call("call-1", "sanne");
  house.customer_says("call-1", "Waar blijft mijn pakket?");
  Relay line(house.address());
  ConsoleWindow kim(kim_of(house, line, PageName::kFloor));
  ConsoleWindow noor({.server = house.address(), .token_file = house.token_file("noor", {"blue"}), .width = 1600});
  watch_sanne(kim, "inwerken van sanne");
  REQUIRE(kim.shows("Waar blijft mijn pakket?"));
  noor.click("sanne");
  REQUIRE(noor.shows("Name of kim"));
  // What is said next is on its way when Stop is pressed.
  line.hold(Way::kFromTarget);
  house.customer_says("call-1", "Mijn buurman heeft het ook niet.");
  kim.click("Kijk niet meer mee");
  REQUIRE(kim.shows("Kijk mee met dit gesprek"));
  CHECK(kim.shows_no("Waar blijft mijn pakket?"));
  CHECK(noor.shows_no("Name of kim"));
  line.release(Way::kFromTarget);
  house.end_call("call-1", "sanne");
  REQUIRE(kim.shows("rondt af"));  // What was held has come.
  CHECK_FALSE(kim.ui().sees("Mijn buurman heeft het ook niet."));
  const std::vector<v1::LookRow> looks = looks_at(house, "sanne");
  REQUIRE(looks.size() == 1);
  CHECK(looks[0].who() == "Name of kim (kim)");
  CHECK(looks[0].reason() == "inwerken van sanne");
}

}  // namespace aandacht::test
