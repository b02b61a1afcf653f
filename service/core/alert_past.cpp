#include "service/core/alert_past.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace aandacht::core {
namespace {

constexpr int kPiece = 1000;
constexpr int kLastTurns = 8;                         // Of a call that is taken as it stands.
constexpr absl::Duration kBefore = absl::Minutes(1);  // The log's times rise only roughly.

bool runs(const domain::Call& call) { return call.ended == absl::InfinitePast(); }

std::string call_of(const domain::Event& event) {
  if (const auto* reported = std::get_if<domain::CallReported>(&event.what)) return reported->call_id;
  if (const auto* said = std::get_if<domain::UtteranceSaid>(&event.what)) return said->call_id;
  if (const auto* finished = std::get_if<domain::WrapUpFinished>(&event.what)) return finished->call_id;
  return "";
}

absl::Time earlier_known(absl::Time rang, absl::Time answered) {
  return rang == absl::InfinitePast() ? answered : rang;
}

// When the first of these calls began, in the desk's time; InfinitePast: that is not known of one of them.
absl::StatusOr<absl::Time> first_began(store::Reads& reads, const domain::Desk& desk,
                                       const std::set<std::string>& call_ids) {
  absl::Time first = absl::InfiniteFuture();
  for (const domain::Call& call : desk.calls) first = std::min(first, earlier_known(call.rang, call.answered));
  for (const std::string& call_id : call_ids) {
    const absl::StatusOr<store::CallRecord> record = reads.call(call_id);
    if (absl::IsNotFound(record.status())) return absl::InfinitePast();
    if (!record.ok()) return record.status();
    first = std::min(first, earlier_known(record->rang, record->answered));
  }
  return first;
}

// The last words of each running call and the call as it is, in order.
absl::StatusOr<std::vector<domain::CallMoment>> last_moments(store::Reads& reads, const Seat& seat) {
  std::vector<domain::CallMoment> moments;
  for (const domain::Call& call : seat.desk.calls) {
    if (!runs(call)) continue;
    domain::CallMoment moment = domain::moment_of(seat.desk, call);
    moment.skew = seat.skew;
    std::vector<domain::CallMoment> of_call = {moment};
    const auto turns = reads.last_turns(call.id, kLastTurns);
    if (!turns.ok()) return turns.status();
    for (const store::TurnRecord& turn : *turns) {  // Newest first.
      const bool scored = turn.speaker == domain::Speaker::kCustomer && turn.sentiment.has_value();
      domain::CallMoment then = moment;
      then.time = turn.said;
      then.turn = {turn.utterance_id, turn.speaker, turn.text, scored};
      of_call.push_back(then);
      if (scored && !moment.scores.empty()) moment.scores.pop_back();
    }
    moments.insert(moments.end(), of_call.rbegin(), of_call.rend());
  }
  return moments;
}

domain::AlertReplay::Judged since(absl::Time from, domain::AlertReplay::Judged judged) {
  std::erase_if(judged.found, [&](const domain::AlertFinding& each) { return each.time < from; });
  std::erase_if(judged.over, [&](const domain::AlertReplay::CallOver& each) { return each.time < from; });
  return judged;
}

}  // namespace

bool AlertPast::has(const Happened& happened) const {
  const auto begun = begun_.find(happened.agent_id);
  if (begun != begun_.end() && happened.version <= begun->second) return true;
  return logged_.contains(happened.agent_id) && given_.contains(happened.event.id);
}

