// English weekdays, parts of the day and stretches of days: "early next week", "the end of the afternoon".
#include "shared/base/word_map.h"
#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {
namespace english {

// "9", "nine", "twenty five".
std::optional<Number> number_at(const Words& words, std::size_t at) {
  if (const auto written = written_number(words[at])) return Number{*written, 1};
  const auto value = cardinal(words[at]);
  if (!value) return std::nullopt;
  if (is_english_tens(words[at])) {
    const auto unit = cardinal(words[at + 1]);
    if (unit && *unit >= 1 && *unit <= 9) return Number{*value + *unit, 2};
  }
  return Number{*value, 1};
}

// "second", "23rd", "twenty third".
std::optional<Number> ordinal_at(const Words& words, std::size_t at) {
  if (is_english_tens(words[at])) {
    const auto unit = ordinal(words[at + 1]);
    if (unit && *unit <= 9) return Number{*cardinal(words[at]) + *unit, 2};
  }
  if (const auto value = ordinal(words[at])) return Number{*value, 1};
  return std::nullopt;
}

std::optional<absl::Weekday> weekday(std::string_view word) {
  static const auto* days =
      new base::WordMap<absl::Weekday>{{"monday", absl::Weekday::monday},       {"tuesday", absl::Weekday::tuesday},
                                       {"wednesday", absl::Weekday::wednesday}, {"thursday", absl::Weekday::thursday},
                                       {"friday", absl::Weekday::friday},       {"saturday", absl::Weekday::saturday},
                                       {"sunday", absl::Weekday::sunday}};
  if (!word.ends_with("day")) return std::nullopt;  // Saves the look-up of most words.
  const absl::Weekday* day = days->find(word);
  return day == nullptr ? std::nullopt : std::optional(*day);
}

int month(std::string_view word) {
  static const auto* months = new base::WordMap<int>{
      {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
      {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}};
  const int* found = months->find(word);
  return found == nullptr ? 0 : *found;
}

DayPart part_of_day(std::string_view word) {
  if (word == "morning") return DayPart::kMorning;
  if (word == "afternoon") return DayPart::kAfternoon;
  if (one_of(word, {"evening", "night"})) return DayPart::kEvening;
  return DayPart::kNone;
}

}  // namespace english

namespace {

// The begin, middle or end of a day, week, month or year; see part_of_month() for `part`. "early next week".
std::optional<Found> part_at(const Words& words, std::size_t at, std::size_t what, int part, absl::CivilDay today) {
  const std::size_t first = what;
  while (one_of(words[what], {"of", "the", "this", "in"}) && what < first + 4) ++what;
  const absl::Weekday day = part == 1   ? absl::Weekday::tuesday
                            : part == 2 ? absl::Weekday::wednesday
                                        : absl::Weekday::friday;
  const std::size_t used = what + 1 - at;
  if (part == 3 && one_of(words[what], {"day", "today"})) return vague_day(today, used);
  if (part == 3 && words[what] == "working" && words[what + 1] == "day") return vague_day(today, used + 1);
  if (part == 3 && words[what] == "tomorrow") return of_day(today + 1, used);
  if (part == 3 && words[what] == "year") return vague_day(part_of_month(today, 12, 3), used);
  if (words[what] == "week") return vague_day(std::max(weekday_of_week(today, day, 0), today), used);
  if (words[what] == "next" && words[what + 1] == "week") return vague_day(weekday_of_week(today, day, 1), used + 1);
  if (words[what] == "month") return vague_day(part_of_month(today, today.month(), part), used);
  if (words[what] == "next" && words[what + 1] == "month")
    return vague_day(part_of_month(today, (absl::CivilMonth(today) + 1).month(), part), used + 1);
  if (const int named = english::month(words[what]); named > 0 && words[what] != "may")
    return vague_day(part_of_month(today, named, part), used);
  return part_of_part(english::part_of_day(words[what]), part, used);
}

// "before the weekend", "over the weekend", "next weekend".
std::optional<Found> weekend_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const bool led = one_of(words[at], {"before", "by", "after"});
  const std::size_t the = led ? at + 1 : at;
  const std::size_t weekend = one_of(words[the], {"the", "this", "next", "last"}) ? the + 1 : the;
  if (words[weekend] != "weekend") return std::nullopt;
  const std::size_t used = weekend + 1 - at;
  if (words[at] == "after") return vague_day(weekday_from(today, absl::Weekday::monday, false), used);
  if (led) return vague_day(weekday_from(today - 1, absl::Weekday::friday, false), used);
  const absl::CivilDay saturday = weekday_from(today, absl::Weekday::saturday, words[the] == "last");
  return of_day(words[the] == "next" ? saturday + 7 : saturday, used);
}

// "two days ago", "a week ago".
std::optional<Found> ago_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const auto counted = english::number_at(words, at);
  const std::size_t used = counted ? counted->words : 1;
  if (words[at + used + 1] != "ago" || (!counted && words[at] != "a")) return std::nullopt;
  const int count = counted ? counted->value : 1;
  if (count > 400) return std::nullopt;
  if (one_of(words[at + used], {"day", "days"})) return of_day(today - count, used + 2);
  if (one_of(words[at + used], {"week", "weeks"})) return of_day(today - 7 * count, used + 2);
  return std::nullopt;
}

