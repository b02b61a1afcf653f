// Everything the service does, without the network.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/bus/bus.h"
#include "service/core/alerts.h"
#include "service/core/bookshelf.h"
#include "service/core/call_watch.h"
#include "service/core/desk_watch.h"
#include "service/core/desks.h"
#include "service/core/editing.h"
#include "service/core/exports.h"
#include "service/core/floor.h"
#include "service/core/habits.h"
#include "service/core/journeys.h"
#include "service/core/mind.h"
#include "service/core/own_retention.h"
#include "service/core/own_side.h"
#include "service/core/presence.h"
#include "service/core/prompts.h"
#include "service/core/question_retention.h"
#include "service/core/quiet_hours.h"
#include "service/core/records.h"
#include "service/core/reports.h"
#include "service/core/scheduler.h"
#include "service/core/seats.h"
#include "service/core/signs.h"
#include "service/core/stories.h"
#include "service/core/team_energy.h"
#include "service/core/team_loads.h"
#include "service/core/teams.h"
#include "service/core/why_checks.h"
#include "service/core/writer.h"
#include "service/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/ids.h"

namespace aandacht::core {

struct CoreOptions {
  DeskRules desks;
  WriterLimits writer;
  std::size_t watch_backlog = 256;                   ///< Versions kept for a slow watcher.
  absl::Duration floor_pace = absl::ZeroDuration();  ///< As FloorScope's.
  absl::TimeZone time_zone = absl::UTCTimeZone();
  QuestionRetention questions;
  OwnRetention own;
  Teams teams;
  LibraryRules library;
  PromptRules prompts;
  AlertOptions alerts;
};

/// Opens on what the store remembers: desks, their wake-ups, whys that were put. `store`, `bus` and `clock` must
/// outlive it.
class Core {
 public:
  /// \param library  the shipped content; whys that were put by request come over it.
  /// INVALID_ARGUMENT: content that cannot be compiled. Otherwise the store's failures.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Core>> open(const CoreOptions& options, domain::Library library,
                                                                  store::Store& store, bus::Bus& bus,
                                                                  const base::Clock& clock);
  ~Core();

  [[nodiscard]] Desks& desks() { return desks_; }
  [[nodiscard]] Records& records() { return records_; }
  [[nodiscard]] Bookshelf& bookshelf() { return bookshelf_; }
  [[nodiscard]] Editing& editing() { return editing_; }
  [[nodiscard]] Stories& stories() { return stories_; }
  [[nodiscard]] OwnSide& own_side() { return own_side_; }
  [[nodiscard]] Habits& habits() { return habits_; }
  [[nodiscard]] Signs& signs() { return signs_; }
  [[nodiscard]] WhyChecks& why_checks() { return why_checks_; }
  [[nodiscard]] Reports& reports() { return reports_; }
  [[nodiscard]] Exports& exports() { return exports_; }
  [[nodiscard]] Journeys& journeys() { return journeys_; }
  [[nodiscard]] const TeamEnergy& team_energy() const { return team_energy_; }
  [[nodiscard]] const Seats& seats() const { return seats_; }
  [[nodiscard]] const Teams& teams() const { return teams_; }
  [[nodiscard]] Presence& presence() { return presence_; }
  [[nodiscard]] Prompts& prompts() { return prompts_; }
  [[nodiscard]] Alerts& alerts() { return alerts_; }
  [[nodiscard]] CallWatches& call_watches() { return call_watches_; }
  [[nodiscard]] const base::Clock& clock() const { return clock_; }
  /// The library in force.
  [[nodiscard]] std::shared_ptr<const Knowledge> knowledge() const { return mind_->knowledge(); }
  /// What every desk's fatigue is counted with.
  [[nodiscard]] domain::FatigueRules fatigue_rules() const { return mind_->knowledge()->library.fatigue; }

  [[nodiscard]] std::unique_ptr<DeskWatch> watch_desk(const std::string& agent_id, std::function<void()> ready);
  /// \param shows  as FloorScope's.
  [[nodiscard]] std::unique_ptr<FloorWatch> watch_floor(std::function<void()> ready,
                                                        std::function<bool(const std::string& team)> shows = {});

  /// Looks at the clock again; for clocks that are moved by hand.
  void poke() { scheduler_.poke(); }

  /// From now on every command is answered UNAVAILABLE.
  void stop_taking() { writer_.stop_taking(); }

  /// Stops taking, and returns after what waits was committed and answered.
  void drain();

 private:
  Core(const CoreOptions& options, std::unique_ptr<Mind> mind, store::Store& store, bus::Bus& bus,
       const base::Clock& clock);

  absl::Status load(store::Store& store);
  void wake(const std::string& agent_id);
  void look_at_teams();
  void call_floor(const std::string& key);

  bus::Bus& bus_;
  const base::Clock& clock_;
  const std::size_t watch_backlog_;
  const absl::Duration floor_pace_;
  const Teams teams_;
  const std::unique_ptr<Mind> mind_;
  Seats seats_{&teams_};
  TeamLoads loads_{teams_};
  TeamEnergy team_energy_;
  std::mutex floors_mutex_;
  std::map<std::string, std::weak_ptr<const std::function<void()>>> floors_;  // By their keys at the scheduler.
  std::int64_t floor_count_ = 0;                                              // Ever; guarded like floors_.
  base::RandomIds ids_;
  Scheduler scheduler_;
  Presence presence_;
  Writer writer_;
  QuestionSweeper sweeper_;
  OwnSweeper own_sweeper_;
  Desks desks_;
  Records records_;
  Editing editing_;
  Bookshelf bookshelf_;
  OwnSide own_side_;
  Habits habits_;
  Signs signs_;
  WhyChecks why_checks_;
  Stories stories_;
  Reports reports_;
  Exports exports_;
  Journeys journeys_;
  CallWatches call_watches_;
  Prompts prompts_;
  Alerts alerts_;
};

}  // namespace aandacht::core
