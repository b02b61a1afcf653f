#include "absl/container/flat_hash_map.h"
#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {
namespace {

struct Number {
  int value = 0;
  std::size_t words = 1;
};

// "9", "nine", "twenty five".
std::optional<Number> number_at(const Words& words, std::size_t at) {
  if (const auto written = written_number(words[at])) return Number{*written, 1};
  const auto value = cardinal(words[at]);
  if (!value) return std::nullopt;
  const auto unit = cardinal(words[at + 1]);
  if (is_english_tens(words[at]) && unit && *unit >= 1 && *unit <= 9) return Number{*value + *unit, 2};
  return Number{*value, 1};
}

// "second", "23rd", "twenty third".
std::optional<Number> ordinal_at(const Words& words, std::size_t at) {
  const auto unit = ordinal(words[at + 1]);
  if (is_english_tens(words[at]) && unit && *unit <= 9) return Number{*cardinal(words[at]) + *unit, 2};
  if (const auto value = ordinal(words[at])) return Number{*value, 1};
  return std::nullopt;
}

std::optional<absl::Weekday> weekday(std::string_view word) {
  static const auto* days = new absl::flat_hash_map<std::string_view, absl::Weekday>{
      {"monday", absl::Weekday::monday},       {"tuesday", absl::Weekday::tuesday},
      {"wednesday", absl::Weekday::wednesday}, {"thursday", absl::Weekday::thursday},
      {"friday", absl::Weekday::friday},       {"saturday", absl::Weekday::saturday},
      {"sunday", absl::Weekday::sunday}};
  const auto found = days->find(word);
  if (found == days->end()) return std::nullopt;
  return found->second;
}

int month(std::string_view word) {
  static const auto* months = new absl::flat_hash_map<std::string_view, int>{
      {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
      {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12}};
  const auto found = months->find(word);
  return found == months->end() ? 0 : found->second;
}

DayPart part_of_day(std::string_view word) {
  if (word == "morning") return DayPart::kMorning;
  if (word == "afternoon") return DayPart::kAfternoon;
  if (one_of(word, {"evening", "night"})) return DayPart::kEvening;
  return DayPart::kNone;
}

bool leads_to_time(std::string_view word) {
  return one_of(word, {"at", "before", "by", "after", "around", "about", "till", "until", "from"});
}

bool is_unit(std::string_view word) {
  return one_of(word, {"percent", "per",   "pounds",  "pound",    "quid",   "days",    "day",   "hours",
                       "hour",    "weeks", "week",    "months",   "month",  "minutes", "years", "year",
                       "times",   "of",    "people",  "working",  "euros",  "dollars", "pence", "more",
                       "other",   "or",    "hundred", "thousand", "nights", "feet",    "miles", "third"});
}

// Half of the clock said after a time: 0 none, 1 am, 2 pm; with the words it takes.
std::pair<int, std::size_t> clock_half(const Words& words, std::size_t at) {
  if (words[at] == "am") return {1, 1};
  if (words[at] == "pm") return {2, 1};
  if (words[at + 1] == "m" && words[at] == "a") return {1, 2};
  if (words[at + 1] == "m" && words[at] == "p") return {2, 2};
  return {0, 0};
}

Found with_half(int minute, std::size_t used, int half, bool either) {
  if (half == 1 && minute >= 12 * 60) minute -= 12 * 60;
  if (half == 2 && minute < 12 * 60) minute += 12 * 60;
  return of_minute(minute, half == 0 && either, used);
}

// "half past ten", "quarter to three", "ten to seven", "half three".
std::optional<Found> minutes_around(const Words& words, std::size_t at) {
  const bool half = words[at] == "half";
  const auto count = number_at(words, at);
  const int minutes = half ? 30 : words[at] == "quarter" ? 15 : count ? count->value : 0;
  if (minutes < 1 || minutes > 30) return std::nullopt;
  const std::size_t link = at + (count && !half ? count->words : 1);
  const bool past = words[link] == "past";
  const bool to = words[link] == "to";
  if (!past && !to && !half) return std::nullopt;
  if (!half && minutes % 5 != 0) return std::nullopt;
  const auto hour = number_at(words, past || to ? link + 1 : link);
  if (!hour || hour->value < 1 || hour->value > 12) return std::nullopt;
  std::size_t end = (past || to ? link + 1 : link) + hour->words;
  if (is_unit(words[end])) return std::nullopt;
  const auto [clock, more] = clock_half(words, end);
  return with_half(hour->value * 60 + (to ? -minutes : minutes), end + more - at, clock, true);
}

// Minutes after an hour: "four thirty", "six oh five".
std::optional<Number> minutes_after(const Words& words, std::size_t at) {
  if (one_of(words[at], {"oh", "o"})) {
    const auto unit = number_at(words, at + 1);
    if (unit && unit->value >= 1 && unit->value <= 9) return Number{unit->value, 2};
    return std::nullopt;
  }
  const auto count = number_at(words, at);
  return count && count->value >= 10 && count->value <= 59 ? count : std::nullopt;
}

// A time by itself: "half past eight", "8am", "ten thirty".
std::optional<Found> point_at(const Words& words, std::size_t at) {
  if (auto found = minutes_around(words, at)) return found;
  if (one_of(words[at], {"noon", "midday"})) return of_minute(12 * 60, false, 1);
  std::string_view word = words[at];
  int half = word.ends_with("am") ? 1 : word.ends_with("pm") ? 2 : 0;
  if (half > 0) word.remove_suffix(2);
  std::optional<int> minute = clock_time(word);
  std::size_t end = at + 1;
  if (const auto written = written_number(word); !minute && half > 0 && written && *written <= 12)
    minute = *written * 60;
  if (const auto hour = number_at(words, at); !minute && hour && hour->value <= 24) {
    minute = hour->value * 60;
    end = at + hour->words;
    if (const auto more = minutes_after(words, end); more && hour->value <= 12) {
      minute = *minute + more->value;
      end += more->words;
    }
  }
  if (!minute) return std::nullopt;
  if (half == 0) {
    const auto [clock, more] = clock_half(words, end);
    half = clock;
    end += more;
  }
  if (half == 0 && is_unit(words[end])) return std::nullopt;
  return with_half(*minute, end - at, half, *minute <= 12 * 60);
}

// "between eight and twelve": the end counts.
std::optional<Found> between(const Words& words, std::size_t at) {
  if (!one_of(words[at], {"between", "from"})) return std::nullopt;
  const auto from = point_at(words, at + 1);
  if (!from) return std::nullopt;
  const std::size_t link = at + 1 + from->words;
  if (!one_of(words[link], {"and", "to", "till", "until", "til"}) || (words[at] == "from" && words[link] == "and"))
    return std::nullopt;
  const auto until = point_at(words, link + 1);
  if (!until) return std::nullopt;
  const int first = *from->mention.minute;
  const int last = *until->mention.minute;
  const bool afternoon = until->mention.either_half && last < 12 * 60 && last <= first;
  return of_minute(afternoon ? last + 12 * 60 : last, !afternoon && until->mention.either_half && first < 7 * 60,
                   link + 1 + until->words - at);
}

// "5pm", "4:30", "4.30pm".
std::optional<Found> written_at(const Words& words, std::size_t at) {
  std::string_view word = words[at];
  int half = word.ends_with("am") ? 1 : word.ends_with("pm") ? 2 : 0;
  if (half > 0) word.remove_suffix(2);
  std::optional<int> minute = clock_time(word);
  if (!minute && half > 0) {
    if (const auto hour = written_number(word); hour && *hour <= 12) minute = *hour * 60;
  }
  if (!minute || word.find('u') != std::string_view::npos) return std::nullopt;
  std::size_t used = 1;
  if (half == 0) {
    const auto [clock, more] = clock_half(words, at + 1);
    half = clock;
    used += more;
  }
  const bool sure = half > 0 || leads_to_time(words.before(at)) || word.find(':') != std::string_view::npos;
  return sure ? std::optional<Found>(with_half(*minute, used, half, *minute <= 12 * 60)) : std::nullopt;
}

// "noon", "close of business".
std::optional<Found> named_time_at(const Words& words, std::size_t at) {
  if (one_of(words[at], {"noon", "midday"})) return of_minute(12 * 60, false, 1);
  if (words[at] == "midnight") return of_minute(24 * 60 - 1, false, 1);
  if (one_of(words[at], {"lunchtime", "lunch"}) && leads_to_time(words.before(at))) return of_minute(13 * 60, false, 1);
  if (one_of(words[at], {"teatime", "cob"})) return of_minute(17 * 60, false, 1);
  const bool closes = one_of(words[at], {"close", "end"}) && words[at + 1] == "of";
  if (closes && one_of(words[at + 2], {"business", "play"})) return of_minute(17 * 60, false, 3);
  return std::nullopt;
}

std::optional<Found> time_at(const Words& words, std::size_t at) {
  if (auto found = between(words, at)) return found;
  if (auto found = minutes_around(words, at)) return found;
  if (auto found = written_at(words, at)) return found;
  if (auto found = named_time_at(words, at)) return found;
  const auto hour = number_at(words, at);
  if (!hour || hour->value > 24 || hour->words > 1) return std::nullopt;
  std::size_t end = at + 1;
  int minutes = 0;
  const bool led = leads_to_time(words.before(at)) || weekday(words.before(at)) || words.before(at) == "tomorrow";
  if (const auto more = minutes_after(words, end); more && led && hour->value >= 1 && hour->value <= 12) {
    minutes = more->value;
    end += more->words;
  }
  const auto [clock, more] = clock_half(words, end);
  const bool oclock = one_of(words[end], {"o'clock", "oclock"});
  if (!led && clock == 0 && !oclock) return std::nullopt;
  if (clock == 0 && !oclock && (is_unit(words[end]) || hour->value == 0)) return std::nullopt;
  return with_half(hour->value * 60 + minutes, end + more + (oclock ? 1 : 0) - at, clock, hour->value <= 12);
}

struct Count {
  int value = 1;
  bool half = false;
  bool rough = false;  // "a few"
  std::size_t words = 0;
};

// How many of a unit: "two", "two to three", "a few", "half an", "the next".
std::optional<Count> count_at(const Words& words, std::size_t at) {
  std::size_t next = at;
  while (one_of(words[next], {"about", "around", "just", "roughly", "under", "the", "next", "maximum"})) ++next;
  const auto used = [&](std::size_t more) { return next + more - at; };
  if (words[next] == "half") return Count{1, true, false, used(one_of(words[next + 1], {"a", "an"}) ? 2 : 1)};
  if (one_of(words[next], {"a", "an"})) {
    const bool few = one_of(words[next + 1], {"couple", "few"});
    if (!few) return Count{1, false, false, used(1)};
    return Count{words[next + 1] == "couple" ? 2 : 3, false, true, used(words[next + 2] == "of" ? 3 : 2)};
  }
  if (const auto said = number_at(words, next); said && said->value <= 400) {
    const std::size_t link = next + said->words;
    const auto until = one_of(words[link], {"to", "or"}) ? number_at(words, link + 1) : std::nullopt;
    if (until && until->value > said->value && until->value <= 400)
      return Count{until->value, false, false, used(said->words + 1 + until->words)};
    return Count{said->value, false, false, used(said->words)};
  }
  return next > at ? std::optional<Count>({1, false, false, used(0)}) : std::nullopt;
}

// "in two days", "within the hour", "in half an hour", "within two to five working days".
std::optional<Found> duration_at(const Words& words, std::size_t at, absl::CivilMinute now) {
  if (!one_of(words[at], {"in", "within"})) return std::nullopt;
  const auto count = count_at(words, at + 1);
  if (!count) return std::nullopt;
  std::size_t unit_at = at + 1 + count->words;
  const bool working = one_of(words[unit_at], {"working", "business"});
  if (working) ++unit_at;
  const std::string_view unit = words[unit_at];
  const std::size_t used = unit_at + 1 - at;
  const absl::CivilDay today(now);
  const int value = count->value;
  if (one_of(unit, {"hour", "hours", "hour's"})) return of_moment(count->half ? now + 30 : now + 60 * value, used);
  if (one_of(unit, {"minute", "minutes"})) return of_moment(now + value, used);
  if (one_of(unit, {"day", "days"}))
    return of_day(working ? add_working_days(today, value) : today + value, used, DayPart::kNone, count->rough);
  if (one_of(unit, {"week", "weeks", "week's"})) return of_day(today + 7 * value, used);
  if (unit == "fortnight") return of_day(today + 14 * value, used);
  if (one_of(unit, {"month", "months"}))
    return of_day(absl::CivilDay(absl::CivilMonth(today) + value) + (today.day() - 1), used);
  return std::nullopt;
}

// "the twenty third of november", "november the second", "december 2nd", "the second".
std::optional<Found> date_at(const Words& words, std::size_t at, absl::CivilDay today) {
  if (const int named = month(words[at]); named > 0) {
    const std::size_t day_at = at + (words[at + 1] == "the" ? 2 : 1);
    const auto nth = ordinal_at(words, day_at);
    const auto day = nth ? nth : number_at(words, day_at);
    if (!day || (words[at] == "may" && !nth)) return std::nullopt;
    const auto date = date_of(today, day->value, named, 0);
    return date ? std::optional<Found>(of_day(*date, day_at + day->words - at)) : std::nullopt;
  }
  const bool article = words[at] == "the";
  const std::size_t day_at = at + (article ? 1 : 0);
  const auto nth = ordinal_at(words, day_at);
  const auto day = nth ? nth : number_at(words, day_at);
  if (!day) return std::nullopt;
  const std::size_t after = day_at + day->words;
  const std::size_t month_at = after + (words[after] == "of" ? 1 : 0);
  if (const int named = month(words[month_at]); named > 0 && (nth || words[month_at] != "may")) {
    const auto date = date_of(today, day->value, named, 0);
    return date ? std::optional<Found>(of_day(*date, month_at + 1 - at)) : std::nullopt;
  }
  const std::string_view lead = words.before(at);
  const bool dated = one_of(lead, {"on", "by", "before", "until", "till", "from", "after"}) || weekday(lead);
  const bool thing = one_of(
      words[after], {"time", "one", "floor", "day", "week", "person", "letter", "thing", "call", "attempt", "step"});
  const bool digits = words[day_at].front() >= '0' && words[day_at].front() <= '9';
  if (!nth || !article || (!dated && !digits && nth->value < 20) || thing) return std::nullopt;
  const auto date = next_day_of_month(today, nth->value);
  return date ? std::optional<Found>(of_day(*date, after - at)) : std::nullopt;
}

std::optional<Found> weekday_at(const Words& words, std::size_t at, absl::CivilDay today) {
  std::string_view word = words[at];
  if (word.ends_with("'s")) word.remove_suffix(2);
  const auto day = weekday(word);
  if (!day) return std::nullopt;
  const DayPart part = part_of_day(words[at + 1]);
  const std::size_t used = part == DayPart::kNone ? 1 : 2;
  if (auto date = date_at(words, at + used, today); date && month(words[at + used]) == 0) {
    date->words += used;
    date->mention.part = part;
    return date;
  }
  if (words[at + used] == "next" && words[at + used + 1] == "week")
    return of_day(weekday_of_week(today, *day, 1), used + 2, part);
  if (words[at + used] == "week") return of_day(weekday_from(today, *day, false) + 7, used + 1, part);
  return of_day(weekday_from(today, *day, words.before(at) == "last"), used, part);
}

Found vague_day(absl::CivilDay day, std::size_t words) { return of_day(day, words, DayPart::kNone, true); }

// The begin, middle or end of a day, week or month; see part_of_month() for `part`. "early next week", "end of May".
std::optional<Found> part_at(const Words& words, std::size_t at, std::size_t what, int part, absl::CivilDay today) {
  const std::size_t first = what;
  while (one_of(words[what], {"of", "the", "this", "in"}) && what < first + 4) ++what;
  const absl::Weekday day = part == 1   ? absl::Weekday::tuesday
                            : part == 2 ? absl::Weekday::wednesday
                                        : absl::Weekday::friday;
  const std::size_t used = what + 1 - at;
  if (part == 3 && one_of(words[what], {"day", "today"})) return vague_day(today, used);
  if (words[what] == "week") return vague_day(weekday_of_week(today, day, 0), used);
  if (words[what] == "next" && words[what + 1] == "week") return vague_day(weekday_of_week(today, day, 1), used + 1);
  if (words[what] == "month") return vague_day(part_of_month(today, today.month(), part), used);
  if (words[what] == "next" && words[what + 1] == "month")
    return vague_day(part_of_month(today, (absl::CivilMonth(today) + 1).month(), part), used + 1);
  if (const int named = month(words[what]); named > 0 && words[what] != "may")
    return vague_day(part_of_month(today, named, part), used);
  return std::nullopt;
}

// "before the weekend", "over the weekend".
std::optional<Found> weekend_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const bool led = one_of(words[at], {"before", "by", "after"});
  const std::size_t the = led ? at + 1 : at;
  const std::size_t weekend = one_of(words[the], {"the", "this"}) ? the + 1 : the;
  if (words[weekend] != "weekend") return std::nullopt;
  const std::size_t used = weekend + 1 - at;
  if (words[at] == "after") return vague_day(weekday_from(today, absl::Weekday::monday, false), used);
  if (led) return vague_day(weekday_from(today - 1, absl::Weekday::friday, false), used);
  return of_day(weekday_from(today, absl::Weekday::saturday, false), used);
}

std::optional<Found> stretch_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const absl::CivilDay friday = weekday_of_week(today, absl::Weekday::friday, 0);
  if (words[at] == "end" && words[at + 1] == "of") return part_at(words, at, at + 2, 3, today);
  if (words[at] == "early") return part_at(words, at, at + 1, 1, today);
  if (one_of(words[at], {"mid", "middle"})) return part_at(words, at, at + 1, 2, today);
  if (one_of(words[at], {"late", "later"}) && words[at + 1] != "today") return part_at(words, at, at + 1, 3, today);
  if (words[at] == "next" && words[at + 1] == "week") {
    if (const auto day = weekday(words[at + 2])) return of_day(weekday_of_week(today, *day, 1), 3);
    return vague_day(friday + 7, 2);
  }
  if (words[at] == "next" && words[at + 1] == "month")
    return vague_day(absl::CivilDay(absl::CivilMonth(today) + 2) - 1, 2);
  if (words[at] == "this" && words[at + 1] == "week") return vague_day(friday, 2);
  if (words[at] == "a" && words[at + 1] == "week") {
    const std::size_t day_at = words[at + 2] == "on" ? at + 3 : at + 2;
    if (const auto day = weekday(words[day_at])) return of_day(weekday_from(today, *day, false) + 7, day_at + 1 - at);
    if (one_of(words[at + 2], {"today", "tomorrow"})) return of_day(today + (words[at + 2] == "today" ? 7 : 8), 3);
  }
  if (words[at] == "christmas") return of_day(*date_of(today, 25, 12, 0), 1);
  return weekend_at(words, at, today);
}

