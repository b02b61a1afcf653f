// aandachtctl push
#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <variant>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/ctl/json_out.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/prompt_advice.h"
#include "client/ctl/prompt_lines.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/prompts.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(The prompt waits until the agent has a window open and no quiet hours are, and then until the agent's attention
budget has room for it; or it expires. What could be said better is said before, and nothing is refused because of it;
--check only says that. What became of it: push list, push watch. To take it back: push recall.

Examples:
  aandachtctl push --agent anna --supervisor "Kim, team 3" --reason "storing sinds 10:00" \
      "We weten van de storing; voor 14:00 is hij over" --for 30m
  aandachtctl push --team returns --template nl/storing-bekend --field plaats=Zwolle
  aandachtctl push --everybody --urgent --reason "..." "..."
  aandachtctl push watch --json | jq -c 'select(.state == "used")')";

struct Options {
  bool json = false;
  net::PromptOrder order;
  std::vector<std::string> fields;  // "name=words"
  std::string language;
  bool check = false;
};

using Fields = std::map<std::string, std::string>;

Fields fields_of(const std::vector<std::string>& words) {
  Fields fields;
  for (const std::string& each : words) {
    const std::size_t equals = each.find('=');
    if (equals == std::string::npos || equals == 0)
      throw CLI::ValidationError("--field", "'" + each + "' is not NAME=WORDS");
    fields[each.substr(0, equals)] = each.substr(equals + 1);
  }
  return fields;
}

/// The words of the template; what the command line says comes before.
absl::Status fill_in(net::Prompts& prompts, const Fields& fields, net::PromptOrder& order) {
  if (order.template_id.empty()) return absl::OkStatus();
  const auto templates =
      wait_for<std::vector<domain::PromptTemplate>>([&](auto answer) { prompts.templates("", std::move(answer)); });
  if (!templates.ok()) return templates.status();
  const auto found = std::find_if(templates->begin(), templates->end(),
                                  [&](const domain::PromptTemplate& each) { return each.id == order.template_id; });
  if (found == templates->end()) {
    return absl::NotFoundError(
        absl::StrCat("there is no template \"", order.template_id, "\"; see aandachtctl push templates"));
  }
  if (order.text.empty()) order.text = domain::fill_slots(found->text, fields);
  if (order.reason.empty()) order.reason = domain::fill_slots(found->reason, fields);
  order.urgent = order.urgent || found->urgent;
  return absl::OkStatus();
}

void tell(const net::PromptPushed& pushed, const std::string& id, bool json, Environment& environment) {
  const Json quiet = pushed.quiet_until ? moment_json(*pushed.quiet_until, environment.zone) : Json(nullptr);
  if (json) {
    environment.out
        << to_line({{"prompt", id}, {"desks", pushed.desks}, {"waiting", pushed.waiting}, {"quiet_until", quiet}})
        << '\n';
    return;
  }
  const int there = pushed.desks - pushed.waiting;
  environment.out << "the prompt is at " << there << (there == 1 ? " desk\n" : " desks\n");
  if (pushed.waiting == 0) return;
  environment.out << "it waits for " << pushed.waiting << (pushed.waiting == 1 ? " agent" : " agents");
  if (pushed.quiet_until)
    environment.out << ": quiet hours until " << absl::FormatTime("%H:%M", *pushed.quiet_until, environment.zone);
  environment.out << (pushed.quiet_until ? "\n" : pushed.waiting == 1 ? " who is away\n" : " who are away\n");
}

Exit push(const Session& session, const Options& options, Environment& environment) {
  net::Prompts prompts(net::open_channel(session.server), absl::Seconds(10));
  net::PromptOrder order = options.order;
  order.id = absl::StrCat("prompt-", environment.ids.next());
  if (absl::Status status = fill_in(prompts, fields_of(options.fields), order); !status.ok())
    return fail(environment, session.server, status);
  const auto findings = wait_for<std::vector<domain::PromptFinding>>(
      [&](auto answer) { prompts.check(order.text, order.reason, options.language, std::move(answer)); });
  if (options.check && !findings.ok()) return fail(environment, session.server, findings.status());
  if (findings.ok())
    write_advice(*findings, options.check && options.json, options.check ? environment.out : environment.err);
  if (options.check) return Exit::kOk;
  const auto pushed = wait_for<net::PromptPushed>([&](auto answer) { prompts.push(order, std::move(answer)); });
  if (!pushed.ok()) return fail(environment, session.server, pushed.status());
  tell(*pushed, order.id, options.json, environment);
  return Exit::kOk;
}

