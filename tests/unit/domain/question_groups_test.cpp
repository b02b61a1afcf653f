// The same question in other words.
#include "shared/domain/question_groups.h"

#include "absl/strings/str_cat.h"
#include "shared/domain/question_spelling.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

std::map<std::string, Lexicon> lexicons() {
  std::map<std::string, Lexicon> made;
  auto& dutch = made["nl"].phrases;
  dutch["question.same.refund"] = {"geld terug", "terugbetaling"};
  dutch["question.about.delivery"] = {"pakket", "bestelling"};
  dutch["question.about.damaged"] = {"kapot", "gebroken"};
  dutch["question.ask.when"] = {"wanneer", "waar blijft"};
  made["en"].phrases["question.same.refund"] = {"money back", "refund"};
  return made;
}

class Asking {
 public:
  std::string ask(const std::string& words, const std::string& language = "nl", const std::string& why = "") {
    return groups.place({language, words, why}, "g" + std::to_string(++asked)).group;
  }

  QuestionGroups groups{lexicons()};
  int asked = 0;
};

TEST_CASE("words that mean the same join, in any order and form", "[question]") {
  Asking asking;
  const std::string first = asking.ask("wanneer krijg ik mijn geld terug");
  CHECK(first == "g1");
  CHECK(asking.ask("ik wacht nog altijd op die terugbetaling") == first);
  CHECK(asking.ask("is mijn terugbetalingstermijn al om") == first);
  CHECK(asking.ask("terug wil ik dat geld") == first);
}

TEST_CASE("the same subject with something else wanted does not join", "[question]") {
  Asking asking;
  const std::string where = asking.ask("waar blijft mijn pakket");
  CHECK(asking.ask("het pakket is gebroken aangekomen") != where);
  CHECK(asking.ask("wanneer komt de bestelling") == where);
}

TEST_CASE("two languages are never mixed", "[question]") {
  Asking asking;
  const std::string dutch = asking.ask("wanneer krijg ik mijn geld terug refund");
  CHECK(asking.ask("when is my refund", "en") != dutch);
  CHECK(asking.ask("my money back please", "en-GB") == "g2");
}

TEST_CASE("a misspelled word finds the word that was asked about before", "[question]") {
  Asking asking;
  const std::string first = asking.ask("mijn zonnescherm hapert bij het uitrollen");
  CHECK(asking.ask("het zonneschrem hapert met uitrollen") == first);
}

TEST_CASE("the same why brings questions nearer", "[question]") {
  Asking plain;
  Asking with_why;
  const std::string one = "de verzekeraar wil een briefje van de kliniek";
  const std::string two = "die kliniek schrijft niks op papier voor de aanvraag";
  const double before = (plain.ask(one), plain.groups.find({"nl", two, ""}).value_or(QuestionGroups::Found{}).likeness);
  const double after =
      (with_why.ask(one, "nl", "w"), with_why.groups.find({"nl", two, "w"}).value_or(QuestionGroups::Found{}).likeness);
  CHECK(after >= before);
}

TEST_CASE("what says nothing has no group", "[question]") {
  Asking asking;
  CHECK(asking.ask("").empty());
  CHECK(asking.ask("ja maar dat is het").empty());
  CHECK(asking.groups.footprint().examples == 0);
}

TEST_CASE("what was placed before finds its group again after restoring", "[question]") {
  Asking before;
  const std::vector<std::string> said = {"wanneer krijg ik mijn geld terug", "waar blijft mijn pakket",
                                         "het pakket is kapot", "de bestelling is gebroken"};
  QuestionGroups after(lexicons());
  std::vector<std::string> given;
  for (const std::string& words : said) {
    given.push_back(before.ask(words));
    after.restore({"nl", words, ""}, given.back());
  }
  for (std::size_t i = 0; i < said.size(); ++i) {
    const auto found = after.find({"nl", said[i], ""});
    REQUIRE(found);
    CHECK(found->group == given[i]);
  }
}

TEST_CASE("what is undone was never placed", "[question]") {
  Asking asking;
  asking.ask("waar blijft mijn pakket");
  asking.groups.mark();
  const auto before = asking.groups.footprint();
  asking.ask("wanneer krijg ik mijn geld terug");
  asking.ask("het pakket is kapot");
  asking.groups.undo();
  CHECK(asking.groups.footprint().groups == before.groups);
  CHECK(asking.groups.footprint().examples == before.examples);
  CHECK_FALSE(asking.groups.find({"nl", "geld terug wanneer", ""}).has_value());
  CHECK(asking.groups.find({"nl", "waar blijft het pakket", ""}).has_value());
}

constexpr const char* kOlder = "dakgoot regenpijp balkon schutting";
constexpr const char* kYounger = "balkon schutting tuinpoort kelderraam";
constexpr const char* kBoth = "regenpijp balkon schutting tuinpoort";

/// Where two groups stand that are not quite alike enough to have been one: "g3" and "g4".
class TwoGroups : public Asking {
 public:
  TwoGroups() {
    // Their words were heard before.
    ask("tuinpoort brievenbus oprit lamp");
    ask("kelderraam zolderluik trap deurbel");
    REQUIRE(ask(kOlder) == "g3");
    REQUIRE(ask(kYounger) == "g4");
  }
};

