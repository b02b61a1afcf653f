#include "client/ui/ticks.h"

#include <array>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace aandacht::ui {
namespace {

double count_of(double low, double high, double step) {
  return std::ceil(high / step - 1e-9) - std::floor(low / step + 1e-9) + 1;
}

double step_of(double low, double high, int most, bool whole) {
  double power = std::pow(10.0, std::floor(std::log10((high - low) / most)));
  while (true) {
    for (const double part : {1.0, 2.0, 5.0}) {
      const double step = part * power;
      if ((!whole || step >= 1) && count_of(low, high, step) <= most) return step;
    }
    power *= 10;
  }
}

/// A span between two marks: so many of a unit.
struct Span {
  enum class Unit { kMinute, kHour, kDay, kMonth, kYear } unit;
  int count;
  double seconds;  ///< About.
};

constexpr double kDaySeconds = 86400;
constexpr std::array kSpans{Span{Span::Unit::kMinute, 1, 60},
                            Span{Span::Unit::kMinute, 5, 300},
                            Span{Span::Unit::kMinute, 15, 900},
                            Span{Span::Unit::kMinute, 30, 1800},
                            Span{Span::Unit::kHour, 1, 3600},
                            Span{Span::Unit::kHour, 2, 7200},
                            Span{Span::Unit::kHour, 3, 10800},
                            Span{Span::Unit::kHour, 6, 21600},
                            Span{Span::Unit::kHour, 12, 43200},
                            Span{Span::Unit::kDay, 1, kDaySeconds},
                            Span{Span::Unit::kDay, 2, 2 * kDaySeconds},
                            Span{Span::Unit::kDay, 3, 3 * kDaySeconds},
                            Span{Span::Unit::kDay, 7, 7 * kDaySeconds},
                            Span{Span::Unit::kDay, 14, 14 * kDaySeconds},
                            Span{Span::Unit::kMonth, 1, 30.4 * kDaySeconds},
                            Span{Span::Unit::kMonth, 3, 91.3 * kDaySeconds},
                            Span{Span::Unit::kMonth, 6, 182.6 * kDaySeconds},
                            Span{Span::Unit::kYear, 1, 365.2 * kDaySeconds},
                            Span{Span::Unit::kYear, 2, 2 * 365.2 * kDaySeconds},
                            Span{Span::Unit::kYear, 5, 5 * 365.2 * kDaySeconds},
                            Span{Span::Unit::kYear, 10, 10 * 365.2 * kDaySeconds}};

/// The last mark at or before a moment.
absl::CivilSecond mark_before(absl::CivilSecond at, const Span& span) {
  const auto down = [&](auto value, int first) {
    return (static_cast<int>(value) - first) / span.count * span.count + first;
  };
  switch (span.unit) {
    case Span::Unit::kMinute:
      return absl::CivilSecond(at.year(), at.month(), at.day(), at.hour(), down(at.minute(), 0));
    case Span::Unit::kHour:
      return absl::CivilSecond(at.year(), at.month(), at.day(), down(at.hour(), 0));
    case Span::Unit::kDay: {
      const absl::CivilDay day(at);
      if (span.count < 7) return absl::CivilSecond(day);
      return absl::CivilSecond(absl::PrevWeekday(day + 1, absl::Weekday::monday));
    }
    case Span::Unit::kMonth:
      return absl::CivilSecond(at.year(), down(at.month(), 1));
    case Span::Unit::kYear:
      return absl::CivilSecond(at.year() - at.year() % span.count);
  }
  return at;
}

absl::CivilSecond mark_after(absl::CivilSecond at, const Span& span) {
  switch (span.unit) {
    case Span::Unit::kMinute:
      return absl::CivilSecond(absl::CivilMinute(at) + span.count);
    case Span::Unit::kHour:
      return absl::CivilSecond(absl::CivilHour(at) + span.count);
    case Span::Unit::kDay:
      return absl::CivilSecond(absl::CivilDay(at) + span.count);
    case Span::Unit::kMonth:
      return absl::CivilSecond(absl::CivilMonth(at) + span.count);
    case Span::Unit::kYear:
      return absl::CivilSecond(absl::CivilYear(at) + span.count);
  }
  return at;
}

std::vector<double> marks_of(double low, double high, const Span& span, absl::TimeZone zone, std::size_t most) {
  std::vector<double> marks;
  const absl::Time begin = absl::UnixEpoch() + absl::Seconds(low);
  absl::CivilSecond mark = mark_before(absl::ToCivilSecond(begin, zone), span);
  while (marks.size() <= most) {
    const double at = absl::ToDoubleSeconds(absl::FromCivil(mark, zone) - absl::UnixEpoch());
    if (at > high) break;
    if (at >= low) marks.push_back(at);
    mark = mark_after(mark, span);
  }
  return marks;
}

}  // namespace

Ticks good_ticks(double low, double high, int most, bool whole) {
  if (!(high > low)) {
    const double room = whole || low == 0 ? 1 : std::abs(low) / 2;
    high = low + room;
    if (low != 0 && !whole) low -= room;
  }
  Ticks ticks;
  ticks.step = step_of(low, high, most, whole);
  const double first = std::floor(low / ticks.step + 1e-9);
  const double last = std::ceil(high / ticks.step - 1e-9);
  // Multiplied, not added up: no 0.30000000000000004 after some steps.
  for (double i = first; i <= last; ++i) ticks.at.push_back(i * ticks.step);
  ticks.from = ticks.at.front();
  ticks.to = ticks.at.back();
  return ticks;
}

Ticks good_time_ticks(double low, double high, absl::TimeZone zone, int most, bool whole_days) {
  Ticks ticks;
  ticks.from = low;
  ticks.to = high > low ? high : low + 60;
  for (const Span& span : kSpans) {
    if (ticks.to - low > span.seconds * (most + 1) || (whole_days && span.seconds < kDaySeconds)) continue;
    ticks.at = marks_of(low, ticks.to, span, zone, static_cast<std::size_t>(most));
    ticks.step = span.seconds;
    if (ticks.at.size() <= static_cast<std::size_t>(most)) return ticks;
  }
  ticks.at.clear();
  return ticks;
}

std::string written_number(double value, model::Language language) {
  const std::string plain = absl::StrFormat("%g", value);
  const bool dutch = language == model::Language::kDutch;
  return absl::StrReplaceAll(plain, {{"-", "−"}, {".", dutch ? "," : "."}});
}

std::string written_time(double seconds, double step, absl::TimeZone zone, model::Language language) {
  constexpr const char* kDutch[] = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};
  constexpr const char* kEnglish[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const absl::CivilSecond at = absl::ToCivilSecond(absl::UnixEpoch() + absl::Seconds(seconds), zone);
  const int month = at.month() - 1;
  const char* name = language == model::Language::kDutch ? kDutch[month] : kEnglish[month];
  if (step < kDaySeconds) return absl::StrFormat("%02d:%02d", at.hour(), at.minute());
  if (step < 28 * kDaySeconds) return absl::StrCat(at.day(), " ", name);
  return step < 360 * kDaySeconds ? absl::StrCat(name, " ", at.year()) : absl::StrCat(at.year());
}

}  // namespace aandacht::ui
