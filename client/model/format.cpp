#include "client/model/format.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

constexpr std::array<const char*, 7> kDutchDays{"ma", "di", "wo", "do", "vr", "za", "zo"};
constexpr std::array<const char*, 7> kEnglishDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> kDutchMonths{"jan", "feb", "mrt", "apr", "mei", "jun",
                                                   "jul", "aug", "sep", "okt", "nov", "dec"};
constexpr std::array<const char*, 12> kEnglishMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

const char* weekday_text(absl::CivilDay day, Language language) {
  const auto index = static_cast<std::size_t>(absl::GetWeekday(day));
  return language == Language::kDutch ? kDutchDays[index] : kEnglishDays[index];
}

const char* month_text(absl::CivilDay day, Language language) {
  const auto index = static_cast<std::size_t>(day.month() - 1);
  return language == Language::kDutch ? kDutchMonths[index] : kEnglishMonths[index];
}

std::string counted(std::int64_t count, Text one, Text many, Language language) {
  return count == 1 ? std::string(text(one, language)) : fill(many, language, count);
}

}  // namespace

std::string duration_text(absl::Duration duration) {
  if (duration == absl::InfiniteDuration() || duration == -absl::InfiniteDuration()) return "";
  const std::int64_t seconds = std::max<std::int64_t>(0, absl::ToInt64Seconds(duration));
  const auto two = [](std::int64_t value) { return absl::Dec(value, absl::kZeroPad2); };
  if (seconds < 3600) return absl::StrCat(two(seconds / 60), ":", two(seconds % 60));
  return absl::StrCat(seconds / 3600, ":", two(seconds / 60 % 60), ":", two(seconds % 60));
}

std::string ordinal_text(int number, Language language) {
  if (language == Language::kDutch) return absl::StrCat(number, "e");
  const int teens = number % 100;
  if (teens >= 11 && teens <= 13) return absl::StrCat(number, "th");
  switch (number % 10) {
    case 1:
      return absl::StrCat(number, "st");
    case 2:
      return absl::StrCat(number, "nd");
    case 3:
      return absl::StrCat(number, "rd");
  }
  return absl::StrCat(number, "th");
}

std::string span_text(absl::Duration span, Language language) {
  const auto days = static_cast<std::int64_t>(absl::ToDoubleHours(span) / 24 + 0.5);
  if (absl::ToDoubleHours(span) < 24) return std::string(text(Text::kToday, language));
  if (days < 14) return counted(days, Text::kOneDay, Text::kDays, language);
  if (days < 61) return counted((days + 3) / 7, Text::kOneWeek, Text::kWeeks, language);
  const auto months = static_cast<std::int64_t>(static_cast<double>(days) / 30.44 + 0.5);
  if (months < 24) return counted(months, Text::kOneMonth, Text::kMonths, language);
  return counted(months / 12, Text::kOneYear, Text::kYears, language);
}

std::string day_text(absl::CivilDay day, absl::CivilDay today, Language language) {
  std::string out = absl::StrCat(weekday_text(day, language), " ", day.day(), " ", month_text(day, language));
  if (day.year() != today.year()) absl::StrAppend(&out, " ", day.year());
  return out;
}

std::string due_text(absl::Time due, absl::Time now, absl::TimeZone zone, Language language) {
  const absl::CivilSecond in_utc = absl::ToCivilSecond(due, absl::UTCTimeZone());
  const bool journey_day = in_utc == absl::CivilSecond(absl::CivilDay(in_utc));
  const absl::CivilSecond local = journey_day ? in_utc : absl::ToCivilSecond(due, zone);
  const bool call_day = local.hour() == 23 && local.minute() == 59;  // See Promise::due.
  const bool whole_day = journey_day || call_day;
  const absl::CivilDay day(local);
  const absl::CivilDay today = absl::ToCivilDay(now, zone);
  std::string out;
  if (day == today) {
    out = text(Text::kToday, language);
  } else if (day == today + 1) {
    out = text(Text::kTomorrow, language);
  } else if (day == today - 1) {
    out = text(Text::kYesterday, language);
  } else if (!whole_day && day > today && day - today <= 6) {
    out = weekday_text(day, language);
  } else {
    out = day_text(day, today, language);
  }
  if (whole_day) return out;
  return absl::StrCat(out, " ", absl::Dec(local.hour(), absl::kZeroPad2), ":",
                      absl::Dec(local.minute(), absl::kZeroPad2));
}

}  // namespace aandacht::model
