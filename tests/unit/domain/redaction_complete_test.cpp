// What was found in part becomes whole: the other half of a number, a false start, the rest of a date or an address.
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

/// With "[email] [email]" as one: whether one span or two side by side hide it tells nobody anything.
std::string joined(std::string text) {
  for (const SpanKind kind :
       {SpanKind::kCardNumber, SpanKind::kCardCode, SpanKind::kIban, SpanKind::kBsn, SpanKind::kEmail, SpanKind::kPhone,
        SpanKind::kSecret, SpanKind::kBirthDate, SpanKind::kPostcode}) {
    const std::string one(placeholder(kind));
    const std::string two = one + " " + one;
    for (std::size_t at = text.find(two); at != std::string::npos; at = text.find(two)) {
      text.erase(at, one.size() + 1);
    }
  }
  return text;
}

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.said);
    CHECK(joined(redact(row.said).text) == row.kept);
  }
}

TEST_CASE("both halves of a number go as one, over a pause", "[redaction]") {
  check({
      {"de kaart is 2170 5010, en dan 5863 6312", "de kaart is [card number]"},
      {"mijn kaart 2170, en dan 5010, en dan 5863, en dan 6312", "mijn kaart [card number]"},
      {"het kaartnummer is twee een zeven nul, en dan vijf nul een nul", "het kaartnummer is [card number]"},
      {"card number 2170 5010, and then 5863 63", "card number [card number]"},
      {"mijn rekening is nl 91 abna 0417, en dan 1643 00", "mijn rekening is [iban]"},
      {"bsn 1112 22, en dan eh 333", "bsn [bsn]"},
      {"mijn nummer is 06 1234, en dan 56 78", "mijn nummer is [phone]"},
  });
}

TEST_CASE("what was begun wrongly goes with what was said instead", "[redaction]") {
  check({
      {"postcode zeventig zeventien nee tweeënzeventig zeventien s v", "postcode [postcode]"},
      {"zeventig, nee, tweeënzeventig zeventien s v", "[postcode]"},
      {"het is dertig zeventien, eh nee, tweeëndertig zeventien s v", "het is [postcode]"},
      {"mijn geboortedatum 4 sorry 3 mei 1967", "mijn geboortedatum [birth date]"},
      {"mijn geboortedatum is zeventig zeventien nee mei 1967 de derde", "mijn geboortedatum is [birth date]"},
      {"kaartnummer 4111 nee sorry 2170 5010 5863", "kaartnummer [card number]"},
      {"mijn bsn is 555 nee 111222333", "mijn bsn is [bsn]"},
      {"mijn nummer is 0613 nee wacht 0612345678", "mijn nummer is [phone]"},
  });
}

TEST_CASE("all parts of a date of birth go, in any order", "[redaction]") {
  check({
      {"geboortedatum is mei 1967 de derde", "geboortedatum is [birth date]"},
      {"mijn geboortedatum is de derde van mei 1967", "mijn geboortedatum is [birth date]"},
      {"geboortedatum mei de derde zevenenzestig", "geboortedatum [birth date]"},
      {"geboortedatum: derde, mei, 1967", "geboortedatum: [birth date]"},
      {"date of birth may 1967 the third", "date of birth [birth date]"},
      {"born in may 1967, the third", "born in [birth date]"},
  });
}

TEST_CASE("the words of a street's name go with it", "[redaction]") {
  check({
      {"ik woon tweede oosterstraat 12 drie hoog, 1072 lm", "ik woon [postcode]"},
      {"ik woon in de van der helststraat 14 bis, 3512 ab", "ik woon in de [postcode]"},
      {"ik woon pieter steenstraat 12 drie hoog achter", "ik woon [postcode]"},
      {"ik woon aan de oude jan van goyenkade 12 drie hoog", "ik woon aan de [postcode]"},
      {"1234 ab jan steenstraat 12 drie hoog", "[postcode]"},
  });
}

