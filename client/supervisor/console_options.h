// What the console can be told: command line over environment over configuration file over defaults.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/settings.h"

namespace aandacht::supervisor {

struct ConsoleOptions {
  std::string server = "127.0.0.1:7443";
  std::string token_file;  ///< See net::Login.
  std::string ca;          ///< Likewise.
  std::string language = "nl";
  std::string theme = "light";
  double scale = 0;  ///< 0: as the desktop says.
  std::string time_zone = "local";
  std::string log_level = "warn";
  std::string page;                ///< To open with; empty: the last one.
  std::filesystem::path text_log;  ///< Empty: none.
};

inline constexpr const char* kConsoleHeading = "The console's configuration: $XDG_CONFIG_HOME/aandacht/console.toml";

/// Makes every setting known, bound to `options`; both outlive what is done with `settings`.
void declare_console_settings(base::Settings& settings, ConsoleOptions& options);

/// Either options to run with, or an answer to print and exit with.
struct ParsedConsole {
  ConsoleOptions options;
  std::filesystem::path file;       ///< Where settings are kept; may not exist.
  std::vector<base::Fault> faults;  ///< Of the file; what it could not say holds as it was.
  std::optional<int> exit_code;     ///< Present: print and exit.
  std::string out;
  std::string err;
};

/// A mistake on the command line is an answer with exit code 2 that names the option; mistakes in the file in its usual
/// place are faults.
[[nodiscard]] ParsedConsole parse_console_options(int argc, const char* const* argv, const std::string& version);

}  // namespace aandacht::supervisor
