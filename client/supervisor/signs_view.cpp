#include "client/supervisor/signs_view.h"

#include <algorithm>
#include <cmath>

#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/choice.h"
#include "client/ui/pane.h"
#include "client/ui/plot.h"
#include "client/ui/tabs.h"

namespace aandacht::supervisor {
namespace {

using Actions = std::vector<SignsAction>;

constexpr float kDetail = 460;
constexpr float kLeastBeside = 760;
constexpr float kForm = 720;  // No wider, so that a line can be followed.
constexpr float kPlot = 150;
constexpr float kEffectPlot = 200;
constexpr float kWidestPlot = 460;  // From here on a plot becomes higher with its width.
constexpr float kTeams = 260;
constexpr float kWidestWhys = 1240;

void caption(ui::Pen& pen, const std::string& words) {
  pen.skip(16);
  pen.line(ui::Type::kSmallBold, pen.theme().soft, words);
  pen.skip(4);
}

/// In the place of a table.
void write_nothing(ui::Look& look, const ui::Box& box, const std::string& title, const std::string& help) {
  ui::Pen pen(look, box.low, box.width(), true);
  pen.skip(24);
  if (!title.empty()) pen.paragraph(ui::Type::kBodyBold, pen.theme().ink, title);
  pen.skip(4);
  pen.paragraph(ui::Type::kBody, pen.theme().soft, help);
}

/// Small bars, one a day, on the cell's middle line.
void draw_days(ui::Look& look, const ui::TableCell& cell, const std::vector<double>& days) {
  const float height = std::floor(cell.box.height() * 0.56F);
  const float bottom = std::round(cell.box.centre().y + height / 2);
  const float step = cell.box.width() / static_cast<float>(std::max<std::size_t>(days.size(), 1));
  const float width = std::max(1.0F, std::floor(step * 0.7F));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({cell.box.low.x, bottom}, {cell.box.high.x, bottom}, ui::to_u32(look.theme.line), 1);
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (days[i] <= 0) continue;
    const float x = std::floor(cell.box.low.x + static_cast<float>(i) * step);
    const float top = bottom - std::max(look.px(2), std::round(height * static_cast<float>(days[i])));
    list.AddRectFilled({x, top}, {x + width, bottom}, ui::to_u32(look.theme.soft));
  }
}

void draw_question_cell(ui::Look& look, const model::QuestionRow& row, const ui::TableCell& cell) {
  switch (cell.column) {
    case 0: {
      if (row.detail.empty()) return ui::draw_cell_text(look, cell, ui::Type::kBody, look.theme.ink, row.words);
      ui::TableCell half = cell;
      half.box.high.y = cell.box.low.y + std::round(cell.box.height() * 0.56F);
      ui::draw_cell_text(look, half, ui::Type::kBody, look.theme.ink, row.words);
      half.box = {{cell.box.low.x, half.box.high.y - look.px(2)}, cell.box.high};
      return ui::draw_cell_text(look, half, ui::Type::kSmall, look.theme.soft, row.detail);
    }
    case 1:
      return draw_days(look, cell, row.days);
    case 2:
      return ui::draw_cell_text(look, cell, ui::Type::kBody, look.theme.ink, row.calls);
    default:
      return ui::draw_cell_text(look, cell, ui::Type::kSmall, look.theme.soft, row.share);
  }
}

void draw_questions(ui::Look& look, const model::SignsModel& model, const model::SignsWords& words, const ui::Box& box,
                    SignFields& fields, Actions& actions) {
  const std::vector<ui::TableColumn> columns = {{words.question_columns[0], 220, 1, 4, false, false, 720},
                                                {words.question_columns[1], 110, 0.1F, 1, false, false, 280},
                                                {words.question_columns[2], 100, 0, 3, true},
                                                {words.question_columns[3], 84, 0, 2, true}};
  ui::Table table{columns, static_cast<int>(model.rows.size()), model.selected};
  table.row_height = 56;
  const ui::TableEvent event =
      ui::draw_table(look, "questions", box, table, fields.questions, [&](int row, const ui::TableCell& cell) {
        draw_question_cell(look, model.rows[static_cast<std::size_t>(row)], cell);
      });
  if (event.selected) actions.push_back(SelectQuestion{model.rows[static_cast<std::size_t>(*event.selected)].group});
}

/// Room for a plot, in which it is drawn.
void write_plot(ui::Pen& pen, float height, const ui::Plot& plot) {
  const float tall = pen.look().px(height) * std::clamp(pen.width() / pen.look().text_px(kWidestPlot), 1.0F, 1.6F);
  const ui::Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + std::round(tall)}};
  if (pen.draws()) ui::draw_plot(pen.look(), box, plot);
  pen.skip_pixels(box.height());
}

