// Where files belong: the XDG Base Directory Specification, and what was shipped with the program.
#pragma once

#include <filesystem>

namespace aandacht::base {

/// $XDG_CONFIG_HOME/aandacht, or ~/.config/aandacht. Not created.
[[nodiscard]] std::filesystem::path config_folder();

/// $XDG_DATA_HOME/aandacht, or ~/.local/share/aandacht. Not created.
[[nodiscard]] std::filesystem::path data_folder();

/// $XDG_STATE_HOME/aandacht, or ~/.local/state/aandacht. Not created.
[[nodiscard]] std::filesystem::path state_folder();

/// The folder of shipped files (content/, …): share/aandacht beside the folder of the running program.
[[nodiscard]] std::filesystem::path shipped_folder();

}  // namespace aandacht::base
