// The real window when the service is away, comes back, no longer takes the token, or has nothing to tell.
#include "shared/security/file_reader.h"
#include "shared/security/machine_key.h"
#include "shared/security/revoked.h"
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
      {PageName::kSigns, "komt hier vanzelf te staan", "What customers ask more than once comes here by itself"},
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
  CHECK(kim.shows("Je toegangsbewijs is verlopen."));
  CHECK(kim.shows("Vraag de beheerder om een nieuw toegangsbewijs; daarna gaat het vanzelf verder."));
  CHECK_FALSE(kim.ui().sees("sanne"));
  house.token_file("kim", {"blue"});
  // A refusal is asked again every half minute.
  CHECK(eventually([&] { return kim.count("sanne") > 0; }, absl::Seconds(45)));
  CHECK(kim.shows_no("Je toegangsbewijs is verlopen."));
}

TEST_CASE("on every page a token that expired is told in words a supervisor can act on, never as a code",
          "[connection]") {
  ConsoleHouse house;
  const PageName page = GENERATE(from_range(std::begin(kPages), std::end(kPages)));
  ConsoleWindow kim(window_of(house, house.token_file("kim", {"blue"}, -absl::Minutes(5)), page));
  INFO("page " << static_cast<int>(page));
  CHECK(kim.shows("Je toegangsbewijs is verlopen."));
  INFO(kim.text());
  for (const char* raw : {"token has expired", "aandachtctl", "UNAUTHENTICATED", "rpc"})
    CHECK_FALSE(kim.ui().sees(raw));
}

TEST_CASE("why a token is not taken is told apart, with what to do, and no page promises what it cannot fetch",
          "[connection]") {
  ConsoleHouse house;
  const ConsoleHouse elsewhere;
  house.have_call("call-0", "sanne", {"waar blijft mijn pakket"});
  const auto file_with = [&](const std::string& text) {
    const std::string file = house.folder().file("token-bad");
    std::ofstream(file, std::ios::trunc) << text;
    return file;
  };
  const auto signed_by = [](const ConsoleHouse& signer, const std::string& token_id) {
    return const_cast<ConsoleHouse&>(signer).house().token(security::Role::kSupervisor, "kim", {"blue"}, absl::Hours(1),
                                                           token_id);
  };
  struct Bad {
    std::string file;
    const char* happened;
    const char* english;
  };
  REQUIRE(security::revoke(security::machine_files(house.house().identity()).revoked, "token-9",
                           security::owner_of(house.house().identity()))
              .ok());
  const int number = GENERATE(range(0, 7));
  const auto bad = [&]() -> Bad {
    switch (number) {
      case 0:
        return {"", "Je hebt nog geen toegangsbewijs.", "You have no access token yet."};
      case 1:
        return {file_with("geen toegangsbewijs maar een briefje"), "Je toegangsbewijs is niet te lezen.",
                "Your access token cannot be read."};
      case 2:
        return {file_with("-----BEGIN\n\x01\xff\n-----END"), "Je toegangsbewijs is niet te lezen.",
                "Your access token cannot be read."};
      case 3:
        return {file_with(std::string(200000, 'a')), "Je toegangsbewijs is niet te lezen.",
                "Your access token cannot be read."};
      case 4:
        return {house.token_file("kim", {"blue"}, -absl::Minutes(5)), "Je toegangsbewijs is verlopen.",
                "Your access token has expired."};
      case 5:
        return {file_with(signed_by(house, "token-9")), "Je toegangsbewijs is ingetrokken.",
                "Your access token was revoked."};
      default:
        return {file_with(signed_by(elsewhere, "token-1")), "De dienst neemt je toegangsbewijs niet aan.",
                "The service does not take your access token."};
    }
  }();
  ConsoleWindow kim(window_of(house, bad.file));
  REQUIRE(kim.shows(bad.happened));
  CHECK(kim.shows("geen toegang"));
  for (const PageName page : kPages) {
    kim.go_to(page);
    INFO("token " << number << ", page " << static_cast<int>(page) << "\n" << kim.text());
    CHECK(kim.shows("Hier staat nu niets"));
    CHECK(kim.shows(bad.happened));
    for (const char* promise : {"Zodra een regel iets", "Nog niemand aan het werk", "Kies links iets", "Hier komen",
                                "Zodra er gesprekken zijn", "Wat je ziet blijft staan"}) {
      INFO(promise);
      CHECK_FALSE(kim.ui().sees(promise));
    }
  }
  kim.go_to(PageName::kSettings);
  kim.click("English");
  kim.go_to(PageName::kReports);
  CHECK(kim.shows(bad.english));
  CHECK(kim.shows("There is nothing here now"));
}

TEST_CASE(
    "a token that is revoked while the window is open leaves what is seen, and pages not yet seen say why they are "
    "empty",
    "[connection]") {
  ConsoleHouse house;
  house.begin_call("call-1", "sanne");
  const std::string file = house.folder().file("token-kim");
  std::ofstream(file) << house.house().token(security::Role::kSupervisor, "kim", {"blue"}, absl::Hours(1), "token-7");
  ConsoleWindow kim(window_of(house, file));
  REQUIRE(kim.shows("sanne"));
  REQUIRE(kim.shows("verbonden"));
  REQUIRE(security::revoke(security::machine_files(house.house().identity()).revoked, "token-7",
                           security::owner_of(house.house().identity()))
              .ok());
  REQUIRE(eventually([&] { return kim.count("Je toegangsbewijs is ingetrokken.") > 0; }, absl::Seconds(45)));
  CHECK(kim.ui().sees("sanne"));
  CHECK(kim.ui().sees("Wat je ziet blijft staan zoals het was."));
  kim.go_to(PageName::kLibrary);
  CHECK(kim.shows("Hier staat nu niets"));
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
