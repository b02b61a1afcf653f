// aandachtctl survey
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/batch_import.h"
#include "client/ctl/input_file.h"
#include "client/ctl/json_out.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/ctl/survey_file.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr char kImportHelp[] =
    R"(FILE.csv: a line of names, then one answer a line, parted by commas, semicolons or tabs. FILE.jsonl: one JSON object
a line. Fields: call_id (the softphone's id of the call), effectiveness (was it solved), ease (was it easy), emotion (how
did they leave), each 1 to 5, empty when not asked or not answered. 1 and 2 are set beside a guess as low, 3 as middle, 4
and 5 as high. Answers to calls that the service does not know are kept until their call comes. Importing the same file
again changes nothing. Lines that are refused are named with their number; the others are stored.

Examples:
  aandachtctl survey import answers.csv
  aandachtctl survey import export.csv --map call_id=gesprek --map ease=ces --dry-run)";

struct Options {
  bool json = false;
  bool dry_run = false;
  bool table = false;
  std::string file;
  std::vector<std::string> mappings;
};

absl::StatusOr<SurveyAnswer> parse(const std::string& line, const std::optional<SurveyTable>& table,
                                   const SurveyNames& names) {
  absl::StatusOr<SurveyAnswer> answer = table ? table->parse(line) : parse_survey(line, names);
  if (answer.ok() && answer->effectiveness + answer->ease + answer->emotion == 0) {
    return absl::InvalidArgumentError("has no answer; leave out calls whose customer answered nothing");
  }
  return answer;
}

/// Reads the first line, which names the columns.
absl::StatusOr<SurveyTable> begin_table(LineReader& lines, const SurveyNames& names, const std::string& file) {
  if (lines.next()) return SurveyTable::begin(lines.line(), names);
  const std::string what =
      lines.status().ok() ? "is empty: its first line must name the columns" : std::string(lines.status().message());
  return absl::InvalidArgumentError(absl::StrCat(spoken_name(file), " ", what));
}

Exit import_answers(const Session& session, const Options& options, const SurveyNames& names, std::istream& in,
                    bool is_table, Environment& environment) {
  Service service(net::open_channel(session.server), {.sleep = environment.sleep});
  const std::string run = environment.ids.next();
  LineReader lines(in);
  std::optional<SurveyTable> table;  // Absent: JSON lines.
  if (is_table) {
    absl::StatusOr<SurveyTable> begun = begin_table(lines, names, options.file);
    if (!begun.ok()) return fail(environment, std::string(begun.status().message()));
    table = *std::move(begun);
  }
  ImportSteps<SurveyAnswer> steps;
  steps.parse = [&](const std::string& line) { return parse(line, table, names); };
  steps.send = [&](int number, const std::vector<SurveyAnswer>& answers) -> absl::StatusOr<ImportAnswer> {
    if (options.dry_run) return ImportAnswer{static_cast<int>(answers.size()), {}};
    return service.import_surveys(absl::StrCat("survey-", run, "-", number), answers);
  };
  steps.give_up = [&](const absl::Status& status, int stored) {
    return fail(environment,
                absl::StrCat(explain(session.server, status), "; ", stored, " answers were stored before that"));
  };
  steps.sum_up = [&](int stored, int refused) {
    if (options.json) {
      environment.out << to_line({{"stored", stored}, {"refused", refused}, {"dry_run", options.dry_run}}) << '\n';
    } else {
      environment.out << stored << (options.dry_run ? " answers would be stored, " : " answers stored, ") << refused
                      << " lines refused\n";
    }
  };
  return import_lines(lines, spoken_name(options.file), options.json, steps, environment);
}

Exit import_file(const Session& session, const Options& options, Environment& environment) {
  SurveyNames names;
  for (const std::string& mapping : options.mappings) {
    if (const absl::Status status = add_name(mapping, names); !status.ok()) {
      environment.err << "aandachtctl: --map " << std::string(status.message()) << '\n';
      return Exit::kUsage;
    }
  }
  const bool table = options.table || absl::EndsWithIgnoreCase(options.file, ".csv");
  absl::StatusOr<Input> input = Input::open(options.file, environment.in);
  if (!input.ok()) return fail(environment, std::string(input.status().message()));
  return import_answers(session, options, names, input->stream(), table, environment);
}

}  // namespace

void add_survey(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* survey = app.add_subcommand("survey", "What customers answered after a call");
  survey->require_subcommand(1);
  survey->footer("Example:\n  aandachtctl survey import answers.csv");
  CLI::App* importing = survey->add_subcommand("import", "Store answers from a table or a file of JSON lines");
  importing->footer(kImportHelp);
  importing->add_option("FILE", options->file, "The file; - for standard input")->required();
  importing
      ->add_option("--map", options->mappings, "How the file names a field: call_id=NAME; may be given several times")
      ->type_name("FIELD=NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  importing->add_flag("--csv", options->table, "A table, whatever the file's name");
  importing->add_flag("--dry-run", options->dry_run, "Only look whether every line can be read; nothing is sent");
  importing->add_flag("--json", options->json, "JSON lines out");
  importing->callback([&session, options] {
    session.command = [&session, options](Environment& e) { return import_file(session, *options, e); };
  });
}

}  // namespace aandacht::ctl
