// What happened at a desk, as lines for people and for scripts.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "client/ctl/json_out.h"
#include "shared/domain/change.h"
#include "shared/domain/desk.h"

namespace aandacht::ctl {

struct CallStateLine {
  domain::CallState state = domain::CallState::kRinging;
  std::string from;
  std::string name;  ///< The customer's, or what the softphone showed; may be empty.
};

/// What the desk suggests while it rings.
struct OpeningLine {
  std::string line;
  std::optional<domain::RepeatContact> repeat;
};

struct SaidLine {
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;
  std::optional<domain::Sentiment> sentiment;
};

struct CardLine {
  domain::Card card;
};

struct HeldBackLine {
  domain::Card card;
  domain::HoldBackReason reason = domain::HoldBackReason::kTooSoon;
  bool waits = false;
};

struct CardGoneLine {
  std::string id;
  domain::CardGoneReason reason = domain::CardGoneReason::kExpired;
  std::optional<domain::CardAnswer> answer;
};

struct HeardLine {
  domain::HeardFact fact;
};

struct PromiseLine {
  domain::Promise promise;
};

struct PromptLine {
  domain::Prompt prompt;
};

/// One thing that happened.
struct DeskLine {
  absl::Time at;         ///< The desk's time.
  std::string call_id;   ///< Empty between calls.
  std::string cause_id;  ///< The event that brought it; empty when it was not seen to happen.
  std::variant<CallStateLine, OpeningLine, SaidLine, HeardLine, PromiseLine, CardLine, HeldBackLine, CardGoneLine,
               PromptLine>
      what;
};

/// What one update brought, in an order that reads well: calls, words, what was heard and promised, cards.
/// `before` is the desk that the update was made for.
[[nodiscard]] std::vector<DeskLine> lines_of(const domain::Desk& before, const domain::DeskUpdate& update);

/// What differs between two moments of a desk of which the updates between were not seen. With an empty `before`: what
/// is on a desk that is seen for the first time.
[[nodiscard]] std::vector<DeskLine> lines_between(const domain::Desk& before, const domain::Desk& after);

/// Where a line stands, in the words of whoever asked.
struct LinePlace {
  std::string agent;
  std::string call;                        ///< Empty: null.
  std::optional<std::optional<int>> turn;  ///< Absent: no such key; nothing inside: null.
};

/// The JSON of a line; nullopt for what JSON does not tell (an agent's words).
[[nodiscard]] std::optional<Json> to_json(const DeskLine& line, const LinePlace& place, absl::TimeZone zone);

/// The line for a person, with its time; may have several rows, ends without a line end.
[[nodiscard]] std::string to_text(const DeskLine& line, absl::TimeZone zone);

/// The line for a timeline of what the agent saw: {time, agent, kind, text}; nullopt for what is not shown (words said,
/// cards held back).
[[nodiscard]] std::optional<Json> to_timeline(const DeskLine& line, const std::string& agent, absl::TimeZone zone);

}  // namespace aandacht::ctl
