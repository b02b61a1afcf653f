#include "client/supervisor/console_settings.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "client/app/settings_file.h"

namespace aandacht::supervisor {

ConsoleSettings::ConsoleSettings(const ParsedConsole& parsed, std::string version, Changed changed)
    : options_(parsed.options), file_(parsed.file), changed_(std::move(changed)) {
  declare_console_settings(settings_, options_);
  state_.file = file_.string();
  state_.version = std::move(version);
  for (const base::Fault& fault : parsed.faults) state_.faults.push_back(fault.message);
  show();
}

void ConsoleSettings::show() {
  state_.language = options_.language;
  state_.theme = options_.theme;
  state_.scale = options_.scale;
  state_.server = options_.server;
}

void ConsoleSettings::choose(const std::string& setting, const std::string& value) {
  if (settings_.get(setting) == value || !settings_.set(setting, value).ok()) return;
  if (!changed_(setting)) state_.restart = true;
  // Chosen a few times a year: not worth a thread of its own.
  const absl::Status written =
      app::write_setting(file_, {setting, settings_.toml(setting), settings_.comment(setting), settings_.print()});
  state_.written = written.ok();
  if (!written.ok()) spdlog::warn("a setting could not be written: {}", std::string(written.message()));
  show();
}

}  // namespace aandacht::supervisor
