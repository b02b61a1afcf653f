// aandachtctl library
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "absl/strings/str_cat.h"
#include "client/ctl/json_out.h"
#include "client/ctl/library_commands.h"
#include "client/ctl/program.h"
#include "shared/base/folders.h"
#include "shared/content/check.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Says what is wrong with a rule, a why, a line, a habit, a prompt, an exercise or a word of jargon, with file and
line and what to do: what the service would refuse (TOML, labels, ids, slots, phrases, an exercise in fewer than six
wordings), jargon, more than 40 words in one breath, text harder than B1, a why without an emotion line, orders
("u moet"), "they" about colleagues, a rule that its own examples do not set off, one language that lacks what another
has, a translates that names no item of another language.

DIR holds a folder for each language with *.toml files, as the shipped content does. Exit status 0: nothing to mend,
1: something is, or DIR cannot be read.

Examples:
  aandachtctl library check                      the shipped content
  aandachtctl library check my/content --json    {"file", "line", "kind", "what", "advice"} for each finding)";

struct Options {
  bool json = false;
  std::string folder;
};

void print_text(const content::Finding& finding, std::ostream& out) {
  out << finding.file;
  if (finding.line > 0) out << ':' << finding.line;
  out << (finding.file.empty() ? "" : ": ") << finding.what;
  if (!finding.advice.empty()) out << ". " << finding.advice;
  out << '\n';
}

void print_json(const content::Finding& finding, std::ostream& out) {
  out << to_line({{"file", finding.file},
                  {"line", finding.line},
                  {"kind", finding.kind},
                  {"what", finding.what},
                  {"advice", finding.advice}})
      << '\n';
}

Exit check(const Options& options, Environment& environment) {
  const std::filesystem::path folder =
      options.folder.empty() ? base::shipped_folder() / "content" : std::filesystem::path(options.folder);
  const absl::StatusOr<std::vector<content::Finding>> findings = content::check_folder(folder);
  if (!findings.ok()) return fail(environment, std::string(findings.status().message()));
  for (const content::Finding& finding : *findings) {
    if (options.json) {
      print_json(finding, environment.out);
    } else {
      print_text(finding, environment.out);
    }
  }
  if (!options.json) {
    environment.out << (findings->empty() ? absl::StrCat("Nothing to mend in ", folder.string(), ".")
                                          : absl::StrCat(findings->size(), " to mend."))
                    << '\n';
  }
  return findings->empty() ? Exit::kOk : Exit::kFailed;
}

}  // namespace

void add_library(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* library = app.add_subcommand("library", "Tend whys, rules, jargon, habits and prompts");
  library->require_subcommand(1);
  CLI::App* command = library->add_subcommand("check", "Say what is wrong in a content folder, with file and line");
  command->footer(kHelp);
  command->add_flag("--json", options->json, "JSON lines out");
  command->add_option("DIR", options->folder, "Content folder, instead of the shipped one");
  command->callback([&session, options] {
    session.command = [options](Environment& environment) { return check(*options, environment); };
  });
  add_library_items(*library, session);
  add_library_edit(*library, session);
  add_library_beside(*library, session);
  add_library_files(*library, session);
}

}  // namespace aandacht::ctl
