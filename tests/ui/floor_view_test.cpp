#include "client/supervisor/floor_view.h"

#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;

TEST_CASE("the floor shows who talks with whom, since when, and in which phase") {
  FloorFixture floor(floor_model(Language::kDutch));
  const auto text = floor.ui().text();
  INFO(text.all());
  for (const char* wanted :
       {"Vloer", "9 medewerkers, 5 in gesprek", "Medewerker", "Gevoel", "amir", "in gesprek", "02:14", "1:02:05",
        "Youssef el Amrani", "in de wacht", "Onbekend", "oplossen", "vrij", "Berichten"}) {
    INFO(wanted);
    CHECK(text.sees(wanted));
  }
}

TEST_CASE("an empty floor says what will appear and when") {
  CHECK(FloorFixture(empty_floor_model(Language::kDutch)).ui().sees("Nog niemand aan het werk"));
  CHECK(FloorFixture(empty_floor_model(Language::kEnglish)).ui().sees("As soon as someone opens the overlay"));
}

TEST_CASE("without a connection the floor says so") {
  model::FloorModel model = floor_model(Language::kEnglish);
  model.connection.well = false;
  model.connection.text = "no connection";
  CHECK(FloorFixture(model).ui().sees("no connection"));
}

TEST_CASE("a narrow floor leaves out columns, the least needed first, and cuts no number") {
  FloorFixture floor(floor_model(Language::kDutch), {.width = 520, .height = 600});
  CHECK(floor.ui().sees("amir"));
  CHECK(floor.ui().sees("1:02:05"));
  CHECK_FALSE(floor.ui().sees("Fase"));
  const auto text = floor.ui().text();
  for (const auto& run : text.runs()) CHECK(run.rect.right <= 520);
}

TEST_CASE("numbers end at the same place in every row") {
  FloorFixture floor(floor_model(Language::kDutch));
  const auto first = floor.ui().find("02:14");
  const auto second = floor.ui().find("1:02:05");
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->right == Approx(second->right).margin(1));
}

TEST_CASE("rows beyond the window are reached with the wheel") {
  FloorFixture floor(floor_model(Language::kDutch), {.width = 960, .height = 320});
  CHECK_FALSE(floor.ui().sees("ilias"));
  floor.ui().scroll(-20);
  CHECK(floor.ui().sees("ilias"));
  CHECK(floor.ui().sees("Medewerker"));
}

}  // namespace
}  // namespace aandacht::test
