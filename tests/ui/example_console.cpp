#include "tests/ui/example_console.h"

#include <memory>

#include "client/model/console_settings_model.h"
#include "client/supervisor/alerts_view.h"
#include "client/supervisor/customers_view.h"
#include "client/supervisor/floor_view.h"
#include "client/supervisor/library_exchange_view.h"
#include "client/supervisor/library_view.h"
#include "client/supervisor/push_view.h"
#include "client/supervisor/reports_view.h"
#include "client/supervisor/settings_page_view.h"
#include "client/supervisor/signs_view.h"
#include "tests/ui/example_alerts.h"
#include "tests/ui/example_customers.h"
#include "tests/ui/example_desks.h"
#include "tests/ui/example_library.h"
#include "tests/ui/example_push.h"
#include "tests/ui/example_reports.h"
#include "tests/ui/example_signs.h"

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
    auto memory = std::make_shared<supervisor::AlertsMemory>();
    if (data.draft) {
      memory->name.set(data.draft->rule.name);
      memory->words.set(model::as_phrase_lines(data.draft->rule.phrases));
    }
    return
        [model = alerts_model(data, language), memory](auto& frame) { supervisor::draw_alerts(model, *memory, frame); };
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
    return [model = library_model(state, language), fields](auto& frame) {
      std::vector<supervisor::LibraryAction> actions;
      supervisor::draw_library(model, *fields, frame, actions);
    };
  };
  const auto add = [&](const char* name, bool usual, std::function<model::LibraryState(Language)> state) {
    scenes.push_back({name, PageName::kLibrary, usual, [=](Language l) { return scene(state(l), l); }});
  };
  add("library-empty", false, [](Language) { return empty_library(); });
  add("library", kUsual, [](Language l) { return typical_library(l); });
  add("library-card", false, [](Language l) {
    model::LibraryState state = typical_library(l);
    state.tab = model::LibraryTab::kPreview;
    return state;
  });
  add("library-history", false, [](Language l) {
    model::LibraryState state = typical_library(l);
    state.tab = model::LibraryTab::kHistory;
    state.compared = 1;
    return state;
  });
  add("library-conflict", false, [](Language l) { return conflicting_library(l); });
  add("library-full", false, [](Language l) { return full_library(l); });
  add("library-alone", false, [](Language l) { return lonely_library(l); });
  const auto exchange = [&](const char* name, model::ExchangeState (*state)()) {
    scenes.push_back({name, PageName::kLibrary, false, [=](Language l) -> DrawPage {
                        auto fields = std::make_shared<supervisor::LibraryFields>();
                        auto files = std::make_shared<supervisor::ExchangeFields>();
                        return [list = library_model(typical_library(l), l), fields, files,
                                model = model::make_exchange_model(state(), l)](auto& frame) {
                          std::vector<supervisor::LibraryAction> actions;
                          supervisor::draw_library(list, *fields, frame, actions, [&](const ui::Box& box) {
                            std::vector<supervisor::ExchangeAction> pressed;
                            supervisor::draw_exchange(model, *files, box, frame, pressed);
                          });
                        };
                      }});
  };
  exchange("library-import", chosen_import);
  exchange("library-import-wrong", wrong_import);
  exchange("library-import-asked", asked_import);
  exchange("library-export-asked", asked_export);
}

void add_signs(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](const model::SignsState& state, Language language) -> DrawPage {
    auto fields = std::make_shared<supervisor::SignFields>();
    fields->text.set(state.draft.text);
    fields->owner.set(state.draft.owner);
    fields->up_day = state.draft.up.value_or(kSignsToday);
    return [model = model::make_signs_model(state, language, kSignsToday), fields](auto& frame) {
      std::vector<supervisor::SignsAction> actions;
      supervisor::draw_signs(model, *fields, frame, actions);
    };
  };
  const auto add = [&](const char* name, bool usual, std::function<model::SignsState(Language)> state) {
    scenes.push_back({name, PageName::kSigns, usual, [=](Language l) { return scene(state(l), l); }});
  };
  add("signs-empty", false, [](Language) { return empty_signs(); });
  add("signs", kUsual, [](Language l) { return typical_signs(l); });
  add("signs-full", false, [](Language l) { return full_signs(l); });
  add("signs-whys", false, [](Language l) { return whys_of_team(l); });
}

