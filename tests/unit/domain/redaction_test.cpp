#include "shared/domain/redaction.h"

#include <chrono>
#include <fstream>
#include <random>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

struct Row {
  std::string said;
  std::string kept;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.said);
    CHECK(redact(row.said).text == row.kept);
  }
}

TEST_CASE("card numbers that pass Luhn go, written and spoken", "[redaction]") {
  check({
      {"mijn kaart is 4111 1111 1111 1111.", "mijn kaart is [card number]."},
      {"4111-1111-1111-1111", "[card number]"},
      {"amex 378282246310005 dank u", "amex [card number] dank u"},
      {"it's five five five five five five five five five five five five four four four four okay",
       "it's [card number] okay"},
      {"vier een een een eh een een een een, een een een een en dan een een een een", "[card number]"},
      {"double four double two is niks", "double four double two is niks"},
      {"card number 4111 1111 1111 1111 12/26 and the cvc is 123",
       "card number [card number] 12/26 and the cvc is [card code]"},
      {"vierenveertig vierenveertig drieëndertig drieëndertig tweeëntwintig tweeëntwintig elf elf ongeveer",
       "[card number] ongeveer"},
  });
}

TEST_CASE("a misheard or half card number after its cue goes too", "[redaction]") {
  check({
      {"so the card number's four nine two nine oh oh one", "so the card number's [card number]"},
      {"mijn creditcardnummer is 4111 1111 1111 1112", "mijn creditcardnummer is [card number]"},
      {"the card ending in 1234", "the card ending in 1234"},
  });
}

TEST_CASE("a card code after its cue is never kept", "[redaction]") {
  check({
      {"de cvc is 123", "de cvc is [card code]"},
      {"CVC2: 123", "CVC2: [card code]"},
      {"c v c een twee drie", "c v c [card code]"},
      {"de beveiligingscode is eh vier vijf zes", "de beveiligingscode is eh [card code]"},
      {"de drie cijfers achterop zijn vier vijf zes", "de drie cijfers achterop zijn [card code]"},
      {"the security code is double seven one", "the security code is [card code]"},
      {"the code on the back of my card is 9021", "the code on the back of my card is [card code]"},
      {"123 achterop", "[card code] achterop"},
      {"het duurde 123 dagen", "het duurde 123 dagen"},
  });
}

TEST_CASE("IBANs that pass mod 97 go, spaced, spelled and spoken", "[redaction]") {
  check({
      {"NL91ABNA0417164300", "[iban]"},
      {"op NL91 ABNA 0417 1643 00 graag", "op [iban] graag"},
      {"mijn rekening is nl 91 abna 0417164300.", "mijn rekening is [iban]."},
      {"n l eenennegentig a b n a nul vier één zeven één zes vier drie nul nul", "[iban]"},
      {"NL eenennegentig ABN AMRO nul vier een zeven een zes vier drie dubbel nul", "[iban]"},
      {"BE68 5390 0754 7034", "[iban]"},
      {"b e achtenzestig vijf drie negen nul eh nul zeven vijf vier zeven nul drie vier", "[iban]"},
      {"GB29 NWBK 6016 1331 9268 19", "[iban]"},
      {"order NL92ABNA0417164300", "order NL92ABNA0417164300"},
      {"mijn IBAN is NL92ABNA0417164300", "mijn IBAN is [iban]"},
      {"eindigt het op zes negen", "eindigt het op zes negen"},
  });
}

TEST_CASE("citizen numbers go after their cue, and alone when they pass the 11-test", "[redaction]") {
  check({
      {"mijn bsn is 111222333", "mijn bsn is [bsn]"},
      {"burgerservicenummer 1112 22 333 klopt", "burgerservicenummer [bsn] klopt"},
      {"bsn een een een twee twee twee drie drie drie", "bsn [bsn]"},
      {"111222333", "[bsn]"},
      {"111222334", "111222334"},
      {"ordernummer 111222333", "ordernummer 111222333"},
  });
}

