// The agent's own side at the service: their day, the team's habits, everything to keep, everything forgotten.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "shared/domain/my_day.h"
#include "shared/domain/team_habits.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// Words of a habit to put forward.
struct HabitWords {
  std::string after;      ///< At most 120 characters.
  std::string will;       ///< At most 120 characters.
  std::string celebrate;  ///< At most 120 characters; may be empty.
};

/// Asks one thing at a time or several; every answer comes. They come on one thread of this, begun with the first
/// question: hand over and return. Ask from one thread, not from an answer.
///
/// Statuses are the service's; UNAVAILABLE or DEADLINE_EXCEEDED when it is away.
class OwnSide {
 public:
  template <typename Result>
  using Answer = std::function<void(absl::StatusOr<Result>)>;

  /// \param timeout  of each question; an export has ten times as long.
  explicit OwnSide(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~OwnSide();

  OwnSide(const OwnSide&) = delete;
  OwnSide& operator=(const OwnSide&) = delete;

  /// \param day  absent: today.
  void my_day(const std::string& agent_id, std::optional<absl::CivilDay> day, Answer<domain::MyDay> answer);

  /// \param language  BCP 47, of the shipped habits.
  void team_habits(const std::string& agent_id, const std::string& language, Answer<domain::TeamHabits> answer);

  /// The answer is the habit's id. INVALID_ARGUMENT, ALREADY_EXISTS, RESOURCE_EXHAUSTED: see habits.proto.
  void put_forward(const std::string& request_id, const std::string& agent_id, const HabitWords& words,
                   Answer<std::string> answer);

  /// \param habit_ids  best first, at most three. The answer is true.
  void vote(const std::string& request_id, const std::string& agent_id, const std::vector<std::string>& habit_ids,
            Answer<bool> answer);

  /// Tells every line of JSON, without its line feed, in order; then the answer, which is how many there were.
  void export_all(const std::string& agent_id, std::function<void(const std::string&)> on_line,
                  Answer<std::int64_t> answer);

  /// The answer is how many records are gone.
  void forget(const std::string& request_id, const std::string& agent_id, Answer<std::int64_t> answer);

 private:
  struct Shared;
  struct Export;

  const std::unique_ptr<Shared> shared_;
};

}  // namespace aandacht::net
