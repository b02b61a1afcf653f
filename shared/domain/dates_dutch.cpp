#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain::dates {

using dutch::month;
using dutch::number;
using dutch::part_of_day;
using dutch::weekday;

namespace {

bool leads_to_time(std::string_view word) {
  return one_of(
      word, {"om",  "voor", "tegen", "rond", "na", "tot",      "vanaf", "tussen", "uiterlijk", "omstreeks", "ongeveer",
             "van", "half", "kwart", "of",   "en", "klokslag", "iets",  "ergens", "zeker",     "al"});
}

// After "voor tien": a time, and not ten of something.
bool ends_time(std::string_view word) {
  return one_of(word,
                {"",     "terug", "nog", "bij", "op",   "weer", "even", "zelf", "dan", "is",   "ben",  "bent", "heb",
                 "hebt", "heeft", "bel", "kom", "en",   "of",   "hoe",  "wat",  "wel", "er",   "dat",  "belt", "komt",
                 "ik",   "we",    "u",   "je",  "maar", "want", "met",  "iets", "zal", "laat", "stuur"});
}

bool is_unit(std::string_view word) {
  return one_of(word, {"euro",    "dagen",   "dag",       "weken", "week",     "maanden", "maand", "jaar",
                       "procent", "minuten", "keer",      "maal",  "personen", "mensen",  "stuks", "cent",
                       "kilo",    "meter",   "werkdagen", "van",   "andere",   "nachten"});
}

// An hour by its number, or as in "voor twaalven".
std::optional<int> hour(std::string_view word) {
  if (const auto plural = dutch::plural_hour(word)) return plural;
  const auto value = number(word);
  return value && *value <= 24 ? value : std::nullopt;
}

bool is_plural_hour(std::string_view word) { return hour(word) && !number(word); }

// "half vier": 3:30.
std::optional<Found> half_hour(const Words& words, std::size_t at) {
  if (words[at].size() > 4 && words[at].starts_with("half")) {
    const auto joined = hour(words[at].substr(4));
    if (joined && *joined >= 2 && *joined <= 12)
      return of_minute(*joined * 60 - 30, true, words[at + 1] == "uur" ? 2 : 1);
  }
  if (words[at] != "half") return std::nullopt;
  const auto next = hour(words[at + 1]);
  if (!next || *next < 1 || *next > 12) return std::nullopt;
  return of_minute(*next == 1 ? 12 * 60 + 30 : *next * 60 - 30, *next != 1, words[at + 2] == "uur" ? 3 : 2);
}

// "kwart over drie", "tien voor half tien", "vijf over acht".
std::optional<Found> minutes_around(const Words& words, std::size_t at) {
  const bool after = words[at + 1] == "over";
  if (!after && words[at + 1] != "voor") return std::nullopt;
  const auto count = number(words[at]);
  const int minutes = words[at] == "kwart" ? 15 : count ? *count : 0;
  if (minutes != 5 && minutes != 10 && minutes != 15 && minutes != 20) return std::nullopt;
  const auto half = half_hour(words, at + 2);
  const auto full = hour(words[at + 2]);
  if (!half && (!full || is_unit(words[at + 3]))) return std::nullopt;
  const int base = half ? *half->mention.minute : *full * 60;
  return of_minute(base + (after ? minutes : -minutes), base <= 12 * 60, 2 + (half ? half->words : 1));
}

// A time by itself: "half negen", "kwart voor tien", "8:30", "acht uur".
std::optional<Found> point_at(const Words& words, std::size_t at) {
  if (auto found = minutes_around(words, at)) return found;
  if (auto found = half_hour(words, at)) return found;
  const std::size_t used = words[at + 1] == "uur" ? 2 : 1;
  if (const auto written = clock_time(words[at])) return of_minute(*written, false, used);
  const auto full = hour(words[at]);
  if (!full || is_unit(words[at + 1])) return std::nullopt;
  return of_minute(*full * 60, *full <= 12, used);
}

// "tussen acht en vijf": the end counts.
std::optional<Found> between(const Words& words, std::size_t at) {
  if (!one_of(words[at], {"tussen", "van"})) return std::nullopt;
  const auto from = point_at(words, at + 1);
  if (!from) return std::nullopt;
  const std::size_t link = at + 1 + from->words;
  if (!one_of(words[link], {"en", "tot"}) || (words[at] == "van" && words[link] == "en")) return std::nullopt;
  auto until = point_at(words, link + 1);
  if (!until) return std::nullopt;
  const int first = *from->mention.minute;
  const int last = *until->mention.minute;
  const bool afternoon = last < 12 * 60 && last <= first;
  return of_minute(afternoon ? last + 12 * 60 : last, !afternoon && until->mention.either_half && first < 7 * 60,
                   link + 1 + until->words - at);
}

std::optional<Found> time_at(const Words& words, std::size_t at) {
  if (auto found = between(words, at)) return found;
  if (auto found = minutes_around(words, at)) return found;
  if (auto found = half_hour(words, at)) return found;
  const std::string_view lead = words.before(at);
  if (const auto written = clock_time(words[at])) {
    const bool sure =
        leads_to_time(lead) || words[at + 1] == "uur" || words[at].find_first_of(":u") != std::string_view::npos;
    if (sure) return of_minute(*written, false, words[at + 1] == "uur" ? 2 : 1);
  }
  const auto full = hour(words[at]);
  if (!full) return std::nullopt;
  const bool after_day = weekday(lead).has_value() || part_of_day(lead) != DayPart::kNone || month(lead) > 0;
  if (words[at + 1] == "uur" && (leads_to_time(lead) || after_day || words[at + 2] == "'s")) {
    const auto minutes = number(words[at + 2]);
    const bool more = minutes && *minutes >= 1 && *minutes <= 59 && !is_unit(words[at + 3]);
    return of_minute(*full * 60 + (more ? *minutes : 0), *full <= 12, more ? 3 : 2);
  }
  const bool twelve = *full >= 1 && *full <= 12;
  const bool bare =
      (one_of(lead, {"om", "rond", "tegen"}) && *full >= 1 && !is_unit(words[at + 1]) && month(words[at + 1]) == 0) ||
      (one_of(lead, {"voor", "na", "uiterlijk"}) && twelve && ends_time(words[at + 1]));
  if (bare || (is_plural_hour(words[at]) && one_of(lead, {"om", "voor", "na", "tegen", "rond"}))) {
    return of_minute(*full * 60, *full <= 12, 1);
  }
  return std::nullopt;
}

struct Count {
  int value = 1;
  bool half = false;   // a half of the unit, or one and a half
  bool rough = false;  // "een paar"
  std::size_t words = 0;
};

// How many of a unit: "drie", "twee tot drie", "een paar", "een dag of twee", "een half", "anderhalf".
std::optional<Count> count_at(const Words& words, std::size_t at) {
  std::size_t next = at;
  while (one_of(words[next], {"ongeveer", "zo'n", "hooguit", "maximaal", "circa", "een", "'n", "nu", "de", "het"}) &&
         one_of(words[next + 1],
                {"een",           "'n",  "dik",    "goed",     "klein",       "krap",    "ruim",      "half",
                 "paar",          "en",  "uurtje", "kwartier", "kwartiertje", "dikke",   "kleine",    "komende",
                 "eerstvolgende", "uur", "week",   "dag",      "maand",       "halfuur", "halfuurtje"}))
    ++next;
  if (one_of(words[next], {"de", "het"}) && number(words[next + 1])) ++next;  // "binnen de twee dagen"
  while (one_of(words[next], {"ongeveer", "zo'n", "hooguit", "maximaal", "en", "dik", "goed", "klein", "krap", "ruim",
                              "dikke", "kleine", "komende", "eerstvolgende"}))
    ++next;
  const auto used = [&](std::size_t more) { return next + more - at; };
  if (words[next] == "half" || words[next] == "halve") return Count{1, true, false, used(1)};
  if (words[next] == "anderhalf") return Count{2, true, false, used(1)};
  if (words[next] == "paar") return Count{3, false, true, used(1)};
  if (one_of(words[next], {"enkele", "wat"})) return Count{3, false, true, used(1)};
  if (next > at && one_of(words[next], {"uur", "uurtje", "kwartier", "kwartiertje", "week", "weekje", "maand", "dag",
                                        "halfuur", "halfuurtje"}))
    return Count{1, false, false, used(0)};
  const auto value = number(words[next]);
  if (!value || *value > 400)
    return one_of(words[next], {"'n", "de", "het"}) ? std::optional<Count>({1, false, false, used(1)}) : std::nullopt;
  const bool range = one_of(words[next + 1], {"tot", "a", "of"});
  const auto until = number(words[range ? next + 2 : next + 1]);
  if (until && *until > *value && *until <= 400) return Count{*until, false, false, used(range ? 3 : 2)};
  if (*value == 1 && (words[next + 1] == "half" || words[next + 1] == "paar"))
    return Count{words[next + 1] == "half" ? 1 : 3, words[next + 1] == "half", words[next + 1] == "paar", used(2)};
  return Count{*value, false, false, used(1)};
}

// "over drie dagen", "binnen een half uur", "binnen twee tot vijf werkdagen".
std::optional<Found> duration_at(const Words& words, std::size_t at, absl::CivilMinute now) {
  const bool asks_time = words[at] == "geef" && one_of(words[at + 1], {"me", "mij", "ons"});
  const bool coming = words[at] == "in" && words[at + 1] == "de" && words[at + 2] == "komende";
  if (!asks_time && !coming && !one_of(words[at], {"over", "binnen"})) return std::nullopt;
  const std::size_t count_from = at + (asks_time ? 2 : coming ? 3 : 1);
  auto count = count_at(words, count_from);
  if (!count && coming) count = Count{3, false, true, 0};  // "in de komende dagen"
  if (!count) return std::nullopt;
  const std::size_t unit_at = count_from + count->words;
  std::string_view unit = words[unit_at];
  std::size_t used = unit_at + 1 - at;
  int value = count->value;
  // "een dag of drie"
  if (const auto more = number(words[unit_at + 2]);
      more && words[unit_at + 1] == "of" && value == 1 && *more <= 30 &&
      one_of(unit, {"dag", "week", "uur", "uurtje", "maand", "minuut", "werkdag"})) {
    value = *more;
    used += 2;
  }
  const absl::CivilDay today(now);
  if (one_of(unit, {"uur", "uurtje", "uren", "uurtjes"}))
    return of_moment(now + (count->half ? 60 * value - 30 : 60 * value), used);
  if (one_of(unit, {"halfuur", "halfuurtje"})) return of_moment(now + 30 * value, used);
  if (one_of(unit, {"minuten", "minuutjes", "minuut", "minuutje"})) return of_moment(now + value, used);
  if (one_of(unit, {"kwartier", "kwartiertje"})) return of_moment(now + 15 * value, used);
  if (one_of(unit, {"dag", "dagen", "daagjes", "dagjes"}))
    return of_day(today + value, used, DayPart::kNone, count->rough);
  if (one_of(unit, {"werkdag", "werkdagen"})) return of_day(add_working_days(today, value), used);
  if (one_of(unit, {"week", "weken", "weekje", "weekjes"})) return of_day(today + 7 * value, used);
  if (one_of(unit, {"maand", "maanden"}))
    return of_day(absl::CivilDay(absl::CivilMonth(today) + value) + (today.day() - 1), used);
  return std::nullopt;
}

// "vierentwintig november", "de twaalfde september 2026", "de zesentwintigste".
std::optional<Found> date_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const bool article = words[at] == "de";
  const std::size_t day_at = at + (article ? 1 : 0);
  const auto nth = ordinal(words[day_at]);
  const auto day = nth ? nth : number(words[day_at]);
  if (!day) return std::nullopt;
  std::size_t used = day_at + 1 - at;
  if (const int named = month(words[day_at + 1 + (words[day_at + 1] == "van" ? 1 : 0)]); named > 0) {
    used += words[day_at + 1] == "van" ? 2 : 1;
    const auto year = number(words[at + used]);
    const bool has_year = year && *year >= 1900 && *year <= 2100;
    if (const auto date = date_of(today, *day, named, has_year ? *year : 0))
      return of_day(*date, used + (has_year ? 1 : 0));
    return std::nullopt;
  }
  const std::string_view lead = words.before(at);
  const bool dated = one_of(lead, {"op", "voor", "tot", "vanaf", "uiterlijk", "tegen", "na", "vlieg", "vertrek", "per",
                                   "rond", "laatste"}) ||
                     weekday(lead);
  // "op 18/11", which comes as two words.
  if (const auto named = written_number(words[day_at + 1]);
      !nth && !article && dated && named && written_number(words[day_at]) && *named >= 1 && *named <= 12 &&
      words[day_at + 1].size() <= 2 && words[day_at + 2] != "uur" && !is_unit(words[day_at + 2])) {
    if (const auto date = date_of(today, *day, *named, 0)) return of_day(*date, used + 1);
  }
  const bool thing = one_of(words[day_at + 1],
                            {"keer", "maal", "dag", "eeuw", "verdieping", "week", "brief", "monteur", "maand", "klas"});
  if (!nth || !article || thing || (!dated && *nth < 20)) return std::nullopt;
  const auto date = next_day_of_month(today, *nth);
  return date ? std::optional<Found>(of_day(*date, used)) : std::nullopt;
}

