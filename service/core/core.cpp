#include "service/core/core.h"

#include <spdlog/spdlog.h>

#include <map>
#include <optional>
#include <utility>

#include "absl/random/random.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace aandacht::core {
namespace {

// A wake-up that could not be written is tried again after this.
constexpr absl::Duration kTryAgain = absl::Seconds(1);

// The scheduler's key of the sweep over old questions; no agent can have this id.
constexpr const char* kSweep = "old questions";
constexpr const char* kStories = "stories";               // The same of stories that expire.
constexpr const char* kOwnSweep = "old own records";      // The same of what is kept about agents.
constexpr absl::Duration kFirstSweep = absl::Minutes(1);  // After the start.

constexpr const char* kEnergy = "energy of teams";
constexpr const char* kCounting = "older calls for reports";
constexpr const char* kPresence = "presence";
constexpr const char* kPrompts = "prompts that wait or expire";
constexpr const char* kAlerts = "alerts of calls";
constexpr const char* kOldAlerts = "old alerts";
constexpr const char* kWatchers = "watchers of calls";
constexpr const char* kFloor = "floor ";  // Before the number of a watch whose rows wait.

// Each scheduler has its thread.
bool toss() {
  thread_local absl::BitGen random;
  return absl::Bernoulli(random, 0.5);
}

int one_more_or_less() {
  thread_local absl::BitGen random;
  return absl::Uniform(random, -1, 2);
}

// When the last call left this desk; infinite while one is on it, and when it is not known.
absl::StatusOr<absl::Time> free_since(store::Reads& reads, const domain::Desk& desk) {
  if (!desk.calls.empty() || desk.ended_call_ids.empty()) return absl::InfinitePast();
  const absl::StatusOr<store::CallRecord> last = reads.call(desk.ended_call_ids.back());
  if (absl::IsNotFound(last.status())) return absl::InfinitePast();
  if (!last.ok()) return last.status();
  if (last->agent_id != desk.agent_id) return absl::InfinitePast();
  return last->freed == absl::InfinitePast() ? last->ended : last->freed;
}

absl::Time wake_time(const Seat& seat) {
  return seat.desk.wake == absl::InfiniteFuture() ? absl::InfiniteFuture() : seat.desk.wake + seat.skew;
}

}  // namespace

Core::Core(const CoreOptions& options, std::unique_ptr<Mind> mind, store::Store& store, bus::Bus& bus,
           const base::Clock& clock)
    : bus_(bus),
      clock_(clock),
      watch_backlog_(options.watch_backlog),
      floor_pace_(options.floor_pace),
      teams_(options.teams),
      mind_(std::move(mind)),
      team_energy_(teams_, seats_, *mind_, toss),
      scheduler_(clock, [this](const std::string& agent_id) { wake(agent_id); }),
      presence_(clock, [this](absl::Time at) { scheduler_.set(kPresence, at); }),
      writer_(
          store, bus, clock, *mind_, seats_,
          [this](const Seat& seat) {
            scheduler_.set(seat.desk.agent_id, wake_time(seat));
            loads_.note(seat, clock_.now());
          },
          options.writer),
      sweeper_(writer_, *mind_, clock, options.time_zone, options.questions,
               [this](absl::Time at) { scheduler_.set(kSweep, at); }),
      own_sweeper_(writer_, clock, options.time_zone, options.own,
                   [this](absl::Time at) { scheduler_.set(kOwnSweep, at); }),
      desks_(writer_, *mind_, seats_, loads_, clock, options.desks),
      records_(writer_, store),
      editing_(writer_, *mind_, store, clock, options.library),
      bookshelf_(editing_, *mind_),
      own_side_(writer_, store, seats_, *mind_, desks_, clock, options.time_zone),
      habits_(writer_, store, *mind_, desks_, clock, options.time_zone, options.teams),
      signs_(writer_, store, *mind_, clock, options.time_zone),
      why_checks_(writer_, store, *mind_, desks_, teams_, clock, options.time_zone, one_more_or_less),
      stories_(writer_, *mind_, store, clock, [this](absl::Time at) { scheduler_.set(kStories, at); }),
      reports_(
          writer_, store, *mind_, [this] { return editing_.translations(); }, teams_, clock, options.time_zone,
          [this](absl::Time at) { scheduler_.set(kCounting, at); }),
      exports_(writer_, store, teams_, clock),
      journeys_(writer_),
      call_watches_(writer_, store, bus, seats_, clock, ids_, [this](absl::Time at) { scheduler_.set(kWatchers, at); }),
      prompts_({writer_, *mind_, store, seats_, desks_, teams_, presence_, clock, options.time_zone,
                [this](absl::Time at) { scheduler_.set(kPrompts, at); }},
               options.prompts),
      alerts_({writer_, store, seats_, teams_, clock, options.time_zone,
               [this](absl::Time at) { scheduler_.set(kAlerts, at); },
               [this](absl::Time at) { scheduler_.set(kOldAlerts, at); }},
              options.alerts) {
  writer_.when_happened([this](std::vector<Happened> happened) { alerts_.happened(std::move(happened)); });
  writer_.when_prompts_moved([this](const std::set<std::string>& prompt_ids) { prompts_.moved(prompt_ids); });
  desks_.when_rewritten([this](const std::string& call_id) {
    call_watches_.rewrote(call_id);
    alerts_.rewrote(call_id);
  });
}

Core::~Core() { drain(); }

absl::StatusOr<std::unique_ptr<Core>> Core::open(const CoreOptions& options, domain::Library library,
                                                 store::Store& store, bus::Bus& bus, const base::Clock& clock) {
  absl::StatusOr<std::unique_ptr<Mind>> mind = Mind::create(std::move(library), options.time_zone);
  if (!mind.ok()) return mind.status();
  std::unique_ptr<Core> core(new Core(options, *std::move(mind), store, bus, clock));
  if (absl::Status status = core->load(store); !status.ok()) return status;
  return core;
}

