// Days that have a name: "tweede kerstdag", "easter monday".
#include "shared/base/word_map.h"
#include "shared/domain/dates_detail.h"

namespace aandacht::domain::dates {
namespace {

struct Holiday {
  int month = 0;  ///< 0: `day` is counted from Easter Sunday.
  int day = 0;
  bool vague = false;
  DayPart part = DayPart::kNone;
};

using Holidays = base::WordMap<Holiday>;

// Names that mean one day in both languages' countries.
const Holidays& holidays() {
  static const auto* names = new Holidays{{"kerst", {12, 25}},
                                          {"kerstmis", {12, 25}},
                                          {"kerstdag", {12, 25}},
                                          {"kerstavond", {12, 24, false, DayPart::kEvening}},
                                          {"feestdagen", {12, 24, true}},
                                          {"sinterklaas", {12, 5}},
                                          {"pakjesavond", {12, 5, false, DayPart::kEvening}},
                                          {"oudejaarsavond", {12, 31, false, DayPart::kEvening}},
                                          {"oudejaar", {12, 31}},
                                          {"oudjaar", {12, 31}},
                                          {"nieuwjaar", {1, 1}},
                                          {"nieuwjaarsdag", {1, 1}},
                                          {"driekoningen", {1, 6}},
                                          {"valentijnsdag", {2, 14}},
                                          {"koningsdag", {4, 27}},
                                          {"bevrijdingsdag", {5, 5}},
                                          {"allerheiligen", {11, 1}},
                                          {"wapenstilstand", {11, 11}},
                                          {"pasen", {0, 0}},
                                          {"paasmaandag", {0, 1}},
                                          {"hemelvaart", {0, 39}},
                                          {"hemelvaartsdag", {0, 39}},
                                          {"pinksteren", {0, 49}},
                                          {"pinkstermaandag", {0, 50}},
                                          {"christmas", {12, 25}},
                                          {"xmas", {12, 25}},
                                          {"hogmanay", {12, 31}},
                                          {"halloween", {10, 31}},
                                          {"easter", {0, 0}}};
  return *names;
}

// The Gregorian Easter, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).
absl::CivilDay easter(absl::civil_year_t year) {
  const auto a = year % 19;
  const auto b = year / 100;
  const auto c = year % 100;
  const auto h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const auto l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const auto m = (a + 11 * h + 22 * l) / 451;
  const auto days = h + l - 7 * m + 114;
  return absl::CivilDay(year, days / 31, days % 31 + 1);
}

absl::CivilDay next_of(const Holiday& holiday, absl::CivilDay today) {
  if (holiday.month > 0) return *date_of(today, holiday.day, holiday.month, 0);
  const absl::CivilDay date = easter(today.year()) + holiday.day;
  return date < today ? easter(today.year() + 1) + holiday.day : date;
}

// What follows or leads the name: "christmas eve", "tweede kerstdag", "oud en nieuw".
std::optional<Found> wide_at(const Words& words, std::size_t at, absl::CivilDay today) {
  const auto of_date = [&](int day, int month, std::size_t used, DayPart part = DayPart::kNone) {
    return of_day(*date_of(today, day, month, 0), used, part);
  };
  if (words[at] == "christmas" && words[at + 1] == "eve") return of_date(24, 12, 2);
  if (words[at] == "boxing" && words[at + 1] == "day") return of_date(26, 12, 2);
  if (words[at] == "new" && one_of(words[at + 1], {"year's", "years"}))
    return words[at + 2] == "day" ? of_date(1, 1, 3) : of_date(31, 12, words[at + 2] == "eve" ? 3 : 2);
  if (words[at] == "bonfire" && words[at + 1] == "night") return of_date(5, 11, 2, DayPart::kEvening);
  if (words[at] == "valentine's" && words[at + 1] == "day") return of_date(14, 2, 2);
  if (words[at] == "good" && words[at + 1] == "friday") return of_day(next_of({0, -2}, today), 2);
  if (words[at] == "goede" && words[at + 1] == "vrijdag") return of_day(next_of({0, -2}, today), 2);
  if (words[at] == "easter" && words[at + 1] == "monday") return of_day(next_of({0, 1}, today), 2);
  if (words[at] == "oud" && words[at + 1] == "en" && words[at + 2] == "nieuw") return of_date(31, 12, 3);
  if (words[at] == "tweede") {
    if (words[at + 1] == "kerstdag") return of_date(26, 12, 2);
    if (words[at + 1] == "paasdag") return of_day(next_of({0, 1}, today), 2);
    if (words[at + 1] == "pinksterdag") return of_day(next_of({0, 50}, today), 2);
  }
  return std::nullopt;
}

}  // namespace

void for_each_holiday(const std::function<void(std::string_view)>& visit) {
  for (const std::string_view word : {"boxing", "new", "bonfire", "valentine's", "good", "goede", "oud", "tweede"})
    visit(word);
  holidays().for_each([&](std::string_view word, const Holiday&) { visit(word); });
}

std::optional<Found> holiday_at(const Words& words, std::size_t at, absl::CivilDay today) {
  if (auto found = wide_at(words, at, today)) return found;
  const Holiday* named = holidays().find(words[at]);
  if (named == nullptr) return std::nullopt;
  return of_day(next_of(*named, today), 1, named->part, named->vague);
}

}  // namespace aandacht::domain::dates
