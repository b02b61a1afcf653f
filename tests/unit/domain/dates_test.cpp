#include "shared/domain/dates.h"

#include "shared/domain/normalise.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

// A Wednesday.
const absl::CivilMinute kNow(2026, 11, 18, 10, 0);

struct Row {
  std::string said;
  std::string means;  ///< "" for nothing; "~" before a vague day.
};

std::string read(const std::string& said, std::string_view language) {
  const std::string text = folded(normalise(said)).text;
  const When when = combine(find_dates(text, language, kNow), kNow);
  if (!when.day) return "";
  const std::string day = (when.vague ? "~" : "") + absl::FormatCivilTime(*when.day);
  if (!when.minute) return day;
  return day + " " + absl::FormatCivilTime(absl::CivilMinute(*when.day) + *when.minute).substr(11);
}

void check(std::string_view language, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.said);
    CHECK(read(row.said, language) == row.means);
  }
}

TEST_CASE("Dutch days are resolved from the day of the call", "[dates]") {
  check("nl", {
                  {"ik bel u morgen", "2026-11-19"},
                  {"overmorgen", "2026-11-20"},
                  {"vandaag nog", "2026-11-18"},
                  {"vrijdag", "2026-11-20"},
                  {"woensdag", "2026-11-25"},
                  {"vorige vrijdag", "2026-11-13"},
                  {"volgende week dinsdag", "2026-11-24"},
                  {"dinsdag volgende week", "2026-11-24"},
                  {"vrijdag de twintigste", "2026-11-20"},
                  {"uiterlijk dinsdag vierentwintig november", "2026-11-24"},
                  {"vrijdag vier december", "2026-12-04"},
                  {"voor één december", "2026-12-01"},
                  {"op 3 februari", "2027-02-03"},
                  {"de twaalfde september getrouwd", "2026-09-12"},
                  {"ik vlieg de zesentwintigste", "2026-11-26"},
                  {"op de derde", "2026-12-03"},
                  {"over drie dagen", "2026-11-21"},
                  {"binnen vijf werkdagen", "2026-11-25"},
                  {"over twee weken", "2026-12-02"},
                  {"volgende week", "~2026-11-27"},
                  {"eind van de maand", "~2026-11-30"},
                  {"begin volgende week", "~2026-11-24"},
                  {"half december", "~2026-12-15"},
                  {"voor het weekend", "~2026-11-20"},
                  {"na het weekend", "~2026-11-23"},
                  {"dinsdag over een week", "2026-12-01"},
                  {"binnen twee tot vijf werkdagen", "2026-11-25"},
                  {"over een dag of drie", "2026-11-21"},
                  {"op 24/11", "2026-11-24"},
                  {"met oudejaarsavond", "2026-12-31"},
                  {"goede morgen", ""},
                  {"de derde keer", ""},
                  {"sinds drie weken", ""},
                  {"een rekening van vierentwintig euro", ""},
              });
}

TEST_CASE("Dutch times follow the part of the day or office hours", "[dates]") {
  check("nl", {
                  {"ik bel u morgen voor twaalf uur terug", "2026-11-19 12:00"},
                  {"vrijdag om half vier", "2026-11-20 15:30"},
                  {"vrijdagochtend om half negen", "2026-11-20 08:30"},
                  {"om half vier komt Henk vrijdag bij u", "2026-11-20 15:30"},
                  {"vrijdag om tien voor half tien", "2026-11-20 09:20"},
                  {"morgenavond om zeven uur", "2026-11-19 19:00"},
                  {"'s avonds om kwart over acht", "2026-11-18 20:15"},
                  {"morgen voor twaalven", "2026-11-19 12:00"},
                  {"rond elf uur", "2026-11-18 11:00"},
                  {"om negen uur", "2026-11-19 09:00"},
                  {"morgen om 16:30", "2026-11-19 16:30"},
                  {"morgen om 16u30", "2026-11-19 16:30"},
                  {"vrijdag tussen acht en vijf", "2026-11-20 17:00"},
                  {"morgen tussen acht en tien", "2026-11-19 10:00"},
                  {"over een half uur", "2026-11-18 10:30"},
                  {"binnen een uur", "2026-11-18 11:00"},
                  {"over anderhalf uur", "2026-11-18 11:30"},
                  {"over een klein uurtje", "2026-11-18 11:00"},
                  {"binnen achtenveertig uur", "2026-11-20 10:00"},
                  {"dinsdag tussen half negen en tien", "2026-11-24 10:00"},
                  {"vrijdag voor sluitingstijd", "2026-11-20 17:00"},
                  {"maandagmiddag", "2026-11-23"},
                  {"twee uur gewacht", ""},
                  {"een half uur van tevoren", ""},
                  {"tien over", ""},
              });
}

