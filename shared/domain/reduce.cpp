#include <algorithm>

#include "shared/domain/change.h"

namespace aandacht::domain {
namespace {

struct Reducer {
  Desk& desk;

  void operator()(const CallChanged& change) const {
    auto same = [&](const Call& c) { return c.id == change.call.id; };
    const auto found = std::find_if(desk.calls.begin(), desk.calls.end(), same);
    if (found == desk.calls.end()) {
      desk.calls.push_back(change.call);
    } else {
      *found = change.call;
    }
  }
  void operator()(const CallGone& change) const {
    std::erase_if(desk.calls, [&](const Call& c) { return c.id == change.call_id; });
  }
  void operator()(const CardShown& change) const { desk.card = change.card; }
  void operator()(const CardGone& change) const {
    if (desk.card && desk.card->id == change.card_id) desk.card.reset();
  }
  void operator()(const CardHeldBack&) const {}
  void operator()(const TurnTaken&) const {}
  void operator()(const PromptsChanged& change) const { desk.prompts = change.prompts; }
  void operator()(const CardAnswered&) const {}
  void operator()(const ExperienceGiven&) const {}
  void operator()(const FatigueChanged& change) const { desk.fatigue = change.fatigue; }
  void operator()(const ResetsChanged& change) const { desk.resets = change.resets; }
  void operator()(const HabitsChanged& change) const { desk.habits = change.habits; }
  void operator()(const WatchersChanged& change) const { desk.watchers = change.watchers; }
  void operator()(const BookkeepingChanged& change) const {
    desk.waiting = change.waiting;
    desk.ended_call_ids = change.ended_call_ids;
    desk.refusals = change.refusals;
    desk.shown_card_ids = change.shown_card_ids;
    desk.wake = change.wake;
    desk.card_count = change.card_count;
    desk.questions = change.questions;
    desk.stories = change.stories;
  }
};

}  // namespace

bool reduce(Desk& desk, const DeskUpdate& update) {
  if (update.version != desk.version + 1) return false;
  for (const Change& change : update.changes) std::visit(Reducer{desk}, change);
  order_calls(desk);
  desk.version = update.version;
  desk.time = update.time;
  return true;
}

}  // namespace aandacht::domain
