// The first start, walked through by pressing what is written.
#include "absl/strings/match.h"
#include "tests/unit/overlay/settings_fixture.h"

namespace aandacht::test {
namespace {

using absl::StrContains;
using Page = overlay::Preferences::Page;

TEST_CASE("the first start asks four things, tries two of them, and writes a file that says what was chosen") {
  SettingsFixture first(std::nullopt);
  REQUIRE(first.preferences().page() == Page::kFirstStart);
  CHECK(first.ui().sees("1 van 4"));
  REQUIRE(first.ui().click("English"));
  REQUIRE(first.sees("Which language"));
  REQUIRE(first.ui().click("Next"));
  REQUIRE(first.sees("Who are you?"));
  REQUIRE(first.ui().click("sanne"));
  first.ui().type("2");
  first.ui().press(render::Key::kEnter);
  REQUIRE(first.ui().click("Try the service"));
  CHECK(first.sees("The service answers and knows you."));
  CHECK(first.tried == "127.0.0.1:7443 sanne2");
  REQUIRE(first.ui().click("Next"));
  REQUIRE(first.sees("Where may this window stand?"));
  REQUIRE(first.ui().click("Next"));
  REQUIRE(first.sees("What do you call with?"));
  REQUIRE(first.ui().click("baresip"));
  REQUIRE(first.sees("127.0.0.1:4444"));
  REQUIRE(first.ui().click("Try the softphone"));
  CHECK(first.sees("The softphone answers."));
  CHECK_FALSE(std::filesystem::exists(first.file()));
  CHECK_FALSE(first.begun);
  REQUIRE(first.ui().click("Begin"));
  CHECK(first.begun);
  CHECK(first.preferences().page() == Page::kNone);
  REQUIRE(first.eventually([&] { return std::filesystem::exists(first.file()); }));
  const std::string text = first.text();
  CHECK(StrContains(text, "\nlanguage = \"en\"\n"));
  CHECK(StrContains(text, "\nagent = \"sanne2\"\n"));
  CHECK(StrContains(text, "\nsoftphone = \"baresip:127.0.0.1:4444\"\n"));
  CHECK(StrContains(text, "# The language of the window."));
  const std::vector<const char*> arguments = {"aandacht"};
  const overlay::Parsed again = overlay::parse_options(1, arguments.data(), "1");
  CHECK_FALSE(again.first_start());
  CHECK(again.source.faults.empty());
  CHECK(again.options.agent == "sanne2");
}

TEST_CASE("the first start can be skipped at every step and does not come again") {
  const int step = GENERATE(0, 1, 2, 3);
  SettingsFixture first(std::nullopt);
  for (int i = 0; i < step; ++i) REQUIRE(first.ui().click("Verder"));
  REQUIRE(first.ui().click("Overslaan"));
  CHECK(first.begun);
  CHECK(first.preferences().page() == Page::kNone);
  CHECK(first.eventually([&] { return std::filesystem::exists(first.file()); }));
}

TEST_CASE("one can go back in the first start and finds what was chosen") {
  SettingsFixture first(std::nullopt);
  REQUIRE(first.ui().click("Donker"));
  REQUIRE(first.ui().click("Verder"));
  CHECK(first.ui().sees("2 van 4"));
  REQUIRE(first.ui().click("Terug"));
  CHECK(first.ui().sees("1 van 4"));
  CHECK(first.preferences().options().theme == "dark");
  CHECK_FALSE(first.ui().sees("Terug"));
}

TEST_CASE("a change after the first start is a change of its file") {
  SettingsFixture first(std::nullopt);
  REQUIRE(first.ui().click("Overslaan"));
  REQUIRE(first.eventually([&] { return std::filesystem::exists(first.file()); }));
  REQUIRE(base::write_text_file(first.file(), first.text() + "# My own words.\n").ok());
  first.preferences().choose("theme", "dark");
  REQUIRE(first.eventually([&] { return StrContains(first.text(), "\ntheme = \"dark\"\n"); }));
  CHECK(StrContains(first.text(), "# My own words.\n"));
}

}  // namespace
}  // namespace aandacht::test