TEST_CASE("a first name in a street's name goes, also one that reads as a month or has words behind it",
          "[redaction]") {
  check({
      {"ik woon op de tweede jan steenstraat 12 drie hoog 1072 lm amsterdam", "ik woon op de [postcode] amsterdam"},
      {"het adres is tweede jan steenstraat 12 drie hoog", "het adres is [postcode]"},
      {"ik woon jan van galenstraat 12 hs", "ik woon [postcode]"},
      {"ik woon op de pieter van der heijdenstraat 12", "ik woon op de [postcode]"},
  });
}

TEST_CASE("what stands behind a house number goes with it", "[redaction]") {
  check({
      {"1234 ab kerkstraat 12 zwart", "[postcode]"},
      {"1234 ab 12 links", "[postcode]"},
      {"1234 ab nummer 12 drie hoog achter", "[postcode]"},
      {"1234 ab nummer 12 souterrain links", "[postcode]"},
      {"1234 ab, nummer eh twaalf drie hoog", "[postcode]"},
      {"1234 ab nummer 12 bus 4", "[postcode]"},
      {"1234 ab, huisnummer twaalf", "[postcode]"},
      {"eh27 9qx, number 31", "[postcode]"},
  });
}

TEST_CASE("the letters behind the last dot of an address go with it, and the name before it", "[redaction]") {
  check({
      {"het is jan punt jansen apenstaartje voorbeeld punt n l", "het is [email]"},
      {"mijn mail is jan punt jansen apenstaartje voorbeeld punt b e graag", "mijn mail is [email] graag"},
      {"mijn mail is k e e s punt jansen apenstaartje voorbeeld punt n l", "mijn mail is [email]"},
      {"jan apenstaartje bij de brug punt n l", "[email]"},
      {"het is jan@voorbeeld punt n l dank u", "het is [email] dank u"},
      {"it's jane dot doe at example dot u k thanks", "it's [email] thanks"},
      {"stuur het naar amara okafor at example dot com", "stuur het naar [email]"},
  });
}

TEST_CASE("letters and signs beside a secret go with it", "[redaction]") {
  check({
      {"mijn pincode is h 4 4 0 9", "mijn pincode is [secret]"},
      {"toegangscode a b 7741 graag", "toegangscode [secret] graag"},
      {"toegangscode 7741 b", "toegangscode [secret]"},
      {"pincode 4409-x", "pincode [secret]"},
      {"pincode #4409", "pincode [secret]"},
      {"het wachtwoord is kx7-44", "het wachtwoord is [secret]"},
  });
}

TEST_CASE("another number, day, letter or word beside what goes stays", "[redaction]") {
  check({
      {"de creditcard is 4111 1111 1111 1111, en dan 12 dozen", "de creditcard is [card number], en dan 12 dozen"},
      {"creditcard 4111 1111 1111 1111 voor 2 personen", "creditcard [card number] voor 2 personen"},
      {"nul zes 12345678, en dan 12 dozen", "[phone], en dan 12 dozen"},
      {"nul zes 12345678 en dan 4 euro", "[phone] en dan 4 euro"},
      {"mijn bsn is 111222333, ik heb 2 kinderen", "mijn bsn is [bsn], ik heb 2 kinderen"},
      {"ik wil er 4 nee wacht mijn pincode is 1234", "ik wil er 4 nee wacht mijn pincode is [secret]"},
      {"ik heb 12 dozen nee nul zes twaalf vierendertig zesenvijftig achtenzeventig", "ik heb 12 dozen nee [phone]"},
      {"ik heb 3 dozen, eh 0612345678", "ik heb 3 dozen, eh [phone]"},
      {"geboortedatum 3 mei 1967, ik kom op 12 juni", "geboortedatum [birth date], ik kom op 12 juni"},
      {"ik kom 3 mei kerkstraat 14", "ik kom 3 mei [postcode]"},
      {"ik woon op de kerkstraat 14, 1234 ab", "ik woon op de [postcode]"},
      {"het adres van kerkstraat 12 klopt niet", "het adres van [postcode] klopt niet"},
      {"de postcode is 1234 ab en ik heb 3 dozen", "de postcode is [postcode] en ik heb 3 dozen"},
      {"1234 ab, 12 dozen", "[postcode], 12 dozen"},
      {"1234 ab nummer 12 u bent", "[postcode] u bent"},
      {"1234 ab nummer 12 en dan hoog nodig een monteur", "[postcode] en dan hoog nodig een monteur"},
      {"mijn mail is piet@voorbeeld.nl punt uit", "mijn mail is [email] punt uit"},
      {"mijn mail is piet@voorbeeld.nl en mijn website is voorbeeld punt nl",
       "mijn mail is [email] en mijn website is voorbeeld punt nl"},
      {"marie zegt mijn mail is piet@voorbeeld.nl", "marie zegt mijn mail is [email]"},
      {"toegangscode a 7741 u kunt", "toegangscode [secret] u kunt"},
      {"de tweede jan boonstraat is afgesloten", "de tweede jan boonstraat is afgesloten"},
  });
}

