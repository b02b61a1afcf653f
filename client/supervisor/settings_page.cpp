#include "client/supervisor/settings_page.h"

#include "absl/strings/str_cat.h"

namespace aandacht::supervisor {

void SettingsPage::draw(PageFrame& frame) {
  std::vector<SettingsAction> actions;
  draw_settings(model::make_console_settings(settings_.state(), frame.language), frame, memory_, actions);
  for (const SettingsAction& action : actions) {
    if (const auto* choice = std::get_if<ChooseSetting>(&action)) settings_.choose(choice->name, choice->value);
    if (const auto* step = std::get_if<StepScale>(&action)) {
      settings_.choose("scale", absl::StrCat(model::next_scale(settings_.options().scale, step->by)));
    }
  }
}

}  // namespace aandacht::supervisor
