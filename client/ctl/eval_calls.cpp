// How good the whole assistant is on labelled calls: each is replayed at a desk of its own.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "client/ctl/eval.h"
#include "client/ctl/eval_calls_file.h"
#include "client/ctl/eval_calls_score.h"
#include "client/ctl/eval_lines.h"
#include "client/ctl/line_reader.h"

namespace aandacht::ctl {
namespace {

constexpr int kAnsweredAt = 10;  // O'clock, as `aandachtctl replay` does.

absl::StatusOr<std::vector<LabelledCall>> read_calls(std::istream& in, const std::string& language) {
  std::vector<LabelledCall> calls;
  LineReader lines(in);
  while (lines.next()) {
    if (lines.too_long()) return wrong_line(lines.number(), "it is over 1 MiB");
    absl::StatusOr<LabelledCall> call = parse_labelled_call(lines.line());
    if (!call.ok()) return wrong_line(lines.number(), std::string(call.status().message()));
    if (is_wanted(call->call.language, language)) calls.push_back(*std::move(call));
  }
  if (absl::Status read = lines.status(); !read.ok()) return read;
  if (calls.empty()) return absl::FailedPreconditionError("the file has no call to measure");
  return calls;
}

/// The shipped library and the whys of every company that is called; a why that is there twice counts as it was told
/// last, as it would in the service.
domain::Library library_of(const domain::Library& shipped, const std::vector<LabelledCall>& calls) {
  domain::Library library = shipped;
  for (const LabelledCall& labelled : calls) {
    for (const domain::Why& why : labelled.call.whys) {
      std::erase_if(library.whys, [&](const domain::Why& other) { return other.id == why.id; });
      library.whys.push_back(why);
    }
  }
  return library;
}

domain::ReplayScript script_of(const AnnotatedCall& call, absl::TimeZone zone) {
  domain::ReplayScript script;
  script.call_id = call.id;
  script.queue = call.company;
  script.language = call.language;
  script.customer = call.customer;
  script.answered = absl::FromCivil(absl::CivilHour(call.date) + kAnsweredAt, zone);
  script.zone = zone;
  for (const CallTurn& turn : call.turns) {
    domain::ReplayTurn made{script.answered + turn.at, domain::CallEvent::kHeld};
    if (const auto* speech = std::get_if<Speech>(&turn.what)) {
      made.what = domain::ReplayWords{speech->speaker, speech->text};
    } else {
      made.what = std::get<domain::CallEvent>(turn.what);
    }
    script.turns.push_back(std::move(made));
  }
  return script;
}

}  // namespace

absl::StatusOr<Json> eval_calls(std::istream& in, const Evaluation& evaluation) {
  const absl::StatusOr<std::vector<LabelledCall>> calls = read_calls(in, evaluation.language);
  if (!calls.ok()) return calls.status();
  const domain::Library library = library_of(evaluation.library, *calls);
  const absl::StatusOr<std::unique_ptr<domain::Reader>> reader = domain::Reader::create(library);
  if (!reader.ok()) return reader.status();
  CallFigures all;
  std::map<std::string, CallFigures> groups;
  std::vector<Mistake> mistakes;
  std::vector<Mistake> unused;
  absl::Duration took;
  std::size_t turns = 0;
  for (const LabelledCall& call : *calls) {
    const domain::ReplayScript script = script_of(call.call, evaluation.zone);
    const absl::Duration before = evaluation.clock.steady();
    const std::vector<domain::ReplayStep> steps = domain::replay(script, **reader, library);
    took += evaluation.clock.steady() - before;
    turns += script.turns.size();
    all.add(call, steps, library.attention, evaluation.zone, mistakes);
    groups[call.call.language].add(call, steps, library.attention, evaluation.zone, unused);
  }
  Json made = {{"eval", "calls"}};
  made.update(all.json());
  made["by"] = Json::object();
  for (const auto& [name, figures] : groups) made["by"][name] = figures.json();
  made["models"] = models_json(library);
  made["us_per_turn"] = {{"mean", rounded(absl::ToDoubleMicroseconds(took) / static_cast<double>(turns))}};
  if (evaluation.mistakes > 0) made["mistakes"] = worst(std::move(mistakes), evaluation.mistakes);
  return made;
}

}  // namespace aandacht::ctl
