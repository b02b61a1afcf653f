#include "client/net/report_file.h"

#include "shared/base/csv.h"
#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

using domain::ReportBy;
using net::ExportFormat;

absl::TimeZone amsterdam() {
  absl::TimeZone zone;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &zone));
  return zone;
}

}  // namespace

TEST_CASE("a table of sentiment has numbers, days of the service, and nothing where nothing was counted",
          "[report_file]") {
  domain::SentimentRow day;
  day.key.start = absl::FromCivil(absl::CivilDay(2026, 10, 25), amsterdam());
  day.calls = 3;
  day.scored_calls = 2;
  day.turns = 12;
  day.negative = 4;
  day.neutral = 5;
  day.positive = 3;
  day.mean = -0.125;
  day.start = 0.5;
  day.end = 0.25;
  day.lowest = -1;
  domain::SentimentRow quiet;
  quiet.key.start = absl::FromCivil(absl::CivilDay(2026, 10, 26), amsterdam());
  quiet.calls = 1;
  const domain::SentimentReport report{{day, quiet}, {}, "Europe/Amsterdam"};
  CHECK(net::table_of(report, ReportBy::kDay, ExportFormat::kCsv, amsterdam()) ==
        "\xEF\xBB\xBF"
        R"("day","call_count","scored_call_count","turn_count","negative_count","neutral_count","positive_count",)"
        R"("mean_score","mean_start","mean_end","mean_lowest")"
        "\r\n2026-10-25,3,2,12,4,5,3,-0.125,0.5,0.25,-1.0\r\n"
        "2026-10-26,1,0,0,0,0,0,,,,\r\n");
  CHECK(net::table_of(report, ReportBy::kDay, ExportFormat::kJsonLines, amsterdam()).find("\"mean_score\":null") !=
        std::string::npos);
  // The hour that the clock has twice is told apart by its offset.
  domain::SentimentRow summer;
  summer.key.start = absl::FromCivil(absl::CivilHour(2026, 10, 25, 0), absl::UTCTimeZone());
  domain::SentimentRow winter;
  winter.key.start = *summer.key.start + absl::Hours(1);
  const std::string hours = net::table_of(domain::SentimentReport{{summer, winter}, {}, ""}, ReportBy::kHour,
                                          ExportFormat::kCsv, amsterdam());
  CHECK(hours.find("2026-10-25T02:00:00.000+02:00,") != std::string::npos);
  CHECK(hours.find("2026-10-25T02:00:00.000+01:00,") != std::string::npos);
}

TEST_CASE("tables of queues, three E's, cards and promises have a header and a row each", "[report_file]") {
  domain::SentimentRow queue;
  queue.key.name = "=Storing, \"noord\"";
  CHECK(net::table_of(domain::SentimentReport{{queue}, {}, ""}, ReportBy::kQueue, ExportFormat::kCsv, amsterdam())
            .find("\r\n\"'=Storing, \"\"noord\"\"\",0,") != std::string::npos);

  const domain::ExperienceReport three{{{{}, 10, 4, {{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}}, {}}}, {}};
  const std::string es = net::table_of(three, ReportBy::kTotal, ExportFormat::kCsv, amsterdam());
  CHECK(es.find(R"("total","call_count","surveyed_count","answer_effectiveness_low",)") == base::kUtf8Mark.size());
  CHECK(es.find("\r\ntotal,10,4,1,2,3,4,5,6,7,8,9,0,0,0,0,0,0,0,0,0\r\n") != std::string::npos);

  const domain::CardReport cards{{{domain::CardKind::kFirstTime, 9, 4, {1, 0.2, std::nullopt}, {}}}, true, {}};
  CHECK(net::table_of(cards, ExportFormat::kCsv).find("\r\nfirst_time,9,4,1,0.2,,0,,\r\n") != std::string::npos);

  const domain::PromiseReport promises{{{absl::CivilDay(2026, 11, 2), 5, 4, 3, 2, 1, 0}}, false, {}};
  CHECK(net::table_of(promises, ExportFormat::kJsonLines) ==
        "{\"day\":\"2026-11-02\",\"made_count\":5,\"dated_count\":4,\"due_count\":3,\"kept_count\":2,"
        "\"broken_count\":1,\"overdue_count\":0}\n");
}

}  // namespace aandacht::test
