// aandachtctl eval
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "absl/strings/str_cat.h"
#include "client/ctl/eval.h"
#include "client/ctl/input_file.h"
#include "client/ctl/program.h"
#include "shared/base/folders.h"
#include "shared/content/load.h"

namespace aandacht::ctl {
namespace {

constexpr char kHelp[] =
    R"(Measures the reading on lines and calls that somebody labelled, and prints one JSON object. Nothing is sent.
Label a few hundred lines of your own calls: figures on other people's lines say little about yours.)";

constexpr char kCoachHelp[] =
    R"(FILE has a line for each turn of an agent, with four columns parted by tabs, without a header:
  label      blame, helpless, institute, faceless, jargon, or ok
  language   nl or en
  origin     any word of yours, such as the month: figures are also given for each
  text       what the agent said

Example line (with tabs): institute  nl  november  dat is nou eenmaal het beleid

Out: for each label precision, recall, F1; macro_f1; ok_flagged: how often a fine line is flagged; any_bad: flagged or
not, whatever the label, with roc_auc of the score; confusion: wanted label, then what was said.)";

constexpr char kSentimentHelp[] =
    R"(FILE has a line for each turn of a customer, with four columns parted by tabs, without a header:
  label      negative, neutral, or positive
  language   nl or en
  speaker    customer (it is not read; the columns are those of the training data)
  text       what the customer said

Out: for each class precision, recall, F1; macro_f1; roc_auc of negative and positive; neutral_called_negative;
called_negative, which is what counts in a file of plain requests that are all neutral.)";

constexpr char kRedactionHelp[] =
    R"(FILE has a JSON object for each line:
  {"speaker": "customer", "lang": "nl", "text": "mijn pas is 123", "call": "c1", "spans":
   [{"start": 12, "end": 15, "kind": "card_code"}]}
"spans" are what must be taken out, in Unicode code points of the text, the end not included; [] marks a line that only
looks as if. Kinds: card_number, card_code, iban, bsn, email, phone, secret, birth_date, postcode. Lines with the same
"call" are turns of one call.

Out: a span is recalled when all its letters and digits are gone, whatever they were taken for. lookalikes_hidden: lines
without spans out of which something was taken.)";

constexpr char kCallsHelp[] =
    R"(FILE has a JSON object for each call, as `aandachtctl replay` reads it, with what a good assistant would notice:
  "expect": [{"turn": 14, "kind": "we", "label": "blame"}, {"turn": 19, "kind": "why", "topic": "tijdvak monteur"},
             {"turn": 5, "kind": "heard", "words": "mijn dochter komt vrijdag", "bring_back": 25},
             {"turn": 24, "kind": "promise", "words": "ik bel u vrijdag om vier uur", "due": "2026-11-20"}],
  "quiet": [0, 2, 3], "sentiment": {"1": "negative", "start": "negative", "end": "positive"},
  "solved": true, "helpless": false; a turn may have "phase": "opening", "solving" or "closing".
Turns are counted from 0, hold and resume too. Every one of these may be left out.

Each call is replayed at a desk of its own, with the shipped whys and those of its company. Out: how much of what was
expected was noticed within two turns (shown, or held back and logged), cards at quiet turns, promises and their days,
sentiment by turn and at start and end, and how often the attention budget was broken: 0.)";

using Measure = absl::StatusOr<Json> (*)(std::istream&, const Evaluation&);

struct Options {
  Measure measure = nullptr;
  std::string file;
  std::string content;
  std::string language;
  std::string model;
  std::size_t mistakes = 0;
  bool json = false;
};

absl::StatusOr<classify::Tagger> read_tagger(const std::string& path) {
  const absl::StatusOr<std::string> bytes = read_input_file(path);
  if (!bytes.ok()) return bytes.status();
  absl::StatusOr<classify::Tagger> tagger = classify::Tagger::parse(*bytes);
  if (tagger.ok()) return tagger;
  return absl::InvalidArgumentError(absl::StrCat(path, ": ", std::string(tagger.status().message())));
}

absl::StatusOr<domain::Library> read_library(const Options& options) {
  const std::filesystem::path folder =
      options.content.empty() ? base::shipped_folder() / "content" : std::filesystem::path(options.content);
  absl::StatusOr<domain::Library> library = content::load_library(folder);
  if (library.ok()) return library;
  return absl::InvalidArgumentError(
      absl::StrCat("the content in ", folder.string(), " cannot be used: ", std::string(library.status().message())));
}

absl::StatusOr<Json> measured(const Options& options, Environment& environment) {
  absl::StatusOr<Input> input = Input::open(options.file, environment.in);
  if (!input.ok()) return input.status();
  std::optional<classify::Tagger> tagger;
  if (!options.model.empty()) {
    absl::StatusOr<classify::Tagger> read = read_tagger(options.model);
    if (!read.ok()) return read.status();
    tagger = *std::move(read);
  }
  const absl::StatusOr<domain::Library> library = read_library(options);
  if (!library.ok()) return library.status();
  absl::StatusOr<Json> report = options.measure(input->stream(), {.library = *library,
                                                                  .clock = environment.clock,
                                                                  .zone = environment.zone,
                                                                  .language = options.language,
                                                                  .mistakes = options.mistakes,
                                                                  .tagger = tagger ? &*tagger : nullptr});
  if (report.ok()) return report;
  return absl::InvalidArgumentError(absl::StrCat(options.file, ", ", std::string(report.status().message())));
}

Exit eval(const Options& options, Environment& environment) {
  const absl::StatusOr<Json> report = measured(options, environment);
  if (!report.ok()) return fail(environment, std::string(report.status().message()));
  environment.out << to_line(*report) << '\n';
  return Exit::kOk;
}

void add_one(CLI::App& eval_command, Session& session, const char* name, const char* about, const char* help,
             Measure measure) {
  auto options = std::make_shared<Options>();
  options->measure = measure;
  CLI::App* command = eval_command.add_subcommand(name, about);
  command->footer(help);
  command->add_option("FILE", options->file, "Labelled file, or -")->required();
  command->add_flag("--json", options->json, "One JSON object (always)");
  command->add_option("--lang", options->language, "Only this language")->check(CLI::IsMember({"nl", "en"}));
  command->add_option("--errors", options->mistakes, "List the N worst mistakes")->type_name("N");
  command->add_option("--content", options->content, "Content folder, instead of the shipped one")->type_name("DIR");
  if (measure == &eval_redaction) {
    command->add_option("--model", options->model, "A tagger that `aandachtctl model train redaction` made")
        ->type_name("FILE");
  }
  command->callback([&session, options] {
    session.command = [options](Environment& environment) { return eval(*options, environment); };
  });
}

}  // namespace

void add_eval(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("eval", "Measure the reading on labelled lines and calls");
  command->footer(kHelp);
  command->require_subcommand(1);
  add_one(*command, session, "coach", "What agents' lines do", kCoachHelp, eval_coach);
  add_one(*command, session, "sentiment", "How customers' turns feel", kSentimentHelp, eval_sentiment);
  add_one(*command, session, "redaction", "What is taken out", kRedactionHelp, eval_redaction);
  add_one(*command, session, "calls", "Whole calls, replayed", kCallsHelp, eval_calls);
}

}  // namespace aandacht::ctl
