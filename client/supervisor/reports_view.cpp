#include "client/supervisor/reports_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/controls.h"
#include "client/ui/pane.h"
#include "client/ui/plot.h"
#include "client/ui/tabs.h"

namespace aandacht::supervisor {
namespace {

constexpr float kFigureHeight = 260;
constexpr float kTallFigure = 560;   // On a tall screen.
constexpr float kUsualHeight = 760;  // Half of what a window has more goes to the figures.
constexpr float kLeastFirst = 140;
constexpr float kCell = 230;  // No wider, so that a row can be followed.
constexpr float kChoiceWidth = 240;
const absl::CivilDay kFirstDay(2000, 1, 1);
const absl::CivilDay kLastDay(2099, 12, 31);
constexpr float kWideEnough = 900;  // For two figures beside each other.

ui::PlotKind kind_of(model::ReportLook look) {
  switch (look) {
    case model::ReportLook::kLine:
      return ui::PlotKind::kLine;
    case model::ReportLook::kBars:
      return ui::PlotKind::kBars;
    case model::ReportLook::kInterval:
      return ui::PlotKind::kInterval;
  }
  return ui::PlotKind::kLine;
}

constexpr double kHour = 3600;

ui::Plot plot_of(const model::ReportFigure& figure, const model::ReportModel& model) {
  ui::Plot plot;
  plot.language = model.language;
  plot.x.title = figure.x_title;
  plot.y = {figure.y_title, figure.from, figure.to, figure.whole, {}};
  plot.zone = model.zone;
  plot.names = figure.names;
  plot.rule = figure.rule;
  switch (figure.across) {
    case model::ReportAcross::kTime:
      plot.across = ui::PlotAcross::kTime;
      plot.x.from = figure.x_from;
      plot.x.to = figure.x_to;
      plot.x.whole = figure.whole_days;
      break;
    case model::ReportAcross::kHours:
      // Hours of a day that never was: marks stand at 00:00, 06:00 …
      plot.across = ui::PlotAcross::kTime;
      plot.zone = absl::UTCTimeZone();
      plot.x.from = 0;
      plot.x.to = 24 * kHour;
      break;
    case model::ReportAcross::kNames:
      plot.across = ui::PlotAcross::kNames;
      break;
  }
  const double unit = figure.across == model::ReportAcross::kHours ? kHour : 1;
  for (const model::ReportSeries& series : figure.series) {
    ui::PlotSeries drawn{series.name, kind_of(series.look), {}};
    for (const model::ReportPoint& point : series.points) {
      drawn.points.push_back({point.x * unit, point.y, point.low, point.high, point.words});
    }
    plot.series.push_back(std::move(drawn));
  }
  return plot;
}

void write_figure(ui::Pen& pen, const model::ReportFigure& figure, const model::ReportModel& model) {
  pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, figure.title, 2);
  pen.skip(8);
  const ui::Look& look = pen.look();
  const float more = (ImGui::GetWindowHeight() - look.px(kUsualHeight)) / 2;
  const float height = std::clamp(look.px(kFigureHeight) + more, look.px(kFigureHeight), look.px(kTallFigure));
  ui::draw_plot(pen.look(), {{pen.x(), pen.y()}, {pen.right(), pen.y() + height}}, plot_of(figure, model));
  pen.skip_pixels(height);
  pen.skip(24);
}

/// Two beside each other where there is room.
void write_figures(ui::Pen& page, const model::ReportModel& model) {
  ui::Look& look = page.look();
  const float gap = look.px(32);
  const bool wide = page.width() >= look.px(kWideEnough) && model.figures.size() > 1;
  const float width = wide ? (page.width() - gap) / 2 : page.width();
  for (std::size_t i = 0; i < model.figures.size(); i += wide ? 2 : 1) {
    ui::Pen left(look, {page.x(), page.y()}, width, true);
    write_figure(left, model.figures[i], model);
    float height = left.height();
    if (wide && i + 1 < model.figures.size()) {
      ui::Pen right(look, {page.x() + width + gap, page.y()}, width, true);
      write_figure(right, model.figures[i + 1], model);
      height = std::max(height, right.height());
    }
    page.skip_pixels(height);
  }
}

/// How wide the first column is: as its widest words, which stand nowhere else in full.
float first_width(const ui::Pen& pen, const model::ReportTable& table) {
  const ui::Look& look = pen.look();
  float widest = 0;
  for (const std::vector<std::string>& row : table.rows) {
    if (!row.empty()) widest = std::max(widest, ui::text_width(look, ui::Type::kSmall, row.front()));
  }
  return std::clamp(std::ceil(widest) + look.px(24), look.text_px(kLeastFirst),
                    std::max(look.text_px(kLeastFirst), pen.width() * 0.36F));
}

void write_cells(ui::Pen& pen, ui::Type type, ui::Colour colour, const std::vector<std::string>& cells, float first) {
  if (cells.empty()) return;
  ui::Look& look = pen.look();
  const float rest = cells.size() > 1 ? (pen.width() - first) / static_cast<float>(cells.size() - 1) : 0;
  pen.label(type, colour, cells[0], {pen.x(), pen.y()}, first - look.px(12));
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const float right = pen.x() + first + rest * static_cast<float>(i);
    const float room = rest - look.px(12);
    const float width = std::min(room, ui::text_width(look, type, cells[i]));
    pen.label(type, colour, cells[i], {right - width, pen.y()}, room);
  }
  pen.skip_pixels(look.pitch(type));
}

