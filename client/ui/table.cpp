#include "client/ui/table.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/render/imgui_compat.h"
#include "client/ui/focus_order.h"

namespace aandacht::ui {
namespace {

using render::Key;

constexpr float kGap = 20;
constexpr float kLeastGap = 12;  // Where columns would not fit otherwise.
constexpr float kCaption = 32;
constexpr float kBar = 20;    // Room for the scroll bar.
constexpr float kInset = 12;  // Left of the first column.

float gaps(const std::vector<std::size_t>& chosen) {
  return static_cast<float>(std::max<std::size_t>(chosen.size(), 1) - 1);
}

/// Without what is between them.
float least_width(const Look& look, const std::vector<TableColumn>& columns, const std::vector<std::size_t>& chosen) {
  float width = 0;
  for (const std::size_t column : chosen) width += look.text_px(columns[column].least);
  return width;
}

std::vector<std::size_t> columns_that_fit(const Look& look, const std::vector<TableColumn>& columns, float width) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < columns.size(); ++i) chosen.push_back(i);
  while (chosen.size() > 1 && least_width(look, columns, chosen) + look.px(kLeastGap) * gaps(chosen) > width) {
    chosen.erase(std::min_element(chosen.begin(), chosen.end(),
                                  [&](std::size_t a, std::size_t b) { return columns[a].needed < columns[b].needed; }));
  }
  return chosen;
}

/// How wide each of the chosen becomes by its share of `spare`, of which what is left is what no column may take.
std::vector<float> share_out(const Look& look, const std::vector<TableColumn>& columns,
                             const std::vector<std::size_t>& chosen, float& spare) {
  std::vector<float> widths;
  for (const std::size_t column : chosen) widths.push_back(look.text_px(columns[column].least));
  const auto grows = [&](std::size_t i) {
    const TableColumn& column = columns[chosen[i]];
    return column.share > 0 && (column.most == 0 || widths[i] < look.text_px(column.most));
  };
  bool reached = true;  // A column's most was reached: what it left is shared again.
  while (reached && spare >= 1) {
    reached = false;
    float shares = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) shares += grows(i) ? columns[chosen[i]].share : 0;
    if (shares == 0) return widths;
    const float whole = spare;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (!grows(i)) continue;
      const TableColumn& column = columns[chosen[i]];
      const float room = column.most == 0 ? whole : look.text_px(column.most) - widths[i];
      const float own = std::floor(whole * column.share / shares);
      reached = reached || own >= room;
      widths[i] += std::min(own, room);
      spare -= std::min(own, room);
    }
  }
  // What rounding left over is nobody's.
  if (!reached) spare = 0;
  return widths;
}

void draw_sort_mark(ImDrawList& list, const Look& look, ImVec2 centre, bool descending) {
  const float half = look.px(4);
  const float rise = descending ? half * 0.6F : -half * 0.6F;
  list.AddTriangleFilled({centre.x - half, centre.y - rise}, {centre.x + half, centre.y - rise},
                         {centre.x, centre.y + rise}, to_u32(look.theme.accent));
}

/// True when it was pressed.
bool draw_caption(Look& look, std::string_view id, const Table& table, const TableCell& cell) {
  const TableColumn& column = table.columns[cell.column];
  const bool sorted = table.sorted_by == cell.column;
  if (!column.sorts) {
    draw_cell_text(look, cell, Type::kSmall, look.theme.soft, column.caption);
    return false;
  }
  const Type type = sorted ? Type::kSmallBold : Type::kSmall;
  const float mark = sorted ? look.px(14) : 0;
  // A pixel more, or what fits is shortened by a rounding. The mark may reach into the gap.
  const float room = cell.box.width() - mark + look.px(sorted ? kLeastGap - 4 : 0);
  const float words = std::min(std::ceil(text_width(look, type, column.caption)) + 1, room);
  const float left = cell.right ? cell.box.high.x - words - mark : cell.box.low.x;
  const Box part{{left, cell.box.low.y + look.px(2)}, {left + words + mark, cell.box.high.y - look.px(2)}};
  const Hit hit = press(absl::StrCat(std::string(id), "#by#", cell.column), part);
  const TableCell shown{cell.column, {part.low, {left + words, part.high.y}}, false};
  draw_cell_text(look, shown, type, look.theme.accent, column.caption);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (sorted) draw_sort_mark(list, look, {part.high.x - look.px(5), std::round(part.centre().y)}, table.descending);
  if (hit.hovered) {
    const float under = std::round(part.centre().y + look.pitch(type) / 2) - look.outline();
    list.AddRectFilled({left, under}, {left + words, under + look.outline()}, to_u32(look.theme.accent));
  }
  return hit.clicked;
}

