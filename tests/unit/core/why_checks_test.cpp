// The why check: asked once a day, and told of teams so that nobody is seen.
#include <random>

#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using domain::WhyLevel;
using test::Awaited;
using test::CoreHouse;

namespace {

const std::vector<std::string> kBlue = {"anna", "bram", "cees", "dirk", "eva", "fien", "gijs", "hugo", "ilse", "joep"};

core::CoreOptions with_teams() {
  core::CoreOptions options;
  options.teams = core::Teams({{"blue", kBlue}, {"small", {"kees", "lien"}}});
  return options;
}

domain::Why why(const std::string& id, std::vector<std::string> queues = {}) {
  domain::Why made;
  made.id = id;
  made.language = "nl";
  made.topic = id.substr(id.find('/') + 1);
  made.rule = "De regel van " + made.topic + ".";
  made.customer = made.employee = made.organisation = "Daarom.";
  made.queues = std::move(queues);
  return made;
}

domain::Library library() {
  domain::Library library = test::small_library();
  library.whys.push_back(why("nl/een"));
  library.whys.push_back(why("nl/twee", {"Vlietnet"}));
  return library;
}

absl::StatusOr<domain::WhyCheckOffer> take(CoreHouse& house, const std::string& agent,
                                           const std::string& language = "nl") {
  Awaited<domain::WhyCheckOffer> offer;
  house.core().why_checks().take(agent, language, offer.callback());
  return offer.get();
}

std::string asked(CoreHouse& house, const std::string& agent, const std::string& language = "nl") {
  const auto offer = take(house, agent, language);
  INFO(offer.status());
  REQUIRE(offer.ok());
  return offer->check ? offer->check->why_id : "";
}

absl::Status answer(CoreHouse& house, const std::string& request, const std::string& agent, WhyLevel level,
                    const std::string& why_id = "nl/een") {
  Awaited<bool> done;
  house.core().why_checks().answer({request, agent, why_id, level}, done.callback());
  return done.get().status();
}

absl::Status wish(CoreHouse& house, const std::string& request, const std::string& agent,
                  domain::WhyCheckChoice choice) {
  Awaited<bool> done;
  house.core().why_checks().answer({request, agent, "", std::nullopt, choice}, done.callback());
  return done.get().status();
}

/// Looks as the quarter of an hour does, and waits until it was written.
void look(CoreHouse& house) {
  house.core().why_checks().look();
  Awaited<bool> done;
  house.core().why_checks().answer({"after-look", "joep", "no such why", WhyLevel::kNone}, done.callback());
  (void)done.get();
}

domain::ToldWhy told(CoreHouse& house, const std::string& why_id = "nl/een", const std::string& team = "blue") {
  const auto maps = house.core().why_checks().maps([&](const std::string& each) { return each == team; });
  REQUIRE(maps.ok());
  REQUIRE(maps->teams.size() == 1);
  for (const domain::WhyMapRow& row : maps->teams[0].rows) {
    if (row.why_id == why_id) return row.told;
  }
  return {};
}

void forget(CoreHouse& house, const std::string& request, const std::string& agent) {
  Awaited<std::int64_t> gone;
  house.core().own_side().forget(request, agent, gone.callback());
  REQUIRE(gone.get().ok());
}

/// The first `count` of the team answer so.
void all_answer(CoreHouse& house, int count, WhyLevel level) {
  for (int i = 0; i < count; ++i) {
    const std::string& agent = kBlue[static_cast<std::size_t>(i)];
    REQUIRE(answer(house, "all-" + agent, agent, level).ok());
  }
}

}  // namespace

TEST_CASE("a why is given once a day, also after a restart and to another window", "[why-check]") {
  CoreHouse house(with_teams(), library());
  CHECK_FALSE(asked(house, "anna").empty());
  CHECK(asked(house, "anna").empty());
  house.restart();
  CHECK(asked(house, "anna").empty());
  CHECK_FALSE(asked(house, "bram").empty());
  house.advance(absl::Hours(24));
  CHECK_FALSE(asked(house, "anna").empty());
}

TEST_CASE("nothing is asked in a call, and that counts as no question of the day", "[why-check]") {
  CoreHouse house(with_teams(), library());
  house.begin_call("c1", "anna");
  CHECK(asked(house, "anna").empty());
  REQUIRE(house.tell(house.report("e1", domain::CallEvent::kEnded, "c1", "anna")).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"f1", "anna", "c1", {}}).ok());
  CHECK_FALSE(asked(house, "anna").empty());
}