TEST_CASE("groups that one question could join and that are alike are merged under the older id", "[question]") {
  TwoGroups asking;
  // Also when the younger one is nearer to what is asked.
  const std::string words =
      GENERATE(std::string(kBoth), std::string("balkon schutting tuinpoort regenpijp kelderraam"));
  const auto placed = asking.groups.place({"nl", words, ""}, "g5");
  CHECK(placed.group == "g3");
  CHECK(placed.merges == std::vector<QuestionMerge>{{"g3", "g4"}});
  CHECK(asking.ask(kYounger) == "g3");
  CHECK(asking.groups.footprint().groups == 3);
}

TEST_CASE("a question that names two different things does not make them the same", "[question]") {
  Asking asking;
  CHECK(asking.ask("dakgoot regenpijp balkon") == "g1");
  CHECK(asking.ask("oprit kelderraam tuinpoort") == "g2");
  const auto placed = asking.groups.place({"nl", "dakgoot regenpijp balkon oprit kelderraam tuinpoort", ""}, "g3");
  CHECK(placed.group != "g3");
  CHECK(placed.merges.empty());
  CHECK(asking.groups.footprint().groups == 2);
}

TEST_CASE("a merge that is undone leaves both groups as they were", "[question]") {
  TwoGroups asking;
  asking.groups.mark();
  REQUIRE(asking.groups.place({"nl", kBoth, ""}, "g5").merges.size() == 1);
  asking.groups.undo();
  CHECK(asking.groups.footprint().groups == 4);
  CHECK(asking.groups.footprint().examples == 4);
  CHECK(asking.ask(kYounger) == "g4");
}

TEST_CASE("restored merges hold, in whatever order their groups are restored", "[question]") {
  QuestionGroups groups(lexicons());
  groups.restore({"nl", kYounger, ""}, "g2");
  groups.restore({"nl", kOlder, ""}, "g1");
  groups.restore("nl", {"g1", "g2"});
  groups.restore("nl", {"g1", "gone before"});
  CHECK(groups.find({"nl", kYounger, ""}).value().group == "g1");
  CHECK(groups.footprint().groups == 1);
}

TEST_CASE("a group that is forgotten by any of its ids begins anew when it is asked again", "[question]") {
  TwoGroups asking;
  REQUIRE(asking.groups.place({"nl", kBoth, ""}, "g5").merges.size() == 1);
  asking.groups.forget("nl", GENERATE(std::string("g3"), std::string("g4")));
  asking.groups.forget("nl", "never heard of");
  CHECK(asking.groups.footprint().groups == 2);
  CHECK(asking.groups.footprint().examples == 2);
  CHECK_FALSE(asking.groups.find({"nl", kYounger, ""}).has_value());
  CHECK(asking.ask(kOlder) == "g5");
  CHECK(asking.ask("lamp oprit brievenbus tuinpoort") == "g1");
}

TEST_CASE("however often the same is asked, no more is kept", "[question]") {
  Asking asking;
  for (int i = 0; i < 500; ++i) asking.ask("waar blijft mijn pakket van nummer " + std::to_string(i));
  CHECK(asking.groups.footprint().groups == 1);
  CHECK(asking.groups.footprint().examples <= 6);
}

TEST_CASE("over the limit the oldest are forgotten and the newest stay", "[question]") {
  QuestionGroups groups(lexicons(), {.examples = 100});
  const auto words = [](int i) {
    std::string made = "over ";
    for (int at = 0; at < 3; ++at)
      made += std::string(6, static_cast<char>('a' + (i / (at == 0 ? 1 : at * 26)) % 26)) +
              static_cast<char>('a' + at) + std::to_string(i) + "x ";
    return made;
  };
  for (int i = 0; i < 400; ++i) groups.place({"nl", words(i), "why-" + std::to_string(i)}, "g" + std::to_string(i));
  CHECK(groups.footprint().examples == 100);
  CHECK(groups.footprint().groups == 100);
  CHECK(groups.find({"nl", words(300), "why-300"}).value().group == "g300");
  CHECK_FALSE(groups.find({"nl", words(299), "why-299"}).has_value());
}

TEST_CASE("at the limit, asking the oldest again adds nothing and leaves no group without an example", "[question]") {
  QuestionGroups groups(lexicons(), {.examples = 8});
  const auto words = [](char letter) {
    return absl::StrCat(std::string(7, letter), "k ", std::string(6, letter), "m");
  };
  for (char letter = 'b'; letter < 'j'; ++letter) groups.place({"nl", words(letter), ""}, std::string(1, letter));
  REQUIRE(groups.footprint().groups == 8);
  CHECK(groups.place({"nl", words('b'), ""}, "fresh").group == "b");
  CHECK(groups.footprint().groups == groups.footprint().examples);
}

TEST_CASE("letters apart count changed, added, missing and swapped ones", "[question]") {
  CHECK(letters_apart("ketel", "ketel", 2) == 0);
  CHECK(letters_apart("ketel", "kettel", 2) == 1);
  CHECK(letters_apart("ketel", "ktel", 2) == 1);
  CHECK(letters_apart("ketel", "kteel", 2) == 1);
  CHECK(letters_apart("ketel", "kabel", 2) == 2);
  CHECK(letters_apart("ketel", "radiator", 2) == 3);
}

}  // namespace
}  // namespace aandacht::domain