struct Answer {
  std::string question;
  std::string said;
  std::string kept;
};

TEST_CASE("an answer is made whole as what was asked for", "[redaction]") {
  for (const Answer& answer : std::vector<Answer>{
           {"wat is uw postcode?", "zeventig zeventien nee tweeënzeventig zeventien s v", "[postcode]"},
           {"wat is uw adres?", "tweede jan steenstraat 12 drie hoog", "[postcode]"},
           {"mag ik uw kaartnummer?", "ja 2170 5010, en dan 5863 6312", "ja [card number]"},
           {"wat is uw geboortedatum?", "mei 1967 de derde", "[birth date]"},
           {"wat is uw mailadres?", "jan apenstaartje voorbeeld punt n l", "[email]"},
           {"wat is uw pincode?", "h 4 4 0 9", "[secret]"},
           {"wat is uw telefoonnummer?", "0612345678, en ik heb 3 dozen", "[phone], en ik heb 3 dozen"},
           {"wat is uw postcode?", "1234 ab, en ik kom op 12 juni", "[postcode], en ik kom op 12 juni"},
       }) {
    ConversationRedactor redactor;
    CHECK(redactor.hear(Speaker::kAgent, "1", answer.question).redacted.text == answer.question);
    INFO(answer.question << " " << answer.said);
    CHECK(joined(redactor.hear(Speaker::kCustomer, "2", answer.said).redacted.text) == answer.kept);
  }
}

TEST_CASE("the second half of a card number goes in the next turn, what is counted there stays", "[redaction]") {
  for (const Row& row :
       std::vector<Row>{{"en dan 5863 6312", "[card number]"}, {"en dan 12 dozen", "en dan 12 dozen"}}) {
    ConversationRedactor redactor;
    CHECK(redactor.hear(Speaker::kCustomer, "1", "mijn kaart is 2170 5010").redacted.text ==
          "mijn kaart is [card number]");
    CHECK(redactor.hear(Speaker::kAgent, "2", "ja").redacted.text == "ja");
    INFO(row.said);
    CHECK(redactor.hear(Speaker::kCustomer, "3", row.said).redacted.text == row.kept);
  }
}

TEST_CASE("a number said with an aside is one number, the aside with it", "[redaction]") {
  check({
      {"card number 2170 5010, sorry, the dog wants to go out, 5863 6312", "card number [card number]"},
      {"mijn kaart is 2170 5010 5863, even mijn bril pakken hoor, 6312", "mijn kaart is [card number]"},
      {"my number is 07700 90, it's 07700 900 461", "my number is [phone]"},
      {"card number 2170 5010 5863 631 no hang on, and then two", "card number [card number]"},
  });
}

