// The two cards that are about a person: a question for the first time, and a story.
#include "shared/domain/story_card.h"
#include "tests/support/catch.h"
#include "tests/unit/model/example_desk.h"

namespace aandacht::model {
namespace {

OverlayModel shown(const domain::Desk& desk, Language language = Language::kDutch) {
  return make_overlay_model(&desk, {ConnectionState::kConnected, "", 0}, {}, language, now(), zone());
}

domain::Desk asked_times(int times) {
  domain::Desk desk = example_desk(domain::CallState::kInCall);
  desk.calls[0].question = domain::Question{"waar blijft mijn geld", "u1", 0.9, "nl/why", "g1"};
  desk.questions.calls["g1"] = times;
  domain::Card card;
  card.id = "card-1";
  card.kind = domain::CardKind::kFirstTime;
  card.call_id = desk.calls[0].id;
  card.line = "Zo staat het geld zeker op uw rekening.";
  card.evidence.words = "waar blijft mijn geld";
  desk.card = card;
  return desk;
}

domain::Desk with_story(const std::string& detail) {
  domain::Desk desk;
  domain::Story story{"s1", "Mevrouw J. de Vries", "nl", "Vier keer gebeld.", detail, "Iemand belde terug."};
  desk.card = domain::story_card(story);
  desk.card->id = "card-1";
  return desk;
}

}  // namespace

TEST_CASE("a question that came before says which time it is for the agent, and that it is the customer's first") {
  struct Row {
    int times;
    const char* dutch;
    const char* english;
  };
  const auto row = GENERATE(Row{4, "4E", "4TH"}, Row{11, "11E", "11TH"}, Row{12, "12E", "12TH"}, Row{13, "13E", "13TH"},
                            Row{21, "21E", "21ST"}, Row{22, "22E", "22ND"}, Row{23, "23E", "23RD"},
                            Row{101, "101E", "101ST"}, Row{111, "111E", "111TH"});
  const domain::Desk desk = asked_times(row.times);
  CHECK(shown(desk).card->caption == std::string("VOOR JOU DE ") + row.dutch + " KEER, VOOR DEZE KLANT DE EERSTE");
  CHECK(shown(desk, Language::kEnglish).card->caption ==
        std::string("THE ") + row.english + " TIME FOR YOU, THE FIRST FOR THIS CUSTOMER");
  CHECK(shown(desk).card->line == "“Zo staat het geld zeker op uw rekening.”");
  CHECK(shown(desk).card->evidence == "gehoord: “waar blijft mijn geld”");
  CHECK_FALSE(shown(desk).card->budget.empty());
}

TEST_CASE("without a count it says only that it is the customer's first time, without an answer it makes none up") {
  domain::Desk desk = asked_times(4);
  desk.questions.calls.clear();
  desk.card->line.clear();
  CHECK(shown(desk).card->caption == "VOOR DEZE KLANT DE EERSTE KEER");
  CHECK(shown(desk).card->line == "Voor deze klant is het de eerste keer.");
  CHECK(shown(desk, Language::kEnglish).card->line == "For this customer it is the first time.");
}

TEST_CASE("a story has the customer's name, initials and three lines, and no budget") {
  const CardModel card = *shown(with_story("Ze wachtte vijf maanden.")).card;
  CHECK(card.caption == "EEN VAN ONZE KLANTEN");
  CHECK(card.who == "Mevrouw J. de Vries");
  CHECK(card.initials == "JV");
  CHECK(card.line == "Vier keer gebeld.");
  CHECK(card.detail == "Ze wachtte vijf maanden.");
  CHECK(card.ending == "Iemand belde terug.");
  CHECK(card.story_id == "s1");
  CHECK(card.photo == 0);
  CHECK(card.budget.empty());
  CHECK(card.evidence.empty());
}

TEST_CASE("a story without a second line still ends as it ended") {
  const CardModel card = *shown(with_story("")).card;
  CHECK(card.detail.empty());
  CHECK(card.ending == "Iemand belde terug.");
}

}  // namespace aandacht::model
