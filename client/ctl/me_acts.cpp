#include "client/ctl/me_acts.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/json_out.h"
#include "client/ctl/options.h"
#include "client/ctl/own_desk.h"
#include "client/ctl/own_json.h"

namespace aandacht::ctl {
namespace {

constexpr char kShareHelp[] =
    R"(Your supervisor then sees in `aandachtctl energy` whether you are calm, busy or heavy, never why. It ends by
itself, with --stop at once. Without --for and --stop: says how it is now.

Examples:
  aandachtctl me share --for 2h
  aandachtctl me share --stop)";

constexpr char kSensitivityHelp[] =
    R"(Every point of the fatigue score is multiplied by it: below 1 a reset is suggested later, above 1 earlier. Without a
VALUE: says what it is now.

Example:
  aandachtctl me sensitivity 1.2)";

constexpr char kGuessHelp[] =
    R"(Three things apart, never one number: effectiveness (was it solved), ease (was it easy for the customer), emotion (how
did they leave). A guess is made in the call's wrap-up; what is left out stays as it was. The low, middle and high of
the files are taken too. What the customer's words say stands beside it in `aandachtctl me day`.

Examples:
  aandachtctl me guess --solved yes --easy hard --left neutral
  aandachtctl me guess --call a84b4c76e66710 --solved partly)";

using domain::Grade;
using Grades = std::map<std::string, Grade>;

struct Options {
  bool json = false;
  bool stop = false;
  std::string agent;
  absl::Duration span = absl::InfiniteDuration();                 // Not given.
  double sensitivity = std::numeric_limits<double>::quiet_NaN();  // The same.
  std::string call;
  domain::ThreeEs guess;
};

/// The desk as it is, or after an act.
absl::StatusOr<domain::Desk> look_or_do(const Session& session, const Options& options, bool acts,
                                        const domain::OwnAct& act, Environment& environment) {
  return acts ? do_act(session, options.agent, act, environment) : read_desk(session, options.agent);
}

Exit share(const Session& session, const Options& options, Environment& environment) {
  const bool given = options.span != absl::InfiniteDuration();
  const domain::EnergyShared act{given ? options.span : absl::ZeroDuration()};
  const auto desk = look_or_do(session, options, given || options.stop, act, environment);
  if (!desk.ok()) return fail(environment, session.server, desk.status());
  const absl::Time until = desk->fatigue.shared_until;
  const bool shared = until > std::max(desk->time, environment.clock.now());
  if (options.json) {
    const Json moment = shared ? moment_json(until, environment.zone) : Json(nullptr);
    environment.out << to_line({{"shared_until", moment}}) << '\n';
  } else if (shared) {
    environment.out << "your supervisor sees your energy until " << absl::FormatTime("%H:%M", until, environment.zone)
                    << '\n';
  } else {
    environment.out << "nobody but you sees your energy\n";
  }
  return Exit::kOk;
}

Exit sensitivity(const Session& session, const Options& options, Environment& environment) {
  const bool given = !std::isnan(options.sensitivity);
  const auto desk =
      look_or_do(session, options, given, domain::SensitivitySet{given ? options.sensitivity : 1}, environment);
  if (!desk.ok()) return fail(environment, session.server, desk.status());
  const double now = desk->fatigue.sensitivity;
  if (options.json) {
    environment.out << to_line({{"sensitivity", rounded(now)}}) << '\n';
  } else {
    environment.out << "sensitivity " << rounded(now) << '\n';
  }
  return Exit::kOk;
}

/// The call that was meant; nullptr: none is in wrap-up.
const domain::Call* call_of(const domain::Desk& desk, const std::string& id) {
  const auto found = std::find_if(desk.calls.begin(), desk.calls.end(), [&](const domain::Call& call) {
    return call.state == domain::CallState::kWrapUp && (id.empty() || call.id == id);
  });
  return found == desk.calls.end() ? nullptr : &*found;
}

