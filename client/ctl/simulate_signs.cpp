// aandachtctl simulate signs
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/draws.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/plot.h"
#include "client/ctl/simulate.h"
#include "shared/domain/sign_effect.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Made-up contact centers: Mondays busy and Sundays closed, a question that is asked most on Mondays, and a share
that differs from week to week. From the day the sign is up on, the share is so many times what it was. Said is in how
many of a hundred the verdict is "fell", looked at once, after so many whole weeks. With an effect of 1 each of these
is wrong.

Examples:
  aandachtctl simulate signs
  aandachtctl simulate signs --calls 60,200,600 --share .05 --effect 1,.7,.5 --plot signs.png)";

constexpr std::array kBusy = {1.5, 1.2, 1.0, 0.9, 1.0, 0.4, 0.0};
constexpr std::array kAsked = {1.4, 1.1, 1.0, 0.9, 0.8, 0.6, 1.0};
constexpr std::array kWeeks = {2, 3, 4, 6, 8};
constexpr absl::CivilDay kUp(2026, 9, 7);

struct Options {
  std::vector<int> calls = {60, 200, 600};
  double share = 0.05;
  std::vector<double> effects = {1, 0.7, 0.5};
  double noise = 0.1;
  double trend = 0;
  int series = 1000;
  std::uint64_t seed = 1;
  bool json = false;
  std::string plot;
};

struct Figure {
  int calls = 0;
  double effect = 1;
  int weeks = 0;
  double fell = 0;
  double too_early = 0;
};

double normal(Draws& draws) {
  double sum = -6;  // Twelve even draws: near enough, and the same everywhere.
  for (int i = 0; i < 12; ++i) sum += draws.share();
  return sum;
}

std::vector<domain::SignDay> play(const Options& options, const Figure& world, Draws& draws) {
  const absl::CivilDay first = domain::first_sign_day(kUp);
  const absl::CivilDay end = kUp + domain::kDaysAroundSign + 1 + 7 * world.weeks;
  std::vector<domain::SignDay> days;
  double week_factor = 1;
  for (absl::CivilDay day = first; day < end; ++day) {
    const auto place = day - first;
    if (place % 7 == 0) week_factor = std::exp(options.noise * normal(draws));
    const auto weekday = static_cast<std::size_t>(absl::GetWeekday(day));
    const double volume = world.calls * kBusy[weekday] * std::pow(1 + options.trend, static_cast<double>(place) / 7);
    const int calls = std::max(0, static_cast<int>(std::lround(volume + std::sqrt(volume) * normal(draws))));
    const double share = std::min(0.9, options.share * kAsked[weekday] * week_factor * (day >= kUp ? world.effect : 1));
    domain::SignDay made{day, 0, 0, calls};
    for (int call = 0; call < calls; ++call) {
      if (draws.chance(share)) {
        ++made.asked;
      } else if (draws.chance(0.5)) {
        ++made.others;
      }
    }
    days.push_back(made);
  }
  return days;
}

Figure count(const Options& options, Figure world) {
  int fell = 0;
  int too_early = 0;
  for (int i = 0; i < options.series; ++i) {
    Draws draws(options.seed * 1000003 + static_cast<std::uint64_t>(i));
    const absl::CivilDay known = kUp + domain::kDaysAroundSign + 1 + 7 * world.weeks;
    const domain::SignEffect effect =
        domain::sign_effect(play(options, world, draws), kUp, known, domain::first_sign_day(kUp));
    fell += effect.verdict == domain::SignVerdict::kFell;
    too_early += effect.verdict == domain::SignVerdict::kTooEarly;
  }
  world.fell = static_cast<double>(fell) / options.series;
  world.too_early = static_cast<double>(too_early) / options.series;
  return world;
}

Plot plot_of(const std::vector<Figure>& figures, const Options& options) {
  constexpr std::array kColours = {kGrey, kOrange, kBlue, kGreen};
  Plot plot;
  plot.title = "How often \"fell\" is said";
  plot.subtitle =
      absl::StrFormat("%d series each, a share of %g %% before; lines: so many times that share after. Looked at once.",
                      options.series, options.share * 100);
  plot.columns = static_cast<int>(std::min<std::size_t>(options.calls.size(), 3));
  for (const int calls : options.calls) {
    PlotPanel panel;
    panel.title = absl::StrCat(calls, " calls a day");
    panel.x = {"whole weeks after the sign", 1.5, 8.5, 1, {}};
    panel.y = {"part of the series", 0, 1, 0.25, [](double at) { return absl::StrFormat("%g%%", at * 100); }};
    for (std::size_t i = 0; i < options.effects.size(); ++i) {
      PlotSeries line{absl::StrFormat("x %g", options.effects[i]), kColours[i % kColours.size()]};
      for (const Figure& figure : figures) {
        if (figure.calls == calls && figure.effect == options.effects[i]) {
          line.points.push_back({static_cast<double>(figure.weeks), figure.fell});
        }
      }
      panel.series.push_back(std::move(line));
    }
    panel.rules.push_back({0.05, "5 %"});
    plot.panels.push_back(std::move(panel));
  }
  return plot;
}

Exit simulate_signs(const Options& options, Environment& environment) {
  std::vector<Figure> figures;
  for (const int calls : options.calls) {
    for (const double effect : options.effects) {
      for (const int weeks : kWeeks) figures.push_back(count(options, {calls, effect, weeks}));
    }
  }
  for (const Figure& figure : figures) {
    if (options.json) {
      environment.out << to_line({{"calls", figure.calls},
                                  {"effect", figure.effect},
                                  {"weeks", figure.weeks},
                                  {"fell", rounded(figure.fell)},
                                  {"too_early", rounded(figure.too_early)}})
                      << '\n';
      continue;
    }
    environment.out << absl::StreamFormat("%5d calls a day  share x %-4g  %d weeks  fell %5.1f%%  too early %5.1f%%\n",
                                          figure.calls, figure.effect, figure.weeks, figure.fell * 100,
                                          figure.too_early * 100);
  }
  if (options.plot.empty()) return Exit::kOk;
  const absl::Status written = write_plot(plot_of(figures, options), options.plot);
  return written.ok() ? Exit::kOk : fail(environment, std::string(written.message()));
}

}  // namespace

void add_simulate_signs(CLI::App& simulate, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = simulate.add_subcommand("signs", "How often a sign is said to have helped, and rightly");
  command->footer(kHelp);
  command->add_option("--calls", options->calls, "Calls a day")->delimiter(',')->check(CLI::Range(1, 5000));
  command->add_option("--effect", options->effects, "The share after over the share before")
      ->delimiter(',')
      ->check(CLI::Range(0.0, 3.0));
  add_number(*command, "--share", options->share, "Of calls with the question, before", 0.001, 0.5);
  add_number(*command, "--noise", options->noise, "How much ln(share) differs from week to week", 0, 1);
  add_number(*command, "--trend", options->trend, "How the number of calls grows in a week", -0.2, 0.2);
  command->add_option("--series", options->series, "How many to play for each figure")
      ->capture_default_str()
      ->check(CLI::Range(10, 100000));
  command->add_option("--seed", options->seed, "The same seed gives the same calls")->capture_default_str();
  command->add_flag("--json", options->json, "JSON lines out");
  command->add_option("--plot", options->plot, "Draw the figures into this PNG")->type_name("FILE");
  command->callback([&session, options] {
    session.command = [options](Environment& environment) { return simulate_signs(*options, environment); };
  });
}

}  // namespace aandacht::ctl
