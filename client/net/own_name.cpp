#include "client/net/own_name.h"

#include <optional>
#include <string_view>

#include "client/net/credentials.h"
#include "nlohmann/json.hpp"
#include "shared/base/utf8.h"
#include "shared/security/base64url.h"

namespace aandacht::net {
namespace {

/// Of what stands between the two dots; discarded when it is no JSON.
nlohmann::json claims_of(std::string_view token) {
  const std::size_t first = token.find('.');
  const std::size_t second = token.find('.', first == std::string_view::npos ? first : first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return nlohmann::json::value_t::discarded;
  const std::optional<std::string> text = security::from_base64url(token.substr(first + 1, second - first - 1));
  if (!text) return nlohmann::json::value_t::discarded;
  return nlohmann::json::parse(*text, nullptr, false);
}

}  // namespace

std::string own_name(const Login& login, const std::string& address, absl::Time now) {
  const std::string token =
      TokenSource::make(login, is_own_machine(address))->token("aandacht.v1.FloorService/WatchFloor", now);
  const nlohmann::json claims = claims_of(token);
  if (!claims.is_object()) return login.self.name;
  for (const char* claim : {"name", "sub"}) {
    const auto found = claims.find(claim);
    if (found == claims.end() || !found->is_string()) continue;
    const std::string name = found->get<std::string>();
    if (!name.empty() && base::is_printable(name)) return name;
  }
  return login.self.name;
}

}  // namespace aandacht::net
