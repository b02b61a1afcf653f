#include "service/core/desk_watch.h"

#include <algorithm>
#include <utility>

namespace aandacht::core {

// Subscribed before the first whole desk is taken: what is committed in between comes twice and is skipped by version.
DeskWatch::DeskWatch(bus::Bus& bus, const Seats& seats, const base::Clock& clock, std::string agent_id,
                     std::size_t backlog, std::function<void()> ready)
    : seats_(seats),
      clock_(clock),
      agent_id_(std::move(agent_id)),
      backlog_(backlog),
      ready_(std::move(ready)),
      subscription_(bus.subscribe(agent_id_, [this](const auto& message) { take(message); })) {}

void DeskWatch::take(const std::shared_ptr<const bus::Message>& message) {
  {
    const std::lock_guard lock(mutex_);
    if (whole_due_) {
      // Its commit is in the whole that will be taken.
    } else if (messages_.size() >= backlog_) {
      messages_.clear();
      whole_due_ = true;
    } else {
      messages_.push_back(message);
    }
  }
  ready_();
}

WholeDesk DeskWatch::whole() {
  WholeDesk whole{{}, clock_.now()};
  whole.desk.agent_id = agent_id_;
  if (const std::shared_ptr<const Seat> seat = seats_.find(agent_id_)) {
    whole.desk = seat->desk;
    whole.now = std::max(whole.now - seat->skew, seat->desk.time);
  }
  whole_due_ = false;
  version_ = whole.desk.version;
  return whole;
}

std::optional<DeskWatch::Item> DeskWatch::next() {
  const std::lock_guard lock(mutex_);
  if (whole_due_) return whole();
  while (!messages_.empty()) {
    std::shared_ptr<const bus::Message> message = std::move(messages_.front());
    messages_.pop_front();
    if (message->update.version <= version_) continue;
    if (message->update.version != version_ + 1) return whole();
    version_ = message->update.version;
    return message;
  }
  return std::nullopt;
}

}  // namespace aandacht::core
