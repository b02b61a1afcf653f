// The settings in the real window: chosen, kept in the file, and read again.
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using model::PageName;

supervisor::ConsoleOptions read_again(const std::string& file) {
  const char* const words[] = {"aandacht-supervisor", "--config", file.c_str()};
  const supervisor::ParsedConsole parsed = supervisor::parse_console_options(3, words, "0.0.0");
  INFO(parsed.err);
  REQUIRE_FALSE(parsed.exit_code);
  CHECK(parsed.faults.empty());
  return parsed.options;
}

}  // namespace

TEST_CASE("language, colours and size are chosen, hold or say from when, and are read again", "[settings]") {
  ConsoleHouse house;
  const TemporaryFolder folder;
  const std::string file = folder.file("console.toml");
  ConsoleWindow kim({.server = house.address(),
                     .token_file = house.token_file("kim", {"blue"}),
                     .page = PageName::kSettings,
                     .config = file});
  REQUIRE(kim.shows("Instellingen"));
  kim.click("English");
  CHECK(kim.shows("Settings"));
  CHECK(kim.shows_no("Instellingen"));
  const ui::Colour paper = kim.look().theme.paper;
  kim.click("dark");
  CHECK(kim.draws_until([&] { return !(kim.look().theme.paper == paper); }));
  kim.click("+");
  CHECK(kim.shows("125 %"));
  CHECK(kim.shows("This holds from the next time you open the window."));
  // Written off the drawing thread.
  REQUIRE(kim.draws_until([&] { return slurp(file).find("scale = 1.25") != std::string::npos; }));
  const supervisor::ConsoleOptions kept = read_again(file);
  CHECK(kept.language == "en");
  CHECK(kept.theme == "dark");
  CHECK(kept.scale == 1.25);
}

}  // namespace aandacht::test
