// Who has a window open.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "absl/time/time.h"
#include "shared/base/clock.h"

namespace aandacht::core {

/// Counts the windows that follow each desk. An agent is away when none has for some seconds: a window that loses its
/// connection is back sooner. What is on a window does not matter, so nothing can be read from it of what the agent
/// does. Safe to use from any thread.
class Presence {
 public:
  /// \param settle_at  asked to have settle() called at this time.
  Presence(const base::Clock& clock, std::function<void(absl::Time)> settle_at);

  /// One window, as long as it lives. The Presence must outlive it.
  class Window {
   public:
    Window(Presence& presence, std::string agent_id) : presence_(presence), agent_id_(std::move(agent_id)) {}
    ~Window() { presence_.close(agent_id_); }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

   private:
    Presence& presence_;
    const std::string agent_id_;
  };

  [[nodiscard]] std::unique_ptr<Window> open(const std::string& agent_id);

  [[nodiscard]] bool away(const std::string& agent_id) const;

  /// A window is open at this moment.
  [[nodiscard]] bool has_window(const std::string& agent_id) const;

  /// Tells who went away since the last time.
  void settle();

  /// Ends when destroyed; then the callback is not running and never runs again.
  class Subscription {
   public:
    virtual ~Subscription() = default;
  };

  /// Calls `changed` with an agent who came or went away, and with "" when it may be several. It must not block and
  /// must not subscribe.
  [[nodiscard]] std::unique_ptr<Subscription> subscribe(std::function<void(const std::string& agent_id)> changed);

 private:
  struct State {
    int windows = 0;
    absl::Time left = absl::InfinitePast();
  };
  class Listening;
  struct Listeners {
    std::mutex mutex;
    std::map<const Listening*, std::function<void(const std::string&)>> all;
  };

  void close(const std::string& agent_id);
  void tell(const std::string& agent_id);

  const base::Clock& clock_;
  const std::function<void(absl::Time)> settle_at_;
  const absl::Time began_;
  mutable std::mutex mutex_;
  std::map<std::string, State> agents_;  // Who has a window, or had one a moment ago.
  bool all_told_ = false;                // Who did not come after the start was told as away.
  const std::shared_ptr<Listeners> listeners_ = std::make_shared<Listeners>();  // Who listens may outlive this.
};

}  // namespace aandacht::core
