// Signs on the counter and what they are judged by, as the store keeps them.
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/sign.h"

namespace aandacht::store {

/// What customers of a group of questions said, and the why that was found in it.
struct QuestionWording {
  std::string words;   ///< Redacted.
  std::string why_id;  ///< May be empty.
  int calls = 0;       ///< In which exactly these words are remembered.

  bool operator==(const QuestionWording&) const = default;
};

/// Calls with any question, on a day.
struct QuestionTotal {
  absl::CivilDay day;
  int count = 0;

  bool operator==(const QuestionTotal&) const = default;
};

/// Part of store::Reads; failures as there.
class SignReads {
 public:
  virtual ~SignReads() = default;

  /// The latest version. NOT_FOUND: no such sign.
  [[nodiscard]] virtual absl::StatusOr<domain::Sign> sign(const std::string& sign_id) = 0;
  /// The latest version of every sign, the one edited last first.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::Sign>> signs() = 0;
  /// All versions of a sign, the latest first; empty when there is none.
  [[nodiscard]] virtual absl::StatusOr<std::vector<domain::Sign>> sign_versions(const std::string& sign_id) = 0;
  /// What was said in the group since `from`, the most usual words first, at most `most`. `group` is no alias.
  [[nodiscard]] virtual absl::StatusOr<std::vector<QuestionWording>> question_wordings(const std::string& group,
                                                                                       absl::CivilDay from,
                                                                                       int most) = 0;
  /// How many different callers the remembered questions of the group are of; who withheld their number is somebody
  /// else in every call. `group` is no alias.
  [[nodiscard]] virtual absl::StatusOr<int> question_callers(const std::string& group) = 0;
  /// Calls with a question of any group since `from`, the oldest day first; none without a call.
  [[nodiscard]] virtual absl::StatusOr<std::vector<QuestionTotal>> question_totals(absl::CivilDay from) = 0;
  /// How many calls were answered from each of the `borders` until before the next: one fewer than borders, which
  /// rise. Calls that rang for over a day are not found.
  [[nodiscard]] virtual absl::StatusOr<std::vector<int>> answered_between(const std::vector<absl::Time>& borders) = 0;
  /// When the first call began that is remembered; InfiniteFuture without any.
  [[nodiscard]] virtual absl::StatusOr<absl::Time> first_call() = 0;
};

/// Part of store::Transaction.
class SignWrites {
 public:
  virtual ~SignWrites() = default;

  /// Adds a version. ALREADY_EXISTS: this version of this sign is there.
  [[nodiscard]] virtual absl::Status add_sign_version(const domain::Sign& sign) = 0;
};

}  // namespace aandacht::store
