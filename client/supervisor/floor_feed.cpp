#include "client/supervisor/floor_feed.h"

#include <algorithm>
#include <utility>

#include "client/app/connection_view.h"

namespace aandacht::supervisor {
namespace {

model::FloorDesk desk_of(const net::FloorRow& row) {
  return {row.agent_id,         row.state,   row.since,       row.customer_name,   row.phase,
          row.sentiment_scores, row.feeling, row.cards_shown, row.prompts_waiting, row.card,
          row.call_id,          row.team,    row.away,        row.watchers};
}

}  // namespace

FloorFeed::FloorFeed(std::shared_ptr<grpc::Channel> channel, const base::Clock& clock, Post post, Tell tell)
    : clock_(clock), channel_(std::move(channel)) {
  const auto hand_over = [post = std::move(post), alive = alive_](std::function<void()> work) {
    post([work = std::move(work), alive] {
      if (*alive) work();
    });
  };
  net::FloorHandlers handlers;
  handlers.on_update = [this, hand_over](net::FloorUpdate update) {
    hand_over([this, update = std::move(update)] { take(update); });
  };
  handlers.on_connection = [this, hand_over, tell = std::move(tell)](net::ConnectionState state,
                                                                     const std::string& said) {
    hand_over([this, tell, state, said] {
      connection_.state = app::shown_to_supervisor(state);
      if (tell) tell(connection_.state, said);
    });
  };
  watch_ = std::make_unique<net::FloorWatch>(channel_, std::move(handlers));
}

FloorFeed::~FloorFeed() {
  *alive_ = false;
  watch_.reset();
}

void FloorFeed::take(const net::FloorUpdate& update) {
  if (update.complete) desks_.clear();
  for (const net::FloorRow& row : update.rows) {
    const auto place = std::lower_bound(desks_.begin(), desks_.end(), row.agent_id,
                                        [](const auto& desk, const auto& id) { return desk.agent_id < id; });
    if (place != desks_.end() && place->agent_id == row.agent_id) {
      *place = desk_of(row);
    } else {
      desks_.insert(place, desk_of(row));
    }
  }
  told_ = update.time;
  told_at_ = clock_.steady();
}

absl::Time FloorFeed::now() const {
  return told_ == absl::InfinitePast() ? clock_.now() : told_ + (clock_.steady() - told_at_);
}

}  // namespace aandacht::supervisor
