// What the overlay can be told: command line over configuration file over defaults.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/overlay/keys.h"
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
  int text = 18;     ///< Body text, pixels of the design; all other sizes follow.
  std::string dock = "right-edge";
  std::string form = "column";
  bool reduced_motion = false;
  std::string reset_hold_off = "refuse";
  std::string reset_not_ready;  ///< Shell commands; without both of them none is run.
  std::string reset_ready;
  bool reset_sound = false;  ///< The desktop's tone when a reset begins and ends.
  KeyChords keys;
  bool click_through = false;
  std::string token_file;  ///< See net::Login.
  std::string ca;          ///< Likewise.
  std::string log_level = "warn";
  std::filesystem::path outbox_file;
  std::filesystem::path frame_log;  ///< Empty: none.
};

/// What stands at the top of the file.
inline constexpr const char* kSettingsHeading = "The overlay's configuration: $XDG_CONFIG_HOME/aandacht/overlay.toml";

/// Whether `text` is an address of a service: HOST:PORT or unix:PATH. A failure's message completes "<setting> …".
[[nodiscard]] absl::Status check_address(const std::string& text);

/// Makes every setting of the overlay known to `settings`, bound to `options` whose values become the defaults. Both
/// outlive what is done with `settings`.
void declare_settings(base::Settings& settings, Options& options);

/// The options that hold when nothing is said: the agent's name is that of the environment.
[[nodiscard]] Options default_options();

/// What the command line asks for instead of running.
struct Answer {
  int exit_code = 0;
  std::string out;  ///< For standard output.
  std::string err;  ///< For standard error.
};

/// Where settings are kept and what was wrong there.
struct SettingsSource {
  std::filesystem::path file;
  bool exists = false;
  std::vector<base::Fault> faults;   ///< Of the file; what it could not say holds as it was.
  std::set<std::string> by_command;  ///< Settings that the command line gave: they hold over the file.
};

/// Either options to run with, or an answer to print and exit with.
struct Parsed {
  Options options;
  SettingsSource source;
  std::optional<Answer> answer;

  /// Nobody has chosen yet: there is no file, and the command line says neither whose desk this is nor what to follow.
  [[nodiscard]] bool first_start() const;
};

/// Reads the command line and the configuration file it names, or the one in base::config_folder() when there is one.
/// A mistake on the command line comes back as an answer with exit code 2 that names the option; so does a file that
/// the command line names and that cannot be read. Mistakes in a file are faults of `source`, and the rest holds.
[[nodiscard]] Parsed parse_options(int argc, const char* const* argv, const std::string& version);

}  // namespace aandacht::overlay