void write_days(ui::Pen& pen, const model::QuestionDetail& detail, const model::SignsWords& words,
                model::Language language) {
  caption(pen, words.by_day);
  ui::Plot plot;
  plot.language = language;
  plot.across = ui::PlotAcross::kNames;
  plot.few_names = true;
  plot.y = {words.calls, 0.0, std::nullopt, true, {}};
  ui::PlotSeries series{"", ui::PlotKind::kBars, {}};
  for (std::size_t i = 0; i < detail.days.size(); ++i) {
    plot.names.push_back(detail.days[i].day);
    series.points.push_back({static_cast<double>(i), detail.days[i].calls, 0, 0, detail.days[i].words});
  }
  plot.series.push_back(std::move(series));
  write_plot(pen, kPlot, plot);
}

void write_effect(ui::Pen& pen, const model::EffectModel& effect, const model::SignsWords& words,
                  model::Language language) {
  const ui::Theme& theme = pen.theme();
  caption(pen, words.fell);
  pen.paragraph(ui::Type::kBodyBold, theme.ink, effect.verdict);
  pen.paragraph(ui::Type::kBody, theme.ink, effect.sentence);
  if (!effect.else_.empty()) pen.paragraph(ui::Type::kSmall, theme.soft, effect.else_);
  if (!effect.figures.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kSmall, theme.soft, effect.figures);
  }
  if (effect.weeks.empty()) return;
  pen.skip(8);
  ui::Plot plot;
  plot.language = language;
  plot.across = ui::PlotAcross::kNames;
  plot.few_names = true;
  plot.x.title = words.weeks;
  plot.y = {words.share, 0.0, std::nullopt, false, {}};
  ui::PlotSeries before{words.before, ui::PlotKind::kInterval, {}};
  ui::PlotSeries after{words.after, ui::PlotKind::kInterval, {}};
  for (std::size_t i = 0; i < effect.weeks.size(); ++i) {
    const model::EffectWeek& week = effect.weeks[i];
    plot.names.push_back(week.name);
    (week.after ? after : before)
        .points.push_back({static_cast<double>(i), week.share, week.low, week.high, week.words});
  }
  plot.series.push_back(std::move(before));
  if (!after.points.empty()) plot.series.push_back(std::move(after));
  write_plot(pen, kEffectPlot, plot);
}

void write_buttons(ui::Pen& pen, const model::QuestionDetail& detail, const model::SignsWords& words,
                   Actions& actions) {
  std::vector<ui::ButtonLabel> labels;
  std::vector<SignsAction> does;
  const auto add = [&](const char* id, const std::string& label, ui::ButtonKind kind, SignsAction action) {
    if (label.empty()) return;
    labels.push_back({id, label, kind});
    does.push_back(std::move(action));
  };
  add("save sign", detail.save, ui::ButtonKind::kMain, SaveSign{});
  add("sign up", detail.put_up, ui::ButtonKind::kPlain, PutSignUp{});
  add("sign down", detail.take_down, ui::ButtonKind::kPlain, TakeSignDown{});
  add("copy sign", words.copy, ui::ButtonKind::kBare, CopySign{});
  const int pressed = ui::draw_button_row(pen, labels);
  if (pressed >= 0) actions.push_back(does[static_cast<std::size_t>(pressed)]);
}

