// aandachtctl ready
#include <CLI/CLI.hpp>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/checks.h"
#include "client/ctl/program.h"
#include "client/ready/lease.h"
#include "client/ready/program.h"
#include "client/ready/watchdog.h"
#include "shared/base/folders.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Ready now, whatever a reset or a crash left behind: ends what waits and runs every ready command that is still owed,
first as the settings say it now.
With --try the commands of the settings are run once, not ready and ready again, to see whether they work.
Exit status 1: a ready command failed; it is still owed and tried again by whoever comes next.

Examples:
  aandachtctl ready                          after a crash, or when in doubt
  aandachtctl ready --try                    after a change of [reset] in overlay.toml)";

struct Options {
  bool try_commands = false;
  std::string config;
};

std::filesystem::path settings_file(const Options& options) {
  return options.config.empty() ? base::config_folder() / "overlay.toml" : std::filesystem::path(options.config);
}

Exit run_program(const std::vector<std::string>& arguments, const std::string& well, Environment& environment) {
  const absl::StatusOr<int> ended = ready::start_program(ready::ready_program(), arguments);
  if (!ended.ok()) return fail(environment, std::string(ended.status().message()));
  if (*ended != 0) return fail(environment, "a ready command failed; what it printed is above");
  environment.out << well << '\n';
  return Exit::kOk;
}

Exit try_commands(const Options& options, Environment& environment) {
  const std::filesystem::path file = settings_file(options);
  const ResetSettings settings = reset_settings(file);
  if (settings.not_ready.empty() || settings.ready.empty()) {
    return fail(environment, absl::StrCat("not_ready and ready are not both set under [reset] in ", file.string()));
  }
  const std::string until = absl::FormatTime(absl::RFC3339_sec, environment.clock.now(), absl::UTCTimeZone());
  return run_program({"--stay", "--not-ready", settings.not_ready, "--ready", settings.ready, "--for", "0", "--margin",
                      "0", "--agent", default_agent(environment), "--until", until},
                     "not ready and ready again: the ready command works", environment);
}

Exit make_ready(const Options& options, Environment& environment) {
  const std::filesystem::path folder = ready::lease_folder();
  if (ready::lease_files(folder).empty()) {
    environment.out << "nobody is held not-ready\n";
    return Exit::kOk;
  }
  const int told = ready::call_in_all(folder);
  std::vector<std::string> arguments = {"--stay", "--recover", "--once"};
  // The command that is owed may be the wrong one that was mended since.
  const ResetSettings settings = reset_settings(settings_file(options));
  if (!settings.ready.empty()) {
    arguments.insert(arguments.end(), {"--ready", settings.ready, "--agent", default_agent(environment)});
  }
  return run_program(arguments, told > 0 ? "the running reset's ready command is run now" : "ready again", environment);
}

}  // namespace

void add_ready(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("ready", "Ready again after a reset or a crash");
  command->footer(kHelp);
  command->add_flag("--try", options->try_commands, "Run the commands of the settings once");
  command->add_option("--config", options->config, "Settings of the overlay")->type_name("FILE");
  command->callback([&session, options] {
    session.command = [options](Environment& e) {
      return options->try_commands ? try_commands(*options, e) : make_ready(*options, e);
    };
  });
}

}  // namespace aandacht::ctl
