#include "service/core/own_side.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "service/core/checks.h"
#include "service/core/read_once.h"

namespace aandacht::core {
namespace {

constexpr int kWholeDay = 500;  // More calls than anybody has in a day.
constexpr int kEarlier = 200;
constexpr int kLooks = 50;
constexpr absl::Duration kSameLook = absl::Hours(1);
constexpr std::size_t kLongestLook = 300;

struct Day {
  absl::Time from;
  absl::Time before;

  [[nodiscard]] bool has(absl::Time time) const { return time >= from && time < before; }
};

Day span_of(absl::CivilDay day, absl::TimeZone zone) {
  return {absl::FromCivil(day, zone), absl::FromCivil(day + 1, zone)};
}

/// Until when a call kept the agent. One that is not over does until now, but one whose end was never reported not into
/// the next shift.
absl::Time over(const store::CallRecord& call, absl::Time now, absl::Duration longest) {
  if (call.freed != absl::InfinitePast()) return call.freed;
  const bool runs = call.state == domain::CallState::kInCall || call.state == domain::CallState::kOnHold ||
                    call.state == domain::CallState::kWrapUp;
  if (runs) return std::min(now, call.answered + longest);
  return call.ended;
}

/// Time of the day in calls; where two overlap it counts once. The calls are in the order in which they were answered.
absl::Duration handling_of(const std::vector<store::CallRecord>& calls, const Day& day, absl::Time now,
                           absl::Duration longest) {
  absl::Duration sum;
  absl::Time counted = day.from;
  for (const store::CallRecord& call : calls) {
    const absl::Time from = std::max(call.answered, counted);
    const absl::Time to = std::min(over(call, now, longest), day.before);
    if (to <= from) continue;
    sum += to - from;
    counted = to;
  }
  return sum;
}

void take_resets(const domain::ResetBook& book, const Day& day, std::vector<domain::Reset>& resets) {
  for (const domain::Reset& reset : book.past) {
    if (day.has(reset.requested)) resets.push_back(reset);
  }
  if (book.current && day.has(book.current->requested)) resets.push_back(*book.current);
}

domain::StoredKind resets_kept(const domain::ResetBook& book) {
  domain::StoredKind kept{"resets", static_cast<std::int64_t>(book.past.size()) + (book.current ? 1 : 0)};
  if (!book.past.empty()) {
    kept.since = book.past.front().requested;
  } else if (book.current) {
    kept.since = book.current->requested;
  }
  return kept;
}

domain::StoredKind habits_kept(const domain::HabitBook& book) {
  domain::StoredKind kept{"habits", static_cast<std::int64_t>(book.shelf.size()) + (book.current ? 1 : 0)};
  if (!book.shelf.empty()) {
    kept.since = book.shelf.front().since;
  } else if (book.current) {
    kept.since = book.current->since;
  }
  return kept;
}

/// `longest`: so long a call without an end is taken to last.
absl::Status read_calls(store::Reads& reads, const std::string& agent_id, const Day& day, absl::Time now,
                        absl::Duration longest, domain::MyDay& told) {
  // One that was answered before midnight takes time of this day too.
  const auto calls = reads.answered_calls(agent_id, day.from - longest, day.before);
  if (!calls.ok()) return calls.status();
  told.calls = static_cast<int>(
      std::count_if(calls->begin(), calls->end(), [&](const auto& call) { return day.has(call.answered); }));
  told.handling = handling_of(*calls, day, now, longest);
  return absl::OkStatus();
}

absl::Status read_records(store::Reads& reads, const std::string& agent_id, const Day& day, domain::MyDay& told) {
  const auto heavy = reads.heavy_calls(agent_id, day.from, day.before, kWholeDay, "");
  if (!heavy.ok()) return heavy.status();
  told.heavy_calls = static_cast<int>(heavy->rows.size());
  auto experiences = reads.experiences(agent_id, day.from, day.before, kWholeDay, "");
  if (!experiences.ok()) return experiences.status();
  told.experiences = std::move(experiences->rows);
  auto earlier = reads.experiences(agent_id, absl::InfinitePast(), day.from, kEarlier, "");
  if (!earlier.ok()) return earlier.status();
  told.earlier_experiences = std::move(earlier->rows);
  auto stored = reads.stored_kinds(agent_id);
  if (!stored.ok()) return stored.status();
  told.stored = *std::move(stored);
  auto looks = reads.looks(agent_id, kLooks, "");
  if (!looks.ok()) return looks.status();
  told.looks = std::move(looks->rows);
  return absl::OkStatus();
}

/// Rules that the agent refused, stories they were shown, questions that came since the shift began.
std::vector<domain::StoredKind> shift_kept(const domain::Desk& desk) {
  return {{"refusals", std::ssize(desk.refusals)},
          {"stories", std::ssize(desk.stories.shown_ids)},
          {"questions", std::ssize(desk.questions.calls), desk.questions.since}};
}

std::int64_t kept_on(const domain::Desk& desk) {
  std::int64_t count = resets_kept(desk.resets).count + habits_kept(desk.habits).count;
  for (const domain::StoredKind& kept : shift_kept(desk)) count += kept.count;
  return count;
}

/// The desk's own side and the records, in one transaction.
absl::StatusOr<std::int64_t> write_forgetting(Batch& batch, const std::string& request_id,
                                              const std::string& agent_id) {
  if (batch.knows(request_id)) return 0;
  std::int64_t gone = 0;
  absl::Status status;
  if (batch.has_seat(agent_id)) {
    gone = kept_on(batch.seat(agent_id).desk);
    status = batch.move(agent_id, {request_id, {}, domain::OwnActed{domain::OwnSideForgotten{}}}, {});
  } else {
    status = batch.note(batch.store().note_request(request_id, batch.now()));
  }
  if (!status.ok()) return status;
  const absl::StatusOr<std::int64_t> records = batch.store().forget_agent(agent_id);
  if (!batch.note(records.status()).ok()) return records.status();
  return gone + *records;
}

}  // namespace

// What is kept of somebody who is no longer listed stays theirs to read and to delete.
absl::Status OwnSide::admit(const std::string& agent_id) const {
  const absl::Status status = desks_.admit(agent_id);
  return absl::IsNotFound(status) && seats_.find(agent_id) != nullptr ? absl::OkStatus() : status;
}

absl::StatusOr<domain::MyDay> OwnSide::day(const std::string& agent_id, std::optional<absl::CivilDay> day) const {
  if (absl::Status status = admit(agent_id); !status.ok()) return status;
  const std::shared_ptr<const Seat> seat = seats_.find(agent_id);
  // A desk lives in the time of its events: there today is the day of those.
  const absl::Time now = clock_.now() - (seat ? seat->skew : absl::ZeroDuration());
  domain::MyDay told;
  told.day = day.value_or(absl::ToCivilDay(now, time_zone_));
  const Day span = span_of(told.day, time_zone_);
  const absl::Duration longest = mind_.knowledge()->library.fatigue.shift_gap;
  const absl::Status status = store_.read([&](store::Reads& reads) {
    const absl::Status counted = read_calls(reads, agent_id, span, now, longest, told);
    return counted.ok() ? read_records(reads, agent_id, span, told) : counted;
  });
  if (!status.ok()) return status;
  if (seat == nullptr) return told;
  take_resets(seat->desk.resets, span, told.resets);
  told.stored.push_back(resets_kept(seat->desk.resets));
  told.stored.push_back(habits_kept(seat->desk.habits));
  for (domain::StoredKind& kept : shift_kept(seat->desk)) told.stored.push_back(std::move(kept));
  return told;
}

absl::StatusOr<OwnExport> OwnSide::export_all(const std::string& agent_id) const {
  if (absl::Status status = admit(agent_id); !status.ok()) return status;
  return OwnExport(store_, seats_, agent_id, clock_.now());
}

void OwnSide::forget(const std::string& request_id, const std::string& agent_id, Done<std::int64_t> done) {
  const absl::Status status = first_failure(check_event_id("request_id", request_id), admit(agent_id));
  if (!status.ok()) return done(status);
  writer_.write<std::int64_t>(
      [request_id, agent_id](Batch& batch) { return write_forgetting(batch, request_id, agent_id); }, std::move(done));
}

void OwnSide::note_look(const NoteLook& look, Done<bool> done) {
  if (look.agent_id.empty()) return done(true);
  writer_.write<bool>(
      [look](Batch& batch) -> absl::StatusOr<bool> {
        const domain::Look seen{batch.now(), presentable(look.who, kLongestLook), presentable(look.what, kLongestLook),
                                presentable(look.reason, kLongestLook)};
        const absl::Status written = batch.note(batch.store().append_look(look.agent_id, seen, kSameLook));
        if (!written.ok()) return written;
        return true;
      },
      std::move(done));
}

}  // namespace aandacht::core
