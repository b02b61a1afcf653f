#include "shared/security/key_set.h"

#include "nlohmann/json.hpp"
#include "shared/security/base64url.h"
#include "tests/support/catch.h"

namespace aandacht::security {
namespace {

using Catch::Matchers::Contains;
using Json = nlohmann::json;

std::string mistake(const std::string& text) {
  const absl::StatusOr<KeySet> set = KeySet::parse(text);
  CHECK(absl::IsInvalidArgument(set.status()));
  return std::string(set.status().message());
}

TEST_CASE("a printed set is read again, and its keys verify what their halves signed", "[keys]") {
  const PrivateKey curve = *PrivateKey::generate(Algorithm::kEs256);
  const PrivateKey edwards = *PrivateKey::generate(Algorithm::kEdDsa);
  const absl::StatusOr<KeySet> set = KeySet::parse(print_key_set({curve.public_key(), edwards.public_key()}));
  REQUIRE(set.ok());
  CHECK(set->size() == 2);
  for (const PrivateKey* key : {&curve, &edwards}) {
    const PublicKey* half = set->find(key->public_key().thumbprint());
    REQUIRE(half != nullptr);
    const std::string signature = *key->sign("these words");
    CHECK(signature.size() == 64);
    CHECK(half->verifies("these words", signature));
    CHECK_FALSE(half->verifies("other words", signature));
    CHECK_FALSE(half->verifies("these words", signature.substr(1)));
    CHECK_FALSE(half->verifies("these words", std::string(64, '\0')));
  }
}

TEST_CASE("the thumbprint of RFC 8037's example key is the one that it prints", "[keys]") {
  const auto x = from_base64url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  REQUIRE(x);
  const std::optional<PublicKey> key = PublicKey::ed25519(*x);
  REQUIRE(key);
  CHECK(key->thumbprint() == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  const auto signature =
      from_base64url("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
  REQUIRE(signature);
  CHECK(key->verifies("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc", *signature));
}

TEST_CASE("RFC 7515's example of ES256 verifies", "[keys]") {
  const auto key = PublicKey::p256(*from_base64url("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                                   *from_base64url("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));
  REQUIRE(key);
  const std::string text =
      "eyJhbGciOiJFUzI1NiJ9."
      "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
  const auto signature =
      from_base64url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
  REQUIRE(signature);
  CHECK(key->verifies(text, *signature));
}

TEST_CASE("keys of other kinds are passed over, as identity providers publish them", "[keys]") {
  Json set = Json::parse(print_key_set({PrivateKey::generate(Algorithm::kEs256)->public_key()}));
  set["keys"].push_back({{"kty", "RSA"}, {"kid", "rsa"}, {"n", "AQAB"}, {"e", "AQAB"}});
  set["keys"].push_back({{"kty", "EC"}, {"crv", "P-384"}, {"kid", "p384"}, {"x", "AA"}, {"y", "AA"}});
  Json encrypts = set["keys"][0];
  encrypts["use"] = "enc";
  encrypts["kid"] = "enc";
  set["keys"].push_back(encrypts);
  const absl::StatusOr<KeySet> read = KeySet::parse(set.dump());
  REQUIRE(read.ok());
  CHECK(read->size() == 1);
  CHECK(read->find("enc") == nullptr);
}

TEST_CASE("a set that is wrong says how", "[keys]") {
  Json set = Json::parse(print_key_set({PrivateKey::generate(Algorithm::kEs256)->public_key()}));
  CHECK_THAT(mistake("nonsense"), Contains("JSON Web Key Set"));
  CHECK_THAT(mistake("{}"), Contains("JSON Web Key Set"));
  CHECK_THAT(mistake(R"({"keys":[]})"), Contains("no key that can be used"));
  CHECK_THAT(mistake(std::string(300 * 1024, ' ')), Contains("256 KB"));
  Json twice = set;
  twice["keys"].push_back(set["keys"][0]);
  CHECK_THAT(mistake(twice.dump()), Contains("two keys of one kid"));
  Json secret = set;
  secret["keys"][0]["d"] = "AAAA";
  CHECK_THAT(mistake(secret.dump()), Contains("secret key"));
  Json shared = set;
  shared["keys"].push_back({{"kty", "oct"}, {"kid", "x"}, {"k", "AAAA"}});
  CHECK_THAT(mistake(shared.dump()), Contains("secret key"));
  Json off_curve = set;
  off_curve["keys"][0]["y"] = off_curve["keys"][0]["x"];
  CHECK_THAT(mistake(off_curve.dump()), Contains("no key that can be used"));
}

TEST_CASE("base64url has one spelling for each text", "[keys]") {
  CHECK(to_base64url("") == "");
  CHECK(to_base64url("f") == "Zg");
  CHECK(to_base64url("foobar") == "Zm9vYmFy");
  CHECK(to_base64url("\xfb\xff") == "-_8");
  CHECK(from_base64url("Zg") == "f");
  CHECK_FALSE(from_base64url("Zh"));    // Spare bits.
  CHECK_FALSE(from_base64url("Zg=="));  // Padding.
  CHECK_FALSE(from_base64url("Z"));
  CHECK_FALSE(from_base64url("Zg\n"));
  CHECK_FALSE(from_base64url("+/8"));
}

TEST_CASE("a private key goes to PEM and back, and others are refused", "[keys]") {
  const PrivateKey key = *PrivateKey::generate(GENERATE(Algorithm::kEs256, Algorithm::kEdDsa));
  const absl::StatusOr<PrivateKey> again = PrivateKey::from_pem(key.pem());
  REQUIRE(again.ok());
  CHECK(again->public_key().jwk() == key.public_key().jwk());
  CHECK(absl::IsInvalidArgument(PrivateKey::from_pem("").status()));
  CHECK(absl::IsInvalidArgument(PrivateKey::from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n").status()));
}

}  // namespace
}  // namespace aandacht::security
