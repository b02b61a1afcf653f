// Signs, the counts they are judged by, and what agents know of the whys.
#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

constexpr absl::CivilDay kMonday(2026, 3, 2);

domain::Sign sign(const std::string& id, int version, int second = 0) {
  domain::Sign made;
  made.id = id;
  made.version = version;
  made.group = "g1";
  made.place = domain::SignPlace::kIvr;
  made.language = "nl";
  made.text = "Belt u over de terugbetaling?";
  made.owner = "Marijke";
  made.state = domain::SignState::kUp;
  made.up = kMonday;
  made.editor = "Sofie";
  made.edited = absl::FromUnixSeconds(1700000000 + second);
  return made;
}

void save_asked(Store& store, const std::string& call, const std::string& group, const std::string& words,
                const std::string& why = "", absl::CivilDay day = kMonday) {
  must_write(store, [&](Transaction& t) { return t.save_question({call, "nl", day, words, why, group}); });
}

void save_call(Store& store, const std::string& id, absl::Time answered, const std::string& customer = "",
               const std::string& from = "") {
  CallRecord call;
  call.call_id = id;
  call.agent_id = "anna";
  call.rang = answered - absl::Seconds(5);
  call.answered = answered;
  call.customer_id = customer;
  call.from = from;
  must_write(store, [&](Transaction& t) { return t.save_call(call); });
}

WhyAnswer answer(const std::string& agent, const std::string& why, domain::WhyLevel level,
                 const std::string& quarter = "2026-Q1") {
  return {agent, quarter, why, level, kMonday};
}

AANDACHT_STORE_CONTRACT("a sign keeps all its versions; lists have the latest, the one written last first") {
  TestType engine;
  {
    const auto store = engine.open();
    must_write(*store, [&](Transaction& t) { return t.add_sign_version(sign("a", 1, 1)); });
    must_write(*store, [&](Transaction& t) { return t.add_sign_version(sign("b", 1, 2)); });
    must_write(*store, [&](Transaction& t) { return t.add_sign_version(sign("a", 2, 3)); });
  }
  const auto store = engine.open();
  CHECK(must_answer(*store, [](Reads& r) { return r.sign("a"); }) == sign("a", 2, 3));
  const auto all = must_answer(*store, [](Reads& r) { return r.signs(); });
  CHECK(all == std::vector{sign("a", 2, 3), sign("b", 1, 2)});
  CHECK(must_answer(*store, [](Reads& r) { return r.sign_versions("a"); }) ==
        std::vector{sign("a", 2, 3), sign("a", 1, 1)});
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.sign("c"); }).status()));
  const absl::Status again = store->write([](Transaction& t) { return t.add_sign_version(sign("a", 2, 9)); });
  CHECK(absl::IsAlreadyExists(again));
}

AANDACHT_STORE_CONTRACT("the wordings of a group are told with how often, the most usual first, of merged groups too") {
  TestType engine;
  const auto store = engine.open();
  save_asked(*store, "1", "g1", "waar blijft mijn geld", "w");
  save_asked(*store, "2", "g2", "waar blijft mijn geld");
  save_asked(*store, "3", "g1", "ik wacht op mijn geld", "w");
  save_asked(*store, "4", "other", "iets anders");
  must_write(*store, [](Transaction& t) { return t.merge_question_groups({"g2", "g1", "nl"}); });
  const auto rows = must_answer(*store, [](Reads& r) { return r.question_wordings("g1", kMonday, 10); });
  CHECK(rows == std::vector<QuestionWording>{{"waar blijft mijn geld", "w", 2}, {"ik wacht op mijn geld", "w", 1}});
  CHECK(must_answer(*store, [](Reads& r) { return r.question_wordings("g1", kMonday, 1); }).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.question_wordings("g1", kMonday + 1, 9); }).empty());
}

AANDACHT_STORE_CONTRACT("callers are told apart by customer, by number, and by call when both are withheld") {
  TestType engine;
  const auto store = engine.open();
  const absl::Time noon = absl::FromCivil(kMonday, absl::UTCTimeZone()) + absl::Hours(12);
  save_call(*store, "1", noon, "k1", "+31612345678");
  save_call(*store, "2", noon, "k1", "+31699999999");
  for (const char* call : {"1", "2"}) save_asked(*store, call, "g1", "waar blijft mijn geld");
  CHECK(must_answer(*store, [](Reads& r) { return r.question_callers("g1"); }) == 1);
  save_call(*store, "3", noon);
  save_call(*store, "4", noon);
  for (const char* call : {"3", "4"}) save_asked(*store, call, "g1", "waar blijft mijn geld");
  CHECK(must_answer(*store, [](Reads& r) { return r.question_callers("g1"); }) == 3);
  CHECK(must_answer(*store, [](Reads& r) { return r.question_callers("nobody"); }) == 0);
}

AANDACHT_STORE_CONTRACT(
    "calls are counted between midnights by when they were answered, questions of all groups by day") {
  TestType engine;
  const auto store = engine.open();
  const absl::Time midnight = absl::FromCivil(kMonday, absl::UTCTimeZone());
  CHECK(must_answer(*store, [](Reads& r) { return r.first_call(); }) == absl::InfiniteFuture());
  save_call(*store, "before", midnight - absl::Seconds(1));
  save_call(*store, "at", midnight);
  save_call(*store, "late", midnight + absl::Hours(23));
  save_call(*store, "next", midnight + absl::Hours(24));
  const std::vector<absl::Time> borders = {midnight, midnight + absl::Hours(24), midnight + absl::Hours(48)};
  CHECK(must_answer(*store, [&](Reads& r) { return r.answered_between(borders); }) == std::vector{2, 1});
  CHECK(must_answer(*store, [](Reads& r) { return r.answered_between({}); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.first_call(); }) == midnight - absl::Seconds(6));
  save_asked(*store, "1", "g1", "a");
  save_asked(*store, "2", "g2", "b");
  save_asked(*store, "3", "", "says nothing");
  save_asked(*store, "4", "g1", "a", "", kMonday + 2);
  CHECK(must_answer(*store, [](Reads& r) { return r.question_totals(kMonday); }) ==
        std::vector<QuestionTotal>{{kMonday, 2}, {kMonday + 2, 1}});
}

