// Inside dates: the words of a text and what both languages share. For dates*.cpp only.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/one_of.h"
#include "shared/domain/dates.h"

namespace aandacht::domain::dates {

/// The words of a normalised text; past either end stand empty words.
class Words {
 public:
  explicit Words(std::string_view text);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return i < words_.size() ? words_[i] : std::string_view();
  }
  [[nodiscard]] std::string_view before(std::size_t i) const { return i > 0 ? (*this)[i - 1] : std::string_view(); }
  [[nodiscard]] std::size_t begin(std::size_t i) const;
  [[nodiscard]] std::size_t end(std::size_t i) const;

 private:
  std::string_view text_;
  std::vector<std::string_view> words_;
};

/// A mention of `words` words.
struct Found {
  DateMention mention;
  std::size_t words = 0;
};

/// What begins at word `at`.
using Finder = std::optional<Found> (*)(const Words& words, std::size_t at, absl::CivilMinute now);

[[nodiscard]] std::optional<Found> find_dutch(const Words& words, std::size_t at, absl::CivilMinute now);
[[nodiscard]] std::optional<Found> find_english(const Words& words, std::size_t at, absl::CivilMinute now);

/// False: nothing begins at word `at`. A wording with a new first word adds that here.
[[nodiscard]] bool may_begin_dutch(const Words& words, std::size_t at);
[[nodiscard]] bool may_begin_english(const Words& words, std::size_t at);

[[nodiscard]] Found of_day(absl::CivilDay day, std::size_t words, DayPart part = DayPart::kNone, bool vague = false);
/// A day that is only about right: "begin volgende week".
[[nodiscard]] Found vague_day(absl::CivilDay day, std::size_t words);
[[nodiscard]] Found of_minute(int minute, bool either_half, std::size_t words);
/// The begin (1), middle (2) or end (3) of a part of the day is a time: "begin van de middag" is until two.
[[nodiscard]] std::optional<Found> part_of_part(DayPart day_part, int part, std::size_t words);
[[nodiscard]] Found of_moment(absl::CivilMinute moment, std::size_t words);
[[nodiscard]] Found of_part(DayPart part, std::size_t words);

/// The words with which such days' names begin.
void for_each_holiday(const std::function<void(std::string_view)>& visit);

/// Days that have a name, in either language: "tweede kerstdag", "boxing day".
[[nodiscard]] std::optional<Found> holiday_at(const Words& words, std::size_t at, absl::CivilDay today);

/// The next such weekday after `today`; `previous`: the one before it.
[[nodiscard]] absl::CivilDay weekday_from(absl::CivilDay today, absl::Weekday weekday, bool previous);

/// The weekday in the week, Monday to Sunday, `weeks` from that of `today`.
[[nodiscard]] absl::CivilDay weekday_of_week(absl::CivilDay today, absl::Weekday weekday, int weeks);

/// Absent when the month has no such day. `year` 0: the nearest, see find_dates().
[[nodiscard]] std::optional<absl::CivilDay> date_of(absl::CivilDay today, int day, int month, int year);

/// The next such day of a month; absent beyond 31.
[[nodiscard]] std::optional<absl::CivilDay> next_day_of_month(absl::CivilDay today, int day);

[[nodiscard]] absl::CivilDay add_working_days(absl::CivilDay today, int days);

/// The `part` of December: 1 its begin (the 10th), 2 its middle (the 15th), 3 its end; the next such day.
[[nodiscard]] absl::CivilDay part_of_month(absl::CivilDay today, int month, int part);

/// Minutes of "16:30", "16.30", "16u30", "16u"; absent for all else.
[[nodiscard]] std::optional<int> clock_time(std::string_view word);

namespace dutch {

/// "9", "negen".
[[nodiscard]] std::optional<int> number(std::string_view word);

/// "twaalven".
[[nodiscard]] std::optional<int> plural_hour(std::string_view word);
[[nodiscard]] std::optional<absl::Weekday> weekday(std::string_view word);

/// "dinsdag", "dinsdagochtend".
[[nodiscard]] std::optional<std::pair<absl::Weekday, DayPart>> weekday_with_part(std::string_view word);

/// 1 … 12; 0 for no month.
[[nodiscard]] int month(std::string_view word);
[[nodiscard]] DayPart part_of_day(std::string_view word);

/// "vandaag", "morgenochtend", "eergisteren".
[[nodiscard]] std::optional<Found> near_day_at(const Words& words, std::size_t at, absl::CivilDay today);

/// "eind van de week", "volgende week", "drie dagen geleden", "voor het weekend".
[[nodiscard]] std::optional<Found> stretch_at(const Words& words, std::size_t at, absl::CivilDay today);

}  // namespace dutch

namespace english {

struct Number {
  int value = 0;
  std::size_t words = 1;
};

/// "9", "nine", "twenty five".
[[nodiscard]] std::optional<Number> number_at(const Words& words, std::size_t at);

/// "second", "23rd", "twenty third".
[[nodiscard]] std::optional<Number> ordinal_at(const Words& words, std::size_t at);
[[nodiscard]] std::optional<absl::Weekday> weekday(std::string_view word);

/// 1 … 12; 0 for no month.
[[nodiscard]] int month(std::string_view word);
[[nodiscard]] DayPart part_of_day(std::string_view word);

/// "today", "tomorrow morning", "the day before yesterday".
[[nodiscard]] std::optional<Found> near_day_at(const Words& words, std::size_t at, absl::CivilDay today);

/// "early next week", "a week on tuesday", "two days ago", "before the weekend".
[[nodiscard]] std::optional<Found> stretch_at(const Words& words, std::size_t at, absl::CivilDay today);

}  // namespace english

[[nodiscard]] inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return base::is_one_of(word, words);
}

}  // namespace aandacht::domain::dates