TEST_CASE("e-mail addresses go, written and spoken", "[redaction]") {
  check({
      {"stuur maar naar jan.de-vries+x@voorbeeld.nl, graag", "stuur maar naar [email], graag"},
      {"Jan_9@mail.example.co.uk.", "[email]."},
      {"het is jan punt jansen apenstaartje voorbeeld punt nl dank u", "het is [email] dank u"},
      {"m punt de vries apenstaartje gmail punt com", "[email]"},
      {"mijn mailadres is marloes streepje kuipers vierentachtig apenstaartje ziggo punt nl ja",
       "mijn mailadres is [email] ja"},
      {"jane dot doe at example dot co dot uk", "[email]"},
      {"my email is jane doe at gmail dot com thanks", "my email is [email] thanks"},
      {"t a r i k at outlook dot com", "[email]"},
      {"look at the site", "look at the site"},
      {"I was at home at ten", "I was at home at ten"},
      {"the train at vale dot", "the train at vale dot"},
      {"stuur alles naar boekhouding at groenwerk.nl graag", "stuur alles naar [email] graag"},
      {"i had a look at groenwerk.nl", "i had a look at groenwerk.nl"},
      {"we ordered two chairs at gardenshop.co.uk last week", "we ordered two chairs at gardenshop.co.uk last week"},
  });
}

TEST_CASE("phone numbers go: Dutch, Belgian, British, international", "[redaction]") {
  check({
      {"06-12345678", "[phone]"},
      {"bel 06 12 34 56 78 maar", "bel [phone] maar"},
      {"020 123 4567", "[phone]"},
      {"+31 (0)6 1234 5678", "[phone]"},
      {"0031612345678", "[phone]"},
      {"+32 470 12 34 56 of 02/123.45.67", "[phone] of [phone]"},
      {"0470 12 34 56", "[phone]"},
      {"07700 900123", "[phone]"},
      {"+44 7700 900 123", "[phone]"},
      {"nul zes twaalf vierendertig zesenvijftig achtenzeventig", "[phone]"},
      {"nul zes eh een twee drie vier um vijf zes zeven acht ja", "[phone] ja"},
      {"oh double seven oh oh nine hundred one two three", "[phone]"},
      {"plus eenendertig zes twaalf vierendertig zesenvijftig achtenzeventig", "[phone]"},
      {"nul vier zeventig, twaalf, vierendertig, zesenvijftig", "[phone]"},
      {"0612345678 en 0687654321", "[phone] en [phone]"},
      {"mijn mobiele nummer is 612345678", "mijn mobiele nummer is [phone]"},
      {"0, 6, 1, 2, 3, 4, 5, 6, 7, 8", "[phone]"},
      {"0,6,1,2,3,4,5,6,7,8", "[phone]"},
      {"tel0612345678", "tel[phone]"},
  });
}

TEST_CASE("the code that opens something goes, whatever stands between", "[redaction]") {
  check({
      {"De toegangscode van de kolfkamer op afdeling D4 is 2580, na tien uur is de deur dicht.",
       "De toegangscode van de kolfkamer op afdeling D4 is [secret], na tien uur is de deur dicht."},
      {"u toetst bij de slagboom de code acht acht drie nul", "u toetst bij de slagboom de code [secret]"},
      {"zeg er wel bij dat de slagboom opengaat met 1947", "zeg er wel bij dat de slagboom opengaat met [secret]"},
      {"the key safe by the back wall is 4091", "the key safe by the back wall is [secret]"},
      {"achterop de kaart lees ik vier, wat staat daar, acht zes", "achterop de kaart lees ik [card code]"},
      {"the gate to the pump house opens with star seven three eight one and then you push hard",
       "the gate to the pump house opens with [secret] and then you push hard"},
      {"could i confirm the three digits as oh nine five because the line dropped there",
       "could i confirm the three digits as [card code] because the line dropped there"},
  });
}

TEST_CASE("counts, points and lines of an address are no code, no day and no house", "[redaction]") {
  check({
      {"do I send back 12 hebes or just the 5 dead ones", "do I send back 12 hebes or just the 5 dead ones"},
      {"U had nog 1.215 spaarpunten, goed voor € 12,15.", "U had nog 1.215 spaarpunten, goed voor € 12,15."},
      {"We expect levels to peak at around 3 am.", "We expect levels to peak at around 3 am."},
      {"wij hebben honderdtwintig programmaboekjes geteld", "wij hebben honderdtwintig programmaboekjes geteld"},
      {"mijn dochter is zeven en mijn zoontje is elf dus twee kinderkaartjes",
       "mijn dochter is zeven en mijn zoontje is elf dus twee kinderkaartjes"},
      {"customer account 0049182276", "customer account 0049182276"},
      {"u kunt ons bereiken op nul achthonderd veertien twintig",
       "u kunt ons bereiken op nul achthonderd veertien twintig"},
      {"zeven zeven drie nul acht twee, ik schrijf het achterop de krant",
       "zeven zeven drie nul acht twee, ik schrijf het achterop de krant"},
      {"voor spoed belt u nul negenhonderd acht acht vier vier",
       "voor spoed belt u nul negenhonderd acht acht vier vier"},
  });
}