void write_sign(ui::Pen& pen, const model::SignsModel& model, const model::QuestionDetail& detail,
                const model::SignsWords& words, SignFields& fields, const PageFrame& frame, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  caption(pen, words.place);
  const int place = ui::draw_choice(pen, "place", detail.places, detail.place);
  if (place >= 0 && place != detail.place) actions.push_back(ChoosePlace{static_cast<domain::SignPlace>(place)});
  pen.skip(4);
  pen.paragraph(ui::Type::kSmall, theme.soft, detail.state);
  caption(pen, words.text);
  const bool typed = ui::draw_text_area(pen, "sign text", fields.text, {.lines = 5}).changed;
  pen.skip(4);
  for (const model::SignFindingRow& finding : detail.findings)
    pen.paragraph(ui::Type::kSmall, theme.warm, finding.words);
  if (ui::draw_button_row(pen, {{"propose", words.propose}}) == 0) actions.push_back(ProposeSign{});
  caption(pen, words.owner);
  const bool named = ui::draw_text_line(pen, "sign owner", fields.owner).changed;
  caption(pen, words.up_on);
  const absl::CivilDay today = absl::ToCivilDay(frame.now, frame.zone);
  const auto day = ui::draw_date(pen, "up on", fields.up, fields.up_day, today - 400, today + 60, model.language);
  if (day) fields.up_day = *day;
  if (typed || named || day) actions.push_back(SignTyped{});
  pen.skip(12);
  write_buttons(pen, detail, words, actions);
  if (detail.saved.empty()) return;
  pen.skip(4);
  pen.paragraph(ui::Type::kSmall, detail.saved_well ? theme.soft : theme.bad, detail.saved);
}

void write_detail(ui::Pen& pen, const model::SignsModel& model, const model::SignsWords& words, SignFields& fields,
                  const PageFrame& frame, Actions& actions) {
  const model::QuestionDetail& detail = *model.detail;
  const ui::Theme& theme = pen.theme();
  pen.paragraph(ui::Type::kBodyBold, theme.ink, detail.title, 3);
  pen.paragraph(ui::Type::kSmall, theme.soft, detail.facts);
  pen.paragraph(ui::Type::kSmall, theme.soft, detail.why);
  caption(pen, words.own_words);
  if (!detail.no_words.empty()) pen.paragraph(ui::Type::kBody, theme.soft, detail.no_words);
  for (const std::string& wording : detail.wordings) {
    pen.paragraph(ui::Type::kBody, theme.ink, "“" + wording + "”");
    pen.skip(4);
  }
  write_days(pen, detail, words, model.language);
  ui::Pen form(pen.look(), {pen.x(), pen.y()}, std::min(pen.width(), pen.look().text_px(kForm)), pen.draws());
  write_sign(form, model, detail, words, fields, frame, actions);
  pen.skip_pixels(form.height());
  if (detail.effect) write_effect(pen, *detail.effect, words, model.language);
  pen.skip(16);
}

void draw_question_tab(const model::SignsModel& model, const model::SignsWords& words, SignFields& fields,
                       const ui::Box& box, PageFrame& frame, Actions& actions) {
  ui::Look& look = frame.look;
  if (!model.empty.empty()) return write_nothing(look, box, model.empty_title, model.empty);
  const ui::Split split = ui::draw_split(look, box, kDetail, kLeastBeside, .42F);
  draw_questions(look, model, words, split.left, fields, actions);
  ui::draw_pane(look, "question", split.right, [&](ui::Pen& pen) {
    if (model.detail) {
      write_detail(pen, model, words, fields, frame, actions);
    } else {
      pen.paragraph(ui::Type::kBody, pen.theme().soft, model.choose);
    }
  });
}

void take_keys(const model::SignsModel& model, Actions& actions) {
  if (!model.detail || model.detail->save.empty()) return;
  if (ImGui::GetIO().KeyCtrl && render::key_pressed(render::Key::kEnter)) actions.emplace_back(SaveSign{});
}

/// Three steps, filled as far as it goes, and the word beside them.
void draw_share(ui::Look& look, const ui::TableCell& cell, int fill, const std::string& words) {
  const ui::Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = look.px(18);
  const float height = look.px(10);
  const float gap = look.px(3);
  const float top = std::round(cell.box.centre().y - height / 2);
  float x = cell.box.low.x;
  for (int step = 1; step <= 3; ++step) {
    const ImVec2 low{x, top};
    const ImVec2 high{x + width, top + height};
    if (step <= fill) list.AddRectFilled(low, high, ui::to_u32(theme.ink));
    list.AddRect(low, high, ui::to_u32(step <= fill ? theme.ink : theme.soft));
    x += width + gap;
  }
  ui::TableCell label = cell;
  label.box.low.x = x + look.px(6);
  ui::draw_cell_text(look, label, ui::Type::kSmall, theme.ink, words);
}

