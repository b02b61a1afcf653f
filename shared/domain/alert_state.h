// The one judge of alerts: follows calls and says what the rules find. Live and over the past it is the same.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "shared/domain/alert_moment.h"
#include "shared/domain/alert_rules.h"

namespace aandacht::domain {

/// Follows all calls. The same rules, moments and times give the same findings, whoever feeds them. A value for one
/// thread.
class AlertState {
 public:
  using TeamOf = std::function<std::string(const std::string& agent_id)>;

  AlertState(TeamOf team_of, std::shared_ptr<const AlertRules> rules);

  /// From now on these are the rules; what was told by rules that stay is not told again.
  void set_rules(std::shared_ptr<const AlertRules> rules);

  /// Something happened to a call. Let pass() go before, up to its time.
  [[nodiscard]] std::vector<AlertFinding> see(const CallMoment& moment);

  /// Time passed, up to `now` in the service's time.
  [[nodiscard]] std::vector<AlertFinding> pass(absl::Time now);

  /// When pass() next finds something if nothing happens before; InfiniteFuture: never.
  [[nodiscard]] absl::Time next() const;

  /// A finding that was told before this began.
  void remember(const AlertFinding& told);

 private:
  struct KnownCall {
    CallMoment moment;                                   ///< The latest, without its turn; no agent: not seen yet.
    std::set<std::pair<std::string, std::string>> told;  ///< Rule and cause.
    std::map<std::string, absl::Time> last;              ///< By rule: when it last spoke of this call.
    absl::Time due = absl::InfiniteFuture();             ///< Its place in `due_`.
  };

  void note(const AlertRule& rule, KnownCall& call, AlertFinding finding, std::vector<AlertFinding>& found);
  [[nodiscard]] bool looks_at(const AlertRule& rule, const CallMoment& moment) const;
  /// When the rule may speak of this call again; not before `from`.
  [[nodiscard]] absl::Time open_from(const AlertRule& rule, const KnownCall& call, absl::Time from) const;
  void set_due(const std::string& call_id, KnownCall& call);
  [[nodiscard]] absl::Time due_of(const AlertRule& rule, const KnownCall& call) const;

  const TeamOf team_of_;
  std::shared_ptr<const AlertRules> rules_;
  std::map<std::string, KnownCall> calls_;
  std::set<std::pair<absl::Time, std::string>> due_;                        // By time: calls.
  std::map<std::pair<std::string, std::string>, absl::Time> last_of_team_;  // By rule and team.
};

}  // namespace aandacht::domain