TEST_CASE("English days and times are resolved from the moment of the call", "[dates]") {
  check("en", {
                  {"this afternoon, before five", "2026-11-18 17:00"},
                  {"tomorrow morning at ten", "2026-11-19 10:00"},
                  {"tomorrow between eight and ten", "2026-11-19 10:00"},
                  {"on friday at half past three", "2026-11-20 15:30"},
                  {"at ten to seven tonight", "2026-11-18 18:50"},
                  {"on Monday at 4.30 pm", "2026-11-23 16:30"},
                  {"by 5pm today", "2026-11-18 17:00"},
                  {"december the second", "2026-12-02"},
                  {"the twenty third of november", "2026-11-23"},
                  {"by the thirtieth", "2026-11-30"},
                  {"the day after tomorrow", "2026-11-20"},
                  {"next week Tuesday", "2026-11-24"},
                  {"within five working days", "2026-11-25"},
                  {"in two weeks", "2026-12-02"},
                  {"within the hour", "2026-11-18 11:00"},
                  {"by the end of the week", "~2026-11-20"},
                  {"early next week", "~2026-11-24"},
                  {"before the weekend", "~2026-11-20"},
                  {"a week on Tuesday", "2026-12-01"},
                  {"within two to three working days", "2026-11-23"},
                  {"within 48 hours", "2026-11-20 10:00"},
                  {"by Friday noon", "2026-11-20 12:00"},
                  {"half past eight on Tuesday", "2026-11-24 08:30"},
                  {"before close of business", "2026-11-18 17:00"},
                  {"tomorrow between 8am and 12pm", "2026-11-19 12:00"},
                  {"my sister's coming on Saturday", "2026-11-21"},
                  {"the second time", ""},
                  {"my phone's at nine percent", ""},
                  {"i may call you", ""},
                  {"I paid ninety quid a month", ""},
              });
}

TEST_CASE("twenty-four hours is the end of that day, not a minute of the next", "[dates]") {
  for (const auto& [language, said] : std::vector<std::pair<std::string, std::string>>{
           {"en", "by 24"}, {"en", "tomorrow by 24:00"}, {"nl", "morgen om 24 uur"}, {"nl", "vrijdag om 24:00"}}) {
    INFO(said);
    for (const DateMention& mention : find_dates(said, language, kNow)) {
      if (mention.minute) CHECK(*mention.minute == 24 * 60 - 1);
    }
  }
  check("nl", {{"morgen om 24:00", "2026-11-19 23:59"}});
}

TEST_CASE("twenty to midnight is before it, however midnight is written", "[dates]") {
  for (const char* said : {"20 voor 0", "kwart voor 0", "5 voor half 0"}) {
    INFO(said);
    for (const DateMention& mention : find_dates(said, "nl", kNow)) {
      if (mention.minute) CHECK((*mention.minute >= 23 * 60 && *mention.minute < 24 * 60));
    }
  }
}

TEST_CASE("Dutch stretches, parts and days that are over", "[dates]") {
  check("nl", {
                  {"begin van de middag", "2026-11-18 14:00"},
                  {"aan het eind van de middag", "2026-11-18 18:00"},
                  {"morgen eind van de ochtend", "2026-11-19 12:00"},
                  {"vrijdag aan het begin van de avond", "2026-11-20 20:00"},
                  {"tegen de avond", "2026-11-18 18:00"},
                  {"in de loop van de ochtend", ""},
                  {"morgen in de loop van de ochtend", "2026-11-19"},
                  {"deze namiddag", "2026-11-18"},
                  {"binnen de twee werkdagen", "2026-11-20"},
                  {"binnen de week", "2026-11-25"},
                  {"binnen het uur", "2026-11-18 11:00"},
                  {"over een halfuurtje", "2026-11-18 10:30"},
                  {"over drie kwartier", "2026-11-18 10:45"},
                  {"over een uur of twee", "2026-11-18 12:00"},
                  {"geef me een kwartiertje", "2026-11-18 10:15"},
                  {"in de komende twee weken", "2026-12-02"},
                  {"vrijdag over twee weken", "2026-12-04"},
                  {"morgen over een week", "2026-11-26"},
                  {"begin volgende maand", "~2026-12-10"},
                  {"later deze week", "~2026-11-20"},
                  {"eind van het jaar", "~2026-12-31"},
                  {"volgend weekend", "2026-11-28"},
                  {"komend weekend", "2026-11-21"},
                  {"afgelopen weekend", "2026-11-14"},
                  {"vorige week dinsdag", "2026-11-10"},
                  {"dinsdag vorige week", "2026-11-10"},
                  {"drie dagen geleden", "2026-11-15"},
                  {"eergisteren", "2026-11-16"},
                  {"gisteravond", "2026-11-17"},
                  {"elke dinsdag", "~2026-11-24"},
                  {"tweede kerstdag", "2026-12-26"},
                  {"met oud en nieuw", "2026-12-31"},
                  {"met pasen", "2027-03-28"},
                  {"vrijdag middag om drie uur", "2026-11-20 15:00"},
                  {"morgen voor elf terug", "2026-11-19 11:00"},
                  {"morgen om halfvier", "2026-11-19 15:30"},
                  {"vandaag om negen uur", "2026-11-18 21:00"},
                  {"na de lunch", ""},
                  {"morgen na de lunch", "2026-11-19"},
                  {"morgen voor de lunch", "2026-11-19 12:00"},
                  {"voor tien euro", ""},
                  {"na twee keer bellen", ""},
              });
}

