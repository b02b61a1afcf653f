#include "service/core/batch.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/core/holds.h"
#include "service/core/prompt_marks.h"
#include "shared/domain/experience.h"
#include "shared/domain/story_card.h"

namespace aandacht::core {
namespace {

// More wake-ups than this at once are a mistake in the rules; the rest comes with the next event.
constexpr int kMostWakeUps = 64;

std::pair<std::string, domain::CallState> on_screen(const domain::Desk& desk) {
  const domain::Call* call = domain::current_call(desk);
  return call == nullptr ? std::pair(std::string(), domain::CallState::kEnded) : std::pair(call->id, call->state);
}

// What reports count of a call. What the words suggest is known when it is over.
store::CallCount count_of(const domain::Call& call, const std::string& agent_id, const std::string& team) {
  store::CallCount count{call.id, agent_id, team, call.queue, call.answered};
  count.scored = call.sentiment.turns;
  count.start = call.sentiment.start;
  count.end = call.sentiment.end;
  count.lowest = call.sentiment.lowest;
  count.promises = static_cast<int>(call.promises.size());
  count.dated_promises = static_cast<int>(
      std::count_if(call.promises.begin(), call.promises.end(), [](const domain::Promise& each) { return each.due; }));
  if (call.ended != absl::InfinitePast()) count.text = domain::read_experience(call);
  return count;
}

// What agents do for themselves, and what time alone brings after it, puts no desk on the floor.
bool is_seen_on_floor(const domain::Event& event) {
  return !std::holds_alternative<domain::OwnActed>(event.what) && !std::holds_alternative<domain::WokeUp>(event.what);
}

// The calls that show this customer otherwise than they are now.
std::vector<domain::Call> calls_behind(const domain::Desk& desk, const domain::Customer& customer) {
  std::vector<domain::Call> calls;
  for (const domain::Call& call : desk.calls) {
    const bool is_theirs = call.customer && call.customer->external_id == customer.external_id;
    if (is_theirs && *call.customer != customer) calls.push_back(call);
  }
  return calls;
}

// Says nothing of the call that its desk does not know.
domain::CallReported known_report(const domain::Call& call, const domain::Customer& customer) {
  domain::CallReported report;
  report.call_id = call.id;
  report.event = call.state == domain::CallState::kRinging ? domain::CallEvent::kRinging : domain::CallEvent::kAnswered;
  report.direction = call.direction;
  report.customer = customer;
  return report;
}

}  // namespace

Batch::Batch(store::Transaction& store, const Seats& committed, std::shared_ptr<const Knowledge> knowledge,
             absl::Time now)
    : store_(store), committed_(committed), knowledge_(std::move(knowledge)), now_(now) {}

absl::Status Batch::note(absl::Status status) {
  if (broken_.ok() && !status.ok()) broken_ = status;
  return status;
}

bool Batch::knows(const std::string& id) {
  const absl::StatusOr<bool> known = store_.knows_event(id);
  return note(known.status()).ok() && *known;
}

bool Batch::has_seat(const std::string& agent_id) const {
  return moved_.count(agent_id) > 0 || committed_.find(agent_id) != nullptr;
}

Seat& Batch::seat(const std::string& agent_id) {
  const auto known = seats_.find(agent_id);
  if (known != seats_.end()) return known->second;
  Seat& seat = seats_[agent_id];
  if (const std::shared_ptr<const Seat> committed = committed_.find(agent_id)) seat = *committed;
  seat.desk.agent_id = agent_id;
  return seat;
}

domain::Desk& Batch::edit_desk(const std::string& agent_id) {
  moved_.insert(agent_id);
  return seat(agent_id).desk;
}

const store::CallRecord* Batch::record(const std::string& call_id) {
  const auto known = records_.find(call_id);
  if (known != records_.end()) return known->second ? &*known->second : nullptr;
  absl::StatusOr<store::CallRecord> stored = store_.call(call_id);
  if (!stored.ok() && !absl::IsNotFound(stored.status())) note(stored.status()).IgnoreError();
  std::optional<store::CallRecord>& place = records_[call_id];
  if (stored.ok()) place = *std::move(stored);
  return place ? &*place : nullptr;
}

store::CallRecord& Batch::edit_record(const std::string& call_id) {
  changed_records_.insert(call_id);
  if (record(call_id) == nullptr) {
    records_[call_id].emplace();
    records_[call_id]->call_id = call_id;
  }
  return *records_[call_id];
}

absl::Time Batch::desk_time(const std::string& agent_id, std::optional<absl::Time> sender_time) {
  return sender_time ? *sender_time : now_ - seat(agent_id).skew;
}

absl::Status Batch::move(const std::string& agent_id, domain::Event event, const SenderTime& sent) {
  event.time = desk_time(agent_id, sent.occurred);
  Seat& seat = this->seat(agent_id);
  if (absl::Status status = wake_until(seat, event.time); !status.ok()) return status;
  if (absl::Status status = step(seat, event); !status.ok()) return status;
  if (!sent.occurred) return absl::OkStatus();
  // A late report does not set the desk's present back, but who tells how long it waited knows what time it is.
  const absl::Duration skew = now_ - *sent.occurred - sent.delay;
  if (seat.desk.time == *sent.occurred || (sent.delay > absl::ZeroDuration() && skew < seat.skew)) seat.skew = skew;
  return absl::OkStatus();
}

absl::Status Batch::wake(const std::string& agent_id) {
  Seat& seat = this->seat(agent_id);
  return wake_until(seat, now_ - seat.skew);
}

absl::Status Batch::wake_until(Seat& seat, absl::Time time) {
  for (int i = 0; i < kMostWakeUps && seat.desk.wake <= time; ++i) {
    const std::string id = absl::StrCat("wake-", seat.desk.agent_id, "-", seat.desk.version);
    const domain::Event event{id, seat.desk.wake, domain::WokeUp{}};
    domain::Outcome outcome = domain::apply(seat.desk, event, library(), event.time);
    if (outcome.changes.empty()) break;  // Not worth a line in the log, and waking again would change nothing either.
    if (absl::Status status = keep(seat, event, std::move(outcome)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status Batch::step(Seat& seat, const domain::Event& event) {
  return keep(seat, event, domain::apply(seat.desk, event, library(), event.time));
}

absl::Status Batch::keep(Seat& seat, const domain::Event& event, domain::Outcome outcome) {
  if (absl::Status status = note(store_.append_event(seat.desk.agent_id, event)); !status.ok()) return status;
  moved_.insert(seat.desk.agent_id);
  const domain::Desk before = std::exchange(seat.desk, std::move(outcome.desk));
  if (domain::AlertReplay::is_taken(event)) happened_.push_back({seat.desk.agent_id, event, seat.desk.version});
  remember_holds(before, seat.desk, event.time, seat.holds);
  const bool is_first = seat.since == absl::InfinitePast() && is_seen_on_floor(event);
  if (on_screen(before) != on_screen(seat.desk) || is_first) seat.since = now_;
  if (outcome.changes.empty()) return absl::OkStatus();
  if (absl::Status status = write_heavy_calls(before, seat.desk); !status.ok()) return status;
  for (const domain::Change& change : outcome.changes) {
    if (absl::Status status = write_change(seat, change, event); !status.ok()) return status;
  }
  if (absl::Status status = mark_prompts(*this, seat.desk.agent_id, outcome.changes); !status.ok()) return status;
  domain::DeskUpdate update{seat.desk.version, seat.desk.time, event.id, std::move(outcome.changes)};
  messages_.push_back(
      std::make_shared<const bus::Message>(bus::Message{seat.desk.agent_id, std::move(update), seat.desk}));
  return absl::OkStatus();
}

absl::Status Batch::write_change(const Seat& seat, const domain::Change& change, const domain::Event& event) {
  const std::string& agent_id = seat.desk.agent_id;
  if (const auto* changed = std::get_if<domain::CallChanged>(&change)) {
    upsert_record(agent_id, changed->call);
  } else if (const auto* gone = std::get_if<domain::CallGone>(&change)) {
    close_record(agent_id, gone->call_id, event.time);
  } else if (const auto* shown = std::get_if<domain::CardShown>(&change)) {
    return note(store_.append_card({domain::without_story(shown->card), std::nullopt, std::nullopt}, agent_id));
  } else if (const auto* held = std::get_if<domain::CardHeldBack>(&change)) {
    return note(store_.append_card({held->card, held->reason, std::nullopt}, agent_id));
  } else if (const auto* given = std::get_if<domain::ExperienceGiven>(&change)) {
    return write_guess(seat.desk, *given, event.time);
  }
  return absl::OkStatus();
}

absl::Status Batch::write_guess(const domain::Desk& desk, const domain::ExperienceGiven& given, absl::Time time) {
  const domain::Call* call = domain::find_call(desk, given.call_id);
  const bool ended = call != nullptr && call->ended != absl::InfinitePast();
  return note(
      store_.save_guess({given.call_id, desk.agent_id, ended ? call->ended : time, given.guess, given.suggested}));
}

// The counters forget a heavy call after some hours; the agent's own page counts those of a day.
absl::Status Batch::write_heavy_calls(const domain::Desk& before, const domain::Desk& after) {
  const std::vector<domain::WeighedCall>& known = before.fatigue.heavy;
  for (const domain::WeighedCall& heavy : after.fatigue.heavy) {
    const bool is_new = std::none_of(known.begin(), known.end(),
                                     [&](const domain::WeighedCall& each) { return each.ended == heavy.ended; });
    if (!is_new) continue;
    if (absl::Status status = note(store_.save_heavy_call(after.agent_id, heavy.ended)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

// A call that rings at several desks has one id; it belongs to the desk that answers it, until then to the first. Where
// it never rang it is not taken from another desk, unless it is claimed.
void Batch::upsert_record(const std::string& agent_id, const domain::Call& call) {
  const store::CallRecord* known = record(call.id);
  const bool was_taken = call.rang != absl::InfinitePast() && call.answered != absl::InfinitePast();
  const bool is_of_another =
      known != nullptr && known->agent_id != agent_id && (known->answered != absl::InfinitePast() || !was_taken);
  if (!is_of_another) write_record(agent_id, call);
}

void Batch::claim(const std::string& agent_id, const std::string& call_id) {
  const domain::Call* call = domain::find_call(seat(agent_id).desk, call_id);
  if (call == nullptr || call->answered == absl::InfinitePast()) return;
  const store::CallRecord* known = record(call_id);
  const bool is_settled = known != nullptr && (known->agent_id == agent_id || known->answered != absl::InfinitePast());
  if (!is_settled) write_record(agent_id, *call);
}

void Batch::write_record(const std::string& agent_id, const domain::Call& call) {
  store::CallRecord& record = edit_record(call.id);
  record.agent_id = agent_id;
  record.state = call.state;
  record.from = call.from;
  if (call.customer) record.customer_id = call.customer->external_id;
  record.queue = call.queue;
  record.rang = call.rang;
  record.answered = call.answered;
  record.ended = call.ended;
  record.sentiment = call.sentiment;
  counts_[call.id] = count_of(call, agent_id, committed_.team_of(agent_id));
}

void Batch::close_record(const std::string& agent_id, const std::string& call_id, absl::Time time) {
  const store::CallRecord* known = record(call_id);
  if (known == nullptr || known->agent_id != agent_id) return;
  store::CallRecord& record = edit_record(call_id);
  record.state = domain::CallState::kEnded;
  if (record.ended == absl::InfinitePast()) record.ended = time;
  if (record.answered != absl::InfinitePast()) record.freed = time;
}

const domain::Desk& Batch::present_desk(const Seat& committed) const {
  const auto moved = seats_.find(committed.desk.agent_id);
  return moved == seats_.end() ? committed.desk : moved->second.desk;
}

absl::Status Batch::recall_stories() {
  if (recalled_stories_.empty()) return absl::OkStatus();
  std::set<std::string> agents = moved_;
  for (const std::shared_ptr<const Seat>& committed : committed_.all()) {
    const std::optional<domain::Card>& card = present_desk(*committed).card;
    if (card && recalled_stories_.contains(card->source_id)) agents.insert(committed->desk.agent_id);
  }
  for (const std::string& agent_id : agents) {
    const domain::Desk& desk = seat(agent_id).desk;
    const bool shows = desk.card && desk.card->kind == domain::CardKind::kEmpathy;
    if (!shows || !recalled_stories_.contains(desk.card->source_id)) continue;
    const std::string id = absl::StrCat("wake-", agent_id, "-", desk.version, "-story");
    const domain::Event event{id, {}, domain::StoryWithdrawn{desk.card->source_id}};
    if (absl::Status status = move(agent_id, event, {}); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status Batch::show_customer(const domain::Customer& customer) {
  std::set<std::string> agents = moved_;
  for (const std::shared_ptr<const Seat>& committed : committed_.all()) {
    if (!calls_behind(present_desk(*committed), customer).empty()) agents.insert(committed->desk.agent_id);
  }
  for (const std::string& agent_id : agents) {
    if (calls_behind(seat(agent_id).desk, customer).empty()) continue;
    if (absl::Status status = wake(agent_id); !status.ok()) return status;  // A wrap-up may be over by now.
    const domain::Desk& desk = seat(agent_id).desk;
    for (const domain::Call& call : calls_behind(desk, customer)) {
      const std::string id = absl::StrCat("wake-", agent_id, "-", desk.version, "-customer");
      if (absl::Status status = move(agent_id, {id, {}, known_report(call, customer)}, {}); !status.ok()) {
        return status;
      }
    }
  }
  return absl::OkStatus();
}

absl::Status Batch::flush() {
  if (absl::Status status = recall_stories(); !status.ok()) return status;
  for (const std::string& agent_id : moved_) {
    if (absl::Status status = note(store_.save_desk(seats_[agent_id].desk)); !status.ok()) return status;
  }
  for (const std::string& call_id : changed_records_) {
    if (absl::Status status = note(store_.save_call(*records_[call_id])); !status.ok()) return status;
  }
  for (const auto& [call_id, count] : counts_) {
    if (absl::Status status = note(store_.save_call_count(count)); !status.ok()) return status;
  }
  return broken_;
}

std::map<std::string, std::string> Batch::owners() const {
  std::map<std::string, std::string> owners;
  for (const std::string& call_id : changed_records_) owners.emplace(call_id, records_.at(call_id)->agent_id);
  return owners;
}

std::vector<std::shared_ptr<const Seat>> Batch::take_seats() {
  std::vector<std::shared_ptr<const Seat>> seats;
  for (const std::string& agent_id : moved_) seats.push_back(std::make_shared<const Seat>(std::move(seats_[agent_id])));
  return seats;
}

}  // namespace aandacht::core
