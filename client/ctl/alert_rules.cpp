#include "client/ctl/alert_rules.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/ctl/alert_lines.h"
#include "client/ctl/input_file.h"
#include "client/ctl/mailbox.h"
#include "client/ctl/wait_for.h"
#include "client/net/alerts.h"
#include "client/net/channel.h"
#include "shared/content/alert_rules.h"
#include "shared/domain/alert_rule_id.h"

namespace aandacht::ctl {
namespace {

using Rules = std::vector<net::SeenAlertRule>;

struct Options {
  bool json = false;
  std::string file;
  std::string id;
  std::vector<std::string> ids;
  std::optional<std::int64_t> base;  // Of the version that the file was made from.
  int days = 7;
  int limit = 20;
};

absl::StatusOr<Rules> fetch(net::Alerts& alerts) {
  auto seen = wait_for<net::SeenAlertRules>([&](auto answer) { alerts.rules(answer); });
  if (!seen.ok()) return seen.status();
  return std::move(seen->rules);
}

absl::StatusOr<std::vector<domain::AlertRule>> read_file(const std::string& path, Environment& environment) {
  absl::StatusOr<Input> input = Input::open(path, environment.in);
  if (!input.ok()) return input.status();
  const std::string text((std::istreambuf_iterator<char>(input->stream())), std::istreambuf_iterator<char>());
  return content::parse_alert_rules({spoken_name(path), "", text});
}

Exit list(const Session& session, const Options& options, Environment& environment) {
  net::Alerts alerts(net::open_channel(session.server));
  const auto rules = fetch(alerts);
  if (!rules.ok()) return fail(environment, session.server, rules.status());
  for (const net::SeenAlertRule& seen : *rules) {
    environment.out << (options.json ? to_line(rule_json(seen, environment.zone))
                                     : rule_line(seen, environment.clock.now(), environment.zone))
                    << '\n';
  }
  if (rules->empty() && !options.json) {
    environment.err << "no rules yet: write one as docs/alerts.md shows, then `aandachtctl alerts rules put FILE`\n";
  }
  return Exit::kOk;
}

// The one with this id, else one that was put under this name.
const net::SeenAlertRule* find_rule(const Rules& rules, const std::string& id) {
  const net::SeenAlertRule* named = nullptr;
  for (const net::SeenAlertRule& each : rules) {
    if (each.rule.id == id) return &each;
    if (named == nullptr && domain::is_rule_named(each.rule.id, id)) named = &each;
  }
  return named;
}

// Somebody was first: what they made of it, and how to go on.
void show_newer(net::Alerts& alerts, const std::string& id, const Options& options, Environment& environment) {
  const auto now = fetch(alerts);
  const net::SeenAlertRule* newer = now.ok() ? find_rule(*now, id) : nullptr;
  if (newer == nullptr) return;  // Deleted, or away: the refusal says so.
  if (options.json) {
    environment.out << to_line(rule_json(*newer, environment.zone)) << '\n';
    return;
  }
  environment.err << "it is now:\n  " << rule_line(*newer, environment.clock.now(), environment.zone)
                  << "\nBring into your file what is to stay of it (`aandachtctl alerts rules export " << id
                  << "` writes it as a file), then put it with --base " << newer->rule.version << '\n';
}

// Over what is there now, whoever changed it last, unless --base says what the file was made from.
Exit put(const Session& session, const Options& options, Environment& environment) {
  const auto read = read_file(options.file, environment);
  if (!read.ok()) return fail(environment, std::string(read.status().message()));
  net::Alerts alerts(net::open_channel(session.server));
  if (options.base && read->size() != 1) {
    return fail(environment, "--base is the version of one rule, and the file has another number of them");
  }
  const auto known = fetch(alerts);
  if (!known.ok()) return fail(environment, session.server, known.status());
  for (const domain::AlertRule& rule : *read) {
    const net::SeenAlertRule* before = find_rule(*known, rule.id);
    const std::int64_t base = options.base.value_or(before == nullptr ? 0 : before->rule.version);
    const auto kept = wait_for<net::SeenAlertRule>(
        [&](auto answer) { alerts.put_rule(absl::StrCat("rule-", environment.ids.next()), rule, base, answer); });
    if (!kept.ok()) {
      environment.err << rule.id << ":\n";
      const Exit failed = fail(environment, session.server, kept.status());
      if (absl::IsAborted(kept.status())) show_newer(alerts, rule.id, options, environment);
      return failed;
    }
    environment.out << (options.json ? to_line(rule_json(*kept, environment.zone))
                                     : rule_line(*kept, environment.clock.now(), environment.zone))
                    << '\n';
  }
  return Exit::kOk;
}

Exit remove(const Session& session, const Options& options, Environment& environment) {
  net::Alerts alerts(net::open_channel(session.server));
  const auto gone = wait_for<bool>(
      [&](auto answer) { alerts.delete_rule(absl::StrCat("rule-", environment.ids.next()), options.id, 0, answer); });
  return gone.ok() ? Exit::kOk : fail(environment, session.server, gone.status());
}

Exit export_rules(const Session& session, const Options& options, Environment& environment) {
  net::Alerts alerts(net::open_channel(session.server));
  const auto known = fetch(alerts);
  if (!known.ok()) return fail(environment, session.server, known.status());
  std::vector<domain::AlertRule> rules;
  for (const net::SeenAlertRule& seen : *known) {
    const auto& ids = options.ids;
    const bool wanted = ids.empty() || std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
                          return domain::is_rule_named(seen.rule.id, id);
                        });
    if (wanted) rules.push_back(seen.rule);
  }
  environment.out << content::format_alert_rules(rules);
  return Exit::kOk;
}

