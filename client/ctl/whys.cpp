// aandachtctl whys
#include <CLI/CLI.hpp>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/ctl/why_checks.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

struct Options {
  bool json = false;
  std::string query;
  std::string language;
  std::string queue;
  int limit = 8;
};

void print(const domain::Why& why, const Options& options, Environment& environment) {
  if (options.json) {
    environment.out << to_line(why_json(why)) << '\n';
    return;
  }
  environment.out << why.topic << "  (" << why.id << ")\n  " << why.rule << "\n";
}

Exit search(const Session& session, const Options& options, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const auto whys = service.search_whys(options.query, options.language, options.queue, options.limit);
  if (!whys.ok()) return fail(environment, session.server, whys.status());
  for (const domain::Why& why : *whys) print(why, options, environment);
  return Exit::kOk;
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const absl::Status status =
      service.list_whys(options.language, [&](const domain::Why& why) { print(why, options, environment); });
  return status.ok() ? Exit::kOk : fail(environment, session.server, status);
}

}  // namespace

void add_whys(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  CLI::App* whys = app.add_subcommand("whys", "Why policies are as they are");
  whys->require_subcommand(1);
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = whys->add_subcommand(name, about);
    added->add_flag("--json", options->json, "JSON lines out");
    added->add_option("--lang", options->language, "Only this language, such as nl or en");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  add_why_checks(*whys, session, environment);
  add("list", "All whys, by their ids", list);
  CLI::App* find = add("search", "Whys that fit a few letters, best first", search);
  find->footer("Example:\n  aandachtctl whys search tijdvak --queue Vlietnet");
  find->add_option("QUERY", options->query, "A few letters of the topic")->required();
  find->add_option("--queue", options->queue, "Only whys of this queue and those of all queues");
  find->add_option("--limit", options->limit, "At most so many")->capture_default_str()->check(CLI::Range(1, 50));
}

}  // namespace aandacht::ctl
