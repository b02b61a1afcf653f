#include "tests/ui/example_console.h"

#include <memory>

#include "client/model/console_settings_model.h"
#include "client/supervisor/alerts_view.h"
#include "client/supervisor/floor_view.h"
#include "client/supervisor/library_view.h"
#include "client/supervisor/push_view.h"
#include "client/supervisor/settings_page_view.h"
#include "tests/ui/example_alerts.h"
#include "tests/ui/example_desks.h"
#include "tests/ui/example_library.h"
#include "tests/ui/example_push.h"

namespace aandacht::test {
namespace {

using model::Language;
using model::PageName;

constexpr bool kUsual = true;

void add_floor(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](model::FloorModel model) -> DrawPage {
    return [model = std::move(model), memory = std::make_shared<supervisor::FloorMemory>()](auto& frame) {
      supervisor::draw_floor(model, *memory, frame);
    };
  };
  scenes.push_back({"floor-empty", PageName::kFloor, false, [=](Language l) { return scene(empty_floor_model(l)); }});
  scenes.push_back({"floor", PageName::kFloor, kUsual, [=](Language l) { return scene(floor_model(l)); }});
  scenes.push_back({"floor-selected", PageName::kFloor, false,
                    [=](Language l) { return scene(selected_floor_model(l, model::WatchStage::kNone)); }});
  scenes.push_back({"floor-reason", PageName::kFloor, kUsual,
                    [=](Language l) { return scene(selected_floor_model(l, model::WatchStage::kAsking)); }});
  scenes.push_back({"floor-watched", PageName::kFloor, false,
                    [=](Language l) { return scene(selected_floor_model(l, model::WatchStage::kLive)); }});
  scenes.push_back(
      {"floor-full", PageName::kFloor, false, [=](Language l) { return scene(crowded_floor_model(l, 500)); }});
}

void add_push(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](const model::PushState& state, Language language) -> DrawPage {
    auto fields = std::make_shared<supervisor::PushFields>();
    fields->text.set(state.form.text);
    fields->reason.set(state.form.reason);
    return [model = push_model(state, language), fields](auto& frame) {
      std::vector<supervisor::PushAction> actions;
      supervisor::draw_push(model, *fields, frame, actions);
    };
  };
  scenes.push_back({"push-empty", PageName::kPush, false, [=](Language l) { return scene(empty_push(), l); }});
  scenes.push_back({"push", PageName::kPush, kUsual, [=](Language l) { return scene(typical_push(l), l); }});
  scenes.push_back({"push-full", PageName::kPush, false, [=](Language l) { return scene(full_push(l), l); }});
}

void add_alerts(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](const model::AlertsData& data, Language language) -> DrawPage {
    return [model = alerts_model(data, language), memory = std::make_shared<supervisor::AlertsMemory>()](auto& frame) {
      supervisor::draw_alerts(model, *memory, frame);
    };
  };
  const auto add = [&](const char* name, bool usual, std::function<model::AlertsData(Language)> data) {
    scenes.push_back({name, PageName::kAlerts, usual, [=](Language l) { return scene(data(l), l); }});
  };
  add("alerts-empty", false, [](Language) { return empty_alerts(); });
  add("alerts", kUsual, [](Language l) { return typical_alerts(l); });
  add("alerts-full", false, [](Language l) { return full_alerts(l); });
  add("alerts-rule", false, [](Language l) { return written_rule(l); });
  add("alerts-new-rule", false, [](Language l) { return new_rule(l); });
  add("alerts-conflict", false, [](Language l) { return rule_in_conflict(l); });
}

void add_library(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](const model::LibraryState& state, Language language) -> DrawPage {
    auto fields = std::make_shared<supervisor::LibraryFields>(library_fields(state));
    const auto kept = std::make_shared<model::LibraryState>(state);
    return [model = library_model(*kept, language), fields, kept](auto& frame) {
      std::vector<supervisor::LibraryAction> actions;
      supervisor::draw_library(model, *fields, frame, actions);
    };
  };
  const auto tab = [](model::LibraryState state, model::LibraryTab shown) {
    state.tab = shown;
    state.compared = 1;
    return state;
  };
  scenes.push_back({"library-empty", PageName::kLibrary, false, [=](Language l) { return scene(empty_library(), l); }});
  scenes.push_back({"library", PageName::kLibrary, kUsual, [=](Language l) { return scene(typical_library(l), l); }});
  scenes.push_back({"library-card", PageName::kLibrary, false, [=](Language l) {
                      return scene(tab(typical_library(l), model::LibraryTab::kPreview), l);
                    }});
  scenes.push_back({"library-history", PageName::kLibrary, false, [=](Language l) {
                      return scene(tab(typical_library(l), model::LibraryTab::kHistory), l);
                    }});
  scenes.push_back(
      {"library-merge", PageName::kLibrary, kUsual, [=](Language l) { return scene(conflicting_library(l), l); }});
  scenes.push_back({"library-full", PageName::kLibrary, false, [=](Language l) { return scene(full_library(l), l); }});
}

