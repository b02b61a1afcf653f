// The console's own settings.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "client/model/console_settings_model.h"
#include "client/supervisor/page_frame.h"
#include "client/ui/text_area.h"

namespace aandacht::supervisor {

struct ChooseSetting {
  std::string name;   ///< "language", "theme" or "server".
  std::string value;  ///< As the configuration file has it.
  bool operator==(const ChooseSetting&) const = default;
};
struct StepScale {
  int by = 0;  ///< 1: larger, -1: smaller.
  bool operator==(const StepScale&) const = default;
};
using SettingsAction = std::variant<ChooseSetting, StepScale>;

/// What the page holds between two frames.
struct SettingsMemory {
  ui::TextArea server{"", 200, true};
  std::string written;  ///< What `server` was last set to.
};

void draw_settings(const model::ConsoleSettingsModel& model, PageFrame& frame, SettingsMemory& memory,
                   std::vector<SettingsAction>& actions);

}  // namespace aandacht::supervisor
