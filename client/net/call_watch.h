// Follows one call as it is spoken; its agent sees who does, and why.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "shared/domain/call.h"
#include "shared/domain/card.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// Which call, and why.
struct CallToWatch {
  std::string agent_id;  ///< The call on screen there, unless `call_id` names another.
  std::string call_id;   ///< May be empty beside an agent.
  std::string reason;    ///< 3 to 200 characters; the agent reads it.
  std::string watcher;   ///< The name that the agent reads where the service knows no identities; may be empty.
};

/// Something that was said.
struct WatchedTurn {
  std::string utterance_id;
  domain::Speaker speaker = domain::Speaker::kCustomer;
  std::string text;  ///< Redacted.
  absl::Time said = absl::InfinitePast();
  std::optional<domain::Sentiment> sentiment;

  bool operator==(const WatchedTurn&) const = default;
};

/// A card that came on the agent's screen.
struct WatchedCard {
  std::string card_id;
  domain::CardKind kind = domain::CardKind::kWe;
  std::string line;
  absl::Time shown = absl::InfinitePast();

  bool operator==(const WatchedCard&) const = default;
};

/// The call as it is. All times are the service's.
struct WatchedCall {
  std::string call_id;
  std::string agent_id;
  domain::CallState state = domain::CallState::kInCall;
  absl::Time since = absl::InfinitePast();
  std::string customer_name;
  domain::CallPhase phase = domain::CallPhase::kOpening;
  std::vector<double> sentiment_scores;
  domain::Feeling feeling = domain::Feeling::kNeutral;
  std::vector<std::string> watchers;

  bool operator==(const WatchedCall&) const = default;
};

/// What one message brings. A turn or card whose id came before takes that one's place.
struct CallNews {
  WatchedCall call;
  std::vector<WatchedTurn> turns;
  std::vector<WatchedCard> cards;
  bool over = false;  ///< The call left the desk.
  absl::Time time;    ///< The service's.
};

/// Called one at a time on the watch's thread: hand over and return. May be empty.
struct CallWatchHandlers {
  std::function<void(CallNews)> on_news;
  /// Once, last. OK: the call is over. Otherwise the service's refusal, or that it went away.
  std::function<void(const absl::Status&)> on_end;
};

/// One look. It is not begun again by itself when it breaks off: each look is one that somebody wanted and gave a
/// reason for.
class CallWatch {
 public:
  /// Starts at once; handlers may be called before this returns.
  CallWatch(const std::shared_ptr<grpc::Channel>& channel, const CallToWatch& what, CallWatchHandlers handlers);

  /// Ends the look. No handler runs any more when this returns; do not destroy from inside a handler.
  ~CallWatch();

  CallWatch(const CallWatch&) = delete;
  CallWatch& operator=(const CallWatch&) = delete;

 private:
  class Stream;
  std::unique_ptr<Stream> stream_;
};

/// Puts news into what is known: replaces by id, else appends.
void take_in(const std::vector<WatchedTurn>& news, std::vector<WatchedTurn>& known);
void take_in(const std::vector<WatchedCard>& news, std::vector<WatchedCard>& known);

}  // namespace aandacht::net
