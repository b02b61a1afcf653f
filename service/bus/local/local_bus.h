// The bus of one process.
#pragma once

#include <memory>
#include <string>

#include "service/bus/bus.h"

namespace aandacht::bus {

/// Calls each subscriber by one thread at a time. Subscriptions may outlive the bus.
class LocalBus final : public Bus {
 public:
  LocalBus();
  ~LocalBus() override;

  void publish(std::shared_ptr<const Message> message) override;
  [[nodiscard]] std::unique_ptr<Subscription> subscribe(const std::string& agent_id, Callback callback) override;

 private:
  class Subscriber;
  class Directory;
  class LocalSubscription;

  const std::shared_ptr<Directory> directory_;
};

}  // namespace aandacht::bus