TEST_CASE("who says never is not asked until they say otherwise; not today is for today", "[why-check]") {
  CoreHouse house(with_teams(), library());
  REQUIRE(wish(house, "w1", "anna", domain::WhyCheckChoice::kNever).ok());
  CHECK(take(house, "anna")->never);
  house.restart();
  house.advance(absl::Hours(48));
  CHECK(asked(house, "anna").empty());
  REQUIRE(wish(house, "w2", "anna", domain::WhyCheckChoice::kAgain).ok());
  CHECK_FALSE(asked(house, "anna").empty());
  REQUIRE(wish(house, "w3", "bram", domain::WhyCheckChoice::kNotToday).ok());
  CHECK(asked(house, "bram").empty());
  house.advance(absl::Hours(24));
  CHECK_FALSE(asked(house, "bram").empty());
}

TEST_CASE("whys of the language and of the agent's queues are asked, and none that was answered this quarter",
          "[why-check]") {
  CoreHouse house(with_teams(), library());
  CHECK(asked(house, "cees", "en") == "en/refund-time");
  REQUIRE(answer(house, "a1", "anna", WhyLevel::kKnow, "nl/een").ok());
  REQUIRE(answer(house, "a2", "anna", WhyLevel::kKnow, "nl/twee").ok());
  CHECK(asked(house, "anna").empty());
  core::ReportCall ring = house.report("r1", domain::CallEvent::kRinging, "c1", "bram");
  ring.queue = "Vaartbaan";
  REQUIRE(house.tell(ring).ok());
  REQUIRE(house.tell(house.report("r2", domain::CallEvent::kAnswered, "c1", "bram")).ok());
  REQUIRE(house.tell(house.report("r3", domain::CallEvent::kEnded, "c1", "bram")).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"r4", "bram", "c1", {}}).ok());
  house.advance(absl::Minutes(1));
  CHECK(asked(house, "bram") == "nl/een");
}

TEST_CASE("fewer than five answers tell nothing, five do, and a team of two never", "[why-check]") {
  CoreHouse house(with_teams(), library());
  all_answer(house, 4, WhyLevel::kTell);
  look(house);
  CHECK(told(house).people == 0);
  REQUIRE(answer(house, "e", "eva", WhyLevel::kTell).ok());
  CHECK(told(house).people == 0);  // Not before the next look.
  look(house);
  CHECK(told(house).people == 5);
  CHECK(told(house).tell == domain::WhyShare::kMost);
  REQUIRE(answer(house, "k", "kees", WhyLevel::kTell).ok());
  REQUIRE(answer(house, "l", "lien", WhyLevel::kTell).ok());
  look(house);
  CHECK(told(house, "nl/een", "small").people == 0);
}

TEST_CASE("one or two who join, change their answer or delete it are never seen, whatever they answer", "[why-check]") {
  for (const WhyLevel first : {WhyLevel::kNone, WhyLevel::kTell}) {
    CoreHouse house(with_teams(), library());
    all_answer(house, 5, WhyLevel::kTell);
    look(house);
    const domain::ToldWhy before = told(house);
    REQUIRE(before.people == 5);
    int request = 0;
    for (const char* agent : {"fien", "gijs"}) {
      for (const WhyLevel level : {first, WhyLevel::kKnow, WhyLevel::kNone, first}) {
        REQUIRE(answer(house, "x" + std::to_string(++request), agent, level).ok());
        look(house);
        CHECK(told(house) == before);
      }
    }
    forget(house, "forget-fien", "fien");
    look(house);
    CHECK(told(house) == before);
    house.restart();
    look(house);
    CHECK(told(house) == before);
    REQUIRE(answer(house, "back", "fien", WhyLevel::kNone).ok());
    look(house);
    CHECK(told(house) == before);
  }
}

TEST_CASE("two who are counted and delete their answers are not seen, a third is with them", "[why-check]") {
  CoreHouse house(with_teams(), library());
  all_answer(house, 6, WhyLevel::kTell);
  look(house);
  REQUIRE(told(house).people == 5);  // Six, in fives.
  forget(house, "d1", "anna");
  forget(house, "d2", "bram");
  look(house);
  CHECK(told(house).people == 5);
  forget(house, "d3", "cees");
  look(house);
  CHECK(told(house).people == 0);  // Three are left.
}