TEST_CASE("what has a phone number's shape goes although the words around it may name another", "[redaction]") {
  check({
      {"het ziekenhuis gaf een rechtstreeks nummer van de zuster nul nul drie vijf twee zes acht negen acht nul een "
       "een "
       "vier",
       "het ziekenhuis gaf een rechtstreeks nummer van de zuster [phone]"},
      {"there's a note in the box with 01632 599087 on, that's my sister's own number",
       "there's a note in the box with [phone] on, that's my sister's own number"},
      {"het bestelnummer is 0612345678", "het bestelnummer is 0612345678"},
  });
}

TEST_CASE("passwords and PINs go after their cue", "[redaction]") {
  check({
      {"mijn pincode is 1234", "mijn pincode is [secret]"},
      {"de pin is een twee drie vier toch", "de pin is [secret] toch"},
      {"mijn wachtwoord is Zomer2024! en dat werkt niet", "mijn wachtwoord is [secret] en dat werkt niet"},
      {"wachtwoord: hond.kat", "wachtwoord: [secret]"},
      {"my password is blue horse seven", "my password is [secret]"},
      {"password hunter2", "password [secret]"},
      {"mijn wachtwoord is vergeten", "mijn wachtwoord is vergeten"},
      {"my password is not working", "my password is not working"},
      {"ik ben mijn wachtwoord kwijt", "ik ben mijn wachtwoord kwijt"},
      {"ik wil graag pinnen met 4 euro", "ik wil graag pinnen met 4 euro"},
  });
}

TEST_CASE("what is no secret stays: orders, amounts, dates, times, readings", "[redaction]") {
  for (const std::string said : {
           "Vier vier nul, zeven één, drie acht.",
           "klantnummer vier vier nul zeven één drie acht",
           "klantnummer 0612345678",
           "ordernummer 2026 1118 4471 93",
           "bestelling 1029384756",
           "vijf vijf negen nul twee acht",
           "het bedrag is 1.250,50 euro",
           "driehonderdtwaalf euro en honderdzevenentachtig per maand",
           "op 17-11-2026 om 10:30 uur",
           "2026-11-17 12:00",
           "ja hier staat eh zeven drie vier één",
           "meterstand 007341",
           "ja p v acht acht één nul vier zeven",
           "m b twee zes streepje nul nul vier één acht",
           "Seven seven two, oh four, one nine.",
           "track 3SABCD123456782",
           "tussen acht en vijf, een half uur van tevoren",
           "o nou dat scheelt",
           "will I get my $400 back?",
           "George is busy on Sunday at 2.30 pm. Can I book it?",
           "twee keer gebeld en één keer gemaild",
           "",
       }) {
    INFO(said);
    CHECK(redact(said).text == said);
    CHECK(redact(said).spans.empty());
  }
}

TEST_CASE("spans point at what was taken out of the input", "[redaction]") {
  const std::string said = "één: 06-12345678, cvc 123, a@b.nl";
  const Redacted redacted = redact(said);
  REQUIRE(redacted.spans.size() == 3);
  CHECK(redacted.text == "één: [phone], cvc [card code], [email]");
  CHECK(said.substr(redacted.spans[0].begin, redacted.spans[0].end - redacted.spans[0].begin) == "06-12345678");
  CHECK(said.substr(redacted.spans[1].begin, redacted.spans[1].end - redacted.spans[1].begin) == "123");
  CHECK(said.substr(redacted.spans[2].begin, redacted.spans[2].end - redacted.spans[2].begin) == "a@b.nl");
  CHECK(redacted.spans[0].kind == SpanKind::kPhone);
  CHECK(name(SpanKind::kCardNumber) == "card_number");
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = absl::StrSplit(
      "0 06 12 4111 1111 123 12345678 +31 +44 00 nul zes twaalf één twee drie vierendertig double triple oh o eh en . "
      ", - ( ) @ at "
      "apenstaartje punt dot nl com gmail jan x NL91 ABNA 0417164300 n l b e cvc bsn pincode wachtwoord is : password "
      "klantnummer "
      "telefoonnummer kaart card number [phone] [secret] [ ] € euro é \xF0\x9F\x98\x80 0612345678 111222333 "
      "4111111111111111 hundred "
      "seven twenty achterop back ? !",
      ' ');
  std::string text;
  const std::size_t length = random() % 24;
  for (std::size_t i = 0; i < length; ++i) {
    absl::StrAppend(&text, pieces[random() % pieces.size()], random() % 5 == 0 ? "" : " ");
    if (random() % 60 == 0) text += static_cast<char>(random() & 0xFFU);
  }
  return text;
}

