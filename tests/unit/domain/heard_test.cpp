#include "shared/domain/heard.h"

#include <algorithm>

#include "shared/domain/cue_words.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

// A Wednesday, ten o'clock in Amsterdam.
const absl::Time kSaid = absl::FromCivil(absl::CivilHour(2026, 11, 18, 9), absl::UTCTimeZone());
const absl::TimeZone kZone = absl::FixedTimeZone(3600);

std::map<std::string, Lexicon> lexicons() {
  Lexicon dutch;
  dutch.phrases["clause.end"] = {"want", "maar", "dus"};
  dutch.phrases["clause.tag"] = {"weet u"};
  dutch.phrases["clause.subject"] = {"ik", "mijn"};
  dutch.phrases["heard.cue.self"] = {"ik", "we"};
  dutch.phrases["heard.cue.own"] = {"mijn"};
  dutch.phrases["heard.cue.relative"] = {"moeder", "(?:klein)?zoon"};
  dutch.phrases["heard.cue.lives"] = {"woont", "is"};
  dutch.phrases["heard.cue.reports"] = {"zegt"};
  dutch.phrases["heard.cue.event"] = {"overleden", "verhuisd"};
  dutch.phrases["heard.cue.plan"] = {"\\S*vakantie"};
  dutch.phrases["heard.cue.move"] = {"ga", "gaan"};
  dutch.phrases["heard.cue.able"] = {"lopen"};
  dutch.phrases["heard.cue.cannot"] = {"niet", "geen"};
  dutch.phrases["heard.cue.lack"] = {"auto"};
  dutch.phrases["heard.cue.limit"] = {"pas"};
  dutch.phrases["heard.cue.against"] = {"u", "pakket"};
  dutch.phrases["heard.cue.past"] = {"overleden", "was"};
  dutch.phrases["heard.cue.to-come"] = {"gaan", "ga"};
  return {{"nl", dutch}};
}

std::vector<HeardFact> heard(const std::string& said) {
  const auto finder = HeardFinder::create(lexicons());
  REQUIRE(finder.ok());
  return (*finder)->find(normalise(said), said, "nl", kSaid, kZone);
}

TEST_CASE("a fact needs somebody it happens to", "[heard]") {
  REQUIRE(heard("mijn moeder is vorig jaar overleden").size() == 1);
  CHECK(heard("mijn moeder is vorig jaar overleden")[0].kind == HeardKind::kLifeEvent);
  CHECK(heard("is de vorige bewoner overleden").empty());
  CHECK(heard("de winkel is verhuisd").empty());
}

TEST_CASE("a weekday near the past is the one before, near what is to come the next", "[heard]") {
  const auto day = [](const std::string& said) { return heard(said).at(0).day; };
  CHECK(day("mijn moeder is zaterdag overleden") == absl::CivilDay(2026, 11, 14));
  CHECK(day("mijn moeder is woensdag overleden") == absl::CivilDay(2026, 11, 11));
  CHECK(day("mijn moeder is morgen een jaar geleden overleden") == absl::CivilDay(2026, 11, 19));
  CHECK(day("mijn zoon is een jaar geleden overleden en we gaan zaterdag op vakantie") == absl::CivilDay(2026, 11, 21));
  CHECK_FALSE(day("mijn moeder is vorige maand overleden").has_value());
}

TEST_CASE("the day of a fact may stand in a few words beside it, unless those tell something", "[heard]") {
  CHECK(heard("mijn moeder is overleden. Zondag al.").at(0).day == absl::CivilDay(2026, 11, 22));
  CHECK_FALSE(heard("mijn moeder is overleden. Morgen gaan we met vakantie.").at(0).day.has_value());
}

TEST_CASE("a relative is a fact by how they live, not by what they say", "[heard]") {
  REQUIRE(heard("mijn kleinzoon woont in Canada").size() == 1);
  CHECK(heard("mijn kleinzoon woont in Canada")[0].kind == HeardKind::kPerson);
  CHECK(heard("mijn zoon zegt dat het niet klopt").empty());
  CHECK(heard("de zoon woont in Canada").empty());
}

TEST_CASE("going somewhere is a plan when the day is still to come", "[heard]") {
  REQUIRE(heard("we gaan vrijdag met de trein").size() == 1);
  CHECK(heard("we gaan vrijdag met de trein")[0].day == absl::CivilDay(2026, 11, 20));
  CHECK(heard("we gaan met de trein").empty());
  CHECK(heard("ik ga op zomervakantie").size() == 1);
}

TEST_CASE("what one cannot do, lacks or can only do then is a constraint", "[heard]") {
  CHECK(heard("ik kan niet ver lopen").size() == 1);
  CHECK(heard("ik kan ver lopen").empty());
  CHECK(heard("ik heb geen auto").size() == 1);
  CHECK(heard("ik heb een auto").empty());
  REQUIRE(heard("ik ben pas na vijf uur vrij").size() == 1);
  CHECK_FALSE(heard("ik ben pas na vijf uur vrij")[0].day.has_value());
}

TEST_CASE("talk about the product weighs against a fact, in the same stretch only", "[heard]") {
  CHECK(heard("ik ga vrijdag met het pakket").empty());
  CHECK(heard("ik ga vrijdag maar het pakket is weg").size() == 1);
  CHECK(heard("weet u mijn moeder is overleden").size() == 1);
}

TEST_CASE("a finite phrase is written out; what is not finite is refused", "[cues]") {
  CHECK(expand_finite("(?:a|b)c?").value() == std::vector<std::string>{"a", "ac", "b", "bc"});
  CHECK(expand_finite("x(?: \\S+){0,1}").value() == std::vector<std::string>{"x", std::string("x ") + kAnyLetters});
  CHECK_FALSE(expand_finite("a*").ok());
  CHECK_FALSE(expand_finite("(?:a").ok());
  CHECK_FALSE(expand_finite("(?:\\d\\d\\d\\d)(?:a|b|c)").ok());
  CHECK(is_finite_cue("nog (?:\\S+ )?iets"));
  CHECK_FALSE(is_finite_cue("\\S+ iets"));
  CHECK_FALSE(is_finite_cue("^iets"));
}

TEST_CASE("expressions that overlap are all found, by their words", "[cues]") {
  Lexicon lexicon;
  lexicon.phrases["one"] = {"op de trap", "\\S*huis"};
  lexicon.phrases["two"] = {"de trap", "zieken\\S*"};
  const auto cues = CueWords::create(lexicon, {"one", "two", "three"});
  REQUIRE(cues.ok());
  const std::string text = "op de trap naar ziekenhuis";
  const auto hits = (*cues)->find(text, {{0, 2}, {3, 5}, {6, 10}, {11, 15}, {16, 26}});
  CHECK(hits.size() == 4);
  CHECK(std::find(hits.begin(), hits.end(), CueHit{0, 2, 0}) != hits.end());
  CHECK(std::find(hits.begin(), hits.end(), CueHit{1, 2, 1}) != hits.end());
  CHECK(std::find(hits.begin(), hits.end(), CueHit{4, 4, 0}) != hits.end());
  CHECK(std::find(hits.begin(), hits.end(), CueHit{4, 4, 1}) != hits.end());
}

}  // namespace
}  // namespace aandacht::domain
