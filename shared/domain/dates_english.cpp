#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {

using english::month;
using english::Number;
using english::number_at;
using english::ordinal_at;
using english::part_of_day;
using english::weekday;

namespace {

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
  if (one_of(words[at], {"lunchtime", "lunch"})) {
    const std::string_view lead = words.before(at);
    if (lead == "after") return of_part(DayPart::kAfternoon, 1);
    if (leads_to_time(lead) || lead == "tomorrow" || weekday(lead)) return of_minute(13 * 60, false, 1);
  }
  if (one_of(words[at], {"teatime", "cob"})) return of_minute(17 * 60, false, 1);
  if (words[at] == "eod") return of_minute(24 * 60 - 1, false, 1);
  const bool closes = one_of(words[at], {"close", "end"}) && words[at + 1] == "of";
  if (closes && one_of(words[at + 2], {"business", "play"})) return of_minute(17 * 60, false, 3);
  if (words[at] == "closing" && words[at + 1] == "time") return of_minute(17 * 60, false, 2);
  if (words[at] == "close" && one_of(words.before(at), {"by", "before"})) return of_minute(17 * 60, false, 1);
  return std::nullopt;
}

std::optional<Found> time_at(const Words& words, std::size_t at) {
  if (auto found = between(words, at)) return found;
  if (auto found = minutes_around(words, at)) return found;
  if (auto found = written_at(words, at)) return found;
  if (auto found = named_time_at(words, at)) return found;
  // "fiveish", "five ish"
  if (words[at].size() > 4 && words[at].ends_with("ish")) {
    std::string_view stem = words[at].substr(0, words[at].size() - 3);
    while (stem.ends_with('-')) stem.remove_suffix(1);
    const auto written = written_number(stem);
    const auto about = written ? written : cardinal(stem);
    if (about && *about >= 1 && *about <= 12) return of_minute(*about * 60, true, 1);
  }
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
  if (next > at && one_of(words[next], {"couple", "few"}))
    return Count{words[next] == "couple" ? 2 : 3, false, true, used(words[next + 1] == "of" ? 2 : 1)};
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
  const bool over = words[at] == "over" && words[at + 1] == "the" && words[at + 2] == "next";
  const bool asks_time = words[at] == "give" && one_of(words[at + 1], {"me", "us"});
  if (!over && !asks_time && !one_of(words[at], {"in", "within"})) return std::nullopt;
  const auto count = count_at(words, at + (asks_time ? 2 : 1));
  if (!count) return std::nullopt;
  std::size_t unit_at = at + (asks_time ? 2 : 1) + count->words;
  const bool working = one_of(words[unit_at], {"working", "business"});
  if (working) ++unit_at;
  const std::string_view unit = words[unit_at];
  std::size_t used = unit_at + 1 - at;
  const absl::CivilDay today(now);
  int value = count->value;
  // "an hour or two"
  if (const auto more = number_at(words, unit_at + 2);
      more && words[unit_at + 1] == "or" && value == 1 && more->value >= 2 && more->value <= 10) {
    value = more->value;
    used += 2;
  }
  const bool and_half = words[unit_at + 1] == "and" && words[unit_at + 2] == "a" && words[unit_at + 3] == "half";
  if (one_of(unit, {"hour", "hours", "hour's"})) {
    if (and_half) return of_moment(now + 60 * value + 30, used + 3);
    return of_moment(count->half ? now + 30 : now + 60 * value, used);
  }
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
  std::size_t next = at + used;
  if (words[next] == "of") ++next;
  if (one_of(words[next], {"next", "last"}) && words[next + 1] == "week")
    return of_day(weekday_of_week(today, *day, words[next] == "next" ? 1 : -1), next + 2 - at, part);
  if (words[at + used] == "week") return of_day(weekday_from(today, *day, false) + 7, used + 1, part);
  const std::string_view lead = words.before(at);
  auto found = of_day(weekday_from(today, *day, lead == "last"), used, part);
  found.mention.vague = one_of(lead, {"every", "each"});
  found.mention.bare_weekday = !found.mention.vague && !one_of(lead, {"last", "next", "this", "coming"});
  return found;
}

}  // namespace

std::optional<Found> find_english(const Words& words, std::size_t at, absl::CivilMinute now) {
  const absl::CivilDay today(now);
  if (auto found = english::near_day_at(words, at, today)) return found;
  if (auto found = weekday_at(words, at, today)) return found;
  if (auto found = english::stretch_at(words, at, today)) return found;
  if (auto found = duration_at(words, at, now)) return found;
  if (auto found = date_at(words, at, today)) return found;
  if (auto found = time_at(words, at)) return found;
  if (words[at] == "first" && words[at + 1] == "thing") return of_part(DayPart::kMorning, 2);
  const bool in_the = words[at] == "in" && words[at + 1] == "the";
  if (in_the && part_of_day(words[at + 2]) != DayPart::kNone) return of_part(part_of_day(words[at + 2]), 3);
  return std::nullopt;
}

}  // namespace aandacht::domain::dates
