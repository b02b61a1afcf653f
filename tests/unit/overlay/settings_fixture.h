// Settings and first start as the program runs them, without a window on a screen.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/overlay/preferences.h"
#include "client/overlay/settings_view.h"
#include "client/ui/look.h"
#include "shared/base/text_file.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/headless_ui.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

/// A configuration folder of its own, preferences in it, and the pages drawn.
class SettingsFixture {
 public:
  /// `toml`: the file as it is at the start; nullopt: there is none.
  explicit SettingsFixture(const std::optional<std::string>& toml, std::vector<const char*> arguments = {}) {
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    setenv("AANDACHT_AGENT", "sanne", 1);
    if (toml) REQUIRE(base::write_text_file(file(), *toml).ok());
    arguments.insert(arguments.begin(), "aandacht");
    const overlay::Parsed parsed =
        overlay::parse_options(static_cast<int>(arguments.size()), arguments.data(), "1.2.3");
    REQUIRE_FALSE(parsed.answer);
    overlay::Preferences::Hooks hooks;
    hooks.post = [this](std::function<void()> work) {
      const std::scoped_lock lock(mutex_);
      work_.push_back(std::move(work));
    };
    hooks.changed = [this](const std::string& setting) {
      changed.push_back(setting);
      return setting != "renderer";
    };
    hooks.begun = [this] { begun = true; };
    hooks.why_check = [this](bool wanted) { why_check = wanted; };
    hooks.probes.service = [this](const std::string& server, const std::string& agent) {
      const std::scoped_lock lock(mutex_);
      tried = server + " " + agent;
      return service;
    };
    hooks.probes.softphone = [this](const std::string& address) {
      const std::scoped_lock lock(mutex_);
      tried = address;
      return softphone;
    };
    preferences_ = std::make_unique<overlay::Preferences>(parsed, "1.2.3", std::move(hooks));
    HeadlessUi::Options options;
    options.height = 4000;  // The whole page: what is not on the screen cannot be pressed.
    options.add_fonts = [this](ImFontAtlas& atlas, float scale) {
      look_ = ui::make_look(ui::Palette::kLight, scale, atlas);
    };
    options.apply_style = [this](float) { ui::apply_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(std::move(options), [this] { draw(); });
  }

  [[nodiscard]] std::filesystem::path file() const { return folder_.file("config/aandacht/overlay.toml"); }
  [[nodiscard]] std::string text() const { return base::read_text_file(file()).value_or(""); }
  [[nodiscard]] overlay::Preferences& preferences() { return *preferences_; }
  [[nodiscard]] HeadlessUi& ui() { return *ui_; }

  void run_posted() {
    std::deque<std::function<void()>> work;
    {
      const std::scoped_lock lock(mutex_);
      work.swap(work_);
    }
    for (const auto& each : work) each();
  }

  [[nodiscard]] bool eventually(const std::function<bool()>& condition) {
    return test::eventually([&] {
      run_posted();
      ui_->settle();
      return condition();
    });
  }

  [[nodiscard]] bool sees(const std::string& words) {
    return eventually([&] { return ui_->sees(words); });
  }

  std::vector<std::string> changed;
  bool begun = false;
  std::optional<bool> why_check;  ///< What was last wished.
  model::ServiceAnswer service = model::ServiceAnswer::kServes;
  model::PhoneAnswer softphone = model::PhoneAnswer::kAnswers;
  std::string tried;

 private:
  void draw() {
    const auto language =
        preferences_->options().language == "en" ? model::Language::kEnglish : model::Language::kDutch;
    overlay::SettingsActions actions;
    switch (preferences_->page()) {
      case overlay::Preferences::Page::kNone:
        break;
      case overlay::Preferences::Page::kSettings:
        overlay::draw_settings(model::make_settings_model(preferences_->state(), language), look_, false, actions);
        break;
      case overlay::Preferences::Page::kFirstStart:
        overlay::draw_first_start(model::make_first_start_model(preferences_->state(), preferences_->step(), language),
                                  look_, false, actions);
        break;
    }
    for (const overlay::SettingsAction& action : actions) preferences_->act(action);
    if (!actions.empty() || look_.typed.settles()) ui_->loop().redraw();
  }

  TemporaryFolder folder_;
  std::mutex mutex_;
  std::deque<std::function<void()>> work_;
  std::unique_ptr<overlay::Preferences> preferences_;
  ui::Look look_;
  std::unique_ptr<HeadlessUi> ui_;
};

}  // namespace aandacht::test
