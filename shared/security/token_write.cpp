#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "shared/security/base64url.h"
#include "shared/security/json.h"
#include "shared/security/token.h"
#include "shared/security/token_parts.h"

namespace aandacht::security {
namespace {

using Json = nlohmann::ordered_json;

// Names that are paths are for other issuers' tokens.
std::string plain(const std::string& claim, const char* usual) {
  return claim.empty() || claim.front() == '/' ? usual : claim;
}

Json claims_of(const Identity& identity, const TokenRules& rules) {
  const Caller& caller = identity.caller;
  Json claims;
  claims["iss"] = rules.issuer;
  claims["aud"] = rules.audience;
  claims["sub"] = caller.id;
  if (!caller.name.empty()) claims["name"] = caller.name;
  claims[plain(rules.role_claim, "role")] = std::string(name_of(*caller.role));
  if (!caller.teams.empty()) claims[plain(rules.teams_claim, "teams")] = caller.teams;
  claims["iat"] = absl::ToUnixSeconds(identity.issued);
  claims["nbf"] = absl::ToUnixSeconds(identity.not_before);
  claims["exp"] = absl::ToUnixSeconds(identity.expires);
  if (!identity.token_id.empty()) claims["jti"] = identity.token_id;
  if (!identity.certificate.empty()) claims["cnf"] = {{"x5t#S256", to_base64url(identity.certificate)}};
  return claims;
}

std::string encoded(const Json& json) {
  return to_base64url(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

absl::StatusOr<std::string> sign_token(const Identity& identity, const TokenRules& rules, const PrivateKey& key) {
  if (identity.caller.id.empty() || !identity.caller.role)
    return absl::InvalidArgumentError("a token needs an id and a role");
  const Json header = {{"alg", std::string(name_of(key.public_key().algorithm()))},
                       {"typ", "JWT"},
                       {"kid", key.public_key().thumbprint()}};
  const std::string text = absl::StrCat(encoded(header), ".", encoded(claims_of(identity, rules)));
  const absl::StatusOr<std::string> signature = key.sign(text);
  if (!signature.ok()) return signature.status();
  return absl::StrCat(text, ".", to_base64url(*signature));
}

absl::StatusOr<std::string> explain_token(std::string_view token) {
  const std::optional<TokenParts> parts = split_token(token);
  if (!parts) return absl::InvalidArgumentError("is no token: three parts of base64url with points between them");
  std::string text = absl::StrCat("header ", parts->header.dump(), "\n");
  for (const auto& [name, value] : parts->claims.items()) {
    absl::StrAppend(&text, name, " ", value.dump());
    if ((name == "exp" || name == "iat" || name == "nbf") && value.is_number_integer()) {
      absl::StrAppend(
          &text, "  ",
          absl::FormatTime("%Y-%m-%d %H:%M:%S", absl::FromUnixSeconds(value.get<std::int64_t>()), absl::UTCTimeZone()),
          " UTC");
    }
    absl::StrAppend(&text, "\n");
  }
  const std::string id = revocation_id(*parts);
  if (text_of(parts->claims, "jti") != id) absl::StrAppend(&text, "no jti; it can be revoked by ", id, "\n");
  return text;
}

}  // namespace aandacht::security
