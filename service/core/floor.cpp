#include "service/core/floor.h"

#include <utility>

namespace aandacht::core {

bool is_on_floor(const Seat& seat) {
  return seat.since != absl::InfinitePast() || !seat.desk.calls.empty() || !seat.desk.ended_call_ids.empty();
}

FloorRow floor_row(const Seat& seat) {
  FloorRow row;
  row.agent_id = seat.desk.agent_id;
  row.since = seat.since;
  const domain::Call* call = domain::current_call(seat.desk);
  if (call == nullptr) return row;
  row.state = call->state;
  row.call_id = call->id;
  if (call->customer) row.customer_name = call->customer->name;
  row.phase = call->phase;
  row.scores = call->sentiment.scores;
  if (call->sentiment.turns > 0) row.feeling = call->sentiment.feeling;
  row.cards_shown = call->attention.shown;
  row.prompts_waiting = static_cast<int>(seat.desk.prompts.size());
  // One that stands from between calls would tell that it came late, or that a story was on screen.
  if (seat.desk.card && seat.desk.card->call_id == call->id) row.card_kind = seat.desk.card->kind;
  return row;
}

FloorWatch::FloorWatch(bus::Bus& bus, const Seats& seats, std::function<void()> ready)
    : seats_(seats),
      ready_(std::move(ready)),
      subscription_(bus.subscribe("", [this](const std::shared_ptr<const bus::Message>& message) {
        {
          const std::lock_guard lock(mutex_);
          moved_.insert(message->agent_id);
        }
        ready_();
      })) {}

std::optional<FloorWatch::Rows> FloorWatch::next() {
  const std::lock_guard lock(mutex_);
  Rows rows;
  const auto take = [&](const Seat& seat) {
    if (!is_on_floor(seat)) return;
    FloorRow row = floor_row(seat);
    const auto [sent, is_new] = sent_.try_emplace(row.agent_id, row);
    if (!is_new && sent->second == row) return;
    sent->second = row;
    rows.rows.push_back(std::move(row));
  };
  const std::set<std::string> moved = std::exchange(moved_, {});
  rows.complete = std::exchange(complete_due_, false);
  if (rows.complete) {
    for (const std::shared_ptr<const Seat>& seat : seats_.all()) take(*seat);
    return rows;
  }
  for (const std::string& agent_id : moved) {
    if (const std::shared_ptr<const Seat> seat = seats_.find(agent_id)) take(*seat);
  }
  if (rows.rows.empty()) return std::nullopt;
  return rows;
}

}  // namespace aandacht::core
