// A table of any length: only the rows that are seen are drawn.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/pen.h"

namespace aandacht::ui {

/// Widths in pixels of the design.
struct TableColumn {
  std::string caption;
  float least = 80;    ///< Narrower than this it is left out.
  float share = 0;     ///< Of what is left over when all have their least.
  int needed = 1;      ///< Columns that do not fit are left out, the least needed first.
  bool right = false;  ///< Numbers stand at the right.
  bool sorts = false;  ///< Its caption can be pressed.
  float most = 0;      ///< It grows no wider; 0: as wide as its share.
};

/// A column in its place; of a row, the whole height of it. Pixels of the screen.
struct TableCell {
  std::size_t column = 0;
  Box box;
  bool right = false;
};

/// What is shown. Everything that is chosen belongs to whoever draws the table: rows may come, go and change places.
struct Table {
  const std::vector<TableColumn>& columns;
  int rows = 0;
  int selected = -1;                     ///< A row, or -1.
  std::optional<std::size_t> sorted_by;  ///< A column.
  bool descending = false;
  float row_height = 44;  ///< Pixels of the design; 40 or more.
};

/// What a table holds between two frames.
struct TableMemory {
  int followed = -1;  ///< The row that was last scrolled to.
  int rows_seen = 1;
};

/// What happened in one frame.
struct TableEvent {
  std::optional<int> selected;           ///< A row was pressed or gone to by keys.
  std::optional<int> opened;             ///< A row was pressed twice, or Enter.
  std::optional<std::size_t> sorted_by;  ///< A caption was pressed.
};

/// Where the columns go that fit into `width` pixels of the screen; boxes are from 0 on and have no height. What no
/// column may take goes between them, evenly.
[[nodiscard]] std::vector<TableCell> place_columns(const Look& look, const std::vector<TableColumn>& columns,
                                                   float width);

/// How high captions and `rows` rows are, each of `row_height` pixels of the design. Pixels of the screen.
[[nodiscard]] float table_height(const Look& look, int rows, float row_height = 44);

/// Fills `box`: captions, a hairline, rows with a hairline under each. `draw_cell` is called for each cell that is
/// seen, with the row's number. `id` is unique within the page.
///
/// While the keyboard is on it: arrows, Page Up and Down, Home, End choose a row, Enter opens it. By mouse: press and
/// double press; the wheel scrolls.
TableEvent draw_table(Look& look, std::string_view id, const Box& box, const Table& table, TableMemory& memory,
                      const std::function<void(int row, const TableCell& cell)>& draw_cell);

/// One line in the middle of a cell's height, at its side, shortened to fit; explains itself when it was.
void draw_cell_text(Look& look, const TableCell& cell, Type type, Colour colour, std::string_view words);

}  // namespace aandacht::ui
