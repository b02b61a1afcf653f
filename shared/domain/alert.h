// Alerts: what a supervisor wants to hear of, and what was found. About the customer and the call, never about the
// agent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::domain {

enum class AlertKind {
  kNegative,       ///< The customer's last `count` turns all score `score` or lower.
  kLongHold,       ///< A call is on hold for longer than `span`.
  kRepeatContact,  ///< This is at least contact `count` about the same within `days`.
  kPhrase,         ///< One of `phrases` is said.
  kLongCall,       ///< A call lasts longer than `span`, holds included.
  kLongWait        ///< A call rings for longer than `span`.
};

/// Whose words are looked at.
enum class AlertSpeaker { kEither, kCustomer, kAgent };

/// Scores at or below these are "negative" and "very negative" in words.
inline constexpr double kNegativeScore = -0.2;
inline constexpr double kVeryNegativeScore = -0.6;

/// When to say something, and to whom. Fields that the kind does not use are left as they are.
struct AlertRule {
  std::string id;
  std::string name;
  std::string team;      ///< Whose calls; empty: of all teams that the owner leads.
  std::string language;  ///< "nl" or "en": calls in that language only; empty: all.
  bool on = true;
  AlertKind kind = AlertKind::kNegative;
  int count = 3;
  double score = kVeryNegativeScore;
  absl::Duration span = absl::Minutes(5);
  int days = 30;
  std::vector<std::string> phrases;  ///< As people write them, see alert_phrase.h.
  bool regex = false;                ///< The phrases are regular expressions (RE2), looked for in the text as it is.
  AlertSpeaker speaker = AlertSpeaker::kCustomer;
  absl::Duration cooldown = absl::Minutes(15);          ///< At most one in this time for the same call …
  absl::Duration team_cooldown = absl::ZeroDuration();  ///< … and for the same team.

  std::string owner_id;                             ///< Who made it …
  std::string owner;                                ///< … by name.
  std::vector<std::string> led;                     ///< Teams that the owner led then; "*" is every team.
  std::int64_t version = 0;                         ///< Rises by one with each change; 0: was never kept.
  absl::Time changed = absl::InfinitePast();        ///< What was said before is not looked at.
  std::string changed_by;                           ///< By name.
  absl::Time snoozed_until = absl::InfinitePast();  ///< Says nothing until then.
  std::string snoozed_by;                           ///< By name.

  bool operator==(const AlertRule&) const = default;
};

/// Whether the rule looks at calls of this team ("": of those in none).
[[nodiscard]] bool covers(const AlertRule& rule, const std::string& team);

/// What a rule found. Everything in it is about the call and what was said in it.
struct AlertFinding {
  std::string rule_id;
  std::string rule_name;
  AlertKind kind = AlertKind::kNegative;
  std::string agent_id;  ///< At whose desk the call is.
  std::string call_id;
  absl::Time at;             ///< In the desk's time …
  absl::Time time;           ///< … and the service's.
  std::string cause;         ///< Of all findings of one rule in one call this one: told once.
  std::string utterance_id;  ///< The turn that `words` are of; empty: none.
  std::string words;         ///< Redacted, at most 240 bytes.
  std::string matched;       ///< The phrase, as the rule has it.
  int count = 0;             ///< Turns or contacts.
  double score = 0;          ///< Of negative turns: all scored this or lower, as the rule has it; 0: not known.
  absl::Duration span;       ///< Of hold, call or ringing when it was found; of contacts: since the first that counts.
  std::string about;         ///< What the contacts are about.

  bool operator==(const AlertFinding&) const = default;
};

/// Where an alert stands.
enum class AlertStage { kOpen, kSeen, kDone };

/// A finding that supervisors are told of.
struct Alert {
  std::string id;  ///< finding_id().
  AlertFinding finding;
  AlertStage stage = AlertStage::kOpen;
  std::string handled_by;                           ///< Who saw or settled it last, by name …
  absl::Time handled = absl::InfinitePast();        ///< … and when; infinite: nobody yet.
  absl::Time snoozed_until = absl::InfinitePast();  ///< Put aside until then.
  std::string snoozed_by;                           ///< By name.
  absl::Time call_ended = absl::InfinitePast();     ///< Infinite: not yet, as far as is known.

  bool operator==(const Alert&) const = default;
};

/// The same for the same rule, call and cause, on every machine.
[[nodiscard]] std::string finding_id(const AlertFinding& finding);

}  // namespace aandacht::domain
