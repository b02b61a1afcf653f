// What of prompts is told to supervisors, and what is not.
#include <map>
#include <optional>

#include "absl/strings/str_cat.h"
#include "tests/unit/core/prompt_house.h"

using namespace aandacht;
using namespace aandacht::test;
using domain::CallEvent;
using domain::CardAnswer;
using domain::PromptState;

namespace {

/// A stretch of a working day, told byte by byte to whoever follows prompts.
class PromptDay {
 public:
  explicit PromptDay(bool with_reset) : with_reset_(with_reset), window_(house_.core().presence().open("sanne")) {
    house_.begin_call("call-1");
    look();
    REQUIRE(house_.tell(house_.report("ended", CallEvent::kEnded)).ok());
    own(domain::ResetAsked{absl::Minutes(2), "en"});  // In the wrap-up.
    send("p1", absl::Minutes(1));
    advance(absl::Seconds(20));
    REQUIRE(house_.tell(core::FinishWrapUp{"done", "sanne", "call-1"}).ok());
    send("p2", absl::Minutes(8));
    advance(absl::Seconds(30));
    send("p3", absl::Minutes(1), true);
    advance(absl::Minutes(3));
    REQUIRE(house_.desk().card);
    REQUIRE(house_.desk().card->source_id == "p2");
    REQUIRE(answer(house_, CardAnswer::kUsed).ok());
    look();
    own(domain::ResetAsked{absl::Minutes(10), "en"});
    advance(absl::Seconds(10));
    send("p4", absl::Minutes(8));
    recall_it("p4");
    send("p5", absl::Minutes(8));
    advance(absl::Seconds(30));
    house_.begin_call("call-2");
    advance(absl::Minutes(10));
  }

  const std::string& told() const { return told_; }

 private:
  void own(domain::OwnAct what) {
    if (!with_reset_) return;
    Awaited<core::Written> answer;
    house_.core().desks().record_act({absl::StrCat("own-", ++acts_), "sanne", std::move(what), {}}, answer.callback());
    REQUIRE(answer.get().ok());
    look();
  }

  void send(const std::string& id, absl::Duration lives, bool urgent = false) {
    core::PushPrompt what = prompt(id);
    what.time_to_live = lives;
    what.urgent = urgent;
    absl::StrAppend(&told_, push(house_, what).status().ToString(), "\n");
    look();
  }

  void recall_it(const std::string& id) {
    REQUIRE(recall(house_, id).ok());
    look();
  }

  void advance(absl::Duration by) {
    for (absl::Duration gone; gone < by; gone += absl::Seconds(5)) {
      house_.advance(absl::Seconds(5));
      look();
    }
  }

  // What is told, by the stream and by the list, each change once with its moment.
  void look() {
    REQUIRE(look_at(house_).ok());
    REQUIRE(test::eventually([&] {
      const auto seat = house_.core().seats().find("sanne");
      return seat == nullptr || seat->desk.wake + seat->skew > house_.clock().now();
    }));
    REQUIRE(test::eventually([&] {
      while (const auto item = watch_->next()) {
        for (const domain::PushedPrompt& each : item->prompts) streamed_[each.id] = line_of(each);
      }
      std::map<std::string, std::string> listed;
      for (const domain::PushedPrompt& each : list(house_)) listed[each.id] = line_of(each);
      return listed == streamed_;
    }));
    for (const auto& [id, line] : streamed_) {
      if (std::string& last = noted_[id]; std::exchange(last, line) != line)
        absl::StrAppend(&told_, absl::FormatTime(house_.clock().now(), absl::UTCTimeZone()), " ", line, "\n");
    }
  }

  static std::string line_of(const domain::PushedPrompt& each) {
    const domain::PromptDelivery& desk = each.deliveries.at(0);
    std::string line = absl::StrCat(each.id, " ", static_cast<int>(desk.state));
    for (const absl::Time time : {desk.delivered, desk.shown, desk.ended})
      absl::StrAppend(&line, " ", absl::FormatTime(time, absl::UTCTimeZone()));
    return line;
  }

  const bool with_reset_;
  CoreHouse house_{options()};
  std::unique_ptr<core::PromptWatch> watch_ = house_.core().prompts().watch(leads_all, [] {});
  Window window_;
  std::map<std::string, std::string> streamed_;
  std::map<std::string, std::string> noted_;
  std::string told_;
  int acts_ = 0;
};

}  // namespace

TEST_CASE("what a supervisor is told of prompts is the same, byte by byte, whether the agent takes resets or not",
          "[prompts]") {
  const std::string with = PromptDay(true).told();
  const std::string without = PromptDay(false).told();
  CHECK(with == without);
  CHECK_THAT(with, Catch::Contains("p3 2"));  // An urgent one is shown at once, in a reset too.
  CHECK_THAT(with, Catch::Contains("p2 1") && Catch::Contains("p2 3") && Catch::Contains("p5 2"));
}

TEST_CASE("a prompt that came on screen between calls is told as shown when the next call begins, or by its answer",
          "[prompts]") {
  CoreHouse house(options());
  const auto windows = open_windows(house, {"sanne"});
  house.begin_call();
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f", "sanne", "call-1"}).ok());
  REQUIRE(push(house, prompt("p1")).ok());
  REQUIRE(house.desk().card);
  REQUIRE(look_at(house).ok());
  CHECK(state(house, "p1") == PromptState::kDelivered);
  house.advance(absl::Seconds(30));
  const bool answers = GENERATE(false, true);
  if (answers) {
    REQUIRE(answer(house, CardAnswer::kUsed).ok());
    CHECK(state(house, "p1") == PromptState::kUsed);
    CHECK(list(house).at(0).deliveries.at(0).shown == absl::InfinitePast());
  } else {
    REQUIRE(house.tell(house.report("ringing", CallEvent::kRinging, "call-2")).ok());
    REQUIRE(look_at(house).ok());
    CHECK(state(house, "p1") == PromptState::kShown);
    CHECK(list(house).at(0).deliveries.at(0).shown == house.clock().now());
  }
}