TableCell moved(const TableCell& cell, float left, float top, float height) {
  return {cell.column, {{left + cell.box.low.x, top}, {left + cell.box.high.x, top + height}}, cell.right};
}

int row_by_keys(const Table& table, const TableMemory& memory) {
  const auto pressed = [](Key key) { return render::key_pressed(key, true); };
  const int page = std::max(1, memory.rows_seen - 1);
  if (pressed(Key::kDown)) return table.selected + 1;
  if (pressed(Key::kUp)) return table.selected < 0 ? 0 : table.selected - 1;
  if (pressed(Key::kPageDown)) return table.selected + page;
  if (pressed(Key::kPageUp)) return table.selected - page;
  if (pressed(Key::kHome)) return 0;
  if (pressed(Key::kEnd)) return table.rows - 1;
  return -1;
}

void take_keys(const Table& table, TableMemory& memory, TableEvent& event) {
  if (ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt || table.rows == 0) return;
  const bool by_keys = render::key_pressed(Key::kUp, true) || render::key_pressed(Key::kDown, true) ||
                       render::key_pressed(Key::kPageUp, true) || render::key_pressed(Key::kPageDown, true) ||
                       render::key_pressed(Key::kHome, true) || render::key_pressed(Key::kEnd, true);
  if (by_keys) {
    const int row = std::clamp(row_by_keys(table, memory), 0, table.rows - 1);
    if (row != table.selected) event.selected = row;
    memory.followed = -2;  // Scroll to it, wherever the wheel went.
  }
  const bool entered = render::key_pressed(Key::kEnter) || render::key_pressed(Key::kKeypadEnter);
  if (entered && table.selected >= 0) event.opened = table.selected;
}

/// Scrolls so that a row that was chosen by keys is seen.
void follow(TableMemory& memory, int selected, float row, float high) {
  if (memory.followed != -2 || selected < 0) return;
  memory.followed = selected;
  const float top = row * static_cast<float>(selected);
  const float scroll = ImGui::GetScrollY();
  if (top < scroll) ImGui::SetScrollY(top);
  if (top + row > scroll + high) ImGui::SetScrollY(top + row - high);
}

void draw_row_ground(const Look& look, const Box& row, bool selected, bool hovered) {
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (theme.tints && (selected || hovered)) {
    list.AddRectFilled(row.low, row.high, to_u32(mix(theme.paper, theme.accent, selected ? 0.10 : 0.04)));
  }
  if (selected)
    list.AddRectFilled(row.low, {row.low.x + look.px(theme.tints ? 3 : 8), row.high.y}, to_u32(theme.accent));
  if (!theme.tints && hovered) list.AddRect(row.low, row.high, to_u32(theme.ink));
}

struct Rows {
  const std::vector<TableCell>& cells;
  const std::function<void(int, const TableCell&)>& draw_cell;
  float left;  ///< Of the first column.
  float height;
};