std::optional<Found> near_day_at(const Words& words, std::size_t at, absl::CivilDay today) {
  if (words[at] == "today") return of_day(today, 1);
  if (words[at] == "tonight") return of_day(today, 1, DayPart::kEvening);
  if (words[at] == "this" && part_of_day(words[at + 1]) != DayPart::kNone)
    return of_day(today, 2, part_of_day(words[at + 1]));
  if (words[at] == "day" && words[at + 1] == "after" && words[at + 2] == "tomorrow") return of_day(today + 2, 3);
  if (words[at] == "tomorrow") {
    const DayPart part = part_of_day(words[at + 1]);
    return of_day(today + 1, part == DayPart::kNone ? 1 : 2, part);
  }
  if (words[at] == "yesterday") return of_day(today - 1, 1);
  return std::nullopt;
}

}  // namespace

std::optional<Found> find_english(const Words& words, std::size_t at, absl::CivilMinute now) {
  const absl::CivilDay today(now);
  if (auto found = near_day_at(words, at, today)) return found;
  if (auto found = weekday_at(words, at, today)) return found;
  if (auto found = stretch_at(words, at, today)) return found;
  if (auto found = duration_at(words, at, now)) return found;
  if (auto found = date_at(words, at, today)) return found;
  if (auto found = time_at(words, at)) return found;
  if (words[at] == "first" && words[at + 1] == "thing") return of_part(DayPart::kMorning, 2);
  const bool in_the = words[at] == "in" && words[at + 1] == "the";
  if (in_the && part_of_day(words[at + 2]) != DayPart::kNone) return of_part(part_of_day(words[at + 2]), 3);
  return std::nullopt;
}

}  // namespace aandacht::domain::dates
