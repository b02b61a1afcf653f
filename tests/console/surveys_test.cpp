// What customers answered to a survey: the real command reads the file with the integrator's token, and the page of
// reports shows it to who leads the team.
#include <fstream>

#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/support/child.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using model::PageName;

constexpr const char* kAnswered = "Wat klanten antwoordden";

/// Two days ago two calls of team blue and one of red were answered.
void have_calls(ConsoleHouse& house) {
  house.set_time(house.noon_of(house.today() - 2));
  house.have_call("call-1", "sanne", {"Waar blijft mijn pakket?"});
  house.have_call("call-2", "joost", {"Ik wil mijn abonnement stopzetten."});
  house.have_call("call-3", "bram", {"Wanneer komt de monteur?"});
}

/// Of call-2 one thing was not answered; one line has a grade that there is not, and one nothing at all.
std::string answers_in(ConsoleHouse& house) {
  const std::string file = house.folder().file("enquete.csv");
  std::ofstream(file) << "gesprek;opgelost;makkelijk;gevoel\n"
                         "call-1;5;4;2\n"
                         "call-2;1;;4\n"
                         "call-3;5;5;5\n"
                         "call-9;9;3;3\n"
                         "call-8;;;\n"
                         "call-van-morgen;3;3;3\n";
  return file;
}

struct Ran {
  int code = 0;
  std::string said;
};

Ran import_answers(ConsoleHouse& house, const std::string& file, const std::vector<std::string>& more = {}) {
  const std::string token = house.folder().file("token-crm");
  std::ofstream(token, std::ios::trunc) << house.house().integrator();
  std::vector<std::string> words = {
      AANDACHT_BIN_DIR "/aandachtctl", "--server", house.address(), "--token-file", token, "survey", "import", file};
  for (const char* map : {"call_id=gesprek", "effectiveness=opgelost", "ease=makkelijk", "emotion=gevoel"}) {
    words.insert(words.end(), {"--map", map});
  }
  words.insert(words.end(), more.begin(), more.end());
  const std::string log = house.folder().file("ctl.log");
  const int code = Child(std::move(words), log).wait();
  return {code, slurp(log)};
}

/// The tab of the three E's, opened anew.
std::unique_ptr<ConsoleWindow> three_es(ConsoleHouse& house, const std::string& who, const std::string& team) {
  auto window = std::make_unique<ConsoleWindow>(ConsoleWindow::Options{.server = house.address(),
                                                                       .token_file = house.token_file(who, {team}),
                                                                       .page = PageName::kReports,
                                                                       .width = 1600,
                                                                       .height = 1600});
  window->click("Drie E's");
  REQUIRE(window->shows("Vandaag komt er morgen bij"));  // The figures have come.
  return window;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a survey is tried, imported with its refused lines named, and shown to who leads the team",
          "[reports][survey]") {
  ConsoleHouse house;
  have_calls(house);
  const std::string file = answers_in(house);

  const Ran tried = import_answers(house, file, {"--dry-run"});
  INFO(tried.said);
  CHECK(tried.code == 1);
  CHECK(holds(tried.said, "4 answers would be stored, 2 lines refused"));
  CHECK_FALSE(three_es(house, "kim", "blue")->ui().sees(kAnswered));

  const Ran stored = import_answers(house, file);
  INFO(stored.said);
  CHECK(stored.code == 1);
  CHECK(holds(stored.said, "4 answers stored, 2 lines refused"));
  CHECK(holds(stored.said, "line 5: `effectiveness` must be 1 to 5"));
  CHECK(holds(stored.said, "line 6: has no answer"));

  const auto kim = three_es(house, "kim", "blue");
  REQUIRE(kim->shows(kAnswered));
  CHECK(kim->shows("2 van de 2 klanten vulden een enquête in."));
  CHECK(three_es(house, "rene", "red")->shows("1 van de 1 klanten vulden een enquête in."));
  // Once more counts nobody twice.
  CHECK(import_answers(house, file).code == 1);
  CHECK(three_es(house, "kim", "blue")->shows("2 van de 2 klanten vulden een enquête in."));
}

TEST_CASE("a supervisor's token imports no survey, and nothing of it is on the page", "[reports][survey]") {
  ConsoleHouse house;
  have_calls(house);
  const std::string file = house.folder().file("enquete.csv");
  std::ofstream(file) << "call_id,ease\ncall-1,5\n";
  const std::string log = house.folder().file("ctl.log");
  const int code = Child({AANDACHT_BIN_DIR "/aandachtctl", "--server", house.address(), "--token-file",
                          house.token_file("kim", {"blue"}), "survey", "import", file},
                         log)
                       .wait();
  INFO(slurp(log));
  CHECK(code == 1);
  CHECK(holds(slurp(log), "0 answers were stored"));
  CHECK_FALSE(three_es(house, "kim", "blue")->ui().sees(kAnswered));
}

}  // namespace aandacht::test
