// The console's settings while it runs: chosen on their page, kept in the file.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "client/app/errands.h"
#include "client/model/console_settings_model.h"
#include "client/supervisor/console_options.h"

namespace aandacht::supervisor {

/// Belongs to the drawing thread; the file is written on a thread of its own, begun with the first choice. What was
/// chosen is on the disk when this goes.
class ConsoleSettings {
 public:
  /// Called when a setting has another value. True: it holds now; false: from the next start on.
  using Changed = std::function<bool(const std::string& setting)>;

  /// Runs work in the drawing thread; called from any thread. Empty: nobody is told that a choice was not written.
  using Post = std::function<void(std::function<void()> work)>;

  ConsoleSettings(const ParsedConsole& parsed, std::string version, Changed changed, Post post = {});

  [[nodiscard]] const ConsoleOptions& options() const { return options_; }
  [[nodiscard]] const model::ConsoleSettingsState& state() const { return state_; }

  /// Lets a value hold and has it written to the file; does nothing for one that does not fit. Does not wait.
  void choose(const std::string& setting, const std::string& value);

 private:
  void show();

  ConsoleOptions options_;
  base::Settings settings_{kConsoleHeading};
  std::filesystem::path file_;
  Changed changed_;
  Post post_;
  model::ConsoleSettingsState state_;
  std::unique_ptr<app::Errands> errands_;  // Last: it uses the rest.
};

}  // namespace aandacht::supervisor
