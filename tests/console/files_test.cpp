// Files that a supervisor saves from the page of reports, in the real window: all kinds, never over another without
// being asked. What Stop leaves is in stop_test.cpp.
#include <grpcpp/grpcpp.h>

#include <filesystem>
#include <fstream>

#include "aandacht/v1/own.grpc.pb.h"
#include "client/model/day_text.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/console/home_folder.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using model::PageName;

ConsoleWindow::Options kim_of(ConsoleHouse& house) {
  return {.server = house.address(),
          .token_file = house.token_file("kim", {"blue"}),
          .page = PageName::kReports,
          .height = 1500};
}

/// Opens the tab of files with this chosen.
void choose(ConsoleWindow& kim, const HomeFolder& home, const std::string& what) {
  kim.click("Bestanden");
  REQUIRE(kim.shows(home.path()));
  kim.click("Tabel: gevoel");
  kim.click(what);
}

/// Everything that an agent can read about themselves.
std::string kept_about(ConsoleHouse& house, const std::string& agent) {
  grpc::ClientContext context;
  context.AddMetadata("authorization", "Bearer " + house.agent(agent));
  v1::ExportMyDataRequest about;
  about.set_agent_id(agent);
  const auto stub = v1::OwnService::NewStub(house.house().channel());
  const auto lines = stub->ExportMyData(&context, about);
  std::string all;
  for (v1::ExportMyDataResponse line; lines->Read(&line);) all += line.line() + "\n";
  REQUIRE(lines->Finish().ok());
  return all;
}

std::string only_file(const HomeFolder& home) {
  const std::vector<std::string> files = home.files();
  INFO("files: " << files.size());
  REQUIRE(files.size() == 1);
  return slurp(home.file(files.front()));
}

}  // namespace

TEST_CASE("a supervisor saves the turns of led teams and no others, and their agents can read it", "[files]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"Ik wil een ander abonnement, zei \"René\".", "=1+1 dank je wel"});
  house.have_call("call-2", "bram", {"Dit is van een ander team."});
  const HomeFolder home;
  ConsoleWindow kim(kim_of(house));
  choose(kim, home, "Beurten met hun woorden");
  kim.click("Waarom");
  kim.click("mag leeg blijven");
  kim.type("kwartaalcijfers");
  kim.click("Bewaar");
  REQUIRE(kim.shows("Bewaard: "));
  CHECK(kim.shows("2 rijen"));
  CHECK(kim.shows("De medewerkers kunnen zien dat je dit deed"));
  const std::string file = only_file(home);
  CHECK(file.starts_with("\xEF\xBB\xBF\"call_id\",\"utterance_id\",\"said_time\""));
  CHECK(file.find("ander abonnement") != std::string::npos);
  CHECK(file.find("'=1+1 dank je wel") != std::string::npos);
  CHECK(file.find("ander team") == std::string::npos);
  const std::string told = kept_about(house, "sanne");
  CHECK(told.find("export turns") != std::string::npos);
  CHECK(told.find("kwartaalcijfers") != std::string::npos);
}

TEST_CASE("every kind of file is saved, in both forms", "[files]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"Ik ben hier heel blij mee."}, "Storing");
  const HomeFolder home;
  ConsoleWindow kim(kim_of(house));
  kim.click("Bestanden");
  REQUIRE(kim.shows(home.path()));
  const std::vector<std::pair<std::string, std::string>> kinds = {
      {"Tabel: drie E's", "experience"}, {"Tabel: kaarten", "cards"},          {"Tabel: beloften", "promises"},
      {"Gesprekken", "calls"},           {"Beurten met hun woorden", "turns"}, {"Gevoel per beurt", "sentiment-log"},
      {"Berichten", "prompts"},          {"Tabel: gevoel", "sentiment"}};
  std::string chosen = "Tabel: gevoel";
  std::size_t saved = 0;
  for (const char* ending : {".csv", ".jsonl"}) {
    if (ending == std::string(".jsonl")) kim.click("JSON-regels");
    for (const auto& [label, word] : kinds) {
      // The list at the left has pages of the same names: what is chosen stands after those.
      kim.click(chosen, kim.count(chosen) - 1);
      kim.click(label, kim.count(label) - 1);
      chosen = label;
      REQUIRE(kim.shows("aandacht-" + word + "-"));
      kim.click("Bewaar");
      ++saved;
      REQUIRE(kim.draws_until([&] { return home.files().size() == saved; }));
      REQUIRE(kim.shows("Bewaard: "));
    }
  }
  for (const std::string& name : home.files()) {
    INFO(name);
    CHECK(name.find(".part") == std::string::npos);
    const std::string text = slurp(home.file(name));
    const bool csv = name.find(".csv") != std::string::npos;
    if (csv) CHECK(text.find(',') != std::string::npos);
    // Without it a spreadsheet takes a table for the local code page; JSON has none.
    CHECK(text.starts_with("\xEF\xBB\xBF") == csv);
    if (name.find("aandacht-calls") == 0) CHECK(text.find("call-1") != std::string::npos);
    if (name.find("aandacht-sentiment-2") == 0) CHECK(text.find("1") != std::string::npos);
  }
}

