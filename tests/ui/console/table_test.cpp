#include "client/ui/table.h"

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"

namespace aandacht::test {
namespace {

using render::Key;

struct Listing {
  std::vector<ui::TableColumn> columns{
      {"Naam", 120, 1, 9, false, true}, {"Aantal", 80, 0, 8, true, true}, {"Toelichting", 200, 2, 1, false, false}};
  int rows = 500;
  int selected = -1;
  int opened = -1;
  std::optional<std::size_t> sorted_by;
  int cells = 0;
  ui::TableMemory memory;
  PageFixture page;

  explicit Listing(int width = 800)
      : page(
            [this](supervisor::PageFrame& frame) {
              cells = 0;
              const ui::Box box{frame.at, {frame.right(), frame.bottom()}};
              const ui::Table table{columns, rows, selected, sorted_by, false};
              const ui::TableEvent event =
                  ui::draw_table(frame.look, "table", box, table, memory, [&](int row, const ui::TableCell& cell) {
                    ++cells;
                    const std::string words = cell.column == 0   ? "rij " + std::to_string(row)
                                              : cell.column == 1 ? std::to_string(row * 7)
                                                                 : "x";
                    ui::draw_cell_text(frame.look, cell, ui::Type::kBody, frame.look.theme.ink, words);
                  });
              if (event.selected) selected = *event.selected;
              if (event.opened) opened = *event.opened;
              if (event.sorted_by) sorted_by = event.sorted_by;
            },
            {.width = width, .height = 500}) {}

  HeadlessUi& ui() { return page.ui(); }
};

}  // namespace

TEST_CASE("a table of five hundred rows draws only those that are seen") {
  Listing list;
  CHECK(list.ui().sees("rij 0"));
  CHECK(list.cells <= 3 * 12);
  list.ui().scroll(-1000);
  list.page.settle();
  CHECK(list.ui().sees("rij 499"));
  CHECK(list.cells <= 3 * 12);
}

TEST_CASE("in a wide table no column grows beyond its most, and what is left stands evenly between them") {
  const std::vector<ui::TableColumn> columns{
      {"Naam", 100, 1, 9, false, false, 300}, {"Aantal", 80}, {"Toelichting", 100, 1, 8, false, false, 200}};
  std::vector<ui::TableCell> cells;
  PageFixture page([&](supervisor::PageFrame& frame) { cells = ui::place_columns(frame.look, columns, 1600); },
                   {.width = 800, .height = 200});
  page.settle();
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].box.width() <= 300);
  CHECK(cells[2].box.width() <= 200);
  const float between = cells[1].box.low.x - cells[0].box.high.x;
  CHECK(between > 400);
  CHECK(cells[2].box.low.x - cells[1].box.high.x == between);
  CHECK(cells[2].box.high.x > 1590);
  CHECK(cells[2].box.high.x <= 1600);
}

TEST_CASE("a pressed row is selected, and arrows, Page, Home and End go on from it") {
  Listing list;
  list.ui().click("rij 3");
  CHECK(list.selected == 3);
  list.ui().press(Key::kDown);
  CHECK(list.selected == 4);
  list.ui().press(Key::kUp);
  list.ui().press(Key::kUp);
  CHECK(list.selected == 2);
  list.ui().press(Key::kPageDown);
  CHECK(list.selected > 8);
  list.ui().press(Key::kEnd);
  list.page.settle();
  CHECK(list.selected == 499);
  CHECK(list.ui().sees("rij 499"));
  list.ui().press(Key::kDown);
  CHECK(list.selected == 499);
  list.ui().press(Key::kHome);
  list.page.settle();
  CHECK(list.selected == 0);
  CHECK(list.ui().sees("rij 0"));
  list.ui().press(Key::kEnter);
  CHECK(list.opened == 0);
}

TEST_CASE("a double press opens a row") {
  Listing list;
  list.ui().click("rij 2");
  CHECK(list.opened == -1);
  list.ui().click("rij 2");
  CHECK(list.opened == 2);
}

TEST_CASE("a pressed caption asks for another order, one that does not sort asks for nothing") {
  Listing list;
  list.ui().click("Aantal");
  CHECK(list.sorted_by == 1);
  list.ui().click("Toelichting");
  CHECK(list.sorted_by == 1);
}

TEST_CASE("numbers end at the same place in every row of a table, under the end of their caption") {
  Listing list;
  const auto first = list.ui().find("28");
  const auto second = list.ui().find("7");
  const auto caption = list.ui().find("Aantal");
  REQUIRE(first);
  REQUIRE(second);
  REQUIRE(caption);
  CHECK(first->right == Approx(second->right).margin(1));
  CHECK(first->right == Approx(caption->right).margin(3));
}

TEST_CASE("a narrow table leaves out the column that is needed least") {
  Listing list(360);
  CHECK(list.ui().sees("Aantal"));
  CHECK_FALSE(list.ui().sees("Toelichting"));
}

TEST_CASE("keys do nothing to a table that is empty") {
  Listing list;
  list.rows = 0;
  list.ui().press(Key::kDown);
  list.ui().press(Key::kEnter);
  CHECK(list.selected == -1);
  CHECK(list.opened == -1);
}

}  // namespace aandacht::test
