// The real window when the service is away, comes back, no longer takes the token, or has nothing to tell.
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

using model::PageName;

constexpr PageName kPages[] = {PageName::kFloor,   PageName::kPush,  PageName::kAlerts,
                               PageName::kLibrary, PageName::kSigns, PageName::kReports};

ConsoleWindow::Options window_of(ConsoleHouse& house, const std::string& token_file, PageName page = PageName::kFloor) {
  return {.server = house.address(), .token_file = token_file, .page = page};
}

}  // namespace

TEST_CASE("every page says in Dutch and in English what will appear there and how", "[empty]") {
  ConsoleHouse house;
  struct Empty {
    PageName page;
    const char* dutch;
    const char* english;
  };
  const Empty empties[] = {
      {PageName::kAlerts, "Zodra een regel iets in een gesprek van je team ziet", "As soon as a rule sees something"},
      {PageName::kLibrary, "Kies links iets om te lezen of te veranderen", "Choose something at the left"},
      {PageName::kSigns, "komt hier vanzelf te staan", "Questions that were asked more than once"},
      {PageName::kReports, "Zodra er gesprekken zijn, staat hier hoe klanten zich voelden",
       "As soon as there are calls"},
  };
  const std::string token = house.token_file("kim", {"blue"});
  ConsoleWindow dutch(window_of(house, token));
  ConsoleWindow::Options in_english = window_of(house, token);
  in_english.language = "en";
  ConsoleWindow english(in_english);
  for (const Empty& empty : empties) {
    dutch.go_to(empty.page);
    CHECK(dutch.shows(empty.dutch));
    english.go_to(empty.page);
    CHECK(english.shows(empty.english));
  }
}

TEST_CASE("a floor has everybody who is in the team before their first call, and says so when that is nobody",
          "[empty]") {
  ConsoleHouse house;
  ConsoleWindow kim(window_of(house, house.token_file("kim", {"blue"})));
  kim.go_to(PageName::kFloor);
  CHECK(kim.shows("6 medewerkers"));
  CHECK(kim.shows("lotte"));
  CHECK(kim.shows("afwezig"));
  ConsoleWindow ria(window_of(house, house.token_file("ria", {"green"})));
  ria.go_to(PageName::kFloor);
  CHECK(ria.shows("Nog niemand aan het werk"));
}

TEST_CASE("with the service away every page keeps what it shows and says what works, and goes on by itself",
          "[connection]") {
  ConsoleHouse house;
  house.begin_call("call-1", "sanne");
  const PageName page = GENERATE(from_range(std::begin(kPages), std::end(kPages)));
  ConsoleWindow kim(window_of(house, house.token_file("kim", {"blue"})));
  REQUIRE(kim.shows("sanne"));
  kim.go_to(page);
  REQUIRE(kim.shows("verbonden"));
  INFO("page " << static_cast<int>(page));
  house.stop();
  CHECK(kim.shows("De dienst is even niet te bereiken."));
  CHECK(kim.shows("Wat je ziet blijft staan zoals het was."));
  CHECK(kim.shows("geen verbinding"));
  house.start();
  CHECK(kim.shows_no("De dienst is even niet te bereiken."));
  kim.go_to(PageName::kFloor);
  CHECK(kim.shows("sanne"));
}

TEST_CASE("a token that expired is told with what to do, and a new one in its file lets the window go on",
          "[connection]") {
  ConsoleHouse house;
  const std::string token = house.token_file("kim", {"blue"}, -absl::Minutes(5));
  house.begin_call("call-1", "sanne");
  ConsoleWindow kim(window_of(house, token));
  CHECK(kim.shows("Je toegangsbewijs geldt niet meer."));
  CHECK(kim.shows("Vraag de beheerder om een nieuw toegangsbewijs; daarna gaat het vanzelf verder."));
  CHECK_FALSE(kim.ui().sees("sanne"));
  house.token_file("kim", {"blue"});
  // A refusal is asked again every half minute.
  CHECK(eventually([&] { return kim.count("sanne") > 0; }, absl::Seconds(45)));
  CHECK(kim.shows_no("Je toegangsbewijs geldt niet meer."));
}

TEST_CASE("on every page a token that expired is told in words a supervisor can act on, never as a code",
          "[connection]") {
  ConsoleHouse house;
  const PageName page = GENERATE(from_range(std::begin(kPages), std::end(kPages)));
  ConsoleWindow kim(window_of(house, house.token_file("kim", {"blue"}, -absl::Minutes(5)), page));
  INFO("page " << static_cast<int>(page));
  CHECK(kim.shows("Je toegangsbewijs geldt niet meer."));
  INFO(kim.text());
  for (const char* raw : {"token has expired", "aandachtctl", "UNAUTHENTICATED", "rpc"})
    CHECK_FALSE(kim.ui().sees(raw));
}

TEST_CASE("a supervisor of another team sees nothing of this one, on no page", "[connection]") {
  ConsoleHouse house;
  house.have_call("call-0", "sanne", {"waar blijft mijn pakket"});
  house.begin_call("call-1", "sanne");
  house.customer_says("call-1", "waar blijft mijn pakket");
  ConsoleWindow rene(window_of(house, house.token_file("rene", {"red"})));
  REQUIRE(rene.shows("verbonden"));
  house.begin_call("call-2", "bram");
  REQUIRE(rene.shows("bram"));
  for (const PageName page : kPages) {
    rene.go_to(page);
    REQUIRE(rene.shows("verbonden"));
    CHECK_FALSE(rene.ui().sees("sanne"));
  }
}

TEST_CASE("a token of an agent is not told to be expired, and who to ask for one of a supervisor", "[connection]") {
  ConsoleHouse house;
  const std::string file = house.folder().file("token-agent");
  std::ofstream(file) << house.agent("sanne");
  ConsoleWindow window(window_of(house, file));
  CHECK(window.shows("geen toegang"));
  CHECK(window.shows("De dienst laat je hier niet toe."));
  CHECK(window.shows("Vraag de beheerder om een toegangsbewijs voor een supervisor."));
  CHECK_FALSE(window.ui().sees("geldt niet meer"));
}

}  // namespace aandacht::test