// "dinsdag", "dinsdagochtend", "volgende week dinsdag", "vrijdag de twintigste".
std::optional<Found> weekday_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const auto named = dutch::weekday_with_part(words[at]);
  if (!named) return std::nullopt;
  const absl::Weekday day = named->first;
  DayPart part = named->second;
  std::size_t used = 1;
  if (part == DayPart::kNone && part_of_day(words[at + 1]) != DayPart::kNone) {
    part = part_of_day(words[at + 1]);
    used = 2;
  }
  if (auto date = date_at(words, at + used, today)) {
    date->mention.part = part;
    date->words += used;
    return date;
  }
  const std::size_t next = at + used;
  if (words[next + 1] == "week" && one_of(words[next], {"volgende", "vorige", "verleden"}))
    return of_day(weekday_of_week(today, day, words[next] == "volgende" ? 1 : -1), used + 2, part);
  if (words[next] == "over") {
    const auto weeks = number(words[next + 1]);
    const bool counted = weeks && *weeks <= 20 && one_of(words[next + 2], {"week", "weken"});
    if (counted) return of_day(weekday_from(today, day, false) + 7 * *weeks, used + 3, part);
    if (weeks == 14 && words[next + 2] == "dagen") return of_day(weekday_from(today, day, false) + 14, used + 3, part);
  }
  const std::string_view lead = words.before(at);
  const bool previous = one_of(lead, {"vorige", "afgelopen", "verleden", "voorbije"});
  auto found = of_day(weekday_from(today, day, previous), used, part);
  found.mention.vague = one_of(lead, {"elke", "iedere", "alle"});
  found.mention.bare_weekday = !previous && !found.mention.vague &&
                               !one_of(lead, {"aanstaande", "komende", "volgende", "deze", "eerstvolgende"});
  return found;
}

}  // namespace

