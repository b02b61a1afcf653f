// aandachtctl alerts
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "client/ctl/alert_lines.h"
#include "client/ctl/alert_rules.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/wait_for.h"
#include "client/net/alerts.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(10);  // For the first answer of a list.

struct Options {
  bool json = false;
  bool seen = false;
  bool open = false;
  bool tomorrow = false;
  bool end = false;
  std::string id;
  std::string rule;
  absl::Duration span = absl::InfiniteDuration();
  absl::Duration limit = absl::InfiniteDuration();
};

struct Connection {
  net::ConnectionState state;
  std::string detail;
};
using Letter = std::variant<net::AlertUpdate, Connection>;

class Follower {
 public:
  explicit Follower(const std::string& server)
      : watch_(net::open_channel(server),
               {.on_update = [this](net::AlertUpdate update) { mailbox_.put(std::move(update)); },
                .on_connection =
                    [this](net::ConnectionState state, const std::string& detail) {
                      mailbox_.put(Connection{state, detail});
                    }}) {}

  std::optional<Letter> take(absl::Duration wait) { return mailbox_.take(wait); }

 private:
  Mailbox<Letter> mailbox_;
  net::AlertWatch watch_;  // Last: it puts into the mailbox.
};

void print(const net::AlertUpdate& update, const Options& options, Environment& environment) {
  for (const domain::Alert& alert : update.alerts) {
    environment.out << (options.json ? to_line(alert_json(alert, environment.zone))
                                     : alert_line(alert, update.time, environment.zone))
                    << '\n';
  }
  environment.out.flush();
}

bool is_lost(net::ConnectionState state) {
  return state != net::ConnectionState::kConnecting && state != net::ConnectionState::kConnected;
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  Follower follower(session.server);
  while (auto letter = follower.take(kPatience)) {
    if (const auto* update = std::get_if<net::AlertUpdate>(&*letter)) {
      print(*update, options, environment);
      if (update->alerts.empty() && !options.json) environment.err << "no open alerts\n";
      return Exit::kOk;
    }
    const Connection& connection = std::get<Connection>(*letter);
    if (net::is_refusal(connection.state)) return fail(environment, connection.detail);
    if (is_lost(connection.state)) return fail(environment, session.server, absl::UnavailableError(connection.detail));
  }
  return fail(environment, session.server, absl::DeadlineExceededError("no answer came"));
}

Exit watch(const Session& session, const Options& options, Environment& environment) {
  Follower follower(session.server);
  const absl::Time end = environment.clock.now() + options.limit;
  for (;;) {
    const absl::Duration left =
        options.limit == absl::InfiniteDuration() ? options.limit : end - environment.clock.now();
    if (left <= absl::ZeroDuration()) return Exit::kOk;
    const auto letter = follower.take(left);
    if (!letter) return Exit::kOk;
    if (const auto* update = std::get_if<net::AlertUpdate>(&*letter)) {
      print(*update, options, environment);
      continue;
    }
    const Connection& connection = std::get<Connection>(*letter);
    if (connection.state == net::ConnectionState::kDisconnected) {
      environment.err << "the service is away; trying again\n";
    } else if (is_lost(connection.state)) {
      return fail(environment, session.server, absl::PermissionDeniedError(connection.detail));
    }
  }
}

Exit settle(const Session& session, const Options& options, Environment& environment) {
  net::Alerts alerts(net::open_channel(session.server));
  const domain::AlertStage stage = options.seen   ? domain::AlertStage::kSeen
                                   : options.open ? domain::AlertStage::kOpen
                                                  : domain::AlertStage::kDone;
  const auto settled = wait_for<domain::Alert>(
      [&](auto answer) { alerts.settle(absl::StrCat("alert-", environment.ids.next()), options.id, stage, answer); });
  if (!settled.ok()) return fail(environment, session.server, settled.status());
  print({{*settled}, false, environment.clock.now()}, options, environment);
  return Exit::kOk;
}

absl::Time end_of_snooze(const Options& options, const Environment& environment) {
  const absl::Time now = environment.clock.now();
  if (options.end) return absl::InfinitePast();
  if (!options.tomorrow) return now + options.span;
  return absl::FromCivil(absl::CivilHour(absl::ToCivilDay(now, environment.zone) + 1) + 7, environment.zone);
}

Exit snooze(const Session& session, const Options& options, Environment& environment) {
  if (options.id.empty() == options.rule.empty()) {
    return fail(environment, "name one alert, or one rule with --rule");
  }
  if (!options.end && !options.tomorrow && options.span == absl::InfiniteDuration()) {
    return fail(environment, "say until when: --for 15m, --tomorrow, or --end");
  }
  net::Alerts alerts(net::open_channel(session.server));
  const std::string request = absl::StrCat("snooze-", environment.ids.next());
  const absl::Time until = end_of_snooze(options, environment);
  const auto done = wait_for<bool>([&](auto answer) {
    if (options.rule.empty()) return alerts.snooze_alert(request, options.id, until, answer);
    alerts.snooze_rule(request, options.rule, until, answer);
  });
  return done.ok() ? Exit::kOk : fail(environment, session.server, done.status());
}

}  // namespace

void add_alerts(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* alerts = app.add_subcommand("alerts", "What rules found in calls of the teams you lead");
  alerts->require_subcommand(1);
  alerts->footer(
      "Examples:\n  aandachtctl alerts watch --json\n  aandachtctl alerts snooze alert-3f… --for 15m\n"
      "  aandachtctl alerts rules try rules.toml");
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = alerts->add_subcommand(name, about);
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  CLI::App* now = add("list", "Those that are not settled, the oldest first", list);
  CLI::App* live = add("watch", "The same, then new ones and what becomes of them, as it happens", watch);
  add_duration(*live, "--for", options->limit, "Stop after this; without it only Ctrl-C does");
  CLI::App* settled = add("settle", "Say that an alert needs nothing more", settle);
  settled->add_option("ID", options->id, "Of the list")->required();
  CLI::Option* seen = settled->add_flag("--seen", options->seen, "Only that it was seen");
  settled->add_flag("--open", options->open, "That it is open after all")->excludes(seen);
  CLI::App* aside = add("snooze", "Put an alert aside, or have a rule say nothing, for everybody who sees it", snooze);
  aside->add_option("ID", options->id, "The alert");
  aside->add_option("--rule", options->rule, "The rule instead");
  add_duration(*aside, "--for", options->span, "So long");
  aside->add_flag("--tomorrow", options->tomorrow, "Until tomorrow at 7");
  aside->add_flag("--end", options->end, "Not any more");
  for (CLI::App* printed : {now, live, settled}) printed->add_flag("--json", options->json, "JSON lines out");
  add_alert_rules(*alerts, session);
}

}  // namespace aandacht::ctl
