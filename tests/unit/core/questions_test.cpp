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