TEST_CASE("what is spelled, said in ordinals, told after its year or named behind its number goes whole",
          "[redaction]") {
  check({
      {"my password is K-A-L-L-E", "my password is [secret]"},
      {"born march the third and the year is sixty seven", "born [birth date]"},
      {"de twaalfde van de elfde", "[birth date]"},
      {"we live at two hundred and nine mill lane", "we live at [postcode]"},
  });
}

TEST_CASE("a whole postcode with its house number goes also behind a cue of something else", "[redaction]") {
  check({
      {"op de polis staat 6655PL 195", "op de polis staat [postcode]"},
      {"het adres wordt 7562 DB, Molenweg 103", "het adres wordt [postcode]"},
  });
}

TEST_CASE("a payment's reference and a day on which something begins stay", "[redaction]") {
  check({
      {"de mededeling is plus plus plus 090 9337 55493 plus plus plus",
       "de mededeling is plus plus plus 090 9337 55493 plus plus plus"},
      {"u kunt met pensioen per een oktober tweeduizendzevenentwintig",
       "u kunt met pensioen per een oktober tweeduizendzevenentwintig"},
  });
}

TEST_CASE("what is typed and refused, and a code named behind its digits, go", "[redaction]") {
  check({
      {"my pin is refused each time, I'm typing 6164", "my pin is refused each time, I'm typing [secret]"},
      {"mijn klantpincode is achtentwintig dertien", "mijn klantpincode is [secret]"},
      {"zes twee drie, dat is de code van mijn pas", "[card code], dat is de code van mijn pas"},
      {"the cv number is 315", "the cv number is [card code]"},
  });
}

TEST_CASE("of the card's last four digits the answer stays, of its code the agent's echo goes", "[redaction]") {
  struct Call {
    std::string agent;
    std::string customer;
    std::string kept;
    std::string echo;
    std::string kept_echo;
  };
  for (const Call& call : std::vector<Call>{
           {"mag ik de laatste vier cijfers van uw creditcard", "zes een zeven nul", "zes een zeven nul", "ja", "ja"},
           {"and the three digits on the back?", "018", "[card code]", "018. That's starting with a zero.",
            "[card code]. That's starting with a zero."},
           {"wat staat er achterop, welke drie cijfers?", "vier zeven en dan zie ik het niet",
            "[card code] en dan zie ik het niet", "vier zeven", "[card code]"},
       }) {
    INFO(call.agent << " " << call.customer);
    ConversationRedactor redactor;
    CHECK(redactor.hear(Speaker::kAgent, "1", call.agent).redacted.text == call.agent);
    CHECK(joined(redactor.hear(Speaker::kCustomer, "2", call.customer).redacted.text) == call.kept);
    CHECK(joined(redactor.hear(Speaker::kAgent, "3", call.echo).redacted.text) == call.kept_echo);
  }
}

TEST_CASE("an age before a birth date is not its year", "[redaction]") {
  check({{"seventeen, ninth of july two thousand and nine", "seventeen, [birth date]"}});
}

TEST_CASE("an account's number goes although a check digit is missing or its letters are run together", "[redaction]") {
  check({
      {"naar nl drie bunq nul een nul een zeven acht acht zeven nul zeven", "naar [iban]"},
      {"het gaat naar enel negenentachtig rabo nul twee negen zes nul vijf negen vier twee acht",
       "het gaat naar [iban]"},
  });
}

TEST_CASE("a day on which something stops stays while a card is paid with", "[redaction]") {
  ConversationRedactor redactor;
  (void)redactor.hear(Speaker::kAgent, "1", "en de drie cijfers achterop");
  CHECK(redactor.hear(Speaker::kCustomer, "2", "nul zes zeven").redacted.text == "[card code]");
  CHECK(redactor.hear(Speaker::kAgent, "3", "dank u, dan stopt het per 31 december 2026").redacted.text ==
        "dank u, dan stopt het per 31 december 2026");
}

}  // namespace
}  // namespace aandacht::domain
