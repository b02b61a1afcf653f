#include "shared/domain/promise_due.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <utility>

#include "shared/domain/promise_score.h"

namespace aandacht::domain::promises {
namespace {

// The last minute of what was said.
int end_of(DayPart part) {
  switch (part) {
    case DayPart::kMorning:
      return 12 * 60;
    case DayPart::kAfternoon:
      return 18 * 60;
    case DayPart::kEvening:
      return 23 * 60;
    case DayPart::kNone:
      break;
  }
  return 24 * 60 - 1;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::string_view before = text.substr(0, at);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  const std::size_t space = before.rfind(' ');
  return space == std::string_view::npos ? before : before.substr(space + 1);
}

// "De levering van vrijdag", "Friday's delivery".
bool is_of_something(const DateMention& date, std::string_view text) {
  if (text.substr(date.begin, date.end - date.begin).ends_with("'s")) return true;
  return one_of(word_before(text, date.begin), {"van", "of", "from"});
}

bool is_deadline(const DateMention& date, std::string_view text) {
  return one_of(word_before(text, date.begin), {"uiterlijk", "laatste", "laatst", "latest", "by"});
}

// Only a word such as "of" stands between.
bool are_choices(const DateMention& a, const DateMention& b, std::string_view text) {
  std::string_view between = text.substr(a.end, b.begin - a.end);
  while (!between.empty() && between.front() == ' ') between.remove_prefix(1);
  while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
  return one_of(between, {"of", "tot", "a", "en", "dan wel", "of anders", "of ten laatste", "of uiterlijk",
                          "tot en met", "or", "to", "and", "or maybe", "till", "until", "or possibly"});
}

std::size_t distance(const DateMention& a, const DateMention& b) {
  if (b.begin >= a.end) return b.begin - a.end;
  return a.begin >= b.end ? a.begin - b.end : 0;
}

// The day that a time or part of the day stands beside: the nearest.
std::size_t nearest_day(const DateMention& mention, const std::vector<DateMention>& days) {
  std::size_t best = 0;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (distance(mention, days[i]) < least) {
      least = distance(mention, days[i]);
      best = i;
    }
  }
  return best;
}

std::size_t choose_day(const std::vector<DateMention>& days, const std::vector<DateMention>& others,
                       std::string_view text) {
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (are_choices(days[i - 1], days[i], text)) return i;
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (is_deadline(days[i], text)) return i;
  }
  std::optional<std::size_t> timed;
  for (const DateMention& other : others) {
    if (other.minute) timed = std::max(timed.value_or(0), nearest_day(other, days));
  }
  if (timed) return *timed;
  const auto exact = std::find_if(days.begin(), days.end(), [](const DateMention& day) { return !day.vague; });
  return exact == days.end() ? 0 : static_cast<std::size_t>(exact - days.begin());
}

}  // namespace

std::vector<DateMention> due_mentions(std::vector<DateMention> mentions, std::string_view text, absl::CivilMinute now) {
  std::erase_if(mentions, [&](const DateMention& date) { return date.day && !is_to_come(date, now); });
  std::vector<DateMention> days;
  std::vector<DateMention> others;
  for (const DateMention& mention : mentions) (mention.day ? days : others).push_back(mention);
  if (days.size() < 2) return mentions;
  // "Of" is "or" in Dutch: "maandag of dinsdag" are two days.
  const auto of_something = [&](const DateMention& day) {
    return is_of_something(day, text) && (&day == days.data() || !are_choices(*(&day - 1), day, text));
  };
  std::vector<DateMention> own;
  for (const DateMention& day : days) {
    if (!of_something(day)) own.push_back(day);
  }
  if (!own.empty()) days = std::move(own);
  const std::size_t chosen = choose_day(days, others, text);
  std::vector<DateMention> due = {days[chosen]};
  for (const DateMention& other : others) {
    if (nearest_day(other, days) == chosen) due.push_back(other);
  }
  return due;
}

std::optional<absl::Time> due_of(const std::vector<DateMention>& mentions, absl::CivilMinute now,
                                 absl::TimeZone time_zone) {
  const When when = combine(mentions, now);
  if (!when.day) return std::nullopt;
  return absl::FromCivil(absl::CivilMinute(*when.day) + when.minute.value_or(end_of(when.part)), time_zone);
}

absl::Time end_of_day(absl::CivilDay day, absl::TimeZone time_zone) {
  return absl::FromCivil(absl::CivilMinute(day) + end_of(DayPart::kNone), time_zone);
}

bool lacks_day(const std::vector<DateMention>& mentions) {
  return !mentions.empty() && std::none_of(mentions.begin(), mentions.end(),
                                           [](const DateMention& date) { return date.day || date.moment; });
}

DateMention carried(const DateMention& day) {
  DateMention mention;
  mention.day = day.day;
  mention.part = day.part == DayPart::kMorning ? DayPart::kNone : day.part;
  return mention;
}

}  // namespace aandacht::domain::promises
