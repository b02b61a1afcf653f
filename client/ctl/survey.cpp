// aandachtctl survey
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/input_file.h"
#include "client/ctl/json_out.h"
#include "client/ctl/line_reader.h"
#include "client/ctl/program.h"
#include "client/ctl/service.h"
#include "client/ctl/survey_file.h"
#include "client/net/channel.h"

namespace aandacht::ctl {
namespace {

constexpr std::size_t kBatch = 500;

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

/// One import: parses, sends in batches, tells what was refused.
class Import {
 public:
  Import(const Session& session, const Options& options, SurveyNames names, Environment& environment)
      : server_(session.server),
        options_(options),
        names_(std::move(names)),
        environment_(environment),
        run_(environment.ids.next()),
        service_(net::open_channel(session.server), {.sleep = environment.sleep}) {}

  Exit run(std::istream& in, bool is_table) {
    LineReader lines(in);
    if (is_table) {
      if (!lines.next()) {
        const std::string what = lines.status().ok() ? "is empty: its first line must name the columns"
                                                     : std::string(lines.status().message());
        return fail(environment_, absl::StrCat(spoken_name(options_.file), " ", what));
      }
      absl::StatusOr<SurveyTable> table = SurveyTable::begin(lines.line(), names_);
      if (!table.ok()) return fail(environment_, std::string(table.status().message()));
      table_ = *std::move(table);
    }
    while (lines.next()) {
      const absl::StatusOr<SurveyAnswer> answer = parse(lines);
      if (!answer.ok()) {
        refuse(lines.number(), std::string(answer.status().message()));
        continue;
      }
      batch_.push_back(*answer);
      numbers_.push_back(lines.number());
      if (batch_.size() < kBatch) continue;
      if (const absl::Status sent = send(); !sent.ok()) return give_up(sent);
    }
    if (const absl::Status sent = send(); !sent.ok()) return give_up(sent);
    sum_up();
    if (const absl::Status read = lines.status(); !read.ok()) {
      return fail(environment_, absl::StrCat(spoken_name(options_.file), " ", std::string(read.message())));
    }
    return refused_ == 0 ? Exit::kOk : Exit::kFailed;
  }

 private:
  absl::StatusOr<SurveyAnswer> parse(const LineReader& lines) const {
    if (lines.too_long()) return absl::InvalidArgumentError("the line is over 1 MiB");
    absl::StatusOr<SurveyAnswer> answer = table_ ? table_->parse(lines.line()) : parse_survey(lines.line(), names_);
    if (answer.ok() && answer->effectiveness + answer->ease + answer->emotion == 0) {
      return absl::InvalidArgumentError("has no answer; leave out calls whose customer answered nothing");
    }
    return answer;
  }

  absl::Status send() {
    if (batch_.empty()) return absl::OkStatus();
    if (options_.dry_run) {
      stored_ += static_cast<int>(batch_.size());
    } else {
      const absl::StatusOr<ImportAnswer> answer =
          service_.import_surveys(absl::StrCat("survey-", run_, "-", ++batches_), batch_);
      if (!answer.ok()) return answer.status();
      stored_ += answer->stored;
      for (const Refusal& refusal : answer->refusals) {
        const auto index = static_cast<std::size_t>(refusal.index);
        refuse(index < numbers_.size() ? numbers_[index] : 0, refusal.reason);
      }
    }
    batch_.clear();
    numbers_.clear();
    return absl::OkStatus();
  }

  void refuse(std::size_t line, const std::string& reason) {
    ++refused_;
    if (options_.json) environment_.out << to_line({{"line", line}, {"error", reason}}) << '\n';
    if (!options_.json) environment_.err << "aandachtctl: line " << line << ": " << reason << '\n';
  }

  Exit give_up(const absl::Status& status) {
    return fail(environment_,
                absl::StrCat(explain(server_, status), "; ", stored_, " answers were stored before that"));
  }

  void sum_up() {
    if (options_.json) {
      environment_.out << to_line({{"stored", stored_}, {"refused", refused_}, {"dry_run", options_.dry_run}}) << '\n';
    } else {
      environment_.out << stored_ << (options_.dry_run ? " answers would be stored, " : " answers stored, ") << refused_
                       << " lines refused\n";
    }
  }

  std::string server_;
  const Options& options_;
  const SurveyNames names_;
  Environment& environment_;
  std::string run_;
  Service service_;
  std::optional<SurveyTable> table_;  // Absent: JSON lines.
  std::vector<SurveyAnswer> batch_;
  std::vector<std::size_t> numbers_;
  int batches_ = 0;
  int stored_ = 0;
  int refused_ = 0;
};

Exit import_file(const Session& session, const Options& options, Environment& environment) {
  SurveyNames names;
  for (const std::string& mapping : options.mappings) {
    if (const absl::Status status = add_name(mapping, names); !status.ok()) {
      environment.err << "aandachtctl: --map " << std::string(status.message()) << '\n';
      return Exit::kUsage;
    }
  }
  Import import(session, options, std::move(names), environment);
  const bool table = options.table || absl::EndsWithIgnoreCase(options.file, ".csv");
  absl::StatusOr<Input> input = Input::open(options.file, environment.in);
  if (!input.ok()) return fail(environment, std::string(input.status().message()));
  return import.run(input->stream(), table);
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
