// The smaller parts of the console's pages.
#include "client/model/text_difference.h"
#include "client/ui/date_field.h"
#include "client/ui/difference_text.h"
#include "client/ui/pane.h"
#include "client/ui/tabs.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"

namespace aandacht::test {
namespace {

using model::Change;
using model::difference_of;
using model::DifferencePart;
using render::Key;

constexpr absl::CivilDay kFirst(2026, 1, 1);
constexpr absl::CivilDay kLast(2026, 12, 31);

}  // namespace

TEST_CASE("a pressed tab is told, and the shown one stands apart without colour") {
  int shown = 0;
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::Pen pen = pen_of(frame);
        if (const int tab = ui::draw_tabs(pen, "tabs", {"Concept", "Live", "Geschiedenis"}, shown); tab >= 0)
          shown = tab;
      },
      {.width = 500, .height = 200});
  page.ui().click("Live");
  page.settle();
  CHECK(shown == 1);
  const auto text = page.ui().text();
  CHECK(text.run_of("Live")->font != text.run_of("Concept")->font);
}

TEST_CASE("chips are each on or off, and go on in a next row where there is no room") {
  std::vector<ui::Chip> chips{{"team Verhuizen", true}, {"team Storing", false}, {"alleen in gesprek", false}};
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::Pen pen = pen_of(frame);
        if (const int chip = ui::draw_chips(pen, "chips", chips); chip >= 0) {
          chips[static_cast<std::size_t>(chip)].on = !chips[static_cast<std::size_t>(chip)].on;
        }
      },
      {.width = 400, .height = 200});
  page.ui().click("team Storing");
  page.ui().click("team Verhuizen");
  CHECK_FALSE(chips[0].on);
  CHECK(chips[1].on);
  CHECK(page.ui().find("alleen in gesprek")->top > page.ui().find("team Storing")->bottom);
}

TEST_CASE("a confirmation in place is answered by a press, and Escape is no") {
  ui::Confirmed answer = ui::Confirmed::kNotYet;
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::Pen pen = pen_of(frame);
        const ui::Confirmed now =
            ui::draw_confirmation(pen, "sure", "Intrekken bij 12 mensen?", "Intrekken", "Laten staan");
        if (now != ui::Confirmed::kNotYet) answer = now;
      },
      {.width = 500, .height = 200});
  page.ui().click("Intrekken", 1);
  CHECK(answer == ui::Confirmed::kYes);
  page.ui().press(Key::kEscape);
  CHECK(answer == ui::Confirmed::kNo);
}

TEST_CASE("a pane scrolls to its last line and leaves its neighbour where it is") {
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        const ui::Split split = ui::draw_split(frame.look, {frame.at, {frame.right(), frame.bottom()}}, 300);
        ui::draw_pane(frame.look, "left", split.left,
                      [&](ui::Pen& pen) { pen.line(ui::Type::kBody, pen.theme().ink, "links"); });
        ui::draw_pane(frame.look, "right", split.right, [&](ui::Pen& pen) {
          for (int i = 0; i < 60; ++i) pen.line(ui::Type::kBody, pen.theme().ink, "regel " + std::to_string(i));
        });
      },
      {.width = 1000, .height = 300});
  CHECK_FALSE(page.ui().sees("regel 59"));
  page.ui().scroll_over("regel 3", -100);
  page.settle();
  CHECK(page.ui().sees("regel 59"));
  CHECK(page.ui().sees("links"));
}

TEST_CASE("of a wide window what explains gets its share, and of a narrow one what it needs") {
  float wide = 0;
  float narrow = 0;
  float most = 0;
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        const ImVec2 at = frame.at;
        const auto right = [&](float width, float share) {
          return ui::draw_split(frame.look, {at, {at.x + width, at.y + 100}}, 300, 760, share).right.width();
        };
        wide = right(2000, 0.4F);
        narrow = right(900, 0.2F);
        most = right(2000, 0.7F);
      },
      {.width = 1000, .height = 300});
  page.settle();
  CHECK(wide == Approx(800).margin(1));
  CHECK(narrow == Approx(300).margin(1));
  CHECK(most == Approx(1400).margin(1));
}

TEST_CASE("a date is typed in either way of writing, and stepped by days within its bounds") {
  ui::DateField field;
  absl::CivilDay day(2026, 12, 30);
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::Pen pen = pen_of(frame);
        if (const auto chosen = ui::draw_date(pen, "day", field, day, kFirst, kLast, model::Language::kDutch))
          day = *chosen;
      },
      {.width = 400, .height = 200});
  CHECK(page.ui().sees("30-12-2026"));
  page.ui().click("+");
  page.settle();
  CHECK(day == absl::CivilDay(2026, 12, 31));
  CHECK(page.ui().sees("31-12-2026"));
  page.ui().click("+");
  CHECK(day == kLast);
  page.ui().click("31-12-2026");
  page.ui().press(static_cast<Key>(static_cast<int>(Key::kA)), {.ctrl = true});
  page.ui().type("2026-03-04");
  CHECK(day == absl::CivilDay(2026, 3, 4));
  CHECK(ui::read_day("31-2-2026") == std::nullopt);
  CHECK(ui::read_day("4/3/2026") == absl::CivilDay(2026, 3, 4));
  CHECK(ui::read_day("morgen") == std::nullopt);
}

TEST_CASE("a difference keeps what is the same and tells removed before added") {
  CHECK(difference_of("wij doen dat niet", "ik doe dat voor u niet") ==
        std::vector<DifferencePart>{{Change::kRemoved, "wij doen "},
                                    {Change::kAdded, "ik doe "},
                                    {Change::kSame, "dat "},
                                    {Change::kAdded, "voor u "},
                                    {Change::kSame, "niet"}});
  CHECK(difference_of("gelijk", "gelijk") == std::vector<DifferencePart>{{Change::kSame, "gelijk"}});
  CHECK(difference_of("", "nieuw") == std::vector<DifferencePart>{{Change::kAdded, "nieuw"}});
  CHECK(difference_of("oud", "") == std::vector<DifferencePart>{{Change::kRemoved, "oud"}});
  CHECK(difference_of("", "").empty());
}

TEST_CASE("the parts of any difference make both texts again") {
  std::uint32_t seed = 7;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 16) % below;
  };
  for (int round = 0; round < 200; ++round) {
    std::string before;
    std::string after;
    for (std::uint32_t i = next(20); i > 0; --i)
      before += std::string(1, static_cast<char>('a' + next(4))) + (next(5) == 0 ? "\n" : " ");
    for (std::uint32_t i = next(20); i > 0; --i)
      after += std::string(1, static_cast<char>('a' + next(4))) + (next(5) == 0 ? "\n" : " ");
    std::string first;
    std::string second;
    for (const DifferencePart& part : difference_of(before, after)) {
      if (part.change != Change::kAdded) first += part.text;
      if (part.change != Change::kRemoved) second += part.text;
    }
    CHECK(first == before);
    CHECK(second == after);
  }
}

TEST_CASE("a drawn difference says by sign what went and what came") {
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::Pen pen = pen_of(frame);
        ui::write_difference(pen, difference_of("wij doen dat niet", "ik doe dat voor u"));
      },
      {.width = 300, .height = 200});
  const auto text = page.ui().text();
  INFO(text.all());
  CHECK(text.sees("−"));
  CHECK(text.sees("+"));
  CHECK(text.sees("dat"));
}

}  // namespace aandacht::test
