#include "client/overlay/settings_view.h"

#include <cmath>

#include "client/overlay/views.h"
#include "client/render/imgui_compat.h"
#include "client/render/keys.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

constexpr float kMargin = 16;
constexpr float kButton = 36;
constexpr float kBetweenRows = 16;
constexpr float kBetweenGroups = 28;

void write_page(ui::Pen& pen, const model::SettingsModel& model, SettingsActions& actions) {
  for (const std::string& notice : model.notices) {
    pen.paragraph(ui::Type::kSmall, pen.theme().warm, notice);
    pen.skip(8);
  }
  bool first = model.notices.empty();
  for (const model::SettingGroup& group : model.groups) {
    if (!first) {
      pen.skip(kBetweenGroups / 2);
      pen.hairline();
      pen.skip(kBetweenGroups / 2);
    }
    first = false;
    pen.line(ui::Type::kSmallBold, pen.theme().soft, group.title);
    pen.skip(8);
    for (const model::SettingRow& row : group.rows) {
      if (&row != group.rows.data()) pen.skip(row.kind == model::RowKind::kNote ? kBetweenRows / 2 : kBetweenRows);
      write_setting(pen, row, actions);
    }
  }
}

/// What `write` puts down scrolls in `box`; a scroll bar has the margin at its right.
template <typename Write>
void draw_scrolling(ui::Look& look, const char* name, const ui::Box& box, Write write) {
  ImGui::SetCursorScreenPos(box.low);
  if (render::begin_child(name, {box.width() + look.px(kMargin) - look.px(2), box.height()}, false)) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::Pen pen(look, at, box.width(), true);
    write(pen);
    pen.skip(kMargin);
    // What was drawn tells ImGui nothing: this is how long the page is.
    ImGui::SetCursorScreenPos({at.x, pen.y() - 1});
    ImGui::Dummy({1, 1});
  }
  ImGui::EndChild();
}

template <typename Draw>
void draw_window(ui::Look& look, const char* name, bool keyboard, Draw draw) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;
  if (ImGui::Begin(name, nullptr, kBare)) {
    look.focus.begin(keyboard);
    const float margin = look.px(kMargin);
    draw(ui::Box{{margin, margin}, {size.x - margin, size.y - margin}});
    look.focus.end(look);
  }
  ImGui::End();
}

/// Title at the left, the way out at the right; returns where they end.
float draw_head(ui::Look& look, const model::SettingsModel& model, const ui::Box& page, SettingsActions& actions) {
  const float height = look.px(kButton);
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmallBold, model.close)) + 2 * look.px(12);
  const ui::Box button{{page.high.x - width, page.low.y}, {page.high.x, page.low.y + height}};
  ui::Pen pen(look, page.low, page.width(), true);
  pen.label(ui::Type::kBodyBold, look.theme.ink, model.title,
            {page.low.x, page.low.y + std::round((height - look.pitch(ui::Type::kBodyBold)) / 2)},
            button.low.x - look.px(12) - page.low.x);
  if (ui::draw_button(look, "close settings", model.close, button, ui::ButtonKind::kMain)) {
    actions.push_back(CloseSettings{});
  }
  return button.high.y;
}

/// Who watches stays in sight whatever scrolls; returns where it ends.
float draw_watched(ui::Look& look, const std::optional<model::WatchedModel>& watched, const ui::Box& page, float top) {
  if (!watched) return top;
  ui::Pen pen(look, {page.low.x, top}, page.width(), true);
  pen.skip(8);
  write_watched(pen, *watched);
  return pen.y();
}

/// The buttons at the bottom; returns where they begin.
float draw_way_on(ui::Look& look, const model::FirstStartModel& model, const ui::Box& page, SettingsActions& actions) {
  std::vector<ui::ButtonLabel> buttons;
  std::vector<SettingsAction> does;
  if (!model.back.empty()) {
    buttons.push_back({"back", model.back});
    does.push_back(StepFirstStart{-1});
  }
  buttons.push_back({"skip", model.skip});
  does.push_back(SkipFirstStart{});
  buttons.push_back({"next", model.next, ui::ButtonKind::kMain});
  does.push_back(StepFirstStart{1});
  ui::Pen measure(look, page.low, page.width(), false);
  (void)ui::draw_buttons(measure, buttons);
  const float top = page.high.y - measure.height();
  ui::Pen pen(look, {page.low.x, top}, page.width(), true);
  const int pressed = ui::draw_buttons(pen, buttons);
  if (pressed >= 0) actions.push_back(does[static_cast<std::size_t>(pressed)]);
  return top;
}

}  // namespace

void draw_settings(const model::SettingsModel& model, ui::Look& look, bool keyboard, SettingsActions& actions) {
  // Escape ends what is being typed first.
  const bool leaves = !look.typed.is_open() && render::key_pressed(render::Key::kEscape);
  draw_window(look, "settings", keyboard, [&](const ui::Box& page) {
    const float head = draw_head(look, model, page, actions);
    const float top = draw_watched(look, model.watched, page, head) + look.px(16);
    draw_scrolling(look, "settings page", {{page.low.x, top}, {page.high.x, page.high.y + look.px(kMargin)}},
                   [&](ui::Pen& pen) { write_page(pen, model, actions); });
  });
  if (leaves) actions.push_back(CloseSettings{});
}

void draw_first_start(const model::FirstStartModel& model, ui::Look& look, bool keyboard, SettingsActions& actions) {
  draw_window(look, "first start", keyboard, [&](const ui::Box& page) {
    const float bottom = draw_way_on(look, model, page, actions);
    // A step of its own: each begins at its top.
    const std::string name = "step " + model.progress;
    const float top = draw_watched(look, model.watched, page, page.low.y) + look.px(model.watched ? 12 : 0);
    draw_scrolling(look, name.c_str(), {{page.low.x, top}, {page.high.x, bottom - look.px(12)}}, [&](ui::Pen& pen) {
      pen.line(ui::Type::kSmall, pen.theme().soft, model.progress);
      pen.skip(8);
      pen.balanced(ui::Type::kSay, pen.theme().ink, model.title);
      pen.skip(4);
      pen.paragraph(ui::Type::kSmall, pen.theme().soft, model.help);
      pen.skip(24);
      for (const model::SettingRow& row : model.rows) {
        write_setting(pen, row, actions);
        pen.skip(20);
      }
    });
  });
}

}  // namespace aandacht::overlay
