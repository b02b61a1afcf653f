#include "client/ctl/program.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/net/login.h"
#include "spdlog/sinks/stdout_sinks.h"
#include "spdlog/spdlog.h"

namespace aandacht::ctl {
namespace {

constexpr char kAbout[] =
    "aandachtctl talks to aandachtd, the service behind the overlay: import customers, report calls, send\n"
    "transcripts, replay whole calls, watch desks, and find out what is wrong.";

constexpr char kExamples[] = R"(Begin here:
  aandachtctl doctor                                     what works on this machine and what does not
  aandachtctl customers import customers.jsonl           who may call
  aandachtctl replay calls.jsonl --speed 5               watch whole calls go by, five times as fast
  aandachtctl watch desk --agent anna                    what agent anna is shown, as it happens

Exit status: 0 done, 1 it could not be done (one sentence on standard error says why), 2 the command line is wrong.
`aandachtctl COMMAND --help` teaches one command. Formats: docs/commands.md.)";

/// What is wrong, in a sentence; `deepest` is the last command that was understood.
std::string sentence(const CLI::App& app, const CLI::App& deepest, const CLI::ParseError& error) {
  const std::vector<const CLI::App*> choices =
      deepest.get_subcommands([](const CLI::App* choice) { return !choice->get_name().empty(); });
  if (choices.empty() || error.get_name() != "RequiredError") return error.what();
  std::vector<std::string> names;
  for (const CLI::App* choice : choices) names.push_back(choice->get_name());
  const std::vector<std::string> left = app.remaining(/*recurse=*/true);
  const std::string wrong = left.empty() ? "say what to do" : absl::StrCat("'", left.front(), "' is not known here");
  return absl::StrCat(wrong, ": choose one of ", absl::StrJoin(names, ", "));
}

Exit usage(Environment& environment, const CLI::App& app, const CLI::ParseError& error) {
  std::string command = app.get_name();
  const CLI::App* deepest = &app;
  while (!deepest->get_subcommands().empty()) {
    deepest = deepest->get_subcommands().back();
    absl::StrAppend(&command, " ", deepest->get_name());
  }
  environment.err << "aandachtctl: " << sentence(app, *deepest, error) << "\nSee `" << command << " --help`.\n";
  return Exit::kUsage;
}

void add_commands(CLI::App& app, Session& session, const Environment& environment) {
  add_doctor(app, session);
  add_customers(app, session);
  add_survey(app, session);
  add_me(app, session, environment);
  add_habits(app, session, environment);
  add_whys(app, session, environment);
  add_questions(app, session);
  add_signs(app, session, environment);
  add_stories(app, session);
  add_call(app, session, environment);
  add_transcript(app, session);
  add_replay(app, session);
  add_watch(app, session);
  add_analyse(app, session);
  add_eval(app, session);
  add_library(app, session);
  add_model(app, session);
  add_energy(app, session);
  add_alerts(app, session);
  add_report(app, session);
  add_export(app, session);
  add_simulate(app, session);
  add_push(app, session, environment);
  add_ready(app, session);
  add_token(app, session);
  add_reset(app, session, environment);
}

// A defect of a library is no reason to end a script with a core dump.
Exit run_command(const Session& session, Environment& environment) {
  try {
    return session.command(environment);
  } catch (const std::exception& error) {
    return fail(environment, absl::StrCat("stopped because of ", error.what()));
  }
}

}  // namespace

Exit run(const std::vector<std::string>& arguments, const std::string& version, Environment& environment) {
  Session session;
  session.version = version;
  CLI::App app(kAbout, "aandachtctl");
  app.footer(kExamples);
  app.set_version_flag("--version", absl::StrCat("aandachtctl ", version));
  app.add_option("--server", session.server, "Address of the service")
      ->envname("AANDACHT_SERVER")
      ->capture_default_str()
      ->type_name("HOST:PORT");
  app.add_option("--token-file", session.token_file, "File with the token that says who you are")
      ->envname("AANDACHT_TOKEN_FILE")
      ->type_name("FILE");
  app.add_option("--ca", session.ca, "Who issued the service's certificate (PEM)")->type_name("FILE");
  app.add_option("--client-certificate", session.certificate,
                 "Your own certificate (PEM), for a token that is bound to it")
      ->type_name("FILE");
  app.add_option("--client-key", session.key, "Its private key (PEM)")->type_name("FILE");
  app.fallthrough();
  app.require_subcommand(1);
  add_commands(app, session, environment);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& asked) {  // --help and --version
    app.exit(asked, environment.out, environment.err);
    return Exit::kOk;
  } catch (const CLI::ParseError& error) {
    return usage(environment, app, error);
  }
  const std::string name = default_agent(environment);
  net::log_in({session.token_file, {name, name, std::nullopt, {}}, session.ca, session.certificate, session.key});
  const Exit exit = run_command(session, environment);
  environment.out.flush();
  return exit;
}

int run_main(int argc, const char* const* argv, const std::string& version) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  // Standard output is for results: some softphones read it as orders.
  spdlog::set_default_logger(spdlog::stderr_logger_mt("aandachtctl"));
  spdlog::set_level(spdlog::level::err);
  const base::SystemClock clock;
  base::RandomIds ids;
  Environment environment{
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .clock = clock,
      .ids = ids,
      .zone = absl::LocalTimeZone(),
      .variable = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
      },
      .sleep = [](absl::Duration wait) { std::this_thread::sleep_for(absl::ToChronoNanoseconds(wait)); },
  };
  return static_cast<int>(run(std::vector<std::string>(argv + 1, argv + argc), version, environment));
}

}  // namespace aandacht::ctl