TEST_CASE("a file that is there already is kept or replaced as the supervisor says", "[files]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"Ik ben hier heel blij mee."});
  const HomeFolder home;
  std::ofstream(home.file("mijn.csv")) << "van mij";
  ConsoleWindow kim(kim_of(house));
  choose(kim, home, "Gesprekken");
  kim.write_over("aandacht-calls-", "mijn.csv");
  kim.click("Bewaar");
  REQUIRE(kim.shows("bestaat al. Wil je dat bestand vervangen?"));
  kim.click("Laat staan");
  REQUIRE(kim.shows_no("bestaat al"));
  CHECK(only_file(home) == "van mij");
  kim.click("Bewaar");
  kim.click("Vervang");
  REQUIRE(kim.shows("Bewaard: "));
  CHECK(only_file(home).find("call-1") != std::string::npos);
}

TEST_CASE("a folder that is not there, and a name that is none, are told before anything is saved", "[files]") {
  ConsoleHouse house;
  const HomeFolder home;
  std::filesystem::create_directory(home.file("Kwartaal"));
  ConsoleWindow kim(kim_of(house));
  choose(kim, home, "Gesprekken");
  kim.click("Andere map");
  kim.click("Kwartaal");
  REQUIRE(kim.shows(home.file("Kwartaal")));
  kim.write_over(home.file("Kwartaal"), home.file("nergens"));
  REQUIRE(kim.shows("Deze map is er niet"));
  kim.click("Bewaar");
  kim.write_over(home.file("nergens"), home.path());
  REQUIRE(kim.shows_no("Deze map is er niet"));
  kim.write_over("aandacht-calls-", "a/b");
  REQUIRE(kim.shows("Een naam mag geen /"));
  CHECK(home.files() == std::vector<std::string>{"Kwartaal"});
}

TEST_CASE("who may not have reports is offered no file of them, and told why", "[files]") {
  ConsoleHouse house;
  const HomeFolder home;
  ConsoleWindow::Options options = kim_of(house);
  options.token_file = house.folder().file("token-agent");
  std::ofstream(options.token_file) << house.agent("sanne");
  ConsoleWindow sanne(options);
  REQUIRE(sanne.shows("De dienst laat je hier niet toe"));
  CHECK_FALSE(sanne.ui().sees("Bestanden"));
  CHECK(home.files().empty());
}

TEST_CASE("days picked by hand are those of the report and of the file", "[files]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"Ik ben hier heel blij mee."});
  const HomeFolder home;
  ConsoleWindow kim(kim_of(house));
  REQUIRE(kim.shows("Hoe klanten zich voelden"));
  kim.click("Eigen dagen");
  const absl::CivilDay today = house.today();
  REQUIRE(kim.shows("tijdzone van de dienst"));
  const std::string first = model::written_day(today - 6, model::Language::kDutch);
  kim.write_over(first, "1-1-2020");
  REQUIRE(kim.shows("hoogstens 1100"));
  kim.write_over("1-1-2020", model::written_day(today - 400, model::Language::kDutch));
  REQUIRE(kim.shows_no("hoogstens 1100"));
  kim.click("Bewaar als bestand");
  CHECK(kim.shows("aandacht-sentiment-" + absl::FormatCivilTime(today - 400)));
  kim.click("Bewaar");
  REQUIRE(kim.shows("Bewaard: "));
  CHECK(only_file(home).find(absl::FormatCivilTime(today)) != std::string::npos);
}

TEST_CASE("a setting is written while the window goes on, and one that cannot be written says so", "[settings]") {
  ConsoleHouse house;
  ConsoleWindow::Options options = kim_of(house);
  options.page = PageName::kSettings;
  options.config = house.folder().file("console.toml");
  {
    ConsoleWindow kim(options);
    kim.click("donker");
    kim.click("English");
    REQUIRE(kim.shows("high contrast"));
  }
  // What was chosen is there when the window is gone.
  const std::string written = slurp(options.config);
  CHECK(written.find("theme = \"dark\"") != std::string::npos);
  CHECK(written.find("language = \"en\"") != std::string::npos);

  std::ofstream(house.folder().file("file")) << "x";
  options.config = house.folder().file("file") + "/console.toml";
  ConsoleWindow noor(options);
  noor.click("donker");
  CHECK(noor.shows("kan niet in het bestand worden gezet"));
}

}  // namespace aandacht::test
