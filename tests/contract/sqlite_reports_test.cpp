// A store from before there were reports.
#include <sqlite3.h>

#include <random>

#include "service/store/sqlite/sqlite.h"
#include "tests/contract/access.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::store {
namespace {

absl::Time at(int second) { return absl::FromUnixSeconds(1700000000 + second); }

void execute(const std::string& path, const char* sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

struct Told {
  std::vector<SentimentHour> hours;
  std::vector<CountedCall> calls;
  std::vector<CountedCard> cards;
  int promises = 0;

  bool operator==(const Told&) const = default;
};

Told told(Store& store) {
  Told all;
  must_answer(store, [&](Reads& reads) -> absl::StatusOr<bool> {
    const auto always = absl::InfinitePast();
    const auto ever = absl::InfiniteFuture();
    CHECK(reads.sentiment_hours(always, ever, [&](const auto& row) { all.hours.push_back(row); }).ok());
    CHECK(reads.counted_calls(always, ever, [&](const auto& row) { all.calls.push_back(row); }).ok());
    CHECK(reads.counted_cards(always, ever, [&](const auto& row) { all.cards.push_back(row); }).ok());
    CHECK(reads.counted_promises([&](const auto&) { ++all.promises; }).ok());
    return true;
  });
  return all;
}

/// Thirty calls with turns and cards, counted as they came.
void fill(Store& store) {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same every time.
  must_write(store, [&](Transaction& t) -> absl::Status {
    for (int c = 0; c < 30; ++c) {
      CallRecord call;
      call.call_id = "c" + std::to_string(100 + c);
      call.agent_id = c % 2 == 0 ? "anna" : "bram";
      call.queue = "Q";
      call.rang = at(c * 600);
      call.answered = at(c * 600 + 5);
      call.sentiment.turns = 9;
      call.sentiment.start = 0.25;
      call.sentiment.end = -0.5;
      call.sentiment.lowest = -1;
      CHECK(t.save_call(call).ok());
      CallCount count{call.call_id, call.agent_id, "blue", "Q", call.answered, 9, 0.25, -0.5, -1};
      CHECK(t.save_call_count(count).ok());
      for (int i = 0; i < 20; ++i) {
        const double score = (static_cast<int>(random() % 33) - 16) / 16.0;
        TurnRecord turn{call.call_id + "-" + std::to_string(i),
                        call.call_id,
                        domain::Speaker::kCustomer,
                        "x",
                        "nl",
                        call.rang + absl::Seconds(10 + i),
                        domain::Sentiment{score, domain::Feeling::kNeutral, 1, "t"}};
        CHECK(t.append_turn(turn).ok());
      }
      domain::Card card;
      card.id = "k-" + call.call_id;
      card.call_id = call.call_id;
      card.shown = call.rang + absl::Seconds(15);
      CHECK(t.append_card({card, std::nullopt, std::nullopt}, call.agent_id).ok());
      CHECK(t.answer_card(call.agent_id, card.id, domain::CardAnswer::kUsed).ok());
    }
    domain::Customer customer;
    customer.external_id = "k1";
    customer.journey.push_back({absl::CivilDay(2026, 1, 1), {}, "", "x", {}, domain::Promise{}});
    return t.save_customer(customer);
  });
}

Counting step(Store& store, int most) {
  Counting counting;
  must_write(store, [&](Transaction& t) -> absl::Status {
    const auto counted = t.count_stored([](const std::string&) { return "blue"; }, most);
    if (counted.ok()) counting = *counted;
    return counted.status();
  });
  return counting;
}

TEST_CASE("what was stored before there were reports is counted step by step, to the same figures", "[store][sqlite]") {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("store.db");
  Told as_they_came;
  {
    const auto store = *sqlite::open(path);
    fill(*store);
    as_they_came = told(*store);
    CHECK(as_they_came.cards.size() == 30);
  }
  execute(path,
          "DELETE FROM report_call; DELETE FROM report_hour; DELETE FROM report_card; DELETE FROM report_promise;"
          " UPDATE turn SET score = NULL;"
          " UPDATE report_fill SET calls_left = 1, customers_left = 1, counted = 0, total = 31");
  auto store = *sqlite::open(path);
  CHECK(told(*store) == Told());
  CHECK(step(*store, 7) == Counting{7, 31, false});
  // A call that goes on meanwhile, and one that was not reached yet, are counted once.
  must_write(*store, [&](Transaction& t) -> absl::Status {
    return t.append_turn({"more", "c129", domain::Speaker::kCustomer, "x", "nl", at(29 * 600 + 60),
                          domain::Sentiment{0.5, domain::Feeling::kNeutral, 1, "t"}});
  });
  store.reset();
  store = *sqlite::open(path);
  for (int i = 0; i < 20 && !step(*store, 7).done; ++i) {
  }
  CHECK(step(*store, 7).done);
  Told now = told(*store);
  REQUIRE(now.hours.size() == as_they_came.hours.size());
  now.hours.back().turns -= 1;
  now.hours.back().sum -= 0.5;
  now.hours.back().neutral -= 1;
  CHECK(now.hours == as_they_came.hours);
  CHECK(now.calls == as_they_came.calls);
  CHECK(now.cards == as_they_came.cards);
  CHECK(now.promises == 1);
}

}  // namespace
}  // namespace aandacht::store
