#include "client/ui/plot.h"

#include <cmath>

#include "client/ui/ticks.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"

namespace aandacht::test {
namespace {

using ui::good_ticks;
using ui::good_time_ticks;

double seconds(absl::Time time) { return absl::ToDoubleSeconds(time - absl::UnixEpoch()); }

absl::TimeZone amsterdam() {
  absl::TimeZone zone;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &zone));
  return zone;
}

ui::Plot counts() {
  ui::Plot plot;
  plot.across = ui::PlotAcross::kNames;
  plot.names = {"ma", "di", "wo", "do", "vr"};
  plot.y.title = "gesprekken";
  plot.y.whole = true;
  ui::PlotSeries series{"", ui::PlotKind::kBars, {}};
  const std::vector<std::optional<double>> values{3, 12, std::nullopt, 7, 1};
  for (std::size_t i = 0; i < values.size(); ++i) {
    series.points.push_back({static_cast<double>(i), values[i], 0, 0, "dag " + std::to_string(i)});
  }
  plot.series.push_back(series);
  return plot;
}

}  // namespace

TEST_CASE("an axis of numbers has at most five marks, all at round numbers, around everything shown") {
  for (double low : {-1.0, 0.0, 0.3, 17.0, -250.0}) {
    for (double extent : {0.013, 0.7, 1.0, 2.0, 9.0, 31.0, 1000.0, 123456.0}) {
      INFO(low << " " << extent);
      const ui::Ticks ticks = good_ticks(low, low + extent);
      CHECK(ticks.at.size() <= 5);
      CHECK(ticks.at.size() >= 2);
      CHECK(ticks.from <= low + 1e-9);
      CHECK(ticks.to >= low + extent - 1e-9);
      const double power = std::pow(10, std::floor(std::log10(ticks.step) + 1e-9));
      const double part = ticks.step / power;
      CHECK((std::abs(part - 1) < 1e-6 || std::abs(part - 2) < 1e-6 || std::abs(part - 5) < 1e-6));
    }
  }
}

TEST_CASE("marks of counts are whole numbers") {
  for (const double most : {0.0, 1.0, 2.0, 3.0, 7.0}) {
    for (const double tick : good_ticks(0, most, 5, true).at) CHECK(tick == std::round(tick));
  }
}

TEST_CASE("marks of a day stand at whole hours of the zone, also on the day that the clock goes back") {
  const absl::TimeZone zone = amsterdam();
  const absl::Time midnight = absl::FromCivil(absl::CivilDay(2026, 10, 25), zone);
  const ui::Ticks ticks = good_time_ticks(seconds(midnight), seconds(midnight + absl::Hours(25)), zone);
  CHECK(ticks.at.size() <= 5);
  REQUIRE(ticks.at.size() >= 2);
  for (const double tick : ticks.at) {
    const absl::CivilSecond civil = absl::ToCivilSecond(absl::UnixEpoch() + absl::Seconds(tick), zone);
    CHECK(civil.minute() == 0);
    CHECK(civil.hour() % 6 == 0);
  }
}

TEST_CASE("marks of some weeks are Mondays, those of a year first days of months") {
  const absl::TimeZone zone = amsterdam();
  const absl::Time begin = absl::FromCivil(absl::CivilDay(2026, 3, 4), zone);
  for (const double tick : good_time_ticks(seconds(begin), seconds(begin + absl::Hours(24 * 28)), zone).at) {
    CHECK(absl::GetWeekday(absl::ToCivilDay(absl::UnixEpoch() + absl::Seconds(tick), zone)) == absl::Weekday::monday);
  }
  const ui::Ticks year = good_time_ticks(seconds(begin), seconds(begin + absl::Hours(24 * 365)), zone);
  CHECK(year.at.size() >= 3);
  for (const double tick : year.at) {
    CHECK(absl::ToCivilDay(absl::UnixEpoch() + absl::Seconds(tick), zone).day() == 1);
  }
}

TEST_CASE("marks are written as people write them in the language of the window") {
  const absl::TimeZone zone = amsterdam();
  const double at = seconds(absl::FromCivil(absl::CivilSecond(2026, 3, 4, 14, 30), zone));
  CHECK(ui::written_number(-0.5, model::Language::kDutch) == "−0,5");
  CHECK(ui::written_number(0.5, model::Language::kEnglish) == "0.5");
  CHECK(ui::written_time(at, 1800, zone, model::Language::kDutch) == "14:30");
  CHECK(ui::written_time(at, 7 * 86400, zone, model::Language::kDutch) == "4 mrt");
  CHECK(ui::written_time(at, 31 * 86400, zone, model::Language::kEnglish) == "Mar 2026");
  CHECK(ui::written_time(at, 366 * 86400, zone, model::Language::kEnglish) == "2026");
}

