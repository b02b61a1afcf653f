// The page of settings and the first start, each over the whole window.
#pragma once

#include "client/model/settings_model.h"
#include "client/overlay/settings_action.h"
#include "client/ui/pen.h"

namespace aandacht::overlay {

/// Title and close at the top, all groups below, scrolling. Begins and ends an ImGui window of its own.
/// \param keyboard  the window has the keyboard to go from part to part
void draw_settings(const model::SettingsModel& model, ui::Look& look, bool keyboard, SettingsActions& actions);

/// One step: what is asked, rows, and the way on at the bottom.
void draw_first_start(const model::FirstStartModel& model, ui::Look& look, bool keyboard, SettingsActions& actions);

/// One row of either.
void write_setting(ui::Pen& pen, const model::SettingRow& row, SettingsActions& actions);

}  // namespace aandacht::overlay
