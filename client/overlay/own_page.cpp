#include <algorithm>
#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/own_page_view.h"
#include "client/overlay/own_views.h"
#include "client/render/imgui_compat.h"
#include "client/render/keys.h"
#include "client/ui/button.h"
#include "client/ui/controls.h"
#include "client/ui/grade_row.h"

namespace aandacht::overlay {
namespace {

using model::PageRow;
using model::PageRowKind;

constexpr float kMargin = 16;
constexpr float kButton = 36;
constexpr float kGap = 8;

/// Side by side, in as many rows as they need.
void write_buttons(ui::Pen& pen, const PageRow& row, Actions& actions) {
  ui::Look& look = pen.look();
  const float height = std::max(look.px(kButton), look.pitch(ui::Type::kSmallBold) + look.px(8));
  float x = pen.x();
  for (const model::PageButton& button : row.buttons) {
    const float wanted = std::ceil(ui::text_width(look, ui::Type::kSmallBold, button.label)) + 2 * look.px(12);
    const float width = std::min(wanted, pen.width());
    if (x > pen.x() && x + width > pen.right()) {
      x = pen.x();
      pen.skip_pixels(height);
      pen.skip(kGap);
    }
    const ui::Box box{{x, pen.y()}, {x + width, pen.y() + height}};
    const ui::ButtonKind kind = button.main ? ui::ButtonKind::kMain : ui::ButtonKind::kPlain;
    ui::follow_keyboard(look, button.id, box);
    if (ui::draw_button(look, button.id, button.label, box, kind)) actions.push_back(DoOnPage{button.deed});
    x += width + look.px(kGap);
  }
  pen.skip_pixels(height);
}

void write_choices(ui::Pen& pen, const PageRow& row, Actions& actions) {
  std::vector<std::string> labels;
  for (const model::PageButton& button : row.buttons) labels.push_back(button.label);
  const int pressed = ui::draw_choices(pen, row.id, labels, row.chosen);
  if (pressed >= 0) actions.push_back(DoOnPage{row.buttons[static_cast<std::size_t>(pressed)].deed});
}

void write_stepper(ui::Pen& pen, const PageRow& row, Actions& actions) {
  const bool less = !row.buttons[0].label.empty();
  const bool more = !row.buttons[1].label.empty();
  const int step = ui::draw_stepper(pen, row.id, row.label, row.value, less, more);
  if (step != 0) actions.push_back(DoOnPage{row.buttons[step < 0 ? 0 : 1].deed});
}

void write_field(ui::Pen& pen, const PageRow& row, Actions& actions) {
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, row.label);
  pen.skip(4);
  const ui::TypedEvent event = ui::draw_text_field(pen, row.id, row.value);
  if (event.done && event.text != row.value) actions.push_back(DoOnPage{model::FillIn{row.id, event.text}});
}

/// Value at the right; under the label where both do not fit.
void write_pair(ui::Pen& pen, const PageRow& row) {
  ui::Look& look = pen.look();
  const float value = std::ceil(ui::text_width(look, ui::Type::kBody, row.value));
  const float label = ui::text_width(look, ui::Type::kBody, row.label);
  if (label + value + look.px(12) <= pen.width()) {
    pen.label(ui::Type::kBody, pen.theme().ink, row.value, {pen.right() - value, pen.y()}, value + 1);
    pen.line(ui::Type::kBody, pen.theme().ink, row.label, 0, label + 1);
    return;
  }
  pen.paragraph(ui::Type::kBody, pen.theme().ink, row.label);
  pen.paragraph(ui::Type::kBody, pen.theme().soft, row.value, 0, look.px(12));
}

void draw_grade_line(ui::Pen& pen, const std::string& label, const std::vector<domain::Grade>& grades, float inset) {
  ui::Look& look = pen.look();
  pen.label(ui::Type::kSmall, pen.theme().soft, label, {pen.x(), pen.y()}, inset);
  const float pitch = look.pitch(ui::Type::kSmall);
  float x = pen.x() + inset + look.px(6);
  for (const domain::Grade grade : grades) {
    const ImVec2 centre{std::round(x), std::round(pen.y() + pitch / 2)};
    ui::draw_grade(pen.list(), look, grade, centre, look.px(11), pen.theme().ink, pen.theme().paper);
    x += look.px(17);
  }
  pen.skip_pixels(pitch);
}

void write_grades(ui::Pen& pen, const PageRow& row) {
  ui::Look& look = pen.look();
  const float label =
      std::max(ui::text_width(look, ui::Type::kSmall, row.label), ui::text_width(look, ui::Type::kSmall, row.value));
  const float inset = std::ceil(label) + look.px(12);
  draw_grade_line(pen, row.label, row.above, inset);
  draw_grade_line(pen, row.value, row.below, inset);
}

float gap_before(PageRowKind kind, PageRowKind previous) {
  switch (kind) {
    case PageRowKind::kHeading:
      return 24;
    case PageRowKind::kText:
      return previous == PageRowKind::kHeading ? 0 : 16;
    case PageRowKind::kSoft:
      return previous == PageRowKind::kButtons || previous == PageRowKind::kField || previous == PageRowKind::kChoices
                 ? 8
                 : 2;
    case PageRowKind::kPair:
      return previous == PageRowKind::kSoft ? 12 : 4;
    case PageRowKind::kGrades:
      return 4;
    case PageRowKind::kWarm:
    case PageRowKind::kButtons:
    case PageRowKind::kChoices:
      return 8;
    case PageRowKind::kStepper:
    case PageRowKind::kField:
      return 12;
  }
  return 0;
}

void write_row(ui::Pen& pen, const PageRow& row, Actions& actions) {
  const ui::Theme& theme = pen.theme();
  switch (row.kind) {
    case PageRowKind::kHeading:
      pen.hairline();
      pen.skip(14);
      pen.paragraph(ui::Type::kSmallBold, theme.soft, row.label);
      pen.skip(4);
      return;
    case PageRowKind::kText:
      return pen.paragraph(ui::Type::kBody, theme.ink, row.label);
    case PageRowKind::kSoft:
      return pen.paragraph(ui::Type::kSmall, theme.soft, row.label);
    case PageRowKind::kWarm:
      return pen.paragraph(ui::Type::kSmall, theme.warm, row.label);
    case PageRowKind::kPair:
      return write_pair(pen, row);
    case PageRowKind::kButtons:
      return write_buttons(pen, row, actions);
    case PageRowKind::kChoices:
      return write_choices(pen, row, actions);
    case PageRowKind::kStepper:
      return write_stepper(pen, row, actions);
    case PageRowKind::kField:
      return write_field(pen, row, actions);
    case PageRowKind::kGrades:
      return write_grades(pen, row);
  }
}

void take_scroll_keys() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) return;
  const float page = ImGui::GetWindowHeight() * 0.8F;
  float to = ImGui::GetScrollY();
  if (render::key_pressed(render::Key::kPageDown)) to += page;
  if (render::key_pressed(render::Key::kPageUp)) to -= page;
  if (render::key_pressed(render::Key::kHome)) to = 0;
  if (render::key_pressed(render::Key::kEnd)) to = ImGui::GetScrollMaxY();
  if (to != ImGui::GetScrollY()) ImGui::SetScrollY(std::clamp(to, 0.0F, ImGui::GetScrollMaxY()));
}

