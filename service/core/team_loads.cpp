#include "service/core/team_loads.h"

#include <algorithm>
#include <cmath>

namespace aandacht::core {
namespace {

constexpr int kFewestCalls = 5;
// Who takes no call for longer was not waiting for one.
constexpr absl::Duration kLongestGap = absl::Minutes(15);
constexpr absl::Duration kWindow = absl::Hours(1);

std::int64_t minute_number(absl::Time time) { return absl::ToUnixSeconds(time) / 60; }

}  // namespace

void HourOfCalls::move_on(absl::Time now) {
  const std::int64_t number = minute_number(now);
  if (number <= newest_) return;
  for (std::int64_t next = std::max(newest_ + 1, number - kMinutes + 1); next <= number; ++next) {
    Minute& old = minutes_[static_cast<std::size_t>(next % kMinutes)];
    sum_.calls -= old.calls;
    sum_.gaps -= old.gaps;
    sum_.agents -= old.agents;
    sum_.busy -= old.busy;
    sum_.busy_known -= old.busy_known;
    sum_.gap -= old.gap;
    old = {};
    old.number = next;
  }
  newest_ = number;
}

void HourOfCalls::set_clock(absl::Time now) {
  if (minute_number(now) < newest_ - kMinutes) *this = {};
}

HourOfCalls::Minute* HourOfCalls::at(absl::Time time) {
  move_on(time);
  Minute& found = minutes_[static_cast<std::size_t>(minute_number(time) % kMinutes)];
  return found.number == minute_number(time) ? &found : nullptr;
}

void HourOfCalls::add(absl::Time now, absl::Duration busy, int calls, std::optional<absl::Duration> gap) {
  Minute* ended = at(now);
  if (ended == nullptr) return;
  for (Minute* each : {ended, &sum_}) {
    each->calls += calls;
    each->busy += busy;
    if (!gap) continue;
    ++each->gaps;
    each->busy_known += busy;
    each->gap += *gap;
  }
}

void HourOfCalls::count_agent(absl::Time now, absl::Time before) {
  Minute* ended = at(now);
  if (ended == nullptr) return;
  ++ended->agents;
  ++sum_.agents;
  // One that lies ahead was counted before the clock was set back.
  Minute* old = before == absl::InfinitePast() || before > now ? nullptr : at(before);
  if (old == nullptr) return;
  --old->agents;
  --sum_.agents;
}

std::optional<domain::TeamLoad> HourOfCalls::load(absl::Time now) {
  set_clock(now);
  move_on(now);
  const absl::Duration all = sum_.busy_known + sum_.gap;
  if (sum_.calls < kFewestCalls || sum_.gaps < kFewestCalls || all <= absl::ZeroDuration()) return std::nullopt;
  // Told as exactly as it is known.
  const double occupancy = std::round(absl::FDivDuration(sum_.busy_known, all) * 1000) / 1000;
  return domain::TeamLoad{absl::Floor(sum_.busy / sum_.calls + absl::Milliseconds(500), absl::Seconds(1)), occupancy,
                          sum_.agents};
}

void TeamLoads::note(const Seat& seat, absl::Time now) {
  const domain::Fatigue& counted = seat.desk.fatigue;
  const std::lock_guard lock(mutex_);
  Seen& seen = seen_[seat.desk.agent_id];
  // A replayed day lies before the one that was seen last.
  if (seat.desk.time < seen.latest) seen.latest = absl::InfinitePast();
  auto fresh = counted.busy.end();
  while (fresh != counted.busy.begin() && std::prev(fresh)->to > seen.latest) --fresh;
  const int stretches = static_cast<int>(counted.busy.end() - fresh);
  if (stretches == 0) return;
  const bool first = seen.latest == absl::InfinitePast();
  const bool whole_shift = counted.busy.front().from == counted.shift_began;
  const int before_these = first ? 0 : seen.calls_in_shift;
  const int calls = first && !whole_shift ? stretches : counted.calls_in_shift - before_these;
  seen.calls_in_shift = counted.calls_in_shift;
  for (auto span = fresh; span != counted.busy.end(); ++span) {
    const absl::Time ended = std::min(span->to + seat.skew, now);
    const absl::Time before = span == counted.busy.begin() ? seen.latest : std::max(seen.latest, std::prev(span)->to);
    seen.latest = span->to;
    if (ended <= now - kWindow) continue;
    const absl::Duration gap = span->from - before;
    const bool waited = before != absl::InfinitePast() && gap >= absl::ZeroDuration() && gap <= kLongestGap;
    HourOfCalls& hour = hours_[teams_.of(seat.desk.agent_id)];
    hour.set_clock(now);
    // Several calls may follow one another in one stretch; they are counted with the last.
    const bool last = std::next(span) == counted.busy.end();
    hour.add(ended, span->to - span->from, last ? std::max(1, calls - stretches + 1) : 1,
             waited ? std::optional(gap) : std::nullopt);
    hour.count_agent(ended, seen.counted);
    seen.counted = ended;
  }
}

std::optional<domain::TeamLoad> TeamLoads::of_team_of(const std::string& agent_id, absl::Time now) {
  const std::lock_guard lock(mutex_);
  const auto hour = hours_.find(teams_.of(agent_id));
  return hour == hours_.end() ? std::nullopt : hour->second.load(now);
}

}  // namespace aandacht::core
