// aandachtctl analyse
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/analysis.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/program.h"
#include "shared/base/folders.h"
#include "shared/content/load.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Reads JSON lines on standard input and writes what is read in each, in order: the customer's sentiment, what the
agent's words do, what the customer told, what was promised, which why is meant, where the call is, what was redacted.
Nothing is sent: no service is needed.

A line has "speaker" (customer, agent) and "text"; "lang" (nl, en; left out: guessed), "at" (a moment) or "date" (a day)
of the words, "queue". Lines with the same "call" are one conversation: phase, sentiment line and redaction over two
turns go on from line to line. A line without "call" stands alone.

Example:
  echo '{"speaker":"agent","lang":"nl","text":"dat is nou eenmaal het beleid"}' | aandachtctl analyse --json)";

struct Options {
  bool json = false;
  std::string content;
};

absl::StatusOr<Analyst> open_analyst(const Options& options, const Environment& environment) {
  const std::filesystem::path folder =
      options.content.empty() ? base::shipped_folder() / "content" : std::filesystem::path(options.content);
  absl::StatusOr<domain::Library> library = content::load_library(folder);
  if (!library.ok()) {
    return absl::Status(library.status().code(), absl::StrCat("the content in ", folder.string(),
                                                              " cannot be used: ", library.status().message()));
  }
  return Analyst::create(*std::move(library), environment.zone);
}

Exit analyse(const Options& options, Environment& environment) {
  absl::StatusOr<Analyst> analyst = open_analyst(options, environment);
  if (!analyst.ok()) return fail(environment, std::string(analyst.status().message()));
  LineReader lines(environment.in);
  bool all_good = true;
  while (lines.next()) {
    absl::StatusOr<Json> analysis = absl::InvalidArgumentError("the line is over 1 MiB: make it shorter");
    if (!lines.too_long()) analysis = analyst->analyse(lines.line(), environment.clock.now());
    if (analysis.ok()) {
      environment.out << (options.json ? to_line(*analysis) : analysis_text(*analysis)) << '\n';
    } else {
      all_good = false;
      const std::string complaint(analysis.status().message());
      if (options.json) environment.out << to_line({{"error", complaint}, {"line", lines.number()}}) << '\n';
      if (!options.json) environment.err << "aandachtctl: line " << lines.number() << ": " << complaint << '\n';
    }
    if (lines.would_wait()) environment.out.flush();
    if (!environment.out) return Exit::kFailed;
  }
  if (const absl::Status read = lines.status(); !read.ok()) {
    return fail(environment, absl::StrCat("standard input ", std::string(read.message())));
  }
  return all_good ? Exit::kOk : Exit::kFailed;
}

}  // namespace

void add_analyse(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("analyse", "Read utterances here, without the service");
  command->footer(kHelp);
  command->add_flag("--json", options->json, "JSON lines out");
  command->add_option("--content", options->content, "Folder of rules and word lists, instead of the shipped one")
      ->type_name("DIR");
  command->callback([&session, options] {
    session.command = [options](Environment& environment) { return analyse(*options, environment); };
  });
}

}  // namespace aandacht::ctl
