// Questions and their groups.
#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

constexpr absl::CivilDay kMonday(2026, 3, 2);

QuestionRecord asked(const std::string& call, const std::string& group, absl::CivilDay day,
                     const std::string& words = "waar blijft mijn pakket") {
  return {call, "nl", day, words, "", group};
}

void save(Store& store, const QuestionRecord& question) {
  must_write(store, [&](Transaction& t) { return t.save_question(question); });
}

AANDACHT_STORE_CONTRACT("a question comes back as it was saved last, in its first place") {
  TestType engine;
  {
    const auto store = engine.open();
    save(*store, asked("c1", "g1", kMonday));
    save(*store, asked("c2", "g2", kMonday));
    save(*store, QuestionRecord{"c1", "en", kMonday + 1, "where is it", "why-1", "g3"});
  }
  const auto store = engine.open();
  const auto page = must_answer(*store, [](Reads& r) { return r.questions(0, ""); });
  REQUIRE(page.rows.size() == 2);
  CHECK(page.rows[0] == QuestionRecord{"c1", "en", kMonday + 1, "where is it", "why-1", "g3"});
  CHECK(page.rows[1].call_id == "c2");
  CHECK(page.next.empty());
}

AANDACHT_STORE_CONTRACT("every question is on one page exactly") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 25; ++i) save(*store, asked("c" + std::to_string(i), "g", kMonday));
  std::vector<std::string> calls;
  std::string token;
  do {
    const auto page = must_answer(*store, [&](Reads& r) { return r.questions(10, token); });
    for (const QuestionRecord& row : page.rows) calls.push_back(row.call_id);
    token = page.next;
  } while (!token.empty());
  REQUIRE(calls.size() == 25);
  CHECK(calls.front() == "c0");
  CHECK(calls.back() == "c24");
}

AANDACHT_STORE_CONTRACT("groups are counted by day, the most asked first, with their first words and first day") {
  TestType engine;
  const auto store = engine.open();
  save(*store, asked("old", "parcel", kMonday - 30, "waar is het pakje"));
  for (int i = 0; i < 3; ++i) save(*store, asked("p" + std::to_string(i), "parcel", kMonday + i % 2));
  save(*store, asked("r", "refund", kMonday, "geld terug"));
  save(*store, asked("gone", "elder", kMonday - 9));
  save(*store, asked("vague", "", kMonday));
  const auto page = must_answer(*store, [](Reads& r) { return r.question_groups(kMonday, 0, ""); });
  REQUIRE(page.rows.size() == 2);
  CHECK(page.rows[0].group == "parcel");
  CHECK(page.rows[0].count == 3);
  CHECK(page.rows[0].words == "waar is het pakje");
  CHECK(page.rows[0].language == "nl");
  CHECK(page.rows[0].first_day == kMonday - 30);
  CHECK(page.rows[0].days == std::vector<QuestionDay>{{kMonday, 2}, {kMonday + 1, 1}});
  CHECK(page.rows[1].group == "refund");
  CHECK(must_answer(*store, [](Reads& r) { return r.question_groups(kMonday - 99, 0, ""); }).rows.size() == 3);
}

AANDACHT_STORE_CONTRACT("groups come in pages, and a token is good for its own day only") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 12; ++i) save(*store, asked("c" + std::to_string(i), "g" + std::to_string(i % 7), kMonday));
  std::vector<std::string> groups;
  std::string token;
  do {
    const auto page = must_answer(*store, [&](Reads& r) { return r.question_groups(kMonday, 2, token); });
    for (const QuestionGroup& row : page.rows) groups.push_back(row.group);
    if (!page.next.empty()) {
      const auto other = answer(*store, [&](Reads& r) { return r.question_groups(kMonday - 1, 2, page.next); });
      CHECK(absl::IsInvalidArgument(other.status()));
    }
    token = page.next;
  } while (!token.empty());
  CHECK(groups == std::vector<std::string>{"g0", "g1", "g2", "g3", "g4", "g5", "g6"});
}

}  // namespace
}  // namespace aandacht::store