TEST_CASE("redacting twice changes nothing, and the spans rebuild the text, for random texts", "[redaction]") {
  std::mt19937 random(20261117);
  for (int round = 0; round < 20000; ++round) {
    const std::string said = random_text(random);
    const Redacted once = redact(said);
    INFO(said << "\n" << once.text);
    const Redacted twice = redact(once.text);
    REQUIRE(twice.text == once.text);
    REQUIRE(twice.spans.empty());
    if (said.find_first_of("\x80\xFF") != std::string::npos) continue;
    std::size_t at = 0;
    for (const RedactedSpan& span : once.spans) {
      REQUIRE(span.begin >= at);
      REQUIRE(span.end > span.begin);
      REQUIRE(span.end <= once.text.size() + 1000);
      at = span.end;
    }
  }
}

TEST_CASE("a card number never survives among random words", "[redaction]") {
  std::mt19937 random(4);
  for (int round = 0; round < 2000; ++round) {
    std::string digits = "4";
    while (digits.size() < 15) digits += static_cast<char>('0' + random() % 10);
    for (char last = '0'; last <= '9'; ++last) {
      const std::string number = digits + last;
      int sum = 0;
      for (std::size_t i = 0; i < 16; ++i) {
        const int value = (number[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
      }
      if (sum % 10 != 0) continue;
      const std::string grouped =
          absl::StrCat(number.substr(0, 4), " ", number.substr(4, 4), "-", number.substr(8, 4), " ", number.substr(12));
      INFO(grouped);
      CHECK(redact(absl::StrCat("hier komt hij ", grouped, " heeft u hem")).text ==
            "hier komt hij [card number] heeft u hem");
    }
  }
}

TEST_CASE("two megabytes of anything are read in seconds", "[redaction]") {
  const auto timed = [](const std::string& unit) {
    std::string text;
    while (text.size() < 2'000'000) text += unit;
    const auto start = std::chrono::steady_clock::now();
    (void)redact(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const std::string unit :
       {"1 ", "0", "a@", "at dot ", "nul een twee ", "n l 9 ", "wachtwoord is ", "cvc is ", "+", "a"}) {
    INFO(unit);
    CHECK(timed(unit) < 20.0);
  }
}

// The texts of the demo calls, without a JSON library.
std::vector<std::string> texts_of_calls() {
  std::ifstream file(AANDACHT_SOURCE_DIR "/tests/data/calls/calls.jsonl");
  const std::string all((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<std::string> texts;
  const std::string mark = "\"speaker\": ";
  for (std::size_t at = all.find(mark); at != std::string::npos; at = all.find(mark, at + 1)) {
    const std::size_t begin = all.find("\"text\": \"", at) + 9;
    texts.push_back(all.substr(begin, all.find("\"}", begin) - begin));
  }
  return texts;
}

TEST_CASE("of the demo calls only a card number, a postcode and two birth dates go", "[redaction]") {
  const std::vector<std::string> texts = texts_of_calls();
  REQUIRE(texts.size() > 600);
  std::vector<std::string> changed;
  for (const std::string& text : texts) {
    if (redact(text).text != text) changed.push_back(redact(text).text);
  }
  CHECK(changed == std::vector<std::string>{"ja eh [postcode]", "[birth date]", "so the card number's [card number]",
                                            "uh eight one and [birth date]"});
}

}  // namespace
}  // namespace aandacht::domain