void add_reports(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](model::ReportModel model) -> DrawPage {
    auto fields = std::make_shared<supervisor::ReportFields>();
    if (model.file) fields->file.name.set("aandacht-turns-2026-11-09-2026-11-15.csv");
    if (!model.days_fault.empty()) {
      // What is wrong is in the field.
      fields->to.text.set(model.language == Language::kDutch ? "31-11-2026" : "2026-11-31");
      fields->to.begun = true;
      fields->to.shown = model.to;
    }
    return [model = std::move(model), fields](auto& frame) {
      static_cast<void>(supervisor::draw_reports(model, *fields, frame));
    };
  };
  const auto add = [&](std::string name, bool usual, std::function<model::ReportModel(Language)> model) {
    scenes.push_back({std::move(name), PageName::kReports, usual, [=](Language l) { return scene(model(l)); }});
  };
  add("reports-empty", false, [](Language l) { return reports_model(empty_reports(), {}, l); });
  for (int tab = 0; tab < 4; ++tab) {
    model::ReportChoice choice;
    choice.tab = static_cast<decltype(choice.tab)>(tab);
    choice.period = 2;
    add(tab == 0 ? "reports" : "reports-" + std::to_string(tab + 1), tab == 0,
        [choice](Language l) { return reports_model(typical_reports(), choice, l); });
  }
  add("reports-own-days", false, [](Language l) {
    model::ReportChoice choice;
    choice.period = model::kOwnDays;
    model::ReportSources sources = typical_reports();
    sources.typed_from = "01-11-2026";
    sources.typed_to = "31-11-2026";
    choice.from = absl::CivilDay(2026, 11, 1);
    choice.to = absl::CivilDay(2026, 11, 15);
    return reports_model(sources, choice, l);
  });
  const std::pair<const char*, model::ExportPhase> phases[] = {{"reports-files", model::ExportPhase::kIdle},
                                                               {"reports-files-asks", model::ExportPhase::kMayReplace},
                                                               {"reports-files-saving", model::ExportPhase::kRunning},
                                                               {"reports-files-saved", model::ExportPhase::kDone},
                                                               {"reports-files-failed", model::ExportPhase::kFailed}};
  for (const auto& [name, phase] : phases) {
    add(name, phase == model::ExportPhase::kIdle, [phase = phase](Language l) {
      model::ReportChoice choice;
      choice.tab = model::ReportTab::kExport;
      return reports_model(with_file(phase), choice, l);
    });
  }
  add("reports-full", false, [](Language l) {
    model::ReportChoice choice;
    const model::ReportSources sources = full_reports(choice);
    return reports_model(sources, choice, l);
  });
}

void add_customers(std::vector<ConsoleScene>& scenes) {
  const auto scene = [](const model::CustomersState& state, Language language) -> DrawPage {
    return [model = model::make_customers_model(state, language),
            fields = std::make_shared<supervisor::CustomersFields>()](auto& frame) {
      std::vector<supervisor::CustomersAction> actions;
      supervisor::draw_customers(model, *fields, frame, actions);
    };
  };
  const auto add = [&](const char* name, bool usual, std::function<model::CustomersState()> state) {
    scenes.push_back({name, PageName::kCustomers, usual, [=](Language l) { return scene(state(), l); }});
  };
  add("customers-empty", false, no_customers_file);
  add("customers", kUsual, tried_customers);
  add("customers-full", false, full_customers);
  add("customers-not-allowed", false, customers_not_allowed);
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
  if (full) state.faults = {{base::FaultKind::kWrongValue, 7, "theme", "blauw", "light", "", ""}};
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
  around("shell-expired", [](model::ShellState& state, Language) {
    state.connection = model::ConnectionState::kExpired;
    state.said = "this token has expired";
    state.connected_once = true;
  });
  around("shell-unreadable", [](model::ShellState& state, Language) {
    state.connection = model::ConnectionState::kExpired;
    state.said = "this token is no JSON Web Token";
    state.page_has_something = false;
  });
  around("shell-notice", [](model::ShellState& state, Language language) {
    const bool dutch = language == Language::kDutch;
    state.notice = dutch ? "Bericht verstuurd aan team Verhuizen." : "Message sent to team Moving.";
    state.undo = dutch ? "Trek in" : "Take back";
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
  add_signs(scenes);
  add_reports(scenes);
  add_customers(scenes);
  add_settings(scenes);
  add_shell(scenes);
  return scenes;
}

model::ShellModel shell_of(const ConsoleScene& scene, Language language) {
  model::ShellState state;
  for (int i = 0; i < model::kPageNames; ++i) state.pages.push_back({static_cast<PageName>(i), i == 2 ? 4 : 0});
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
  supervisor::ShellMemory memory;
  supervisor::draw_shell(shell_of(scene, language), look, console_moment(), memory, actions, page);
}

}  // namespace aandacht::test
