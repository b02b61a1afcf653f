#include "client/supervisor/floor_view.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "client/render/imgui_compat.h"
#include "client/supervisor/floor_table.h"
#include "client/ui/choice.h"
#include "client/ui/pen.h"

namespace aandacht::supervisor {
namespace {

constexpr float kRow = 42;
constexpr float kGap = 24;
constexpr float kDetail = 380;
constexpr float kDetailShare = 0.28F;  // Of a wide window.
constexpr float kLeastDetail = 300;
constexpr float kTable = 676;  // Room for all that is needed; see floor_table.cpp.
constexpr float kLeastTable = 672;
constexpr float kNarrowTable = 320;  // Agent, state and time.
constexpr float kNarrowDetail = 280;
constexpr float kNarrowGap = 16;
constexpr float kCaptions = 40;
constexpr int kLeastRows = 6;
constexpr float kLeastHeight = 300;  // Of the selected desk.
constexpr float kField = 220;
constexpr float kChoice = 170;

void write_title(ui::Pen& pen, const model::FloorModel& model) {
  ui::Look& look = pen.look();
  const float top = pen.y();
  pen.line(ui::Type::kSay, pen.theme().ink, model.title);
  const float left = pen.x() + ui::text_width(look, ui::Type::kSay, model.title) + look.px(16);
  const float drop = look.pitch(ui::Type::kSay) - look.pitch(ui::Type::kSmall) - look.px(2);
  const std::string& state = model.connection.well ? model.summary : model.connection.text;
  pen.label(ui::Type::kSmall, model.connection.well ? pen.theme().soft : pen.theme().warm, state, {left, top + drop},
            pen.right() - left);
}

/// Beside each other, or below where there is no room. Each is `width` wide, pixels of the design.
class Row {
 public:
  explicit Row(ui::Pen& pen) : pen_(pen), left_(pen.x()) {}

  [[nodiscard]] ui::Pen next(float width) {
    ui::Look& look = pen_.look();
    const float wide = std::min(look.text_px(width), pen_.width());
    if (left_ > pen_.x() && left_ + wide > pen_.right()) {
      pen_.skip_pixels(high_);
      pen_.skip(8);
      left_ = pen_.x();
      high_ = 0;
    }
    const ui::Pen part(look, {left_, pen_.y()}, wide, true);
    left_ += wide + look.px(12);
    return part;
  }
  void took(const ui::Pen& part) { high_ = std::max(high_, part.height()); }
  void end() { pen_.skip_pixels(high_); }

 private:
  ui::Pen& pen_;
  float left_;
  float high_ = 0;
};

void write_filters(ui::Pen& pen, const model::FloorModel& model, FloorMemory& memory, FloorActions& actions) {
  Row row(pen);
  ui::Pen field = row.next(kField);
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl && !io.KeyAlt && render::key_pressed(static_cast<render::Key>(static_cast<int>(render::Key::kA) + 5)))
    pen.look().focus.go_to("find");
  const ui::TextEvent typed = ui::draw_text_line(field, "find", memory.find, model.find_hint);
  if (typed.changed) actions.emplace_back(FindOnFloor{memory.find.text()});
  row.took(field);
  ui::Pen states = row.next(kChoice);
  const int show = ui::draw_choice(states, "show", model.shows, model.show);
  if (show >= 0 && show != model.show) actions.emplace_back(ShowStates{static_cast<model::FloorShow>(show)});
  row.took(states);
  if (!model.teams.empty()) {
    ui::Pen teams = row.next(kChoice);
    const int team = ui::draw_choice(teams, "team", model.teams, model.team);
    if (team == 0) actions.emplace_back(ShowTeam{});
    if (team > 0) actions.emplace_back(ShowTeam{model.team_ids[static_cast<std::size_t>(team) - 1]});
    row.took(teams);
  }
  row.end();
}

void write_nothing(ui::Pen& pen, const model::FloorModel& model) {
  pen.skip(40);
  pen.line(ui::Type::kBodyBold, pen.theme().ink, model.nothing_title);
  pen.skip(4);
  pen.paragraph(ui::Type::kBody, pen.theme().soft, model.nothing_help);
}

/// What teams have left, and why not all of it is there.
void write_energy(ui::Pen& pen, const model::FloorModel& model) {
  if (model.energy.empty()) return;
  pen.skip(10);
  std::string line;
  for (const std::string& team : model.energy) line += (line.empty() ? "" : "  ·  ") + team;
  pen.paragraph(ui::Type::kSmall, pen.theme().ink, line, 2);
  // A narrow list keeps its rows; without a selected desk the rest is said again.
  if (model.detail && pen.width() < pen.look().text_px(kLeastTable)) return;
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, model.energy_note);
}

