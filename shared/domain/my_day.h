// One day of an agent, for that agent's eyes only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/reset.h"
#include "shared/domain/three_es.h"

namespace aandacht::domain {

/// The three E's of one call, side by side.
struct CallExperience {
  std::string call_id;
  absl::Time ended;    ///< When the call ended.
  ThreeEs guess;       ///< The agent's.
  ThreeEs suggested;   ///< What the customer's words said.
  ThreeEs answered{};  ///< What the customer answered; kUnknown where they did not.

  bool operator==(const CallExperience&) const = default;
};

/// Somebody looked at something of the agent.
struct Look {
  absl::Time time;
  std::string who;     ///< "unknown@ADDRESS" while the service knows no identities.
  std::string what;    ///< A stable key and an id: "turns CALL".
  std::string reason;  ///< As they gave it; may be empty.

  bool operator==(const Look&) const = default;
};

/// One kind of thing that is stored about the agent.
struct StoredKind {
  std::string kind;  ///< "calls", "guesses", "heavy_calls", "resets", "habits", "acts", "votes", "looks"; may grow.
  std::int64_t count = 0;
  absl::Time since = absl::InfinitePast();  ///< InfinitePast: there are none, or nobody noted when.

  bool operator==(const StoredKind&) const = default;
};

struct MyDay {
  absl::CivilDay day;
  int calls = 0;  ///< Answered on the day.
  int heavy_calls = 0;
  absl::Duration handling;  ///< In calls, on hold and in wrap-up; what overlaps counts once.
  std::vector<Reset> resets;
  std::vector<CallExperience> experiences;          ///< Of the day, newest first.
  std::vector<CallExperience> earlier_experiences;  ///< Newest first, at most 200.
  std::vector<StoredKind> stored;
  std::vector<Look> looks;  ///< Newest first, at most 50.

  bool operator==(const MyDay&) const = default;
};

}  // namespace aandacht::domain