void write_table(ui::Pen& page, const model::ReportTable& table) {
  if (table.rows.empty()) return;
  const ui::Look& look = page.look();
  const float first = first_width(page, table);
  const float widest = first + look.text_px(kCell) * static_cast<float>(table.captions.size() - 1);
  ui::Pen pen(page.look(), {page.x(), page.y()}, std::min(page.width(), widest), true);
  write_cells(pen, ui::Type::kSmallBold, pen.theme().soft, table.captions, first);
  pen.skip(4);
  for (const std::vector<std::string>& row : table.rows) {
    pen.hairline();
    pen.skip(4);
    write_cells(pen, ui::Type::kSmall, pen.theme().ink, row, first);
    pen.skip(4);
  }
  page.skip_pixels(pen.height());
  page.skip(20);
}

/// Two days beside each other, and what is wrong with them.
void write_days(ui::Pen& page, const model::ReportModel& model, ReportFields& fields,
                std::vector<ReportAction>& actions) {
  if (!model.own_days) return;
  ui::Look& look = page.look();
  const float width = std::min(look.text_px(kChoiceWidth), (page.width() - look.px(16)) / 2);
  const auto write = [&](int place, const char* id, const std::string& caption, ui::DateField& field,
                         absl::CivilDay day) {
    ui::Pen pen(look, {page.x() + static_cast<float>(place) * (width + look.px(16)), page.y()}, width, true);
    pen.line(ui::Type::kSmallBold, pen.theme().soft, caption);
    pen.skip(4);
    const auto stepped = ui::draw_date(pen, id, field, day, kFirstDay, kLastDay, model.language);
    const float height = pen.height();
    return std::pair{stepped ? ui::written_day(*stepped, model.language) : field.text.text(), height};
  };
  const auto [from, height] = write(0, "from", model.from_caption, fields.from, model.from);
  const auto [to, same_height] = write(1, "to", model.to_caption, fields.to, model.to);
  page.skip_pixels(std::max(height, same_height));
  page.skip(6);
  if (from != fields.said.from || to != fields.said.to) {
    fields.said = {from, to};
    actions.emplace_back(fields.said);
  }
  const std::string& words = model.days_fault.empty() ? model.days_note : model.days_fault;
  page.paragraph(ui::Type::kSmall, model.days_fault.empty() ? page.theme().soft : page.theme().warm, words);
  page.skip(12);
}

void write_choices(ui::Pen& page, const model::ReportModel& model, ReportFields& fields,
                   std::vector<ReportAction>& actions) {
  ui::Look& look = page.look();
  if (const int tab = ui::draw_tabs(page, "report", model.tabs, model.tab); tab >= 0)
    actions.emplace_back(ShowReport{tab});
  page.skip(16);
  ui::Pen periods(look, {page.x(), page.y()}, std::min(page.width(), look.text_px(620)), true);
  if (const int period = ui::draw_choices(periods, "period", model.periods, model.period); period >= 0) {
    actions.emplace_back(ChoosePeriod{period});
  }
  page.skip_pixels(periods.height());
  page.skip(12);
  write_days(page, model, fields, actions);
  const float width = std::min(look.text_px(kChoiceWidth), (page.width() - look.px(16)) / 2);
  ui::Pen teams(look, {page.x(), page.y()}, width, true);
  if (const int team = ui::draw_choice(teams, "team", model.teams, model.team, model.team_hint); team >= 0) {
    actions.emplace_back(ChooseReportTeam{team});
  }
  if (!model.rows_by.empty()) {
    ui::Pen rows(look, {page.x() + width + look.px(16), page.y()}, width, true);
    if (const int by = ui::draw_choice(rows, "rows", model.rows_by, model.by); by >= 0) {
      actions.emplace_back(ChooseRows{by});
    }
  }
  page.skip_pixels(teams.height());
  page.skip(24);
}

void write_save(ui::Pen& page, const model::ReportModel& model, std::vector<ReportAction>& actions) {
  if (model.save_label.empty()) return;
  if (ui::draw_button_row(page, {{"save", model.save_label, ui::ButtonKind::kPlain}}) == 0) {
    actions.emplace_back(SaveReport{});
  }
}

}  // namespace

std::vector<ReportAction> draw_reports(const model::ReportModel& model, ReportFields& fields, PageFrame& frame) {
  std::vector<ReportAction> actions;
  ui::draw_pane(frame.look, "reports", {frame.at, {frame.right(), frame.bottom()}}, [&](ui::Pen& page) {
    page.line(ui::Type::kSay, page.theme().ink, model.title);
    page.skip(8);
    write_choices(page, model, fields, actions);
    if (!model.trouble.empty()) {
      page.paragraph(ui::Type::kBody, page.theme().warm, model.trouble);
      page.skip(16);
    }
    if (!model.empty.empty()) {
      page.skip(24);
      page.paragraph(ui::Type::kBodyBold, page.theme().ink, model.empty);
      page.skip(8);
      page.paragraph(ui::Type::kBody, page.theme().soft, model.empty_detail);
      page.skip(24);
    }
    write_figures(page, model);
    for (const std::string& note : model.notes) {
      page.paragraph(ui::Type::kSmall, page.theme().soft, note);
      page.skip(4);
    }
    page.skip(12);
    write_table(page, model.table);
    write_save(page, model, actions);
    if (!model.file) return;
    std::vector<ExportAction> pressed;
    write_export(page, *model.file, fields.file, pressed);
    for (ExportAction& action : pressed) actions.emplace_back(std::move(action));
  });
  return actions;
}

}  // namespace aandacht::supervisor
