// A store of a million turns, and what reading it costs by itself. `bench_reports make FILE [TURNS]` makes one, always
// the same; `bench_reports floor FILE` prints what reports and exports are held against. tools/bench.sh runs the rest.
#include <sqlite3.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <stdexcept>

#include "absl/strings/str_cat.h"
#include "service/core/report_sums.h"
#include "service/store/sqlite/sqlite.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

namespace aandacht::bench {
namespace {

constexpr int kTurnsOfACall = 25;
constexpr int kAgents = 40;
constexpr int kCallsAtOnce = 400;

void must(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(std::string(status.message()));
}

/// Monday 2 November 2026, 08:00 in Amsterdam.
absl::Time beginning() { return absl::FromUnixSeconds(1793602800); }

struct MadeCall {
  store::CallRecord record;
  store::CallCount count;
  std::vector<store::TurnRecord> turns;
};

/// Calls of eight hours a day, one after another at every agent's desk.
MadeCall make_call(int number, std::mt19937_64& random) {
  const int of_agent = number / kAgents;
  const absl::Time began = beginning() + absl::Hours(24) * (of_agent / 60) + absl::Minutes(8) * (of_agent % 60);
  const std::string agent = absl::StrCat("agent-", number % kAgents);
  std::normal_distribution<double> feeling(-0.1 + 0.2 * std::sin(number * 0.001), 0.4);
  MadeCall made;
  store::CallRecord& call = made.record;
  call.call_id = absl::StrCat("call-", number);
  call.agent_id = agent;
  call.state = domain::CallState::kEnded;
  call.customer_id = absl::StrCat("k", number % 20000);
  call.queue = number % 3 == 0 ? "Vaartbaan" : "Facturen";
  call.rang = began;
  call.answered = began + absl::Seconds(5);
  call.ended = began + absl::Minutes(6);
  call.freed = began + absl::Minutes(7);
  call.turns = kTurnsOfACall;
  for (int i = 0; i < kTurnsOfACall; ++i) {
    store::TurnRecord turn;
    turn.utterance_id = absl::StrCat("u", number, "-", i);
    turn.call_id = call.call_id;
    turn.speaker = i % 2 == 0 ? domain::Speaker::kCustomer : domain::Speaker::kAgent;
    turn.language = "nl";
    turn.text =
        absl::StrCat("dat is nu al de ", i + 1, "e keer dat ik erover bel, en ik wil graag weten waar het blijft");
    turn.said = began + absl::Seconds(10 + 14 * i);
    if (turn.speaker == domain::Speaker::kCustomer) {
      const double score = std::max(-1.0, std::min(1.0, feeling(random)));
      const auto felt = score < -0.2  ? domain::Feeling::kNegative
                        : score > 0.2 ? domain::Feeling::kPositive
                                      : domain::Feeling::kNeutral;
      turn.sentiment = domain::Sentiment{score, felt, 0.7, "sentiment-nl-3"};
      call.sentiment.scores.push_back(score);
    }
    made.turns.push_back(std::move(turn));
  }
  call.sentiment.turns = static_cast<int>(call.sentiment.scores.size());
  call.sentiment.start = call.sentiment.scores.front();
  call.sentiment.end = call.sentiment.scores.back();
  call.sentiment.lowest = *std::min_element(call.sentiment.scores.begin(), call.sentiment.scores.end());
  made.count = {call.call_id, agent, absl::StrCat("team-", number % kAgents / 10), call.queue, call.answered};
  made.count.scored = call.sentiment.turns;
  made.count.start = call.sentiment.start;
  made.count.end = call.sentiment.end;
  made.count.lowest = call.sentiment.lowest;
  return made;
}

void make(const std::string& file, int turns) {
  const auto store = store::sqlite::open(file);
  must(store.status());
  std::mt19937_64 random(17);  // NOLINT(cert-msc51-cpp): the same store every time.
  const int calls = turns / kTurnsOfACall;
  const double before = steady_us();
  for (int at = 0; at < calls; at += kCallsAtOnce) {
    must((*store)->write([&](store::Transaction& transaction) -> absl::Status {
      for (int i = at; i < std::min(calls, at + kCallsAtOnce); ++i) {
        const MadeCall made = make_call(i, random);
        for (const store::TurnRecord& turn : made.turns) {
          if (absl::Status status = transaction.append_turn(turn); !status.ok()) return status;
        }
        if (absl::Status status = transaction.save_call(made.record); !status.ok()) return status;
        if (absl::Status status = transaction.save_call_count(made.count); !status.ok()) return status;
      }
      return absl::OkStatus();
    }));
  }
  print_alone("a turn is stored and counted", (steady_us() - before) / turns, "us", {{"turns", turns}});
}

/// Steps through a query with SQLite alone, touching every column, and gives the milliseconds.
double scan_ms(const std::string& file, const char* sql) {
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
    throw std::runtime_error("cannot open the store");
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database));
  }
  std::size_t bytes = 0;
  const double before = steady_us();
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
    }
  }
  const double took = (steady_us() - before) / 1e3;
  sqlite3_finalize(statement);
  sqlite3_close(database);
  if (bytes == 0) throw std::runtime_error("the store is empty");
  return took;
}

void floors(const std::string& file) {
  scan_ms(file, "SELECT hour, call, turns FROM report_hour");  // Warm.
  print_alone(
      "floor: bare SQLite counts the turns by hour",
      scan_ms(file, "SELECT said / 3600000000000, count(*), avg(score) FROM turn WHERE score IS NOT NULL GROUP BY 1"),
      "ms");
  print_alone("floor: bare SQLite reads what was counted",
              scan_ms(file, "SELECT hour, call, turns, score_sum, negative, neutral, positive FROM report_hour"), "ms");
  print_alone("floor: bare SQLite reads every turn",
              scan_ms(file,
                      "SELECT t.call, t.id, t.said, t.speaker, t.language, t.text, t.sentiment FROM call c JOIN turn t "
                      "ON t.call = c.id ORDER BY c.began, c.id, t.said, t.seq"),
              "ms");

  const auto opened = store::sqlite::open(file);
  must(opened.status());
  absl::TimeZone zone;
  absl::LoadTimeZone("Europe/Amsterdam", &zone);
  const double before = steady_us();
  core::SentimentReport report({core::ReportBy::kHour, zone, {}});
  must((*opened)->read([&](store::Reads& reads) -> absl::Status {
    const absl::Status read = reads.sentiment_hours(beginning(), beginning() + absl::Hours(24 * 100),
                                                    [&](const store::SentimentHour& hour) { report.add(hour); });
    if (!read.ok()) return read;
    return reads.counted_calls(beginning(), beginning() + absl::Hours(24 * 100),
                               [&](const store::CountedCall& call) { report.add(call); });
  }));
  print_alone("a report by hour, in the service", (steady_us() - before) / 1e3, "ms", {{"rows", report.rows().size()}});
}

}  // namespace
}  // namespace aandacht::bench

int main(int argc, char** argv) {
  const std::string what = argc > 2 ? argv[1] : "";
  try {
    if (what == "make") {
      aandacht::bench::make(argv[2], argc > 3 ? std::atoi(argv[3]) : 1000000);
    } else if (what == "floor") {
      aandacht::bench::floors(argv[2]);
    } else {
      std::fputs("usage: bench_reports make|floor FILE [TURNS]\n", stderr);
      return 2;
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_reports: %s\n", error.what());
    return 1;
  }
  return 0;
}
