// One call as a supervisor follows it, which its agent sees.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "service/bus/bus.h"
#include "service/core/seats.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace aandacht::core {

/// Somebody wants to follow a call.
struct WatchCall {
  std::string agent_id;  ///< May be empty beside a `call_id`.
  std::string call_id;   ///< Empty: the one on screen.
  std::string who;       ///< As the trail of looks names them.
  std::string name;      ///< As the agent reads it.
  std::string reason;
  /// Whether they may see calls of this agent; a call that they may not see is one that is not there. Empty: of all.
  std::function<bool(const std::string& agent_id)> may_see = {};
};

/// A card that came on screen. What the agent answered is not among it.
struct ShownCard {
  std::string card_id;
  domain::CardKind kind = domain::CardKind::kWe;
  std::string line;
  absl::Time shown;  ///< In the service's time.

  bool operator==(const ShownCard&) const = default;
};

/// The call as it is.
struct WatchedCall {
  std::string call_id;
  std::string agent_id;
  domain::CallState state = domain::CallState::kInCall;
  absl::Time since = absl::InfinitePast();  ///< In the service's time.
  std::string customer_name;
  domain::CallPhase phase = domain::CallPhase::kOpening;
  std::vector<double> scores;
  std::optional<domain::Feeling> feeling;
  std::vector<std::string> watchers;  ///< Names, in the order in which they began.

  bool operator==(const WatchedCall&) const = default;
};

/// What is new since the last time.
struct CallNews {
  WatchedCall call;
  std::vector<store::TurnRecord> turns;  ///< New, or with another text than before; `said` is in the service's time.
  std::vector<ShownCard> cards;          ///< Likewise.
  bool over = false;                     ///< The call left the desk; nothing follows.
};

class CallWatches;

/// One supervisor's look at one call. Nothing is given before the watcher is on the agent's desk and the look in the
/// trail, both on disk; both happen with the making of this, and the watcher leaves the desk when it goes. What is
/// given is read from the store each time, so that what was redacted there cannot get out by another way.
/// Safe to use from any thread.
class CallWatch {
 public:
  ~CallWatch();
  CallWatch(const CallWatch&) = delete;
  CallWatch& operator=(const CallWatch&) = delete;

  /// What is new; absent when nothing is until `ready` is called, and after the end.
  [[nodiscard]] std::optional<CallNews> next();

  /// Set when it is over: OK after the last news, otherwise why it could not begin or go on.
  [[nodiscard]] std::optional<absl::Status> end() const;

 private:
  friend class CallWatches;
  struct State;

  CallWatch(CallWatches& watches, std::shared_ptr<State> state);

  CallWatches& watches_;
  const std::shared_ptr<State> state_;
  std::unique_ptr<bus::Subscription> subscription_;
};

/// All looks at calls. References must outlive it, and it must outlive the watches. Safe to use from any thread.
class CallWatches {
 public:
  /// \param sweep_at  asked to have sweep() called at this time.
  CallWatches(Writer& writer, store::Store& store, bus::Bus& bus, const Seats& seats, const base::Clock& clock,
              base::Ids& ids, std::function<void(absl::Time)> sweep_at);

  /// Failures, by CallWatch::end(): INVALID_ARGUMENT, neither an agent nor a call, no reason, or one of fewer than 3 or
  /// more than 200 characters, or a name that is too long. NOT_FOUND, there is no such call that they may see; told
  /// before anything is said of the reason. RESOURCE_EXHAUSTED, 16 watch the desk, or too much waits. UNAVAILABLE, the
  /// service stops, or the store failed.
  ///
  /// \param ready  called when there is something to take, or it is over; from any thread, must not block and must not
  ///               destroy the watch.
  [[nodiscard]] std::unique_ptr<CallWatch> open(WatchCall request, std::function<void()> ready);

  /// Words of this call were redacted in the store after they had been stored.
  void rewrote(const std::string& call_id);

  /// Takes watchers from desks that nobody watches any more: at the start, and after a leave that could not be written.
  void sweep();

 private:
  friend class CallWatch;

  [[nodiscard]] absl::Status check(const WatchCall& request, const std::string& named) const;
  void begin(const std::shared_ptr<CallWatch::State>& state, const WatchCall& request);
  void leave(const CallWatch::State& state);
  void clear(const std::string& agent_id);
  [[nodiscard]] bool lives(const std::string& watcher_id) const;

  Writer& writer_;
  store::Store& store_;
  bus::Bus& bus_;
  const Seats& seats_;
  const base::Clock& clock_;
  base::Ids& ids_;
  const std::function<void(absl::Time)> sweep_at_;
  mutable std::mutex mutex_;
  std::map<std::string, std::weak_ptr<CallWatch::State>> live_;  // By watcher.
};

}  // namespace aandacht::core
