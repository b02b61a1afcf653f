// aandachtctl report
#include <CLI/CLI.hpp>
#include <future>
#include <map>
#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/ctl/days.h"
#include "client/ctl/json_out.h"
#include "client/ctl/program.h"
#include "client/ctl/report_plot.h"
#include "client/ctl/words.h"
#include "client/net/channel.h"
#include "client/net/report_file.h"
#include "client/net/reports.h"

namespace aandacht::ctl {
namespace {

using domain::ReportBy;

constexpr char kHelp[] =
    R"(Days are those of the service's time zone. Nothing is told about one agent: cards and promises that agents made are
counted on days on which five or more of a team were in them, and agents' own guesses are in no report. Cards, three E's
and promises of calls are told of days that are over: today comes tomorrow.

Examples:
  aandachtctl report sentiment --by hour_of_day --plot sentiment.png
  aandachtctl report cards --from 2026-11-01 --to 2026-11-30 --json
  aandachtctl report promises --out promises.csv)";

constexpr char kAssociation[] =
    "what the customers' sentiment did next is an association, not a cause: cards are used in other moments";

struct Options {
  Days days;
  std::string by = "day";
  std::vector<std::string> teams;
  bool json = false;
  std::string plot;
  net::ReportKind kind = net::ReportKind::kSentiment;
  std::string format = "csv";
  std::string out;
};

const std::map<std::string, ReportBy>& rows_by() {
  static const std::map<std::string, ReportBy> names = {
      {"total", ReportBy::kTotal}, {"hour", ReportBy::kHour},
      {"day", ReportBy::kDay},     {"hour_of_day", ReportBy::kHourOfDay},
      {"topic", ReportBy::kTopic}, {"queue", ReportBy::kQueue},
      {"team", ReportBy::kTeam}};
  return names;
}

domain::ReportQuestion question_of(const Options& options, const Environment& environment) {
  const absl::Time now = environment.clock.now();
  return {options.days.first(now, environment.zone), options.days.last(now, environment.zone), rows_by().at(options.by),
          options.teams, "en"};
}

/// Asks and waits.
template <typename Report>
absl::StatusOr<Report> ask(const Session& session, const domain::ReportQuestion& question,
                           void (net::Reports::*method)(const domain::ReportQuestion&, net::Reports::Answer<Report>)) {
  std::promise<absl::StatusOr<Report>> told;
  net::Reports reports(net::open_channel(session.server));
  (reports.*method)(question, [&told](absl::StatusOr<Report> report) { told.set_value(std::move(report)); });
  return told.get_future().get();
}

Json key_json(const domain::ReportKey& key, const Options& options, absl::TimeZone zone) {
  if (key.start && options.by == "day") return absl::FormatCivilTime(absl::ToCivilDay(*key.start, zone));
  if (key.start) return moment_json(*key.start, zone);
  if (options.by == "hour_of_day") return key.hour_of_day;
  return key.name;
}

std::string key_words(const domain::ReportKey& key, const Options& options, absl::TimeZone zone) {
  if (key.start && options.by == "day") return absl::FormatTime("%Y-%m-%d", *key.start, zone);
  if (key.start) return absl::FormatTime("%Y-%m-%d %H:%M", *key.start, zone);
  if (options.by == "hour_of_day") return absl::StrFormat("%02d:00", key.hour_of_day);
  if (options.by == "total") return "total";
  return key.name.empty() ? "(none)" : key.name;
}

void say_counting(const domain::CountingProgress& counting, Environment& environment) {
  if (counting.done) return;
  environment.err << "the service still counts older calls: " << counting.counted << " of " << counting.total
                  << "; ask again in a moment\n";
}

absl::TimeZone zone_of(const domain::SentimentReport& report, const Environment& environment) {
  absl::TimeZone zone = environment.zone;
  absl::LoadTimeZone(report.time_zone, &zone);
  return zone;
}

Exit sentiment(const Session& session, const Options& options, Environment& environment) {
  const domain::ReportQuestion question = question_of(options, environment);
  const auto report = ask<domain::SentimentReport>(session, question, &net::Reports::sentiment);
  if (!report.ok()) return fail(environment, session.server, report.status());
  const absl::TimeZone zone = zone_of(*report, environment);
  if (!options.json)
    environment.out << "                        calls   turns  negative  positive   mean  start → end\n";
  for (const domain::SentimentRow& row : report->rows) {
    if (options.json) {
      environment.out << to_line({{options.by, key_json(row.key, options, zone)},
                                  {"calls", row.calls},
                                  {"turns", row.turns},
                                  {"negative", row.negative},
                                  {"neutral", row.neutral},
                                  {"positive", row.positive},
                                  {"mean", rounded(row.mean)},
                                  {"mean_start", rounded(row.start)},
                                  {"mean_end", rounded(row.end)},
                                  {"mean_lowest", rounded(row.lowest)}})
                      << '\n';
      continue;
    }
    const double turns = std::max(1, row.turns);
    environment.out << absl::StreamFormat(
        "%-20s  %6d  %6d     %4.0f%%     %4.0f%%  %+.2f  %+.2f → %+.2f\n", key_words(row.key, options, zone), row.calls,
        row.turns, 100 * row.negative / turns, 100 * row.positive / turns, row.mean, row.start, row.end);
  }
  say_counting(report->counting, environment);
  if (options.plot.empty()) return Exit::kOk;
  const absl::Status drawn = plot_sentiment(*report, question, environment.zone, options.plot);
  return drawn.ok() ? Exit::kOk : fail(environment, std::string(drawn.message()));
}

Json grades_json(const domain::ExperienceCounts& counts) {
  const auto one = [](const domain::GradeCounts& grades) {
    return Json{{"low", grades[0]}, {"middle", grades[1]}, {"high", grades[2]}};
  };
  return {{"effectiveness", one(counts[0])}, {"ease", one(counts[1])}, {"emotion", one(counts[2])}};
}

std::string grades_words(const domain::GradeCounts& grades) {
  return absl::StrFormat("%4d %4d %4d", grades[0], grades[1], grades[2]);
}

Exit experience(const Session& session, const Options& options, Environment& environment) {
  const auto report =
      ask<domain::ExperienceReport>(session, question_of(options, environment), &net::Reports::experience);
  if (!report.ok()) return fail(environment, session.server, report.status());
  if (!options.json) environment.out << "low, middle, high of:         solved            easy         feeling\n";
  for (const domain::ExperienceReportRow& row : report->rows) {
    if (options.json) {
      environment.out << to_line({{options.by, key_json(row.key, options, environment.zone)},
                                  {"calls", row.calls},
                                  {"surveyed", row.surveyed},
                                  {"answers", grades_json(row.answers)},
                                  {"text", grades_json(row.text)}})
                      << '\n';
      continue;
    }
    const auto line = [&](const char* whose, const domain::ExperienceCounts& counts) {
      environment.out << absl::StreamFormat("  %-18s  %s  %s  %s\n", whose, grades_words(counts[0]),
                                            grades_words(counts[1]), grades_words(counts[2]));
    };
    environment.out << key_words(row.key, options, environment.zone) << ": " << row.calls << " calls, " << row.surveyed
                    << " customers answered\n";
    line("customers' answers", row.answers);
    line("what words suggest", row.text);
  }
  say_counting(report->counting, environment);
  return Exit::kOk;
}

Json change_json(const domain::ScoreChange& change) {
  return {{"cards", change.count},
          {"mean", rounded(change.mean)},
          {"margin_90", change.margin ? Json(rounded(*change.margin)) : Json(nullptr)}};
}

std::string change_words(const domain::ScoreChange& change) {
  if (change.count == 0) return "-";
  if (!change.margin) return absl::StrFormat("%+.2f (n %d)", change.mean, change.count);
  return absl::StrFormat("%+.2f ± %.2f (n %d)", change.mean, *change.margin, change.count);
}

void say_left_out(bool left_out, Environment& environment) {
  if (left_out) environment.err << "days on which fewer than five agents of a team were in it are left out\n";
}

Exit cards(const Session& session, const Options& options, Environment& environment) {
  const auto report = ask<domain::CardReport>(session, question_of(options, environment), &net::Reports::cards);
  if (!report.ok()) return fail(environment, session.server, report.status());
  if (!options.json) environment.out << "card         shown    used   sentiment next: used     not used\n";
  for (const domain::CardReportRow& row : report->rows) {
    if (options.json) {
      environment.out << to_line({{"kind", word(row.kind)},
                                  {"shown", row.shown},
                                  {"used", row.used},
                                  {"after_used", change_json(row.after_used)},
                                  {"after_not_used", change_json(row.after_not_used)}})
                      << '\n';
      continue;
    }
    environment.out << absl::StreamFormat("%-10s  %6d  %5.0f%%   %-20s  %s\n", word(row.kind), row.shown,
                                          100.0 * row.used / std::max(1, row.shown), change_words(row.after_used),
                                          change_words(row.after_not_used));
  }
  if (!options.json && !report->rows.empty()) environment.out << kAssociation << '\n';
  say_left_out(report->left_out, environment);
  say_counting(report->counting, environment);
  return Exit::kOk;
}

Exit promises(const Session& session, const Options& options, Environment& environment) {
  const auto report = ask<domain::PromiseReport>(session, question_of(options, environment), &net::Reports::promises);
  if (!report.ok()) return fail(environment, session.server, report.status());
  if (!options.json) environment.out << "day          made in calls   due  kept  broken  past due\n";
  for (const domain::PromiseDay& day : report->days) {
    if (options.json) {
      environment.out << to_line({{"day", absl::FormatCivilTime(day.day)},
                                  {"made", day.made},
                                  {"dated", day.dated},
                                  {"due", day.due},
                                  {"kept", day.kept},
                                  {"broken", day.broken},
                                  {"overdue", day.overdue}})
                      << '\n';
      continue;
    }
    environment.out << absl::StreamFormat("%-10s           %5d  %4d  %4d    %4d      %4d\n",
                                          absl::FormatCivilTime(day.day), day.made, day.due, day.kept, day.broken,
                                          day.overdue);
  }
  say_left_out(report->left_out, environment);
  say_counting(report->counting, environment);
  if (options.plot.empty()) return Exit::kOk;
  const absl::Status drawn = plot_promises(*report, options.plot);
  return drawn.ok() ? Exit::kOk : fail(environment, std::string(drawn.message()));
}

/// The table for a spreadsheet, as the console saves it.
Exit save(const Session& session, const Options& options, Environment& environment) {
  const auto format = options.format == "jsonl" ? net::ExportFormat::kJsonLines : net::ExportFormat::kCsv;
  const absl::StatusOr<net::ExportSize> size = net::download_report_file(
      net::open_channel(session.server), {options.kind, question_of(options, environment), format, environment.zone},
      {options.out});
  if (!size.ok()) return fail(environment, session.server, size.status());
  environment.err << options.out << absl::StreamFormat(": %d rows\n", size->rows);
  return Exit::kOk;
}

}  // namespace