// "a week on tuesday", "two weeks today", "a week from friday".
std::optional<Found> weeks_from_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const bool one = words[at] == "a" && words[at + 1] == "week";
  const auto counted = english::number_at(words, at);
  if (!one && !(counted && counted->value <= 20 && words[at + counted->words] == "weeks")) return std::nullopt;
  const int weeks = one ? 1 : counted->value;
  std::size_t day_at = at + (one ? 2 : counted->words + 1);
  if (one_of(words[day_at], {"on", "from"})) ++day_at;
  if (const auto day = english::weekday(words[day_at]))
    return of_day(weekday_from(today, *day, false) + 7 * weeks, day_at + 1 - at);
  if (one_of(words[day_at], {"today", "tomorrow"}))
    return of_day(today + 7 * weeks + (words[day_at] == "today" ? 0 : 1), day_at + 1 - at);
  return std::nullopt;
}

// "next week", "last week tuesday", "this week".
std::optional<Found> whole_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const std::string_view which = words[at];
  if (!one_of(which, {"next", "last", "this"})) return std::nullopt;
  const int away = which == "this" ? 0 : which == "next" ? 1 : -1;
  if (words[at + 1] == "week") {
    const std::size_t day_at = at + (words[at + 2] == "on" ? 3 : 2);
    if (const auto day = english::weekday(words[day_at]); day && away != 0)
      return of_day(weekday_of_week(today, *day, away), day_at + 1 - at, english::part_of_day(words[day_at + 1]));
    const absl::CivilDay friday = weekday_of_week(today, absl::Weekday::friday, away);
    return vague_day(away == 0 ? std::max(friday, today) : friday, 2);
  }
  if (words[at + 1] == "month" && away >= 0)
    return vague_day(absl::CivilDay(absl::CivilMonth(today) + away + 1) - 1, 2);
  return std::nullopt;
}

}  // namespace

namespace english {

std::optional<Found> stretch_at(const Words& words, std::size_t at, absl::CivilDay today) {
  if (words[at] == "end" && words[at + 1] == "of") return part_at(words, at, at + 2, 3, today);
  if (one_of(words[at], {"early", "beginning"})) return part_at(words, at, at + 1, 1, today);
  if (words[at] == "start" && words[at + 1] == "of") return part_at(words, at, at + 2, 1, today);
  if (one_of(words[at], {"mid", "middle"})) return part_at(words, at, at + 1, 2, today);
  if (one_of(words[at], {"late", "later"}) && words[at + 1] != "today") return part_at(words, at, at + 1, 3, today);
  if (words[at] == "week" && words[at + 1] == "after" && words[at + 2] == "next")
    return vague_day(weekday_of_week(today, absl::Weekday::friday, 2), 3);
  if (words[at] == "this" && words[at + 1] == "time") {
    if (words[at + 2] == "tomorrow") return of_day(today + 1, 3);
    if (words[at + 2] == "next" && words[at + 3] == "week") return of_day(today + 7, 4);
  }
  if (auto found = weeks_from_at(words, at, today)) return found;
  if (auto found = whole_at(words, at, today)) return found;
  if (auto found = ago_at(words, at, today)) return found;
  if (auto found = holiday_at(words, at, today)) return found;
  return weekend_at(words, at, today);
}

std::optional<Found> near_day_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const std::string_view word = words[at];
  if (word == "today" || word == "today's") return of_day(today, 1);
  if (word == "tonight") return of_day(today, 1, DayPart::kEvening);
  if (word == "this" && part_of_day(words[at + 1]) != DayPart::kNone)
    return of_day(today, 2, part_of_day(words[at + 1]));
  if (word == "day" && words[at + 1] == "after" && words[at + 2] == "tomorrow") return of_day(today + 2, 3);
  if (word == "day" && words[at + 1] == "before" && words[at + 2] == "yesterday") return of_day(today - 2, 3);
  if (word == "tomorrow" || word == "tomorrow's") {
    const DayPart part = part_of_day(words[at + 1]);
    return of_day(today + 1, part == DayPart::kNone ? 1 : 2, part);
  }
  if (word == "last" && words[at + 1] == "night") return of_day(today - 1, 2, DayPart::kEvening);
  if (word == "yesterday") return of_day(today - 1, 1);
  return std::nullopt;
}

}  // namespace english
}  // namespace aandacht::domain::dates
