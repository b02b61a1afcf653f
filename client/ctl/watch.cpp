// aandachtctl watch
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/ctl/desk_lines.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/options.h"
#include "client/ctl/program.h"
#include "client/ctl/reset_lines.h"
#include "client/ctl/words.h"
#include "client/net/call_watch.h"
#include "client/net/channel.h"
#include "client/net/desk_watch.h"
#include "client/net/floor_watch.h"
#include "shared/domain/sentiment_line.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] = R"(Runs until it is stopped, and waits for the service when it is away.

Examples:
  aandachtctl watch desk --agent anna
  aandachtctl watch desk --agent anna --json | jq -c 'select(.card)'
  aandachtctl watch floor --for 10m
  aandachtctl watch floor --team returns --json
  aandachtctl watch call --agent anna --reason "coaching a new colleague")";

struct Options {
  bool json = false;
  std::string agent;
  std::string call;
  std::string reason;
  std::string name;
  std::vector<std::string> teams;
  absl::Duration limit = absl::InfiniteDuration();
};

struct Connection {
  net::ConnectionState state = net::ConnectionState::kConnecting;
  std::string detail;
};

/// Takes letters until the time is over, the output is closed, or `take` gives an exit.
template <typename Letter, typename Take>
Exit follow(Mailbox<Letter>& mailbox, absl::Duration limit, Environment& environment, Take take) {
  const absl::Duration end = environment.clock.steady() + limit;
  for (;;) {
    const std::optional<Letter> letter = mailbox.take(end - environment.clock.steady());
    if (!letter) return Exit::kOk;
    if (const std::optional<Exit> exit = take(*letter)) return *exit;
    environment.out.flush();
    if (!environment.out) return Exit::kOk;
  }
}

/// Says once that the service is away; a refusal ends the watch.
class ConnectionTeller {
 public:
  ConnectionTeller(const Session& session, Environment& environment)
      : server_(session.server), environment_(environment) {}

  std::optional<Exit> tell(const Connection& connection) {
    switch (connection.state) {
      case net::ConnectionState::kConnecting:
        return std::nullopt;
      case net::ConnectionState::kConnected:
        away_ = false;
        return std::nullopt;
      case net::ConnectionState::kRefused:
      case net::ConnectionState::kExpired:
      case net::ConnectionState::kForbidden:
      case net::ConnectionState::kOtherVersion:
        return fail(environment_, connection.detail);
      case net::ConnectionState::kDisconnected:
        break;
    }
    if (!away_) environment_.err << "aandachtctl: waiting for the service at " << server_ << " …" << std::endl;
    away_ = true;
    return std::nullopt;
  }

 private:
  std::string server_;
  Environment& environment_;
  bool away_ = false;
};

/// Prints what happens at one desk.
class DeskTeller {
 public:
  DeskTeller(const Options& options, Environment& environment) : options_(options), environment_(environment) {
    desk_.agent_id = options.agent;
  }

  void take(const domain::Desk& desk) {
    print(lines_between(desk_, desk));
    // One that was over before the first look is no news.
    if (!seen_) desk_.resets.past = desk.resets.past;
    seen_ = true;
    print_reset(desk);
    desk_ = desk;
  }

  void take(const domain::DeskUpdate& update) {
    print(lines_of(desk_, update));
    domain::Desk after = desk_;
    // The watch lets no gap through, so this cannot fail.
    (void)domain::reduce(after, update);
    print_reset(after);
    desk_ = std::move(after);
  }

 private:
  void print_reset(const domain::Desk& after) {
    const domain::Reset* reset = moved_reset(desk_.resets, after.resets);
    if (reset == nullptr) return;
    environment_.out << (options_.json ? to_line(reset_line_json(*reset, options_.agent, after.time, environment_.zone))
                                       : reset_line_text(*reset, after.time, environment_.zone))
                     << '\n';
  }

  void print(const std::vector<DeskLine>& lines) {
    for (const DeskLine& line : lines) {
      if (!options_.json) {
        environment_.out << to_text(line, environment_.zone) << '\n';
      } else if (const auto json = to_json(line, {options_.agent, line.call_id, {}}, environment_.zone)) {
        environment_.out << to_line(*json) << '\n';
      }
    }
  }

  const Options& options_;
  Environment& environment_;
  domain::Desk desk_;
  bool seen_ = false;
};

