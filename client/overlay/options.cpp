#include "client/overlay/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/net/outbox.h"
#include "client/platform/dock.h"
#include "client/ready/command.h"
#include "client/softphone/baresip.h"
#include "shared/base/folders.h"
#include "shared/base/text_file.h"

namespace aandacht::overlay {
namespace {

std::string user_name() {
  const char* agent = std::getenv("AANDACHT_AGENT");
  if (agent != nullptr && *agent != '\0') return agent;
  const char* user = std::getenv("USER");
  return user != nullptr && *user != '\0' ? user : "agent";
}

absl::Status wrong(const char* what) { return absl::InvalidArgumentError(what); }

absl::Status check_agent(const std::string& text) {
  const bool fits = !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || std::string_view(".-_@").find(c) != std::string::npos;
  });
  return fits ? absl::OkStatus() : wrong("must be 1 to 64 letters, digits, '.', '-', '_' or '@'");
}

absl::Status check_softphone(const std::string& text) {
  constexpr const char* kBaresip = "baresip:";
  if (text == "none") return absl::OkStatus();
  if (!absl::StartsWith(text, kBaresip)) return wrong("must be baresip:HOST:PORT or none");
  return softphone::parse_baresip_address(text.substr(std::string_view(kBaresip).size())).status();
}

absl::Status check_time_zone(const std::string& text) {
  absl::TimeZone zone;
  if (text == "local" || absl::LoadTimeZone(text, &zone)) return absl::OkStatus();
  return wrong("must be \"local\" or a name like \"Europe/Amsterdam\"");
}

absl::Status check_dock(const std::string& text) { return platform::parse_dock(text).status(); }

}  // namespace

absl::Status check_address(const std::string& text) {
  if (absl::StartsWith(text, "unix:") && text.size() > 5) return absl::OkStatus();
  const std::size_t colon = text.rfind(':');
  int port = 0;
  const bool fits = colon != std::string::npos && colon > 0 && text.find(' ') == std::string::npos &&
                    absl::SimpleAtoi(text.substr(colon + 1), &port) && port > 0 && port <= 65535;
  return fits ? absl::OkStatus() : wrong("must be HOST:PORT, such as 127.0.0.1:7443");
}

namespace {

void declare_reset(base::Settings& settings, Options& options) {
  settings.section("reset", "Between two calls, when the agent takes a moment.");
  settings.flag("reset.sound", &options.reset_sound, "The desktop's own tone when a moment begins and when it ends.");
  settings.choice("reset.hold_off", &options.reset_hold_off, {"refuse", "off"},
                  "Calls that baresip is rung with meanwhile: refused (486; a queue gives them to a colleague), or let "
                  "ring, which ends the moment.");
  settings.text("reset.not_ready", &options.reset_not_ready, "shell command",
                "Run when the moment begins, with AANDACHT_AGENT and AANDACHT_UNTIL set. Only together with ready.",
                ready::check_command);
  settings.text("reset.ready", &options.reset_ready, "shell command",
                "Run when it is over and whatever happens, again and again until its exit status is 0.",
                ready::check_command);
}

}  // namespace

void declare_settings(base::Settings& settings, Options& options) {
  settings.text("server", &options.server, "address:port", "Where aandachtd listens.", check_address);
  settings.text("agent", &options.agent, "name", "Whose desk this is; 1 to 64 letters, digits, '.', '-', '_' or '@'.",
                check_agent);
  settings.text("token_file", &options.token_file, "file",
                "The token that says who you are. Empty: the file token in the configuration folder, or where the "
                "service runs on this machine one that is made by itself.");
  settings.text("ca", &options.ca, "file, PEM",
                "Who issued the certificate of a service on another machine. Empty: the machine's own list.");
  settings.text("softphone", &options.softphone, "baresip:HOST:PORT or none",
                "The softphone whose calls are followed. \"none\" when it runs `aandachtctl call …` itself.",
                check_softphone);
  settings.text("queue", &options.queue, "name",
                "Told with every call of this softphone; picks the whys that hold for it.");
  settings.choice("language", &options.language, {"nl", "en"}, "The language of the window.");
  settings.choice("theme", &options.theme, {"light", "dark", "contrast"}, "Colours.");
  settings.choice("renderer", &options.renderer, {"software", "opengl"},
                  "How the window is drawn. OpenGL costs about 80 MB more on a machine without a GPU.");
  settings.text("time_zone", &options.time_zone, "IANA name or local", "Times are shown in this zone.",
                check_time_zone);
  settings.real("scale", &options.scale, 0, 4, "factor", "Size of everything; 0 takes the desktop's.");
  settings.integer("width", &options.width, 300, 460, "pixels at scale 1", "Width of the column.");
  settings.integer("text", &options.text, 12, 22, "pixels at scale 1", "Size of the text; 18 is the usual one.");
  settings.choice("form", &options.form, {"column", "pill"},
                  "How the window begins: the whole column, or one line that grows when something matters.");
  settings.text("dock", &options.dock, "right-edge, left-edge or beside:<window class or title>",
                "Where the window stands. Beside a program's window it follows that, e.g. \"beside:twinkle\".",
                check_dock);
  settings.flag("reduced_motion", &options.reduced_motion, "A new card is there at once instead of fading in.");
  settings.choice("log_level", &options.log_level, {"trace", "debug", "info", "warn", "error", "off"},
                  "What is logged, on standard error.");
  settings.flag("click_through", &options.click_through,
                "Begins with letting clicks through to what is under the window; its key ends that.");
  declare_reset(settings, options);
  declare_keys(settings, options.keys);
}

