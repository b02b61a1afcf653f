#include "shared/domain/clause.h"
#include "shared/domain/cues.h"
#include "shared/domain/heard.h"
#include "shared/domain/number_words.h"
#include "shared/domain/promises.h"
#include "shared/domain/spoken_day.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

// A Wednesday, ten o'clock in Amsterdam.
const absl::Time kSaid = absl::FromCivil(absl::CivilHour(2026, 11, 18, 9), absl::UTCTimeZone());
const absl::TimeZone kZone = absl::FixedTimeZone(3600);

std::map<std::string, Lexicon> lexicons() {
  Lexicon dutch;
  dutch.phrases["clause.end"] = {"want", "dus", "snap je"};
  dutch.phrases["clause.subject"] = {"ik", "mijn", "bel"};
  dutch.phrases["clause.filler"] = {"eh", "ja", "en"};
  dutch.phrases["heard.plan"] = {"mijn dochter komt", "op vakantie"};
  dutch.phrases["heard.constraint"] = {"ik kan niet(?: \\S+){0,3} (?:lopen|één)"};
  dutch.phrases["heard.not"] = {"gebeld"};
  dutch.phrases["promise"] = {"bel ik u(?: \\S+){0,3} terug"};
  dutch.phrases["promise.dated"] = {"ik (?:bel|stuur) u"};
  dutch.phrases["promise.not"] = {"misschien"};
  dutch.phrases["why-question"] = {"waarom(?: \\S+){1,8}"};
  dutch.phrases["why-question.not"] = {"waarom ik bel"};
  dutch.phrases["acknowledge"] = {"dat snap ik"};
  return {{"nl", dutch}};
}

std::vector<HeardFact> heard(const std::string& said) {
  const auto finder = HeardFinder::create(lexicons());
  REQUIRE(finder.ok());
  return (*finder)->find(normalise(said), said, "nl-NL", kSaid, kZone);
}

std::vector<Promise> promised(const std::string& said) {
  const auto finder = PromiseFinder::create(lexicons());
  REQUIRE(finder.ok());
  return (*finder)->find(normalise(said), said, "nl", kSaid, kZone);
}

TEST_CASE("a fact is the clause in the customer's own words, with its day", "[heard]") {
  const auto facts = heard("o nou dat scheelt want Mijn dochter komt vrijdagmiddag, en dan naar de markt snap je");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].words == "Mijn dochter komt vrijdagmiddag, en dan naar de markt");
  CHECK(facts[0].kind == HeardKind::kPlan);
  CHECK(facts[0].day == absl::CivilDay(2026, 11, 20));
  CHECK(facts[0].said == kSaid);
}

TEST_CASE("a fact without a subject reaches back to where its clause begins", "[heard]") {
  const auto facts = heard("Dank u. Zaterdag gaan we eh met de kinderen op vakantie dus het moet snel.");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].words == "met de kinderen op vakantie");
  CHECK(heard("nee niks").empty());
}

TEST_CASE("a phrase does not reach over the end of a sentence, and heard.not undoes it", "[heard]") {
  CHECK(heard("ik kan niet. Goed lopen.").empty());
  CHECK(heard("ik kan niet goed lopen").size() == 1);
  CHECK(heard("ik kan niet dan één").size() == 1);
  CHECK(heard("mijn dochter komt want ze heeft gebeld").size() == 1);
  CHECK(heard("mijn dochter komt niet ze heeft gebeld").empty());
}

