// The library's page in the real window: out to files and in from them, and one language begun beside the other.
#include <filesystem>
#include <fstream>

#include "aandacht/v1/editing.grpc.pb.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/console/home_folder.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

namespace fs = std::filesystem;

ConsoleWindow::Options library_of(ConsoleHouse& house) {
  return {.server = house.address(),
          .token_file = house.token_file("kim", {"blue"}),
          .page = model::PageName::kLibrary,
          .width = 1600,
          .height = 1400};
}

std::optional<v1::LibraryItem> item(ConsoleHouse& house, v1::ItemKind kind, const std::string& id) {
  v1::GetItemRequest request;
  request.set_kind(kind);
  request.set_id(id);
  v1::GetItemResponse response;
  const grpc::Status status = house.house().call("aandacht.v1.EditingService/GetItem", house.supervisor("blue"),
                                                 request.SerializeAsString(), &response);
  if (!status.ok()) return std::nullopt;
  return response.item();
}

void save_draft(ConsoleHouse& house, const std::string& id, const std::string& toml) {
  v1::SaveDraftRequest request;
  request.set_request_id("save-" + id);
  request.set_kind(v1::ITEM_KIND_WHY);
  request.set_id(id);
  request.set_language(id.substr(0, 2));
  request.set_toml(toml);
  house.ask("EditingService/SaveDraft", house.supervisor("blue"), request, v1::SaveDraftResponse());
}

void replace_in(const fs::path& file, const std::string& what, const std::string& with) {
  std::string text = slurp(file.string());
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("a supervisor puts the library into files, changes one, sees what would change and takes it as drafts",
          "[library][files]") {
  ConsoleHouse house;
  const HomeFolder home;
  ConsoleWindow kim(library_of(house));
  REQUIRE(kim.shows("Meegeleverd"));  // What stands below the list is pressed when the list is there.
  kim.click("Bewaar als bestanden");
  REQUIRE(kim.shows(home.path()));
  kim.click("Bewaar de bestanden");
  REQUIRE(kim.shows("Klaar:"));
  fs::path folder;
  for (const auto& entry : fs::directory_iterator(home.path())) folder = entry.path();
  REQUIRE(fs::exists(folder / "nl/whys.toml"));
  CHECK(slurp((folder / "nl/whys.toml").string()) == slurp(AANDACHT_SOURCE_DIR "/service/content/nl/whys.toml"));
  kim.click("Sluit");

  replace_in(folder / "nl/whys.toml", "Een terugbetaling staat binnen vijf werkdagen op de rekening.",
             "Een terugbetaling staat binnen vier werkdagen op de rekening.");
  // Out again into the same folder: what somebody changed there is not lost without asking.
  kim.click("Bewaar als bestanden");
  REQUIRE(kim.shows("Bewaar de bestanden"));
  kim.click("Bewaar de bestanden");
  REQUIRE(kim.shows("vervangen?"));
  kim.click("Sluit");
  CHECK(slurp((folder / "nl/whys.toml").string()).find("binnen vier werkdagen") != std::string::npos);

  kim.click("Lees bestanden in");
  REQUIRE(kim.shows("Kijk wat er verandert"));
  kim.write_over(home.path(), folder.string());
  REQUIRE(kim.shows_no("Deze map is er niet"));
  kim.click("Kijk wat er verandert");
  REQUIRE(kim.shows("1 anders"));
  CHECK(kim.shows("Er is nog niets veranderd."));
  CHECK_FALSE(item(house, v1::ITEM_KIND_WHY, "nl/terugbetaling")->has_newest());
  kim.click("Lees in als concept");
  REQUIRE(kim.shows("Het zijn concepten"));
  const auto changed = item(house, v1::ITEM_KIND_WHY, "nl/terugbetaling");
  CHECK(changed->newest().state() == v1::ITEM_STATE_DRAFT);
  CHECK(changed->newest().toml().find("binnen vier werkdagen") != std::string::npos);
  CHECK(changed->newest().steps(0).editor_id() == "kim");
}

TEST_CASE("an import with something wrong is refused with file and line, and a folder without a library in words",
          "[library][files]") {
  ConsoleHouse house;
  const HomeFolder home;
  fs::create_directories(home.path() + "/nl");
  std::ofstream(home.path() + "/nl/whys.toml") << "# Half.\n[[why]]\nid = \"half\"\ntopic = \"half\"\n";
  ConsoleWindow kim(library_of(house));
  REQUIRE(kim.shows("Meegeleverd"));  // What stands below the list is pressed when the list is there.
  kim.click("Lees bestanden in");
  REQUIRE(kim.shows(home.path()));
  kim.click("Kijk wat er verandert");
  REQUIRE(kim.shows("Er klopt iets niet (1)"));
  CHECK(kim.shows("nl/whys.toml:2"));
  CHECK_FALSE(item(house, v1::ITEM_KIND_WHY, "nl/half"));
  kim.click("Kies anders");
  fs::remove_all(home.path() + "/nl");
  kim.click("Kijk wat er verandert");
  CHECK(kim.shows("Hier staat geen bibliotheek"));
}

TEST_CASE("a shipped why stands beside its other language, and a new one is begun there with its key set",
          "[library]") {
  ConsoleHouse house;
  ConsoleWindow kim(library_of(house));
  kim.click("Zoek op woorden");
  kim.type("tijdvak monteur");
  kim.click("tijdvak monteur", 1);
  REQUIRE(kim.shows("Ernaast: het Engels"));
  CHECK(kim.shows("An engineer comes within a four hour slot"));
  kim.click("Open het Engels");
  REQUIRE(kim.shows("Ernaast: het Nederlands"));

  save_draft(house, "nl/parkeren", "[[why]]\nid = \"parkeren\"\ntopic = \"parkeervergunning\"\n");
  kim.write_over("tijdvak monteur", "parkeervergunning");
  kim.click("parkeervergunning", 1);
  REQUIRE(kim.shows("In het Engels is dit er nog niet."));
  kim.click("Begin in het Engels");
  REQUIRE(kim.draws_until([&] { return item(house, v1::ITEM_KIND_WHY, "en/parkeren").has_value(); }));
  CHECK(item(house, v1::ITEM_KIND_WHY, "en/parkeren")->newest().toml().find("translates = \"nl/parkeren\"") !=
        std::string::npos);
  CHECK(kim.shows("Ernaast: het Nederlands"));
  CHECK(kim.shows("parkeervergunning"));
}

}  // namespace aandacht::test
