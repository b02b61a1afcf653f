// aandachtctl habits
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/own_desk.h"
#include "client/ctl/own_json.h"
#include "client/ctl/program.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/own_side.h"

namespace aandacht::ctl {
namespace {

struct Options {
  bool json = false;
  bool undo = false;
  bool yes = false;
  bool no = false;
  std::string agent;
  std::string language = "nl";
  std::string call;
  std::string habit;
  std::vector<std::string> votes;
  net::HabitWords words;
};

std::string sentence(const domain::TeamHabit& habit) {
  std::string text = absl::StrCat(habit.after, " → ", habit.will);
  if (!habit.celebrate.empty()) absl::StrAppend(&text, " → ", habit.celebrate);
  return text;
}

void print(const domain::TeamHabits& list, Environment& environment) {
  environment.out << list.quarter << ": "
                  << (list.voters == 0 ? std::string("fewer than three voted, so no points are shown")
                                       : absl::StrCat(list.voters, " voted"))
                  << '\n';
  for (const domain::TeamHabit& habit : list.habits) {
    const std::string rank = habit.own_rank == 0 ? "" : absl::StrCat("  your choice ", habit.own_rank);
    const std::string points = habit.shipped ? "shipped" : absl::StrCat(habit.points, " points");
    environment.out << points << rank << "  " << sentence(habit) << "  (" << habit.id << ")\n";
  }
}

absl::StatusOr<domain::TeamHabits> fetch(const Session& session, const Options& options) {
  net::OwnSide own(net::open_channel(session.server, {.agent = options.agent}));
  return wait_for<domain::TeamHabits>([&](auto answer) { own.team_habits(options.agent, options.language, answer); });
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  const auto told = fetch(session, options);
  if (!told.ok()) return fail(environment, session.server, told.status());
  if (!options.json) print(*told, environment);
  for (const domain::TeamHabit& habit : told->habits) {
    if (options.json) environment.out << to_line(team_habit_json(habit)) << '\n';
  }
  return Exit::kOk;
}

Exit put(const Session& session, const Options& options, Environment& environment) {
  net::OwnSide own(net::open_channel(session.server, {.agent = options.agent}));
  const std::string request = absl::StrCat("habit-", environment.ids.next());
  const auto id =
      wait_for<std::string>([&](auto answer) { own.put_forward(request, options.agent, options.words, answer); });
  if (!id.ok()) return fail(environment, session.server, id.status());
  environment.out << (options.json ? to_line({{"id", *id}}) : *id) << '\n';
  return Exit::kOk;
}

Exit vote(const Session& session, const Options& options, Environment& environment) {
  net::OwnSide own(net::open_channel(session.server, {.agent = options.agent}));
  const std::string request = absl::StrCat("vote-", environment.ids.next());
  const auto voted = wait_for<bool>([&](auto answer) { own.vote(request, options.agent, options.votes, answer); });
  return voted.ok() ? Exit::kOk : fail(environment, session.server, voted.status());
}

std::string times(int count) { return count == 1 ? "once" : absl::StrCat(count, " times"); }

std::string progress(const domain::ChosenHabit& habit) {
  if (domain::asks_routine(habit)) return "is it routine? Answer with `aandachtctl habits routine --yes` or --no";
  return absl::StrCat("asked whether it is routine from ", habit.ask_at, " times on");
}

void print(const domain::HabitBook& book, const Options& options, Environment& environment) {
  std::ostream& out = environment.out;
  if (options.json) {
    out << to_line(habit_book_json(book, environment.zone)) << '\n';
    return;
  }
  if (book.current) {
    const domain::ChosenHabit& habit = *book.current;
    out << habit.after << " → " << habit.will << ": " << times(habit.repetitions) << "; " << progress(habit) << '\n';
  } else {
    out << "no habit is chosen: see `aandachtctl habits list`, then `aandachtctl habits choose ID`\n";
  }
  for (const domain::Routine& routine : book.shelf) {
    out << "routine after " << times(routine.repetitions) << ": " << routine.after << " → " << routine.will << '\n';
  }
}

Exit act(const Session& session, const Options& options, Environment& environment, const domain::OwnAct& done) {
  const absl::StatusOr<domain::Desk> desk = do_act(session, options.agent, done, environment);
  if (!desk.ok()) return fail(environment, session.server, desk.status());
  print(desk->habits, options, environment);
  return Exit::kOk;
}

Exit show(const Session& session, const Options& options, Environment& environment) {
  const absl::StatusOr<domain::Desk> desk = read_desk(session, options.agent);
  if (!desk.ok()) return fail(environment, session.server, desk.status());
  print(desk->habits, options, environment);
  return Exit::kOk;
}

Exit choose(const Session& session, const Options& options, Environment& environment) {
  const auto told = fetch(session, options);
  if (!told.ok()) return fail(environment, session.server, told.status());
  const auto found = std::find_if(told->habits.begin(), told->habits.end(),
                                  [&](const domain::TeamHabit& each) { return each.id == options.habit; });
  if (found == told->habits.end()) {
    return fail(environment,
                absl::StrCat("there is no habit ", options.habit, " on the list: look with `aandachtctl habits list`"));
  }
  return act(session, options, environment,
             domain::HabitChosen{found->id, found->after, found->will, found->celebrate});
}

Exit tick(const Session& session, const Options& options, Environment& environment) {
  return act(session, options, environment, domain::HabitTicked{options.call, !options.undo});
}

Exit routine(const Session& session, const Options& options, Environment& environment) {
  const absl::StatusOr<domain::Desk> desk = read_desk(session, options.agent);
  if (!desk.ok()) return fail(environment, session.server, desk.status());
  const std::optional<domain::ChosenHabit>& habit = desk->habits.current;
  if (habit && !domain::asks_routine(*habit)) {
    return fail(environment, absl::StrCat("it is not asked yet: the habit was done ", times(habit->repetitions),
                                          ", and it is ", progress(*habit)));
  }
  return act(session, options, environment, domain::RoutineAnswered{options.yes});
}

Exit drop(const Session& session, const Options& options, Environment& environment) {
  return act(session, options, environment, domain::HabitDropped{});
}

}  // namespace

void add_habits(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->agent = default_agent(environment);
  CLI::App* habits = app.add_subcommand("habits", "Tiny habits: the team's list, and the one that an agent works on");
  habits->require_subcommand(1);
  habits->footer(
      "Examples:\n  aandachtctl habits list --lang nl\n  aandachtctl habits choose nl/wij-woord\n"
      "  aandachtctl habits tick");
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = habits->add_subcommand(name, about);
    add_agent(*added, options->agent, "Whose; nobody else is shown it");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  const auto add_language = [&](CLI::App* command) {
    command->add_option("--lang", options->language, "Of the shipped habits")->capture_default_str();
  };
  CLI::App* all = add("list", "The team's habits of this quarter, best ranked first; then the shipped ones", list);
  add_language(all);
  all->add_flag("--json", options->json, "JSON lines out");
  CLI::App* one = add("put", "Put a habit forward; the team does not see who did", put);
  one->add_option("--after", options->words.after, "After I …")->required();
  one->add_option("--will", options->words.will, "I will …")->required();
  one->add_option("--celebrate", options->words.celebrate, "And then …");
  one->add_flag("--json", options->json, "JSON out");
  one->footer(
      "Prints the habit's id.\n\nExample:\n"
      "  aandachtctl habits put --after 'I put the phone down' --will 'drink a sip of water'");
  CLI::App* ballot = add("vote", "Vote for at most three habits, in the place of earlier votes", vote);
  ballot->add_option("ID", options->votes, "Best first; none takes the votes back")->expected(1, 3);
  ballot->footer("Example:\n  aandachtctl habits vote team-1 team-2");
  CLI::App* chosen = add("choose", "Work on a habit, in the place of the one before", choose);
  chosen->add_option("ID", options->habit, "Of the list")->required();
  add_language(chosen);
  CLI::App* ticked = add("tick", "It was done", tick);
  ticked->add_option("--call", options->call, "After which call; it counts once for a call");
  ticked->add_flag("--undo", options->undo, "It was not done after all");
  CLI::App* asked = add("routine", "Answer \"is it routine?\"", routine);
  CLI::Option_group* answer = asked->add_option_group("--yes or --no");
  answer->add_flag("--yes", options->yes, "It goes by itself: it is won, and there is room for the next");
  answer->add_flag("--no", options->no, "Not yet: asked again ten times later");
  answer->require_option(1);
  asked->footer(
      "It is asked once the habit was done twenty times; `aandachtctl habits show` says when.\n\n"
      "Example:\n  aandachtctl habits routine --yes");
  CLI::App* mine = add("show", "The habit that you work on, how often it was done, and the routines won", show);
  CLI::App* dropped = add("drop", "Give the habit up", drop);
  for (CLI::App* own : {chosen, ticked, asked, mine, dropped}) own->add_flag("--json", options->json, "JSON out");
  chosen->footer("Example:\n  aandachtctl habits choose nl/wij-woord");
  ticked->footer("Examples:\n  aandachtctl habits tick\n  aandachtctl habits tick --call a84b4c76e66710 --undo");
}

}  // namespace aandacht::ctl
