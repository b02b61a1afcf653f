#include "client/softphone/sip_text.h"

#include "tests/support/catch.h"

namespace aandacht::softphone {
namespace {

TEST_CASE("the number is the user part of an address") {
  CHECK(number_of("sip:+31612345678@127.0.0.1:44137") == "+31612345678");
  CHECK(number_of("sip:0201234567@example.nl;transport=udp") == "0201234567");
  CHECK(number_of("<sips:0031@host>") == "0031");
  CHECK(number_of("sip:%2B31612345678@host") == "+31612345678");
  CHECK(number_of("sip:agent:geheim@host") == "agent");
  CHECK(number_of("tel:+31-20-1234567;phone-context=nl") == "+31-20-1234567");
  CHECK(number_of("SIP:101@pbx") == "101");
}

TEST_CASE("an address without a user has no number") {
  for (const char* uri : {"", "sip:", "sip:host", "host", "<", "<sip:", "@", "sip:@host", "sip:%zz"}) {
    INFO(uri);
    CHECK(number_of(uri).empty());
  }
}

TEST_CASE("a withheld number is empty") {
  CHECK(is_withheld("sip:anonymous@anonymous.invalid"));
  CHECK(is_withheld("sip:Anonymous@pbx.example.nl"));
  CHECK(is_withheld("<sip:x@Anonymous.Invalid:5060>"));
  CHECK_FALSE(is_withheld("sip:+31612345678@host"));
  CHECK(number_of("sip:anonymous@anonymous.invalid").empty());
}

TEST_CASE("a display name loses its quotes and escapes") {
  CHECK(clean_name("\"Jan de Vries\" ") == "Jan de Vries");
  CHECK(clean_name("Mw. O’Brien \\\"Zoë\\\" Çelik") == "Mw. O’Brien \"Zoë\" Çelik");
  CHECK(clean_name("terug\\\\slash") == "terug\\slash");
  CHECK(clean_name("eindigt op \\") == "eindigt op \\");
  CHECK(clean_name("\"").size() == 1);
}

TEST_CASE("a display name is fit to be shown") {
  CHECK(clean_name("rood\x1b[31m\r\n") == "rood[31m");
  CHECK(clean_name("Zo\xff") == "Zo\xef\xbf\xbd");
  CHECK(clean_name(std::string(10'000, 'a')).size() == 200);
}

TEST_CASE("a header is taken apart into name and address") {
  const NameAndAddress quoted = split_header("\"Vries, Jan <de>\" <sip:+316@host:5060>;tag=pc1");
  CHECK(quoted.name == "Vries, Jan <de>");
  CHECK(quoted.uri == "sip:+316@host:5060");
  const NameAndAddress plain = split_header("  Jan <sip:+317@host>");
  CHECK(plain.name == "Jan");
  CHECK(number_of(plain.uri) == "+317");
  CHECK(split_header("sip:101@pbx").uri == "sip:101@pbx");
  CHECK(split_header("\"Anonymous\" <sip:anonymous@anonymous.invalid>").name.empty());
  CHECK(split_header("\"niet gesloten <sip:a@b>").uri.empty() == false);
  CHECK(split_header("").uri.empty());
}

}  // namespace
}  // namespace aandacht::softphone