Exit guess(const Session& session, const Options& options, Environment& environment) {
  if (options.guess == domain::ThreeEs{}) {
    environment.err << "aandachtctl: say at least one of --solved, --easy and --left\n"
                       "See `aandachtctl me guess --help`.\n";
    return Exit::kUsage;
  }
  const absl::StatusOr<domain::Desk> before = read_desk(session, options.agent);
  if (!before.ok()) return fail(environment, session.server, before.status());
  const domain::Call* call = call_of(*before, options.call);
  if (call == nullptr) {
    return fail(environment, absl::StrCat(options.call.empty() ? "no call" : absl::StrCat("no call ", options.call),
                                          " is in wrap-up at the desk of ", options.agent,
                                          ": a guess is made between the end of a call and the end of its wrap-up"));
  }
  const auto after = do_act(session, options.agent, domain::ExperienceGuessed{call->id, options.guess}, environment);
  if (!after.ok()) return fail(environment, session.server, after.status());
  const domain::Call* guessed = call_of(*after, call->id);
  if (guessed == nullptr) return fail(environment, "the wrap-up ended in between; see `aandachtctl me day`");
  if (options.json) {
    environment.out << to_line({{"call", guessed->id}, {"guess", three_es_json(guessed->guess)}}) << '\n';
  } else {
    const domain::ThreeEs& es = guessed->guess;
    environment.out << guessed->id << ": effectiveness " << grade_text(es.effectiveness) << ", ease "
                    << grade_text(es.ease) << ", emotion " << grade_text(es.emotion) << '\n';
  }
  return Exit::kOk;
}

/// One E in the words of the window, worst first; the words of the files are taken too.
void add_grade(CLI::App& command, const char* name, Grade& grade, const char* about,
               const std::array<const char*, 3>& words) {
  Grades grades = {{"low", Grade::kLow}, {"middle", Grade::kMiddle}, {"high", Grade::kHigh}};
  grades[words[0]] = Grade::kLow;
  grades[words[1]] = Grade::kMiddle;
  grades[words[2]] = Grade::kHigh;
  const std::string choice = absl::StrCat(words[2], ", ", words[1], " or ", words[0]);
  const auto take = [&grade, grades, choice, name](const std::string& word) {
    const auto found = grades.find(word);
    if (found == grades.end()) {
      throw CLI::ValidationError(name, absl::StrCat("'", word, "' is not one of ", choice));
    }
    grade = found->second;
  };
  command.add_option_function<std::string>(name, take, absl::StrCat(about, ": ", choice))->type_name("WORD");
}

}  // namespace

void add_me_acts(CLI::App& me, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->agent = default_agent(environment);
  const auto add = [&](const char* name, const char* about, const char* help,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = me.add_subcommand(name, about);
    added->footer(help);
    add_agent(*added, options->agent, "Whose");
    added->add_flag("--json", options->json, "JSON out");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  CLI::App* sharing = add("share", "Let the supervisor see your energy for a time", kShareHelp, share);
  CLI::Option* span = add_duration(*sharing, "--for", options->span, "From now on", absl::Minutes(1), absl::Hours(8));
  sharing->add_flag("--stop", options->stop, "End it now")->excludes(span);
  CLI::App* setting = add("sensitivity", "How easily your fatigue score rises", kSensitivityHelp, sensitivity);
  add_number(*setting, "VALUE", options->sensitivity, "As shipped: 1", 0.5, 1.5);
  CLI::App* guessing = add("guess", "Your guess of a call's three E's, in its wrap-up", kGuessHelp, guess);
  guessing->add_option("--call", options->call, "The softphone's id; left out: the call in wrap-up")->type_name("ID");
  add_grade(*guessing, "--solved", options->guess.effectiveness, "Was it solved", {"no", "partly", "yes"});
  add_grade(*guessing, "--easy", options->guess.ease, "Was it easy for the customer", {"hard", "so-so", "easy"});
  add_grade(*guessing, "--left", options->guess.emotion, "How did the customer leave", {"badly", "neutral", "well"});
}

}  // namespace aandacht::ctl
