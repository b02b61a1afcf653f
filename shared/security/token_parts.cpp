#include "shared/security/token_parts.h"

#include "absl/strings/str_cat.h"
#include "shared/security/base64url.h"
#include "shared/security/json.h"
#include "shared/security/key.h"
#include "shared/security/token.h"

namespace aandacht::security {
namespace {

std::optional<nlohmann::json> object_of(std::string_view part) {
  const std::optional<std::string> text = from_base64url(part);
  return text ? parse_object(*text) : std::nullopt;
}

}  // namespace

std::optional<TokenParts> split_token(std::string_view token) {
  if (token.size() > kLongestToken) return std::nullopt;
  const std::size_t first = token.find('.');
  const std::size_t last = token.rfind('.');
  if (first == std::string_view::npos || token.find('.', first + 1) != last || first == last) return std::nullopt;
  std::optional<nlohmann::json> header = object_of(token.substr(0, first));
  std::optional<nlohmann::json> claims = object_of(token.substr(first + 1, last - first - 1));
  std::optional<std::string> signature = from_base64url(token.substr(last + 1));
  if (!header || !claims || !signature) return std::nullopt;
  return TokenParts{*std::move(header), *std::move(claims), token.substr(0, last), *std::move(signature)};
}

std::string revocation_id(const TokenParts& parts) {
  std::string id = text_of(parts.claims, "jti");
  return id.empty() ? absl::StrCat("sha256:", to_base64url(sha256(parts.signed_text))) : id;
}

}  // namespace aandacht::security
