// What the log has of the last minutes, given to the judge of alerts once more.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/core/batch.h"
#include "service/core/seats.h"
#include "service/store/store.h"
#include "shared/domain/alert_replay.h"

namespace aandacht::core {

/// After a start, and after more was committed than could wait, nobody knows what of the latest was judged. So it is
/// judged again as a trial would, out of the log; that it is found twice does not matter, because a finding has its id
/// from its rule, call and cause. For one thread; references must outlive it.
class AlertPast {
 public:
  /// More than can wait for the engine, be in its hands and be younger than AlertReplay::kLate together.
  static constexpr std::int64_t kRows = 8192;
  /// What is older than this before the end of the log was judged long ago.
  static constexpr absl::Duration kAgain = absl::Minutes(5);
  /// A call that began earlier is taken as it stands now, with its last words.
  static constexpr absl::Duration kHistory = absl::Hours(2);

  using Tell = std::function<void(domain::AlertReplay::Judged)>;

  AlertPast(store::Store& store, const Seats& seats) : store_(store), seats_(seats) {}

  /// Has `replay`, without desks, go through it. `stopped`: whether to give up between two pieces. CANCELLED: it did;
  /// otherwise the store's failures. After a failure the replay's desks are not to be used.
  [[nodiscard]] absl::Status give(domain::AlertReplay& replay, absl::Time now, const Tell& tell,
                                  const std::function<bool()>& stopped);

  /// Whether give() gave this already.
  [[nodiscard]] bool has(const Happened& happened) const;

 private:
  /// The end of the log.
  struct Recent {
    store::LogSpan log;
    absl::Time latest = absl::InfinitePast();            ///< Of the events of calls.
    std::map<std::string, std::set<std::string>> calls;  ///< By agent: those of which something was just logged.
  };

  absl::StatusOr<Recent> read_recent(store::Reads& reads, absl::Time now);
  /// Since when the log is read; fills `logged_`.
  absl::StatusOr<absl::Time> choose_logged(store::Reads& reads, const Recent& recent);
  absl::Status begin_others(store::Reads& reads, domain::AlertReplay& replay, const Tell& tell);

  store::Store& store_;
  const Seats& seats_;
  std::vector<std::shared_ptr<const Seat>> taken_;  // The seats as they were before the log was read.
  std::set<std::string> logged_;                    // Agents whose desks come out of the log …
  std::set<std::string> given_;                     // … and the latest events of it.
  std::map<std::string, std::int64_t> begun_;       // The version with which each other desk began.
};

}  // namespace aandacht::core