Exit watch_desk(const Session& session, const Options& options, Environment& environment) {
  using Letter = std::variant<domain::Desk, domain::DeskUpdate, Connection>;
  Mailbox<Letter> mailbox;
  const net::DeskWatch watch(net::open_channel(session.server, {.agent = options.agent}), options.agent,
                             {.on_desk = [&](domain::Desk desk, absl::Time) { mailbox.put(std::move(desk)); },
                              .on_update = [&](domain::DeskUpdate update) { mailbox.put(std::move(update)); },
                              .on_connection =
                                  [&](net::ConnectionState state, const std::string& detail) {
                                    mailbox.put(Connection{state, detail});
                                  }});
  DeskTeller desk(options, environment);
  ConnectionTeller connection(session, environment);
  return follow(mailbox, options.limit, environment, [&](const Letter& letter) -> std::optional<Exit> {
    if (const auto* whole = std::get_if<domain::Desk>(&letter)) desk.take(*whole);
    if (const auto* update = std::get_if<domain::DeskUpdate>(&letter)) desk.take(*update);
    if (const auto* state = std::get_if<Connection>(&letter)) return connection.tell(*state);
    return std::nullopt;
  });
}

Json row_json(const net::FloorRow& row, absl::Time at, absl::TimeZone zone) {
  Json sentiment = nullptr;
  if (!row.sentiment_scores.empty()) {
    sentiment = {{"score", rounded(domain::end_of(row.sentiment_scores))},
                 {"class", word(row.feeling)},
                 {"last", rounded(row.sentiment_scores.back())}};
  }
  return {{"agent", row.agent_id},
          {"call", row.call_id.empty() ? Json(nullptr) : Json(row.call_id)},
          {"at", moment_json(at, zone)},
          {"state", row.state ? Json(word(*row.state)) : Json(nullptr)},
          {"since", moment_json(row.since, zone)},
          {"customer", row.customer_name},
          {"phase", row.state ? Json(word(row.phase)) : Json(nullptr)},
          {"sentiment", std::move(sentiment)},
          {"cards_shown", row.cards_shown},
          {"prompts_waiting", row.prompts_waiting},
          {"card", row.card ? Json(word(*row.card)) : Json(nullptr)},
          {"team", row.team},
          {"away", row.away},
          {"watchers", row.watchers}};
}

std::string row_text(const net::FloorRow& row, absl::Time at, absl::TimeZone zone) {
  // The class is that of the last turns together, and so is the number beside it; one turn may say something else.
  const std::string feeling = row.sentiment_scores.empty()
                                  ? ""
                                  : absl::StrFormat("%s %+.2f, last %+.2f", word(row.feeling),
                                                    domain::end_of(row.sentiment_scores), row.sentiment_scores.back());
  const std::string watched =
      row.watchers.empty() ? "" : absl::StrCat("  watched by ", absl::StrJoin(row.watchers, ", "));
  return absl::StrFormat("%s  %-14s  %-8s  %-26s  %-27s  %s%s", absl::FormatTime("%H:%M:%S", at, zone), row.agent_id,
                         row.state ? word(*row.state) : (row.away ? "away" : "free"), row.customer_name, feeling,
                         row.card ? absl::StrCat("card: ", word(*row.card)) : "", watched);
}

Exit watch_floor(const Session& session, const Options& options, Environment& environment) {
  using Letter = std::variant<net::FloorUpdate, Connection>;
  Mailbox<Letter> mailbox;
  const net::FloorWatch watch(net::open_channel(session.server),
                              {.on_update = [&](net::FloorUpdate update) { mailbox.put(std::move(update)); },
                               .on_connection =
                                   [&](net::ConnectionState state, const std::string& detail) {
                                     mailbox.put(Connection{state, detail});
                                   }},
                              {}, options.teams);
  ConnectionTeller connection(session, environment);
  return follow(mailbox, options.limit, environment, [&](const Letter& letter) -> std::optional<Exit> {
    if (const auto* state = std::get_if<Connection>(&letter)) return connection.tell(*state);
    const auto& update = std::get<net::FloorUpdate>(letter);
    for (const net::FloorRow& row : update.rows) {
      environment.out << (options.json ? to_line(row_json(row, update.time, environment.zone))
                                       : row_text(row, update.time, environment.zone))
                      << '\n';
    }
    return std::nullopt;
  });
}

std::string clock_text(absl::Time at, absl::TimeZone zone) {
  return at == absl::InfinitePast() ? "--:--:--" : absl::FormatTime("%H:%M:%S", at, zone);
}

/// Prints a call as it is followed.
class CallTeller {
 public:
  CallTeller(const Options& options, Environment& environment) : json_(options.json), environment_(environment) {}

  void take(const net::CallNews& news) {
    if (!(state_ && *state_ == news.call.state)) tell_state(news);
    state_ = news.call.state;
    for (const net::WatchedTurn& turn : news.turns) tell_turn(news.call, turn);
    for (const net::WatchedCard& card : news.cards) tell_card(news.call, card);
  }

