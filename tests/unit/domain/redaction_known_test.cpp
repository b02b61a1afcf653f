// What may be known stays beside what goes: amounts, when a card expires, what a screen reports, where everybody calls.
#include <string>
#include <vector>

#include "shared/domain/redaction.h"
#include "shared/domain/redaction_conversation.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("amounts, expiry dates, error codes and emergency numbers stay beside what goes", "[redaction]") {
  struct Row {
    std::string said;
    std::string kept;
  };
  const std::vector<Row> rows = {
      {"amex 373231502477201 exp 8/27 code 4410", "amex [card number] exp 8/27 code [card code]"},
      {"we paid £61.20 on the 14th of October", "we paid £61.20 on the 14th of October"},
      {"dus 649,68 samen, en per wanneer geldt dat", "dus 649,68 samen, en per wanneer geldt dat"},
      {"bij levensgevaar belt u 112", "bij levensgevaar belt u 112"},
      {"de gestructureerde mededeling is +++123/4567/89002+++",
       "de gestructureerde mededeling is +++123/4567/89002+++"},
      {"een twee drie hoor je mij", "een twee drie hoor je mij"},
      {"opa is van 27 september 1929", "opa is van [birth date]"},
      {"wij zijn op 12 juni 1976 getrouwd", "wij zijn op 12 juni 1976 getrouwd"},
      {"de huisarts zei bel wel een een twee als het erger wordt",
       "de huisarts zei bel wel een een twee als het erger wordt"},
      {"moet ik dan één één twee bellen", "moet ik dan één één twee bellen"},
  };
  for (const Row& row : rows) {
    INFO(row.said);
    CHECK(redact(row.said).text == row.kept);
  }
}

TEST_CASE("an amount that is said after a card code was asked for stays", "[redaction]") {
  ConversationRedactor call;
  (void)call.hear(Speaker::kAgent, "1", "the three digits on the back please");
  CHECK(call.hear(Speaker::kCustomer, "2", "936").redacted.text == "[card code]");
  const std::string paid = "Perfect, that's £84.50 paid, reference 60021947.";
  CHECK(call.hear(Speaker::kAgent, "3", paid).redacted.text == paid);
}

std::string answered(const std::string& asked, const std::string& answer) {
  ConversationRedactor call;
  (void)call.hear(Speaker::kAgent, "1", asked);
  return call.hear(Speaker::kCustomer, "2", answer).redacted.text;
}

TEST_CASE("\"the one\" is no digit of a code that was asked for", "[redaction]") {
  CHECK(answered("and the cvc", "is that the one on the back erm six one four") ==
        "is that the one on the back erm [card code]");
  CHECK(answered("what's the security code", "which one do you mean") == "which one do you mean");
  CHECK(answered("en de cvc", "is dat die een achterop eh zes vier vier") == "is dat die een achterop eh [card code]");
  CHECK(answered("and the cvc", "four six and the one") == "[card code]");
}

TEST_CASE("a birth date goes with its year, also when the year is named", "[redaction]") {
  CHECK(answered("what's your date of birth", "June the 8th, and the year's 1949") == "[birth date]");
  CHECK(redact("achtentwintig juni en het jaar is 1951").text == "[birth date]");
  CHECK(redact("we moved on June the 8th, the year is 2024").text == "we moved on June the 8th, the year is 2024");
}

TEST_CASE("alternatives go or stay by what was asked for", "[redaction]") {
  const std::string said = "zeven een vier of zeven zeven vier";
  CHECK(answered("wat is de meterstand", said) == said);
  CHECK(answered("en de beveiligingscode van de kaart", said).find("vier") == std::string::npos);
}

TEST_CASE("an initial before a surname is no letter of the account said before", "[redaction]") {
  ConversationRedactor call;
  (void)call.hear(Speaker::kAgent, "1", "op welke rekening mag het terug");
  (void)call.hear(Speaker::kCustomer, "2", "n l zesenvijftig s n s b nul negen twee negen");
  (void)call.hear(Speaker::kAgent, "3", "ja");
  CHECK(call.hear(Speaker::kCustomer, "4", "vijf vijf vijf zeven zeven zes").redacted.text == "[iban]");
  (void)call.hear(Speaker::kAgent, "5", "en op naam van");
  CHECK(call.hear(Speaker::kCustomer, "6", "k de bruin").redacted.text == "k de bruin");
}

TEST_CASE("a security question is answered in words, and the words go", "[redaction]") {
  for (const auto& [asked, answer] :
       std::vector<std::pair<std::string, std::string>>{{"what's the security word on the account", "gooseberry"},
                                                        {"wat is de meisjesnaam van uw moeder", "Terpstra"},
                                                        {"wat is het beveiligingswoord", "regenjas"}}) {
    INFO(asked);
    ConversationRedactor call;
    (void)call.hear(Speaker::kAgent, "1", asked);
    CHECK(call.hear(Speaker::kCustomer, "2", answer).redacted.text == "[secret]");
  }
}

}  // namespace
}  // namespace aandacht::domain
