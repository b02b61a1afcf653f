#include "client/supervisor/floor_view.h"

#include "tests/support/catch.h"
#include "tests/ui/layout_checks.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;

TEST_CASE("the floor shows who talks with whom, since when, and in which phase") {
  FloorFixture floor(floor_model(Language::kDutch), {.width = 1200, .height = 640});
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
  CHECK(
      FloorFixture(empty_floor_model(Language::kEnglish)).ui().sees("As soon as somebody in your team opens Aandacht"));
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
  FloorFixture floor(floor_model(Language::kDutch), {.width = 960, .height = 360});
  CHECK_FALSE(floor.ui().sees("ilias"));
  floor.ui().scroll(-20);
  CHECK(floor.ui().sees("ilias"));
  CHECK(floor.ui().sees("Medewerker"));
}

TEST_CASE("pressing a caption sorts, and pressing a row selects its agent") {
  FloorFixture floor(floor_model(Language::kDutch), {.width = 1040, .height = 700});
  REQUIRE(floor.ui().click("Duur"));
  CHECK(
      floor.did<supervisor::SortFloor>([](const auto& what) { return what.column == model::FloorColumn::kDuration; }));
  REQUIRE(floor.ui().click("cees"));
  CHECK(floor.did<supervisor::SelectAgent>([](const auto& what) { return what.agent_id == "cees"; }));
}

TEST_CASE("who is selected is explained at the right, with the way to follow the call and to send a message") {
  FloorFixture floor(selected_floor_model(Language::kDutch, model::WatchStage::kNone), {.width = 1040, .height = 700});
  const auto text = floor.ui().text();
  INFO(text.all());
  for (const char* wanted : {"in gesprek, 02:14", "Kijk mee met dit gesprek", "Stuur een bericht", "Sluit",
                             "Kaarten getoond", "Gevoel van de klant"}) {
    INFO(wanted);
    CHECK(text.sees(wanted));
  }
  REQUIRE(floor.ui().click("Kijk mee met dit gesprek"));
  CHECK(floor.did<supervisor::AskForReason>([](const auto&) { return true; }));
  REQUIRE(floor.ui().click("Stuur een bericht"));
  CHECK(floor.did<supervisor::PushToAgent>([](const auto& what) { return what.agent_id == "amir"; }));
}

TEST_CASE("a reason can be taken with one press, and the agent is named as who sees it") {
  FloorFixture floor(selected_floor_model(Language::kDutch, model::WatchStage::kAsking),
                     {.width = 1040, .height = 760});
  CHECK(floor.ui().text().sees("amir ziet meteen"));
  CHECK_FALSE(floor.ui().sees("Kijk mee met dit gesprek"));
  REQUIRE(floor.ui().click("inwerken"));
  CHECK(floor.did<supervisor::ChangeReason>([](const auto& what) { return what.reason == "inwerken"; }));
  REQUIRE(floor.ui().click("Toch niet"));
  CHECK(floor.did<supervisor::StopWatch>([](const auto&) { return true; }));
}

TEST_CASE("with somebody selected the table keeps time, feeling, cards and messages, and the feeling its bars") {
  const auto language = GENERATE(Language::kDutch, Language::kEnglish);
  // What the list of pages leaves of 1280 pixels.
  FloorFixture floor(selected_floor_model(language, model::WatchStage::kNone), {.width = 1080, .height = 800});
  const auto text = floor.ui().text();
  INFO(text.all());
  const model::FloorModel model = selected_floor_model(language, model::WatchStage::kNone);
  for (const model::FloorColumn column : {model::FloorColumn::kDuration, model::FloorColumn::kSentiment,
                                          model::FloorColumn::kCards, model::FloorColumn::kPrompts}) {
    CHECK(text.sees(model.captions[static_cast<std::size_t>(column)]));
  }
  CHECK(text.sees("06:42"));
}

TEST_CASE("in the smallest window the selected desk stands beside six rows or more, each with state and time") {
  const auto language = GENERATE(Language::kDutch, Language::kEnglish);
  const auto stage = GENERATE(model::WatchStage::kNone, model::WatchStage::kAsking, model::WatchStage::kLive);
  const model::FloorModel model = selected_floor_model(language, stage);
  // What the list of pages leaves of 900 x 600.
  FloorFixture floor(model, {.width = 700, .height = 600});
  const auto text = floor.ui().text();
  INFO(text.all());
  int rows = 0;
  for (const model::FloorRow& row : model.rows) {
    const auto place = text.find(row.agent);
    if (!place || place->right > 340) continue;
    ++rows;
    CHECK(text.sees(row.state_text));
    CHECK(text.sees(row.duration));
  }
  CHECK(rows >= 6);
  CHECK(text.sees(model.detail->close));
}

TEST_CASE("in the smallest window the question for a reason stands in sight with what answers it") {
  FloorFixture floor(selected_floor_model(Language::kDutch, model::WatchStage::kAsking), {.width = 700, .height = 600});
  INFO(floor.ui().text().all());
  for (const char* wanted : {"Waarom kijk je mee?", "inwerken", "Toch niet"}) {
    INFO(wanted);
    CHECK(floor.ui().sees(wanted));
  }
}

TEST_CASE("where six rows and the selected desk have no room, the desk stands alone until it is closed") {
  const model::FloorModel model = selected_floor_model(Language::kDutch, model::WatchStage::kNone);
  FloorFixture floor(model, {.width = 440, .height = 400});
  CHECK_FALSE(floor.ui().sees(model.captions[1]));
  CHECK(floor.ui().sees("in gesprek, 02:14"));
  REQUIRE(floor.ui().click("Sluit"));
  CHECK(floor.did<supervisor::SelectAgent>([](const auto& what) { return what.agent_id.empty(); }));
}

TEST_CASE("a call that is followed shows what was said, and how to stop") {
  FloorFixture floor(selected_floor_model(Language::kDutch, model::WatchStage::kLive), {.width = 1040, .height = 900});
  const auto text = floor.ui().text();
  INFO(text.all());
  CHECK(text.sees("amir ziet dat"));
  CHECK(text.sees("Fijn, dank u wel."));
  REQUIRE(floor.ui().click("Kijk niet meer mee"));
  CHECK(floor.did<supervisor::StopWatch>([](const auto&) { return true; }));
}

TEST_CASE("of five hundred rows only those that are seen are drawn") {
  FloorFixture floor(crowded_floor_model(Language::kDutch, 500), {.width = 1040, .height = 700});
  CHECK(floor.ui().sees("agent-000"));
  CHECK_FALSE(floor.ui().sees("agent-040"));
  CHECK(floor.ui().frame().TotalVtxCount < 20000);
}

TEST_CASE("everything of the floor fits in both languages, at every size and with somebody selected") {
  const auto language = GENERATE(Language::kDutch, Language::kEnglish);
  const auto stage = GENERATE(model::WatchStage::kNone, model::WatchStage::kAsking, model::WatchStage::kLive,
                              model::WatchStage::kOver);
  const auto scale = GENERATE(1.0F, 2.0F);
  for (const int width : {640, 1040, 2300}) {
    FloorFixture floor(selected_floor_model(language, stage), {.width = width, .height = 760, .scale = scale});
    INFO(width << " wide at " << scale);
    const DrawnText text = floor.ui().text();
    check_within(text, static_cast<float>(width) * scale, 760 * scale);
    check_apart(text);
  }
}

}  // namespace
}  // namespace aandacht::test
