#include "client/ui/choice.h"

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"

namespace aandacht::test {
namespace {

using render::Key;

struct Choosing {
  std::vector<std::string> options{"iedereen", "team Verhuizen", "team Storing", "amir", "sanne"};
  int chosen = -1;
  PageFixture page{[this](supervisor::PageFrame& frame) {
                     ui::Pen pen = pen_of(frame);
                     if (const int taken = ui::draw_choice(pen, "who", options, chosen, "Aan wie?"); taken >= 0) {
                       chosen = taken;
                     }
                   },
                   {.width = 320, .height = 600}};

  HeadlessUi& ui() { return page.ui(); }
};

}  // namespace

TEST_CASE("a choice shows its hint, opens when it is pressed, and takes what is pressed") {
  Choosing form;
  CHECK(form.ui().sees("Aan wie?"));
  CHECK_FALSE(form.ui().sees("sanne"));
  form.ui().click("Aan wie?");
  form.page.settle();
  REQUIRE(form.ui().sees("team Storing"));
  form.ui().click("team Storing");
  form.page.settle();
  CHECK(form.chosen == 2);
  CHECK_FALSE(form.ui().sees("sanne"));
  CHECK(form.ui().sees("team Storing"));
}

TEST_CASE("a choice is made by keys alone") {
  Choosing form;
  form.ui().press(Key::kTab);
  form.ui().press(Key::kEnter);
  form.page.settle();
  form.ui().press(Key::kDown);
  form.ui().press(Key::kDown);
  form.ui().press(Key::kEnter);
  CHECK(form.chosen == 2);
}

TEST_CASE("what is typed into an open choice leaves only what contains it, in any case") {
  Choosing form;
  form.ui().click("Aan wie?");
  form.page.settle();
  form.ui().type("TEAM");
  form.page.settle();
  CHECK(form.ui().sees("team Verhuizen"));
  CHECK_FALSE(form.ui().sees("amir"));
  form.ui().press(Key::kBackspace, {.ctrl = true});
  form.ui().type("amir");
  form.ui().press(Key::kEnter);
  CHECK(form.chosen == 3);
}

TEST_CASE("Escape and a press elsewhere close an open choice and choose nothing") {
  Choosing form;
  form.ui().click("Aan wie?");
  form.page.settle();
  form.ui().press(Key::kEscape);
  form.page.settle();
  CHECK_FALSE(form.ui().sees("amir"));
  form.ui().click("Aan wie?");
  form.page.settle();
  REQUIRE(form.ui().sees("amir"));
  form.ui().click_at(160, 580);
  form.page.settle();
  CHECK_FALSE(form.ui().sees("amir"));
  CHECK(form.chosen == -1);
}

TEST_CASE("a choice of five hundred shows some and scrolls to the last") {
  Choosing form;
  form.options.clear();
  for (int i = 0; i < 500; ++i) form.options.push_back("medewerker " + std::to_string(i));
  form.ui().click("Aan wie?");
  form.page.settle();
  CHECK_FALSE(form.ui().sees("medewerker 400"));
  form.ui().press(Key::kEnd);
  form.page.settle();
  CHECK(form.ui().sees("medewerker 499"));
  form.ui().press(Key::kEnter);
  CHECK(form.chosen == 499);
}

TEST_CASE(
    "the list of a choice stands there after the press alone, though the mouse is held still and nothing else comes") {
  Choosing form;
  form.ui().click("Aan wie?");
  CHECK(form.ui().sees("team Storing"));
}

}  // namespace aandacht::test