void print(const net::AlertTrialStep& step, const Options& options, Environment& environment) {
  if (options.json) {
    for (const auto& [day, count] : step.days) {
      environment.out << to_line({{"day", absl::FormatCivilTime(day)}, {"count", count}}) << '\n';
    }
    for (const domain::Alert& alert : step.alerts)
      environment.out << to_line(alert_json(alert, environment.zone)) << '\n';
    return;
  }
  for (const auto& [day, count] : step.days) {
    environment.out << absl::FormatCivilTime(day) << "  " << count << "  "
                    << std::string(static_cast<std::size_t>(std::min(count, 60)), '#') << '\n';
  }
  environment.out << step.turns << " turns were looked at\n";
  for (const domain::Alert& alert : step.alerts) {
    environment.out << alert_line(alert, environment.clock.now(), environment.zone) << '\n';
  }
}

Exit try_one(const Session& session, const Options& options, const domain::AlertRule& rule, Environment& environment) {
  using Letter = std::variant<net::AlertTrialStep, absl::Status>;
  Mailbox<Letter> mailbox;
  const net::AlertTrial trial(
      net::open_channel(session.server), rule, options.days, options.limit,
      [&](net::AlertTrialStep step) { mailbox.put(std::move(step)); },
      [&](absl::Status status) { mailbox.put(std::move(status)); });
  net::AlertTrialStep last;
  for (;;) {
    Letter letter = *mailbox.take(absl::InfiniteDuration());
    if (auto* step = std::get_if<net::AlertTrialStep>(&letter)) {
      last = std::move(*step);
      continue;
    }
    const absl::Status& status = std::get<absl::Status>(letter);
    if (!status.ok()) return fail(environment, session.server, status);
    if (!options.json) environment.out << rule.name << ": " << rule_sentence(rule) << '\n';
    print(last, options, environment);
    return Exit::kOk;
  }
}

Exit try_rules(const Session& session, const Options& options, Environment& environment) {
  const auto read = read_file(options.file, environment);
  if (!read.ok()) return fail(environment, std::string(read.status().message()));
  for (const domain::AlertRule& rule : *read) {
    if (!options.id.empty() && options.id != rule.id) continue;
    if (const Exit exit = try_one(session, options, rule, environment); exit != Exit::kOk) return exit;
  }
  return Exit::kOk;
}

}  // namespace

void add_alert_rules(CLI::App& alerts, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* rules = alerts.add_subcommand("rules", "When something is said, and to whom");
  rules->require_subcommand(1);
  rules->footer(
      "A file of rules is TOML; docs/alerts.md has every key.\n\nExamples:\n  aandachtctl alerts rules export > "
      "rules.toml\n  aandachtctl alerts rules try rules.toml --days 7\n  aandachtctl alerts rules put rules.toml");
  const auto add = [&](const char* name, const char* about,
                       Exit (*command)(const Session&, const Options&, Environment&)) {
    CLI::App* added = rules->add_subcommand(name, about);
    added->callback([&session, options, command] {
      session.command = [&session, options, command](Environment& e) { return command(session, *options, e); };
    });
    return added;
  };
  CLI::App* all = add("list", "Rules that look at a team you lead", list);
  CLI::App* one = add("put", "Create or replace the rules of a file, over what is there now", put);
  CLI::App* gone = add("delete", "Delete a rule; what it found stays", remove);
  CLI::App* tried = add("try", "What the rules of a file would have said; nothing is kept", try_rules);
  CLI::App* out = add("export", "Rules as a file", export_rules);
  for (CLI::App* file : {one, tried}) file->add_option("FILE", options->file, "TOML; - is standard input")->required();
  one->add_option("--base", options->base,
                  "The version that the file was made from (0: none); a newer one is shown instead of written over")
      ->check(CLI::NonNegativeNumber);
  gone->add_option("ID", options->id, "Of the list")->required();
  tried->add_option("--id", options->id, "Of the file's rules this one only");
  tried->add_option("--days", options->days, "So many days until now")->capture_default_str()->check(CLI::Range(1, 90));
  tried->add_option("--limit", options->limit, "At most so many of the latest alerts are printed")
      ->capture_default_str()
      ->check(CLI::Range(1, 500));
  out->add_option("ID", options->ids, "These only; none is all");
  for (CLI::App* printed : {all, one, tried}) printed->add_flag("--json", options->json, "JSON lines out");
}

}  // namespace aandacht::ctl
