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