TEST_CASE("a promise is due at its time, else at the end of the part of the day or of the day, where the call is",
          "[promises]") {
  const auto due = [](const std::string& said) {
    const auto made = promised(said);
    REQUIRE(made.size() == 1);
    return absl::FormatTime("%Y-%m-%d %H:%M", made[0].due.value_or(absl::InfinitePast()), kZone);
  };
  CHECK(due("ik stuur u dat morgen, voor twaalf uur") == "2026-11-19 12:00");
  CHECK(due("ik bel u vrijdag zelf even") == "2026-11-20 23:59");
  CHECK(due("ik bel u vrijdagochtend zelf even") == "2026-11-20 12:00");
  CHECK(due("ik bel u vrijdagmiddag zelf even") == "2026-11-20 18:00");
  CHECK(due("ik bel u vrijdagavond zelf even") == "2026-11-20 23:00");
  CHECK(promised("en dan goed ik bel u vrijdag zelf even.")[0].text == "ik bel u vrijdag zelf even");
  CHECK(promised("Ik stuur u dat morgen, voor twaalf uur")[0].text == "Ik stuur u dat morgen, voor twaalf uur");
}

std::string due_after(const std::string& said, std::optional<SpokenDay> spoken) {
  auto known = lexicons();
  known["nl"].phrases["promise.cue.sure"] = {"bel ik u", "ik bel u"};
  known["nl"].phrases["promise.cue.then"] = {"dan"};
  known["nl"].phrases["promise.cue.soon"] = {"straks"};
  known["nl"].phrases["promise.cue.and"] = {"en"};
  const auto finder = PromiseFinder::create(known);
  REQUIRE(finder.ok());
  const Normalised text = folded(normalise(said));
  const absl::CivilMinute now(absl::ToCivilMinute(kSaid, kZone));
  const auto made = (*finder)->find(text, said, "nl", {kSaid, kZone, spoken}, find_dates(text.text, "nl", now));
  std::string all;
  for (const Promise& promise : made)
    all += promise.due ? absl::FormatTime("%m-%d %H:%M;", *promise.due, kZone) : std::string("-;");
  return all;
}

TEST_CASE("a time without a day is on the day that was spoken of", "[promises]") {
  const SpokenDay by_agent{absl::CivilDay(2026, 11, 20), Speaker::kAgent, 4};
  const SpokenDay by_customer{absl::CivilDay(2026, 11, 20), Speaker::kCustomer, 4};
  CHECK(due_after("ik bel u voor elven", std::nullopt) == "11-18 11:00;");
  CHECK(due_after("ik bel u voor elven", by_agent) == "11-20 11:00;");
  CHECK(due_after("ik bel u voor elven", by_customer) == "11-18 11:00;");
  CHECK(due_after("dan bel ik u voor elven", by_customer) == "11-20 11:00;");
  CHECK(due_after("dan bel ik u morgen voor elven", by_agent) == "11-19 11:00;");
  CHECK(due_after("dan bel ik u over een uur", by_agent) == "11-18 11:00;");
  CHECK(due_after("dan bel ik u", by_agent) == "-;");
  CHECK(due_after("ik bel u voor vijf uur want donderdag om tien uur komt Henk", by_agent) == "11-18 17:00;");
  CHECK(due_after("de monteur komt morgen. ik bel u om half elf", std::nullopt) == "11-19 10:30;");
  CHECK(due_after("ik bel u straks om vijf uur", by_agent) == "11-18 17:00;");
  CHECK(due_after("ik bel u straks", by_agent) == "11-18 23:59;");
}

TEST_CASE("of several days the one that is promised counts, and a second promise has its own", "[promises]") {
  CHECK(due_after("ik bel u maandag of dinsdag", std::nullopt) == "11-24 23:59;");
  CHECK(due_after("ik bel u morgen over de levering van vrijdag", std::nullopt) == "11-19 23:59;");
  CHECK(due_after("ik bel u maandag, uiterlijk dinsdag", std::nullopt) == "11-24 23:59;");
  CHECK(due_after("na vorige week bel ik u vrijdag", std::nullopt) == "11-20 23:59;");
  CHECK(due_after("ik bel u vandaag en ik bel u donderdag", std::nullopt) == "11-18 23:59;11-19 23:59;");
  CHECK(due_after("ik bel u en ik bel u donderdag", std::nullopt) == "11-19 23:59;");
}