Exit recall(const Session& session, const std::string& prompt_id, Environment& environment) {
  net::Prompts prompts(net::open_channel(session.server));
  const auto recalled = wait_for<bool>([&](auto answer) { prompts.recall(prompt_id, std::move(answer)); });
  if (!recalled.ok()) return fail(environment, session.server, recalled.status());
  environment.out << (*recalled ? "it was taken back before\n" : "it is taken back\n");
  return Exit::kOk;
}

Exit list_templates(const Session& session, const Options& options, Environment& environment) {
  net::Prompts prompts(net::open_channel(session.server));
  const auto templates = wait_for<std::vector<domain::PromptTemplate>>(
      [&](auto answer) { prompts.templates(options.language, std::move(answer)); });
  if (!templates.ok()) return fail(environment, session.server, templates.status());
  for (const domain::PromptTemplate& each : *templates) {
    environment.out << (options.json ? to_line({{"template", each.id},
                                                {"language", each.language},
                                                {"text", each.text},
                                                {"reason", each.reason},
                                                {"urgent", each.urgent},
                                                {"fields", each.fields}})
                                     : absl::StrCat(each.id, "  ", each.text))
                    << '\n';
  }
  return Exit::kOk;
}

struct Connection {
  net::ConnectionState state = net::ConnectionState::kConnecting;
  std::string detail;
};
using Letter = std::variant<net::PromptUpdate, Connection>;

/// Until `limit`, the output is closed or the service says no. `once`: until what there is was told.
Exit follow(const Session& session, const Options& options, absl::Duration limit, bool once, Environment& environment) {
  Mailbox<Letter> mailbox;
  const net::PromptWatch watch(net::open_channel(session.server),
                               {.on_update = [&](net::PromptUpdate update) { mailbox.put(std::move(update)); },
                                .on_connection =
                                    [&](net::ConnectionState state, const std::string& detail) {
                                      mailbox.put(Connection{state, detail});
                                    }});
  const absl::Duration end = environment.clock.steady() + limit;
  bool away = false;
  for (;;) {
    const std::optional<Letter> letter = mailbox.take(end - environment.clock.steady());
    if (!letter && !once) return Exit::kOk;
    if (!letter) return fail(environment, session.server, absl::DeadlineExceededError(""));
    if (const auto* connection = std::get_if<Connection>(&*letter)) {
      if (net::is_refusal(connection->state)) return fail(environment, connection->detail);
      if (connection->state != net::ConnectionState::kDisconnected || std::exchange(away, true)) continue;
      environment.err << "aandachtctl: waiting for the service at " << session.server << " …" << std::endl;
      continue;
    }
    away = false;
    const std::vector<domain::PushedPrompt>& prompts = std::get<net::PromptUpdate>(*letter).prompts;
    if (once && prompts.empty() && !options.json)
      environment.err << "nothing was pushed to your teams in the last 24 hours\n";
    for (const domain::PushedPrompt& prompt : prompts) {
      for (const std::string& line : prompt_lines(prompt, options.json, environment.zone))
        environment.out << line << '\n';
    }
    environment.out.flush();
    if (once || !environment.out) return Exit::kOk;
  }
}

