#include "shared/security/token.h"

#include <functional>
#include <random>

#include "shared/security/key_set.h"
#include "tests/support/catch.h"
#include "tests/unit/security/forge.h"

namespace aandacht::security {
namespace {

using Catch::Matchers::Contains;
using test::forge;
using test::Json;
using test::kNow;

struct Keys {
  explicit Keys(Algorithm algorithm = Algorithm::kEs256)
      : key(*PrivateKey::generate(algorithm)), set(*KeySet::parse(print_key_set({key.public_key()}))) {}
  PrivateKey key;
  KeySet set;

  std::string token(const std::function<void(Json& header, Json& claims)>& change = [](Json&, Json&) {}) const {
    Json header = test::header_of(key);
    Json claims = test::good_claims();
    change(header, claims);
    return forge(key, header.dump(), claims.dump());
  }
  std::string why_not(const std::string& token, const TokenRules& rules = {}) const {
    const absl::StatusOr<Identity> read = read_token(token, set, rules);
    CHECK(absl::IsUnauthenticated(read.status()));
    return std::string(read.status().message());
  }
};

TEST_CASE("a token says who somebody is, whichever kind of key signed it", "[token]") {
  const Keys keys(GENERATE(Algorithm::kEs256, Algorithm::kEdDsa));
  const absl::StatusOr<Identity> read = read_token(keys.token(), keys.set, {});
  REQUIRE(read.ok());
  CHECK(read->caller == Caller{"kim", "Kim", Role::kSupervisor, {"blue", "red"}});
  CHECK(read->token_id == "token-1");
  CHECK(read->issued == kNow);
  CHECK(read->expires == kNow + absl::Hours(1));
  CHECK(read->certificate.empty());
}

TEST_CASE("what is signed here is read as it was written", "[token]") {
  const Keys keys(GENERATE(Algorithm::kEs256, Algorithm::kEdDsa));
  const Identity identity{{"crm", "Het CRM", Role::kIntegrator, {"noord"}},
                          "token-7",
                          kNow,
                          kNow,
                          kNow + absl::Hours(12),
                          sha256("a certificate")};
  const absl::StatusOr<std::string> token = sign_token(identity, {}, keys.key);
  REQUIRE(token.ok());
  const absl::StatusOr<Identity> read = read_token(*token, keys.set, {});
  REQUIRE(read.ok());
  Identity expected = identity;
  expected.key_id = expected.key_print = keys.key.public_key().thumbprint();
  CHECK(*read == expected);
}

TEST_CASE("the identity provider's own names for role and teams can be configured, also inside objects", "[token]") {
  const Keys keys;
  TokenRules rules;
  rules.role_claim = "/realm_access/roles";
  rules.teams_claim = "https://company.example/groups";
  const std::string token = keys.token([](Json&, Json& claims) {
    claims.erase("role");
    claims["realm_access"] = {{"roles", {"offline_access", "agent"}}};
    claims["https://company.example/groups"] = "blue";
  });
  const absl::StatusOr<Identity> read = read_token(token, keys.set, rules);
  REQUIRE(read.ok());
  CHECK(read->caller.role == Role::kAgent);
  CHECK(read->caller.teams == std::vector<std::string>{"blue"});
}

TEST_CASE("a token that is none of ours is refused, and the sentence says why", "[token]") {
  struct Row {
    const char* what;
    std::function<void(Json& header, Json& claims)> change;
    const char* why;
  };
  const Keys keys;
  const auto row = GENERATE(values<Row>({
      {"another audience", [](Json&, Json& claims) { claims["aud"] = "billing"; }, "another audience"},
      {"no audience", [](Json&, Json& claims) { claims.erase("aud"); }, "another audience"},
      {"another issuer", [](Json&, Json& claims) { claims["iss"] = "somebody"; }, "another issuer"},
      {"unknown kid", [](Json& header, Json&) { header["kid"] = "other"; }, "key that is not taken"},
      {"no kid", [](Json& header, Json&) { header.erase("kid"); }, "key that is not taken"},
      {"alg none", [](Json& header, Json&) { header["alg"] = "none"; }, "algorithm"},
      {"alg HS256", [](Json& header, Json&) { header["alg"] = "HS256"; }, "algorithm"},
      {"alg of another kind of key", [](Json& header, Json&) { header["alg"] = "EdDSA"; }, "algorithm"},
      {"crit", [](Json& header, Json&) { header["crit"] = {"b64"}; }, "must be understood"},
      {"another type", [](Json& header, Json&) { header["typ"] = "logout+jwt"; }, "another kind"},
      {"no id", [](Json&, Json& claims) { claims.erase("sub"); }, "no id"},
      {"an id with a line break", [](Json&, Json& claims) { claims["sub"] = "a\nb"; }, "no id"},
      {"no role", [](Json&, Json& claims) { claims.erase("role"); }, "no role"},
      {"an unknown role", [](Json&, Json& claims) { claims["role"] = "boss"; }, "no role"},
      {"two roles",
       [](Json&, Json& claims) {
         claims["role"] = {"agent", "administrator"};
       },
       "two roles"},
      {"a role that is a number", [](Json&, Json& claims) { claims["role"] = 4; }, "no text"},
      {"teams that are numbers",
       [](Json&, Json& claims) {
         claims["teams"] = {1, 2};
       },
       "no list of names"},
      {"no exp", [](Json&, Json& claims) { claims.erase("exp"); }, "when it expires"},
      {"no iat", [](Json&, Json& claims) { claims.erase("iat"); }, "when it was issued"},
      {"an exp that is a text", [](Json&, Json& claims) { claims["exp"] = "tomorrow"; }, "when it expires"},
      {"an endless exp", [](Json&, Json& claims) { claims["exp"] = 1e300; }, "when it expires"},
      {"more than 31 days", [](Json&, Json& claims) { claims["exp"] = absl::ToUnixSeconds(kNow) + 31 * 86400 + 1; },
       "31 days"},
      {"an unknown confirmation", [](Json&, Json& claims) { claims["cnf"] = {{"jkt", "x"}}; }, "bound"},
  }));
  INFO(row.what);
  const std::string token = keys.token(row.change);
  const std::string why = keys.why_not(token);
  CHECK_THAT(why, Contains(row.why));
}

TEST_CASE("a changed, cut or foreign token is refused", "[token]") {
  const Keys keys;
  const Keys others;
  const std::string good = keys.token();
  REQUIRE(read_token(good, keys.set, {}).ok());

  SECTION("the same kid signed by a foreign key") {
    Json header = test::header_of(keys.key);
    const std::string token = forge(others.key, header.dump(), test::good_claims().dump());
    CHECK_THAT(keys.why_not(token), Contains("not signed by the key"));
  }
  SECTION("claims changed after signing") {
    Json claims = test::good_claims();
    claims["role"] = "administrator";
    const std::size_t first = good.find('.');
    const std::size_t last = good.rfind('.');
    const std::string token = good.substr(0, first + 1) + to_base64url(claims.dump()) + good.substr(last);
    CHECK_THAT(keys.why_not(token), Contains("not signed by the key"));
  }
  SECTION("the public key as the secret of HS256, and no signature at all") {
    Json header = test::header_of(keys.key);
    header["alg"] = GENERATE("HS256", "none", "None", "");
    const std::string text = to_base64url(header.dump()) + "." + to_base64url(test::good_claims().dump()) + ".";
    CHECK_FALSE(read_token(text, keys.set, {}).ok());
    CHECK_FALSE(read_token(text + to_base64url(sha256(keys.key.public_key().jwk())), keys.set, {}).ok());
  }
  SECTION("every prefix, and every character changed") {
    for (std::size_t i = 0; i < good.size(); ++i) {
      CHECK_FALSE(read_token(good.substr(0, i), keys.set, {}).ok());
      std::string changed = good;
      changed[i] = changed[i] == 'A' ? 'B' : 'A';
      CHECK_FALSE(read_token(changed, keys.set, {}).ok());
    }
  }
  SECTION("spellings that mean the same bytes") {
    CHECK_FALSE(read_token(good + "=", keys.set, {}).ok());
    CHECK_FALSE(read_token(good + "\n", keys.set, {}).ok());
    CHECK_FALSE(read_token(" " + good, keys.set, {}).ok());
    CHECK_FALSE(read_token(good + ".", keys.set, {}).ok());
  }
  SECTION("a header or a claim that is there twice") {
    const std::string claims = test::good_claims().dump();
    const std::string header = test::header_of(keys.key).dump();
    const std::string twice = claims.substr(0, claims.size() - 1) + R"(,"role":"administrator"})";
    CHECK_THAT(keys.why_not(forge(keys.key, header, twice)), Contains("no JSON Web Token"));
    const std::string two_algs = header.substr(0, header.size() - 1) + R"(,"alg":"none"})";
    CHECK_THAT(keys.why_not(forge(keys.key, two_algs, claims)), Contains("no JSON Web Token"));
  }
  SECTION("longer than 8 KB") {
    const std::string token = keys.token([](Json&, Json& claims) { claims["more"] = std::string(8000, 'x'); });
    CHECK_THAT(keys.why_not(token), Contains("longer than 8 KB"));
  }
  SECTION("no objects") {
    CHECK_FALSE(read_token(forge(keys.key, "[]", "[]"), keys.set, {}).ok());
    CHECK_FALSE(
        read_token(forge(keys.key, test::header_of(keys.key).dump(), std::string(5000, '[')), keys.set, {}).ok());
  }
}

TEST_CASE("a token holds from nbf to exp, with a minute for clocks that differ", "[token]") {
  const Keys keys;
  const Identity identity = *read_token(keys.token(), keys.set, {});
  CHECK(check_times(identity, {}, kNow).ok());
  CHECK(check_times(identity, {}, kNow - absl::Seconds(60)).ok());
  CHECK(absl::IsUnauthenticated(check_times(identity, {}, kNow - absl::Seconds(61))));
  CHECK(check_times(identity, {}, kNow + absl::Seconds(3659)).ok());
  CHECK(absl::IsUnauthenticated(check_times(identity, {}, kNow + absl::Seconds(3660))));
}

TEST_CASE("no refusal repeats anything of the token", "[token]") {
  const Keys keys;
  const std::string token = keys.token([](Json& header, Json& claims) {
    header["kid"] = "kid-secret";
    claims["sub"] = "sub-secret";
  });
  const std::string why = keys.why_not(token);
  CHECK_THAT(why, !Contains("secret"));
  CHECK_THAT(why, !Contains(token.substr(0, 12)));
}

TEST_CASE("a token is explained without its signature", "[token]") {
  const Keys keys;
  const std::string token = keys.token();
  const absl::StatusOr<std::string> told = explain_token(token);
  REQUIRE(told.ok());
  CHECK_THAT(*told, Contains("role \"supervisor\"") && Contains("exp 1800003600  2027-01-15 09:00:00 UTC"));
  CHECK_THAT(*told, !Contains(token.substr(token.rfind('.') + 1)));
  CHECK(absl::IsInvalidArgument(explain_token("nonsense").status()));
}

TEST_CASE("random bytes are never a token", "[token]") {
  const Keys keys;
  std::mt19937 random(7);
  const std::string letters = "ABCabc019-_.";
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t n = random() % 200; n > 0; --n) text += letters[random() % letters.size()];
    CHECK_FALSE(read_token(text, keys.set, {}).ok());
  }
}

}  // namespace
}  // namespace aandacht::security