void draw_rows(ui::Look& look, const model::FloorModel& model, FloorMemory& memory, const ui::Box& box,
               FloorActions& actions) {
  ui::Pen measure(look, box.low, box.width(), false);
  write_energy(measure, model);
  const ui::Box room{box.low, {box.high.x, box.high.y - measure.height()}};
  if (model.rows.empty()) {
    ui::Pen pen(look, room.low, room.width(), true);
    write_nothing(pen, model);
  } else {
    const std::vector<ui::TableColumn> columns = floor_columns(model);
    const ui::Table table{columns,          static_cast<int>(model.rows.size()),
                          model.selected,   static_cast<std::size_t>(model.by),
                          model.descending, kRow};
    const auto draw_cell = [&](int row, const ui::TableCell& cell) {
      draw_floor_cell(look, model.rows[static_cast<std::size_t>(row)], cell);
    };
    const ui::TableEvent event = ui::draw_table(look, "desks", room, table, memory.table, draw_cell);
    if (event.sorted_by) actions.emplace_back(SortFloor{static_cast<model::FloorColumn>(*event.sorted_by)});
    if (event.selected) actions.emplace_back(SelectAgent{model.rows[static_cast<std::size_t>(*event.selected)].agent});
  }
  ui::Pen pen(look, {box.low.x, room.high.y}, box.width(), true);
  write_energy(pen, model);
}

/// The list and the selected desk: beside each other, in a narrow window with fewer columns; above each other where
/// that leaves rows enough; and else the desk alone, until it is closed.
struct Places {
  std::optional<ui::Box> rows;
  ui::Box detail;
};

Places places_of(const ui::Look& look, const ui::Box& page) {
  Places places{page, page};
  const float narrow_gap = look.px(kNarrowGap);
  if (page.width() >= look.text_px(kNarrowTable + kNarrowDetail) + narrow_gap) {
    const bool roomy = page.width() >= look.text_px(kLeastTable + kLeastDetail) + look.px(kGap);
    const float gap = roomy ? look.px(kGap) : narrow_gap;
    const float wide = roomy ? std::clamp(page.width() - gap - look.text_px(kTable), look.text_px(kLeastDetail),
                                          std::max(look.text_px(kDetail), page.width() * kDetailShare))
                             : look.text_px(kNarrowDetail);
    places.detail.low.x = page.high.x - std::ceil(wide);
    places.rows->high.x = places.detail.low.x - gap;
    return places;
  }
  const float rows = look.px(kCaptions + kLeastRows * kRow);
  if (page.height() >= rows + look.px(12) + look.text_px(kLeastHeight)) {
    places.detail.low.y = std::round(page.low.y + std::max(rows, page.height() * 0.42F)) + look.px(12);
    places.rows->high.y = places.detail.low.y - look.px(12);
  } else {
    places.rows.reset();
  }
  return places;
}

}  // namespace

FloorActions draw_floor(const model::FloorModel& model, FloorMemory& memory, PageFrame& frame) {
  FloorActions actions;
  ui::Look& look = frame.look;
  ui::Pen pen(look, frame.at, frame.size.x, true);
  write_title(pen, model);
  pen.skip(16);
  write_filters(pen, model, memory, actions);
  pen.skip(12);
  const ui::Box page{{frame.at.x, pen.y()}, {frame.right(), frame.bottom()}};
  if (!model.detail) {
    draw_rows(look, model, memory, page, actions);
    return actions;
  }
  const Places places = places_of(look, page);
  if (places.rows) draw_rows(look, model, memory, *places.rows, actions);
  look.focus.next_group();
  draw_floor_detail(look, *model.detail, memory, places.detail, actions);
  return actions;
}

}  // namespace aandacht::supervisor