std::optional<Found> find_dutch(const Words& words, std::size_t at, absl::CivilMinute now) {
  const absl::CivilDay today(now);
  if (auto found = dutch::near_day_at(words, at, today)) return found;
  if (auto found = weekday_at(words, at, today)) return found;
  if (auto found = dutch::stretch_at(words, at, today)) return found;
  if (auto found = duration_at(words, at, now)) return found;
  if (auto found = date_at(words, at, today)) return found;
  if (auto found = time_at(words, at)) return found;
  if (one_of(words[at], {"voor", "na", "rond", "tegen"}) && words[at + 1] == "de" && words[at + 2] == "middag") {
    if (words[at] == "rond") return of_minute(12 * 60, false, 3);
    return of_part(words[at] == "na" ? DayPart::kAfternoon : DayPart::kMorning, 3);
  }
  if (words[at] == "tegen" && words[at + 1] == "de" && words[at + 2] == "avond") return of_minute(18 * 60, false, 3);
  if (one_of(words[at], {"sluitingstijd", "sluitingsuur", "kantoortijd", "sluiting"}))
    return of_minute(17 * 60, false, 1);
  if (one_of(words[at], {"middernacht"})) return of_minute(24 * 60 - 1, false, 1);
  if (one_of(words[at], {"lunch", "lunchtijd", "lunchpauze", "middaguur"})) {
    const std::string_view lead = words.before(words.before(at) == "de" || words.before(at) == "het" ? at - 1 : at);
    if (lead == "na") return of_part(DayPart::kAfternoon, 1);
    if (one_of(lead, {"voor", "rond", "tegen"})) return of_minute(lead == "voor" ? 12 * 60 : 13 * 60, false, 1);
  }
  const bool in_course = words[at] == "loop" && words[at + 1] == "van" && words[at + 2] == "de";
  const bool of_the_day = in_course || words[at] == "'s" || (words[at] == "in" && words[at + 1] == "de");
  const std::size_t part_at = at + (words[at] == "'s" ? 1 : in_course ? 3 : 2);
  if (of_the_day && part_of_day(words[part_at]) != DayPart::kNone)
    return of_part(part_of_day(words[part_at]), part_at + 1 - at);
  return std::nullopt;
}

}  // namespace aandacht::domain::dates
