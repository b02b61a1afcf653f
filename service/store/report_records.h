// What reports count, and what exports tell. No row names a person to whoever reads a report: agents are there only so
// that groups of fewer than five can be left out.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/card.h"
#include "shared/domain/customer.h"
#include "shared/domain/three_es.h"

namespace aandacht::store {

/// What is counted of one call. Written whenever the call changes; hours of its turns are counted by themselves.
struct CallCount {
  std::string call_id;
  std::string agent_id;
  std::string team;  ///< Of the agent when they answered.
  std::string queue;
  absl::Time answered = absl::InfinitePast();  ///< InfinitePast: nobody answered; such a call is in no report.
  int scored = 0;                              ///< Turns of the customer with a sentiment.
  double start = 0;  ///< Sentiment, -1 … +1; read when `scored` is above 0, as the next two.
  double end = 0;
  double lowest = 0;
  int promises = 0;        ///< Made by the agent, as the words were read.
  int dated_promises = 0;  ///< Of these with a day.
  domain::ThreeEs text;    ///< What the customer's words suggest; never the agent's guess.

  bool operator==(const CallCount&) const = default;
};

/// The customer's turns of one call in one hour.
struct SentimentHour {
  absl::Time hour;  ///< Its beginning, a whole hour in UTC.
  std::string team;
  std::string queue;
  std::string why_id;  ///< Of the call's question; empty: its words named no why.
  int turns = 0;
  double sum = 0;  ///< Of the scores.
  int negative = 0;
  int neutral = 0;
  int positive = 0;

  bool operator==(const SentimentHour&) const = default;
};

/// A call that was answered.
struct CountedCall {
  absl::Time hour;  ///< In which it was answered.
  std::string why_id;
  CallCount count;          ///< `answered` is `hour`.
  domain::ThreeEs answers;  ///< What the customer answered to a survey.

  bool operator==(const CountedCall&) const = default;
};

/// A card that was shown in a call.
struct CountedCard {
  absl::Time hour;  ///< In which it was shown.
  std::string team;
  std::string agent_id;
  domain::CardKind kind = domain::CardKind::kWe;
  bool used = false;
  /// Mean score of the customer's last three turns up to it, and of the next three after it; absent: there are none.
  std::optional<double> before;
  std::optional<double> after;

  bool operator==(const CountedCard&) const = default;
};

/// A promise of a customer's journey.
struct CountedPromise {
  absl::CivilDay day;  ///< Of the step that it was made in.
  std::optional<absl::Time> due;
  domain::PromiseState state = domain::PromiseState::kOpen;

  bool operator==(const CountedPromise&) const = default;
};

/// How far the counting of what was stored before there were reports is.
struct Counting {
  std::int64_t counted = 0;  ///< Calls and customers.
  std::int64_t all = 0;      ///< As many as there were when it began.
  bool done = true;

  bool operator==(const Counting&) const = default;
};

/// The team of an agent now; for calls that were stored without.
using TeamOf = std::function<std::string(const std::string& agent_id)>;

}  // namespace aandacht::store