TEST_CASE("English stretches, parts and days that are over", "[dates]") {
  check("en", {
                  {"by the end of the afternoon", "2026-11-18 18:00"},
                  {"early evening on friday", "2026-11-20 20:00"},
                  {"by close of play tomorrow", "2026-11-19 17:00"},
                  {"by the end of the working day", "~2026-11-18"},
                  {"by the end of tomorrow", "2026-11-19"},
                  {"tomorrow lunchtime", "2026-11-19 13:00"},
                  {"tomorrow after lunch", "2026-11-19"},
                  {"in an hour or two", "2026-11-18 12:00"},
                  {"in an hour and a half", "2026-11-18 11:30"},
                  {"in the next couple of days", "~2026-11-20"},
                  {"over the next two days", "2026-11-20"},
                  {"give me half an hour", "2026-11-18 10:30"},
                  {"two weeks on friday", "2026-12-04"},
                  {"a week today", "2026-11-25"},
                  {"this time tomorrow", "2026-11-19"},
                  {"the week after next", "~2026-12-04"},
                  {"tuesday of next week", "2026-11-24"},
                  {"tuesday last week", "2026-11-10"},
                  {"last week on tuesday", "2026-11-10"},
                  {"two days ago", "2026-11-16"},
                  {"the day before yesterday", "2026-11-16"},
                  {"last night", "2026-11-17"},
                  {"next weekend", "2026-11-28"},
                  {"on boxing day", "2026-12-26"},
                  {"on christmas eve", "2026-12-24"},
                  {"over easter", "2027-03-28"},
                  {"tomorrow fiveish", "2026-11-19 17:00"},
                  {"every tuesday", "~2026-11-24"},
              });
}

TEST_CASE("on a weekend this week has not ended yet and working days begin on Monday", "[dates]") {
  const absl::CivilMinute saturday(2026, 11, 21, 15, 0);
  const auto day = [&](std::string_view language, const std::string& said) {
    return combine(find_dates(folded(normalise(said)).text, language, saturday), saturday).day;
  };
  CHECK(day("nl", "deze week nog") == absl::CivilDay(2026, 11, 21));
  CHECK(day("nl", "binnen twee werkdagen") == absl::CivilDay(2026, 11, 24));
  CHECK(day("en", "within two working days") == absl::CivilDay(2026, 11, 24));
  CHECK(day("nl", "begin volgende week") == absl::CivilDay(2026, 11, 24));
  CHECK(day("nl", "na het weekend") == absl::CivilDay(2026, 11, 23));
}

TEST_CASE("the last exact day to come is the one a call goes on about", "[dates]") {
  const auto last = [](const std::string& said) {
    return last_day_to_come(find_dates(said, "nl", kNow), absl::CivilDay(kNow));
  };
  CHECK(last("maandag of dinsdag kan het") == absl::CivilDay(2026, 11, 24));
  CHECK(last("gisteren of volgende week") == std::nullopt);
}

TEST_CASE("a mention points at its own words", "[dates]") {
  const std::string text = "en dan bel ik u vrijdag om vier uur zelf";
  const auto mentions = find_dates(text, "nl", kNow);
  REQUIRE(mentions.size() == 2);
  CHECK(text.substr(mentions[0].begin, mentions[0].end - mentions[0].begin) == "vrijdag");
  CHECK(text.substr(mentions[1].begin, mentions[1].end - mentions[1].begin) == "vier uur");
}

}  // namespace
}  // namespace aandacht::domain
