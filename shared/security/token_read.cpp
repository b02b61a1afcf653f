#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"
#include "shared/security/base64url.h"
#include "shared/security/json.h"
#include "shared/security/token.h"
#include "shared/security/token_parts.h"

namespace aandacht::security {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestId = 128;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostTeams = 200;
constexpr double kLastMoment = 253402300799;  // The last second of the year 9999.

absl::Status refused(const std::string& why) { return absl::UnauthenticatedError(absl::StrCat("this token ", why)); }

bool is_plain(const std::string& text, std::size_t longest) {
  return text.size() <= longest && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
         });
}

// Null: there is no such claim.
const Json* claim(const Json& claims, const std::string& name) {
  const auto member = claims.find(name);
  if (member != claims.end()) return &*member;
  if (name.empty() || name.front() != '/') return nullptr;
  const Json* at = &claims;
  for (std::size_t begin = 1; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const auto step = at->is_object() ? at->find(name.substr(begin, end - begin)) : at->end();
    if (!at->is_object() || step == at->end()) return nullptr;
    at = &*step;
    begin = end + 1;
  }
  return at;
}

// One text, or an array of them; nothing when it is anything else.
std::optional<std::vector<std::string>> texts(const Json* value) {
  std::vector<std::string> found;
  if (value == nullptr) return found;
  if (value->is_string()) return std::vector{value->get<std::string>()};
  if (!value->is_array() || value->size() > kMostTeams) return std::nullopt;
  for (const Json& each : *value) {
    if (!each.is_string()) return std::nullopt;
    found.push_back(each.get<std::string>());
  }
  return found;
}

// A NumericDate of RFC 7519.
std::optional<absl::Time> moment(const Json& claims, const char* name) {
  const auto value = claims.find(name);
  if (value == claims.end() || !value->is_number()) return std::nullopt;
  const double seconds = value->get<double>();
  if (!(seconds >= 0) || seconds > kLastMoment) return std::nullopt;
  return absl::FromUnixSeconds(static_cast<std::int64_t>(std::floor(seconds)));
}

absl::Status check_header(const TokenParts& parts, const KeySet& keys, Identity& identity) {
  if (parts.header.contains("crit")) return refused("has a header that must be understood and is not");
  const std::string type = absl::AsciiStrToLower(text_of(parts.header, "typ"));
  if (parts.header.contains("typ") && type != "jwt" && type != "at+jwt") return refused("is of another kind");
  const PublicKey* key = keys.find(text_of(parts.header, "kid"));
  if (key == nullptr) return refused("is signed with a key that is not taken here");
  // The key decides the algorithm, never the token.
  if (text_of(parts.header, "alg") != name_of(key->algorithm()))
    return refused("names an algorithm that its key has not");
  if (!key->verifies(parts.signed_text, parts.signature)) return refused("is not signed by the key that it names");
  identity.key_id = text_of(parts.header, "kid");
  identity.key_print = key->thumbprint();
  return absl::OkStatus();
}

absl::Status check_parties(const Json& claims, const TokenRules& rules) {
  if (text_of(claims, "iss") != rules.issuer) return refused("is of another issuer");
  const auto audiences = texts(claim(claims, "aud"));
  if (!audiences || std::find(audiences->begin(), audiences->end(), rules.audience) == audiences->end())
    return refused("is for another audience");
  return absl::OkStatus();
}

absl::Status read_role(const Json& claims, const TokenRules& rules, Caller& caller) {
  const auto names = texts(claim(claims, rules.role_claim));
  if (!names) return refused("has a role that is no text");
  for (const std::string& name : *names) {
    const std::optional<Role> role = role_named(name);
    if (!role) continue;
    if (caller.role && caller.role != role) return refused("has two roles; give a person one");
    caller.role = role;
  }
  if (!caller.role) return refused("has no role: agent, supervisor, integrator or administrator");
  auto teams = texts(claim(claims, rules.teams_claim));
  if (!teams) return refused("has teams that are no list of names");
  caller.teams = *std::move(teams);
  return absl::OkStatus();
}

absl::Status read_person(const Json& claims, Caller& caller) {
  caller.id = text_of(claims, "sub");
  if (caller.id.empty() || !is_plain(caller.id, kLongestId)) return refused("has no id (sub) of 1 to 128 characters");
  caller.name = text_of(claims, "name");
  if (!is_plain(caller.name, kLongestName)) return refused("has a name of more than 200 characters");
  if (caller.name.empty()) caller.name = caller.id;
  return absl::OkStatus();
}

absl::Status read_times(const Json& claims, const TokenRules& rules, Identity& identity) {
  const std::optional<absl::Time> expires = moment(claims, "exp");
  const std::optional<absl::Time> issued = moment(claims, "iat");
  const std::optional<absl::Time> from = moment(claims, "nbf");
  if (!expires || !issued) return refused("does not say when it was issued (iat) and when it expires (exp)");
  if (claims.contains("nbf") && !from) return refused("has an nbf that is no time");
  if (*expires - *issued > rules.longest) return refused("lasts longer than 31 days");
  identity.issued = *issued;
  identity.not_before = from ? std::max(*from, *issued) : *issued;
  identity.expires = *expires;
  return absl::OkStatus();
}

// RFC 8705: good only over the connection of that certificate.
absl::Status read_confirmation(const Json& claims, Identity& identity) {
  const auto confirmation = claims.find("cnf");
  if (confirmation == claims.end()) return absl::OkStatus();
  const std::string print = confirmation->is_object() ? text_of(*confirmation, "x5t#S256") : "";
  const std::optional<std::string> bytes = from_base64url(print);
  if (!bytes || bytes->size() != 32 || confirmation->size() != 1)
    return refused("is bound (cnf) in a way that is not known here");
  identity.certificate = *bytes;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Identity> read_token(std::string_view token, const KeySet& keys, const TokenRules& rules) {
  if (token.size() > kLongestToken) return refused("is longer than 8 KB");
  const std::optional<TokenParts> parts = split_token(token);
  if (!parts) return refused("is no JSON Web Token");
  const Json& claims = parts->claims;
  Identity identity;
  absl::Status status = check_header(*parts, keys, identity);
  if (status.ok()) status = check_parties(claims, rules);
  if (status.ok()) status = read_person(claims, identity.caller);
  if (status.ok()) status = read_role(claims, rules, identity.caller);
  if (status.ok()) status = read_times(claims, rules, identity);
  if (status.ok()) status = read_confirmation(claims, identity);
  if (!status.ok()) return status;
  identity.token_id = revocation_id(*parts);
  if (!is_plain(identity.token_id, kLongestId)) return refused("has an id (jti) of more than 128 characters");
  return identity;
}

absl::Status check_times(const Identity& identity, const TokenRules& rules, absl::Time now) {
  if (now >= identity.expires + rules.leeway)
    return refused("has expired; ask for a new one, or make one with aandachtctl token create");
  if (now + rules.leeway < identity.not_before)
    return refused("does not hold yet; are the clocks of both machines right?");
  return absl::OkStatus();
}

}  // namespace aandacht::security