/// Not CLI::RequiredError: that would be told as a subcommand which is missing.
[[noreturn]] void refuse_missing(const std::string& what, const std::string& why) {
  throw CLI::ValidationError(absl::StrCat(what, " is missing: ", why, R"(, such as
  aandachtctl push --agent anna --reason "storing sinds 10:00" "We weten van de storing; voor 14:00 is hij over")"));
}

void check_order(const Options& options) {
  const net::PromptAudience& audience = options.order.audience;
  if (audience.agent_ids.empty() && audience.team_ids.empty() && !audience.everybody)
    refuse_missing("--agent, --team or --everybody", "say to whom");
  if (!options.order.template_id.empty()) return;
  if (options.order.text.empty()) refuse_missing("TEXT", "say what to do or say, or name a --template");
  if (options.order.reason.empty()) refuse_missing("--reason", "say why; the agent reads it");
}

void add_order(CLI::App& command, Options& options) {
  net::PromptOrder& order = options.order;
  add_agents(command, order.audience.agent_ids, "To whom; several with commas");
  command.add_option("--team", order.audience.team_ids, "To whole teams; several with commas")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_flag("--everybody", order.audience.everybody, "To everybody in the teams you lead");
  command
      .add_option("--supervisor", order.supervisor,
                  "Who pushes it, as the agent reads it; with a token it is the token's")
      ->capture_default_str();
  command.add_option("--template", order.template_id, "A prompt that was written beforehand; see push templates");
  command.add_option("--field", options.fields, "NAME=WORDS that fill a {slot} of the template; may be repeated")
      ->take_all()
      ->expected(1);
  command.add_option("--reason", order.reason, "Why; the agent sees this");
  command.add_option("TEXT", order.text, "What to do or say");
  command.add_flag("--urgent", order.urgent, "May jump the queue");
  add_duration(command, "--for", order.time_to_live, "How long it is worth showing", absl::Seconds(10), absl::Hours(8));
  command.add_option("--lang", options.language, "Language of the words, for what could be said better: nl or en")
      ->check(CLI::IsMember({"nl", "en"}));
  command.add_flag("--check", options.check, "Only say what could be said better; nothing is pushed");
  command.add_flag("--json", options.json, "JSON out");
}

void add_watching(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  auto limit = std::make_shared<absl::Duration>(absl::InfiniteDuration());
  CLI::App* list = command.add_subcommand("list", "What was pushed in the last 24 hours, and what became of it");
  CLI::App* watch = command.add_subcommand("watch", "The same, and then as it happens");
  for (CLI::App* each : {list, watch}) each->add_flag("--json", options->json, "JSON lines out, one a desk");
  add_duration(*watch, "--for", *limit, "How long to watch");
  list->callback([&session, options] {
    session.command = [&session, options](Environment& e) {
      return follow(session, *options, absl::Seconds(10), true, e);
    };
  });
  watch->callback([&session, options, limit] {
    session.command = [&session, options, limit](Environment& e) {
      return follow(session, *options, *limit, false, e);
    };
  });
}

void add_rest(CLI::App& command, Session& session) {
  auto options = std::make_shared<Options>();
  auto prompt_id = std::make_shared<std::string>();
  CLI::App* recall_command = command.add_subcommand("recall", "Take a prompt off every desk where it is not answered");
  recall_command->add_option("ID", *prompt_id, "As push --json and push list say it")->required();
  recall_command->callback([&session, prompt_id] {
    session.command = [&session, prompt_id](Environment& e) { return recall(session, *prompt_id, e); };
  });
  CLI::App* templates = command.add_subcommand("templates", "Prompts that were written beforehand");
  templates->add_option("--lang", options->language, "Of this language only, such as nl");
  templates->add_flag("--json", options->json, "JSON lines out");
  templates->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return list_templates(session, *options, e); };
  });
}

}  // namespace

void add_push(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("push", "Send a supervisor's prompt to agents, and follow it");
  command->footer(kHelp);
  options->order.supervisor = environment.variable("USER").value_or("");
  add_order(*command, *options);
  add_watching(*command, session);
  add_rest(*command, session);
  command->callback([&session, options, command] {
    if (!command->get_subcommands().empty()) return;
    check_order(*options);
    fields_of(options->fields);
    session.command = [&session, options](Environment& e) { return push(session, *options, e); };
  });
}

}  // namespace aandacht::ctl
