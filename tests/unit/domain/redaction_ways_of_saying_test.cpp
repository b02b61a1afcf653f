// Ways of saying a day, a postcode, a code and a number that callers were heard to use, and words that only look so.
#include <string>
#include <vector>

#include "shared/domain/redaction.h"
#include "shared/domain/redaction_conversation.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

struct Row {
  std::string said;
  std::string kept;
};

void check_each(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.said);
    CHECK(redact(row.said).text == row.kept);
  }
}

/// What is left of the last of these turns, which agent and customer say by turns.
std::string last_of(const std::vector<std::string>& turns) {
  ConversationRedactor call;
  std::string left;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    left = call.hear(i % 2 == 0 ? Speaker::kAgent : Speaker::kCustomer, std::to_string(i), turns[i]).redacted.text;
  }
  return left;
}

TEST_CASE("a day of birth goes when its month is said by its number", "[redaction]") {
  check_each({
      {"twelfth of the ninth sixty eight", "[birth date]"},
      {"mijn vrouw is van de zevende van de tiende achtenzestig", "mijn vrouw is van [birth date]"},
      {"zeven van de zevende negenennegentig", "[birth date]"},
      {"da's den achtste van den achtsten vierenzestig", "da's [birth date]"},
      {"my little girl's the twentieth of the seventh twenty nineteen", "my little girl's [birth date]"},
      {"warranty runs out nineteenth of the second twenty seven",
       "warranty runs out nineteenth of the second twenty seven"},
      {"het feest is de twaalfde van de achtste", "het feest is de twaalfde van de achtste"},
  });
}

TEST_CASE("a Belgian postcode goes when it is said beside its town, an amount stays", "[redaction]") {
  check_each({
      {"ah ja, achtduizend vijfhonderd kortrijk is het", "ah ja, [postcode] kortrijk is het"},
      {"ik ben van vijfendertighonderd hasselt", "ik ben van [postcode] hasselt"},
      {"ik zit in negentien dertig zaventem, aan de luchthaven", "ik zit in [postcode] zaventem, aan de luchthaven"},
      {"'t is lier hé, vijfentwintighonderd", "'t is lier hé, [postcode]"},
      {"vijfentwintighonderd euro voor een keuken uit hasselt",
       "vijfentwintighonderd euro voor een keuken uit hasselt"},
      {"we zijn met achtduizend vijfhonderd leden", "we zijn met achtduizend vijfhonderd leden"},
  });
  CHECK(last_of({"wat is uw postcode", "vierentachtig drieëndertig en dan de letters n b"}) == "[postcode]");
  CHECK(redact("ik ben verhuisd naar de singel honderd en één").text == "ik ben verhuisd naar de [postcode]");
}

TEST_CASE("a number that leads with its own cue is no postcode where one was asked before", "[redaction]") {
  const std::string sort_code =
      last_of({"grand and the postcode we have on file", "b s eight one t h", "where would you like that paid",
               "the sort code is twenty forty five seventeen and the account number's seven three oh double two nine "
               "one eight"});
  CHECK(sort_code.find("forty") == std::string::npos);
  CHECK(sort_code.find("twenty") == std::string::npos);
  CHECK(last_of({"wat is uw postcode", "mobiel nul zes vierentwintig achttien eh zevenenzestig drieënnegentig"}) ==
        "mobiel [phone]");
}

TEST_CASE("a telephone number goes although it is short and little is said around it", "[redaction]") {
  check_each({
      {"mijn vaste is 438 11 22", "mijn vaste is [phone]"},
      {"je haalt me op 06 4413", "je haalt me op [phone]"},
  });
}

TEST_CASE("a national insurance number goes with doubled letters, and where PW could be a password", "[redaction]") {
  CHECK(last_of({"what's your national insurance number", "double y nine nine seven one six two d"}) == "[bsn]");
  CHECK(redact("so I have PW 61 08 42 C, is that right?").text == "so I have [bsn], is that right?");
}

TEST_CASE("a code goes that was asked for by its length, or named in the sentence before", "[redaction]") {
  CHECK(last_of({"toets of zeg nu de viercijferige code die bij uw account hoort", "nul vijf vijf drie"}) ==
        "[secret]");
  CHECK(redact("Your chatbot asked for my PIN. It's 2086.").text == "Your chatbot asked for my PIN. It's [secret].");
  CHECK(redact("it's the amex one the four on the front are three nine oh six").text.find("three") ==
        std::string::npos);
}

TEST_CASE("who a post is written to is no mailbox, and makes none of the words beside it", "[redaction]") {
  for (const char* post :
       {"@united three diff people, three diff stories, no hotel voucher",
        "@Ryanair 40 mins in a stairwell. No air, no explanation, people feeling faint",
        "@AmericanAir AA agent in MIA literally laughed when I said I'd miss my sister's wedding",
        "@Lufthansa_DE still waiting on compensation from February", "thanks @DPD_UK for the 3 parcels"}) {
    CHECK(redact(post).text == post);
  }
  check_each({
      {"mijn mail is jan @gmail.com", "mijn mail is [email]"},
      {"mijn mail is jan @ziggo punt nl", "mijn mail is [email]"},
      {"jan.devries@ziggo.nl", "[email]"},
  });
}

