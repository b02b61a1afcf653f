#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "client/ctl/desk_lines.h"
#include "client/ctl/words.h"

namespace aandacht::ctl {
namespace {

constexpr char kRow[] = "\n                     ";  // Under the words of the first row.

std::string spaced(const char* machine_word) { return absl::StrReplaceAll(machine_word, {{"_", " "}}); }

std::string subject(const domain::Card& card) {
  if (card.kind == domain::CardKind::kWe && card.label) return absl::StrCat(" (", word(*card.label), ")");
  return card.topic.empty() ? std::string() : absl::StrCat(" (", card.topic, ")");
}

/// What a person reads: what happened in at most nine letters, then the rest.
struct Told {
  std::string what;
  std::string rest;
};

/// The word for scripts of what a line tells; empty when the agent does not see it.
struct Kind {
  std::string operator()(const CallStateLine&) const { return "call_state"; }
  std::string operator()(const OpeningLine&) const { return "opening"; }
  std::string operator()(const SaidLine&) const { return ""; }
  std::string operator()(const HeardLine&) const { return "heard"; }
  std::string operator()(const PromiseLine&) const { return "promise"; }
  std::string operator()(const CardLine&) const { return "card"; }
  std::string operator()(const HeldBackLine&) const { return ""; }
  std::string operator()(const CardGoneLine&) const { return "card_gone"; }
  std::string operator()(const PromptLine&) const { return "prompt"; }
};

struct Teller {
  absl::TimeZone zone;

  Told operator()(const CallStateLine& line) const {
    const std::string from = line.from.empty() ? "number withheld" : line.from;
    return {spaced(word(line.state)), line.name.empty() ? from : absl::StrCat(line.name, "  ", from)};
  }
  Told operator()(const OpeningLine& line) const {
    std::string rest = line.line.empty() ? std::string() : absl::StrCat("\"", line.line, "\"");
    if (line.repeat) {
      absl::StrAppend(&rest, rest.empty() ? "" : kRow, "contact number ", line.repeat->ordinal, " about ",
                      line.repeat->about);
    }
    return {"opening", rest};
  }
  Told operator()(const SaidLine& line) const {
    std::string rest = line.text;
    if (line.sentiment) {
      absl::StrAppendFormat(&rest, "  [%s %+.2f]", word(line.sentiment->feeling), line.sentiment->score);
    }
    return {word(line.speaker), rest};
  }
  Told operator()(const HeardLine& line) const {
    return {"+ heard", absl::StrCat("\"", line.fact.words, "\" (", spaced(word(line.fact.kind)), ")")};
  }
  Told operator()(const PromiseLine& line) const {
    const Json due = due_json(line.promise.due, zone);
    return {"+ promise", absl::StrCat("\"", line.promise.text, "\"",
                                      due.is_null() ? "" : absl::StrCat(", due ", due.get<std::string>()))};
  }
  Told operator()(const CardLine& line) const {
    std::string rest = absl::StrCat(word(line.card.kind), subject(line.card), ": \"", line.card.line, "\"");
    if (!line.card.detail.empty()) absl::StrAppend(&rest, kRow, line.card.detail);
    if (!line.card.evidence.words.empty()) absl::StrAppend(&rest, kRow, "because: \"", line.card.evidence.words, "\"");
    return {"> CARD", rest};
  }
  Told operator()(const HeldBackLine& line) const {
    return {"- not now", absl::StrCat(word(line.card.kind), subject(line.card), ", ", spaced(word(line.reason)),
                                      line.waits ? ", waits" : "")};
  }
  Told operator()(const CardGoneLine& line) const {
    return {"< gone", absl::StrCat("card ", line.id, ", ", spaced(word(line.reason)),
                                   line.answer ? absl::StrCat(": ", spaced(word(*line.answer))) : "")};
  }
  Told operator()(const PromptLine& line) const {
    return {"+ prompt", absl::StrCat(line.prompt.supervisor, ": \"", line.prompt.text, "\" (", line.prompt.reason, ")",
                                     line.prompt.urgent ? ", urgent" : "")};
  }
};

}  // namespace

std::string to_text(const DeskLine& line, absl::TimeZone zone) {
  const Told told = std::visit(Teller{zone}, line.what);
  const bool dated = line.at != absl::InfinitePast() && line.at != absl::InfiniteFuture();
  const std::string time = dated ? absl::FormatTime("%H:%M:%S", line.at, zone) : "--:--:--";
  return absl::StrFormat("%s  %-9s  %s", time, told.what, told.rest);
}

std::optional<Json> to_timeline(const DeskLine& line, const std::string& agent, absl::TimeZone zone) {
  const std::string kind = std::visit(Kind{}, line.what);
  if (kind.empty()) return std::nullopt;
  const Told told = std::visit(Teller{zone}, line.what);
  const bool state = std::holds_alternative<CallStateLine>(line.what);
  Json json;
  json["time"] = absl::FormatTime(absl::RFC3339_sec, line.at, zone);
  json["agent"] = agent;
  json["kind"] = kind;
  json["text"] = absl::StrReplaceAll(state ? absl::StrCat(told.what, ": ", told.rest) : told.rest, {{kRow, "  "}});
  return json;
}

}  // namespace aandacht::ctl
