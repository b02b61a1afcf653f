// What the floor tells of what agents do for themselves: nothing, and not when either.
#include <atomic>
#include <map>
#include <mutex>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::CallEvent;
using domain::ResetAnswer;
using test::Awaited;
using test::CoreHouse;

namespace {

absl::Status act(CoreHouse& house, const std::string& id, domain::OwnAct what, const std::string& agent = "sanne") {
  Awaited<core::Written> answer;
  house.core().desks().record_act({id, agent, std::move(what), {house.clock().now(), {}}}, answer.callback());
  return answer.get().status();
}

core::PushPrompt prompt(const std::string& id, absl::Duration time_to_live = absl::Minutes(10)) {
  core::PushPrompt pushed{id, {"sanne"}, "Team lead", "Drink some water", "It is hot"};
  pushed.time_to_live = time_to_live;
  return pushed;
}

std::string text(const core::FloorRow& row) {
  return absl::StrCat(row.agent_id, " ", row.state ? static_cast<int>(*row.state) : -1, " ",
                      absl::FormatTime(row.since, absl::UTCTimeZone()), " ", row.call_id, " ", row.customer_name, " ",
                      row.phase ? static_cast<int>(*row.phase) : -1, " ", absl::StrJoin(row.scores, ","), " ",
                      row.feeling ? static_cast<int>(*row.feeling) : -1, " ", row.cards_shown, " ", row.prompts_waiting,
                      " ", row.card_kind ? static_cast<int>(*row.card_kind) : -1, " ", row.team, " ", row.away, " ",
                      absl::StrJoin(row.watchers, ","));
}

/// Writes down what a watcher of the floor is told, and when.
class Watcher {
 public:
  explicit Watcher(CoreHouse& house) : house_(house) { open(); }

  /// Everything that happened and was due has reached the watcher.
  void look() {
    REQUIRE(test::eventually([&] { return is_quiet("sanne") && is_quiet("joost"); }));
    while (const auto rows = watch_->next()) {
      absl::StrAppend(&told_, absl::FormatTime(house_.clock().now(), absl::UTCTimeZone()), rows->complete ? " all" : "",
                      "\n");
      for (const core::FloorRow& row : rows->rows) absl::StrAppend(&told_, "  ", text(row), "\n");
    }
  }

  void advance(absl::Duration by) {
    for (absl::Duration gone; gone < by; gone += absl::Seconds(5)) {
      house_.advance(absl::Seconds(5));
      look();
    }
  }

  void note(const absl::Status& status) { absl::StrAppend(&told_, status.ToString(), "\n"); }

  void restart_service() {
    look();
    published_.reset();
    watch_.reset();
    house_.restart();
    open();
  }

  [[nodiscard]] const std::string& told() const { return told_; }

 private:
  void open() {
    for (const std::shared_ptr<const core::Seat>& seat : house_.core().seats().all()) {
      versions_[seat->desk.agent_id] = seat->desk.version;
    }
    watch_ = house_.core().watch_floor([] {});
    published_ = house_.bus().subscribe("", [this](const std::shared_ptr<const bus::Message>& message) {
      const std::lock_guard lock(mutex_);
      versions_[message->agent_id] = message->update.version;
    });
  }

  bool is_quiet(const std::string& agent) {
    const std::shared_ptr<const core::Seat> seat = house_.core().seats().find(agent);
    if (seat == nullptr) return true;
    const std::lock_guard lock(mutex_);
    return versions_[agent] == seat->desk.version && seat->desk.wake + seat->skew > house_.clock().now();
  }

  CoreHouse& house_;
  std::string told_;
  std::mutex mutex_;
  std::map<std::string, std::int64_t> versions_;
  std::unique_ptr<core::FloorWatch> watch_;
  std::unique_ptr<bus::Subscription> published_;
};

/// One day of an agent, with or without what they do for themselves. What is not for themselves is the same.
class DayAtWork {
 public:
  explicit DayAtWork(bool with_own_acts) : with_own_acts_(with_own_acts) {}

  std::string told() {
    open_window();
    watcher_.look();
    own(domain::SensitivitySet{1.5});
    own(domain::HabitChosen{"own", "I hang up", "breathe out", ""});
    own(domain::EnergyShared{absl::Hours(4)});
    for (int i = 0; i < 4; ++i) {
      call("call-" + std::to_string(i));
      between_calls();
    }
    watcher_.advance(absl::Minutes(7));
    own(domain::EnergyShared{absl::ZeroDuration()});
    window_.reset();
    watcher_.restart_service();
    open_window();
    watcher_.look();
    call("call-late");
    reset(ResetAnswer::kLeave);
    forget();
    watcher_.advance(absl::Minutes(2));
    return watcher_.told();
  }

 private:
  // Without one prompts wait elsewhere.
  void open_window() { window_ = house_.core().presence().open("sanne"); }

  void own(domain::OwnAct what) {
    if (with_own_acts_) REQUIRE(act(house_, "own-" + std::to_string(++acts_), std::move(what)).ok());
    watcher_.look();
  }

