// Alerts by rule: who keeps which rules, what they found, and what becomes of it.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/alert_board.h"
#include "service/core/alert_engine.h"
#include "service/core/alert_trial.h"
#include "service/core/seats.h"
#include "service/core/teams.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"

namespace aandacht::core {

struct AlertOptions {
  int days = 30;   ///< What was found is kept so long.
  int step = 200;  ///< Forgotten in one transaction.
  absl::Duration late = domain::AlertReplay::kLate;
  std::vector<domain::AlertRule> starters;  ///< Kept once, when a store is new to alerts.
};

/// Who asks: a supervisor with the teams they lead, "*" for all.
struct AlertCaller {
  std::string id;
  std::string name;
  std::vector<std::string> teams;
  std::string who = {};  ///< As the trail of looks names them.

  [[nodiscard]] bool leads(const std::string& team) const;
};

/// A rule as somebody sees it.
struct SeenRule {
  domain::AlertRule rule;
  bool editable = false;
  bool team_gone = false;  ///< There is no team of this name, or not any more: it hears nothing.
};

/// Rules are looked at by one thread beside the writer; what they find is written by the writer. Safe to use from any
/// thread. References must outlive it.
class Alerts {
 public:
  static constexpr int kMostRules = 200;

  struct Parts {
    Writer& writer;
    store::Store& store;
    const Seats& seats;
    const Teams& teams;
    const base::Clock& clock;
    absl::TimeZone zone;
    std::function<void(absl::Time)> next_look;   ///< Told when to call look().
    std::function<void(absl::Time)> next_sweep;  ///< Told when to call sweep().
  };

  Alerts(Parts parts, AlertOptions options);
  ~Alerts();

  /// Those that look at a team the caller leads, by id. Failures of Reads.
  [[nodiscard]] absl::StatusOr<store::Page<SeenRule>> rules(const AlertCaller& caller, int page_size,
                                                            const std::string& page_token) const;

  /// The teams a rule of theirs may be for, by name: those that exist and that they lead.
  [[nodiscard]] std::vector<std::string> teams(const AlertCaller& caller) const;

  /// Failures: alerts.proto, PutAlertRule. Of `rule` only what people choose is taken. A new rule gets an id of its
  /// name and its owner: domain::rule_id_of(). From then on it goes by either.
  void put_rule(const std::string& request_id, domain::AlertRule rule, std::int64_t base, AlertCaller caller,
                Done<SeenRule> done);

  /// \param base  the version that was seen; 0: any.
  void delete_rule(const std::string& request_id, const std::string& rule_id, std::int64_t base, AlertCaller caller,
                   Done<bool> done);

  /// \param until  not in the future: the rule speaks again.
  void snooze_rule(const std::string& request_id, const std::string& rule_id, absl::Time until, AlertCaller caller,
                   Done<bool> done);

  void settle(const std::string& request_id, const std::string& alert_id, domain::AlertStage stage, AlertCaller caller,
              Done<domain::Alert> done);
  void snooze(const std::string& request_id, const std::string& alert_id, absl::Time until, AlertCaller caller,
              Done<domain::Alert> done);

  /// Before words are told, the trails of the agents whose calls they are of say so.
  ///
  /// \param days  0: 7. Failures: alerts.proto, TryAlertRule.
  [[nodiscard]] absl::StatusOr<std::unique_ptr<AlertTrial>> try_rule(domain::AlertRule rule, int days, int most_alerts,
                                                                     const AlertCaller& caller);

  /// Words are given when the agents' trails say that the caller saw them; see AlertWatch.
  [[nodiscard]] std::unique_ptr<AlertWatch> watch(const AlertCaller& caller, std::function<void()> ready);

  /// Reads what is stored; before anything else.
  [[nodiscard]] absl::Status load();

  /// For the scheduler.
  void look();
  void sweep();

  /// What was committed. In the writer's thread.
  void happened(std::vector<Happened> happened) { engine_.take(std::move(happened)); }

  /// Words of this call were redacted after they had been stored. In the writer's thread.
  void rewrote(const std::string& call_id);

  /// What was committed is judged and on disk when this returns, and nothing is looked at any more. After the writer
  /// was drained, so that nothing is committed after it.
  void stop();

 private:
  absl::Status keep_starters();
  absl::Status read_rules();
  absl::Status end_calls_that_are_over(std::vector<domain::Alert>& alerts);
  /// A change of a rule.
  struct Change {
    domain::AlertRule rule;  ///< As it is stored after it.
    bool written = true;     ///< False: the request was done before, and this is what is stored now.
  };

  void replace_rule(const std::string& id, std::optional<domain::AlertRule> rule);
  void use_rules();
  void keep(std::vector<domain::AlertFinding> found);
  void end_call(const domain::AlertReplay::CallOver& over);
  /// The rule that goes by this name, of those that the caller sees. NOT_FOUND: none.
  absl::StatusOr<domain::AlertRule> rule_named(Batch& batch, const std::string& name, const AlertCaller& caller);
  void change_rule(const std::string& request_id, std::function<absl::StatusOr<Change>(Batch&)> work,
                   Done<domain::AlertRule> done);
  void change_alert(const std::string& request_id, const std::string& alert_id, AlertCaller caller,
                    std::function<void(domain::Alert&)> change, Done<domain::Alert> done);
  void set_next(absl::Time state_wants);

  const Parts parts_;
  const AlertOptions options_;
  AlertBoard board_;
  std::shared_ptr<std::atomic<int>> trials_ = std::make_shared<std::atomic<int>>(0);
  std::mutex mutex_;                                         // Guards the next five.
  std::map<std::string, domain::AlertRule> rules_;           // As committed; by replace_rule() only.
  std::vector<domain::AlertFinding> unsaved_;                // Found, and the store was away …
  std::vector<domain::AlertReplay::CallOver> unsaved_ends_;  // … and so for these.
  absl::Time engine_next_ = absl::InfiniteFuture();
  absl::Time retry_ = absl::InfiniteFuture();
  std::vector<domain::AlertFinding> told_;  // Before the start; set by load().
  AlertEngine engine_;                      // Last: its thread uses the rest.
};

}  // namespace aandacht::core
