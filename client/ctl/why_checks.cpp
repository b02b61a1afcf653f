#include "client/ctl/why_checks.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/own_desk.h"
#include "client/ctl/program.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/why_checks.h"

namespace aandacht::ctl {
namespace {

constexpr std::array kLevels = {"none", "know", "feel", "tell"};
constexpr std::array kShares = {"few", "some", "most"};

struct Options {
  bool json = false;
  bool not_today = false;
  bool never = false;
  bool again = false;
  std::string agent;
  std::string language = "nl";
  std::string why;
  std::string answer;
  std::string team;
};

const char* word_of(domain::WhyShare share) { return kShares[static_cast<std::size_t>(share)]; }

Exit ask(const Options& options, net::WhyChecks& checks, const Session& session, Environment& environment) {
  const auto offer =
      wait_for<domain::WhyCheckOffer>([&](auto told) { checks.take(options.agent, options.language, told); });
  if (!offer.ok()) return fail(environment, session.server, offer.status());
  if (options.json) {
    Json json = {{"why_id", nullptr}, {"topic", nullptr}, {"rule", nullptr}, {"never", offer->never}};
    if (offer->check) {
      json["why_id"] = offer->check->why_id;
      json["topic"] = offer->check->topic;
      json["rule"] = offer->check->rule;
    }
    environment.out << to_line(json) << '\n';
  } else if (offer->check) {
    environment.out << offer->check->topic << ": " << offer->check->rule << "  (" << offer->check->why_id << ")\n";
  } else {
    environment.out << (offer->never ? "you said never; ask again with `aandachtctl whys check --again`\n"
                                     : "nothing is asked now: at most one a day, between calls\n");
  }
  return Exit::kOk;
}

Exit check(const Session& session, const Options& options, Environment& environment) {
  net::WhyChecks checks(net::open_channel(session.server, {.agent = options.agent}));
  const std::string request = absl::StrCat("why-", environment.ids.next());
  absl::StatusOr<bool> done = true;
  const auto wish = [&](domain::WhyCheckChoice choice) {
    done = wait_for<bool>([&](auto told) { checks.wish(request, options.agent, choice, told); });
  };
  if (!options.answer.empty()) {
    if (options.why.empty()) return fail(environment, "an answer is to a why: name it with --why");
    std::size_t level = 0;
    while (options.answer != kLevels[level]) ++level;
    done = wait_for<bool>([&](auto told) {
      checks.answer(request, options.agent, options.why, static_cast<domain::WhyLevel>(level), told);
    });
  } else if (options.not_today) {
    wish(domain::WhyCheckChoice::kNotToday);
  } else if (options.never) {
    wish(domain::WhyCheckChoice::kNever);
  } else if (options.again) {
    wish(domain::WhyCheckChoice::kAgain);
  } else {
    return ask(options, checks, session, environment);
  }
  return done.ok() ? Exit::kOk : fail(environment, session.server, done.status());
}

void print(const domain::TeamWhyMap& team, const domain::WhyMapRow& row, const Options& options,
           Environment& environment) {
  const bool few = row.told.people == 0;
  if (options.json) {
    Json json = {{"team", team.team}, {"why_id", row.why_id}, {"topic", row.topic}, {"too_few", few}};
    if (!few) {
      json["least_answers"] = row.told.people;
      json["know"] = word_of(row.told.know);
      json["feel"] = word_of(row.told.feel);
      json["tell"] = word_of(row.told.tell);
    }
    environment.out << to_line(json) << '\n';
  } else if (!few) {
    environment.out << absl::StrFormat("%-12s  %-28s  tell %-4s  feel %-4s  know %-4s  at least %d\n", team.team,
                                       row.topic, word_of(row.told.tell), word_of(row.told.feel),
                                       word_of(row.told.know), row.told.people);
  }
}

Exit map(const Session& session, const Options& options, Environment& environment) {
  net::WhyChecks checks(net::open_channel(session.server));
  const auto maps = wait_for<domain::WhyMaps>([&](auto told) { checks.map(options.team, told); });
  if (!maps.ok()) return fail(environment, session.server, maps.status());
  for (const domain::TeamWhyMap& team : maps->teams) {
    int few = 0;
    for (const domain::WhyMapRow& row : team.rows) {
      few += row.told.people == 0;
      print(team, row, options, environment);
    }
    if (!options.json) environment.out << team.team << ": " << few << " whys with fewer than five answers\n";
  }
  if (!options.json && maps->teams.empty()) {
    environment.out << "no team is configured ([teams] in aandachtd.toml)\n";
  }
  return Exit::kOk;
}

}  // namespace

void add_why_checks(CLI::App& whys, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->agent = default_agent(environment);
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = whys.add_subcommand(name, about);
    added->add_flag("--json", options->json, "JSON lines out");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  CLI::App* asked = add("check", "The why check of one agent: what is asked, or the answer", check);
  add_agent(*asked, options->agent, "Whose; nobody else is shown it");
  asked->add_option("--lang", options->language, "Of the why")->capture_default_str();
  asked->add_option("--why", options->why, "Which, for an answer");
  CLI::Option_group* one = asked->add_option_group("an answer or a wish");
  one->add_option("--answer", options->answer, "none, know, feel or tell")
      ->check(CLI::IsMember({"none", "know", "feel", "tell"}));
  one->add_flag("--not-today", options->not_today, "Not today");
  one->add_flag("--never", options->never, "Never, until --again");
  one->add_flag("--again", options->again, "Ask again");
  one->require_option(0, 1);
  asked->footer(
      "Without an answer or a wish it gives the why of today, once: being given one is being asked.\n\n"
      "Examples:\n  aandachtctl whys check\n  aandachtctl whys check --why nl/terugbetaling --answer tell");
  CLI::App* told = add("map", "What teams know, feel and can tell; of five answers or more only", map);
  told->add_option("--team", options->team, "Only this team");
}

}  // namespace aandacht::ctl
