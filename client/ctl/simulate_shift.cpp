// aandachtctl simulate shift
#include <CLI/CLI.hpp>
#include <cmath>
#include <filesystem>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/reset_lines.h"
#include "client/ctl/shift_plot.h"
#include "client/ctl/shift_simulation.h"
#include "client/ctl/simulate.h"
#include "shared/base/folders.h"
#include "shared/content/cause_names.h"
#include "shared/content/load.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Plays an agent's shifts call by call through the real desk, wake-ups and all, and says at each moment how tired the
score would call them, why, and when a reset would be offered. Nobody is measured: calls, moods and the agent's answers
are drawn from the seed, the same on every machine.

Calls come by chance, with gaps of mean AHT·(1−ρ)/ρ for the asked occupancy ρ; handle times are log-normal around six
minutes. Heavy calls: calm 6 %, mixed 22 %, brutal 75 %; half of them are marked by the agent, in some nothing can be done.
A shift of six hours and more has a lunch of 30 minutes in the middle and two breaks of 15 minutes at a quarter and three
quarters; from four hours on one break of 15 minutes; --no-breaks leaves them out. Over twelve hours are worked in shifts
of eight, one a day. Offers are accepted in 60 %, declined in 15 %, otherwise not answered.

--json: a line for each event and wake-up, {"at" (seconds), "event", "in_call" (talking or on hold), "score", "causes":
[{"cause", "points"}], "offer" (one is made now), "reset" (its state, or null), "calls_done" and "hard_calls_in_row" (of
the shift)}.

Examples:
  aandachtctl simulate shift --mood brutal --plot brutal.png
  aandachtctl simulate shift --seed 7 --hours 40 --mood mixed --occupancy 0.9 --json | jq -c 'select(.offer)'
  aandachtctl simulate shift --content my/content        with your own table of weights)";

struct Options {
  ShiftPlan plan;
  double hours = 8;
  bool json = false;
  bool no_breaks = false;
  std::string plot;     ///< Empty: none.
  std::string content;  ///< Empty: the shipped one.
};

constexpr content::Choice<Mood> kMoods[] = {{"calm", Mood::kCalm}, {"mixed", Mood::kMixed}, {"brutal", Mood::kBrutal}};

Json step_json(const ShiftStep& step) {
  const std::optional<domain::Reset>& reset = step.desk.resets.current;
  Json causes = Json::array();
  for (const domain::CausePoints& cause : step.score.causes) {
    causes.push_back({{"cause", content::name_of(content::kCauses, cause.cause)}, {"points", cause.points}});
  }
  return {{"at", absl::ToInt64Seconds(step.since)},
          {"event", std::string(step.event)},
          {"in_call", step.in_call},
          {"score", step.score.total},
          {"causes", std::move(causes)},
          {"offer", step.offer},
          {"reset", reset ? Json(word(reset->state)) : Json(nullptr)},
          {"calls_done", step.desk.fatigue.calls_in_shift},
          {"hard_calls_in_row", step.desk.fatigue.heavy_in_row}};
}

/// What a person wants to know of a week.
class Summary {
 public:
  explicit Summary(int suggest_from) : suggest_from_(suggest_from) {}

  void add(const ShiftStep& step) {
    ++events_;
    if (step.event == "declined") ++declined_;
    if (step.event == "accepted") ++accepted_;
    if (step.event == "answered") ++calls_;
    if (step.desk.fatigue.heavy_in_shift > step.before.fatigue.heavy_in_shift) ++heavy_;
    offers_ += step.offer ? 1 : 0;
    const absl::Duration span = std::min(step.time - last_, absl::Hours(1));
    if (last_ != absl::InfinitePast()) above_ += span * (score_ >= suggest_from_ ? 1 : 0);
    last_ = step.time;
    score_ = step.score.total;
    if (score_ <= highest_) return;
    highest_ = score_;
    highest_at_ = step.since;
    causes_ = step.score.causes;
  }

