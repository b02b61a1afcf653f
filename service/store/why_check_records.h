// What agents know of the whys, as the store keeps it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "shared/domain/why_check.h"

namespace aandacht::store {

/// One agent's answer to one why; the last of a quarter.
struct WhyAnswer {
  std::string agent_id;
  std::string quarter;  ///< "2026-Q4"
  std::string why_id;
  domain::WhyLevel level = domain::WhyLevel::kNone;
  absl::CivilDay day;  ///< It was given; no time of day is kept.
  /// What is told of a team counts this answer so; absent: it does not count it yet.
  std::optional<domain::WhyLevel> told_level = std::nullopt;
  std::string told_team = {};

  bool operator==(const WhyAnswer&) const = default;
};

/// Whether and when one agent is asked.
struct WhyCheckWish {
  std::string agent_id;
  std::optional<absl::CivilDay> asked;  ///< The last day on which a why was put to them.
  bool never = false;                   ///< They do not want to be asked.

  bool operator==(const WhyCheckWish&) const = default;
};

/// What is told of one why in one team.
struct ToldWhyRecord {
  std::string team;
  std::string quarter;
  std::string why_id;
  domain::ToldWhy told;

  bool operator==(const ToldWhyRecord&) const = default;
};

/// Part of store::Reads; failures as there.
class WhyCheckReads {
 public:
  virtual ~WhyCheckReads() = default;

  /// All answers of the quarter, by agent and why.
  [[nodiscard]] virtual absl::StatusOr<std::vector<WhyAnswer>> why_answers(const std::string& quarter) = 0;
  /// All answers of one agent, by quarter and why.
  [[nodiscard]] virtual absl::StatusOr<std::vector<WhyAnswer>> own_why_answers(const std::string& agent_id) = 0;
  /// Never asked when nothing is known.
  [[nodiscard]] virtual absl::StatusOr<WhyCheckWish> why_check_wish(const std::string& agent_id) = 0;
  /// What is told, by team and why.
  [[nodiscard]] virtual absl::StatusOr<std::vector<ToldWhyRecord>> told_whys(const std::string& quarter) = 0;
  /// In how many calls since `from` a question was asked that names a why, by the why's id.
  [[nodiscard]] virtual absl::StatusOr<std::map<std::string, int>> asked_whys(absl::CivilDay from) = 0;
  /// How often each why is among the last `most` cards that this agent answered with "used", by its id.
  [[nodiscard]] virtual absl::StatusOr<std::map<std::string, int>> used_whys(const std::string& agent_id, int most) = 0;
};

/// Part of store::Transaction.
class WhyCheckWrites {
 public:
  virtual ~WhyCheckWrites() = default;

  /// Creates or replaces the agent's answer of the quarter, with what is told of it.
  [[nodiscard]] virtual absl::Status save_why_answer(const WhyAnswer& answer) = 0;
  [[nodiscard]] virtual absl::Status save_why_check_wish(const WhyCheckWish& wish) = 0;
  [[nodiscard]] virtual absl::Status save_told_why(const ToldWhyRecord& told) = 0;
};

}  // namespace aandacht::store
