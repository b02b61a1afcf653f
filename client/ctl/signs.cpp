// aandachtctl signs
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/program.h"
#include "client/ctl/sign_lines.h"
#include "client/ctl/sign_plot.h"
#include "client/ctl/wait_for.h"
#include "client/net/channel.h"
#include "client/net/signs.h"

namespace aandacht::ctl {
namespace {

struct Options {
  bool json = false;
  int days = 28;
  std::string language = "nl";
  std::string only_language;
  std::string group;
  std::string place = "site";
  std::string text;
  std::string owner;
  std::string by;
  std::string sign;
  std::string day;
  std::string plot;
  int base = 0;
};

net::Signs open(const Session& session) { return net::Signs(net::open_channel(session.server)); }

Exit questions(const Session& session, const Options& options, Environment& environment) {
  net::Signs signs = open(session);
  const auto told = wait_for<domain::RepeatedQuestions>(
      [&](auto answer) { signs.repeated(options.days, options.only_language, 100, answer); });
  if (!told.ok()) return fail(environment, session.server, told.status());
  std::ostream& out = environment.out;
  for (const domain::RepeatedQuestion& question : told->questions) {
    if (options.json) {
      out << to_line(question_json(question)) << '\n';
      continue;
    }
    const std::string words = question.wordings.empty() ? "(too few calls to show words)" : question.wordings.front();
    out << absl::StrFormat("%5d  %4.1f%%  %-2s  %s  (%s)\n", question.calls, question.share * 100, question.language,
                           words, question.group);
    for (std::size_t i = 1; i < question.wordings.size(); ++i)
      out << "                  " << question.wordings[i] << '\n';
    if (!question.why_topic.empty()) out << "                  why: " << question.why_topic << '\n';
  }
  if (!options.json && told->questions.empty()) {
    out << "no question came back in the last " << options.days << " days\n";
  }
  return Exit::kOk;
}

Exit propose(const Session& session, const Options& options, Environment& environment) {
  net::Signs signs = open(session);
  const auto proposal = wait_for<domain::SignProposal>(
      [&](auto answer) { signs.propose(options.group, *place_of(options.place), options.language, answer); });
  if (!proposal.ok()) return fail(environment, session.server, proposal.status());
  std::ostream& out = environment.out;
  if (options.json) {
    out << to_line(proposal_json(*proposal)) << '\n';
    return Exit::kOk;
  }
  out << proposal->draft.text << '\n';
  for (const domain::SignFinding& finding : proposal->findings) out << "  " << finding_sentence(finding) << '\n';
  return Exit::kOk;
}

void print(const domain::ListedSign& listed, const Options& options, Environment& environment) {
  if (options.json) {
    environment.out << to_line(sign_json(listed, environment.zone)) << '\n';
    return;
  }
  const domain::Sign& sign = listed.sign;
  environment.out << absl::StrFormat("%-8s  %-8s  %-2s  version %d", word_of(sign.state), word_of(sign.place),
                                     sign.language, sign.version);
  if (sign.up) environment.out << ", up since " << absl::FormatCivilTime(*sign.up);
  if (sign.down) environment.out << ", down since " << absl::FormatCivilTime(*sign.down);
  if (!sign.owner.empty()) environment.out << ", owner " << sign.owner;
  environment.out << "  (" << sign.id << ")\n" << sign.text << "\n";
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  net::Signs signs = open(session);
  const auto told = wait_for<std::vector<domain::ListedSign>>([&](auto answer) { signs.list(options.group, answer); });
  if (!told.ok()) return fail(environment, session.server, told.status());
  for (const domain::ListedSign& sign : *told) print(sign, options, environment);
  if (!options.json && told->empty()) environment.out << "there are no signs yet\n";
  return Exit::kOk;
}

Exit versions(const Session& session, const Options& options, Environment& environment) {
  net::Signs signs = open(session);
  const auto told = wait_for<std::vector<domain::Sign>>([&](auto answer) { signs.versions(options.sign, answer); });
  if (!told.ok()) return fail(environment, session.server, told.status());
  for (const domain::Sign& sign : *told) print({sign, ""}, options, environment);
  return Exit::kOk;
}

Exit store(const Session& session, const Options& options, Environment& environment, net::Signs& signs,
           const domain::Sign& sign, int base) {
  const std::string request = absl::StrCat("sign-", environment.ids.next());
  const auto stored =
      wait_for<net::StoredSign>([&](auto answer) { signs.put(request, sign, base, options.by, answer); });
  if (!stored.ok()) return fail(environment, session.server, stored.status());
  if (stored->stood_before) {
    environment.err << "this sign stands already; nothing was written. Give --id " << stored->sign.id << " --base "
                    << stored->sign.version << " to change it\n";
  }
  print({stored->sign, ""}, options, environment);
  if (options.json) return Exit::kOk;
  for (const domain::SignFinding& finding : stored->findings) {
    environment.out << "  " << finding_sentence(finding) << '\n';
  }
  return Exit::kOk;
}

Exit put(const Session& session, const Options& options, Environment& environment) {
  net::Signs signs = open(session);
  domain::Sign sign;
  sign.id = options.sign;
  sign.group = options.group;
  sign.place = *place_of(options.place);
  sign.language = options.language;
  sign.text = options.text;
  sign.owner = options.owner;
  sign.state = options.owner.empty() ? domain::SignState::kProposed : domain::SignState::kWritten;
  return store(session, options, environment, signs, sign, options.base);
}

/// The sign as it is now, with another state.
Exit move(const Session& session, const Options& options, Environment& environment, domain::SignState state) {
  absl::CivilDay day = absl::ToCivilDay(environment.clock.now(), environment.zone);
  if (!options.day.empty() && !absl::ParseCivilTime(options.day, &day)) {
    return fail(environment, absl::StrCat("\"", options.day, "\" is no day; write one like 2026-11-30"));
  }
  net::Signs signs = open(session);
  const auto told = wait_for<std::vector<domain::Sign>>([&](auto answer) { signs.versions(options.sign, answer); });
  if (!told.ok()) return fail(environment, session.server, told.status());
  domain::Sign sign = told->front();
  sign.state = state;
  if (state == domain::SignState::kUp) {
    sign.up = day;
    sign.down.reset();
  } else {
    sign.down = day;
  }
  return store(session, options, environment, signs, sign, sign.version);
}

Exit up(const Session& session, const Options& options, Environment& environment) {
  return move(session, options, environment, domain::SignState::kUp);
}

Exit down(const Session& session, const Options& options, Environment& environment) {
  return move(session, options, environment, domain::SignState::kDown);
}

Exit effect(const Session& session, const Options& options, Environment& environment) {
  net::Signs signs = open(session);
  const auto told = wait_for<domain::SignEffect>([&](auto answer) { signs.effect(options.sign, answer); });
  if (!told.ok()) return fail(environment, session.server, told.status());
  std::ostream& out = environment.out;
  if (options.json) {
    out << to_line(effect_json(*told)) << '\n';
  } else {
    for (const domain::SignWeek& week : told->series) {
      out << absl::StrFormat("%s  %4d of %5d calls  %5.1f%%  (%.1f … %.1f%%)%s%s\n", absl::FormatCivilTime(week.from),
                             week.asked, week.calls, week.share * 100, week.low * 100, week.high * 100,
                             week.after ? "  after" : "", week.compared ? "" : "  not compared");
    }
    out << verdict_sentence(*told) << '\n';
  }
  if (options.plot.empty()) return Exit::kOk;
  const absl::Status written =
      write_plot(sign_plot(*told, "Did the question fall?", verdict_sentence(*told)), options.plot);
  return written.ok() ? Exit::kOk : fail(environment, std::string(written.message()));
}

std::string default_name(const Environment& environment) { return environment.variable("USER").value_or(""); }

}  // namespace

void add_signs(CLI::App& app, Session& session, const Environment& environment) {
  auto options = std::make_shared<Options>();
  options->by = default_name(environment);
  CLI::App* signs = app.add_subcommand("signs", "Questions that keep coming back, and the signs that answer them");
  signs->require_subcommand(1);
  signs->footer(
      "Examples:\n  aandachtctl signs questions --days 28\n"
      "  aandachtctl signs propose --group q0123456789abcd --place ivr\n"
      "  aandachtctl signs effect sign-1 --plot effect.png");
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = signs->add_subcommand(name, about);
    added->add_flag("--json", options->json, "JSON lines out");
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  const auto add_place = [&](CLI::App* command) {
    command->add_option("--place", options->place, "site, ivr, greeting or letter")
        ->capture_default_str()
        ->check(CLI::IsMember({"site", "ivr", "greeting", "letter"}));
    command->add_option("--lang", options->language, "nl or en")->capture_default_str();
  };
  const auto add_by = [&](CLI::App* command) {
    command->add_option("--by", options->by, "Who writes, where the service asks for no token");
  };
  CLI::App* asked = add("questions", "What keeps coming back, the most asked first", questions);
  asked->add_option("--days", options->days, "The last so many days")->capture_default_str()->check(CLI::Range(1, 400));
  asked->add_option("--lang", options->only_language, "Only this language, such as nl or en");
  CLI::App* draft = add("propose", "A draft of a sign; nothing is stored", propose);
  draft->add_option("--group", options->group, "Of the questions, as `signs questions` tells it")->required();
  add_place(draft);
  CLI::App* written = add("put", "Store a sign, or with --id the next version of one", put);
  written->add_option("--group", options->group, "Of the questions that it answers")->required();
  add_place(written);
  written->add_option("--text", options->text, "On a site the first line is the title")->required();
  written->add_option("--owner", options->owner, "Who sees to it; without one it is a proposal");
  written->add_option("--id", options->sign, "Of a sign that is there");
  written->add_option("--base", options->base, "The version of it that was read");
  add_by(written);
  for (CLI::App* command : {add("up", "It was put up: customers see it", up), add("down", "It was taken down", down)}) {
    command->add_option("ID", options->sign, "Of the sign")->required();
    command->add_option("--day", options->day, "Since when, such as 2026-11-30; today when it is left out");
    add_by(command);
  }
  CLI::App* all = add("list", "All signs, the one written last first", list);
  all->add_option("--group", options->group, "Only of these questions");
  add("versions", "Every version of a sign, the latest first", versions)
      ->add_option("ID", options->sign, "Of the sign")
      ->required();
  CLI::App* fell = add("effect", "Did the question fall? By week, with an honest verdict", effect);
  fell->add_option("ID", options->sign, "Of the sign")->required();
  fell->add_option("--plot", options->plot, "Write a picture (PNG) here too");
}

}  // namespace aandacht::ctl
