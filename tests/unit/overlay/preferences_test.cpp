// Settings chosen in the window and in the file are the same settings.
#include "client/overlay/preferences.h"

#include <filesystem>

#include "absl/strings/match.h"
#include "client/app/settings_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/overlay/settings_fixture.h"

namespace aandacht::test {
namespace {

using absl::StrContains;

TEST_CASE("what is chosen in the window holds at once and changes its line of the file only") {
  SettingsFixture settings("# Mine.\ntheme = \"light\" # calm\nwidth = 380\n");
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().click("Donker"));
  CHECK(settings.preferences().options().theme == "dark");
  CHECK(settings.changed == std::vector<std::string>{"theme"});
  CHECK(settings.eventually([&] { return settings.text() == "# Mine.\ntheme = \"dark\" # calm\nwidth = 380\n"; }));
}

TEST_CASE("a setting that the file does not have yet is added with its comment") {
  SettingsFixture settings("width = 380\n");
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().click("Minder beweging"));
  CHECK(settings.eventually([&] { return StrContains(settings.text(), "\nreduced_motion = true\n"); }));
  CHECK(StrContains(settings.text(), "width = 380\n\n# A new card"));
}

TEST_CASE("a why once a day is switched off and on again on the page, of no file, and only when the wish is known") {
  SettingsFixture settings("width = 380\n");
  settings.preferences().open();
  settings.ui().settle();
  CHECK_FALSE(settings.ui().sees("Eens per dag een waarom"));
  settings.preferences().set_why_check(false);  // "Nooit meer" was pressed, here or anywhere.
  REQUIRE(settings.sees("Eens per dag een waarom"));
  REQUIRE(settings.ui().click("Eens per dag een waarom"));
  CHECK(settings.why_check == std::optional(true));
  CHECK(settings.preferences().state().values.at(model::kWhyCheck) == "true");
  settings.ui().settle();
  REQUIRE(settings.ui().click("Eens per dag een waarom"));
  CHECK(settings.why_check == std::optional(false));
  CHECK(settings.changed.empty());
  CHECK(settings.text() == "width = 380\n");
  settings.preferences().set_why_check(std::nullopt);
  settings.ui().settle();
  CHECK_FALSE(settings.ui().sees("Eens per dag een waarom"));
}

TEST_CASE("the language of the page is the one that is chosen") {
  SettingsFixture settings("");
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().sees("Instellingen"));
  REQUIRE(settings.ui().click("English"));
  CHECK(settings.sees("Settings"));
  CHECK_FALSE(settings.ui().sees("Instellingen"));
}

TEST_CASE("a field is typed into and taken with Enter; what does not fit is said and changes nothing") {
  SettingsFixture settings("agent = \"sanne\"\n");
  settings.preferences().open();
  settings.ui().settle();
  SECTION("it fits") {
    REQUIRE(settings.ui().click("sanne"));
    settings.ui().type(".b");
    settings.ui().press(render::Key::kEnter);
    CHECK(settings.preferences().options().agent == "sanne.b");
    CHECK(settings.eventually([&] { return settings.text() == "agent = \"sanne.b\"\n"; }));
  }
  SECTION("it does not fit") {
    REQUIRE(settings.ui().click("sanne"));
    settings.ui().type(" de Boer");
    settings.ui().press(render::Key::kEnter);
    CHECK(settings.preferences().options().agent == "sanne");
    CHECK(settings.sees("“sanne de Boer” kan hier niet"));
    CHECK(settings.text() == "agent = \"sanne\"\n");
  }
  SECTION("Escape leaves it") {
    REQUIRE(settings.ui().click("sanne"));
    settings.ui().type("x");
    settings.ui().press(render::Key::kEscape);
    CHECK(settings.preferences().options().agent == "sanne");
    CHECK(settings.preferences().page() == overlay::Preferences::Page::kSettings);
  }
  SECTION("a press elsewhere takes it") {
    REQUIRE(settings.ui().click("sanne"));
    settings.ui().type("7");
    REQUIRE(settings.ui().click("Instellingen"));
    CHECK(settings.preferences().options().agent == "sanne7");
  }
}

TEST_CASE("a stepper goes on to its end and no further") {
  SettingsFixture settings("width = 440\n");
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().sees("440 px"));
  const auto more = settings.ui().find("+", 1);  // The first is of the text.
  REQUIRE(more);
  for (int i = 0; i < 3; ++i) settings.ui().click_at(more->centre().x, more->centre().y);
  CHECK(settings.preferences().options().width == 460);
}

TEST_CASE("what holds only after a restart says so") {
  SettingsFixture settings("");
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().click("OpenGL"));
  CHECK(settings.sees("Geldt na een herstart."));
}

TEST_CASE("a change by hand while the overlay runs holds, also where an editor replaced the file") {
  SettingsFixture settings("theme = \"light\"\nwidth = 400\n");
  REQUIRE(base::write_text_file(settings.file(), "theme = \"dark\"\n").ok());
  CHECK(settings.eventually([&] { return settings.preferences().options().theme == "dark"; }));
  CHECK(settings.preferences().options().width == 380);
  CHECK(settings.changed == std::vector<std::string>{"theme", "width"});
}

