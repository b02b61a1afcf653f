#include "shared/security/key_set.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "shared/security/base64url.h"
#include "shared/security/json.h"

namespace aandacht::security {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongest = 256 * 1024;

bool is_for_signatures(const Json& key, Algorithm algorithm) {
  const std::string use = text_of(key, "use");
  const std::string alg = text_of(key, "alg");
  return (use.empty() || use == "sig") && (alg.empty() || alg == name_of(algorithm) || alg == "Ed25519");
}

std::optional<PublicKey> to_key(const Json& key) {
  const std::string kind = text_of(key, "kty");
  const std::string curve = text_of(key, "crv");
  const std::optional<std::string> x = from_base64url(text_of(key, "x"));
  if (!x) return std::nullopt;
  if (kind == "OKP" && curve == "Ed25519" && is_for_signatures(key, Algorithm::kEdDsa)) return PublicKey::ed25519(*x);
  const std::optional<std::string> y = from_base64url(text_of(key, "y"));
  if (!y || kind != "EC" || curve != "P-256" || !is_for_signatures(key, Algorithm::kEs256)) return std::nullopt;
  return PublicKey::p256(*x, *y);
}

}  // namespace

absl::StatusOr<KeySet> KeySet::parse(std::string_view text) {
  if (text.size() > kLongest) return absl::InvalidArgumentError("is larger than 256 KB");
  const std::optional<Json> parsed = parse_object(text);
  const auto list = parsed ? parsed->find("keys") : Json::const_iterator();
  if (!parsed || list == parsed->end() || !list->is_array())
    return absl::InvalidArgumentError("is no JSON Web Key Set: an object with an array \"keys\"");
  KeySet set;
  for (const Json& each : *list) {
    if (!each.is_object()) continue;
    if (each.contains("d") || each.contains("k"))
      return absl::InvalidArgumentError("holds a secret key; give only the public ones");
    const std::string kid = text_of(each, "kid");
    std::optional<PublicKey> key = to_key(each);
    if (kid.empty() || !key) continue;
    if (!set.keys_.emplace(kid, *std::move(key)).second)
      return absl::InvalidArgumentError("has two keys of one kid; every key needs its own");
  }
  if (set.keys_.empty())
    return absl::InvalidArgumentError("has no key that can be used: P-256 or Ed25519, for signatures, with a kid");
  return set;
}

const PublicKey* KeySet::find(const std::string& kid) const {
  const auto found = keys_.find(kid);
  return found == keys_.end() ? nullptr : &found->second;
}

std::string print_key_set(const std::vector<PublicKey>& keys) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const PublicKey& key : keys) {
    nlohmann::ordered_json each = nlohmann::ordered_json::parse(key.jwk());
    each["alg"] = std::string(name_of(key.algorithm()));
    each["use"] = "sig";
    each["kid"] = key.thumbprint();
    list.push_back(std::move(each));
  }
  return nlohmann::ordered_json{{"keys", std::move(list)}}.dump(2) + "\n";
}

}  // namespace aandacht::security
