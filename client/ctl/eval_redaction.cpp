// How good the redaction is on lines whose secrets are marked.
#include <algorithm>

#include "absl/strings/numbers.h"
#include "client/ctl/analysis.h"
#include "client/ctl/eval.h"
#include "client/ctl/eval_lines.h"
#include "client/ctl/eval_redaction_file.h"
#include "client/ctl/eval_report.h"
#include "client/ctl/line_reader.h"
#include "shared/domain/redaction_conversation.h"

namespace aandacht::ctl {
namespace {

using Marks = std::vector<bool>;  ///< By code point: hidden or not.

std::vector<WantedSpan> taken_out(const std::string& text, const domain::Redacted& redacted) {
  std::vector<WantedSpan> spans;
  for (const Json& span : spans_json(text, redacted.spans)) {
    spans.push_back({span["start"], span["end"], span["kind"]});
  }
  return spans;
}

/// True for each code point that tells something: a letter or digit, not the space or mark between.
Marks telling(const std::string& text) {
  Marks marks;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80) continue;
    marks.push_back(byte >= 0x80 || std::isalnum(byte) != 0);
  }
  return marks;
}

Marks marks_of(const std::vector<WantedSpan>& spans, std::size_t length) {
  Marks marks(length);
  for (const WantedSpan& span : spans) {
    std::fill(marks.begin() + static_cast<std::ptrdiff_t>(std::min(span.start, length)),
              marks.begin() + static_cast<std::ptrdiff_t>(std::min(span.end, length)), true);
  }
  return marks;
}

bool overlap(const WantedSpan& a, const WantedSpan& b) { return a.start < b.end && b.start < a.end; }

bool touches(const WantedSpan& span, const std::vector<WantedSpan>& others) {
  return std::any_of(others.begin(), others.end(), [&](const WantedSpan& other) { return overlap(span, other); });
}

/// Counts of one kind.
struct KindFigures {
  std::size_t wanted = 0;
  std::size_t hidden = 0;      ///< Every letter and digit of it is gone, whatever it was taken for.
  std::size_t right_kind = 0;  ///< Hidden, and called what it is.
  std::size_t exact = 0;       ///< The same kind, start and end.
  std::size_t said = 0;
  std::size_t said_right = 0;  ///< Overlaps a wanted one of the kind.
  std::size_t said_wrong = 0;  ///< Overlaps no wanted one at all.

  [[nodiscard]] Json json() const {
    const double recall = wanted == 0 ? 0 : static_cast<double>(hidden) / static_cast<double>(wanted);
    const double precision = said == 0 ? 0 : static_cast<double>(said_right) / static_cast<double>(said);
    const double sum = precision + recall;
    return {{"precision", rounded(precision)},
            {"recall", rounded(recall)},
            {"f1", rounded(sum == 0 ? 0 : 2 * precision * recall / sum)},
            {"wanted", wanted},
            {"hidden", hidden},
            {"right_kind", right_kind},
            {"exact", exact},
            {"said", said},
            {"said_where_nothing_is", said_wrong}};
  }
};

class RedactionFigures {
 public:
  void add(const RedactionLine& line, const std::vector<WantedSpan>& found) {
    const Marks tells = telling(line.text);
    const Marks hidden = marks_of(found, tells.size());
    for (const WantedSpan& span : line.spans) add_wanted(span, found, tells, hidden);
    for (const WantedSpan& span : found) add_found(span, line.spans);
    if (!line.spans.empty()) return;
    ++lookalikes_;
    if (!found.empty()) ++lookalikes_hidden_;
  }

  [[nodiscard]] Json json() const {
    Json kinds = Json::object();
    for (const auto& [name, figures] : kinds_) kinds[name] = figures.json();
    double sum = 0;
    int count = 0;
    for (const auto& [name, figures] : kinds_) {
      if (figures.wanted == 0) continue;
      sum += figures.json()["f1"].get<double>();
      ++count;
    }
    return {{"spans", all_.json()},
            {"macro_f1", count == 0 ? Json(nullptr) : Json(rounded(sum / count))},
            {"lookalikes_hidden", share_json(lookalikes_hidden_, lookalikes_)},
            {"labels", std::move(kinds)},
            {"confusion", confusion_json(confusion_)}};
  }

 private:
  void add_wanted(const WantedSpan& span, const std::vector<WantedSpan>& found, const Marks& tells,
                  const Marks& hidden) {
    bool gone = true;
    for (std::size_t i = span.start; i < span.end; ++i) gone = gone && (!tells[i] || hidden[i]);
    const auto same_kind = [&](const WantedSpan& other) { return other.kind == span.kind && overlap(span, other); };
    const auto exact = [&](const WantedSpan& other) {
      return same_kind(other) && other.start == span.start && other.end == span.end;
    };
    const bool kind = gone && std::any_of(found.begin(), found.end(), same_kind);
    for (KindFigures* figures : {&all_, &kinds_[span.kind]}) {
      ++figures->wanted;
      figures->hidden += gone ? 1 : 0;
      figures->right_kind += kind ? 1 : 0;
      figures->exact += std::any_of(found.begin(), found.end(), exact) ? 1 : 0;
    }
    const auto first =
        std::find_if(found.begin(), found.end(), [&](const auto& other) { return overlap(span, other); });
    confusion_.add(span.kind, kind ? span.kind : first == found.end() ? "none" : first->kind);
  }