void draw_rows(ui::Look& look, const model::OwnPageModel& page, const ui::Box& box, bool keyboard, Actions& actions) {
  ImGui::SetCursorScreenPos(box.low);
  const char* name = page.page == model::OwnPage::kHabits ? "habits" : "my day";
  // A scroll bar has the margin at its right.
  if (render::begin_child(name, {box.width() + look.px(kMargin) - look.px(2), box.height()}, false)) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::Pen pen(look, at, box.width(), true);
    PageRowKind previous = PageRowKind::kHeading;
    for (const PageRow& row : page.rows) {
      if (&row != page.rows.data()) pen.skip(gap_before(row.kind, previous));
      previous = row.kind;
      write_row(pen, row, actions);
    }
    pen.skip(kMargin);
    // What was drawn tells ImGui nothing: this is how long the page is.
    ImGui::SetCursorScreenPos({at.x, pen.y() - 1});
    ImGui::Dummy({1, 1});
    if (keyboard) take_scroll_keys();
  }
  ImGui::EndChild();
}

}  // namespace

void draw_own_page(const model::OwnPageModel& page, ui::Look& look, bool keyboard, Actions& actions) {
  // Escape ends what is being typed first.
  const bool leaves = !look.typed.is_open() && render::key_pressed(render::Key::kEscape);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;
  if (ImGui::Begin("own page", nullptr, kBare)) {
    look.focus.begin(keyboard);
    const float margin = look.px(kMargin);
    ui::Pen head(look, {margin, margin}, size.x - 2 * margin, true);
    if (write_page_title(head, "close page", page.title, page.language)) actions.push_back(CloseOwnPage{});
    if (page.watched) {
      head.skip(8);
      write_watched(head, *page.watched);
    }
    head.skip(12);
    draw_rows(look, page, {{margin, head.y()}, {size.x - margin, size.y}}, keyboard, actions);
    look.focus.end(look);
  }
  ImGui::End();
  if (leaves) actions.push_back(CloseOwnPage{});
}

float draw_own_ways(ui::Look& look, const ui::Box& box, const std::string& shared, model::Language language,
                    Actions& actions) {
  const float height = look.text_px(32);
  const auto width_of = [&](const std::string& label) {
    return std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(8);
  };
  const std::string day = text(model::Text::kMyDay, language);
  const std::string habits = text(model::Text::kHabits, language);
  float top = box.high.y - height;
  // Their words stand at the margins, the buttons around them.
  const float out = look.px(8);
  const ui::Box left{{box.low.x - out, top}, {box.low.x - out + width_of(day), box.high.y}};
  const ui::Box right{{box.high.x + out - width_of(habits), top}, {box.high.x + out, box.high.y}};
  if (ui::draw_button(look, "my day", day, left, ui::ButtonKind::kBare)) {
    actions.push_back(OpenOwnPage{model::OwnPage::kMyDay});
  }
  if (ui::draw_button(look, "habits", habits, right, ui::ButtonKind::kBare)) {
    actions.push_back(OpenOwnPage{model::OwnPage::kHabits});
  }
  if (shared.empty()) return top;
  top -= height;
  const float width = std::min(width_of(shared), box.width());
  const float middle = std::round(box.centre().x - width / 2);
  if (ui::draw_button(look, "stop sharing", shared, {{middle, top}, {middle + width, top + height}},
                      ui::ButtonKind::kBare)) {
    actions.push_back(ActForOneself{domain::EnergyShared{absl::ZeroDuration()}});
  }
  return top;
}

}  // namespace aandacht::overlay
