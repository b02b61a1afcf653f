#include "service/bus/local/local_bus.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace aandacht::bus {

/// A callback that can be taken away: after stop() it is not running and never runs again.
class LocalBus::Subscriber {
 public:
  explicit Subscriber(Callback callback) : callback_(std::move(callback)) {}

  void call(const std::shared_ptr<const Message>& message) {
    const std::lock_guard lock(mutex_);
    if (callback_) callback_(message);
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    callback_ = nullptr;
  }

 private:
  std::mutex mutex_;  // held while the callback runs
  Callback callback_;
};

/// Who listens to which desk.
class LocalBus::Directory {
 public:
  void add(const std::string& agent_id, std::shared_ptr<Subscriber> subscriber) {
    const std::lock_guard lock(mutex_);
    by_agent_[agent_id].push_back(std::move(subscriber));
  }

  void remove(const std::string& agent_id, const std::shared_ptr<Subscriber>& subscriber) {
    const std::lock_guard lock(mutex_);
    const auto found = by_agent_.find(agent_id);
    if (found == by_agent_.end()) return;
    std::vector<std::shared_ptr<Subscriber>>& list = found->second;
    list.erase(std::remove(list.begin(), list.end(), subscriber), list.end());
    if (list.empty()) by_agent_.erase(found);
  }

  std::vector<std::shared_ptr<Subscriber>> listeners(const std::string& agent_id) {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Subscriber>> all;
    append(agent_id, all);
    if (!agent_id.empty()) append("", all);
    return all;
  }

 private:
  void append(const std::string& agent_id, std::vector<std::shared_ptr<Subscriber>>& all) const {
    const auto found = by_agent_.find(agent_id);
    if (found != by_agent_.end()) all.insert(all.end(), found->second.begin(), found->second.end());
  }

  std::mutex mutex_;  // never held while a callback runs
  absl::flat_hash_map<std::string, std::vector<std::shared_ptr<Subscriber>>> by_agent_;
};

class LocalBus::LocalSubscription final : public Subscription {
 public:
  LocalSubscription(std::shared_ptr<Directory> directory, std::string agent_id, std::shared_ptr<Subscriber> subscriber)
      : directory_(std::move(directory)), agent_id_(std::move(agent_id)), subscriber_(std::move(subscriber)) {}

  ~LocalSubscription() override {
    directory_->remove(agent_id_, subscriber_);
    subscriber_->stop();
  }

  LocalSubscription(const LocalSubscription&) = delete;
  LocalSubscription& operator=(const LocalSubscription&) = delete;

 private:
  const std::shared_ptr<Directory> directory_;
  const std::string agent_id_;
  const std::shared_ptr<Subscriber> subscriber_;
};

LocalBus::LocalBus() : directory_(std::make_shared<Directory>()) {}

LocalBus::~LocalBus() = default;

void LocalBus::publish(std::shared_ptr<const Message> message) {
  for (const std::shared_ptr<Subscriber>& subscriber : directory_->listeners(message->agent_id)) {
    subscriber->call(message);
  }
}

std::unique_ptr<Subscription> LocalBus::subscribe(const std::string& agent_id, Callback callback) {
  auto subscriber = std::make_shared<Subscriber>(std::move(callback));
  directory_->add(agent_id, subscriber);
  return std::make_unique<LocalSubscription>(directory_, agent_id, std::move(subscriber));
}

}  // namespace aandacht::bus
