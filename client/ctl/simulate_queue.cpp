// aandachtctl simulate queue
#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/queue_plot.h"
#include "client/ctl/simulate.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Calls come at random and are handled by whoever is free; nobody hangs up. From moments in which an agent ends a
call and nobody waits, the same calls are played with the agent there and with the agent away. The cost is what all
callers wait longer, together; beside it what the overlay's sentence would say. What a reset saves is not in it.

Examples:
  aandachtctl simulate queue --json
  aandachtctl simulate queue --occupancy .8:.95 --agents 5,10,25,50 --aht 360s --reset 30s --plot queue.png)";

struct Options {
  std::string occupancy = ".8:.95";
  double step = 0.05;
  std::vector<int> agents = {5, 10, 25, 50};
  absl::Duration handling = absl::Minutes(6);
  absl::Duration reset = absl::Seconds(30);
  int resets = 4000;
  std::uint64_t seed = 1;
  bool json = false;
  std::string plot;
};

// Beyond these no contact center is, and a play takes hours: a queue that is never empty, or a reset of a thousand
// calls.
constexpr double kLeastOccupancy = 0.01;
constexpr double kMostOccupancy = 0.99;
constexpr absl::Duration kShortestHandling = absl::Seconds(30);
constexpr absl::Duration kLongestHandling = absl::Hours(2);
constexpr absl::Duration kLongestReset = absl::Minutes(30);

/// ".8:.95", or one figure. False: not occupancies.
bool parse_range(const std::string& text, double& from, double& to) {
  const std::vector<std::string> ends = absl::StrSplit(text, ':');
  return ends.size() <= 2 && absl::SimpleAtod(ends.front(), &from) && absl::SimpleAtod(ends.back(), &to) &&
         from >= kLeastOccupancy && from <= to && to <= kMostOccupancy;
}

std::vector<QueueFigure> play(const Options& options) {
  double from = 0;
  double to = 0;
  parse_range(options.occupancy, from, to);
  std::vector<QueueFigure> figures;
  for (const int agents : options.agents) {
    for (int i = 0; from + i * options.step <= to + 1e-9; ++i) {
      const domain::TeamLoad load{options.handling, rounded(from + i * options.step), agents};
      const domain::Queue queue{agents, load.occupancy, load.mean_handling};
      figures.push_back({load, options.reset, play_resets(queue, options.reset, options.resets, options.seed),
                         *domain::queue_price(load, options.reset), domain::extra_wait(queue, options.reset)});
    }
  }
  return figures;
}

double seconds(absl::Duration span) { return std::round(absl::ToDoubleSeconds(span) * 100) / 100; }

Json figure_json(const QueueFigure& figure) {
  const absl::Duration model = figure.model.during + figure.model.after;
  return {{"agents", figure.load.agents},
          {"occupancy", figure.load.occupancy},
          {"aht", seconds(figure.load.mean_handling)},
          {"reset", seconds(figure.reset)},
          {"gap", seconds(figure.price.gap)},
          {"fits", figure.price.cost == absl::ZeroDuration()},
          {"cost_told", seconds(figure.price.cost)},
          {"cost_model", seconds(model)},
          {"cost_played", seconds(figure.played.extra_wait)},
          {"error", seconds(figure.played.error)},
          {"during", seconds(figure.played.during)},
          {"calls", rounded(figure.played.calls)},
          {"free_of_cost", rounded(figure.played.free_of_cost)},
          {"usual_wait", seconds(figure.played.usual_wait)},
          {"resets", figure.played.resets}};
}

void print(const std::vector<QueueFigure>& figures, const Options& options, std::ostream& out) {
  if (!options.json) out << "agents  busy    gap   fits   model    played        calls  no cost  usual wait\n";
  for (const QueueFigure& figure : figures) {
    if (options.json) {
      out << to_line(figure_json(figure)) << '\n';
      continue;
    }
    const PlayedResets& played = figure.played;
    out << absl::StreamFormat("%6d  %4.1f%% %4.0f s   %-4s %6.1f s  %6.1f ± %-4.1f s  %5.2f   %4.0f%%   %7.1f s\n",
                              figure.load.agents, figure.load.occupancy * 100, seconds(figure.price.gap),
                              figure.price.cost == absl::ZeroDuration() ? "yes" : "no",
                              seconds(figure.model.during + figure.model.after), seconds(played.extra_wait),
                              seconds(played.error), played.calls, played.free_of_cost * 100,
                              seconds(played.usual_wait));
  }
}

Exit simulate_queue(const Options& options, Environment& environment) {
  const std::vector<QueueFigure> figures = play(options);
  print(figures, options, environment.out);
  if (options.plot.empty()) return Exit::kOk;
  const absl::Status written = write_plot(queue_plot(figures), options.plot);
  return written.ok() ? Exit::kOk : fail(environment, std::string(written.message()));
}

void declare(CLI::App& command, Options& options) {
  command.footer(kHelp);
  command
      .add_option("--occupancy", options.occupancy,
                  "Share of their time that agents are busy: one, or from:to (0.01 to 0.99)")
      ->type_name("FROM:TO")
      ->capture_default_str()
      ->check(CLI::Validator(
          [](const std::string& text) {
            double from = 0;
            double to = 0;
            if (parse_range(text, from, to)) return std::string();
            return "'" + text + "' is not an occupancy from 0.01 to 0.99, such as .85 or .8:.95";
          },
          ""));
  add_number(command, "--step", options.step, "From one occupancy to the next", 0.001, 1);
  command.add_option("--agents", options.agents, "Team sizes (1 to 200)")
      ->delimiter(',')
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_name("N,…")
      ->check(CLI::Range(1, 200));
  add_duration(command, "--aht", options.handling, "Mean handling time: talk, hold and after-call work",
               kShortestHandling, kLongestHandling);
  add_duration(command, "--reset", options.reset, "How long the agent is away", absl::Seconds(1), kLongestReset);
  command.add_option("--resets", options.resets, "How many resets to play for each figure (10 to 100000)")
      ->capture_default_str()
      ->check(CLI::Range(10, 100000));
  command.add_option("--seed", options.seed, "The same seed gives the same calls")->capture_default_str();
  command.add_flag("--json", options.json, "JSON lines out");
  command.add_option("--plot", options.plot, "Draw the figures into this PNG")->type_name("FILE");
}

}  // namespace

void add_simulate_queue(CLI::App& simulate, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = simulate.add_subcommand("queue", "What resets cost the callers, by team size and occupancy");
  declare(*command, *options);
  command->callback([&session, options] {
    session.command = [options](Environment& environment) { return simulate_queue(*options, environment); };
  });
}

}  // namespace aandacht::ctl
