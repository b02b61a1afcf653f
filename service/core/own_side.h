// What agents may know and decide about what is kept of them as such.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "service/core/commands.h"
#include "service/core/desks.h"
#include "service/core/mind.h"
#include "service/core/own_export.h"
#include "service/core/seats.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/domain/my_day.h"

namespace aandacht::core {

/// Somebody is about to see something of an agent.
struct NoteLook {
  std::string agent_id;
  std::string who;     ///< "unknown@ADDRESS" while the service knows no identities.
  std::string what;    ///< A stable key and an id: "turns CALL".
  std::string reason;  ///< May be empty.
};

/// Everybody who is served here may ask, and everybody who ever was: NOT_FOUND for other names. Reads may also answer
/// UNAVAILABLE or INTERNAL for the store; commands RESOURCE_EXHAUSTED or UNAVAILABLE, see Writer.
/// Safe to use from any thread. References must outlive this.
class OwnSide {
 public:
  OwnSide(Writer& writer, store::Store& store, const Seats& seats, const Mind& mind, const Desks& desks,
          const base::Clock& clock, absl::TimeZone time_zone)
      : writer_(writer),
        store_(store),
        seats_(seats),
        mind_(mind),
        desks_(desks),
        clock_(clock),
        time_zone_(time_zone) {}

  /// One day, from midnight to midnight in the service's time zone: 23 or 25 hours where the clock changes.
  /// A call counts on the day it was answered, its time on the days it lasted; one whose end was never reported is
  /// taken to last no longer than FatigueRules::shift_gap.
  ///
  /// \param day  absent: today, in the time of the agent's desk.
  /// INVALID_ARGUMENT: not an agent's id.
  [[nodiscard]] absl::StatusOr<domain::MyDay> day(const std::string& agent_id, std::optional<absl::CivilDay> day) const;

  /// Everything, piece by piece. INVALID_ARGUMENT: not an agent's id.
  [[nodiscard]] absl::StatusOr<OwnExport> export_all(const std::string& agent_id) const;

  /// Forgets the agent's side of the desk, what they refused and were shown, their guesses, heavy calls, votes and own
  /// events, and when their desk woke up by itself, all or nothing. Calls of customers with their cards and what the
  /// agent answered to these, surveys and looks stay. The result is how many records are gone; 0 when this request was
  /// done before.
  ///
  /// INVALID_ARGUMENT: no request id, or not an agent's id.
  void forget(const std::string& request_id, const std::string& agent_id, Done<std::int64_t> done);

  /// Writes the audit trail that the agent can read, before anything is shown. The same `who` at the same `what` is
  /// written once an hour. Without an agent nothing is written. The result is true.
  void note_look(const NoteLook& look, Done<bool> done);

 private:
  [[nodiscard]] absl::Status admit(const std::string& agent_id) const;

  Writer& writer_;
  store::Store& store_;
  const Seats& seats_;
  const Mind& mind_;
  const Desks& desks_;
  const base::Clock& clock_;
  const absl::TimeZone time_zone_;
};

}  // namespace aandacht::core
