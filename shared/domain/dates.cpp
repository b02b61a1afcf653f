#include "shared/domain/dates.h"

#include <algorithm>

#include "shared/domain/dates_detail.h"
#include "shared/domain/number_words.h"

namespace aandacht::domain {
namespace dates {
namespace {

constexpr int kHalfYear = 183;  // days

}  // namespace

Words::Words(std::string_view text) : text_(text) {
  words_.reserve(text.size() / 4 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words_.push_back(text.substr(at, end - at));
    at = end + 1;
  }
}

std::size_t Words::begin(std::size_t i) const { return static_cast<std::size_t>(words_[i].data() - text_.data()); }
std::size_t Words::end(std::size_t i) const { return begin(i) + words_[i].size(); }

Found of_day(absl::CivilDay day, std::size_t words, DayPart part, bool vague) {
  Found found;
  found.mention.day = day;
  found.mention.part = part;
  found.mention.vague = vague;
  found.words = words;
  return found;
}

Found vague_day(absl::CivilDay day, std::size_t words) { return of_day(day, words, DayPart::kNone, true); }

Found of_minute(int minute, bool either_half, std::size_t words) {
  Found found;
  if (minute < 0) minute += 24 * 60;                     // "twintig voor nul"
  found.mention.minute = std::min(minute, 24 * 60 - 1);  // "24 uur" is the end of that day.
  found.mention.either_half = either_half;
  found.words = words;
  return found;
}

std::optional<Found> part_of_part(DayPart day_part, int part, std::size_t words) {
  switch (day_part) {
    case DayPart::kMorning:
      return of_minute(part == 1 ? 10 * 60 : part == 2 ? 11 * 60 : 12 * 60, false, words);
    case DayPart::kAfternoon:
      return of_minute(part == 1 ? 14 * 60 : part == 2 ? 16 * 60 : 18 * 60, false, words);
    case DayPart::kEvening:
      return of_minute(part == 1 ? 20 * 60 : part == 2 ? 21 * 60 : 23 * 60, false, words);
    case DayPart::kNone:
      break;
  }
  return std::nullopt;
}

Found of_moment(absl::CivilMinute moment, std::size_t words) {
  Found found;
  found.mention.moment = moment;
  found.words = words;
  return found;
}

Found of_part(DayPart part, std::size_t words) {
  Found found;
  found.mention.part = part;
  found.words = words;
  return found;
}

absl::CivilDay weekday_from(absl::CivilDay today, absl::Weekday weekday, bool previous) {
  return previous ? absl::PrevWeekday(today, weekday) : absl::NextWeekday(today, weekday);
}

absl::CivilDay weekday_of_week(absl::CivilDay today, absl::Weekday weekday, int weeks) {
  const absl::CivilDay monday = absl::PrevWeekday(today + 1, absl::Weekday::monday) + 7 * weeks;
  return absl::NextWeekday(monday - 1, weekday);
}

std::optional<absl::CivilDay> date_of(absl::CivilDay today, int day, int month, int year) {
  if (day < 1 || day > 31 || month < 1 || month > 12) return std::nullopt;
  absl::CivilDay date(year > 0 ? year : today.year(), month, day);
  if (year == 0 && date < today - kHalfYear) date = absl::CivilDay(today.year() + 1, month, day);
  if (date.day() != day) return std::nullopt;
  return date;
}

std::optional<absl::CivilDay> next_day_of_month(absl::CivilDay today, int day) {
  if (day < 1 || day > 31) return std::nullopt;
  for (absl::CivilMonth month(today);; ++month) {
    const absl::CivilDay date = absl::CivilDay(month) + (day - 1);
    if (date.month() == month.month() && date >= today) return date;
  }
}

absl::CivilDay part_of_month(absl::CivilDay today, int month, int part) {
  const absl::CivilMonth this_year(today.year(), month);
  const absl::CivilMonth named =
      this_year < absl::CivilMonth(today) ? absl::CivilMonth(today.year() + 1, month) : this_year;
  if (part == 3) return absl::CivilDay(named + 1) - 1;
  return absl::CivilDay(named) + (part == 1 ? 9 : 14);
}

absl::CivilDay add_working_days(absl::CivilDay today, int days) {
  while (days > 0) {
    ++today;
    const absl::Weekday weekday = absl::GetWeekday(today);
    if (weekday != absl::Weekday::saturday && weekday != absl::Weekday::sunday) --days;
  }
  return today;
}

std::optional<int> clock_time(std::string_view word) {
  const std::size_t mark = word.find_first_of(":.u");
  if (mark == std::string_view::npos || mark == 0 || mark > 2) return std::nullopt;
  const auto hours = written_number(word.substr(0, mark));
  const std::string_view rest = word.substr(mark + 1);
  if (!hours || *hours > 24) return std::nullopt;
  if (rest.empty()) return word[mark] == 'u' ? std::optional<int>(*hours * 60) : std::nullopt;
  const auto minutes = rest.size() == 2 ? written_number(rest) : std::nullopt;
  if (!minutes || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

}  // namespace dates

std::vector<DateMention> find_dates(std::string_view text, std::string_view language, absl::CivilMinute now) {
  const bool english = language.starts_with("en");
  const dates::Finder find = english ? dates::find_english : dates::find_dutch;
  const auto may_begin = english ? dates::may_begin_english : dates::may_begin_dutch;
  const dates::Words words(text);
  std::vector<DateMention> mentions;
  for (std::size_t at = 0; at < words.size();) {
    auto found = may_begin(words, at) ? find(words, at, now) : std::nullopt;
    if (!found || found->words == 0) {
      ++at;
      continue;
    }
    found->mention.begin = words.begin(at);
    found->mention.end = words.end(std::min(at + found->words, words.size()) - 1);
    mentions.push_back(found->mention);
    at += found->words;
  }
  return mentions;
}

std::optional<absl::CivilDay> last_day_to_come(const std::vector<DateMention>& mentions, absl::CivilDay today) {
  const auto last = std::find_if(mentions.rbegin(), mentions.rend(), [&](const DateMention& mention) {
    return mention.day && !mention.vague && *mention.day >= today;
  });
  return last == mentions.rend() ? std::nullopt : last->day;
}

When combine(const std::vector<DateMention>& mentions, absl::CivilMinute now) {
  When when;
  DayPart part = DayPart::kNone;
  const DateMention* time = nullptr;
  for (const DateMention& mention : mentions) {
    if (mention.moment && !when.day) {
      when.day = absl::CivilDay(*mention.moment);
      when.minute = mention.moment->hour() * 60 + mention.moment->minute();
      return when;
    }
    // A day that is named exactly says more than "this week".
    if (mention.day && (!when.day || (when.vague && !mention.vague))) {
      when.day = mention.day;
      when.vague = mention.vague;
    }
    if (mention.part != DayPart::kNone && part == DayPart::kNone) part = mention.part;
    if (mention.minute && time == nullptr) time = &mention;
  }
  when.part = when.day ? part : DayPart::kNone;
  if (time == nullptr) return when;
  constexpr int kNoon = 12 * 60;
  const int said = now.hour() * 60 + now.minute();
  int minute = *time->minute;
  if (time->either_half && minute < kNoon) {
    const bool later =
        part == DayPart::kNone ? minute < 7 * 60 : part == DayPart::kAfternoon || part == DayPart::kEvening;
    const bool over = part == DayPart::kNone && when.day == absl::CivilDay(now) && minute <= said;
    if (later || over) minute += kNoon;
  }
  if (!when.day) {
    when.day = absl::CivilDay(now);
    if (minute <= said) when.day = *when.day + 1;
  }
  when.minute = minute % (24 * 60);
  if (minute >= 24 * 60) when.day = *when.day + 1;
  return when;
}

}  // namespace aandacht::domain
