// The command line of aandachtctl.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/ctl/environment.h"

namespace CLI {
class App;
}

namespace aandacht::ctl {

/// What the command line said.
struct Session {
  std::string server = "127.0.0.1:7443";
  std::string version;
  std::string token_file;  ///< See net::Login, also for what follows.
  std::string ca;
  std::string certificate;
  std::string key;
  std::function<Exit(Environment&)> command;  ///< The command that was named, with its options.
};

/// Reads `arguments` (without the program's name), runs the command they name, says what went wrong.
[[nodiscard]] Exit run(const std::vector<std::string>& arguments, const std::string& version, Environment& environment);

/// main(): the machine's streams, clock and environment.
[[nodiscard]] int run_main(int argc, const char* const* argv, const std::string& version);

/// Each adds one command, which puts itself into `session` when it is named. `session` must outlive `app`, and
/// `environment` the making of the command line: defaults are taken from it.
void add_customers(CLI::App& app, Session& session);
void add_survey(CLI::App& app, Session& session);
void add_me(CLI::App& app, Session& session, const Environment& environment);
void add_habits(CLI::App& app, Session& session, const Environment& environment);
void add_whys(CLI::App& app, Session& session, const Environment& environment);
void add_questions(CLI::App& app, Session& session);
void add_signs(CLI::App& app, Session& session, const Environment& environment);
void add_stories(CLI::App& app, Session& session);
void add_call(CLI::App& app, Session& session, const Environment& environment);
void add_transcript(CLI::App& app, Session& session);
void add_replay(CLI::App& app, Session& session);
void add_watch(CLI::App& app, Session& session);
void add_analyse(CLI::App& app, Session& session);
void add_eval(CLI::App& app, Session& session);
void add_library(CLI::App& app, Session& session);
void add_reset(CLI::App& app, Session& session, const Environment& environment);
void add_push(CLI::App& app, Session& session, const Environment& environment);
void add_model(CLI::App& app, Session& session);
void add_energy(CLI::App& app, Session& session);
void add_alerts(CLI::App& app, Session& session);
void add_report(CLI::App& app, Session& session);
void add_export(CLI::App& app, Session& session);
void add_simulate(CLI::App& app, Session& session);
void add_token(CLI::App& app, Session& session);
void add_ready(CLI::App& app, Session& session);
void add_doctor(CLI::App& app, Session& session);

}  // namespace aandacht::ctl
