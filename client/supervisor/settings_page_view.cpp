#include "client/supervisor/settings_page_view.h"

#include <algorithm>

#include "client/ui/controls.h"
#include "client/ui/pane.h"

namespace aandacht::supervisor {
namespace {

constexpr float kColumn = 560;
constexpr float kLeastColumn = 460;
constexpr float kBetween = 56;
constexpr float kKeyColumn = 164;

void write_choices(ui::Pen& pen, const char* id, const std::string& caption, const std::vector<std::string>& labels,
                   int chosen, const std::vector<std::string>& values, std::vector<SettingsAction>& actions) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, caption);
  pen.skip(4);
  const int pressed = ui::draw_choices(pen, id, labels, chosen);
  if (pressed >= 0) actions.emplace_back(ChooseSetting{id, values[static_cast<std::size_t>(pressed)]});
  pen.skip(20);
}

void write_server(ui::Pen& pen, const model::ConsoleSettingsModel& model, SettingsMemory& memory,
                  std::vector<SettingsAction>& actions) {
  if (memory.written != model.server) {
    memory.server.set(model.server);
    memory.written = model.server;
  }
  pen.line(ui::Type::kSmallBold, pen.theme().soft, model.server_caption);
  pen.skip(4);
  if (ui::draw_text_line(pen, "server", memory.server, model.server_hint).entered) {
    actions.emplace_back(ChooseSetting{"server", memory.server.text()});
  }
  pen.skip(4);
  if (memory.server.text() != model.server) pen.line(ui::Type::kSmall, pen.theme().soft, model.server_hint);
}

void write_keys(ui::Pen& pen, const model::ConsoleSettingsModel& model) {
  ui::Look& look = pen.look();
  pen.line(ui::Type::kBodyBold, pen.theme().ink, model.keys_caption);
  pen.skip(8);
  const float inset = look.text_px(kKeyColumn);
  for (const model::ConsoleKey& key : model.keys) {
    pen.label(ui::Type::kSmallBold, pen.theme().ink, key.key, {pen.x(), pen.y()}, inset - look.px(12));
    pen.paragraph(ui::Type::kSmall, pen.theme().ink, key.does, 0, inset);
    pen.skip(4);
  }
}

}  // namespace

void draw_settings(const model::ConsoleSettingsModel& model, PageFrame& frame, SettingsMemory& memory,
                   std::vector<SettingsAction>& actions) {
  const ui::Box box{frame.at, {frame.right(), frame.bottom()}};
  ui::draw_pane(frame.look, "settings", box, [&](ui::Pen& page) {
    page.line(ui::Type::kSay, page.theme().ink, model.title);
    page.skip(24);
    ui::Look& look = page.look();
    // The keys stand beside the choices where there is room for both.
    const bool beside = page.width() >= look.text_px(2 * kLeastColumn + kBetween);
    const float column = beside ? (page.width() - look.text_px(kBetween)) / 2 : page.width();
    ui::Pen pen(look, {page.x(), page.y()}, std::min(column, look.text_px(kColumn)), true);
    write_choices(pen, "language", model.language_caption, model.languages, model.language, model::language_values(),
                  actions);
    write_choices(pen, "theme", model.theme_caption, model.themes, model.theme, model::theme_values(), actions);
    const int step = ui::draw_stepper(pen, "scale", model.scale_caption, model.scale, model.can_less, model.can_more);
    if (step != 0) actions.emplace_back(StepScale{step});
    pen.skip(20);
    write_server(pen, model, memory, actions);
    if (!model.restart.empty()) {
      pen.skip(8);
      pen.paragraph(ui::Type::kBody, pen.theme().warm, model.restart);
    }
    pen.skip(28);
    if (!beside) {
      write_keys(pen, model);
      pen.skip(24);
    }
    for (const std::string& fault : model.faults) {
      pen.paragraph(ui::Type::kSmall, pen.theme().warm, fault);
      pen.skip(4);
    }
    for (const std::string& note : model.notes) pen.paragraph(ui::Type::kSmall, pen.theme().soft, note);
    if (!beside) return page.skip_pixels(pen.height());
    const float left = pen.right() + look.text_px(kBetween);
    ui::Pen keys(look, {left, page.y()}, std::min(page.right() - left, look.text_px(kColumn)), true);
    write_keys(keys, model);
    page.skip_pixels(std::max(pen.height(), keys.height()));
  });
}

}  // namespace aandacht::supervisor
