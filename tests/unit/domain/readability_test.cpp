#include "shared/domain/readability.h"

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("syllables are counted as they are spoken") {
  struct Case {
    const char* word;
    const char* language;
    int syllables;
  };
  for (const Case& c :
       {Case{"bedrijf", "nl", 2}, Case{"rekening", "nl", 3}, Case{"nieuw", "nl", 1}, Case{"geboortedatum", "nl", 5},
        Case{"ui", "nl", 1}, Case{"financiële", "nl", 5}, Case{"coëfficiënt", "nl", 5}, Case{"terugbetaling", "nl", 5},
        Case{"€", "nl", 1}, Case{"25", "nl", 2}, Case{"{topic}", "nl", 2}, Case{"table", "en", 2},
        Case{"looked", "en", 1}, Case{"wanted", "en", 2}, Case{"customer", "en", 3}, Case{"make", "en", 1},
        Case{"the", "en", 1}, Case{"places", "en", 2}, Case{"organisation", "en", 5}}) {
    INFO(c.word);
    CHECK(count_syllables(c.word, c.language) == c.syllables);
  }
}

TEST_CASE("sentences end at marks and not inside amounts or abbreviated names") {
  const auto sentences = sentences_of("Dat kost 2.50 euro. Ik bel u: morgen!  Goed?\n\"Ja.\" ...");
  CHECK(sentences == std::vector<std::string_view>{
                         "Dat kost 2.50 euro.",
                         "Ik bel u:",
                         "morgen!",
                         "Goed?",
                         "\"Ja.",
                     });
}

TEST_CASE("the formulas give what their authors' examples of counting give") {
  CHECK(flesch_douma({.words_per_sentence = 10, .syllables_per_word = 1.5}) == Approx(82.04));
  CHECK(flesch_kincaid_grade({.words_per_sentence = 10, .syllables_per_word = 1.5}) == Approx(6.01));
}

TEST_CASE("the longest word of a text is not counted") {
  const Ease with = measure_ease("Ik kijk naar de terugbetalingstermijn van u", "nl");
  const Ease without = measure_ease("Ik kijk naar de dag van u", "nl");
  CHECK(with.syllables_per_word == Approx(without.syllables_per_word));
  CHECK(with.long_words == 0);
}

TEST_CASE("letters of institutions are harder than B1") {
  for (const char* text :
       {"Conform de geldende voorwaarden wordt de restitutie binnen de gestelde termijn geëffectueerd op het bij ons "
        "bekende rekeningnummer.",
        "Wij verzoeken u de benodigde documentatie ter verificatie van uw identiteit te overleggen alvorens tot "
        "behandeling van uw aanvraag kan worden overgegaan.",
        "De verwerking van uw wijziging vindt plaats na controle en goedkeuring van de toepassing door de "
        "desbetreffende afdeling.",
        "Er wordt naar uw melding gekeken. Uw klacht wordt in behandeling genomen.",
        "Als u belt dan kijk ik eerst of het klopt en daarna maak ik het in orde en dan stuur ik u een bericht en ten "
        "slotte bel ik u nog een keer."}) {
    INFO(text);
    CHECK_FALSE(harder_than_b1(text, "nl").empty());
  }
  for (const char* text :
       {"In accordance with the applicable terms and conditions, reimbursement will be effectuated within the "
        "stipulated "
        "period.",
        "We apologise for any inconvenience caused by the aforementioned administrative irregularity.",
        "Your complaint has been registered and will be investigated in due course."}) {
    INFO(text);
    CHECK_FALSE(harder_than_b1(text, "en").empty());
  }
}

TEST_CASE("what people say to each other is not") {
  for (const char* text :
       {"Dat hebben wij niet goed gedaan. Ik zoek nu zelf voor u uit waar het is blijven liggen.",
        "We kijken eerst na of het bedrag klopt. Zo krijgt u in één keer het goede bedrag, op de goede rekening, en "
        "hoeft "
        "u niet nog eens te bellen.",
        "Uw persoonsgegevens, dus uw naam en adres, blijven bij ons.", "Goedemorgen.", "", "{topic}"}) {
    INFO(text);
    CHECK(harder_than_b1(text, "nl").empty());
  }
  for (const char* text : {"We let you down there. I'll stay with you until I know who is fixing it, and when.",
                           "The place was kept for you, and we told somebody else no."}) {
    INFO(text);
    CHECK(harder_than_b1(text, "en").empty());
  }
}

TEST_CASE("a passive hides who acts unless somebody is named") {
  CHECK(is_passive("Er wordt naar gekeken.", "nl"));
  CHECK(is_passive("Het zal worden uitgezocht.", "nl"));
  CHECK_FALSE(is_passive("Het wordt door mij uitgezocht.", "nl"));
  CHECK_FALSE(is_passive("Het wordt later warm.", "nl"));
  CHECK_FALSE(is_passive("Wij hebben dat gedaan.", "nl"));
  CHECK(is_passive("It will be looked into.", "en"));
  CHECK_FALSE(is_passive("It will be looked at by me.", "en"));
  CHECK_FALSE(is_passive("We will be there.", "en"));
}

TEST_CASE("any bytes can be measured") {
  for (const std::string& text : {std::string("\xff\xfe {"), std::string(10000, 'a'), std::string(2000, '.'),
                                  std::string("\xC3"), std::string("{}{}{} \n\n")}) {
    for (const char* language : {"nl", "en", "fr", ""}) {
      CHECK_NOTHROW(harder_than_b1(text, language));
      CHECK(count_syllables(text, language) >= 1);
    }
  }
}

}  // namespace
}  // namespace aandacht::domain
