// Prompts at the service: what may be pushed, pushing, taking back, and what becomes of them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/net/connection.h"
#include "client/net/watch_options.h"
#include "shared/domain/library.h"
#include "shared/domain/prompt_finding.h"
#include "shared/domain/pushed_prompt.h"

namespace grpc {
class Channel;
}

namespace aandacht::net {

/// To whom.
struct PromptAudience {
  std::vector<std::string> agent_ids;
  std::vector<std::string> team_ids;
  bool everybody = false;  ///< In the teams that the caller leads.

  bool operator==(const PromptAudience&) const = default;
};

/// A prompt to push.
struct PromptOrder {
  std::string id;
  PromptAudience audience;
  std::string supervisor;  ///< Counts only where the service knows no identities.
  std::string text;
  std::string reason;
  bool urgent = false;
  std::string template_id;
  absl::Duration time_to_live = absl::Minutes(10);
};

/// Where it went.
struct PromptPushed {
  int desks = 0;
  int waiting = 0;
  std::optional<absl::Time> quiet_until;
};

/// What the caller may still push.
struct PromptAllowance {
  struct Agent {
    std::string agent_id;
    std::string team;  ///< Empty: in none.
    int left = 0;
    absl::Time room = absl::InfinitePast();  ///< InfinitePast: there is room.
    bool away = false;

    bool operator==(const Agent&) const = default;
  };
  std::vector<Agent> agents;
  int per_hour = 0;
  std::optional<absl::Time> quiet_until;

  bool operator==(const PromptAllowance&) const = default;
};

/// Every answer comes, on one thread of this: hand over and return. Ask from one thread, not from an answer. Statuses
/// are the service's; UNAVAILABLE or DEADLINE_EXCEEDED when it is away.
class Prompts {
 public:
  template <typename Result>
  using Answer = std::function<void(absl::StatusOr<Result>)>;

  /// \param timeout  of each question.
  explicit Prompts(std::shared_ptr<grpc::Channel> channel, absl::Duration timeout = absl::Seconds(5));

  /// No answer is told any more when this returns; do not destroy from inside one.
  ~Prompts();

  Prompts(const Prompts&) = delete;
  Prompts& operator=(const Prompts&) = delete;

  void check(const std::string& text, const std::string& reason, const std::string& language,
             Answer<std::vector<domain::PromptFinding>> answer);
  /// \param language  BCP 47; empty: all.
  void templates(const std::string& language, Answer<std::vector<domain::PromptTemplate>> answer);
  void allowance(const PromptAudience& audience, const std::string& supervisor, Answer<PromptAllowance> answer);
  /// The same id twice changes nothing.
  void push(const PromptOrder& order, Answer<PromptPushed> answer);
  /// The answer is whether it had been taken back before.
  void recall(const std::string& prompt_id, Answer<bool> answer);

 private:
  struct Shared;

  const std::unique_ptr<Shared> shared_;
};

/// What one message of the stream of prompts brings.
struct PromptUpdate {
  std::vector<domain::PushedPrompt> prompts;  ///< New ones whole; known ones with the desks that changed.
  bool begins = false;                        ///< What was told before is not worth anything any more.
};

/// Called one at a time on a thread of the watch: hand over and return. May be empty.
struct PromptHandlers {
  std::function<void(PromptUpdate)> on_update;
  std::function<void(ConnectionState, const std::string& detail)> on_connection;
};

/// Holds the stream of prompts open and reconnects with backoff.
class PromptWatch {
 public:
  /// Starts at once; handlers may be called before this returns.
  PromptWatch(std::shared_ptr<grpc::Channel> channel, PromptHandlers handlers, WatchOptions options = {});

  /// Ends the stream. No handler runs any more when this returns; do not destroy from inside a handler.
  ~PromptWatch();

  PromptWatch(const PromptWatch&) = delete;
  PromptWatch& operator=(const PromptWatch&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aandacht::net
