// The same question in other words, across calls, restarts and failures.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using core::UtteranceOutcome;
using test::CoreHouse;

namespace {

domain::Library library() {
  domain::Library library = test::small_library();
  domain::Lexicon& english = library.lexicons["en"];
  english.phrases["question.request"] = {"where(?:'s| is)(?: \\S+){1,3}", "when(?: \\S+){1,3}", "i want(?: \\S+){0,2}"};
  english.phrases["question.about.delivery"] = {"parcel", "package", "order"};
  english.phrases["question.ask.when"] = {"where is", "when", "where's"};
  return library;
}

std::vector<store::QuestionGroup> groups(CoreHouse& house) {
  const auto page = house.core().records().question_groups(absl::CivilDay(2026, 3, 1), 0, "");
  REQUIRE(page.ok());
  return page->rows;
}

void ask(CoreHouse& house, const std::string& call, const std::string& words) {
  house.begin_call(call, "agent-" + call);
  const auto answer = house.tell(house.says("u-" + call, words, domain::Speaker::kCustomer, call));
  REQUIRE(answer.ok());
  REQUIRE(answer->outcome == UtteranceOutcome::kStored);
}

std::string group_at(CoreHouse& house, const std::string& call) {
  const domain::Desk desk = house.desk("agent-" + call);
  REQUIRE(desk.calls.size() == 1);
  return desk.calls[0].question ? desk.calls[0].question->group : "no question";
}

}  // namespace

TEST_CASE("two calls with the same question in other words count as one group, another question does not") {
  CoreHouse house({}, library());
  ask(house, "c1", "where is my parcel");
  ask(house, "c2", "when will the package be here");
  ask(house, "c3", "i want to paint the bedroom ceiling purple");
  CHECK_FALSE(group_at(house, "c1").empty());
  CHECK(group_at(house, "c2") == group_at(house, "c1"));
  CHECK(group_at(house, "c3") != group_at(house, "c1"));
  const auto listed = groups(house);
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].group == group_at(house, "c1"));
  CHECK(listed[0].count == 2);
  CHECK(listed[0].days == std::vector<store::QuestionDay>{{absl::CivilDay(2026, 3, 2), 2}});
}

TEST_CASE("what is not a question has no group and is not stored") {
  CoreHouse house({}, library());
  ask(house, "c1", "yes that is right");
  CHECK(group_at(house, "c1") == "no question");
  CHECK(groups(house).empty());
}

TEST_CASE("after a restart the same question finds its group") {
  CoreHouse house({}, library());
  ask(house, "c1", "where is my parcel");
  const std::string group = group_at(house, "c1");
  house.restart();
  CHECK(groups(house).at(0).group == group);
  ask(house, "c2", "when do i get my package");
  CHECK(group_at(house, "c2") == group);
}

TEST_CASE("the log of events says which group a call got") {
  CoreHouse house({}, library());
  ask(house, "c1", "where is my parcel");
  bool told = false;
  for (const domain::Event& event : house.events("agent-c1")) {
    const auto* said = std::get_if<domain::UtteranceSaid>(&event.what);
    told =
        told || (said != nullptr && said->reading.question && said->reading.question->group == group_at(house, "c1"));
  }
  CHECK(told);
}

namespace {

/// Two groups that are not quite alike enough to have been one; their words were heard before.
void ask_apart(CoreHouse& house) {
  ask(house, "b1", "i want a garden mailbox driveway lamp");
  ask(house, "b2", "i want a cellar attic doorbell ladder");
  ask(house, "c1", "i want a gutter drainpipe balcony fence");
  ask(house, "c2", "i want a balcony fence garden cellar");
  REQUIRE(group_at(house, "c1") != group_at(house, "c2"));
}

void ask_until_merged(CoreHouse& house) {
  ask_apart(house);
  ask(house, "c3", "i want a drainpipe balcony fence garden");
}

}  // namespace

TEST_CASE("groups that turn out to be the same go on under the older id, which the younger one still finds") {
  CoreHouse house({}, library());
  ask_until_merged(house);
  CHECK(group_at(house, "c3") == group_at(house, "c1"));
  const auto listed = groups(house);
  REQUIRE(listed.size() == 3);
  CHECK(listed[0].count == 3);
  CHECK(listed[0].merged == std::vector<std::string>{group_at(house, "c2")});
  const auto by_younger = house.core().records().question_group(group_at(house, "c2"), absl::CivilDay(2026, 1, 1));
  REQUIRE(by_younger.ok());
  CHECK(*by_younger == listed[0]);
  house.restart();
  ask(house, "c4", "i want a balcony fence garden cellar");
  CHECK(group_at(house, "c4") == listed[0].group);
}

TEST_CASE("a merge that could not be stored did not happen, and happens when the words are sent again") {
  CoreHouse house({}, library());
  ask_apart(house);
  house.begin_call("c3", "agent-c3");
  const auto said = house.says("u-c3", "i want a drainpipe balcony fence garden", domain::Speaker::kCustomer, "c3");
  house.store().fail_next(1);
  CHECK_FALSE(house.tell(said).ok());
  CHECK(groups(house).size() == 4);
  CHECK(house.tell(said).ok());
  CHECK(groups(house).size() == 3);
  CHECK(group_at(house, "c3") == group_at(house, "c1"));
}

TEST_CASE("questions are forgotten at their age, in steps, and their counts stay until theirs") {
  CoreHouse house({.questions = {.words = 30, .counts = 60, .step = 2}}, library());
  ask(house, "c1", "where is my parcel");
  ask(house, "c2", "when will the package be here");
  ask(house, "c3", "where is the parcel i ordered");
  ask(house, "c4", "i want to paint the bedroom ceiling purple");
  const std::string parcel = group_at(house, "c1");
  REQUIRE(groups(house).size() == 2);
  const auto listed_is = [&](std::size_t count) {
    return test::eventually([&] {
      house.advance(absl::Hours(1));
      return groups(house).size() == count;
    });
  };
  for (int day = 0; day < 29; ++day) house.advance(absl::Hours(24));
  CHECK(groups(house).size() == 2);
  house.advance(absl::Hours(24));
  CHECK(listed_is(1));
  CHECK(groups(house)[0].group == parcel);
  CHECK(groups(house)[0].count == 3);
  house.advance(absl::Hours(24 * 31));
  CHECK(listed_is(0));
  ask(house, "c5", "where is my parcel");
  CHECK(group_at(house, "c5") != parcel);
}
