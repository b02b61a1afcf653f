// From what was logged to what alert rules find: live and over the past it is the same.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "shared/domain/alert_state.h"
#include "shared/domain/event.h"
#include "shared/domain/library.h"

namespace aandacht::domain {

/// Lets desks go through their events as far as calls go, and has the one judge look at them. What agents did for
/// themselves is not taken, so that nothing of it can move what is found. Holds one desk for each agent and what is
/// known of the calls on them. A value for one thread.
///
/// Events are put in the order in which they happened before they are judged, and nothing is judged before it is
/// `late` ago: the order in which reports arrive does not matter as long as none is later than that. One that is later
/// is judged when it comes.
class AlertReplay {
 public:
  /// Two seconds: more than reports need that are on their way, less than a supervisor notices. A design choice.
  static constexpr absl::Duration kLate = absl::Seconds(2);

  AlertReplay(AlertState::TeamOf team_of, std::shared_ptr<const AlertRules> rules, absl::Duration late = kLate);

  /// A call that is over at a desk, in the service's time.
  struct CallOver {
    std::string agent_id;
    std::string call_id;
    absl::Time time;
  };

  struct Judged {
    std::vector<AlertFinding> found;
    std::vector<CallOver> over;  ///< After what was found of them.
  };

  /// As of AlertState.
  void set_rules(std::shared_ptr<const AlertRules> rules) { state_.set_rules(std::move(rules)); }
  void remember(const AlertFinding& told) { state_.remember(told); }

  /// Forgets the desks and what waits; begin() tells how they stand.
  void forget_desks();

  /// A desk as it stands, and what of it has to be looked at now.
  [[nodiscard]] Judged begin(Desk desk, const std::vector<CallMoment>& moments);

  /// Something was logged. `skew`: the service's time minus the desk's.
  void take(const std::string& agent_id, const Event& event, absl::Duration skew = absl::ZeroDuration());

  /// It is `now` in the service's time: judges what happened `late` ago and before.
  [[nodiscard]] Judged pass(absl::Time now);

  /// Nothing comes any more, and nothing happened up to `now`.
  [[nodiscard]] Judged finish(absl::Time now) { return pass(now + late_); }

  /// When pass() next has something to judge if nothing comes before; InfiniteFuture: never.
  [[nodiscard]] absl::Time next() const;

  /// False for events that take() leaves alone; they need not be read.
  [[nodiscard]] static bool is_taken(const Event& event);

 private:
  struct Waiting {
    std::string agent_id;
    Event event;
    absl::Duration skew;
  };

  void judge(const Waiting& waiting, Judged& judged);
  void step(Desk& desk, const Event& event, absl::Duration skew, Judged& judged);
  void see(const CallMoment& moment, Judged& judged);

  const Library library_;  // Empty: cards do not matter to alerts.
  const absl::Duration late_;
  AlertState state_;
  std::map<std::string, Desk> desks_;
  std::multimap<absl::Time, Waiting> waiting_;  // By the service's time; of one moment in the order of arrival.
};

}  // namespace aandacht::domain
