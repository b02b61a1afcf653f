// The console's settings while it runs: chosen on their page, kept in the file.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "client/model/console_settings_model.h"
#include "client/supervisor/console_options.h"

namespace aandacht::supervisor {

/// Belongs to the drawing thread.
class ConsoleSettings {
 public:
  /// Called when a setting has another value. True: it holds now; false: from the next start on.
  using Changed = std::function<bool(const std::string& setting)>;

  ConsoleSettings(const ParsedConsole& parsed, std::string version, Changed changed);

  [[nodiscard]] const ConsoleOptions& options() const { return options_; }
  [[nodiscard]] const model::ConsoleSettingsState& state() const { return state_; }

  /// Lets a value hold and writes it to the file; does nothing for one that does not fit.
  void choose(const std::string& setting, const std::string& value);

 private:
  void show();

  ConsoleOptions options_;
  base::Settings settings_{kConsoleHeading};
  std::filesystem::path file_;
  Changed changed_;
  model::ConsoleSettingsState state_;
};

}  // namespace aandacht::supervisor