absl::StatusOr<AlertPast::Recent> AlertPast::read_recent(store::Reads& reads, absl::Time now) {
  Recent recent;
  const absl::StatusOr<store::LogSpan> log = reads.log_span(now);
  if (!log.ok()) return log.status();
  recent.log = {std::max<std::int64_t>(log->last - kRows, 0), log->last};
  std::vector<std::tuple<std::string, std::string, absl::Time>> seen;
  for (std::int64_t place = recent.log.after; place < recent.log.last;) {
    const absl::StatusOr<store::LogPage> page = reads.log(place, kPiece);
    if (!page.ok()) return page.status();
    for (const store::LoggedEvent& each : page->events) {
      if (each.place > recent.log.last || !domain::AlertReplay::is_taken(each.event)) continue;
      if (each.event.time > now) continue;  // It comes from the writer.
      given_.insert(each.event.id);
      recent.latest = std::max(recent.latest, each.event.time);
      seen.emplace_back(each.agent_id, call_of(each.event), each.event.time);
    }
    if (page->last == 0) break;
    place = page->last;
  }
  for (auto& [agent_id, call_id, time] : seen) {
    if (time >= recent.latest - kAgain) recent.calls[agent_id].insert(call_id);
  }
  return recent;
}

absl::StatusOr<absl::Time> AlertPast::choose_logged(store::Reads& reads, const Recent& recent) {
  const absl::Time earliest = recent.latest - kHistory;
  absl::Time from = recent.latest;
  for (const std::shared_ptr<const Seat>& seat : taken_) {
    const auto calls = recent.calls.find(seat->desk.agent_id);
    if (calls == recent.calls.end()) continue;
    const bool in_call = std::any_of(seat->desk.calls.begin(), seat->desk.calls.end(), runs);
    if (in_call && seat->skew != absl::ZeroDuration()) continue;  // It stands still until something happens.
    const absl::StatusOr<absl::Time> began = first_began(reads, seat->desk, calls->second);
    if (!began.ok()) return began.status();
    const bool is_known = *began != absl::InfinitePast();
    if (is_known && *began < earliest && in_call) continue;
    from = std::min(from, std::max(*began, earliest));
    logged_.insert(seat->desk.agent_id);
  }
  return from - kBefore;
}

absl::Status AlertPast::begin_others(store::Reads& reads, domain::AlertReplay& replay, const Tell& tell) {
  for (const std::shared_ptr<const Seat>& seat : taken_) {
    if (logged_.contains(seat->desk.agent_id)) continue;
    const auto moments = last_moments(reads, *seat);
    if (!moments.ok()) return moments.status();
    begun_[seat->desk.agent_id] = seat->desk.version;
    tell(replay.begin(seat->desk, *moments));
  }
  return absl::OkStatus();
}

absl::Status AlertPast::give(domain::AlertReplay& replay, absl::Time now, const Tell& tell,
                             const std::function<bool()>& stopped) {
  logged_.clear();
  given_.clear();
  begun_.clear();
  taken_ = seats_.all();
  Recent recent;
  absl::Time from;
  std::int64_t place = 0;
  absl::Status status = store_.read([&](store::Reads& reads) -> absl::Status {
    auto read = read_recent(reads, now);
    if (!read.ok()) return read.status();
    recent = *std::move(read);
    const auto chosen = choose_logged(reads, recent);
    if (!chosen.ok()) return chosen.status();
    from = *chosen;
    const absl::StatusOr<store::LogSpan> log = reads.log_span(from);
    if (!log.ok()) return log.status();
    place = log->after;
    return begin_others(reads, replay, tell);
  });
  taken_.clear();
  absl::Time passed = absl::InfinitePast();
  while (status.ok() && !logged_.empty() && place < recent.log.last) {
    if (stopped()) return absl::CancelledError("the service is stopping");
    store::LogPage page;
    status = store_.read([&](store::Reads& reads) {  // A snapshot of its own, so that the writer is never held up.
      absl::StatusOr<store::LogPage> read = reads.log(place, kPiece);
      if (read.ok()) page = *std::move(read);
      return read.status();
    });
    if (!status.ok() || page.last == 0) break;
    for (const store::LoggedEvent& each : page.events) {
      if (each.place > recent.log.last || each.event.time < from || each.event.time > now) continue;
      if (!logged_.contains(each.agent_id)) continue;
      replay.take(each.agent_id, each.event);
      passed = std::max(passed, each.event.time);
      tell(since(recent.latest - kAgain, replay.pass(passed)));
    }
    place = page.last;
  }
  return status;
}

}  // namespace aandacht::core
