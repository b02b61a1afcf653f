// Tells whoever watches a desk what changed. May lose messages: versions show the gap and the watcher asks again.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "shared/domain/change.h"

namespace aandacht::bus {

/// What travels: one committed update of one desk, with the desk it made. Shared, never changed.
struct Message {
  std::string agent_id;
  domain::DeskUpdate update;
  domain::Desk desk;
};

/// Ends its subscription when destroyed. After the destructor returned the callback is not running and never runs
/// again.
class Subscription {
 public:
  virtual ~Subscription() = default;
};

/// Safe to use from any thread.
class Bus {
 public:
  using Callback = std::function<void(const std::shared_ptr<const Message>&)>;

  virtual ~Bus() = default;

  /// Calls every subscriber of this desk and of all desks, in the caller's thread; subscribers must not block and must
  /// not subscribe or unsubscribe from within the callback.
  virtual void publish(std::shared_ptr<const Message> message) = 0;

  /// `agent_id` empty: the messages of all desks.
  [[nodiscard]] virtual std::unique_ptr<Subscription> subscribe(const std::string& agent_id, Callback callback) = 0;
};

}  // namespace aandacht::bus
