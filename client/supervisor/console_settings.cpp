#include "client/supervisor/console_settings.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "client/app/settings_file.h"

namespace aandacht::supervisor {

ConsoleSettings::ConsoleSettings(const ParsedConsole& parsed, std::string version, Changed changed, Post post)
    : options_(parsed.options), file_(parsed.file), changed_(std::move(changed)), post_(std::move(post)) {
  declare_console_settings(settings_, options_);
  state_.file = file_.string();
  state_.version = std::move(version);
  state_.faults = parsed.faults;
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
  if (errands_ == nullptr) errands_ = std::make_unique<app::Errands>();
  const app::SettingChange change{setting, settings_.toml(setting), settings_.comment(setting), settings_.print()};
  errands_->ask([this, change] {
    const absl::Status status = app::write_setting(file_, change);
    if (!status.ok()) spdlog::warn("a setting could not be written: {}", std::string(status.message()));
    if (post_) post_([this, written = status.ok()] { state_.written = written; });
  });
  show();
}

}  // namespace aandacht::supervisor
