// aandachtctl doctor
#include <CLI/CLI.hpp>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/checks.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/net/outbox.h"
#include "client/platform/dock.h"
#include "client/ready/lease.h"
#include "client/ready/program.h"
#include "shared/base/folders.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Looks at what the overlay and the service need on this machine and says what to do about what is wrong.
Exit status 1 when something is broken; a warning is not.)";

struct Options {
  bool json = false;
  std::string content;
  std::string outbox;
  std::string dock;
};

const char* word(Health health) {
  switch (health) {
    case Health::kOk:
      return "ok";
    case Health::kWarning:
      return "warn";
    case Health::kBroken:
      return "fail";
  }
  return "";
}

platform::Standing look_at_desktop(const Environment& environment, const std::string& dock) {
  if (environment.variable("DISPLAY").value_or("").empty()) return {.reachable = false};
  const absl::StatusOr<platform::Dock> parsed = platform::parse_dock(dock);
  return platform::look_at_desktop(parsed.ok() ? parsed->window : "");
}

std::vector<Finding> examine(const Session& session, const Options& options, const Environment& environment) {
  const std::filesystem::path content =
      options.content.empty() ? base::shipped_folder() / "content" : std::filesystem::path(options.content);
  const std::filesystem::path outbox =
      options.outbox.empty() ? net::default_outbox_file() : std::filesystem::path(options.outbox);
  const Machine machine{.variable = environment.variable};
  const std::string dock = options.dock.empty() ? dock_setting(base::config_folder() / "overlay.toml") : options.dock;
  const platform::Standing standing = look_at_desktop(environment, dock);
  return {{"program", Health::kOk, absl::StrCat("aandachtctl ", session.version), ""},
          check_service(session.server),
          check_teams(session.server),
          check_content(content),
          check_outbox(outbox, environment.clock),
          check_display(machine),
          check_window_manager(machine),
          check_on_top(standing),
          check_dock(standing, dock),
          check_not_ready(reset_settings(base::config_folder() / "overlay.toml"), ready::ready_program(),
                          ready::lease_folder(), environment.variable("PATH").value_or("")),
          check_shared_memory(machine),
          check_fonts(machine)};
}

Exit doctor(const Session& session, const Options& options, Environment& environment) {
  Exit exit = Exit::kOk;
  for (const Finding& finding : examine(session, options, environment)) {
    if (finding.health == Health::kBroken) exit = Exit::kFailed;
    if (options.json) {
      environment.out << to_line({{"subject", finding.subject},
                                  {"health", word(finding.health)},
                                  {"what", finding.what},
                                  {"advice", finding.advice}})
                      << '\n';
      continue;
    }
    environment.out << absl::StreamFormat("%-4s  %-15s %s\n", word(finding.health), finding.subject, finding.what);
    if (!finding.advice.empty()) environment.out << absl::StreamFormat("%22s→ %s\n", "", finding.advice);
  }
  return exit;
}

}  // namespace

void add_doctor(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("doctor", "What works on this machine, what does not, and what to do");
  command->footer(kHelp);
  command->add_option("--content", options->content, "Folder of rules and word lists, instead of the shipped one")
      ->type_name("DIR");
  command->add_option("--outbox", options->outbox, "Where reports are kept until they are sent")->type_name("FILE");
  command->add_option("--dock", options->dock, "Where the overlay is to stand, instead of what its settings say")
      ->type_name("PLACE");
  command->add_flag("--json", options->json, "JSON lines out");
  command->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return doctor(session, *options, e); };
  });
}

}  // namespace aandacht::ctl