  void call(const std::string& id) {
    house_.begin_call(id);
    watcher_.look();
    if (with_own_acts_) REQUIRE(house_.tell(core::MarkHeavy{id + "-heavy", "sanne", id, true}).ok());
    watcher_.advance(absl::Minutes(1));
    REQUIRE(house_.tell(house_.says(id + "-u", "this is the other department", domain::Speaker::kAgent, id)).ok());
    watcher_.look();
    own(domain::SensitivitySet{.5});
    watcher_.advance(absl::Minutes(2));
    REQUIRE(house_.tell(house_.report(id + "-ended", CallEvent::kEnded, id)).ok());
    watcher_.look();
    own(domain::ExperienceGuessed{id, {domain::Grade::kHigh, domain::Grade::kLow, domain::Grade::kHigh}});
    own(domain::HabitTicked{id, true});
    own(domain::ResetAsked{absl::Seconds(30), "en"});
    watcher_.note(house_.tell(prompt(id + "-wrap-up", absl::Seconds(40))).status());
    watcher_.advance(absl::Seconds(5));
    REQUIRE(house_.tell(core::FinishWrapUp{id + "-done", "sanne", id}).ok());
    watcher_.look();
  }

  // One of thirty seconds runs since the wrap-up; prompts wait meanwhile.
  void between_calls() {
    own(domain::FullnessTold{reset_id(), false, 5});
    for (int i = 0; i < 21; ++i) {
      watcher_.note(house_.tell(prompt("p-" + std::to_string(++prompts_), absl::Minutes(2))).status());
      watcher_.look();
    }
    watcher_.advance(absl::Seconds(10));
    own(domain::ResetAnswered{reset_id(), ResetAnswer::kStop, "en"});
    own(domain::FullnessTold{reset_id(), true, 2});
    own(domain::ResetAnswered{reset_id(), ResetAnswer::kLeave, "en"});
    watcher_.advance(absl::Minutes(3));
    own(domain::HabitTicked{"", true});
    ++resets_;
    reset(ResetAnswer::kStop);
    watcher_.advance(absl::Minutes(1));
  }

  void reset(ResetAnswer how_it_ends) {
    own(domain::ResetAsked{absl::Minutes(2), "en"});
    watcher_.advance(absl::Seconds(20));
    own(domain::ResetAnswered{reset_id(), ResetAnswer::kStop, "en"});
    if (how_it_ends == ResetAnswer::kLeave) own(domain::ResetAnswered{reset_id(), ResetAnswer::kLeave, "en"});
    ++resets_;
  }

  void forget() {
    Awaited<std::int64_t> gone;
    if (with_own_acts_) house_.core().own_side().forget("forget", "sanne", gone.callback());
    if (with_own_acts_) REQUIRE(gone.get().ok());
    watcher_.look();
  }

  std::string reset_id() {
    const auto current = house_.desk().resets.current;
    return current ? current->id : house_.desk().resets.past.empty() ? "" : house_.desk().resets.past.back().id;
  }

  const bool with_own_acts_;
  CoreHouse house_;
  std::unique_ptr<core::Presence::Window> window_;
  Watcher watcher_{house_};
  int acts_ = 0;
  int prompts_ = 0;
  int resets_ = 0;
};

}  // namespace

TEST_CASE("a watcher of the floor is told the same of a day, byte by byte, with and without what is done for oneself",
          "[floor]") {
  const std::string with = DayAtWork(true).told();
  const std::string without = DayAtWork(false).told();
  CHECK(with == without);
  CHECK_THAT(with, Catch::Contains("call-late"));
  CHECK_THAT(with, Catch::Contains("RESOURCE_EXHAUSTED"));
}

TEST_CASE("what is done for oneself between calls sends no row, and moves no time in one", "[floor]") {
  CoreHouse house;
  const auto window = house.core().presence().open("sanne");  // Otherwise she is away after ten seconds.
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  Watcher watcher(house);
  watcher.look();
  const std::string before = watcher.told();
  const auto does = [&](const std::string& id, domain::OwnAct what) {
    house.advance(absl::Seconds(3));
    REQUIRE(act(house, id, std::move(what)).ok());
    watcher.look();
    CAPTURE(id);
    CHECK(watcher.told() == before);
  };
  does("ask", domain::ResetAsked{absl::Seconds(30), "en"});
  const std::string reset = house.desk().resets.current->id;
  does("tap", domain::FullnessTold{reset, false, 4});
  does("stop", domain::ResetAnswered{reset, ResetAnswer::kStop, "en"});
  does("tap after", domain::FullnessTold{reset, true, 2});
  does("leave", domain::ResetAnswered{reset, ResetAnswer::kLeave, "en"});
  does("habit", domain::HabitChosen{"own", "I hang up", "breathe out", ""});
  does("tick", domain::HabitTicked{"", true});
  does("sensitivity", domain::SensitivitySet{1.5});
  does("share", domain::EnergyShared{absl::Hours(1)});
  CHECK(core::floor_row(*house.core().seats().find("sanne")).since == test::monday());
}

