// Counters of what calls ask of the agent.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "shared/domain/apply_own.h"

namespace aandacht::domain {
namespace {

constexpr absl::Duration kOccupancySpan = absl::Hours(1);
constexpr std::size_t kMostSpans = 64;
constexpr std::size_t kMostWeighed = 32;
constexpr std::size_t kMostAfterCallWork = 64;
constexpr absl::Duration kShortestReset = absl::Seconds(30);
// Mean of a customer's turns. One cross turn says nothing: of 44 annotated calls 41 have one at -0.6 or below; this or
// a negative end have 10.
constexpr double kNegativeThroughout = -0.3;

template <typename List, typename Item>
void push_bounded(List& list, Item item, std::size_t most) {
  list.push_back(std::move(item));
  if (list.size() > most) list.erase(list.begin(), list.begin() + static_cast<long>(list.size() - most));
}

/// Since when nothing was reported of it.
absl::Time last_report(const Call& call) { return std::max(call.answered, call.state_since); }

/// Does it keep the agent busy: talking, holding or wrapping up? An end that was never reported does not keep an agent
/// busy into the next shift.
bool is_handled(const Call& call, const FatigueRules& rules, absl::Time now) {
  return call.answered != absl::InfinitePast() && call.state != CallState::kEnded &&
         now - last_report(call) < rules.shift_gap;
}

std::vector<const Call*> handled_calls(const Desk& desk, const FatigueRules& rules, absl::Time now) {
  std::vector<const Call*> calls;
  for (const Call& call : desk.calls) {
    if (is_handled(call, rules, now)) calls.push_back(&call);
  }
  return calls;
}

bool has(const std::vector<const Call*>& calls, const std::string& id) {
  return std::any_of(calls.begin(), calls.end(), [&](const Call* call) { return call->id == id; });
}

/// When a call that was handled before stopped asking anything. A wrap-up ends at its own time, however late the desk
/// was woken.
absl::Time over_at(const Call& call, const DeskDraft& draft) {
  if (find_call(draft.desk(), call.id) != nullptr) return std::min(last_report(call), draft.now());
  return call.state == CallState::kWrapUp ? std::min(call.wrap_up_ends, draft.now()) : draft.now();
}

bool is_negative(const CallSentiment& said) {
  if (said.scores.empty()) return false;
  const double sum = std::accumulate(said.scores.begin(), said.scores.end(), 0.0);
  return said.feeling == Feeling::kNegative || sum / static_cast<double>(said.scores.size()) <= kNegativeThroughout;
}

/// What a call weighs; 0: it was not heavy. What the agent says counts for more than what the text says.
double weight_of(const Call& call, const FatigueRules& rules) {
  const bool by_text = is_negative(call.sentiment) || call.outcome.helpless == Verdict::kYes;
  const double weight = call.heavy ? rules.heavy_by_agent : by_text ? rules.heavy_by_text : 0;
  // What is no number would be read back by nobody.
  return std::isfinite(weight) ? weight : 0;
}

/// From hanging up to the end of the wrap-up, or to the next call that was answered within it.
std::optional<absl::Duration> after_call_work(const Call& call, absl::Time over,
                                              const std::vector<const Call*>& others) {
  if (call.ended == absl::InfinitePast()) return std::nullopt;
  for (const Call* other : others) {
    if (other->answered > call.ended) over = std::min(over, other->answered);
  }
  return std::max(absl::ZeroDuration(), over - call.ended);
}

void count_call(Fatigue& fatigue, const Call& call, absl::Time over, const FatigueRules& rules) {
  ++fatigue.calls_since_pause;
  ++fatigue.calls_in_shift;
  const double weight = weight_of(call, rules);
  fatigue.heavy_in_row = weight > 0 ? fatigue.heavy_in_row + 1 : 0;
  if (weight > 0) {
    ++fatigue.heavy_in_shift;
    push_bounded(fatigue.heavy, WeighedCall{over, weight}, kMostWeighed);
  }
  if (call.outcome.helpless == Verdict::kYes) push_bounded(fatigue.helpless, WeighedCall{over, 1}, kMostWeighed);
}

void begin_shift(Fatigue& fatigue, absl::Time at) {
  Fatigue next;
  next.shift_began = at;
  next.pause_ended = at;
  // The own median grows over shifts; the other two are the agent's settings.
  next.after_call_work = std::move(fatigue.after_call_work);
  next.sensitivity = fatigue.sensitivity;
  next.shared_until = fatigue.shared_until;
  fatigue = std::move(next);
}

void begin_work(Fatigue& fatigue, absl::Time at, const FatigueRules& rules) {
  const bool first = fatigue.shift_began == absl::InfinitePast();
  const absl::Duration gap = first ? absl::InfiniteDuration() : at - fatigue.free_since;
  if (gap >= rules.shift_gap) {
    begin_shift(fatigue, at);
  } else if (gap >= rules.real_pause) {
    fatigue.pause_ended = at;
    fatigue.calls_since_pause = 0;
    fatigue.heavy_in_row = 0;
  }
  fatigue.busy_since = at;
}

void end_work(Fatigue& fatigue, absl::Time at) {
  push_bounded(fatigue.busy, BusySpan{fatigue.busy_since, std::max(at, fatigue.busy_since)}, kMostSpans);
  std::erase_if(fatigue.busy, [&](const BusySpan& span) { return span.to < at - kOccupancySpan; });
  fatigue.free_since = std::max(at, fatigue.busy_since);
  fatigue.busy_since = absl::InfinitePast();
}

/// When a reset had lasted long enough to break a row of heavy calls; InfinitePast: it has not.
absl::Time broke_row(const Reset& reset, absl::Time now) {
  const bool began =
      reset.state == ResetState::kAccepted || reset.state == ResetState::kExtended || reset.state == ResetState::kDone;
  const absl::Time ended = std::min(reset.ends, now);
  // One that is to end now is ended by the desk after the counters were kept.
  const bool over = reset.state == ResetState::kDone || reset.ends <= now;
  return began && over && ended - reset.accepted >= kShortestReset ? ended : absl::InfinitePast();
}

void break_row(Fatigue& fatigue, const ResetBook& resets, absl::Time now) {
  if (fatigue.heavy_in_row == 0) return;
  absl::Time broken = resets.current ? broke_row(*resets.current, now) : absl::InfinitePast();
  for (const Reset& reset : resets.past) broken = std::max(broken, broke_row(reset, now));
  const bool after_last = fatigue.heavy.empty() || broken >= fatigue.heavy.back().ended;
  if (broken != absl::InfinitePast() && after_last) fatigue.heavy_in_row = 0;
}

void settle_elevated(Fatigue& fatigue, const FatigueRules& rules, absl::Time now) {
  const int total = fatigue_score(fatigue, rules, now).total;
  if (total >= rules.suggest_from) fatigue.elevated = true;
  if (total < rules.calm_below) fatigue.elevated = false;
}

}  // namespace

void note_fatigue(DeskDraft& draft) {
  const FatigueRules& rules = draft.library().fatigue;
  const std::vector<const Call*> before = handled_calls(draft.before(), rules, draft.before().time);
  const std::vector<const Call*> handled = handled_calls(draft.desk(), rules, draft.now());
  Fatigue& fatigue = draft.edit_fatigue();
  bool busy = fatigue.busy_since != absl::InfinitePast();
  absl::Time free_at = absl::InfinitePast();
  bool goes_on = false;
  for (const Call* call : before) {
    if (has(handled, call->id)) {
      goes_on = true;
      continue;
    }
    const absl::Time over = over_at(*call, draft);
    free_at = std::max(free_at, over);
    // What the agent asked to forget is not counted afterwards.
    if (!busy) continue;
    count_call(fatigue, *call, over, rules);
    if (const auto work = after_call_work(*call, over, handled)) {
      push_bounded(fatigue.after_call_work, *work, kMostAfterCallWork);
    }
  }
  if (busy && !goes_on) {
    end_work(fatigue, free_at == absl::InfinitePast() ? draft.now() : free_at);
    busy = false;
  }
  if (!busy && !handled.empty()) begin_work(fatigue, draft.now(), rules);
  break_row(fatigue, draft.desk().resets, draft.now());
  settle_elevated(fatigue, rules, draft.now());
}

void act(DeskDraft& draft, const SensitivitySet& set) {
  if (set.sensitivity >= 0.5 && set.sensitivity <= 1.5) draft.edit_fatigue().sensitivity = set.sensitivity;
}

void act(DeskDraft& draft, const EnergyShared& shared) {
  const absl::Duration span = std::clamp(shared.span, absl::ZeroDuration(), kLongestSharing);
  draft.edit_fatigue().shared_until = span > absl::ZeroDuration() ? draft.now() + span : absl::InfinitePast();
}

}  // namespace aandacht::domain