  void print(std::ostream& out) const {
    out << absl::StrFormat("%d calls, %d of them heavy; %d events and wake-ups\n", calls_, heavy_, events_)
        << absl::StrFormat("%d resets offered: %d accepted, %d declined\n", offers_, accepted_, declined_)
        << absl::StrFormat("score %d or more for %s; highest %d after %s\n", suggest_from_,
                           absl::FormatDuration(above_), highest_, absl::FormatDuration(highest_at_));
    for (const domain::CausePoints& cause : causes_) {
      out << absl::StrFormat("  %3d  %s (%.3g)\n", cause.points, content::name_of(content::kCauses, cause.cause),
                             cause.amount);
    }
  }

 private:
  const int suggest_from_;
  int events_ = 0;
  int calls_ = 0;
  int heavy_ = 0;
  int offers_ = 0;
  int accepted_ = 0;
  int declined_ = 0;
  absl::Time last_ = absl::InfinitePast();
  absl::Duration above_;
  int score_ = 0;
  int highest_ = -1;
  absl::Duration highest_at_;
  std::vector<domain::CausePoints> causes_;
};

std::string subtitle(const Options& options, const domain::FatigueRules& rules) {
  return absl::StrFormat(
      "A %s shift, %.0f %% occupancy asked, seed %d. Dashed: a reset is suggested from %d until below %d.\n"
      "Grey: pauses; green: resets; marks at the axis: heavy calls.",
      content::name_of(kMoods, options.plan.mood), 100 * options.plan.occupancy, options.plan.seed, rules.suggest_from,
      rules.calm_below);
}

Exit simulate(const Options& options, Environment& environment) {
  const std::filesystem::path folder =
      options.content.empty() ? base::shipped_folder() / "content" : std::filesystem::path(options.content);
  const absl::StatusOr<domain::Library> content = content::load_library(folder);
  if (!content.ok()) return fail(environment, std::string(content.status().message()));
  domain::Library library;  // What is said in the calls is drawn, so no rules are needed.
  library.fatigue = content->fatigue;
  library.attention = content->attention;
  library.exercises = content->exercises;
  Summary summary(library.fatigue.suggest_from);
  ShiftPlot plot(library.fatigue);
  simulate_shifts(options.plan, library, [&](const ShiftStep& step) {
    if (options.json) environment.out << to_line(step_json(step)) << '\n';
    summary.add(step);
    if (!options.plot.empty()) plot.add(step);
  });
  if (!options.json) summary.print(environment.out);
  if (options.plot.empty()) return Exit::kOk;
  const absl::Status written =
      plot.write("What calls ask of an agent", subtitle(options, library.fatigue), options.plot);
  return written.ok() ? Exit::kOk : fail(environment, std::string(written.message()));
}

}  // namespace

void add_simulate_shift(CLI::App& simulate_command, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = simulate_command.add_subcommand("shift", "Play an agent's shifts and what would tire them");
  command->footer(kHelp);
  command->add_option("--seed", options->plan.seed, "The same seed, the same shift")->capture_default_str();
  add_number(*command, "--hours", options->hours, "Hours of work", 0.25, 2000);
  const auto take_mood = [options](const std::string& word) {
    for (const content::Choice<Mood>& mood : kMoods) {
      if (word == mood.name) return void(options->plan.mood = mood.value);
    }
    throw CLI::ValidationError("--mood", "'" + word + "' is not calm, mixed or brutal");
  };
  command->add_option_function<std::string>("--mood", take_mood, "How heavy the calls are: calm, mixed or brutal")
      ->default_str("mixed")
      ->type_name("MOOD");
  add_number(*command, "--occupancy", options->plan.occupancy, "Share of the working time in calls and after-call work",
             0.05, 0.99);
  add_number(*command, "--sensitivity", options->plan.sensitivity, "What the agent set", 0.5, 1.5);
  command->add_flag("--no-breaks", options->no_breaks, "No lunch and no short breaks");
  command->add_flag("--json", options->json, "JSON lines out");
  command->add_option("--plot", options->plot, "Also draw the score over time, cause on cause, as a PNG")
      ->type_name("FILE");
  command->add_option("--content", options->content, "Content folder, instead of the shipped one")->type_name("DIR");
  command->callback([&session, options] {
    session.command = [options](Environment& environment) {
      options->plan.shifts = shifts_of(absl::Seconds(std::llround(options->hours * 3600)));
      options->plan.breaks = !options->no_breaks;
      return simulate(*options, environment);
    };
  });
}

}  // namespace aandacht::ctl
