// What the agent did on the page of settings or in the first start. Views report; Preferences decides.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace aandacht::overlay {

/// A setting, or a part of one (model/settings.h), in the form of base::Settings::set().
struct ChooseSetting {
  std::string name;
  std::string value;
  bool operator==(const ChooseSetting&) const = default;
};

/// "service" or "softphone".
struct TrySetting {
  std::string name;
  bool operator==(const TrySetting&) const = default;
};

struct CloseSettings {
  bool operator==(const CloseSettings&) const = default;
};

/// -1: back, 1: on; on from the last step ends the first start.
struct StepFirstStart {
  int by = 1;
  bool operator==(const StepFirstStart&) const = default;
};

struct SkipFirstStart {
  bool operator==(const SkipFirstStart&) const = default;
};

using SettingsAction = std::variant<ChooseSetting, TrySetting, CloseSettings, StepFirstStart, SkipFirstStart>;
using SettingsActions = std::vector<SettingsAction>;

}  // namespace aandacht::overlay
