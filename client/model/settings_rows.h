// The row of each setting. For the .cpp files of this folder.
#pragma once

#include <optional>
#include <string_view>

#include "client/model/settings_model.h"

namespace aandacht::model {

/// Nothing when `state` has no such setting.
[[nodiscard]] std::optional<SettingRow> setting_row(const SettingsState& state, std::string_view name,
                                                    Language language);

[[nodiscard]] SettingRow try_service_row(const SettingsState& state, Language language);
[[nodiscard]] SettingRow try_softphone_row(const SettingsState& state, Language language);

/// Adds the row of each of `names` that there is.
void add_rows(const SettingsState& state, std::initializer_list<const char*> names, Language language,
              std::vector<SettingRow>& rows);

}  // namespace aandacht::model
