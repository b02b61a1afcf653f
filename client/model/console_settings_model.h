// The console's settings, as its page shows them.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"
#include "shared/base/settings.h"

namespace aandacht::model {

struct ConsoleSettingsState {
  std::string language;  ///< "nl" or "en"
  std::string theme;     ///< "light", "dark" or "contrast"
  double scale = 0;      ///< 0: as the desktop says.
  std::string server;
  std::string file;                 ///< Where they are kept.
  std::vector<base::Fault> faults;  ///< Of the file.
  bool restart = false;             ///< Something chosen holds from the next start on.
  bool written = true;              ///< The file could be written.
  std::string version;
};

/// A key and what it does.
struct ConsoleKey {
  std::string key;
  std::string does;
  bool operator==(const ConsoleKey&) const = default;
};

struct ConsoleSettingsModel {
  std::string title;
  std::string language_caption;
  std::vector<std::string> languages;
  int language = 0;
  std::string theme_caption;
  std::vector<std::string> themes;
  int theme = 0;
  std::string scale_caption;
  std::string scale;  ///< "125 %"
  bool can_less = true;
  bool can_more = true;
  std::string server_caption;
  std::string server;
  std::string server_hint;
  std::string restart;              ///< Empty: everything holds.
  std::vector<std::string> faults;  ///< What is wrong with the file.
  std::vector<std::string> notes;   ///< About the file.
  std::string keys_caption;
  std::vector<ConsoleKey> keys;

  bool operator==(const ConsoleSettingsModel&) const = default;
};

/// Pure.
[[nodiscard]] ConsoleSettingsModel make_console_settings(const ConsoleSettingsState& state, Language language);

/// The next size up (`by` 1) or down (-1); the same at either end. 0 is "as the desktop says", below all others.
[[nodiscard]] double next_scale(double scale, int by);

/// The values of the settings "language" and "theme", in the order of the model's lists.
[[nodiscard]] const std::vector<std::string>& language_values();
[[nodiscard]] const std::vector<std::string>& theme_values();

}  // namespace aandacht::model
