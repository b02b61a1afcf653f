// One call as a desk knows it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/customer.h"
#include "shared/domain/reading.h"
#include "shared/domain/three_es.h"

namespace aandacht::domain {

enum class CallState { kRinging, kInCall, kOnHold, kWrapUp, kEnded };

enum class CallDirection { kIncoming, kOutgoing };

/// Where a conversation is, judged from position and words.
enum class CallPhase { kOpening, kSolving, kClosing };

/// The customer's sentiment over one call. Derived by add_score(), see sentiment_line.h.
struct CallSentiment {
  double start = 0;
  double end = 0;  ///< Mean of the last turns.
  double lowest = 0;
  double trend = 0;  ///< Weighted slope, the end weighing more; score per call.
  int turns = 0;     ///< Customer turns scored; 0: nothing is known yet.
  Feeling feeling = Feeling::kNeutral;
  std::vector<double> scores;  ///< The latest, oldest first, at most 64.

  bool operator==(const CallSentiment&) const = default;
};

/// "4th contact about this refund in 5 months".
struct RepeatContact {
  int ordinal = 2;  ///< Which contact this one is.
  std::string about;
  absl::Duration span;  ///< Since the first of them.

  bool operator==(const RepeatContact&) const = default;
};

/// How often a rule or why spoke in a call.
struct RuleUse {
  int shown = 0;
  absl::Time last = absl::InfinitePast();

  bool operator==(const RuleUse&) const = default;
};

/// What of the attention budget a call has used.
struct Attention {
  int shown = 0;   ///< Unsolicited cards shown.
  int budget = 4;  ///< Unsolicited cards allowed.
  absl::Time last = absl::InfinitePast();

  bool operator==(const Attention&) const = default;
};

/// What the customer wants in this call, in their own words.
struct Question {
  std::string words;         ///< Redacted, at most 240 bytes.
  std::string utterance_id;  ///< Which said it.
  double confidence = 0;     ///< 0 … 1.
  std::string why_id;        ///< The why that the words name; empty: none.
  std::string group;         ///< Of the same question in other words; empty: not known.

  bool operator==(const Question&) const = default;
};

/// What is known about a question that has no answer yet.
enum class Verdict { kUnknown, kYes, kNo };

/// A turn of the customer that can still be pinned.
struct LateTurn {
  std::string utterance_id;
  std::string words;  ///< Redacted, at most 240 bytes.
  absl::Time said = absl::InfinitePast();

  bool operator==(const LateTurn&) const = default;
};

/// How a call is going to end. Kept by note_turn(), see call_outcome.h.
struct CallOutcome {
  Verdict solved = Verdict::kUnknown;    ///< The customer is helped.
  Verdict helpless = Verdict::kUnknown;  ///< The agent can do nothing about what was asked.
  int refusals = 0;                      ///< Agent turns that said so.
  int offers = 0;                        ///< Agent turns that promised or proposed something.
  bool refused_last = false;             ///< The latest of both was a refusal.
  int helpless_weight = 0;               ///< How much speaks for `helpless`, see call_outcome.cpp.

  bool operator==(const CallOutcome&) const = default;
};

struct Call {
  std::string id;  ///< The softphone's (SIP Call-ID).
  CallState state = CallState::kRinging;
  CallDirection direction = CallDirection::kIncoming;
  std::string from;                        ///< As the softphone gave it; empty when withheld.
  std::string display_name;                ///< May be empty.
  std::string queue;                       ///< Queue or brand; may be empty.
  std::string language;                    ///< BCP 47: what is matched and offered.
  absl::Time rang = absl::InfinitePast();  ///< InfinitePast in these four: it did not happen (yet).
  absl::Time answered = absl::InfinitePast();
  absl::Time held = absl::InfinitePast();
  absl::Time ended = absl::InfinitePast();
  absl::Time state_since =
      absl::InfinitePast();  ///< By the reporter's clock; an older report does not change the state.
  absl::Time wrap_up_ends = absl::InfiniteFuture();  ///< When the wrap-up ends by itself; read in kWrapUp only.
  std::optional<Customer> customer;
  std::optional<RepeatContact> repeat_contact;
  std::string opening;  ///< Suggested, emotion first; may be empty.
  CallPhase phase = CallPhase::kOpening;
  int turns = 0;
  CallSentiment sentiment;
  std::vector<HeardFact> heard;      ///< Oldest first, at most 12.
  std::vector<Promise> promises;     ///< At most 12.
  std::optional<Question> question;  ///< Absent until the customer said what they want.
  Attention attention;
  std::map<std::string, RuleUse> rule_uses;   ///< By rule or why id.
  std::map<std::string, double> why_weights;  ///< By why id: decaying sum of match scores.
  CallOutcome outcome;
  std::optional<SpokenDay> spoken_day;  ///< Kept by note_day(), see spoken_day.h.
  std::vector<LateTurn> late_turns;     ///< The customer's last ones, oldest first, at most 4.
  ThreeEs guess;                        ///< The agent's own. For their eyes only.
  bool heavy = false;                   ///< The agent marked it so. For their eyes only: no rpc tells it to others.
  bool acknowledgement_due = false;     ///< A negative customer turn has not been acknowledged yet.

  bool operator==(const Call&) const = default;
};

}  // namespace aandacht::domain