Options default_options() {
  Options options;
  options.agent = user_name();
  options.outbox_file = net::default_outbox_file();
  return options;
}

bool Parsed::first_start() const {
  const auto said = [this](const char* setting) { return source.by_command.count(setting) > 0; };
  return !source.exists && !said("agent") && !said("server") && !said("softphone");
}

namespace {

/// Fails only for a file that the command line names.
absl::Status read_source(base::Settings& settings, const std::string& named, SettingsSource& source) {
  source.file = named.empty() ? base::config_folder() / "overlay.toml" : std::filesystem::path(named);
  std::error_code ignored;
  source.exists = std::filesystem::exists(source.file, ignored);
  if (named.empty() && !source.exists) return absl::OkStatus();
  const absl::StatusOr<std::string> text = base::read_text_file(source.file);
  if (text.ok()) {
    source.faults = settings.load_what_fits(*text, source.file.string());
  } else if (named.empty()) {
    source.faults = {{base::FaultKind::kNotToml, 0, "", "", "", "", std::string(text.status().message())}};
  } else {
    return text.status();
  }
  return absl::OkStatus();
}

Answer mistake(const absl::Status& status) { return {2, "", absl::StrCat(std::string(status.message()), "\n")}; }

}  // namespace

Parsed parse_options(int argc, const char* const* argv, const std::string& version) {
  Parsed parsed;
  Options& options = parsed.options;
  options = default_options();
  base::Settings settings(kSettingsHeading);
  declare_settings(settings, options);

  CLI::App app("Shows beside your softphone who is calling, their journey, and a better sentence when one is needed.",
               "aandacht");
  app.footer(
      "Examples:\n"
      "  aandacht --agent sanne --softphone baresip:127.0.0.1:4444\n"
      "  aandacht --lang en --scale 2 --theme dark\n"
      "  aandacht --print-config > ~/.config/aandacht/overlay.toml\n"
      "\n"
      "Keys that work wherever you type, such as Ctrl+Alt+W to find a why, are in the table [keys] of the\n"
      "configuration file; Ctrl+Alt+I shows them all.");
  std::map<std::string, std::string> given;
  const auto option = [&](const std::string& flag, const std::string& setting, const std::string& meaning) {
    return app.add_option_function<std::string>(
        flag, [&given, setting](const std::string& value) { given[setting] = value; }, meaning);
  };
  option("--server", "server", "where aandachtd listens (127.0.0.1:7443)")->envname("AANDACHT_SERVER");
  option("--agent", "agent", "whose desk this is (your user name)");
  option("--token-file", "token_file", "file with the token that says who you are");
  option("--ca", "ca", "file (PEM) of who issued the service's certificate");
  option("--softphone", "softphone", "baresip:HOST:PORT or none (none)");
  option("--queue", "queue", "queue of this softphone's calls");
  option("--lang", "language", "language of the window: nl or en (nl)");
  option("--theme", "theme", "light, dark or contrast (light)");
  option("--renderer", "renderer", "software or opengl (software)");
  option("--scale", "scale", "size of everything, 0 as the desktop says (0)");
  option("--width", "width", "width of the column in pixels at scale 1, 300 to 460 (380)");
  option("--text", "text", "size of the text in pixels at scale 1, 12 to 22 (18)");
  option("--dock", "dock", "right-edge, left-edge or beside:<window class or title> (right-edge)");
  option("--log-level", "log_level", "trace, debug, info, warn, error or off (warn)");
  std::string config;
  std::string frame_log;
  bool print_config = false;
  bool show_version = false;
  app.add_option("--config", config, "configuration file (TOML)");
  app.add_option("--outbox", options.outbox_file, "file that keeps what the service has not acknowledged");
  app.add_option("--frame-log", frame_log, "write a JSON line for every frame shown: when, what, every word on it");
  app.add_flag("--print-config", print_config, "print the configuration with every setting explained, and exit");
  app.add_flag("--version", show_version, "print the version, and exit");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = app.exit(error, out, err);
    parsed.answer = Answer{code == 0 ? 0 : 2, out.str(), err.str()};
    return parsed;
  }
  if (show_version) {
    parsed.answer = Answer{0, absl::StrCat("aandacht ", version, "\n"), ""};
    return parsed;
  }
  if (absl::Status status = read_source(settings, config, parsed.source); !status.ok()) {
    parsed.answer = mistake(status);
    return parsed;
  }
  for (const auto& [setting, value] : given) {
    if (absl::Status status = settings.set(setting, value); !status.ok()) {
      parsed.answer = mistake(status);
      return parsed;
    }
    parsed.source.by_command.insert(setting);
  }
  options.frame_log = frame_log;
  if (print_config) parsed.answer = Answer{0, settings.print(), ""};
  return parsed;
}

}  // namespace aandacht::overlay