TEST_CASE("a prompt that waits for a reset, and the card between calls, are not on the floor", "[floor]") {
  CoreHouse house;
  const auto window = house.core().presence().open("sanne");
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  const auto row = [&] { return core::floor_row(*house.core().seats().find("sanne")); };
  const core::FloorRow before = row();
  REQUIRE(act(house, "ask", domain::ResetAsked{absl::Seconds(30), "en"}).ok());
  REQUIRE(house.tell(prompt("p1")).ok());
  REQUIRE(house.desk().prompts.size() == 1);
  const std::string reset = house.desk().resets.current->id;
  CHECK(row() == before);
  REQUIRE(act(house, "stop", domain::ResetAnswered{reset, ResetAnswer::kStop, "en"}).ok());
  REQUIRE(act(house, "leave", domain::ResetAnswered{reset, ResetAnswer::kLeave, "en"}).ok());
  REQUIRE(test::eventually([&] { return house.desk().card.has_value(); }));
  CHECK(row() == before);
}

TEST_CASE("a prompt in a wrap-up, and in the call after it, is told the same whether a reset was asked for",
          "[floor]") {
  const auto told = [](bool asks) {
    CoreHouse house;
    const auto window = house.core().presence().open("sanne");
    std::string rows;
    const auto look = [&] { rows += text(core::floor_row(*house.core().seats().find("sanne"))) + "\n"; };
    house.begin_call();
    REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
    house.advance(absl::Seconds(2));
    if (asks) REQUIRE(act(house, "ask", domain::ResetAsked{absl::Seconds(30), "en"}).ok());
    look();
    REQUIRE(house.tell(prompt("p1")).ok());
    REQUIRE(house.desk().prompts.size() == (asks ? 1 : 0));
    look();
    REQUIRE(house.tell(prompt("p2")).ok());
    look();
    house.advance(absl::Seconds(2));
    house.begin_call("call-2");
    REQUIRE(house.desk().card);
    look();
    return rows;
  };
  const std::string with = told(true);
  CHECK(with == told(false));
}

TEST_CASE("a story between calls is not on the floor, and not in the call after it", "[floor]") {
  domain::Library library = test::small_library();
  domain::Story story;
  story.id = "s1";
  story.language = "en";
  story.customer = "Ms A. Example";
  story.line = "She called four times.";
  library.stories.push_back(story);
  CoreHouse house({}, library);
  house.begin_call();
  house.advance(absl::Minutes(15));
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  const auto row = [&] { return core::floor_row(*house.core().seats().find("sanne")); };
  REQUIRE(house.desk().card);
  REQUIRE(house.desk().card->kind == domain::CardKind::kEmpathy);
  CHECK_FALSE(row().card_kind);
  house.begin_call("call-2");
  CHECK(row().state == domain::CallState::kInCall);
  CHECK_FALSE(row().card_kind);
}

TEST_CASE("a desk at which only its agent acted for themselves is not on the floor, and no prompt finds it",
          "[floor]") {
  CoreHouse house;
  Watcher watcher(house);
  watcher.look();
  const std::string before = watcher.told();
  REQUIRE(act(house, "ask", domain::ResetAsked{absl::Seconds(30), "en"}).ok());
  watcher.advance(absl::Minutes(1));
  CHECK(watcher.told() == before);
  CHECK(house.core().watch_floor([] {})->next()->rows.empty());
  CHECK(absl::IsNotFound(house.tell(prompt("p1")).status()));
  house.restart();
  CHECK(house.core().watch_floor([] {})->next()->rows.empty());
}

TEST_CASE("who is in a team is on the floor before the first call, and what they do for themselves changes nothing",
          "[floor]") {
  core::CoreOptions options;
  options.teams = core::Teams({{"zuid", {"sanne", "els"}}});
  CoreHouse house(std::move(options));
  house.advance(absl::Minutes(1));
  const auto watch = house.core().watch_floor([] {});
  const auto rows = watch->next();
  REQUIRE(rows);
  REQUIRE(rows->rows.size() == 2);
  for (const core::FloorRow& row : rows->rows) {
    CHECK(row.team == "zuid");
    CHECK(row.away);
    CHECK_FALSE(row.state);
    CHECK(row.since == absl::InfinitePast());
  }
  REQUIRE(act(house, "ask", domain::ResetAsked{absl::Seconds(30), "en"}).ok());
  CHECK_FALSE(watch->next());
}

TEST_CASE("after a restart an agent is free since the last call, or since an unknown time, not since the last own act",
          "[floor]") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  const auto since = [&] { return core::floor_row(*house.core().seats().find("sanne")).since; };
  house.advance(absl::Minutes(20));
  REQUIRE(act(house, "sensitivity", domain::SensitivitySet{1.5}).ok());
  house.restart();
  CHECK(since() == test::monday());
  house.advance(absl::Minutes(41));
  REQUIRE(act(house, "sensitivity-2", domain::SensitivitySet{.5}).ok());
  house.restart();
  CHECK(since() == absl::InfinitePast());
  CHECK(core::is_on_floor(*house.core().seats().find("sanne")));
}
