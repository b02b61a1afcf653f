#include "client/supervisor/console_options.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "shared/base/folders.h"
#include "shared/base/text_file.h"

namespace aandacht::supervisor {
namespace {

constexpr const char* kFooter =
    "Pages: floor (who talks with whom), push (a word to somebody), alerts, library (whys and cards), signs "
    "(questions\n"
    "that keep coming back), reports, customers, settings. Ctrl+1 … Ctrl+7 go to a page, Ctrl+Tab to the next, Ctrl+0\n"
    "to the settings; Tab, arrows, Enter and Escape do the rest.\n"
    "\n"
    "Who you are and which teams you lead stands in your token; an administrator makes one with\n"
    "`aandachtctl token create`.\n"
    "\n"
    "Examples:\n"
    "  aandacht-supervisor                                      the service on this machine, as you left it\n"
    "  aandacht-supervisor --server aandacht.example.org:7443 --token-file ~/token --page alerts\n"
    "  aandacht-supervisor --lang en --theme dark --scale 1.5   on a wall screen\n"
    "  aandacht-supervisor --print-config > ~/.config/aandacht/console.toml";

absl::Status check_server(const std::string& text) {
  const bool fits = text.find(':') != std::string::npos && text.find(' ') == std::string::npos;
  return fits ? absl::OkStatus() : absl::InvalidArgumentError("must be HOST:PORT, such as 127.0.0.1:7443");
}

absl::Status check_zone(const std::string& text) {
  absl::TimeZone zone;
  if (text == "local" || absl::LoadTimeZone(text, &zone)) return absl::OkStatus();
  return absl::InvalidArgumentError("must be \"local\" or a name like \"Europe/Amsterdam\"");
}

/// What was given on the command line, by setting.
using Given = std::map<std::string, std::string>;

void add_options(CLI::App& app, Given& given, ConsoleOptions& options) {
  const auto option = [&](const std::string& flag, const std::string& setting, const std::string& meaning) {
    return app.add_option_function<std::string>(
        flag, [&given, setting](const std::string& value) { given[setting] = value; }, meaning);
  };
  option("--server", "server", "where aandachtd listens (127.0.0.1:7443)")->envname("AANDACHT_SERVER");
  option("--token-file", "token_file", "file with the token that says who you are and which teams you lead")
      ->envname("AANDACHT_TOKEN_FILE");
  option("--ca", "ca", "file (PEM) of who issued the service's certificate");
  option("--lang", "language", "language of the window: nl or en (nl)");
  option("--theme", "theme", "light, dark or contrast (light)");
  option("--scale", "scale", "size of everything, 0 as the desktop says (0)");
  option("--log-level", "log_level", "trace, debug, info, warn, error or off (warn)");
  app.add_option("--text-log", options.text_log, "append the words of every frame to this file, with their places");
  app.add_option("--page", options.page, "page to open with (the one you left)")
      ->check(CLI::IsMember({"floor", "push", "alerts", "library", "signs", "reports", "customers", "settings"}));
}

/// Fails only for a file that the command line names.
absl::Status read_file(base::Settings& settings, const std::string& named, ParsedConsole& parsed) {
  parsed.file = named.empty() ? base::config_folder() / "console.toml" : std::filesystem::path(named);
  const absl::StatusOr<std::string> text = base::read_text_file(parsed.file);
  if (text.ok()) {
    parsed.faults = settings.load_what_fits(*text, parsed.file.string());
    return absl::OkStatus();
  }
  if (!named.empty()) return text.status();
  if (!absl::IsNotFound(text.status())) {
    parsed.faults = {{base::FaultKind::kNotToml, 0, "", "", "", "", std::string(text.status().message())}};
  }
  return absl::OkStatus();
}

absl::Status take(base::Settings& settings, const Given& given) {
  for (const auto& [setting, value] : given) {
    if (absl::Status status = settings.set(setting, value); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace

void declare_console_settings(base::Settings& settings, ConsoleOptions& options) {
  settings.text("server", &options.server, "address:port", "Where aandachtd listens.", check_server);
  settings.text("token_file", &options.token_file, "file",
                "The token that says who you are and which teams you lead. Empty: the file token in the configuration "
                "folder, or where the service runs on this machine one that is made by itself.");
  settings.text("ca", &options.ca, "file, PEM",
                "Who issued the certificate of a service on another machine. Empty: the machine's own list.");
  settings.choice("language", &options.language, {"nl", "en"}, "The language of the window.");
  settings.choice("theme", &options.theme, {"light", "dark", "contrast"}, "Colours.");
  settings.real("scale", &options.scale, 0, 4, "factor", "Size of everything; 0 takes the desktop's.");
  settings.text("time_zone", &options.time_zone, "IANA name or local", "Times are shown in this zone.", check_zone);
  settings.choice("log_level", &options.log_level, {"trace", "debug", "info", "warn", "error", "off"},
                  "What is logged, on standard error.");
}

ParsedConsole parse_console_options(int argc, const char* const* argv, const std::string& version) {
  ParsedConsole parsed;
  base::Settings settings(kConsoleHeading);
  declare_console_settings(settings, parsed.options);
  CLI::App app("The console of supervisors: the floor, messages, alerts, the library, signs, reports.",
               "aandacht-supervisor");
  app.footer(kFooter);
  Given given;
  add_options(app, given, parsed.options);
  std::string config;
  bool print_config = false;
  app.add_option("--config", config, "configuration file (TOML)");
  app.add_flag("--print-config", print_config, "print the configuration with every setting explained, and exit");
  app.set_version_flag("--version", absl::StrCat("aandacht-supervisor ", version), "print the version, and exit");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    parsed.exit_code = app.exit(error, out, err) == 0 ? 0 : 2;
    parsed.out = out.str();
    parsed.err = err.str();
    return parsed;
  }
  absl::Status status = read_file(settings, config, parsed);
  if (status.ok()) status = take(settings, given);
  if (!status.ok()) {
    parsed.exit_code = 2;
    parsed.err = absl::StrCat(std::string(status.message()), "\n");
    return parsed;
  }
  if (print_config) {
    parsed.exit_code = 0;
    parsed.out = settings.print();
  }
  return parsed;
}

}  // namespace aandacht::supervisor
