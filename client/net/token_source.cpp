#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "absl/strings/ascii.h"
#include "client/net/login.h"
#include "shared/base/cold_code.h"
#include "shared/base/folders.h"
#include "shared/base/ids.h"
#include "shared/security/access.h"
#include "shared/security/machine_key.h"
#include "shared/security/token.h"
#include "shared/security/watched_file.h"

namespace aandacht::net {
namespace {

// A shift: a stream is cut off when its token expires, and nobody should see that.
constexpr absl::Duration kValid = absl::Hours(16);
constexpr absl::Duration kRenew = absl::Hours(8);

std::filesystem::path token_file_of(const Login& login) {
  if (!login.token_file.empty()) return login.token_file;
  const char* named = std::getenv("AANDACHT_TOKEN_FILE");
  return named != nullptr && *named != '\0' ? std::filesystem::path(named) : base::config_folder() / "token";
}

bool is_said(const Login& login) { return token_file_of(login) != base::config_folder() / "token"; }

bool is_for(const security::Access& row, security::Role role) {
  switch (role) {
    case security::Role::kAgent:
      return row.agent;
    case security::Role::kSupervisor:
      return row.supervisor;
    case security::Role::kIntegrator:
      return row.integrator;
    case security::Role::kAdministrator:
      return row.administrator;
  }
  return false;
}

// The most that the rpc is for; nobody when no role is.
std::optional<security::Caller> caller_for(const std::string& rpc, const Login& login) {
  const security::Caller& self = login.self;
  if (self.role && !login.administers) return self;
  const auto& table = security::access_table();
  const auto row = std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.rpc == rpc; });
  if (self.role && (row == table.end() || !row->administrator || is_for(*row, *self.role))) return self;
  if (row == table.end()) return std::nullopt;
  security::Caller caller = self;
  if (login.agent_first && row->agent) {
    caller.role = security::Role::kAgent;
  } else if (row->administrator) {
    caller.role = security::Role::kAdministrator;
  } else if (row->supervisor) {
    caller.role = security::Role::kSupervisor;
    caller.teams = {"*"};
  } else {
    caller.role = row->integrator ? security::Role::kIntegrator : security::Role::kAgent;
  }
  return caller;
}

class FoundToken final : public TokenSource {
 public:
  FoundToken(const Login& login, bool may_sign)
      : login_(login),
        may_sign_(may_sign && !is_said(login)),
        file_(token_file_of(login)),
        key_file_(security::machine_files(security::usual_identity_folder()).key) {}

  std::string token(const std::string& rpc, absl::Time now) override {
    const std::lock_guard lock(mutex_);
    if (auto text = file_.changed()) given_ = std::string(absl::StripAsciiWhitespace(*text));
    if (!given_.empty() || !may_sign_) return given_;
    return signed_token(rpc, now);
  }

 private:
  struct Signed {
    std::string text;
    absl::Time expires;
  };

  std::string signed_token(const std::string& rpc, absl::Time now) {
    if (key_file_.changed()) signed_.clear();
    const std::optional<security::Caller> caller = caller_for(rpc, login_);
    if (!caller || caller->id.empty()) return "";
    Signed& known = signed_[{static_cast<int>(*caller->role), caller->id}];
    if (known.expires - now > kRenew && now > known.expires - kValid) return known.text;
    known = {};
    const auto key = security::read_machine_key(security::usual_identity_folder());
    if (!key.ok()) return "";
    const security::Identity identity{*caller, base::RandomIds().next(), now, now, now + kValid, ""};
    known = {security::sign_token(identity, {}, *key).value_or(""), now + kValid};
    base::give_back_code_of("libcrypto");  // 2.5 MB, for one signature in eight hours.
    return known.text;
  }

  const Login login_;
  const bool may_sign_;
  std::mutex mutex_;  // Guards what follows.
  security::WatchedFile file_;
  security::WatchedFile key_file_;
  std::string given_;
  std::map<std::pair<int, std::string>, Signed> signed_;
};

}  // namespace

std::shared_ptr<TokenSource> TokenSource::make(const Login& login, bool may_sign) {
  return std::make_shared<FoundToken>(login, may_sign);
}

}  // namespace aandacht::net
