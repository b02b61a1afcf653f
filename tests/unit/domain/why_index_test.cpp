// Whys by what is said and by what is typed.
#include "shared/domain/why_index.h"

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

Why why(const std::string& id, const std::string& language, const std::string& topic,
        std::vector<std::string> synonyms = {}, std::vector<std::string> queues = {}) {
  Why made;
  made.id = id;
  made.language = language;
  made.topic = topic;
  made.synonyms = std::move(synonyms);
  made.rule = "Een " + topic + " is binnen vijf werkdagen klaar.";
  made.customer = "Zo weet u waar u aan toe bent.";
  made.employee = "Ik kan het u precies zeggen.";
  made.organisation = "Het scheelt fouten.";
  made.queues = std::move(queues);
  return made;
}

const WhyIndex& index() {
  static const auto* made =
      new WhyIndex({why("a", "nl", "terugbetaling", {"geld terug"}), why("b", "nl", "tijdvak monteur"),
                    why("c", "nl", "waarborgsom", {}, {"huur"}), why("d", "nl-BE", "domiciliëring"),
                    why("e", "en", "change of address", {"on hold"})});
  return *made;
}

std::vector<WhyMatch> match(const std::string& text, const std::string& language, const std::string& queue = "") {
  return index().match(folded(normalise(text)), text, language, queue, 5);
}

TEST_CASE("a topic that is said in full scores one or more, with the words that were said", "[why]") {
  const auto found = match("ik bel over mijn Terugbetaling, ziet u", "nl");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].why_id == "a");
  CHECK(found[0].score >= 1);
  CHECK(found[0].evidence == "Terugbetaling");
}

TEST_CASE("a Dutch compound names its topic, an English word inside another does not", "[why]") {
  CHECK(match("die terugbetalingstermijn", "nl").at(0).why_id == "a");
  CHECK(match("ik wil iets omruilen", "nl").empty());
  for (const WhyMatch& found : match("I want to exchange this", "en")) CHECK(found.why_id != "e");
}

TEST_CASE("half a topic scores much less than half a mention", "[why]") {
  const auto found = match("de monteur is er", "nl");
  REQUIRE_FALSE(found.empty());
  CHECK(found[0].why_id == "b");
  CHECK(found[0].score < 0.7);
}

TEST_CASE("a queue sees its own whys and those of all", "[why]") {
  CHECK(match("de waarborgsom", "nl", "huur").at(0).why_id == "c");
  for (const WhyMatch& found : match("de waarborgsom", "nl", "koop")) CHECK(found.why_id != "c");
}

TEST_CASE("a why of a region belongs to its language", "[why]") {
  CHECK(match("mijn domiciliering", "nl").at(0).why_id == "d");
}

TEST_CASE("a name of small words is worth its words together", "[why]") {
  CHECK(match("I was on hold", "en").at(0).score >= 1);
  const auto alone = match("please hold the door", "en");
  CHECK((alone.empty() || alone[0].score < 0.8));
}

TEST_CASE("typed letters find whys from the second letter, accents or not", "[why]") {
  CHECK(index().search("te", "nl", "", 5).at(0)->id == "a");
  CHECK(index().search("domicilie", "nl", "", 5).at(0)->id == "d");
  CHECK(index().search("mo ti", "nl", "", 5).at(0)->id == "b");
  CHECK(index().search("zzz", "nl", "", 5).empty());
}

TEST_CASE("nothing typed lists the queue's whys by topic, and no more than asked for", "[why]") {
  const auto all = index().search("", "nl", "koop", 10);
  REQUIRE(all.size() == 3);
  CHECK(all[0]->id == "d");
  CHECK(all[2]->id == "b");
  CHECK(index().search("", "nl", "", 2).size() == 2);
}

TEST_CASE("nothing said names nothing", "[why]") {
  CHECK(match("", "nl").empty());
  CHECK(match("ja nee", "nl").empty());
}

const WhyIndex& verbs() {
  static const auto* made = new WhyIndex({why("sign", "nl", "zelf tekenen"), why("back", "nl", "terugbetalen"),
                                          why("send", "nl", "verzendkosten"), why("block", "en", "block first")});
  return *made;
}

std::string best(const std::string& text, const std::string& language = "nl") {
  const auto found = verbs().match(folded(normalise(text)), text, language, "", 1);
  return found.empty() || found[0].score < 0.3 ? "" : found[0].why_id;
}

TEST_CASE("other forms of a word name it: participle, separated verb, parts of a compound", "[why]") {
  CHECK(best("een volmacht wordt hier getekend") == "sign");
  CHECK(best("wanneer betaalt u mij dat bedrag terug") == "back");
  CHECK(best("het is nog altijd niet terugbetaald") == "back");
  CHECK(best("waarom reken je kosten voor het verzenden") == "send");
  CHECK(best("why was it blocked", "en") == "block");
}

TEST_CASE("words that fit any call name nothing by themselves", "[why]") {
  for (const char* text : {"u vraagt mij elke dag twee keer iets", "ja dat zal ik zelf wel even zeggen morgen"}) {
    INFO(text);
    CHECK(best(text) != "send");
    CHECK(best(text) != "back");
  }
}

TEST_CASE("a queue's own why goes before one of all queues", "[why]") {
  const WhyIndex both({why("all", "nl", "bezorgkosten"), why("own", "nl", "bezorgkosten", {}, {"Vlietnet"})});
  const std::string text = "die bezorgkosten";
  const auto found = both.match(folded(normalise(text)), text, "nl", "Vlietnet", 5);
  REQUIRE(found.size() == 2);
  CHECK(found[0].why_id == "own");
  CHECK(found[1].score < found[0].score);
}

TEST_CASE("a typed word with one wrong letter still finds its why, unless another fits as typed", "[why]") {
  REQUIRE_FALSE(index().search("waarbrogsom", "nl", "", 5).empty());
  CHECK(index().search("waarbrogsom", "nl", "", 5).at(0)->id == "c");
  CHECK(index().search("tijdvka", "nl", "", 5).at(0)->id == "b");
  CHECK(index().search("zzzzzz", "nl", "", 5).empty());
}

TEST_CASE("words of one meaning name each other, less than the word itself", "[why]") {
  std::map<std::string, Lexicon> lexicons;
  lexicons["nl"].phrases["question.same.refund"] = {"terugbetaling", "geld terug", "restitutie"};
  const WhyIndex with({why("a", "nl", "terugbetaling")}, lexicons);
  const WhyIndex without({why("a", "nl", "terugbetaling")});
  const auto score = [](const WhyIndex& index, const std::string& text) {
    const auto found = index.match(folded(normalise(text)), text, "nl", "", 1);
    return found.empty() ? 0.0 : found[0].score;
  };
  CHECK(score(with, "die restitutie laat op zich wachten") > 0.4);
  CHECK(score(without, "die restitutie laat op zich wachten") < 0.2);
  CHECK(score(with, "die restitutie") < score(with, "die terugbetaling"));
}

}  // namespace
}  // namespace aandacht::domain
