#include "service/core/call_watch.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/core/checks.h"
#include "shared/base/utf8.h"
#include "shared/domain/cards.h"

namespace aandacht::core {
namespace {

constexpr std::size_t kMostWatchers = 16;
constexpr std::size_t kLongestCallId = 256;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kShortestReason = 3;
constexpr std::size_t kLongestReason = 200;
constexpr int kPage = 500;
constexpr absl::Duration kTryAgain = absl::Seconds(1);

/// As the agent reads them.
absl::Status check_words(const WatchCall& request) {
  if (base::count_code_points(request.reason) < kShortestReason) {
    return absl::InvalidArgumentError(absl::StrCat("reason must be ", kShortestReason, " to ", kLongestReason,
                                                   " characters; the agent reads it on their screen"));
  }
  return first_failure(check_text("reason", request.reason, kLongestReason, true),
                       check_text("watcher", request.name, kLongestName, true));
}

/// `named`: the agent, as the request named them; empty: by the call alone.
absl::Status no_such_call(const std::string& named) {
  return absl::NotFoundError(
      named.empty() ? "no desk has this call now; look at the floor again"
                    : absl::StrCat("there is no such call at the desk of ", named, " now; look at the floor again"));
}

const domain::Call* call_of(const domain::Desk& desk, const std::string& call_id) {
  return call_id.empty() ? domain::current_call(desk) : domain::find_call(desk, call_id);
}

// All watchers of the desk as one value. The desk's version makes the id unique.
absl::Status put_watchers(Batch& batch, const std::string& agent_id, std::vector<domain::Watcher> watchers) {
  const std::string id = absl::StrCat("wake-", agent_id, "-", batch.seat(agent_id).desk.version, "-watch");
  return batch.move(agent_id, {id, {}, domain::Watched{std::move(watchers)}}, {});
}

// The look and the watcher in one transaction. The result is the call's id.
absl::StatusOr<std::string> write_watcher(Batch& batch, const WatchCall& request, const std::string& watcher_id) {
  const domain::Call* call =
      batch.has_seat(request.agent_id) ? call_of(batch.seat(request.agent_id).desk, request.call_id) : nullptr;
  if (call == nullptr) {
    return no_such_call(request.agent_id);
  }
  std::vector<domain::Watcher> watchers = batch.seat(request.agent_id).desk.watchers;
  if (watchers.size() >= kMostWatchers) {
    return absl::ResourceExhaustedError(absl::StrCat(kMostWatchers, " watch this desk already; try again later"));
  }
  const std::string call_id = call->id;
  watchers.push_back({watcher_id, request.name, request.reason, call_id, batch.desk_time(request.agent_id, {})});
  const domain::Look look{batch.now(), request.who, absl::StrCat("watch ", call_id), request.reason};
  // Each look counts: the same person may give another reason.
  absl::Status status = batch.note(batch.store().append_look(request.agent_id, look, absl::ZeroDuration()));
  if (status.ok()) status = put_watchers(batch, request.agent_id, std::move(watchers));
  if (!status.ok()) return status;
  return call_id;
}

// Those of `keep` stay.
template <typename Keep>
absl::StatusOr<bool> write_without(Batch& batch, const std::string& agent_id, Keep keep) {
  if (!batch.has_seat(agent_id)) return false;
  std::vector<domain::Watcher> watchers = batch.seat(agent_id).desk.watchers;
  if (std::erase_if(watchers, [&](const domain::Watcher& each) { return !keep(each.id); }) == 0) return false;
  if (absl::Status status = put_watchers(batch, agent_id, std::move(watchers)); !status.ok()) return status;
  return true;
}

struct IsAbout {
  const std::string& call_id;

  bool operator()(const domain::CallChanged& change) const { return change.call.id == call_id; }
  bool operator()(const domain::CallGone& change) const { return change.call_id == call_id; }
  bool operator()(const domain::TurnTaken& change) const { return change.call_id == call_id; }
  bool operator()(const domain::CardShown& change) const { return change.card.call_id == call_id; }
  bool operator()(const domain::WatchersChanged&) const { return true; }
  template <typename Other>
  bool operator()(const Other&) const {
    return false;
  }
};

WatchedCall watched(const Seat& seat, const domain::Call& call) {
  WatchedCall told;
  told.call_id = call.id;
  told.agent_id = seat.desk.agent_id;
  told.state = call.state;
  if (call.state_since != absl::InfinitePast()) told.since = call.state_since + seat.skew;
  if (call.customer) told.customer_name = call.customer->name;
  told.phase = call.phase;
  told.scores = call.sentiment.scores;
  if (call.sentiment.turns > 0) told.feeling = call.sentiment.feeling;
  for (const domain::Watcher& watcher : seat.desk.watchers) {
    if (watcher.call_id == call.id) told.watchers.push_back(watcher.name);
  }
  return told;
}

absl::StatusOr<std::vector<store::TurnRecord>> all_turns(store::Reads& reads, const std::string& call_id) {
  std::vector<store::TurnRecord> turns;
  std::string token;
  do {
    absl::StatusOr<store::Page<store::TurnRecord>> page = reads.turns(call_id, kPage, token);
    if (!page.ok()) return page.status();
    std::move(page->rows.begin(), page->rows.end(), std::back_inserter(turns));
    token = page->next;
  } while (!token.empty());
  return turns;
}

// A prompt that waited for a reset comes when the next call begins, so that what is there from then, or came in a
// wrap-up, is not told; as of mark_prompts(). Of a call that rang at several desks, only the cards of its own.
bool is_told(const store::CardRecord& record, const store::CallRecord& call) {
  const domain::Card& card = record.card;
  const bool is_of_its_desk = card.id.substr(0, card.id.rfind('/')) == call.agent_id;
  if (record.held_back || !is_of_its_desk) return false;
  if (card.kind != domain::CardKind::kPrompt || domain::is_urgent_prompt(card)) return true;
  const bool was_answered = call.answered != absl::InfinitePast() && card.shown > call.answered;
  return was_answered && (call.ended == absl::InfinitePast() || card.shown < call.ended);
}

}  // namespace

struct CallWatch::State {
  State(std::string the_agent, std::string the_watcher, std::function<void()> the_ready)
      : agent_id(std::move(the_agent)), watcher_id(std::move(the_watcher)), ready(std::move(the_ready)) {}