TEST_CASE("a wrong line by hand is said and leaves what was there, until it is mended") {
  SettingsFixture settings("theme = \"dark\"\n");
  REQUIRE(base::write_text_file(settings.file(), "width = 400\ntheme = \"blauw\"\n").ok());
  REQUIRE(settings.eventually([&] { return settings.preferences().state().faults.size() == 1; }));
  CHECK(settings.preferences().options().theme == "dark");
  CHECK(settings.preferences().options().width == 400);
  CHECK(model::settings_notice(settings.preferences().state(), model::Language::kDutch) ==
        "overlay.toml regel 2: theme “blauw” bestaat niet; “dark” wordt gebruikt.");
  settings.preferences().open();
  CHECK(settings.sees("overlay.toml regel 2:"));
  REQUIRE(settings.ui().click("Licht"));
  CHECK(settings.eventually([&] { return settings.preferences().state().faults.empty(); }));
  CHECK(settings.text() == "width = 400\ntheme = \"light\"\n");
}

TEST_CASE("a file that is not TOML counts for nothing, is put aside by the first change, and is not lost") {
  SettingsFixture settings("theme: dark\n");
  CHECK(settings.preferences().options().theme == "light");
  CHECK(model::settings_notice(settings.preferences().state(), model::Language::kEnglish) ==
        "overlay.toml line 1 cannot be read; the file does not count.");
  settings.preferences().choose("theme", "contrast");
  CHECK(settings.eventually([&] { return settings.preferences().state().faults.empty(); }));
  CHECK(StrContains(settings.text(), "\ntheme = \"contrast\"\n"));
  CHECK(base::read_text_file(settings.file().string() + ".unreadable").value() == "theme: dark\n");
}

TEST_CASE("what the command line decided is said, and a change by hand does not undo it") {
  SettingsFixture settings("theme = \"light\"\n", {"--theme", "dark"});
  REQUIRE(base::write_text_file(settings.file(), "theme = \"contrast\"\nwidth = 400\n").ok());
  REQUIRE(settings.eventually([&] { return settings.preferences().options().width == 400; }));
  CHECK(settings.preferences().options().theme == "dark");
  settings.preferences().open();
  CHECK(settings.sees("Voor nu bepaald bij het starten."));
}

TEST_CASE("where the file cannot be written the choice holds and that is said") {
  SettingsFixture settings(std::nullopt, {"--agent", "sanne"});
  // A file where the folder should be: nobody can write below it, whoever they are.
  REQUIRE(base::write_text_file(settings.file().parent_path(), "").ok());
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().click("Donker"));
  CHECK(settings.sees("overlay.toml is niet te schrijven."));
  CHECK(settings.preferences().options().theme == "dark");
}

TEST_CASE("what is chosen faster than it is written is not undone by the older file") {
  SettingsFixture settings("text = 18\n");
  for (const char* size : {"19", "20", "21", "22"}) settings.preferences().choose("text", size);
  CHECK(settings.eventually([&] { return settings.text() == "text = 22\n"; }));
  settings.preferences().open();
  CHECK(settings.eventually([&] { return settings.preferences().state().written; }));
  CHECK(settings.changed == std::vector<std::string>{"text", "text", "text", "text"});
  CHECK(settings.preferences().state().values.at("text") == "22");
}

TEST_CASE("a file that is there and cannot be read is not written over") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "overlay.toml");
  const absl::Status written = app::write_setting(folder.path() / "overlay.toml", {"theme", "\"dark\"", "", "all"});
  CHECK(written.code() == absl::StatusCode::kUnavailable);
  CHECK(std::filesystem::is_directory(folder.path() / "overlay.toml"));
}

TEST_CASE("softphone and place are put together from their parts") {
  SettingsFixture settings("softphone = \"none\"\n");
  settings.preferences().choose(model::kSoftphoneKind, "baresip");
  CHECK(settings.preferences().options().softphone == "baresip:127.0.0.1:4444");
  settings.preferences().choose(model::kSoftphoneAddress, "127.0.0.1:5555");
  CHECK(settings.preferences().options().softphone == "baresip:127.0.0.1:5555");
  settings.preferences().choose(model::kSoftphoneAddress, "somewhere");
  CHECK(settings.preferences().options().softphone == "baresip:127.0.0.1:5555");
  CHECK(settings.preferences().state().not_taken.count(model::kSoftphoneAddress) == 1);
  settings.preferences().choose(model::kSoftphoneKind, "none");
  CHECK(settings.preferences().options().softphone == "none");
}

TEST_CASE("what came of trying is said, and is forgotten when the address changes") {
  SettingsFixture settings("server = \"127.0.0.1:7443\"\n");
  settings.service = model::ServiceAnswer::kRefuses;
  settings.preferences().open();
  settings.ui().settle();
  REQUIRE(settings.ui().click("Probeer de dienst"));
  CHECK(settings.sees("De dienst antwoordt, maar kent deze naam niet."));
  settings.preferences().choose("server", "127.0.0.1:7444");
  CHECK(settings.preferences().state().service == model::ServiceAnswer::kNotTried);
}

}  // namespace
}  // namespace aandacht::test
