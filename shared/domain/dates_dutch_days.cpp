// Dutch weekdays, parts of the day and stretches of days: "dinsdag over een week", "eind van de middag".
#include "shared/base/word_map.h"
#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {
namespace dutch {

std::optional<int> number(std::string_view word) {
  const auto written = written_number(word);
  return written ? written : cardinal(word);
}

std::optional<int> plural_hour(std::string_view word) {
  static const auto* hours = new base::WordMap<int>{
      {"enen", 1},    {"eenen", 1},  {"tweeen", 2},  {"drieen", 3},  {"vieren", 4}, {"vijven", 5},   {"zessen", 6},
      {"zevenen", 7}, {"achten", 8}, {"negenen", 9}, {"tienen", 10}, {"elven", 11}, {"twaalven", 12}};
  const int* hour = word.ends_with("en") ? hours->find(word) : nullptr;
  return hour == nullptr ? std::nullopt : std::optional(*hour);
}

std::optional<absl::Weekday> weekday(std::string_view word) {
  static const auto* days =
      new base::WordMap<absl::Weekday>{{"maandag", absl::Weekday::monday},     {"dinsdag", absl::Weekday::tuesday},
                                       {"woensdag", absl::Weekday::wednesday}, {"donderdag", absl::Weekday::thursday},
                                       {"vrijdag", absl::Weekday::friday},     {"zaterdag", absl::Weekday::saturday},
                                       {"zondag", absl::Weekday::sunday}};
  if (!word.ends_with("dag")) return std::nullopt;  // Saves the look-up of most words.
  const absl::Weekday* day = days->find(word);
  return day == nullptr ? std::nullopt : std::optional(*day);
}

int month(std::string_view word) {
  static const auto* months = new base::WordMap<int>{
      {"januari", 1}, {"februari", 2}, {"maart", 3},     {"april", 4},    {"mei", 5},       {"juni", 6},
      {"juli", 7},    {"augustus", 8}, {"september", 9}, {"oktober", 10}, {"november", 11}, {"december", 12}};
  const int* found = months->find(word);
  return found == nullptr ? 0 : *found;
}

DayPart part_of_day(std::string_view word) {
  if (one_of(word, {"ochtend", "morgen", "voormiddag", "vroeg", "ochtends", "morgens", "voormiddags"}))
    return DayPart::kMorning;
  if (one_of(word, {"middag", "namiddag", "middags", "namiddags"})) return DayPart::kAfternoon;
  if (one_of(word, {"avond", "avonds", "nacht", "nachts"})) return DayPart::kEvening;
  return DayPart::kNone;
}

}  // namespace dutch

namespace {

bool is_next(std::string_view word) { return one_of(word, {"volgende", "komende", "aankomende", "volgend"}); }

bool is_last(std::string_view word) { return one_of(word, {"vorige", "afgelopen", "verleden", "voorbije"}); }

// The begin, middle or end of a day, week, month or year; see part_of_month() for `part`.
std::optional<Found> part_at(const Words& words, std::size_t at, int part, absl::CivilDay today) {
  std::size_t what = at + 1;
  while (one_of(words[what], {"van", "de", "deze", "der", "het", "dit"}) && what < at + 4) ++what;
  const absl::Weekday day = part == 1   ? absl::Weekday::tuesday
                            : part == 2 ? absl::Weekday::wednesday
                                        : absl::Weekday::friday;
  const std::size_t used = what + 1 - at;
  if (is_next(words[what]) && words[what + 1] == "week") return vague_day(weekday_of_week(today, day, 1), used + 1);
  if (words[what] == "week") return vague_day(std::max(weekday_of_week(today, day, 0), today), used);
  if (words[what] == "maand") return vague_day(part_of_month(today, today.month(), part), used);
  if (is_next(words[what]) && words[what + 1] == "maand")
    return vague_day(part_of_month(today, (absl::CivilMonth(today) + 1).month(), part), used + 1);
  if (const int named = dutch::month(words[what]); named > 0) return vague_day(part_of_month(today, named, part), used);
  if (part == 3 && words[what] == "jaar") return vague_day(part_of_month(today, 12, 3), used);
  if (part == 3 && one_of(words[what], {"dag", "werkdag", "kantoordag"})) return vague_day(today, used);
  return part_of_part(dutch::part_of_day(words[what]), part, used);
}

// "voor het weekend", "na het weekend", "het weekend", "volgend weekend".
std::optional<Found> weekend_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const bool led = one_of(words[at], {"voor", "na", "tegen"});
  const std::size_t the = led ? at + 1 : at;
  const bool named = one_of(words[the], {"het", "dit", "'t", "komend", "aanstaand", "aankomend", "volgend", "afgelopen",
                                         "vorig", "voorbije"});
  const std::size_t weekend = named ? the + 1 : the;
  if (words[weekend] != "weekend") return std::nullopt;
  const std::size_t used = weekend + 1 - at;
  if (words[at] == "na") return vague_day(weekday_from(today, absl::Weekday::monday, false), used);
  if (led) return vague_day(weekday_from(today - 1, absl::Weekday::friday, false), used);
  if (one_of(words[the], {"afgelopen", "vorig", "voorbije"}))
    return of_day(weekday_from(today, absl::Weekday::saturday, true), used);
  const absl::CivilDay saturday = weekday_from(today, absl::Weekday::saturday, false);
  return of_day(words[the] == "volgend" ? saturday + 7 : saturday, used);
}