  const std::string agent_id;
  const std::string watcher_id;
  const std::function<void()> ready;
  mutable std::mutex mutex;  // Guards what follows.
  std::string call_id;       // Empty until the watcher is on the desk.
  bool due = false;          // Something may be new.
  std::optional<absl::Status> end;
  std::optional<WatchedCall> call;           // As told last.
  std::map<std::string, std::string> turns;  // Texts as told last, by id.
  std::map<std::string, std::string> cards;  // Likewise.

  void began(const absl::StatusOr<std::string>& found) {
    {
      const std::lock_guard lock(mutex);
      if (found.ok()) call_id = *found;
      if (!found.ok()) end = found.status();
      due = found.ok();
    }
    ready();
  }

  void note() {
    {
      const std::lock_guard lock(mutex);
      if (call_id.empty()) return;
      due = true;
    }
    ready();
  }

  void take(const bus::Message& message) {
    const std::vector<domain::Change>& changes = message.update.changes;
    std::string followed;
    {
      const std::lock_guard lock(mutex);
      followed = call_id;
    }
    const auto is_about = [&](const domain::Change& change) { return std::visit(IsAbout{followed}, change); };
    if (std::any_of(changes.begin(), changes.end(), is_about)) note();
  }

  // What of the store was not told yet; nothing as long as the call is another desk's. The mutex is held.
  absl::Status read(store::Store& store, absl::Duration skew, CallNews& news) {
    return store.read([&](store::Reads& reads) -> absl::Status {
      const absl::StatusOr<store::CallRecord> call_record = reads.call(call_id);
      if (!call_record.ok()) return absl::IsNotFound(call_record.status()) ? absl::OkStatus() : call_record.status();
      if (call_record->agent_id != agent_id) return absl::OkStatus();
      absl::StatusOr<std::vector<store::TurnRecord>> stored = all_turns(reads, call_id);
      if (!stored.ok()) return stored.status();
      for (store::TurnRecord& turn : *stored) {
        std::string& told = turns[turn.utterance_id];
        if (told == turn.text) continue;
        told = turn.text;
        turn.said += skew;
        news.turns.push_back(std::move(turn));
      }
      const absl::StatusOr<std::vector<store::CardRecord>> shown = reads.cards(call_id);
      if (!shown.ok()) return shown.status();
      for (const store::CardRecord& record : *shown) {
        if (!is_told(record, *call_record)) continue;
        std::string& told = cards[record.card.id];
        if (told == record.card.line) continue;
        told = record.card.line;
        news.cards.push_back({record.card.id, record.card.kind, record.card.line, record.card.shown + skew});
      }
      return absl::OkStatus();
    });
  }
};

CallWatch::CallWatch(CallWatches& watches, std::shared_ptr<State> state) : watches_(watches), state_(std::move(state)) {
  subscription_ =
      watches_.bus_.subscribe(state_->agent_id, [state = state_.get()](const auto& message) { state->take(*message); });
}

CallWatch::~CallWatch() {
  subscription_.reset();
  watches_.leave(*state_);
}

std::optional<CallNews> CallWatch::next() {
  State& state = *state_;
  const std::lock_guard lock(state.mutex);
  if (state.end || !std::exchange(state.due, false)) return std::nullopt;
  const std::shared_ptr<const Seat> seat = watches_.seats_.find(state.agent_id);
  const domain::Call* call = seat == nullptr ? nullptr : domain::find_call(seat->desk, state.call_id);
  CallNews news;
  const absl::Duration skew = seat == nullptr ? absl::ZeroDuration() : seat->skew;
  if (absl::Status status = state.read(watches_.store_, skew, news); !status.ok()) {
    state.end = status;
    return std::nullopt;
  }
  if (call == nullptr) {
    news.call = state.call.value_or(WatchedCall{state.call_id, state.agent_id});
    news.call.state = domain::CallState::kEnded;
    news.call.watchers.clear();
    news.over = true;
    state.end = absl::OkStatus();
    return news;
  }
  news.call = watched(*seat, *call);
  if (state.call == news.call && news.turns.empty() && news.cards.empty()) return std::nullopt;
  state.call = news.call;
  return news;
}

std::optional<absl::Status> CallWatch::end() const {
  const std::lock_guard lock(state_->mutex);
  return state_->end;
}

CallWatches::CallWatches(Writer& writer, store::Store& store, bus::Bus& bus, const Seats& seats,
                         const base::Clock& clock, base::Ids& ids, std::function<void(absl::Time)> sweep_at)
    : writer_(writer),
      store_(store),
      bus_(bus),
      seats_(seats),
      clock_(clock),
      ids_(ids),
      sweep_at_(std::move(sweep_at)) {}

std::unique_ptr<CallWatch> CallWatches::open(WatchCall request, std::function<void()> ready) {
  request.reason = std::string(absl::StripAsciiWhitespace(presentable(request.reason, request.reason.size())));
  request.name = std::string(absl::StripAsciiWhitespace(presentable(request.name, request.name.size())));
  const std::string named = request.agent_id;
  if (named.empty()) {
    const std::shared_ptr<const Seat> seat = seats_.find_by_call(request.call_id);
    if (seat != nullptr) request.agent_id = seat->desk.agent_id;
  }
  auto state = std::make_shared<CallWatch::State>(request.agent_id, ids_.next(), std::move(ready));
  std::unique_ptr<CallWatch> watch(new CallWatch(*this, state));
  if (absl::Status status = check(request, named); !status.ok()) {
    state->began(status);
    return watch;
  }
  {
    const std::lock_guard lock(mutex_);
    live_[state->watcher_id] = state;
  }
  begin(state, request);
  return watch;
}

// Whether a call is there comes before what is said of it: nobody learns by a bad reason that it is somewhere else.
absl::Status CallWatches::check(const WatchCall& request, const std::string& named) const {
  if (named.empty() && request.call_id.empty()) return absl::InvalidArgumentError("name an agent_id or a call_id");
  absl::Status status = named.empty() ? absl::OkStatus() : check_agent_id(named);
  if (status.ok() && !request.call_id.empty()) status = check_id("call_id", request.call_id, kLongestCallId);
  if (!status.ok()) return status;
  const std::shared_ptr<const Seat> seat = seats_.find(request.agent_id);
  const bool there = seat != nullptr && call_of(seat->desk, request.call_id) != nullptr;
  if (!there || (request.may_see && !request.may_see(request.agent_id))) return no_such_call(named);
  return check_words(request);
}

// A watch that goes before this is written leaves with a command that is written after it.
void CallWatches::begin(const std::shared_ptr<CallWatch::State>& state, const WatchCall& request) {
  writer_.write<std::string>(
      [request, id = state->watcher_id](Batch& batch) { return write_watcher(batch, request, id); },
      [weak = std::weak_ptr(state)](const absl::StatusOr<std::string>& call) {
        if (const std::shared_ptr<CallWatch::State> alive = weak.lock()) alive->began(call);
      });
}

void CallWatches::leave(const CallWatch::State& state) {
  {
    const std::lock_guard lock(mutex_);
    if (live_.erase(state.watcher_id) == 0) return;
  }
  clear(state.agent_id);
}

bool CallWatches::lives(const std::string& watcher_id) const {
  const std::lock_guard lock(mutex_);
  return live_.contains(watcher_id);
}

// What cannot be written while the service stops is done at its next start.
void CallWatches::clear(const std::string& agent_id) {
  writer_.write<bool>(
      [this, agent_id](Batch& batch) {
        return write_without(batch, agent_id, [this](const std::string& id) { return lives(id); });
      },
      [this](const absl::StatusOr<bool>& cleared) {
        if (!cleared.ok()) sweep_at_(clock_.now() + kTryAgain);
      });
}

void CallWatches::rewrote(const std::string& call_id) {
  std::vector<std::shared_ptr<CallWatch::State>> watching;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [id, weak] : live_) {
      if (std::shared_ptr<CallWatch::State> state = weak.lock()) watching.push_back(std::move(state));
    }
  }
  for (const std::shared_ptr<CallWatch::State>& state : watching) {
    bool is_this = false;
    {
      const std::lock_guard lock(state->mutex);
      is_this = state->call_id == call_id;
    }
    if (is_this) state->note();
  }
}

void CallWatches::sweep() {
  for (const std::shared_ptr<const Seat>& seat : seats_.all()) {
    const std::vector<domain::Watcher>& watchers = seat->desk.watchers;
    const bool left = std::any_of(watchers.begin(), watchers.end(), [&](const auto& each) { return !lives(each.id); });
    if (left) clear(seat->desk.agent_id);
  }
}

}  // namespace aandacht::core