void draw_rows(Look& look, const Table& table, const Rows& rows, const Box& seen, TableEvent& event) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float line = look.outline();
  const int first = std::max(0, static_cast<int>(std::floor((seen.low.y - at.y) / rows.height)));
  const int last = std::min(table.rows - 1, static_cast<int>(std::floor((seen.high.y - at.y) / rows.height)));
  for (int i = first; i <= last; ++i) {
    const float top = at.y + rows.height * static_cast<float>(i);
    const Box row{{seen.low.x, top}, {seen.high.x, top + rows.height - line}};
    ImGui::SetCursorScreenPos(row.low);
    ImGui::PushID(i);
    const bool pressed = ImGui::InvisibleButton("row", {row.width(), row.height()});
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered();
    if (pressed) event.selected = i;
    if (hovered && ImGui::IsMouseDoubleClicked(0)) event.opened = i;
    draw_row_ground(look, row, i == table.selected, hovered);
    for (const TableCell& cell : rows.cells) rows.draw_cell(i, moved(cell, rows.left, top, row.height()));
    draw_hairline(*ImGui::GetWindowDrawList(), look, {row.low.x, row.high.y}, row.width());
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, rows.height * static_cast<float>(table.rows)});
}

}  // namespace

std::vector<TableCell> place_columns(const Look& look, const std::vector<TableColumn>& columns, float width) {
  const std::vector<std::size_t> chosen = columns_that_fit(look, columns, width);
  const float least = least_width(look, columns, chosen);
  const float even = std::floor((width - least) / std::max(1.0F, gaps(chosen)));
  const float gap = std::clamp(even, look.px(kLeastGap), look.px(kGap));
  float spare = std::max(0.0F, width - least - gap * gaps(chosen));
  const std::vector<float> widths = share_out(look, columns, chosen, spare);
  const float between = gap + std::floor(spare / std::max(1.0F, gaps(chosen)));
  std::vector<TableCell> cells;
  float left = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    cells.push_back({chosen[i], {{left, 0}, {std::min(left + widths[i], width), 0}}, columns[chosen[i]].right});
    left += widths[i] + between;
  }
  return cells;
}

float table_height(const Look& look, int rows, float row_height) {
  return look.text_px(kCaption) + look.text_px(row_height) * static_cast<float>(rows);
}

TableEvent draw_table(Look& look, std::string_view id, const Box& box, const Table& table, TableMemory& memory,
                      const std::function<void(int row, const TableCell& cell)>& draw_cell) {
  TableEvent event;
  const float inset = look.px(kInset);
  const std::vector<TableCell> cells = place_columns(look, table.columns, box.width() - inset - look.px(kBar));
  const float captions = look.text_px(kCaption);
  for (const TableCell& cell : cells) {
    if (draw_caption(look, id, table, moved(cell, box.low.x + inset, box.low.y, captions)))
      event.sorted_by = cell.column;
  }
  const float top = box.low.y + captions;
  draw_hairline(*ImGui::GetWindowDrawList(), look, {box.low.x, top - look.outline()}, box.width());
  const Box body{{box.low.x, top}, {box.high.x, std::max(top + 1, box.high.y)}};
  const float row = look.text_px(table.row_height);
  memory.rows_seen = std::max(1, static_cast<int>(body.height() / row));
  if (FocusOrder* order = FocusOrder::current()) {
    static_cast<void>(order->pressed(id, body.low, body.high));
    if (order->is_on(id)) {
      order->keep_arrows();
      take_keys(table, memory, event);
    }
  }
  ImGui::SetCursorScreenPos(body.low);
  if (render::begin_child(std::string(id).c_str(), {body.width(), body.height()}, false, ImGuiWindowFlags_NoNav)) {
    follow(memory, event.selected.value_or(table.selected), row, body.height());
    const std::optional<int> by_keys = event.selected;
    draw_rows(look, table, {cells, draw_cell, box.low.x + inset, row}, body, event);
    if (event.selected != by_keys) look.focus.go_to(id);
  }
  ImGui::EndChild();
  return event;
}

void draw_cell_text(Look& look, const TableCell& cell, Type type, Colour colour, std::string_view words) {
  if (words.empty()) return;
  const float width = text_width(look, type, words);
  const float top = std::round(cell.box.centre().y - look.pitch(type) / 2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (width <= cell.box.width()) {
    return draw_line(list, look, type, colour, {cell.right ? cell.box.high.x - width : cell.box.low.x, top}, words);
  }
  draw_line(list, look, type, colour, {cell.box.low.x, top}, shortened(look, type, words, cell.box.width()));
  if (rests_on(cell.box)) draw_tooltip(look, words);
}

}  // namespace aandacht::ui
