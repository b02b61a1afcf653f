// Alerts at the service: rules, what they found, and what they would have found.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "client/net/connection.h"
#include "client/net/watch_options.h"
#include "shared/domain/alert.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// A rule as the caller sees it.
struct SeenAlertRule {
  domain::AlertRule rule;
  bool editable = false;
  bool team_gone = false;  ///< There is no team of this name any more: it hears nothing.

  bool operator==(const SeenAlertRule&) const = default;
};

struct SeenAlertRules {
  std::vector<SeenAlertRule> rules;
  std::vector<std::string> teams;  ///< That a rule may be for.
};

/// Every answer comes, on one thread of this: hand over and return. Ask from one thread, not from an answer. Statuses
/// are the service's (alerts.proto); UNAVAILABLE or DEADLINE_EXCEEDED when it is away.
class Alerts {
 public:
  template <typename Result>
  using Answer = std::function<void(absl::StatusOr<Result>)>;

  /// \param timeout  of each question.
  explicit Alerts(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~Alerts();

  Alerts(const Alerts&) = delete;
  Alerts& operator=(const Alerts&) = delete;

  /// All that there are, at most 500.
  void rules(Answer<SeenAlertRules> answer);
  /// \param base  the version that was changed; 0: the rule is new.
  void put_rule(const std::string& request_id, const domain::AlertRule& rule, std::int64_t base,
                Answer<SeenAlertRule> answer);
  void delete_rule(const std::string& request_id, const std::string& rule_id, std::int64_t base, Answer<bool> answer);
  /// \param until  InfinitePast: not any more.
  void snooze_rule(const std::string& request_id, const std::string& rule_id, absl::Time until, Answer<bool> answer);
  void snooze_alert(const std::string& request_id, const std::string& alert_id, absl::Time until, Answer<bool> answer);
  void settle(const std::string& request_id, const std::string& alert_id, domain::AlertStage stage,
              Answer<domain::Alert> answer);

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

/// What a rule would have said, so far.
struct AlertTrialStep {
  double progress = 0;                               ///< 0 … 1.
  std::vector<std::pair<absl::CivilDay, int>> days;  ///< From the first day, also days without any.
  std::int64_t turns = 0;                            ///< Looked at.
  std::vector<domain::Alert> alerts;                 ///< At the end: the latest, newest first.
};

/// One trial of a rule; ends when it is told or destroyed.
class AlertTrial {
 public:
  /// `on_step` and `on_end` (once) are called on a thread of this: hand over and return.
  AlertTrial(const std::shared_ptr<grpc::Channel>& channel, const domain::AlertRule& rule, int days, int most_alerts,
             std::function<void(AlertTrialStep)> on_step, std::function<void(absl::Status)> on_end);

  /// Nothing is told any more when this returns; do not destroy from inside a call.
  ~AlertTrial();

  AlertTrial(const AlertTrial&) = delete;
  AlertTrial& operator=(const AlertTrial&) = delete;

 private:
  class Stream;
  std::unique_ptr<Stream> stream_;
};

/// What one message of the stream of alerts brings.
struct AlertUpdate {
  std::vector<domain::Alert> alerts;  ///< New or changed, oldest first.
  bool complete = false;              ///< Others are settled.
  absl::Time time;                    ///< The service's.
};

/// Called one at a time on a thread of the watch: hand over and return. May be empty.
struct AlertHandlers {
  std::function<void(AlertUpdate)> on_update;  ///< The first after every (re)connect is complete.
  std::function<void(ConnectionState, const std::string& detail)> on_connection;
};

/// Holds the stream of alerts open and reconnects with backoff.
class AlertWatch {
 public:
  /// Starts at once; handlers may be called before this returns.
  AlertWatch(std::shared_ptr<grpc::Channel> channel, AlertHandlers handlers, WatchOptions options = {});

  /// Ends the stream. No handler runs any more when this returns; do not destroy from inside a handler.
  ~AlertWatch();

  AlertWatch(const AlertWatch&) = delete;
  AlertWatch& operator=(const AlertWatch&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aandacht::net
