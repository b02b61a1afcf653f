#include "service/core/seats.h"

#include <algorithm>

namespace aandacht::core {
namespace {

// A pause of the service is shorter than this; a replayed day is further away.
constexpr absl::Duration kLive = absl::Hours(1);

}  // namespace

Seat seat_for(domain::Desk desk, absl::Time free_since, absl::Time now) {
  Seat seat;
  if (desk.time != absl::InfinitePast() && absl::AbsDuration(now - desk.time) > kLive) seat.skew = now - desk.time;
  const domain::Call* call = domain::current_call(desk);
  // Neither the desk's time nor the skew, which is taken from it: own acts move both.
  const absl::Time since = call != nullptr ? call->state_since : free_since;
  if (absl::AbsDuration(now - since) <= kLive) seat.since = since;
  seat.desk = std::move(desk);
  return seat;
}

std::shared_ptr<const Seat> Seats::find(const std::string& agent_id) const {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(agent_id);
  return found == seats_.end() ? nullptr : found->second;
}

std::shared_ptr<const Seat> Seats::find_by_call(const std::string& call_id) const {
  const std::lock_guard lock(mutex_);
  const auto agent = agent_by_call_.find(call_id);
  if (agent == agent_by_call_.end()) return nullptr;
  const auto found = seats_.find(agent->second);
  return found == seats_.end() ? nullptr : found->second;
}

std::vector<std::shared_ptr<const Seat>> Seats::all() const {
  std::vector<std::shared_ptr<const Seat>> seats;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [agent, seat] : seats_) seats.push_back(seat);
  }
  std::sort(seats.begin(), seats.end(),
            [](const auto& a, const auto& b) { return a->desk.agent_id < b->desk.agent_id; });
  return seats;
}

void Seats::put(const std::vector<std::shared_ptr<const Seat>>& seats,
                const std::map<std::string, std::string>& owners) {
  const std::lock_guard lock(mutex_);
  for (const std::shared_ptr<const Seat>& seat : seats) {
    std::shared_ptr<const Seat>& place = seats_[seat->desk.agent_id];
    if (place != nullptr) {
      for (const domain::Call& call : place->desk.calls) {
        if (domain::find_call(seat->desk, call.id) != nullptr) continue;
        const auto known = agent_by_call_.find(call.id);
        if (known != agent_by_call_.end() && known->second == seat->desk.agent_id) agent_by_call_.erase(known);
      }
    }
    place = seat;
  }
  // Not by which desk moved last: a call that rings at several, or that somebody says they have, stays whose it is.
  for (const auto& [call_id, agent_id] : owners) {
    const auto owner = seats_.find(agent_id);
    const bool is_there = owner != seats_.end() && domain::find_call(owner->second->desk, call_id) != nullptr;
    if (is_there) agent_by_call_[call_id] = agent_id;
  }
}

}  // namespace aandacht::core
