// baresip's ctrl_tcp protocol as a pure state machine: messages in, call events and commands out.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/softphone/baresip_lists.h"
#include "client/softphone/softphone.h"

namespace aandacht::softphone {

/// Follows the calls of one baresip (1.0.0 and newer).
///
/// What 1.0.0 does not tell is asked: after each new SDP of an established call `listcalls` shows whether the agent
/// holds it, and after every (re)connect `listcalls` and `callstat` show which calls there are. Newer versions tell of
/// a hold by the far end (CALL_HOLD, CALL_RESUME); a call counts as held while either side holds it. No clock, no
/// socket; times are parameters. Not thread-safe.
class BaresipEvents {
 public:
  using Events = std::vector<CallEvent>;

  /// A connection was made: nothing that was known before is certain.
  void connected();

  /// The connection broke: every call becomes kUnknown, because baresip may run on without us.
  Events disconnected(absl::Time now);

  /// One payload of a netstring.
  ///
  /// INVALID_ARGUMENT: not JSON, or not an object; nothing changed. Unknown types and members are fine.
  absl::StatusOr<Events> message(std::string_view payload, absl::Time now);

  /// The next command to write, as JSON: one per write, and never before the one before it was answered, because
  /// baresip 1.0.0 loses a second. nullopt: nothing to write now.
  std::optional<std::string> take_command();

  /// True while an answer is due.
  [[nodiscard]] bool awaits_answer() const { return !awaited_.empty(); }

  /// The answer did not come: go on without it.
  Events give_up_answer(absl::Time now);

  void ask(PhoneAction action);

  /// While it is on, a call that comes in while there is no other is refused and not told of, unless it is answered all
  /// the same. `hangup` acts on the current call: beside another one a call is never refused. Once it is off no refusal
  /// is written that waited until then: its call is told of. To be said before every message() and take_command().
  [[nodiscard]] Events hold_off(bool on, absl::Time now);

  /// True once baresip said that it leaves.
  [[nodiscard]] bool leaving() const { return leaving_; }

 private:
  struct Call {
    CallEvent
        last;  ///< Its id, number, name, direction and the latest kind that was told; kUnknown: none or uncertain.
    std::string uri;
    bool established = false;
    bool held_here = false;
    bool held_there = false;
    bool held_off = false;  ///< Refused, and not told of.
    bool stale = false;     ///< Known from before a reconnect and not seen since.
    std::uint64_t order = 0;
  };

  struct Message;

  Events event(const Message& message, absl::Time now);
  Events answer(const Message& message, absl::Time now);
  Events call_event(const Message& message, absl::Time now);
  Call& know(const Message& message);
  static void tell(Call& call, CallEventKind kind, absl::Time now, Events& events);
  static void tell_hold(Call& call, absl::Time now, Events& events);
  void ring(Call& call, absl::Time now, Events& events);
  [[nodiscard]] bool may_refuse() const;
  void check_refused(const std::vector<ListedCall>& lines, absl::Time now, Events& events);
  static void stop_holding_off(Call& call, absl::Time now, Events& events);
  void close(const std::string& id, EndedBy by, absl::Time now, Events& events);
  void ask_once(const std::string& command);

  void update_holds(const std::vector<ListedCall>& lines, absl::Time now, Events& events);
  void reconcile(const CallStat& stat, absl::Time now, Events& events);
  std::map<std::string, ListedCall> identify(const CallStat& stat) const;
  void resume_knowing(Call& call, const ListedCall& line, absl::Time now, Events& events);
  std::vector<const Call*> calls_of(const std::string& uri) const;

  std::map<std::string, Call> calls_;  ///< By id.
  std::uint64_t calls_seen_ = 0;
  std::deque<std::string> wanted_;  ///< Commands that wait.
  std::string awaited_;             ///< The command whose answer is due; empty: none.
  std::uint64_t tokens_ = 0;
  bool resyncing_ = false;  ///< Until listcalls, and callstat if there are calls, were answered.
  std::vector<ListedCall> resync_lines_;
  bool leaving_ = false;
  bool holding_off_ = false;
};

}  // namespace aandacht::softphone