TEST_CASE("a card's code goes that stands before its cue", "[redaction]") {
  check_each({
      {"5 8 2 staat er achter op het pasje, is dat die cvc van u",
       "[card code] staat er achter op het pasje, is dat die cvc van u"},
      {"the 582 on the back of it, would that be the cvv", "the [card code] on the back of it, would that be the cvv"},
      {"kamer 582 staat er achter op het pasje, en wat is nou een cvc",
       "kamer 582 staat er achter op het pasje, en wat is nou een cvc"},
      {"'t kaartje zegt 691 bij cvv2 en daaronder een telefoonnummer",
       "'t kaartje zegt [card code] bij cvv2 en daaronder een telefoonnummer"},
      {"er staat 704 bij de cvc", "er staat [card code] bij de cvc"},
      {"i see four one nine for the cvv", "i see [card code] for the cvv"},
      {"er stonden 120 mensen voor de kassa", "er stonden 120 mensen voor de kassa"},
  });
}

TEST_CASE("a code and a number that are called little, or a citizen's, go where a booking's stays", "[redaction]") {
  check_each({
      {"2720 7322 then 5418 5948 on the card, and the little code's double oh four",
       "[card number] on the card, and the little code's [card code]"},
      {"the booking code's double oh four, I paid by card", "the booking code's double oh four, I paid by card"},
      {"my citizen number's 723 396 388 if that helps", "my citizen number's [bsn] if that helps"},
  });
}

TEST_CASE("a period is the dot of a mailbox, and elsewhere a time", "[redaction]") {
  check_each({
      {"my login is s period whitlock at gmail period com, does that match?", "my login is [email], does that match?"},
      {"I was at home for the period of three weeks", "I was at home for the period of three weeks"},
  });
}

TEST_CASE("letters that are spelled by names go with their address", "[redaction]") {
  CHECK(redact("d van dirk e van eduard j van johan at planet punt nl").text == "[email]");
  CHECK(redact("put g for george dot lowe at hotmail dot co dot uk").text == "put [email]");
}

TEST_CASE("a name, a letter, a size, a year and an account's end stay where a secret or a code was talked of",
          "[redaction]") {
  check_each({
      {"it's an i phone fifteen pro two five six gig and the screen's gone green",
       "it's an i phone fifteen pro two five six gig and the screen's gone green"},
      {"Ik heb hier een Nokia 3310 uit 2001, kan daar nog een prepaid in?",
       "Ik heb hier een Nokia 3310 uit 2001, kan daar nog een prepaid in?"},
      {"het energielabel: er staat C maar volgens mij is het D, bouwjaar 1974.",
       "het energielabel: er staat C maar volgens mij is het D, bouwjaar 1974."},
  });
  const std::string thanks = "thank you mr brennan and what plan are you looking at";
  CHECK(last_of({"what's the four digit pin on the account", "it should be six oh one nine", thanks}) == thanks);
  const std::string begins = "And the order reference? Starts with FX.";
  CHECK(last_of({"For security, what's the 4-digit passcode you set up?", "9925", begins}) == begins);
  const std::string end = "en de laatste cijfers van het rekeningnummer zijn die nog vijf nul twee twee";
  CHECK(last_of({end}) == end);
}

TEST_CASE("a telephone number goes whatever was said of something else before it", "[redaction]") {
  check_each({
      {"you can text me the appointment on oh seven seven double oh nine one four three six two",
       "you can text me the appointment on [phone]"},
      {"So I'll text the delivery window to 312-555-0146, reply 1 to confirm",
       "So I'll text the delivery window to [phone], reply 1 to confirm"},
      {"and if it bounces ring me on oh nine oh six six double five uh one oh three",
       "and if it bounces ring me on [phone]"},
      {"order number 312-555-0146 never came", "order number 312-555-0146 never came"},
      {"bel dan 0900-8844 of 0906 1234567", "bel dan 0900-8844 of 0906 1234567"},
  });
}

TEST_CASE("an account goes whole when a letter of its bank sounds like a word", "[redaction]") {
  CHECK(redact("mijn rekeningnummer is en el vierentwintig a es en be twee eh een negen acht acht acht nul drie vier "
               "vier daar moet het op teruggestort worden")
            .text == "mijn rekeningnummer is [iban] daar moet het op teruggestort worden");
}

TEST_CASE("what is first in a row, how long groups are and a port of mail stay", "[redaction]") {
  const std::vector<std::string> stay = {
      "thank you and for security your date of birth and the first line of your address with the postcode",
      "mag ik uw geboortedatum en de eerste twee letters van uw achternaam",
      "dan mag u het kaartnummer oplezen in stukjes van vier",
      "Ja, 993 voor IMAP en 465 of 587 voor SMTP.",
      "doet het! en moet de poort nog steeds 993 zijn?",
  };
  for (const std::string& said : stay) check_each({{said, said}});
}

TEST_CASE("three digits beside other talk are no card's code, and where a card may be meant they are", "[redaction]") {
  const std::vector<std::string> stay = {
      "lost the key fob at mile marker 118, it's a white Nissan Rogue",
      "Mijn upload is 31 Mbps maar volgens jullie site zou het 100 moeten zijn.",
  };
  for (const std::string& said : stay) check_each({{said, said}});
  CHECK(last_of({"en de drie cijfers achterop", "even kijken hoor dat is dan volgens mij 871 als ik het goed lees"}) ==
        "even kijken hoor dat is dan volgens mij [card code] als ik het goed lees");
}

}  // namespace
}  // namespace aandacht::domain
