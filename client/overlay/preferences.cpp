#include "client/overlay/preferences.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "shared/base/text_file.h"

namespace aandacht::overlay {
namespace {

constexpr const char* kUsualSoftphone = "127.0.0.1:4444";
constexpr const char* kUsualWindow = "Linphone";

/// The setting that `name` is or is a part of, and what it becomes.
std::pair<std::string, std::string> whole_of(const std::string& name, const std::string& value) {
  if (name == model::kSoftphoneKind) {
    return {"softphone", value == "none" ? value : absl::StrCat(model::kBaresipPrefix, kUsualSoftphone)};
  }
  if (name == model::kSoftphoneAddress) return {"softphone", absl::StrCat(model::kBaresipPrefix, value)};
  if (name == model::kDockKind) {
    return {"dock", value == "beside" ? absl::StrCat(model::kBesidePrefix, kUsualWindow) : value};
  }
  if (name == model::kDockWindow) return {"dock", absl::StrCat(model::kBesidePrefix, value)};
  return {name, value};
}

}  // namespace

Preferences::Preferences(const Parsed& parsed, std::string version, Hooks hooks)
    : options_(parsed.options), settings_(kSettingsHeading), hooks_(std::move(hooks)) {
  // The defaults that the file tells are those of nobody's choice.
  Options standard = default_options();
  std::swap(standard, options_);
  declare_settings(settings_, options_);
  options_ = standard;
  for (const std::string& name : settings_.names()) state_.values[name] = settings_.get(name);
  state_.by_command = parsed.source.by_command;
  state_.faults = parsed.source.faults;
  state_.file = parsed.source.file.string();
  state_.version = std::move(version);
  if (parsed.first_start()) page_ = Page::kFirstStart;
  watch_file();
}

Preferences::~Preferences() {
  *alive_ = false;
  watch_.reset();
  errands_.reset();
}

void Preferences::post(std::function<void()> work) {
  hooks_.post([work = std::move(work), alive = alive_] {
    if (*alive) work();
  });
}

void Preferences::errand(std::function<void()> work) {
  if (errands_ == nullptr) errands_ = std::make_unique<Errands>();
  errands_->ask(std::move(work));
}

void Preferences::open() {
  if (page_ != Page::kNone) return;
  page_ = Page::kSettings;
  state_.service = model::ServiceAnswer::kNotTried;
  state_.softphone = model::PhoneAnswer::kNotTried;
  state_.not_taken.clear();
  read_again();
}

void Preferences::close() {
  if (page_ == Page::kSettings) page_ = Page::kNone;
}

void Preferences::act(const SettingsAction& action) {
  struct Act {
    Preferences& preferences;
    void operator()(const ChooseSetting& a) const { preferences.choose(a.name, a.value); }
    void operator()(const TrySetting& a) const {
      a.name == "service" ? preferences.try_service() : preferences.try_softphone();
    }
    void operator()(const CloseSettings&) const { preferences.close(); }
    void operator()(const StepFirstStart& a) const { preferences.step_on(a.by); }
    void operator()(const SkipFirstStart&) const { preferences.finish_first_start(); }
  };
  std::visit(Act{*this}, action);
}

void Preferences::choose(const std::string& name, const std::string& value) {
  const std::string trimmed(absl::StripAsciiWhitespace(value));
  if (name == model::kWhyCheck) {
    set_why_check(trimmed == "true");
    return hooks_.why_check(trimmed == "true");
  }
  const auto [setting, whole] = whole_of(name, trimmed);
  const std::string before = settings_.get(setting);
  if (absl::Status status = settings_.set(setting, whole); !status.ok()) {
    state_.not_taken[name] = trimmed;
    return;
  }
  state_.not_taken.erase(name);
  if (settings_.get(setting) == before) return;
  state_.by_command.erase(setting);
  take_value(setting, settings_.get(setting));
  if (page_ != Page::kFirstStart) write(setting);
}

void Preferences::set_why_check(std::optional<bool> wanted) {
  if (wanted) {
    state_.values[model::kWhyCheck] = *wanted ? "true" : "false";
  } else {
    state_.values.erase(model::kWhyCheck);
  }
}

// The variable has the value already.
void Preferences::take_value(const std::string& setting, const std::string& value) {
  state_.values[setting] = value;
  if (setting == "server" || setting == "agent") state_.service = model::ServiceAnswer::kNotTried;
  if (setting == "softphone") state_.softphone = model::PhoneAnswer::kNotTried;
  if (hooks_.changed(setting)) {
    state_.after_restart.erase(setting);
  } else {
    state_.after_restart.insert(setting);
  }
}

void Preferences::write(const std::string& setting) {
  app::SettingChange change{setting, settings_.toml(setting), settings_.comment(setting), settings_.print()};
  ++unwritten_[setting];
  errand([this, file = std::filesystem::path(state_.file), change = std::move(change)] {
    const absl::Status written = app::write_setting(file, change);
    if (!written.ok()) spdlog::warn("a setting could not be written: {}", std::string(written.message()));
    post([this, setting = change.name, fine = written.ok()] {
      state_.written = fine;
      // What could not be written holds all the same, until the program ends.
      if (fine && --unwritten_[setting] == 0) unwritten_.erase(setting);
      if (watch_ == nullptr) watch_file();
    });
    if (const auto text = base::read_text_file(file); text.ok()) {
      post([this, text = *text] { take_file(text); });
    }
  });
}

// Before the folder exists there is nothing to watch.
void Preferences::watch_file() {
  const std::filesystem::path file = state_.file;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return;
  watch_ = std::make_unique<app::FileWatch>(file, [this, file] {
    if (const auto text = base::read_text_file(file); text.ok()) {
      post([this, text = *text] { take_file(text); });
    }
  });
}

void Preferences::read_again() {
  errand([this, file = std::filesystem::path(state_.file)] {
    if (const auto text = base::read_text_file(file); text.ok()) {
      post([this, text = *text] { take_file(text); });
    }
  });
}

// What the file says holds; a wrong line, and what the command line decided, leaves what is there.
void Preferences::take_file(const std::string& text) {
  Options said = default_options();
  base::Settings file(kSettingsHeading);
  declare_settings(file, said);
  std::vector<base::Fault> faults = file.load_what_fits(text, state_.file);
  std::set<std::string> wrong;
  for (base::Fault& fault : faults) {
    wrong.insert(fault.setting);
    if (fault.kind == base::FaultKind::kWrongValue) fault.used = settings_.get(fault.setting);
  }
  const bool readable = faults.empty() || faults[0].kind != base::FaultKind::kNotToml;
  state_.faults = std::move(faults);
  if (!readable || page_ == Page::kFirstStart) return;
  for (const std::string& name : settings_.names()) {
    const std::string value = file.get(name);
    if (value == settings_.get(name) || wrong.count(name) > 0 || state_.by_command.count(name) > 0) continue;
    if (unwritten_.count(name) > 0) continue;  // The file is older than what was chosen.
    if (settings_.set(name, value).ok()) take_value(name, value);
  }
}

void Preferences::try_service() {
  if (state_.service == model::ServiceAnswer::kTrying) return;
  state_.service = model::ServiceAnswer::kTrying;
  errand([this, server = options_.server, agent = options_.agent] {
    const model::ServiceAnswer answer = hooks_.probes.service(server, agent);
    post([this, server, agent, answer] {
      if (server == options_.server && agent == options_.agent) state_.service = answer;
    });
  });
}

void Preferences::try_softphone() {
  if (state_.softphone == model::PhoneAnswer::kTrying) return;
  state_.softphone = model::PhoneAnswer::kTrying;
  errand([this, softphone = options_.softphone] {
    const model::PhoneAnswer answer = hooks_.probes.softphone(softphone);
    post([this, softphone, answer] {
      if (softphone == options_.softphone) state_.softphone = answer;
    });
  });
}

void Preferences::step_on(int by) {
  const int step = static_cast<int>(step_) + by;
  if (step >= model::kFirstSteps) {
    finish_first_start();
  } else if (step >= 0) {
    step_ = static_cast<model::FirstStep>(step);
  }
}

void Preferences::finish_first_start() {
  if (page_ != Page::kFirstStart) return;
  page_ = Page::kNone;
  errand([this, file = std::filesystem::path(state_.file), text = settings_.print()] {
    const absl::Status written = base::write_text_file(file, text);
    if (!written.ok()) spdlog::warn("the settings could not be written: {}", std::string(written.message()));
    post([this, fine = written.ok()] {
      state_.written = fine;
      watch_file();
    });
  });
  hooks_.begun();
}

}  // namespace aandacht::overlay