TEST_CASE("a plot writes its axes and tells the value under the pointer") {
  const ui::Plot plot = counts();
  ui::Box box;
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        box = {frame.at, {frame.at.x + 480, frame.at.y + 300}};
        ui::draw_plot(frame.look, box, plot);
      },
      {.width = 640, .height = 400});
  for (const char* wanted : {"gesprekken", "ma", "vr", "0", "5", "10", "15"}) {
    INFO(wanted);
    CHECK(page.ui().sees(wanted));
  }
  CHECK_FALSE(page.ui().sees("dag 1"));
  const auto tuesday = page.ui().find("di");
  REQUIRE(tuesday);
  page.ui().move_to(tuesday->centre().x, box.centre().y);
  CHECK(page.ui().sees("dag 1"));
  const auto wednesday = page.ui().find("wo");
  page.ui().move_to(wednesday->centre().x, box.centre().y);
  CHECK_FALSE(page.ui().sees("dag 2"));
}

TEST_CASE("a plot of nothing still has its axes") {
  ui::Plot plot;
  plot.y.title = "gevoel";
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::draw_plot(frame.look, {frame.at, {frame.at.x + 300, frame.at.y + 200}}, plot);
      },
      {.width = 400, .height = 300});
  CHECK(page.ui().sees("gevoel"));
}

TEST_CASE("thirty long names on a plot do not touch each other") {
  ui::Plot plot = counts();
  plot.names.clear();
  plot.series[0].points.clear();
  for (int i = 0; i < 30; ++i) {
    plot.names.push_back("verhuisbevestiging " + std::to_string(i));
    plot.series[0].points.push_back({static_cast<double>(i), i % 7, 0, 0, ""});
  }
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::draw_plot(frame.look, {frame.at, {frame.at.x + 600, frame.at.y + 300}}, plot);
      },
      {.width = 700, .height = 400});
  std::vector<TextRect> labels;
  const auto text = page.ui().text();
  for (const auto& run : text.runs()) {
    if (run.text.starts_with("verhuis")) labels.push_back(run.rect);
  }
  REQUIRE(labels.size() >= 4);
  for (std::size_t i = 1; i < labels.size(); ++i) CHECK(labels[i].left > labels[i - 1].right + 4);
}

TEST_CASE("of weeks along an axis at most five are named, however much room there is; of topics all that fit") {
  ui::Plot plot = counts();
  plot.names.clear();
  plot.series[0].points.clear();
  for (int week = 10; week < 23; ++week) {
    plot.series[0].points.push_back({week - 10.0, 3, 0, 0, ""});
    plot.names.push_back("w" + std::to_string(week));
  }
  for (const bool few : {true, false}) {
    plot.few_names = few;
    PageFixture page(
        [&](supervisor::PageFrame& frame) {
          ui::draw_plot(frame.look, {frame.at, {frame.right(), frame.bottom()}}, plot);
        },
        {.width = 1600, .height = 400});
    int named = 0;
    for (const std::string& name : plot.names) named += page.ui().sees(name) ? 1 : 0;
    CHECK(named == (few ? 5 : 13));
  }
}

TEST_CASE("what a narrow plot is of is written whole below it, up to under the numbers of its other axis") {
  ui::Plot plot = counts();
  plot.x.title = "laatste 9 beurten, nieuwste rechts";
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::draw_plot(frame.look, {frame.at, {frame.at.x + 248, frame.at.y + 160}}, plot);
      },
      {.width = 400, .height = 300});
  CHECK(page.ui().sees("laatste 9 beurten, nieuwste rechts"));
}

TEST_CASE("names that do not all fit are five at most, and the first of them is written whole at the edge") {
  ui::Plot plot = counts();
  plot.names.clear();
  plot.series[0].points.clear();
  for (int i = 0; i < 40; ++i) {
    plot.names.push_back("storingsdienst zuid " + std::to_string(i));
    plot.series[0].points.push_back({static_cast<double>(i), i % 7, 0, 0, ""});
  }
  PageFixture page(
      [&](supervisor::PageFrame& frame) {
        ui::draw_plot(frame.look, {frame.at, {frame.at.x + 1100, frame.at.y + 300}}, plot);
      },
      {.width = 1280, .height = 400});
  CHECK(page.ui().count("storingsdienst zuid ") == 5);
  const auto first = page.ui().find("storingsdienst zuid 0");
  const auto next = page.ui().find("storingsdienst zuid 8");
  REQUIRE(first);
  REQUIRE(next);
  CHECK(next->left > first->right + 4);
}

TEST_CASE("marks of whole days never stand within a day, also on an axis of one day") {
  const absl::TimeZone zone = amsterdam();
  const absl::Time noon = absl::FromCivil(absl::CivilHour(2026, 11, 1, 12), zone);
  for (const int days : {1, 2, 7, 30, 90}) {
    const ui::Ticks ticks = good_time_ticks(seconds(noon), seconds(noon + days * absl::Hours(24)), zone, 5, true);
    CHECK(!ticks.at.empty());
    CHECK(ticks.at.size() <= 5);
    for (const double tick : ticks.at) {
      CHECK(absl::ToCivilSecond(absl::UnixEpoch() + absl::Seconds(tick), zone).hour() == 0);
    }
  }
}

}  // namespace aandacht::test
