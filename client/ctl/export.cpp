// aandachtctl export
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "client/ctl/days.h"
#include "client/ctl/program.h"
#include "client/net/channel.h"
#include "client/net/export_download.h"
#include "shared/base/csv.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Calls that began on those days (and their turns), or prompts that were pushed then. Days are those of
the service's time zone, as in reports, and so are the times.
CSV opens in a spreadsheet and in DuckDB as it is: UTF-8 with a byte order mark, commas, a header row, times with
offset. Text that a
spreadsheet would take as a formula has an apostrophe before it; JSON lines have it as it is. The columns are in
docs/import-export.md. Agents whose calls are in it can read who made it.

Examples:
  aandachtctl export sentiment --from 2026-11-01 --to 2026-11-30 --out sentiment.csv
  aandachtctl export turns --format jsonl | head)";

struct Options {
  Days days;
  net::ExportKind kind = net::ExportKind::kTurns;
  std::string format = "csv";
  std::vector<std::string> teams;
  std::string out;
  std::string reason;
};

/// How far it is, on one line that is written over; only for somebody who looks at it.
class Progress {
 public:
  explicit Progress(Environment& environment)
      : environment_(environment), shows_(&environment.err == &std::cerr && isatty(STDERR_FILENO) == 1) {}
  ~Progress() {
    if (shows_ && told_ != absl::InfinitePast()) environment_.err << "\r\x1b[K" << std::flush;
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::int64_t bytes) {
    const absl::Time now = absl::Now();
    if (!shows_ || now - told_ < absl::Milliseconds(200)) return;
    told_ = now;
    environment_.err << absl::StreamFormat("\r%.1f MB", static_cast<double>(bytes) / 1e6) << std::flush;
  }

 private:
  Environment& environment_;
  const bool shows_;
  absl::Time told_ = absl::InfinitePast();
};

/// Whether what is written comes behind something in the same file (`>>`, or two exports in braces): a byte order mark
/// stands at the beginning of a file only. A pipe cannot tell, and begins anew.
bool is_behind_something(std::ostream& out) {
  const bool is_behind = out.tellp() > 0 || out.seekp(0, std::ios::end).tellp() > 0;
  out.clear();
  return is_behind;
}

Exit run_export(const Session& session, const Options& options, Environment& environment) {
  const absl::Time now = environment.clock.now();
  net::ExportWish wish;
  wish.kind = options.kind;
  wish.from = absl::FromCivil(options.days.first(now, environment.zone), environment.zone);
  wish.before = absl::FromCivil(options.days.last(now, environment.zone) + 1, environment.zone);
  wish.format = options.format == "jsonl" ? net::ExportFormat::kJsonLines : net::ExportFormat::kCsv;
  wish.teams = options.teams;
  wish.reason = options.reason;
  if (wish.before <= wish.from) return fail(environment, "--to is before --from; swap them");
  const auto channel = net::open_channel(session.server);
  Progress progress(environment);
  if (options.out.empty()) {
    std::int64_t size = 0;
    const bool drops_mark = is_behind_something(environment.out);
    const absl::Status status = net::download_export(channel, wish, [&](std::string_view bytes) -> absl::Status {
      if (size == 0 && drops_mark && bytes.starts_with(base::kUtf8Mark)) bytes.remove_prefix(base::kUtf8Mark.size());
      environment.out << bytes;
      progress.tell(size += static_cast<std::int64_t>(bytes.size()));
      return environment.out.good() ? absl::OkStatus() : absl::CancelledError("nobody reads what is written");
    });
    environment.out.flush();
    return status.ok() ? Exit::kOk : fail(environment, session.server, status);
  }
  const absl::StatusOr<net::ExportSize> size =
      net::download_export_file(channel, wish, {options.out}, [&](const net::ExportSize& so_far) {
        progress.tell(so_far.bytes);
        return absl::OkStatus();
      });
  if (!size.ok()) return fail(environment, session.server, size.status());
  environment.err << options.out
                  << absl::StreamFormat(": %d rows, %.1f MB\n", size->rows, static_cast<double>(size->bytes) / 1e6);
  return Exit::kOk;
}

}  // namespace

void add_export(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("export", "Calls, turns, sentiment or prompts as CSV or JSON lines");
  command->require_subcommand(1);
  command->footer(kHelp);
  const auto add = [&](const char* name, const char* about, net::ExportKind kind) {
    auto options = std::make_shared<Options>();
    options->kind = kind;
    CLI::App* added = command->add_subcommand(name, about);
    added->footer(kHelp);
    add_days(*added, options->days);
    added->add_option("--team", options->teams, "Only these teams")->delimiter(',')->type_name("TEAM,…");
    added->add_option("--format", options->format, "csv or jsonl")
        ->check(CLI::IsMember({"csv", "jsonl"}))
        ->capture_default_str();
    added->add_option("--out", options->out, "Into this file, which is there whole or not at all")->type_name("FILE");
    added->add_option("--reason", options->reason, "Why; the agents read it")->type_name("WORDS");
    added->callback([&session, options] {
      session.command = [&session, options](Environment& e) {
        absl::StatusOr<Environment> there = in_zone_of_service(session, e);
        return there.ok() ? run_export(session, *options, *there) : fail(e, session.server, there.status());
      };
    });
  };
  add("calls", "One call a row", net::ExportKind::kCalls);
  add("turns", "One turn a row, with its redacted words", net::ExportKind::kTurns);
  add("sentiment", "The customers' turns, without their words", net::ExportKind::kSentiment);
  add("prompts", "One pushed prompt a row, with what became of it", net::ExportKind::kPrompts);
}

}  // namespace aandacht::ctl
