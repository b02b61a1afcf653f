#include "shared/domain/phone.h"

#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

TEST_CASE("a phone number becomes E.164 however a softphone writes it", "[phone]") {
  for (const std::string written :
       {"06-12345678", "0612345678", "+31612345678", "+31 (0)6 1234 5678", "0031612345678", "612345678", "31612345678",
        "sip:0612345678@10.0.0.1;user=phone", "\"Jan\" <sip:+31612345678@host>", "tel:+31-6-12345678;phone-context=x",
        "sip:%2B31612345678@host", "00 31 6 12 34 56 78"}) {
    INFO(written);
    CHECK(normalise_phone(written) == "+31612345678");
  }
  CHECK(normalise_phone("0470 12 34 56", "32") == "+32470123456");
  CHECK(normalise_phone("07700 900123", "44") == "+447700900123");
  CHECK(normalise_phone("+390612345678") == "+390612345678");
}

TEST_CASE("what is withheld, internal or no number becomes empty", "[phone]") {
  for (const std::string written : {"", "anonymous", "sip:anonymous@anonymous.invalid", "Anoniem", "withheld", "201",
                                    "sip:agent7@pbx", "+", "+1234567890123456", "0", "12ab34567890", "\xFF\xFE"}) {
    INFO(written);
    CHECK(normalise_phone(written).empty());
  }
}

}  // namespace
}  // namespace aandacht::domain
