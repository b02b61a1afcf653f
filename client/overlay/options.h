// What the overlay can be told: command line over configuration file over defaults.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "shared/base/settings.h"

namespace aandacht::overlay {

struct Options {
  std::string server = "127.0.0.1:7443";
  std::string agent;  ///< Defaults to the user's name.
  std::string softphone = "none";
  std::string queue;
  std::string language = "nl";
  std::string theme = "light";
  std::string renderer = "software";
  std::string time_zone = "local";
  double scale = 0;  ///< 0: as the desktop says.
  int width = 380;   ///< Pixels of the design.
  std::string log_level = "warn";
  std::filesystem::path outbox_file;
  std::filesystem::path frame_log;  ///< Empty: none.
};

/// What the command line asks for instead of running.
struct Answer {
  int exit_code = 0;
  std::string out;  ///< For standard output.
  std::string err;  ///< For standard error.
};

/// Either options to run with, or an answer to print and exit with.
struct Parsed {
  Options options;
  std::optional<Answer> answer;
};

/// Reads the command line and the configuration file it names, or the one in base::config_folder() when there is one.
/// Mistakes come back as an answer with exit code 2 that names the option, or file and line.
[[nodiscard]] Parsed parse_options(int argc, const char* const* argv, const std::string& version);

}  // namespace aandacht::overlay