AANDACHT_STORE_CONTRACT("an agent's later answer about a why takes the place of the earlier of the same quarter") {
  TestType engine;
  {
    const auto store = engine.open();
    must_write(*store, [](Transaction& t) { return t.save_why_answer(answer("anna", "w", domain::WhyLevel::kKnow)); });
    must_write(*store, [](Transaction& t) { return t.save_why_answer(answer("anna", "w", domain::WhyLevel::kTell)); });
    must_write(*store, [](Transaction& t) {
      return t.save_why_answer(answer("anna", "w", domain::WhyLevel::kNone, "2025-Q4"));
    });
    WhyAnswer told = answer("bram", "w", domain::WhyLevel::kFeel);
    told.told_level = domain::WhyLevel::kKnow;
    told.told_team = "blue";
    must_write(*store, [&](Transaction& t) { return t.save_why_answer(told); });
  }
  const auto store = engine.open();
  const auto all = must_answer(*store, [](Reads& r) { return r.why_answers("2026-Q1"); });
  REQUIRE(all.size() == 2);
  CHECK(all[0] == answer("anna", "w", domain::WhyLevel::kTell));
  CHECK(all[1].told_level == domain::WhyLevel::kKnow);
  CHECK(all[1].told_team == "blue");
  CHECK(must_answer(*store, [](Reads& r) { return r.own_why_answers("anna"); }).size() == 2);
}

AANDACHT_STORE_CONTRACT("what is told of a team and an agent's wish come back as they were saved last") {
  TestType engine;
  const auto store = engine.open();
  const ToldWhyRecord told{"blue", "2026-Q1", "w", {7, domain::WhyShare::kMost, domain::WhyShare::kSome}};
  must_write(*store, [&](Transaction& t) { return t.save_told_why(told); });
  CHECK(must_answer(*store, [](Reads& r) { return r.told_whys("2026-Q1"); }) == std::vector{told});
  CHECK(must_answer(*store, [](Reads& r) { return r.told_whys("2026-Q2"); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.why_check_wish("anna"); }) == WhyCheckWish{"anna"});
  const WhyCheckWish wish{"anna", kMonday, true};
  must_write(*store, [&](Transaction& t) { return t.save_why_check_wish(wish); });
  CHECK(must_answer(*store, [](Reads& r) { return r.why_check_wish("anna"); }) == wish);
}

AANDACHT_STORE_CONTRACT("who has everything forgotten leaves no answer, but is not asked again against their wish") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) { return t.save_why_answer(answer("anna", "w", domain::WhyLevel::kTell)); });
  must_write(*store, [](Transaction& t) { return t.save_why_answer(answer("bram", "w", domain::WhyLevel::kTell)); });
  must_write(*store, [](Transaction& t) { return t.save_why_check_wish({"anna", kMonday, true}); });
  must_write(*store, [](Transaction& t) { return t.save_why_check_wish({"bram", kMonday, false}); });
  must_write(*store, [](Transaction& t) { return t.forget_agent("anna").status(); });
  CHECK(must_answer(*store, [](Reads& r) { return r.own_why_answers("anna"); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.own_why_answers("bram"); }).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.why_check_wish("anna"); }) ==
        WhyCheckWish{"anna", std::nullopt, true});
  CHECK(must_answer(*store, [](Reads& r) { return r.why_check_wish("bram"); }).asked == kMonday);
}

AANDACHT_STORE_CONTRACT("answers of old quarters go with the other records") {
  TestType engine;
  const auto store = engine.open();
  must_write(*store, [](Transaction& t) { return t.save_why_answer(answer("anna", "w", domain::WhyLevel::kTell)); });
  must_write(*store,
             [](Transaction& t) { return t.save_why_answer(answer("anna", "w", domain::WhyLevel::kTell, "2025-Q3")); });
  must_write(*store,
             [](Transaction& t) { return t.forget_own_records(absl::InfinitePast(), "2025-Q4", 100).status(); });
  const auto left = must_answer(*store, [](Reads& r) { return r.own_why_answers("anna"); });
  REQUIRE(left.size() == 1);
  CHECK(left[0].quarter == "2026-Q1");
}

AANDACHT_STORE_CONTRACT("whys that customers asked for are counted by call, from a day on") {
  TestType engine;
  const auto store = engine.open();
  save_asked(*store, "1", "g", "a", "w1");
  save_asked(*store, "2", "g", "b", "w1");
  save_asked(*store, "3", "g", "c", "w2", kMonday - 30);
  save_asked(*store, "4", "g", "d");
  CHECK(must_answer(*store, [](Reads& r) { return r.asked_whys(kMonday - 14); }) ==
        std::map<std::string, int>{{"w1", 2}});
  CHECK(must_answer(*store, [](Reads& r) { return r.used_whys("anna", 50); }).empty());
}

}  // namespace
}  // namespace aandacht::store
