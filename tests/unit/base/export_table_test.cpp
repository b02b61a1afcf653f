#include "shared/base/export_table.h"

#include <functional>
#include <limits>
#include <utility>

#include "tests/support/catch.h"

namespace aandacht::base {
namespace {

std::string csv(const std::function<void(ExportTable&)>& write) {
  ExportTable table(ExportTable::Format::kCsv, absl::UTCTimeZone(), {"a"});
  write(table);
  return table.take();
}

std::string json(const std::function<void(ExportTable&)>& write) {
  ExportTable table(ExportTable::Format::kJsonLines, absl::UTCTimeZone(), {"a"});
  write(table);
  return table.take();
}

}  // namespace

TEST_CASE("a CSV begins with one byte order mark, so that a spreadsheet does not take it for the local code page",
          "[export_table]") {
  const std::string file = csv([](ExportTable& table) {
    table.head();
    table.text("café");
    table.end_row();
  });
  CHECK(file == "\xEF\xBB\xBF\"a\"\r\ncafé\r\n");
  const std::string lines = json([](ExportTable& table) {
    table.head();
    table.text("café");
    table.end_row();
  });
  CHECK(lines == "{\"a\":\"café\"}\n");
}

TEST_CASE("the header of an export is in quotes, so that a reader of the first rows knows that quotes are used",
          "[export_table]") {
  CHECK(csv([](ExportTable& table) { table.head(); }) == "\xEF\xBB\xBF\"a\"\r\n");
  CHECK(json([](ExportTable& table) { table.head(); }).empty());
}

TEST_CASE("a number that may have a fraction has a point, so that nobody cuts the later ones", "[export_table]") {
  for (const auto& [value, written] : {std::pair{0.0, "0.0"}, {-1.0, "-1.0"}, {0.25, "0.25"}, {1e-5, "1e-05"}}) {
    CHECK(csv([&, number = value](ExportTable& table) { table.number(number); }) == written);
  }
  CHECK(json([](ExportTable& table) { table.number(2); }) == "{\"a\":2.0");
  CHECK(csv([](ExportTable& table) { table.number(std::numeric_limits<double>::quiet_NaN()); }).empty());
  CHECK(csv([](ExportTable& table) { table.count(3); }) == "3");
}

TEST_CASE("text in an export keeps its quotes, line ends and letters, and is no formula in a spreadsheet",
          "[export_table]") {
  CHECK(csv([](ExportTable& table) { table.text("een\r\n\"twee\""); }) == "\"een\r\n\"\"twee\"\"\"");
  CHECK(csv([](ExportTable& table) { table.text("=1+1"); }) == "'=1+1");
  CHECK(json([](ExportTable& table) { table.text("=1+1\n\"é\"\\"); }) == "{\"a\":\"=1+1\\u000a\\\"é\\\"\\\\\"");
  CHECK(json([](ExportTable& table) { table.absent(); }) == "{\"a\":null");
}

TEST_CASE("times of an export have milliseconds and the zone's offset, and moments that never were are left out",
          "[export_table]") {
  ExportTable table(ExportTable::Format::kCsv, absl::FixedTimeZone(3600), {"a", "b"});
  table.time(absl::FromUnixMillis(1'700'000'000'250));
  table.time(absl::InfinitePast());
  table.end_row();
  CHECK(table.take() == "2023-11-14T23:13:20.250+01:00,\r\n");
}

}  // namespace aandacht::base
