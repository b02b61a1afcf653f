#include "shared/domain/redaction_near.h"

#include <string>

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

}  // namespace
}  // namespace aandacht::domain::redaction