 private:
  void tell_state(const net::CallNews& news) {
    const absl::TimeZone zone = environment_.zone;
    if (json_) {
      environment_.out << to_line({{"call", news.call.call_id},
                                   {"agent", news.call.agent_id},
                                   {"at", moment_json(news.time, zone)},
                                   {"state", word(news.call.state)},
                                   {"customer", news.call.customer_name},
                                   {"watchers", news.call.watchers}})
                       << '\n';
      return;
    }
    environment_.out << clock_text(news.time, zone) << "  " << word(news.call.state) << "  " << news.call.customer_name
                     << '\n';
  }

  void tell_turn(const net::WatchedCall& call, const net::WatchedTurn& turn) {
    const absl::TimeZone zone = environment_.zone;
    const bool again = !told_.insert(turn.utterance_id).second;
    if (json_) {
      Json sentiment = nullptr;
      if (turn.sentiment) {
        sentiment = {{"score", rounded(turn.sentiment->score)}, {"class", word(turn.sentiment->feeling)}};
      }
      environment_.out << to_line({{"call", call.call_id},
                                   {"utterance", turn.utterance_id},
                                   {"at", moment_json(turn.said, zone)},
                                   {"speaker", word(turn.speaker)},
                                   {"text", turn.text},
                                   {"sentiment", std::move(sentiment)},
                                   {"replaces", again}})
                       << '\n';
      return;
    }
    environment_.out << absl::StrFormat("%s  %-8s  %s", clock_text(turn.said, zone), word(turn.speaker), turn.text);
    if (turn.sentiment) environment_.out << absl::StrFormat("  [%+.2f]", turn.sentiment->score);
    if (again) environment_.out << "  (redacted afterwards)";
    environment_.out << '\n';
  }

  void tell_card(const net::WatchedCall& call, const net::WatchedCard& card) {
    const absl::TimeZone zone = environment_.zone;
    if (json_) {
      environment_.out << to_line({{"call", call.call_id},
                                   {"card", card.card_id},
                                   {"at", moment_json(card.shown, zone)},
                                   {"kind", word(card.kind)},
                                   {"line", card.line}})
                       << '\n';
      return;
    }
    environment_.out << absl::StrFormat("%s  card: %-8s  %s\n", clock_text(card.shown, zone), word(card.kind),
                                        card.line);
  }

  const bool json_;
  Environment& environment_;
  std::optional<domain::CallState> state_;
  std::set<std::string> told_;
};

Exit watch_call(const Session& session, const Options& options, Environment& environment) {
  if (options.agent.empty() && options.call.empty()) return fail(environment, "name an --agent or a --call");
  using Letter = std::variant<net::CallNews, absl::Status>;
  Mailbox<Letter> mailbox;
  const net::CallWatch watch(net::open_channel(session.server),
                             {options.agent, options.call, options.reason, options.name},
                             {.on_news = [&](net::CallNews news) { mailbox.put(std::move(news)); },
                              .on_end = [&](const absl::Status& status) { mailbox.put(status); }});
  CallTeller call(options, environment);
  return follow(mailbox, options.limit, environment, [&](const Letter& letter) -> std::optional<Exit> {
    if (const auto* news = std::get_if<net::CallNews>(&letter)) {
      call.take(*news);
      return std::nullopt;
    }
    const auto& status = std::get<absl::Status>(letter);
    return status.ok() ? Exit::kOk : fail(environment, session.server, status);
  });
}

}  // namespace

void add_watch(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* watch = app.add_subcommand("watch", "See what happens, as it happens");
  watch->require_subcommand(1);
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = watch->add_subcommand(name, about);
    added->footer(kHelp);
    added->add_flag("--json", options->json, "JSON lines out");
    add_duration(*added, "--for", options->limit, "Stop after so long");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  add_agent(*add("desk", "What one agent is shown", watch_desk), options->agent, "Whose desk")->required();
  add("floor", "All desks, a line for each change", watch_floor)
      ->add_option("--team", options->teams, "Only this team; may be given more than once");
  CLI::App* call = add("call", "One call as it is spoken; the agent sees who watches, and why", watch_call);
  add_agent(*call, options->agent, "Whose call on screen");
  call->add_option("--call", options->call, "Which call, instead of the one on screen");
  call->add_option("--reason", options->reason, "Why, as the agent will read it: 3 to 200 characters")->required();
  call->add_option("--name", options->name, "Your name as the agent will read it, where no tokens are used");
}

}  // namespace aandacht::ctl
