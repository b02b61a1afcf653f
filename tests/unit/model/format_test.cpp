#include "client/model/format.h"

#include "client/model/day_text.h"
#include "tests/support/catch.h"

namespace aandacht::model {
namespace {

constexpr Language kNl = Language::kDutch;
constexpr Language kEn = Language::kEnglish;

absl::TimeZone amsterdam() { return absl::FixedTimeZone(3600); }

absl::Time at(int year, int month, int day, int hour, int minute) {
  return absl::FromCivil(absl::CivilSecond(year, month, day, hour, minute, 0), amsterdam());
}

TEST_CASE("a duration is minutes and seconds, and hours only when there are any") {
  CHECK(duration_text(absl::ZeroDuration()) == "00:00");
  CHECK(duration_text(absl::Seconds(134)) == "02:14");
  CHECK(duration_text(absl::Milliseconds(59'999)) == "00:59");
  CHECK(duration_text(absl::Seconds(3599)) == "59:59");
  CHECK(duration_text(absl::Seconds(3600)) == "1:00:00");
  CHECK(duration_text(absl::Hours(11) + absl::Seconds(62)) == "11:01:02");
  CHECK(duration_text(-absl::Seconds(5)) == "00:00");
  CHECK(duration_text(absl::InfiniteDuration()).empty());
}

TEST_CASE("an ordinal follows the language") {
  CHECK(ordinal_text(4, kNl) == "4e");
  CHECK(ordinal_text(1, kNl) == "1e");
  CHECK(ordinal_text(1, kEn) == "1st");
  CHECK(ordinal_text(2, kEn) == "2nd");
  CHECK(ordinal_text(3, kEn) == "3rd");
  CHECK(ordinal_text(4, kEn) == "4th");
  CHECK(ordinal_text(11, kEn) == "11th");
  CHECK(ordinal_text(12, kEn) == "12th");
  CHECK(ordinal_text(13, kEn) == "13th");
  CHECK(ordinal_text(21, kEn) == "21st");
  CHECK(ordinal_text(112, kEn) == "112th");
}

TEST_CASE("a span is told in its largest unit that still says something") {
  CHECK(span_text(absl::Hours(5), kNl) == "vandaag");
  CHECK(span_text(absl::Hours(24), kNl) == "1 dag");
  CHECK(span_text(absl::Hours(24 * 13), kNl) == "13 dagen");
  CHECK(span_text(absl::Hours(24 * 14), kNl) == "2 weken");
  CHECK(span_text(absl::Hours(24 * 50), kEn) == "7 weeks");
  CHECK(span_text(absl::Hours(24 * 152), kNl) == "5 maanden");
  CHECK(span_text(absl::Hours(24 * 152), kEn) == "5 months");
  CHECK(span_text(absl::Hours(24 * 800), kNl) == "2 jaar");
  CHECK(span_text(absl::Hours(24 * 800), kEn) == "2 years");
}

TEST_CASE("a day carries its year only when it is another") {
  const absl::CivilDay today(2026, 11, 17);
  CHECK(day_text(absl::CivilDay(2026, 11, 20), today, kNl) == "vr 20 nov");
  CHECK(day_text(absl::CivilDay(2026, 11, 20), today, kEn) == "Fri 20 Nov");
  CHECK(day_text(absl::CivilDay(2025, 3, 1), today, kNl) == "za 1 mrt 2025");
}

TEST_CASE("a day in a field has two figures for day and month, as wide as any other") {
  CHECK(written_day(absl::CivilDay(2026, 3, 2), kNl) == "02-03-2026");
  CHECK(written_day(absl::CivilDay(2026, 3, 2), kEn) == "2026-03-02");
  CHECK(read_day("2-3-2026") == absl::CivilDay(2026, 3, 2));
  CHECK(read_day(written_day(absl::CivilDay(2026, 3, 2), kNl)) == absl::CivilDay(2026, 3, 2));
}

TEST_CASE("what is due soon is told by its weekday, what is due later by its date") {
  const absl::Time now = at(2026, 11, 17, 10, 0);  // A Tuesday.
  CHECK(due_text(at(2026, 11, 17, 16, 30), now, amsterdam(), kNl) == "vandaag 16:30");
  CHECK(due_text(at(2026, 11, 18, 23, 59), now, amsterdam(), kNl) == "morgen");
  CHECK(due_text(at(2026, 11, 18, 9, 5), now, amsterdam(), kNl) == "morgen 09:05");
  CHECK(due_text(at(2026, 11, 20, 12, 0), now, amsterdam(), kNl) == "vr 12:00");
  CHECK(due_text(at(2026, 11, 20, 12, 0), now, amsterdam(), kEn) == "Fri 12:00");
  CHECK(due_text(at(2026, 11, 24, 12, 0), now, amsterdam(), kNl) == "di 24 nov 12:00");
  CHECK(due_text(at(2026, 11, 16, 12, 0), now, amsterdam(), kEn) == "yesterday 12:00");
}

TEST_CASE("midnight UTC is a day without a time, in every zone") {
  const absl::Time day = absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone());
  const absl::Time now = at(2026, 11, 17, 10, 0);
  CHECK(due_text(day, now, amsterdam(), kNl) == "vr 20 nov");
  CHECK(due_text(day, now, absl::FixedTimeZone(-8 * 3600), kNl) == "vr 20 nov");
}

TEST_CASE("initials are of the first and the last name") {
  CHECK(initials_of("Gerda Hoekstra-Baaij") == "GH");
  CHECK(initials_of("Jan van der Berg") == "JB");
  CHECK(initials_of("Mevrouw J. de Vries") == "MV");
  CHECK(initials_of("élodie") == "É");
  CHECK(initials_of("Şule Yılmaz") == "ŞY");
  CHECK(initials_of("  ") == "?");
  CHECK(initials_of("+31 6") == "?");
  CHECK(initials_of("\xff\xfe") == "?");
}

TEST_CASE("a phone number is grouped, a SIP name is left alone") {
  CHECK(phone_text("+31600110201") == "+31 6 00 11 02 01");
  CHECK(phone_text("alice") == "alice");
  CHECK(phone_text("+31alice123") == "+31alice123");
  CHECK(phone_text("1001") == "1001");
  CHECK(phone_text("").empty());
}

TEST_CASE("capitals keep accents") {
  CHECK(upper_text("privé één straße") == "PRIVÉ ÉÉN STRAẞE");
  CHECK(sentence_text("énergie terug") == "Énergie terug");
  CHECK(sentence_text("").empty());
}

}  // namespace
}  // namespace aandacht::model