void draw_why_cell(ui::Look& look, const model::WhyRow& row, const ui::TableCell& cell) {
  switch (cell.column) {
    case 0:
      return ui::draw_cell_text(look, cell, ui::Type::kBody, look.theme.ink, row.topic);
    case 1:
      return draw_share(look, cell, row.tell, row.tell_words);
    case 2:
      return draw_share(look, cell, row.feel, row.feel_words);
    case 3:
      return draw_share(look, cell, row.know, row.know_words);
    default:
      return ui::draw_cell_text(look, cell, ui::Type::kSmall, look.theme.soft, row.answers);
  }
}

void draw_why_tab(const model::SignsModel& model, const model::SignsWords& words, SignFields& fields,
                  const ui::Box& box, PageFrame& frame, Actions& actions) {
  ui::Look& look = frame.look;
  ui::Pen pen(look, box.low, box.width(), true);
  if (model.teams.size() > 1) {
    ui::Pen narrow(look, {pen.x(), pen.y()}, std::min(pen.width(), look.px(kTeams)), true);
    const int team = ui::draw_choice(narrow, "why team", model.teams, model.team);
    if (team >= 0 && team != model.team) actions.push_back(ChooseWhyTeam{static_cast<std::size_t>(team)});
    pen.skip_pixels(narrow.height());
    pen.skip(12);
  }
  if (!model.whys_empty.empty()) {
    return write_nothing(look, {{box.low.x, pen.y()}, box.high}, model.whys_empty_title, model.whys_empty);
  }
  const float foot = model.too_few.empty() ? 0 : look.pitch(ui::Type::kSmall) + look.px(12);
  const std::vector<ui::TableColumn> columns = {{words.why_columns[0], 200, 1, 5},
                                                {words.why_columns[1], 160, 0, 4},
                                                {words.why_columns[2], 160, 0, 2},
                                                {words.why_columns[3], 160, 0, 3},
                                                {words.why_columns[4], 110, 0, 1, true}};
  const ui::Table table{columns, static_cast<int>(model.whys.size())};
  // No wider than a line can be followed.
  const float right = std::min(box.high.x, pen.x() + look.text_px(kWidestWhys));
  ui::draw_table(look, "whys", {{pen.x(), pen.y()}, {right, box.high.y - foot}}, table, fields.whys,
                 [&](int row, const ui::TableCell& cell) {
                   draw_why_cell(look, model.whys[static_cast<std::size_t>(row)], cell);
                 });
  if (foot == 0) return;
  const float end = pen.y() + ui::table_height(look, static_cast<int>(model.whys.size())) + look.px(16);
  const float low = std::min(end, box.high.y - look.pitch(ui::Type::kSmall));
  ui::Pen below(look, {box.low.x, low}, box.width(), true);
  below.line(ui::Type::kSmall, look.theme.soft, model.too_few);
}

}  // namespace

void draw_signs(const model::SignsModel& model, SignFields& fields, PageFrame& frame, Actions& actions) {
  ui::Look& look = frame.look;
  const model::SignsWords words = model::signs_words(model.language);
  ui::Pen pen(look, frame.at, frame.size.x, true);
  pen.line(ui::Type::kSay, look.theme.ink, model.title);
  pen.skip(8);
  const int tab = ui::draw_tabs(pen, "signs tabs", model.tabs, static_cast<int>(model.tab));
  if (tab >= 0 && tab != static_cast<int>(model.tab))
    actions.push_back(ShowSignsTab{static_cast<model::SignsTab>(tab)});
  pen.skip(8);
  const bool questions = model.tab == model::SignsTab::kQuestions;
  const std::string& line = questions ? model.period : model.quarter;
  if (!line.empty()) {
    pen.line(ui::Type::kSmall, look.theme.soft, line);
    pen.skip(8);
  }
  const ui::Box box{{frame.at.x, pen.y()}, {frame.right(), frame.bottom()}};
  if (questions) {
    draw_question_tab(model, words, fields, box, frame, actions);
    take_keys(model, actions);
  } else {
    draw_why_tab(model, words, fields, box, frame, actions);
  }
}

}  // namespace aandacht::supervisor
