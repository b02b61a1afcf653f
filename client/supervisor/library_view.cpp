#include "client/supervisor/library_view.h"

#include <algorithm>
#include <cmath>

#include "client/ui/button.h"
#include "client/ui/choice.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<LibraryAction>;

constexpr float kItem = 720;       // The item at the right is about this wide.
constexpr float kLeastBoth = 560;  // From here on it stands beside the list: also in the smallest window.
constexpr float kNarrowList = 360;
constexpr float kWideShare = .5F;  // Of a wide window, to write in.

void write_filters(ui::Pen& pen, const model::LibraryModel& model, LibraryFields& fields, Actions& actions) {
  ui::Look& look = pen.look();
  pen.paragraph(ui::Type::kSay, pen.theme().ink, model.title);
  pen.skip(12);
  if (ui::draw_text_line(pen, "library words", fields.words, model.search_hint).changed)
    actions.emplace_back(SearchLibrary{});
  pen.skip(8);
  // Beside each other, or in a narrow list the kind above the other two.
  const float gap = look.px(8);
  const bool narrow = pen.width() < look.text_px(kNarrowList);
  const float width = std::floor((pen.width() - gap * (narrow ? 1 : 2)) / (narrow ? 2 : 3));
  const auto choice = [&](int place, const char* id, const std::vector<std::string>& options, int chosen) {
    const int column = narrow ? std::max(0, place - 1) : place;
    const float wide = narrow && place == 0 ? pen.width() : width;
    ui::Pen part(look, {pen.x() + static_cast<float>(column) * (width + gap), pen.y()}, wide, pen.draws());
    const int pressed = ui::draw_choice(part, id, options, chosen);
    if (narrow && place == 0) pen.skip(44);
    return pressed;
  };
  const int kind = choice(0, "library kind", model.kinds, model.kind);
  const int language = choice(1, "library language", model.languages, model.language);
  const int state = choice(2, "library state", model.states, model.state);
  if (kind >= 0 || language >= 0 || state >= 0) actions.emplace_back(FilterLibrary{kind, language, state});
  pen.skip(36);
  pen.skip(12);
}

/// What makes something new, at the foot of the list.
void write_new(ui::Pen& pen, const model::LibraryModel& model, LibraryFields& fields, Actions& actions) {
  if (write_named(pen, "library new", fields.name, model.new_hint, model.new_verb)) actions.emplace_back(NewItem{});
  pen.skip(8);
  const int pressed = ui::draw_button_row(pen, {{"library import", model.import_verb, ui::ButtonKind::kBare},
                                                {"library export", model.export_verb, ui::ButtonKind::kBare}});
  if (pressed >= 0) actions.emplace_back(OpenExchange{pressed == 0});
}

void draw_rows(const model::LibraryModel& model, LibraryFields& fields, const ui::Box& box, ui::Look& look,
               Actions& actions) {
  if (model.rows.empty()) {
    ui::Pen pen(look, box.low, box.width(), true);
    pen.paragraph(ui::Type::kBody, look.theme.soft, model.list_empty);
    return;
  }
  const std::vector<ui::TableColumn> columns = {
      {.caption = model.columns.at(0), .least = 120, .share = 3, .needed = 5, .most = 560},
      {.caption = model.columns.at(1), .least = 92, .needed = 2},
      {.caption = model.columns.at(2), .least = 40, .needed = 4},
      {.caption = model.columns.at(3), .least = 104, .needed = 3}};
  const ui::Table table{.columns = columns, .rows = static_cast<int>(model.rows.size()), .selected = model.selected};
  const ui::TableEvent event =
      ui::draw_table(look, "library rows", box, table, fields.table, [&](int index, const ui::TableCell& cell) {
        const model::LibraryRow& row = model.rows[static_cast<std::size_t>(index)];
        const std::string* const cells[] = {&row.title, &row.kind, &row.language, &row.state};
        ui::draw_cell_text(look, cell, ui::Type::kSmall, row.in_force ? look.theme.ink : look.theme.soft,
                           *cells[cell.column]);
      });
  const std::optional<int> chosen = event.opened ? event.opened : event.selected;
  if (chosen) actions.emplace_back(SelectItem{model.rows[static_cast<std::size_t>(*chosen)].key});
}

void draw_list(const model::LibraryModel& model, LibraryFields& fields, const ui::Box& box, ui::Look& look,
               Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  write_filters(pen, model, fields, actions);
  Actions none;
  ui::Pen measure(look, box.low, box.width(), false);
  write_new(measure, model, fields, none);
  // At the foot, however many rows there are: it stays where it is while they come.
  const float foot = box.high.y - measure.height();
  draw_rows(model, fields, {{box.low.x, pen.y()}, {box.high.x, foot - look.px(12)}}, look, actions);
  ui::Pen below(look, {box.low.x, foot}, box.width(), true);
  write_new(below, model, fields, actions);
}

}  // namespace

bool write_named(ui::Pen& pen, const std::string& id, ui::TextArea& name, const std::string& hint,
                 const std::string& verb) {
  ui::Look& look = pen.look();
  const float button = std::ceil(ui::text_width(look, ui::Type::kBodyBold, verb)) + look.px(40);
  ui::Pen field(look, {pen.x(), pen.y()}, pen.width() - button - look.px(8), pen.draws());
  const bool entered = ui::draw_text_line(field, id + " name", name, hint).entered;
  const ui::Box box{{pen.right() - button, pen.y()}, {pen.right(), pen.y() + look.px(36)}};
  const bool pressed = pen.draws() && ui::draw_button(look, id, verb, box, ui::ButtonKind::kPlain);
  pen.skip(36);
  return entered || pressed;
}

void draw_library(const model::LibraryModel& model, LibraryFields& fields, PageFrame& frame, Actions& actions,
                  const std::function<void(const ui::Box&)>& beside) {
  const ui::Split split =
      ui::draw_split(frame.look, {frame.at, {frame.right(), frame.bottom()}}, kItem, kLeastBoth, kWideShare);
  draw_list(model, fields, split.left, frame.look, actions);
  frame.look.focus.next_group();
  if (beside) {
    beside(split.right);
  } else if (model.item) {
    draw_library_item(*model.item, fields, split.right, frame, actions);
  } else {
    ui::Pen pen(frame.look, split.right.low, split.right.width(), true);
    pen.paragraph(ui::Type::kBody, frame.look.theme.soft, model.choose);
  }
}

}  // namespace aandacht::supervisor
