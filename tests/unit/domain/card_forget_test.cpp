// Cards that quoted what turned out to be part of a number.
#include "shared/domain/card_forget.h"

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

const LateRedaction kLate = {"u1", "ja nul zes twaalf morgen", {"ja [phone] morgen", {}}};

Card card_of(CardKind kind, const std::string& line) {
  Card card;
  card.kind = kind;
  card.call_id = "c1";
  card.line = line;
  card.evidence.words = kLate.before;
  return card;
}

TEST_CASE("a quote loses what was hidden, and what the new text still says stays", "[redaction]") {
  Card quotes = card_of(CardKind::kHeard, "zes twaalf morgen");
  forget(quotes, kLate);
  CHECK(quotes.line.find("twaalf") == std::string::npos);
  CHECK(quotes.evidence.words == "ja [phone] morgen");
  Card stays = card_of(CardKind::kHeard, "morgen");
  forget(stays, kLate);
  CHECK(stays.line == "morgen");
}

TEST_CASE("a line made around a quote keeps its own words", "[redaction]") {
  Card card = card_of(CardKind::kWe, "Ik bel u op nul zes twaalf terug.");
  forget(card, kLate);
  CHECK(card.line == "Ik bel u op [phone] terug.");
}

TEST_CASE("a why keeps its line and loses its evidence", "[redaction]") {
  Card card = card_of(CardKind::kWhy, "zes twaalf");
  forget(card, kLate);
  CHECK(card.line == "zes twaalf");
  CHECK(card.evidence.words == "ja [phone] morgen");
}

TEST_CASE("a repeated question without an answer loses the number in its words, one with an answer keeps its topic",
          "[redaction]") {
  Card asked = card_of(CardKind::kFirstTime, "");
  asked.topic = "nul zes twaalf morgen";
  forget(asked, kLate);
  CHECK(asked.topic.find("twaalf") == std::string::npos);
  CHECK(asked.evidence.words == "ja [phone] morgen");
  Card answered = card_of(CardKind::kFirstTime, "zes twaalf");
  answered.topic = "zes";
  answered.source_id = "nl/why";
  forget(answered, kLate);
  CHECK(answered.topic == "zes");
  CHECK(answered.line == "zes twaalf");
}

TEST_CASE("at a desk the cards of that call lose it, on screen and waiting, of another call not", "[redaction]") {
  Desk desk;
  desk.card = card_of(CardKind::kHeard, kLate.before);
  desk.waiting = {{card_of(CardKind::kHeard, kLate.before)}, {card_of(CardKind::kHeard, kLate.before)}};
  desk.waiting[1].card.call_id = "c2";
  forget(desk, "c1", kLate);
  CHECK(desk.card->line == kLate.redacted.text);
  CHECK(desk.waiting[0].card.line == kLate.redacted.text);
  CHECK(desk.waiting[1].card.line == kLate.before);
}

}  // namespace
}  // namespace aandacht::domain
