#include "service/core/floor.h"

#include <utility>

namespace aandacht::core {

FloorRow floor_row(const Seat& seat) {
  FloorRow row;
  row.agent_id = seat.desk.agent_id;
  row.since = seat.since;
  row.prompts_waiting = static_cast<int>(seat.desk.prompts.size());
  if (seat.desk.card) row.card_kind = seat.desk.card->kind;
  const domain::Call* call = domain::current_call(seat.desk);
  if (call == nullptr) return row;
  row.state = call->state;
  row.call_id = call->id;
  if (call->customer) row.customer_name = call->customer->name;
  row.phase = call->phase;
  row.scores = call->sentiment.scores;
  if (call->sentiment.turns > 0) row.feeling = call->sentiment.feeling;
  row.cards_shown = call->attention.shown;
  return row;
}

FloorWatch::FloorWatch(bus::Bus& bus, const Seats& seats, std::function<void()> ready)
    : seats_(seats),
      ready_(std::move(ready)),
      subscription_(bus.subscribe("", [this](const std::shared_ptr<const bus::Message>& message) {
        {
          const std::lock_guard lock(mutex_);
          changed_.insert(message->agent_id);
        }
        ready_();
      })) {}

std::optional<FloorWatch::Rows> FloorWatch::next() {
  std::set<std::string> changed;
  {
    const std::lock_guard lock(mutex_);
    changed.swap(changed_);
    if (std::exchange(complete_due_, false)) {
      Rows all{{}, true};
      for (const std::shared_ptr<const Seat>& seat : seats_.all()) all.rows.push_back(floor_row(*seat));
      return all;
    }
  }
  if (changed.empty()) return std::nullopt;
  Rows rows;
  for (const std::string& agent_id : changed) {
    if (const std::shared_ptr<const Seat> seat = seats_.find(agent_id)) rows.rows.push_back(floor_row(*seat));
  }
  return rows;
}

}  // namespace aandacht::core
