#include "shared/domain/alert_moment.h"

#include <algorithm>

#include "shared/domain/alert_check.h"
#include "shared/domain/journey.h"

namespace aandacht::domain {
namespace {

template <typename... Kinds>
bool is_any(const Change& change) {
  return (std::holds_alternative<Kinds>(change) || ...);
}

CallMoment& moment_for(const Desk& after, const std::string& call_id, absl::Time time,
                       std::vector<CallMoment>& moments) {
  const auto known = std::find_if(moments.begin(), moments.end(), [&](const auto& m) { return m.call_id == call_id; });
  if (known != moments.end()) return *known;
  if (const Call* call = find_call(after, call_id)) {
    moments.push_back(moment_of(after, *call));
  } else {
    moments.emplace_back();
    moments.back().agent_id = after.agent_id;
    moments.back().call_id = call_id;
  }
  moments.back().time = time;
  return moments.back();
}

}  // namespace

CallMoment moment_of(const Desk& desk, const Call& call) {
  CallMoment moment;
  moment.agent_id = desk.agent_id;
  moment.time = desk.time;
  moment.call_id = call.id;
  moment.state = call.state;
  moment.state_since = call.state_since;
  moment.rang = call.rang;
  moment.answered = call.answered;
  moment.language = call.language;
  const std::vector<double>& scores = call.sentiment.scores;
  const std::size_t kept = std::min(scores.size(), std::size_t{kMostAlertTurns});
  moment.scores.assign(scores.end() - static_cast<std::ptrdiff_t>(kept), scores.end());
  if (call.repeat_contact && call.customer) {
    moment.about = call.repeat_contact->about;
    moment.contact_days = repeated_contacts(*call.customer, call.rang == absl::InfinitePast() ? desk.time : call.rang);
  }
  return moment;
}

std::vector<CallMoment> moments_of(const Desk& after, const DeskUpdate& update) {
  std::vector<CallMoment> moments;
  for (const Change& change : update.changes) {
    if (const auto* changed = std::get_if<CallChanged>(&change)) {
      moment_for(after, changed->call.id, update.time, moments);
    } else if (const auto* gone = std::get_if<CallGone>(&change)) {
      moment_for(after, gone->call_id, update.time, moments);
    } else if (const auto* said = std::get_if<TurnTaken>(&change)) {
      const bool scored = said->speaker == Speaker::kCustomer && said->sentiment.has_value();
      moment_for(after, said->call_id, update.time, moments).turn = {said->utterance_id, said->speaker, said->text,
                                                                     scored};
    }
  }
  return moments;
}

bool has_moments(const DeskUpdate& update) {
  return std::any_of(update.changes.begin(), update.changes.end(), is_any<CallChanged, CallGone, TurnTaken>);
}

}  // namespace aandacht::domain
