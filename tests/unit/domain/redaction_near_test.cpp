#include "shared/domain/redaction_near.h"

#include <fstream>
#include <iterator>
#include <string>

#include "shared/domain/redaction_tagger.h"
#include "tests/support/catch.h"

namespace aandacht::domain::redaction {
namespace {

/// One sign a token: "x" near, "." far.
std::string near_in(const std::string& said, Expected expected = {}, std::size_t marked = 99) {
  const Tokens tokens = tokenise(said);
  Situation situation;
  situation.expected = expected;
  const Search search(tokens, situation);
  std::string signs;
  for (const bool near : near_candidates(search, [&](std::size_t at) { return at == marked; }))
    signs += near ? 'x' : '.';
  return signs;
}

TEST_CASE("words near a number, a letter or a month are told apart from the rest", "[redaction]") {
  struct Row {
    std::string said;
    std::string near;
  };
  for (const Row& row : std::vector<Row>{
           {"we wachten nou alweer wel heel lang op iemand", "........."},
           {"we wachten nou alweer wel zes weken op iemand van jullie hier", ".xxxxxxxxx.."},
           {"dan komt er een monteur langs bij ons thuis", "........."},
           {"dan komt er op een mei iemand langs bij ons thuis", ".xxxxxxxxx."},
           {"dan zet ik er voor hem een k van karel achter alstublieft zo direct", "...xxxxxxxxx.."},
       }) {
    INFO(row.said);
    CHECK(near_in(row.said) == row.near);
  }
}

TEST_CASE("where a secret may be said any word is near, and so is a bare answer", "[redaction]") {
  const std::string said = "we wachten nou alweer wel heel lang op iemand";
  Expected secret;
  secret.add(Cue::kSecret);
  CHECK(near_in(said, secret).find('.') == std::string::npos);
  CHECK(near_in("mijn wachtwoord dat weet ik eerlijk gezegd niet meer zo").find('.') == std::string::npos);
  CHECK(near_in("zonnebloem").find('.') == std::string::npos);
}

TEST_CASE("what a rule took is near with its neighbours, once", "[redaction]") {
  CHECK(near_in("we wachten nou alweer wel heel lang op iemand", {}, 0) == "xxxxx....");
  CHECK(near_in("we wachten nou alweer wel heel lang op iemand", {}, 8) == "....xxxxx");
}

TEST_CASE("a quantity, and a month where nothing counts, need no tagger", "[redaction]") {
  const auto none = [](std::string_view said, Expected expected = {}, Payment payment = {}) {
    const Tokens tokens = tokenise(said);
    const Situation situation{expected, {}, false, nullptr, payment};
    return none_is_near(Search(tokens, situation));
  };
  for (const std::string_view said :
       {"we wachten nou alweer wel zes weken op iemand van jullie", "dat kost dan 20 euro en dat is mij veel te veel",
        "dan komt er ergens in oktober iemand langs bij ons thuis"}) {
    INFO(said);
    CHECK(none(said));
  }
  for (const std::string_view said :
       {"we wachten nou alweer wel zes op iemand van jullie", "dat is dan nummer acht twintig euro en dat is veel",
        "dat kost dan 06123456 euro en dat is mij veel te veel",
        "dan komt er op drie oktober iemand langs bij ons thuis",
        "ik ben geboren in oktober en dat weet u nou ook wel"}) {
    INFO(said);
    CHECK_FALSE(none(said));
  }
  const std::string_view weeks = "we wachten nou alweer wel zes weken op iemand van jullie";
  Expected code;
  code.add(Cue::kCardCode);
  CHECK_FALSE(none(weeks, code));
  Payment paying;
  paying.stage = Payment::Stage::kPaying;
  CHECK_FALSE(none(weeks, {}, paying));
  Expected birth;
  birth.add(Cue::kBirth);
  CHECK_FALSE(none("dan komt er ergens in oktober iemand langs bij ons thuis", birth));
}

TEST_CASE("none is near where no word would be", "[redaction]") {
  for (const std::string_view said :
       {"we wachten nou alweer wel heel lang op iemand", "we wachten nou alweer wel zes op iemand van jullie",
        "dan komt er op een 1 mei iemand langs bij ons thuis", "dan komt er een monteur langs bij ons thuis",
        "een een voor ons", "mijn wachtwoord dat weet ik eerlijk gezegd niet meer zo", "zonnebloem"}) {
    INFO(said);
    const Tokens tokens = tokenise(said);
    CHECK(none_is_near(Search(tokens, {})) == (near_in(std::string(said)).find('x') == std::string::npos));
  }
  const Tokens tokens = tokenise("we wachten nou alweer wel heel lang op iemand");
  Search search(tokens, {});
  search.shield(3, 4);
  CHECK_FALSE(none_is_near(search));
}

TEST_CASE("the tagger that the product has is whole", "[redaction]") {
  std::ifstream file(AANDACHT_SOURCE_DIR "/shared/domain/redaction.model", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const auto parsed = classify::Tagger::parse(bytes);
  REQUIRE(parsed.ok());
  REQUIRE(shipped_tagger() != nullptr);
  CHECK(shipped_tagger()->serialise() == bytes);
}

}  // namespace
}  // namespace aandacht::domain::redaction
