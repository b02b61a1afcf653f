// Whole calls with what a good assistant would notice in them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/ctl/call_file.h"

namespace aandacht::ctl {

enum class ExpectedKind { kWe, kWhy, kHeard, kPromise };

struct Expected {
  ExpectedKind kind = ExpectedKind::kWe;
  int turn = 0;         ///< Place in the call's turns.
  std::string label;    ///< kWe: "blame", ….
  std::string topic;    ///< kWhy.
  std::string words;    ///< kHeard, kPromise: as they were said.
  int bring_back = -1;  ///< kHeard: the turn at which it should come back; -1: not said.
  std::string due;      ///< kPromise: "2026-11-20" or "2026-11-20T12:00"; empty: not said.
};

struct LabelledCall {
  AnnotatedCall call;
  std::vector<Expected> expected;
  std::set<int> quiet;                         ///< Turns at which a card would be wrong.
  std::map<int, std::string> sentiment;        ///< Customer turns: "negative", "neutral", "positive".
  std::string sentiment_start, sentiment_end;  ///< Of the call; empty: not said.
  std::map<int, std::string> phases;           ///< "opening", "solving", "closing"; of turns that say it.
  std::optional<bool> solved;
  std::optional<bool> helpless;
};

/// One line of a file of calls with `expect`, `quiet`, `sentiment`, `solved`, `helpless`; each may be absent.
///
/// INVALID_ARGUMENT: not JSON, or a field is wrong; the message names the field.
[[nodiscard]] absl::StatusOr<LabelledCall> parse_labelled_call(std::string_view line);

}  // namespace aandacht::ctl
