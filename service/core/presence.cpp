#include "service/core/presence.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace aandacht::core {
namespace {

// Longer than a window needs to connect again.
constexpr absl::Duration kGrace = absl::Seconds(10);

}  // namespace

class Presence::Listening final : public Presence::Subscription {
 public:
  Listening(std::shared_ptr<Listeners> listeners, std::function<void(const std::string&)> changed)
      : listeners_(std::move(listeners)) {
    const std::lock_guard lock(listeners_->mutex);
    listeners_->all.emplace(this, std::move(changed));
  }
  ~Listening() override {
    const std::lock_guard lock(listeners_->mutex);
    listeners_->all.erase(this);
  }

 private:
  const std::shared_ptr<Listeners> listeners_;
};

Presence::Presence(const base::Clock& clock, std::function<void(absl::Time)> settle_at)
    : clock_(clock), settle_at_(std::move(settle_at)), began_(clock.now()) {}

std::unique_ptr<Presence::Window> Presence::open(const std::string& agent_id) {
  bool is_first = false;
  {
    const std::lock_guard lock(mutex_);
    is_first = agents_[agent_id].windows++ == 0;
  }
  if (is_first) tell(agent_id);
  return std::make_unique<Window>(*this, agent_id);
}

void Presence::close(const std::string& agent_id) {
  const absl::Time now = clock_.now();
  {
    const std::lock_guard lock(mutex_);
    State& state = agents_[agent_id];
    if (--state.windows > 0) return;
    state.left = now;
  }
  settle_at_(now + kGrace);
}

// After a start everybody gets the time to connect.
bool Presence::away(const std::string& agent_id) const {
  const std::lock_guard lock(mutex_);
  const auto known = agents_.find(agent_id);
  if (known == agents_.end()) return clock_.now() >= began_ + kGrace;
  return known->second.windows == 0 && clock_.now() >= known->second.left + kGrace;
}

bool Presence::has_window(const std::string& agent_id) const {
  const std::lock_guard lock(mutex_);
  const auto known = agents_.find(agent_id);
  return known != agents_.end() && known->second.windows > 0;
}

void Presence::settle() {
  std::vector<std::string> gone;
  absl::Time next = absl::InfiniteFuture();
  {
    const std::lock_guard lock(mutex_);
    const absl::Time now = clock_.now();
    for (const auto& [agent_id, state] : agents_) {
      if (state.windows > 0) continue;
      const absl::Time settled = state.left + kGrace;
      if (now < settled) next = std::min(next, settled);
      if (now >= settled) gone.push_back(agent_id);
    }
    for (const std::string& agent_id : gone) agents_.erase(agent_id);
    if (!all_told_ && now < began_ + kGrace) next = std::min(next, began_ + kGrace);
    if (!all_told_ && now >= began_ + kGrace) {
      all_told_ = true;
      gone = {""};
    }
  }
  if (next != absl::InfiniteFuture()) settle_at_(next);
  for (const std::string& agent_id : gone) tell(agent_id);
}

std::unique_ptr<Presence::Subscription> Presence::subscribe(std::function<void(const std::string&)> changed) {
  return std::make_unique<Listening>(listeners_, std::move(changed));
}

void Presence::tell(const std::string& agent_id) {
  const std::lock_guard lock(listeners_->mutex);
  for (const auto& [listening, changed] : listeners_->all) changed(agent_id);
}

}  // namespace aandacht::core