model::ConsoleSettingsState settings_state(Language language, bool full) {
  model::ConsoleSettingsState state;
  state.language = language == Language::kDutch ? "nl" : "en";
  state.theme = "light";
  state.scale = full ? 1.25 : 0;
  state.server = full ? "aandacht.klantenservice.voorbeeldbedrijf.example:7443" : "127.0.0.1:7443";
  state.file = "~/.config/aandacht/console.toml";
  state.version = "1.0";
  state.restart = full;
  if (full)
    state.faults = {"~/.config/aandacht/console.toml:7: theme: must be one of light, dark, contrast; \"blauw\""};
  return state;
}

DrawPage settings_page(Language language, bool full) {
  return [model = model::make_console_settings(settings_state(language, full), language),
          memory = std::make_shared<supervisor::SettingsMemory>()](auto& frame) {
    std::vector<supervisor::SettingsAction> actions;
    supervisor::draw_settings(model, frame, *memory, actions);
  };
}

void add_settings(std::vector<ConsoleScene>& scenes) {
  scenes.push_back({"settings", PageName::kSettings, kUsual, [](Language l) { return settings_page(l, false); }});
  scenes.push_back({"settings-full", PageName::kSettings, false, [](Language l) { return settings_page(l, true); }});
}

/// What stands around a page, around the floor.
void add_shell(std::vector<ConsoleScene>& scenes) {
  const auto around = [&](const char* name, std::function<void(model::ShellState&, Language)> change) {
    scenes.push_back({name, PageName::kFloor, false,
                      [](Language language) -> DrawPage {
                        return [model = floor_model(language), memory = std::make_shared<supervisor::FloorMemory>()](
                                   auto& frame) { supervisor::draw_floor(model, *memory, frame); };
                      },
                      std::move(change)});
  };
  around("shell-lost", [](model::ShellState& state, Language) { state.connection = model::ConnectionState::kLost; });
  around("shell-refused",
         [](model::ShellState& state, Language) { state.connection = model::ConnectionState::kRefused; });
  around("shell-notice", [](model::ShellState& state, Language language) {
    const bool dutch = language == Language::kDutch;
    state.notice = dutch ? "Bericht verstuurd aan team Verhuizen." : "Message sent to team Moving.";
    state.undo = dutch ? "Trek terug" : "Take back";
    state.pages[2].badge = 128;
  });
}

}  // namespace

std::vector<ConsoleScene> console_scenes() {
  std::vector<ConsoleScene> scenes;
  add_floor(scenes);
  add_push(scenes);
  add_alerts(scenes);
  add_library(scenes);
  add_settings(scenes);
  add_shell(scenes);
  return scenes;
}

model::ShellModel shell_of(const ConsoleScene& scene, Language language) {
  model::ShellState state;
  for (int i = 0; i < model::kPageNames; ++i) state.pages.push_back({static_cast<PageName>(i), i == 2 ? 3 : 0});
  state.shown = scene.page;
  state.connection = model::ConnectionState::kConnected;
  state.server = "127.0.0.1:7443";
  state.me = "Kim Bosch";
  if (scene.around) scene.around(state, language);
  return model::make_shell_model(state, language);
}

supervisor::ShellMoment console_moment() { return {absl::FromUnixSeconds(1772445600), absl::UTCTimeZone()}; }

void draw_scene(const ConsoleScene& scene, Language language, ui::Look& look, const DrawPage& page) {
  std::vector<supervisor::ShellAction> actions;
  supervisor::draw_shell(shell_of(scene, language), look, console_moment(), actions, page);
}

}  // namespace aandacht::test
