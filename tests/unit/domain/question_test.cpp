// What a customer wants, in their own words.
#include "shared/domain/question.h"

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

const QuestionFinder& finder() {
  static const auto* made = [] {
    std::map<std::string, Lexicon> lexicons;
    Lexicon& dutch = lexicons["nl"];
    dutch.phrases["question.introduction"] = {"(?:goedemorgen|hallo)"};
    dutch.phrases["question.name"] = {"u spreekt met (?:mevrouw |meneer )?\\S+", "met \\S+"};
    dutch.phrases["question.subject"] = {"ik bel over"};
    dutch.phrases["question.request"] = {"wanneer(?: \\S+){1,3}", "ik wil"};
    dutch.phrases["question.trouble"] = {"doet het niet"};
    dutch.phrases["question.not"] = {"postcode"};
    lexicons["en"].phrases["question.request"] = {"where is"};
    auto finder = QuestionFinder::create(lexicons);
    REQUIRE(finder.ok());
    return finder->release();
  }();
  return *made;
}

std::optional<QuestionMention> find(const std::string& text, const std::string& language = "nl") {
  return finder().find(folded(normalise(text)), text, language);
}

QuestionMention mention(const std::string& words, double score) { return {words, score, "", ""}; }

TEST_CASE("greeting and name are left out of the question", "[question]") {
  const auto found = find("goedemorgen u spreekt met mevrouw Van eh ik bel over de boete voor mijn camionette");
  REQUIRE(found);
  CHECK(found->words == "eh ik bel over de boete voor mijn camionette");
  const auto named = find("hallo met Joke Terpstra ik bel over mijn boete");
  REQUIRE(named);
  CHECK(named->words == "ik bel over mijn boete");
}

TEST_CASE("of several sentences the one that asks is taken, in the words as they were written", "[question]") {
  const auto found =
      find("Ik was gisteren bij de tandarts in Gent. Wanneer krijg ik de Factuur van die behandeling? Dag!");
  REQUIRE(found);
  CHECK(found->words == "Wanneer krijg ik de Factuur van die behandeling");
}

TEST_CASE("who announces the subject is clearer than who asks, and who asks than who tells", "[question]") {
  const double announced = find("ik bel over het lekke dak van de schuur")->score;
  const double asked = find("ik wil het lekke dak van de schuur")->score;
  const double told = find("het lekke dak van de schuur en de garage")->score;
  CHECK(announced > asked);
  CHECK(asked > told);
  CHECK(announced <= 1);
}

TEST_CASE("without a subject there is no question", "[question]") {
  for (const char* text : {"", "ja", "ik wil dat wel", "wanneer dan", "vier vier nul zeven", "ja dat klopt helemaal"}) {
    INFO(text);
    CHECK_FALSE(find(text).has_value());
  }
  CHECK_FALSE(find("the postcode", "xx").has_value());
}

TEST_CASE("speech without stops is cut to thirty words and 240 bytes, from its cue on", "[question]") {
  std::string text = "nou kijk";
  for (int i = 0; i < 40; ++i) text += " zeg" + std::to_string(i);
  text += " ik bel over mijn ketel";
  for (int i = 0; i < 60; ++i) text += " radiatorknoppen" + std::to_string(i);
  const auto found = find(text);
  REQUIRE(found);
  CHECK(found->words.starts_with("ik bel over mijn ketel"));
  CHECK(found->words.size() <= 240);
}

TEST_CASE("any bytes are taken", "[question]") {
  std::string text;
  for (int i = 0; i < 256; ++i) text += static_cast<char>(i);
  text += " ik bel over mijn ketel";
  CHECK_NOTHROW(find(text));
}

TEST_CASE("the first question stays, unless a clearer one comes soon or a much clearer one later", "[question]") {
  Call call;
  call.turns = 1;
  Reading reading;
  reading.question = mention("eerste", 0.5);
  take_question(call, "u1", reading);
  REQUIRE(call.question);
  CHECK(call.question->words == "eerste");
  CHECK(call.question->confidence == Approx(0.6));  // What is said first counts more.
  call.turns = 5;
  CHECK_FALSE(is_better_question(call, mention("even", 0.7)));
  CHECK(is_better_question(call, mention("beter", 0.8)));
  call.turns = 20;
  CHECK_FALSE(is_better_question(call, mention("beter", 0.8)));
  CHECK(is_better_question(call, mention("veel beter", 0.95)));
  call.phase = CallPhase::kClosing;
  CHECK_FALSE(is_better_question(call, mention("veel beter", 1)));
}

}  // namespace
}  // namespace aandacht::domain