// "drie dagen geleden", "een week geleden".
std::optional<Found> ago_at(const Words& words, std::size_t at, absl::CivilDay today) {
  if (words[at + 2] != "geleden") return std::nullopt;
  const auto count = dutch::number(words[at]);
  if (!count || *count > 400) return std::nullopt;
  if (one_of(words[at + 1], {"dag", "dagen"})) return of_day(today - *count, 3);
  if (one_of(words[at + 1], {"week", "weken"})) return of_day(today - 7 * *count, 3);
  return std::nullopt;
}

// "volgende week", "vorige week dinsdag", "deze maand".
std::optional<Found> whole_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const std::string_view which = words[at];
  const bool now = one_of(which, {"deze", "lopende"});
  if (!now && !is_next(which) && !is_last(which)) return std::nullopt;
  const int away = now ? 0 : is_next(which) ? 1 : -1;
  if (words[at + 1] == "week") {
    if (const auto day = dutch::weekday_with_part(words[at + 2]); day && (away != 0 || words[at + 2].size() > 6))
      return of_day(weekday_of_week(today, day->first, away), 3, day->second);
    const absl::CivilDay friday = weekday_of_week(today, absl::Weekday::friday, away);
    return vague_day(now ? std::max(friday, today) : friday, 2);
  }
  if (words[at + 1] == "maand") return vague_day(absl::CivilDay(absl::CivilMonth(today) + away + 1) - 1, 2);
  if (now && dutch::part_of_day(words[at + 1]) != DayPart::kNone && words[at + 1] != "vroeg")
    return of_day(today, 2, dutch::part_of_day(words[at + 1]));
  return std::nullopt;
}

}  // namespace

namespace dutch {

std::optional<std::pair<absl::Weekday, DayPart>> weekday_with_part(std::string_view word) {
  if (const auto day = weekday(word)) return std::pair{*day, DayPart::kNone};
  const std::size_t end = word.find("dag");
  if (end == std::string_view::npos || end + 3 >= word.size()) return std::nullopt;
  const DayPart part = part_of_day(word.substr(end + 3));
  const auto day = weekday(word.substr(0, end + 3));
  if (!day || part == DayPart::kNone) return std::nullopt;
  return std::pair{*day, part};
}

std::optional<Found> stretch_at(const Words& words, std::size_t at, absl::CivilDay today) {
  if (one_of(words[at], {"eind", "einde"})) return part_at(words, at, 3, today);
  if (one_of(words[at], {"midden", "halverwege", "half", "medio"})) return part_at(words, at, 2, today);
  if (one_of(words[at], {"begin"})) return part_at(words, at, 1, today);
  if (one_of(words[at], {"later", "verderop"}) && one_of(words[at + 1], {"deze", "in"}))
    return part_at(words, at + 1, 3, today);
  if (auto found = whole_at(words, at, today)) return found;
  if (auto found = ago_at(words, at, today)) return found;
  if (auto found = holiday_at(words, at, today)) return found;
  return weekend_at(words, at, today);
}

std::optional<Found> near_day_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const std::string_view word = words[at];
  if (word == "vandaag") {
    if (words[at + 1] == "over" && words[at + 2] == "een" && words[at + 3] == "week") return of_day(today + 7, 4);
    return of_day(today, 1);
  }
  if (one_of(word, {"vanochtend", "vanmorgen", "vanvoormiddag"})) return of_day(today, 1, DayPart::kMorning);
  if (one_of(word, {"vanmiddag", "vannamiddag"})) return of_day(today, 1, DayPart::kAfternoon);
  if (one_of(word, {"vanavond", "vannacht"})) return of_day(today, 1, DayPart::kEvening);
  if (word == "overmorgen") {
    const DayPart part = words[at + 1] == "morgen" ? DayPart::kNone : part_of_day(words[at + 1]);
    return of_day(today + 2, part == DayPart::kNone ? 1 : 2, part);
  }
  if (word == "morgen" && !one_of(words.before(at), {"goede", "goeie", "de", "elke", "iedere"})) {
    if (words[at + 1] == "over" && words[at + 2] == "een" && words[at + 3] == "week") return of_day(today + 8, 4);
    const DayPart part = part_of_day(words[at + 1]);
    return of_day(today + 1, part == DayPart::kNone || words[at + 1] == "morgen" ? 1 : 2, part);
  }
  if (word.starts_with("morgen") && word.size() > 6) {
    if (const DayPart part = part_of_day(word.substr(6)); part != DayPart::kNone) return of_day(today + 1, 1, part);
  }
  if (word == "gisteren") return of_day(today - 1, 1);
  if (word == "eergisteren") return of_day(today - 2, 1);
  if (word.starts_with("gister") && word.size() > 8) {
    if (const DayPart part = part_of_day(word.substr(6)); part != DayPart::kNone) return of_day(today - 1, 1, part);
  }
  return std::nullopt;
}

}  // namespace dutch
}  // namespace aandacht::domain::dates