TEST_CASE("three who join are counted at once, however they came", "[why-check]") {
  CoreHouse house(with_teams(), library());
  all_answer(house, 5, WhyLevel::kNone);
  look(house);
  REQUIRE(told(house).tell == domain::WhyShare::kFew);
  for (const char* agent : {"fien", "gijs"}) {
    REQUIRE(answer(house, agent, agent, WhyLevel::kTell).ok());
    look(house);
    CHECK(told(house).people == 5);
  }
  for (const char* agent : {"hugo", "ilse", "joep"}) REQUIRE(answer(house, agent, agent, WhyLevel::kTell).ok());
  look(house);
  CHECK(told(house).people == 10);
  CHECK(told(house).tell == domain::WhyShare::kSome);
}

TEST_CASE("an observer who makes one colleague join with two others learns little of that colleague's answer",
          "[why-check]") {
  // Seven are known to be half and half; two more are the observer's own, the third is who it is about. Told is a
  // third, with one more or less by lot: guessing from it is right hardly more often than a coin.
  std::mt19937 random(5);
  const auto toss = [&random] { return static_cast<int>(random() % 3) - 1; };
  int right = 0;
  constexpr int kTries = 4000;
  for (int i = 0; i < kTries; ++i) {
    const bool tells = random() % 2 == 0;
    domain::WhyPicture picture;
    for (int person = 0; person < 9; ++person) {
      picture.now.push_back(random() % 2 == 0 ? WhyLevel::kTell : WhyLevel::kNone);
    }
    picture.now.push_back(tells ? WhyLevel::kTell : WhyLevel::kNone);
    picture.differing = 3;
    const domain::ToldWhy seen = domain::look_at_why({}, picture, toss);
    const bool guess = seen.tell == domain::WhyShare::kSome ? random() % 2 == 0 : seen.tell == domain::WhyShare::kMost;
    right += guess == tells;
  }
  INFO("right in " << 100.0 * right / kTries << " of a hundred");
  CHECK(right < kTries * 0.62);
}

TEST_CASE("the same request twice is one answer, and an answer to a why that is gone says so", "[why-check]") {
  CoreHouse house(with_teams(), library());
  REQUIRE(answer(house, "same", "anna", WhyLevel::kTell).ok());
  REQUIRE(answer(house, "same", "anna", WhyLevel::kNone).ok());
  const auto kept = [&] {
    std::vector<store::WhyAnswer> rows;
    REQUIRE(house.store()
                .read([&](store::Reads& reads) {
                  rows = *reads.own_why_answers("anna");
                  return absl::OkStatus();
                })
                .ok());
    return rows;
  };
  REQUIRE(kept().size() == 1);
  CHECK(kept()[0].level == WhyLevel::kTell);
  CHECK(absl::IsNotFound(answer(house, "other", "anna", WhyLevel::kTell, "nl/gone")));
  CHECK(absl::IsInvalidArgument(answer(house, "", "anna", WhyLevel::kTell)));
}

TEST_CASE("what was told stands after a restart, without a new look at anybody", "[why-check]") {
  CoreHouse house(with_teams(), library());
  all_answer(house, 7, WhyLevel::kFeel);
  look(house);
  const domain::ToldWhy before = told(house);
  for (int i = 0; i < 5; ++i) {
    house.restart();
    look(house);
    CHECK(told(house) == before);
  }
}

TEST_CASE("the whys that fewest can tell come first, then those with too few answers", "[why-check]") {
  CoreHouse house(with_teams(), library());
  for (int i = 0; i < 9; ++i) {
    const std::string& agent = kBlue[static_cast<std::size_t>(i)];
    REQUIRE(answer(house, "1" + agent, agent, WhyLevel::kTell, "nl/een").ok());
    REQUIRE(answer(house, "2" + agent, agent, WhyLevel::kNone, "nl/twee").ok());
  }
  look(house);
  const auto maps = house.core().why_checks().maps([](const std::string& team) { return team == "blue"; });
  REQUIRE(maps.ok());
  REQUIRE(maps->teams.size() == 1);
  const auto& rows = maps->teams[0].rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].why_id == "nl/twee");
  CHECK(rows[1].why_id == "nl/een");
  CHECK(rows[2].told.people == 0);
}