void add_report(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("report", "Sentiment, three E's, cards and promises over days");
  command->require_subcommand(1);
  command->footer(kHelp);
  using Run = Exit (*)(const Session&, const Options&, Environment&);
  const auto add = [&](const char* name, const char* about, Run run, net::ReportKind kind, bool has_rows,
                       bool has_plot) {
    auto options = std::make_shared<Options>();
    options->kind = kind;
    CLI::App* added = command->add_subcommand(name, about);
    added->footer(kHelp);
    add_days(*added, options->days);
    added->add_option("--team", options->teams, "Only these teams")->delimiter(',')->type_name("TEAM,…");
    added->add_flag("--json", options->json, "JSON lines out");
    if (has_rows) {
      std::vector<std::string> names;
      for (const auto& [word, by] : rows_by()) names.push_back(word);
      added->add_option("--by", options->by, "What a row stands for")
          ->check(CLI::IsMember(names))
          ->capture_default_str();
    }
    if (has_plot) added->add_option("--plot", options->plot, "Also draws a picture")->type_name("FILE.png");
    CLI::Option* out =
        added->add_option("--out", options->out, "A table for a spreadsheet into this file instead")->type_name("FILE");
    if (has_plot) out->excludes("--plot");
    out->excludes("--json");
    added->add_option("--format", options->format, "Of that file: csv or jsonl")
        ->check(CLI::IsMember({"csv", "jsonl"}))
        ->capture_default_str()
        ->needs(out);
    added->callback([&session, options, run] {
      session.command = [&session, options, run](Environment& e) {
        absl::StatusOr<Environment> there = in_zone_of_service(session, e);
        if (!there.ok()) return fail(e, session.server, there.status());
        return options->out.empty() ? run(session, *options, *there) : save(session, *options, *there);
      };
    });
  };
  add("sentiment", "The customers' sentiment", sentiment, net::ReportKind::kSentiment, true, true);
  add("experience", "Three E's: customers' answers, and what their words suggest", experience,
      net::ReportKind::kExperience, true, false);
  add("cards", "Which cards were used, and what the customers' sentiment did next", cards, net::ReportKind::kCards,
      false, false);
  add("promises", "Promises made, due, kept and broken", promises, net::ReportKind::kPromises, false, true);
}

}  // namespace aandacht::ctl
