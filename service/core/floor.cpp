#include "service/core/floor.h"

#include <utility>

namespace aandacht::core {

namespace {

// A prompt that waited for a reset comes with the next call, one that did not may stand there from before: whose the
// card is would tell them apart. A story that stands from between calls is not told of at all.
bool tells_card(const domain::Card& card, const domain::Call& call, bool tells_prompts) {
  return card.kind == domain::CardKind::kPrompt ? tells_prompts : card.call_id == call.id;
}

}  // namespace

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
  // In a wrap-up a reset can be asked for, for which prompts wait; as of mark_prompts().
  const bool tells_prompts = call->state != domain::CallState::kWrapUp;
  if (tells_prompts) row.prompts_waiting = static_cast<int>(seat.desk.prompts.size());
  if (seat.desk.card && tells_card(*seat.desk.card, *call, tells_prompts)) row.card_kind = seat.desk.card->kind;
  for (const domain::Watcher& watcher : seat.desk.watchers) {
    if (watcher.call_id == call->id) row.watchers.push_back(watcher.name);
  }
  return row;
}

FloorWatch::FloorWatch(const FloorSources& sources, FloorScope scope, std::function<void()> ready)
    : sources_(sources),
      scope_(std::move(scope)),
      ready_(std::move(ready)),
      presence_(sources.presence.subscribe([this](const std::string& agent_id) { note(agent_id); })),
      subscription_(sources.bus.subscribe(
          "", [this](const std::shared_ptr<const bus::Message>& message) { note(message->agent_id); })) {}

void FloorWatch::note(const std::string& agent_id) {
  {
    const std::lock_guard lock(mutex_);
    if (agent_id.empty()) all_moved_ = true;
    if (!agent_id.empty()) moved_.insert(agent_id);
  }
  ready_();
}

void FloorWatch::take(const std::string& agent_id, std::vector<FloorRow>& rows) {
  const std::shared_ptr<const Seat> seat = sources_.seats.find(agent_id);
  const bool has_worked = seat != nullptr && is_on_floor(*seat);
  const std::string& team = sources_.teams.of(agent_id);
  // Who is in a team is on the floor from the start, so that being there tells nothing.
  if (!has_worked && team.empty()) return;
  if (scope_.shows && !scope_.shows(team)) return;
  FloorRow row;
  if (has_worked) row = floor_row(*seat);
  row.agent_id = agent_id;
  row.team = team;
  row.away = sources_.presence.away(row.agent_id);
  const auto [sent, is_new] = sent_.try_emplace(row.agent_id, row);
  if (!is_new && sent->second == row) return;
  sent->second = row;
  rows.push_back(std::move(row));
}

std::optional<FloorWatch::Rows> FloorWatch::next() {
  const std::lock_guard lock(mutex_);
  if (!all_moved_ && moved_.empty()) return std::nullopt;
  const absl::Time now = sources_.clock.now();
  // A clock that was set back does not stop the floor.
  if (scope_.pace > absl::ZeroDuration() && now >= given_ && now < given_ + scope_.pace) {
    if (scope_.call_at) scope_.call_at(given_ + scope_.pace);
    return std::nullopt;
  }
  Rows rows;
  const Moved moved = std::exchange(moved_, {});
  if (std::exchange(all_moved_, false)) {
    std::set<std::string> all;
    for (const std::shared_ptr<const Seat>& seat : sources_.seats.all()) all.insert(seat->desk.agent_id);
    for (std::string& member : sources_.teams.members()) all.insert(std::move(member));
    for (const std::string& agent_id : all) take(agent_id, rows.rows);
  } else {
    for (const std::string& agent_id : moved) take(agent_id, rows.rows);
  }
  rows.complete = std::exchange(complete_due_, false);
  if (rows.rows.empty() && !rows.complete) return std::nullopt;
  given_ = now;
  return rows;
}

}  // namespace aandacht::core
