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

void merge(Store& store, const std::string& gone, const std::string& kept) {
  must_write(store, [&](Transaction& t) { return t.merge_question_groups({gone, kept, "nl"}); });
}

QuestionGroup group(Store& store, const std::string& id, absl::CivilDay from = kMonday - 999) {
  return must_answer(store, [&](Reads& r) { return r.question_group(id, from); });
}

bool is_gone(Store& store, const std::string& id) {
  return absl::IsNotFound(answer(store, [&](Reads& r) { return r.question_group(id, kMonday - 999); }).status());
}

/// Sweeps with steps of `most`; the groups that went.
std::vector<std::string> forget(Store& store, absl::CivilDay words_before, absl::CivilDay counts_before, int most) {
  std::vector<std::string> groups;
  QuestionSweep sweep;
  for (int step = 0; !sweep.done; ++step) {
    REQUIRE(step < 1000);
    must_write(store, [&](Transaction& t) {
      const auto forgotten = t.forget_questions(words_before, counts_before, sweep, most);
      if (!forgotten.ok()) return forgotten.status();
      CHECK(forgotten->forgotten <= most);
      sweep = forgotten->next;
      for (const QuestionAlias& each : forgotten->groups) groups.push_back(each.id);
      return absl::OkStatus();
    });
  }
  return groups;
}

AANDACHT_STORE_CONTRACT("groups that were merged are one, which every id it ever had finds") {
  TestType engine;
  {
    const auto store = engine.open();
    save(*store, asked("c1", "first", kMonday, "waar blijft mijn pakket"));
    save(*store, asked("c2", "second", kMonday, "wanneer komt de bestelling"));
    save(*store, asked("c3", "third", kMonday + 1, "is de doos al onderweg"));
    merge(*store, "third", "second");
    merge(*store, "second", "first");
    save(*store, asked("c4", "second", kMonday + 1));
  }
  const auto store = engine.open();
  const auto page = must_answer(*store, [](Reads& r) { return r.question_groups(kMonday, 0, ""); });
  REQUIRE(page.rows.size() == 1);
  CHECK(page.rows[0].group == "first");
  CHECK(page.rows[0].count == 4);
  CHECK(page.rows[0].words == "waar blijft mijn pakket");
  CHECK(page.rows[0].days == std::vector<QuestionDay>{{kMonday, 2}, {kMonday + 1, 2}});
  CHECK(page.rows[0].merged == std::vector<std::string>{"second", "third"});
  for (const std::string id : {"first", "second", "third"}) CHECK(group(*store, id) == page.rows[0]);
  CHECK(group(*store, "third", kMonday + 1).count == 2);
  CHECK(must_answer(*store, [](Reads& r) { return r.question_aliases(); }) ==
        std::vector<QuestionAlias>{{"second", "first", "nl"}, {"third", "first", "nl"}});
  CHECK(is_gone(*store, "never"));
  CHECK(is_gone(*store, ""));
}

AANDACHT_STORE_CONTRACT("what is forgotten still counts on its day, and the words it began with stay") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 9; ++i) save(*store, asked("c" + std::to_string(i), "parcel", kMonday + i / 3));
  save(*store, asked("other", "pakje", kMonday + 1, "waar is het pakje"));
  merge(*store, "pakje", "parcel");
  save(*store, asked("today", "parcel", kMonday + 40));
  const QuestionGroup before = group(*store, "parcel");
  const int most = GENERATE(1, 2, 500);
  CHECK(forget(*store, kMonday + 40, kMonday, most).empty());
  CHECK(group(*store, "parcel") == before);
  CHECK(group(*store, "pakje") == before);
  const auto left = must_answer(*store, [](Reads& r) { return r.questions(0, ""); });
  REQUIRE(left.rows.size() == 2);
  CHECK(left.rows[0].call_id == "c0");
  CHECK(left.rows[1].call_id == "today");
  CHECK(forget(*store, kMonday + 40, kMonday, most).empty());
  CHECK(group(*store, "parcel") == before);
}

AANDACHT_STORE_CONTRACT("a question that was asked once goes altogether, and is told") {
  TestType engine;
  const auto store = engine.open();
  save(*store, asked("c1", "once", kMonday));
  save(*store, asked("c2", "twice", kMonday));
  save(*store, asked("c3", "twice", kMonday));
  save(*store, asked("c4", "young", kMonday + 1));
  save(*store, asked("c5", "", kMonday));
  CHECK(forget(*store, kMonday + 1, kMonday - 9, 1) == std::vector<std::string>{"once"});
  CHECK(is_gone(*store, "once"));
  CHECK(group(*store, "twice").count == 2);
  CHECK(group(*store, "young").count == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.questions(0, ""); }).rows.size() == 2);
}

AANDACHT_STORE_CONTRACT("when its last count goes, a group goes with its words and its other ids") {
  TestType engine;
  const auto store = engine.open();
  save(*store, asked("c1", "old", kMonday));
  save(*store, asked("c2", "elder", kMonday));
  save(*store, asked("c3", "old", kMonday + 1));
  merge(*store, "elder", "old");
  CHECK(forget(*store, kMonday + 9, kMonday, 10).empty());
  CHECK(forget(*store, kMonday + 9, kMonday + 1, 10).empty());
  CHECK(group(*store, "elder").days == std::vector<QuestionDay>{{kMonday, 1}, {kMonday + 1, 1}});
  CHECK(forget(*store, kMonday + 9, kMonday + 2, 10) == std::vector<std::string>{"old"});
  CHECK(is_gone(*store, "old"));
  CHECK(is_gone(*store, "elder"));
  CHECK(must_answer(*store, [](Reads& r) { return r.question_aliases(); }).empty());
}

}  // namespace
}  // namespace aandacht::store