absl::Status Core::load(store::Store& store) {
  std::vector<std::shared_ptr<const Seat>> seats;
  std::map<std::string, std::string> owners;
  const absl::Status status = store.read([&](store::Reads& reads) -> absl::Status {
    const absl::StatusOr<std::vector<std::string>> agents = reads.agents();
    if (!agents.ok()) return agents.status();
    for (const std::string& agent_id : *agents) {
      absl::StatusOr<std::optional<domain::Desk>> desk = reads.desk(agent_id);
      if (!desk.ok()) return desk.status();
      if (!*desk) continue;
      const absl::StatusOr<absl::Time> free = free_since(reads, **desk);
      if (!free.ok()) return free.status();
      for (const domain::Call& call : (*desk)->calls) {
        const absl::StatusOr<store::CallRecord> record = reads.call(call.id);
        if (!record.ok() && !absl::IsNotFound(record.status())) return record.status();
        if (record.ok()) owners[call.id] = record->agent_id;
      }
      seats.push_back(std::make_shared<const Seat>(seat_for(**std::move(desk), *free, clock_.now())));
    }
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  seats_.put(seats, owners);
  if (absl::Status loaded = mind_->knowledge()->questions->load(store); !loaded.ok()) return loaded;
  if (absl::Status loaded = editing_.load(); !loaded.ok()) return loaded;
  if (absl::Status loaded = stories_.load(); !loaded.ok()) return loaded;
  if (absl::Status loaded = prompts_.load(); !loaded.ok()) return loaded;
  if (absl::Status loaded = alerts_.load(); !loaded.ok()) return loaded;
  for (const std::shared_ptr<const Seat>& seat : seats_.all()) {
    scheduler_.set(seat->desk.agent_id, wake_time(*seat));
    loads_.note(*seat, clock_.now());
  }
  call_watches_.sweep();
  presence_.settle();
  scheduler_.set(kSweep, clock_.now() + kFirstSweep);
  scheduler_.set(kEnergy, TeamEnergy::next_look(clock_.now()));
  scheduler_.set(kCounting, clock_.now());
  scheduler_.set(kOwnSweep, clock_.now() + kFirstSweep);
  return absl::OkStatus();
}

void Core::look_at_teams() {
  team_energy_.look(clock_.now());
  why_checks_.look();
  scheduler_.set(kEnergy, TeamEnergy::next_look(clock_.now()));
}

void Core::wake(const std::string& agent_id) {
  if (agent_id == kSweep) return sweeper_.step();
  if (agent_id == kEnergy) return look_at_teams();
  if (agent_id == kOwnSweep) return own_sweeper_.step();
  if (agent_id == kAlerts) return alerts_.look();
  if (agent_id == kOldAlerts) return alerts_.sweep();
  if (agent_id == kStories) return stories_.sweep();
  if (agent_id == kCounting) return reports_.step();
  if (agent_id == kPrompts) return prompts_.wake();
  if (agent_id == kPresence) return presence_.settle();
  if (agent_id == kWatchers) return call_watches_.sweep();
  if (absl::StartsWith(agent_id, kFloor)) return call_floor(agent_id);
  const std::shared_ptr<const Seat> before = seats_.find(agent_id);
  desks_.wake(agent_id, [this, agent_id, before](const absl::StatusOr<Written>& woken) {
    if (!woken.ok() && !absl::IsUnavailable(woken.status()))
      spdlog::warn("desk of {} not woken: {}", agent_id, woken.status().ToString());
    if (!woken.ok()) return scheduler_.set(agent_id, clock_.now() + kTryAgain);
    // The timer runs on the steady clock and may ring before the wall clock gets there; then nothing was due yet.
    const std::shared_ptr<const Seat> seat = seats_.find(agent_id);
    // It may have got there since: what was left as it was is always set again.
    if (seat != nullptr && (seat == before || wake_time(*seat) > clock_.now()))
      scheduler_.set(agent_id, wake_time(*seat));
  });
}

std::unique_ptr<DeskWatch> Core::watch_desk(const std::string& agent_id, std::function<void()> ready) {
  return std::make_unique<DeskWatch>(bus_, seats_, clock_, agent_id, watch_backlog_, std::move(ready));
}

std::unique_ptr<FloorWatch> Core::watch_floor(std::function<void()> ready,
                                              std::function<bool(const std::string& team)> shows) {
  const auto call = std::make_shared<const std::function<void()>>(std::move(ready));
  FloorScope scope{std::move(shows), floor_pace_, {}};
  if (floor_pace_ > absl::ZeroDuration()) {
    const std::lock_guard lock(floors_mutex_);
    std::erase_if(floors_, [](const auto& floor) { return floor.second.expired(); });
    const std::string key = absl::StrCat(kFloor, ++floor_count_);
    floors_[key] = call;
    scope.call_at = [this, key](absl::Time at) { scheduler_.set(key, at); };
  }
  return std::make_unique<FloorWatch>(FloorSources{bus_, seats_, teams_, presence_, clock_}, std::move(scope),
                                      [call] { (*call)(); });
}

void Core::call_floor(const std::string& key) {
  std::shared_ptr<const std::function<void()>> ready;
  {
    const std::lock_guard lock(floors_mutex_);
    const auto floor = floors_.find(key);
    if (floor != floors_.end()) ready = floor->second.lock();
  }
  if (ready != nullptr) (*ready)();
}

void Core::drain() {
  scheduler_.stop();
  editing_.stop();
  writer_.drain();
  alerts_.stop();
}

}  // namespace aandacht::core