  void add_found(const WantedSpan& span, const std::vector<WantedSpan>& wanted) {
    const bool somewhere = touches(span, wanted);
    const bool right = std::any_of(wanted.begin(), wanted.end(), [&](const WantedSpan& other) {
      return other.kind == span.kind && overlap(span, other);
    });
    for (KindFigures* figures : {&all_, &kinds_[span.kind]}) {
      ++figures->said;
      figures->said_right += right ? 1 : 0;
      figures->said_wrong += somewhere ? 0 : 1;
    }
    if (!somewhere) confusion_.add("none", span.kind);
  }

  KindFigures all_;
  std::map<std::string, KindFigures> kinds_;
  learn::Confusion confusion_;
  std::size_t lookalikes_ = 0;  ///< Lines out of which nothing must be taken.
  std::size_t lookalikes_hidden_ = 0;
};

std::string missed_in(const RedactionLine& line, const std::vector<WantedSpan>& found) {
  const Marks tells = telling(line.text);
  const Marks hidden = marks_of(found, tells.size());
  for (const WantedSpan& span : line.spans) {
    for (std::size_t i = span.start; i < span.end; ++i) {
      if (tells[i] && !hidden[i]) return span.kind;
    }
  }
  return {};
}

/// A card code that stays is the worst, then anything that stays, then anything hidden that should stay.
void add_mistake(const RedactionLine& line, std::size_t number, const std::vector<WantedSpan>& found,
                 const std::string& redacted, std::vector<Mistake>& mistakes) {
  const std::string missed = missed_in(line, found);
  const auto wrong =
      std::find_if(found.begin(), found.end(), [&](const auto& span) { return !touches(span, line.spans); });
  if (missed.empty() && wrong == found.end()) return;
  const double weight = missed.empty() ? 1 : missed == "card_code" ? 3 : 2;
  mistakes.push_back({weight,
                      {{"line", number},
                       {"lang", line.language},
                       {"stays", missed.empty() ? Json(nullptr) : Json(missed)},
                       {"hidden_wrongly", wrong == found.end() ? Json(nullptr) : Json(wrong->kind)},
                       {"redacted", redacted},
                       {"text", line.text}}});
}

/// A line and what was taken out of it, also by what was said later.
struct RedactedLine {
  std::size_t number = 0;
  RedactionLine line;
  domain::Redacted redacted;
};

/// Redacts every line as the turn of its call that it is.
absl::StatusOr<std::vector<RedactedLine>> redact_all(std::istream& in, LineTimes& times,
                                                     const domain::ConversationRedactor& begun) {
  std::vector<RedactedLine> all;
  std::map<std::string, domain::ConversationRedactor> calls;
  LineReader lines(in);
  while (lines.next()) {
    if (lines.too_long()) return wrong_line(lines.number(), "it is over 1 MiB");
    absl::StatusOr<RedactionLine> line = parse_redaction_line(lines.line());
    if (!line.ok()) return wrong_line(lines.number(), std::string(line.status().message()));
    domain::ConversationRedactor alone = begun;
    domain::ConversationRedactor& redactor =
        line->call.empty() ? alone : calls.emplace(line->call, begun).first->second;
    auto result = times.take([&] { return redactor.hear(line->speaker, std::to_string(all.size()), line->text); });
    for (domain::LateRedaction& late : result.earlier) {
      std::size_t place = 0;
      if (absl::SimpleAtoi(late.utterance_id, &place)) all[place].redacted = std::move(late.redacted);
    }
    all.push_back({lines.number(), *std::move(line), std::move(result.redacted)});
  }
  if (absl::Status read = lines.status(); !read.ok()) return read;
  return all;
}

}  // namespace

absl::StatusOr<Json> eval_redaction(std::istream& in, const Evaluation& evaluation) {
  LineTimes times(evaluation.clock);
  const absl::StatusOr<std::vector<RedactedLine>> lines = redact_all(
      in, times,
      evaluation.tagger == nullptr ? domain::ConversationRedactor() : domain::ConversationRedactor(evaluation.tagger));
  if (!lines.ok()) return lines.status();
  RedactionFigures all;
  std::map<std::string, RedactionFigures> groups;
  std::vector<Mistake> mistakes;
  std::size_t count = 0;
  for (const auto& [number, line, redacted] : *lines) {
    if (!is_wanted(line.language, evaluation.language)) continue;
    ++count;
    const std::vector<WantedSpan> found = taken_out(line.text, redacted);
    all.add(line, found);
    groups[line.language].add(line, found);
    add_mistake(line, number, found, redacted.text, mistakes);
  }
  if (count == 0) return absl::FailedPreconditionError("the file has no line to measure");
  Json made = {{"eval", "redaction"}, {"lines", count}};
  made.update(all.json());
  made["by"] = Json::object();
  for (const auto& [name, figures] : groups) made["by"][name] = figures.json();
  made["us_per_line"] = times.json();
  if (evaluation.mistakes > 0) made["mistakes"] = worst(std::move(mistakes), evaluation.mistakes);
  return made;
}

}  // namespace aandacht::ctl
