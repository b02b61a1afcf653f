// The why check: one question a day for an agent who wants it, and what a team's answers may tell.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/desks.h"
#include "service/core/mind.h"
#include "service/core/teams.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/why_check.h"

namespace aandacht::core {

/// An answer, or a wish about being asked.
struct AnswerWhyCheck {
  std::string request_id;
  std::string agent_id;
  std::string why_id;                     ///< Of an answer.
  std::optional<domain::WhyLevel> level;  ///< Absent: it is a wish.
  domain::WhyCheckChoice choice = domain::WhyCheckChoice::kNotToday;
};

/// Only teams of the configuration with five members or more have a map: anybody can send answers under an invented
/// name. What is told is looked at in fixed moments, see look(), and is on disk, so that a restart tells nothing new.
/// Failures as why_checks.proto has them. Safe to use from any thread. References must outlive this.
class WhyChecks {
 public:
  /// \param toss  -1, 0 or 1, each as often; see domain::look_at_why(). Called in the writer's thread.
  WhyChecks(Writer& writer, store::Store& store, const Mind& mind, const Desks& desks, const Teams& teams,
            const base::Clock& clock, absl::TimeZone time_zone, std::function<int()> toss)
      : writer_(writer),
        store_(store),
        mind_(mind),
        desks_(desks),
        teams_(teams),
        clock_(clock),
        time_zone_(time_zone),
        toss_(std::move(toss)) {}

  /// Whoever gets a why was asked today.
  void take(const std::string& agent_id, const std::string& language, Done<domain::WhyCheckOffer> done);

  /// They do not want to be asked. Failures as of take().
  [[nodiscard]] absl::StatusOr<bool> wants_none(const std::string& agent_id) const;

  /// The result is true.
  void answer(AnswerWhyCheck answer, Done<bool> done);

  /// Counts anew what may be counted anew; to be called at fixed moments, whoever asks and however often. Writes
  /// nothing when nobody answered since the last time.
  void look();

  /// For those teams for which `shows` is true.
  [[nodiscard]] absl::StatusOr<domain::WhyMaps> maps(const std::function<bool(const std::string& team)>& shows) const;

 private:
  Writer& writer_;
  store::Store& store_;
  const Mind& mind_;
  const Desks& desks_;
  const Teams& teams_;
  const base::Clock& clock_;
  const absl::TimeZone time_zone_;
  const std::function<int()> toss_;
  std::atomic<bool> answered_{true};  // Since the last look; a start does not know.
};

}  // namespace aandacht::core
