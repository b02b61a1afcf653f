// What a rule would have said: the dry run.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/store/store.h"
#include "shared/domain/alert_replay.h"

namespace aandacht::core {

/// One step of a trial.
struct TrialStep {
  double progress = 0;                               ///< 0 … 1.
  std::vector<std::pair<absl::CivilDay, int>> days;  ///< So far, from the first day, also days without any.
  std::int64_t turns = 0;                            ///< Looked at so far.
  std::vector<domain::Alert> alerts;                 ///< In the last step: the latest, newest first.
};

/// Reads the log piece by piece, each on a snapshot of its own, so that it never holds up the writer. Keeps counts, the
/// latest alerts and the calls that run; for one thread.
class AlertTrial {
 public:
  struct Span {
    absl::Time from;
    absl::Time until;
    absl::TimeZone zone;
  };

  /// Writes into the trail of these agents that words of their calls are told, before they are.
  using Note = std::function<absl::Status(std::vector<std::string> agents)>;

  /// \param rule   checked; whether it is on, snoozed or new does not matter.
  /// \param seat   of those that may run at once; given back when this goes.
  AlertTrial(store::Store& store, domain::AlertRule rule, Span span, std::size_t most_alerts,
             domain::AlertState::TeamOf team_of, Note note, std::shared_ptr<void> seat);

  /// The next step; absent after the last. The last waits until the looks are on disk: not in the writer's thread. The
  /// store's and the writer's failures.
  [[nodiscard]] absl::StatusOr<std::optional<TrialStep>> next();

 private:
  absl::Status begin();
  void take(std::vector<domain::AlertFinding> found);
  [[nodiscard]] absl::Status note_words() const;
  [[nodiscard]] TrialStep step(double progress) const;
  [[nodiscard]] TrialStep last_step() const;

  store::Store& store_;
  const Span span_;
  const std::size_t most_alerts_;
  const Note note_;
  const std::shared_ptr<void> seat_;
  std::optional<domain::AlertReplay> replay_;
  absl::Time passed_ = absl::InfinitePast();  // The latest that was read.
  absl::Status failure_;
  std::optional<store::LogSpan> log_;
  std::int64_t place_ = 0;
  bool counted_ = false;
  bool over_ = false;
  std::map<absl::CivilDay, int> days_;
  std::int64_t turns_ = 0;
  std::deque<domain::AlertFinding> latest_;
};

}  // namespace aandacht::core
