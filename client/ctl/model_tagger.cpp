#include "client/ctl/model_tagger.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "client/ctl/eval_redaction_file.h"
#include "client/ctl/input_file.h"
#include "client/ctl/line_reader.h"
#include "shared/base/utf8.h"
#include "shared/domain/redaction_lessons.h"
#include "shared/learn/train_tagger.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<std::vector<RedactionLine>> read_lines(const CorpusSet& set, const fs::path& path) {
  absl::StatusOr<std::ifstream> in = open_input_file(path.string());
  if (!in.ok()) {
    return absl::NotFoundError(absl::StrCat("the set '", set.name, "' is not at ", path.string(), ". It comes from ",
                                            set.origin, " (", std::string(in.status().message()), ")"));
  }
  std::vector<RedactionLine> all;
  LineReader lines(*in);
  while (lines.next()) {
    absl::StatusOr<RedactionLine> line = parse_redaction_line(lines.line());
    if (!line.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path.string(), ":", lines.number(), ": ", std::string(line.status().message())));
    }
    all.push_back(*std::move(line));
  }
  if (absl::Status read = lines.status(); !read.ok()) {
    return absl::DataLossError(absl::StrCat(path.string(), " ", std::string(read.message())));
  }
  return all;
}

domain::SpanKind kind_of(const std::string& name) {
  int kind = 0;
  while (domain::name(static_cast<domain::SpanKind>(kind)) != name) ++kind;  // The parser knows all names.
  return static_cast<domain::SpanKind>(kind);
}

/// Code points to bytes.
std::vector<domain::RedactedSpan> spans_in_bytes(const RedactionLine& line) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < line.text.size(); ++at) {
    if ((static_cast<unsigned char>(line.text[at]) & 0xC0U) != 0x80U) begins.push_back(at);
  }
  begins.push_back(line.text.size());
  std::vector<domain::RedactedSpan> spans;
  for (const WantedSpan& span : line.spans) spans.push_back({begins[span.start], begins[span.end], kind_of(span.kind)});
  return spans;
}

using Lines = std::vector<learn::TaggedLine>;

/// Lines that stand alone are calls of one turn; `known`: texts that must not be learned.
Lines lessons_of(const std::vector<RedactionLine>& lines, double weight, const std::set<std::string>& known) {
  std::map<std::string, domain::redaction::Lessons> calls;
  Lines all;
  for (const RedactionLine& line : lines) {
    domain::redaction::Lessons alone;
    domain::redaction::Lessons& call = line.call.empty() ? alone : calls[line.call];
    auto lessons = call.hear(line.speaker, line.text, spans_in_bytes(line));
    if (known.contains(line.text)) continue;
    if (!line.call.empty() && line.spans.empty()) {  // What stays in its call stays when nobody knows what was asked.
      domain::redaction::Lessons unheard;
      auto again = unheard.hear(line.speaker, line.text, {});
      std::move(again.begin(), again.end(), std::back_inserter(lessons));
    }
    for (domain::redaction::Lesson& lesson : lessons) {
      all.push_back({std::move(lesson.features), std::move(lesson.labels), weight});
    }
  }
  return all;
}

Json measured(const classify::Tagger& tagger, const Lines& lines) {
  std::size_t words = 0;
  std::size_t kept = 0;
  std::size_t hidden = 0;
  for (const learn::TaggedLine& line : lines) {
    const std::vector<float> likely = tagger.probabilities(line.features);
    for (std::size_t word = 0; word < line.labels.size(); ++word) {
      const bool goes = likely[word * tagger.labels()] < 0.5F;
      ++words;
      if (line.labels[word] != 0 && !goes) ++kept;
      if (line.labels[word] == 0 && goes) ++hidden;
    }
  }
  return {{"words", words}, {"kept_wrongly", kept}, {"hidden_wrongly", hidden}};
}

absl::Status check_left_out(const TaggerPlan& plan, const std::vector<std::string>& left_out) {
  for (const std::string& name : left_out) {
    const bool known =
        std::any_of(plan.sets.begin(), plan.sets.end(), [&](const CorpusSet& set) { return set.name == name; });
    if (!known) return absl::InvalidArgumentError(absl::StrCat("no set is called '", name, "'"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<TrainedTagger> train_redaction(const TaggerPlan& plan, const fs::path& manifest_folder,
                                              const fs::path& corpora, const std::vector<std::string>& left_out) {
  if (absl::Status status = check_left_out(plan, left_out); !status.ok()) return status;
  std::map<std::string, std::vector<RedactionLine>> sets;
  std::set<std::string> held;
  std::set<std::string> held_texts;
  for (const CorpusSet& set : plan.sets) {
    auto lines = read_lines(set, (set.own ? manifest_folder : corpora) / set.file);
    if (!lines.ok()) return lines.status();
    const bool is_held =
        set.role == SetRole::kTest || std::find(left_out.begin(), left_out.end(), set.name) != left_out.end();
    if (is_held) {
      held.insert(set.name);
      for (const RedactionLine& line : *lines) held_texts.insert(line.text);
    }
    sets[set.name] = *std::move(lines);
  }
  Lines all;
  Json figures;
  for (const CorpusSet& set : plan.sets) {
    if (held.contains(set.name)) continue;
    Lines lessons = lessons_of(sets[set.name], set.weight, held_texts);
    figures["trained_on"][set.name] = sets[set.name].size();
    std::move(lessons.begin(), lessons.end(), std::back_inserter(all));
  }
  learn::TaggerTraining options = plan.options;
  options.labels = domain::redaction::tagger_labels();
  const absl::StatusOr<classify::Tagger> tagger = learn::train_tagger(all, options);
  if (!tagger.ok()) return tagger.status();
  figures["model"] = options.name;
  figures["version"] = options.version;
  figures["bytes"] = tagger->serialise().size();
  figures["labels"] = options.labels;
  for (const std::string& name : held) figures["held"][name] = measured(*tagger, lessons_of(sets[name], 1, {}));
  return TrainedTagger{*tagger, std::move(figures)};
}

}  // namespace aandacht::ctl
