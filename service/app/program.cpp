#include "service/app/program.h"

#include <malloc.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "service/app/config.h"
#include "service/app/service.h"
#include "shared/base/cold_code.h"
#include "shared/base/folders.h"
#include "shared/base/log.h"

namespace aandacht::service_app {
namespace {

constexpr const char* kHeading =
    "Configuration of aandachtd, the service of Aandacht.\n"
    "Read from --config FILE, else from aandachtd.toml in the configuration folder ($XDG_CONFIG_HOME/aandacht).";

constexpr const char* kAbout =
    "The service of Aandacht: takes calls and their words, keeps every agent's desk, and tells overlays what to show.\n"
    "Runs until SIGTERM or SIGINT; what was acknowledged is on disk.";

constexpr const char* kExamples =
    "Examples:\n"
    "  aandachtd                                  listen on 127.0.0.1:7443, remember in the data folder\n"
    "  aandachtd --listen 127.0.0.1:0             any free port; the first line of output tells which\n"
    "  aandachtd --store sqlite:team.db           remember in another file\n"
    "  aandachtd --print-config > aandachtd.toml  every setting with its meaning, unit and default, to edit\n"
    "  aandachtd --config aandachtd.toml          use that file\n"
    "  aandachtctl doctor                         see whether all is well";

struct Options {
  std::optional<std::string> listen;
  std::optional<std::string> store;
  std::optional<std::string> content;
  std::optional<std::string> tokens;
  std::optional<std::string> config;
  bool print_config = false;
};

void declare(CLI::App& app, Options& options, const char* version) {
  app.footer(kExamples);
  app.set_version_flag("--version", std::string("aandachtd ") + version, "Tell the version");
  app.add_option("--listen", options.listen, "Address to listen on (default 127.0.0.1:7443; port 0: any free one)")
      ->type_name("ADDRESS:PORT");
  app.add_option("--store", options.store, "Where to remember (default: aandacht.db in the data folder)")
      ->type_name("sqlite:FILE");
  app.add_option("--config", options.config,
                 "Configuration file (default: aandachtd.toml in the configuration folder, if it is there)")
      ->type_name("FILE");
  app.add_option("--content", options.content, "Folder of whys and coach rules (default: the shipped one)")
      ->type_name("FOLDER");
  app.add_option("--tokens", options.tokens, "required: every caller brings a token (default); off: nobody does")
      ->type_name("required|off");
  app.add_flag("--print-config", options.print_config,
               "Print every setting with meaning, unit, default and present value, as a configuration file");
}

absl::Status read_settings(const Options& options, base::Settings& settings) {
  const std::filesystem::path usual = base::config_folder() / "aandachtd.toml";
  std::error_code ignored;
  absl::Status status;
  if (options.config) {
    status = settings.load(*options.config);
  } else if (std::filesystem::exists(usual, ignored)) {
    status = settings.load(usual);
  }
  const std::pair<const char*, const std::optional<std::string>*> given[] = {{"listen", &options.listen},
                                                                             {"store", &options.store},
                                                                             {"content", &options.content},
                                                                             {"identity.tokens", &options.tokens}};
  for (const auto& [name, value] : given) {
    if (status.ok() && *value) status = settings.set(name, **value);
    if (!status.ok()) return status;
  }
  return status;
}

int complain(const absl::Status& status) {
  std::cerr << "aandachtd: " << std::string(status.message()) << "\n";
  return 1;
}

// Blocked before any thread starts, so that all inherit it and only wait_for_signal() gets them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signals;
}

// More than half of what it has then: content is read and compiled once, and keys are made once.
void give_back_what_starting_took() {
  base::give_back_all_code();
  malloc_trim(0);
}

int serve(const Config& config) {
  const sigset_t signals = block_signals();
  umask(S_IRWXG | S_IRWXO);  // What customers said is for this user only.
  const absl::StatusOr<std::unique_ptr<Service>> service = Service::start(config);
  if (!service.ok()) return complain(service.status());
  std::cout << "listening on " << (*service)->address() << std::endl;
  give_back_what_starting_took();
  int received = 0;
  sigwait(&signals, &received);
  // A second signal ends it at once.
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  spdlog::info("stopping");
  (*service)->drain();
  spdlog::info("stopped");
  return 0;
}

}  // namespace

int run(int argc, char** argv, const char* version) {
  CLI::App app(kAbout, "aandachtd");
  Options options;
  declare(app, options, version);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  Config config;
  base::Settings settings(kHeading);
  declare(settings, config);
  if (absl::Status status = read_settings(options, settings); !status.ok()) return complain(status);
  if (options.print_config) {
    std::cout << settings.print();
    return 0;
  }
  if (absl::Status status = base::start_log("aandachtd", config.log_level, config.log_format); !status.ok())
    return complain(status);
  return serve(config);
}

}  // namespace aandacht::service_app