TEST_CASE("a day's clock is that of the call's time zone, also when it changes", "[promises]") {
  absl::TimeZone amsterdam;
  REQUIRE(absl::LoadTimeZone("Europe/Amsterdam", &amsterdam));
  const auto finder = PromiseFinder::create(lexicons());
  REQUIRE(finder.ok());
  // The Saturday before the clock goes back, ten o'clock of summer time.
  const absl::Time said = absl::FromCivil(absl::CivilHour(2026, 10, 24, 10), amsterdam);
  const std::string words = "ik bel u maandag, voor negen uur";
  const auto made = (*finder)->find(normalise(words), words, "nl", said, amsterdam);
  REQUIRE(made.size() == 1);
  CHECK(absl::FormatTime("%Y-%m-%d %H:%M %Ez", *made[0].due, amsterdam) == "2026-10-26 09:00 +01:00");
}

TEST_CASE("a day stays in mind for six turns, and stays the agent's when the customer repeats it", "[promises]") {
  Call call;
  Reading friday;
  friday.names_day = absl::CivilDay(2026, 11, 20);
  call.turns = 3;
  note_day(call, Speaker::kAgent, friday);
  call.turns = 4;
  note_day(call, Speaker::kCustomer, friday);
  note_day(call, Speaker::kCustomer, Reading{});
  CHECK(day_in_mind(call) == SpokenDay{absl::CivilDay(2026, 11, 20), Speaker::kAgent, 4});
  call.turns = 10;
  CHECK_FALSE(day_in_mind(call).has_value());
}

TEST_CASE("a promise needs its day unless the phrase promises by itself; a question promises nothing", "[promises]") {
  CHECK(promised("ik stuur u dat").empty());
  CHECK(promised("dan bel ik u zelf terug").size() == 1);
  CHECK_FALSE(promised("dan bel ik u zelf terug").front().due.has_value());
  CHECK(promised("Zal het helpen als ik bel u morgen?").empty());
  CHECK(promised("ik bel u misschien morgen").empty());
}

TEST_CASE("cues are read per language and undone by their own exceptions", "[cues]") {
  const auto cues = Cues::create(lexicons());
  REQUIRE(cues.ok());
  CHECK((*cues)->read("maar waarom duurt dat zo lang", "nl").asks_why);
  CHECK_FALSE((*cues)->read("ja waarom ik bel dat pakket", "nl").asks_why);
  CHECK_FALSE((*cues)->read("waarom", "nl").asks_why);
  CHECK((*cues)->read("ja dat snap ik heel goed", "nl-BE").acknowledges);
  CHECK((*cues)->read("dag", "nl") == Signs{});
  CHECK((*cues)->read("dat snap ik", "en") == Signs{});
}

TEST_CASE("a phrase that RE2 refuses is named with its language and list", "[heard]") {
  auto broken = lexicons();
  broken["nl"].phrases["heard.plan"] = {"mijn ("};
  const auto finder = HeardFinder::create(broken);
  REQUIRE_FALSE(finder.ok());
  CHECK(finder.status().code() == absl::StatusCode::kInvalidArgument);
  CHECK(std::string(finder.status().message()).find("nl heard.plan") == 0);
}

TEST_CASE("number words are read in both languages", "[numbers]") {
  CHECK(cardinal("drieentachtig") == 83);
  CHECK(cardinal("honderdtwaalf") == 112);
  CHECK(cardinal("tweehonderdveertien") == 214);
  CHECK(cardinal("tweeduizendzesentwintig") == 2026);
  CHECK(cardinal("seventeen") == 17);
  CHECK_FALSE(cardinal("eentje").has_value());
  CHECK_FALSE(cardinal("en").has_value());
  CHECK(ordinal("zesentwintigste") == 26);
  CHECK(ordinal("26e") == 26);
  CHECK(ordinal("vierde") == 4);
  CHECK(ordinal("twentieth") == 20);
  CHECK(ordinal("2nd") == 2);
  CHECK_FALSE(ordinal("waarde").has_value());
}

}  // namespace
}  // namespace aandacht::domain
