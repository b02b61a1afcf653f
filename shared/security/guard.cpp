#include "shared/security/guard.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "shared/security/access.h"
#include "shared/security/revoked.h"

namespace aandacht::security {
namespace {

// A floor's tokens many times over; who makes up tokens cannot make it grow, for only good ones are kept.
constexpr std::size_t kMostKnown = 4096;

constexpr absl::Duration kComplainEvery = absl::Minutes(1);

constexpr std::string_view kScheme = "bearer ";

std::optional<std::string_view> token_of(std::string_view authorization) {
  const std::string_view scheme = authorization.substr(0, kScheme.size());
  if (!absl::EqualsIgnoreCase({scheme.data(), scheme.size()}, {kScheme.data(), kScheme.size()})) return std::nullopt;
  return authorization.substr(kScheme.size());
}

}  // namespace

absl::StatusOr<std::unique_ptr<Guard>> Guard::open(GuardOptions options, const base::Clock& clock) {
  std::unique_ptr<Guard> guard(new Guard(std::move(options), clock));
  const std::optional<std::string> text = guard->jwks_.changed();
  if (!text) {
    return absl::NotFoundError(absl::StrCat("cannot read the keys ", guard->options_.jwks.string(),
                                            "; put the JSON Web Key Set of your identity provider there"));
  }
  if (absl::Status status = guard->read_keys(*text); !status.ok()) return status;
  guard->read_revoked();
  const absl::Status& revoked = guard->revoked_file_.status();
  if (revoked.ok() || absl::IsNotFound(revoked)) return guard;
  return absl::UnavailableError(absl::StrCat(std::string(revoked.message()),
                                             "; it lists the tokens that were revoked, so nobody is let in without it: "
                                             "give it back to the user that this service runs as"));
}

absl::Status Guard::read_keys(const std::string& text) {
  absl::StatusOr<KeySet> keys = KeySet::parse(text);
  if (!keys.ok())
    return absl::InvalidArgumentError(absl::StrCat(options_.jwks.string(), " ", std::string(keys.status().message())));
  keys_ = std::make_shared<const KeySet>(*std::move(keys));
  known_.clear();
  return absl::OkStatus();
}

void Guard::read_again() {
  if (const std::optional<std::string> text = jwks_.changed()) {
    const absl::Status status = read_keys(*text);
    if (status.ok()) {
      spdlog::info("read the keys {} again", options_.jwks.string());
    } else {
      spdlog::warn("{}; the keys of before are still used", std::string(status.message()));
    }
  }
  if (jwks_.status().ok()) {
    complain_of_keys_ = -absl::InfiniteDuration();
  } else if (const absl::Duration now = clock_.steady(); now >= complain_of_keys_) {
    spdlog::error("THE KEYS ARE NOT READ: {}. Those of before are still taken, also what was withdrawn since",
                  std::string(jwks_.status().message()));
    complain_of_keys_ = now + kComplainEvery;
  }
  read_revoked();
}

void Guard::read_revoked() {
  if (const std::optional<std::string> text = revoked_file_.changed()) revoked_ = parse_revoked(*text);
  const absl::Status& status = revoked_file_.status();
  const bool is_known = status.ok() || (absl::IsNotFound(status) && revoked_.empty());
  const absl::Duration now = clock_.steady();
  if (is_known && complain_ > -absl::InfiniteDuration()) {
    spdlog::info("the revoked tokens in {} are read again", options_.revoked.string());
    complain_ = -absl::InfiniteDuration();
  } else if (!is_known && now >= complain_) {
    spdlog::error(
        "REVOKED TOKENS ARE NOT READ: {}. The {} of before stay refused; tokens revoked since are still taken. "
        "Give the file back to the user that this service runs as",
        std::string(status.message()), revoked_.size());
    complain_ = now + kComplainEvery;
  }
}

absl::StatusOr<std::shared_ptr<const Identity>> Guard::identify(std::string_view token) {
  const std::string print = sha256(token);
  std::shared_ptr<const KeySet> keys;
  {
    const std::lock_guard lock(mutex_);
    read_again();
    if (const auto found = known_.find(print); found != known_.end()) return found->second;
    keys = keys_;
  }
  absl::StatusOr<Identity> identity = read_token(token, *keys, options_.rules);
  if (!identity.ok()) return identity.status();
  auto known = std::make_shared<const Identity>(*std::move(identity));
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostKnown) known_.clear();
  if (keys == keys_) known_.emplace(print, known);
  return known;
}

absl::Status Guard::check_now(const Identity& identity) const {
  if (!identity.token_id.empty() && revoked_.count(identity.token_id) != 0)
    return absl::UnauthenticatedError("this token was revoked; ask for a new one");
  return check_times(identity, options_.rules, clock_.now());
}

absl::Status Guard::refuse(const Identity* identity, std::string_view rpc, const absl::Status& why) {
  std::string who = "somebody without a good token";
  if (identity != nullptr) who = absl::StrCat(identity->caller.id, " (token ", identity->token_id, ")");
  const std::lock_guard lock(mutex_);
  log_.write(clock_.steady(),
             absl::StrCat("refused ", who, " at ", std::string(rpc), ": ", std::string(why.message())));
  return why;
}

absl::Status Guard::check(const Identity& identity, std::string_view rpc, std::string_view certificate) {
  {
    const std::lock_guard lock(mutex_);
    if (absl::Status status = check_now(identity); !status.ok()) return status;
  }
  if (!identity.certificate.empty() && identity.certificate != certificate)
    return absl::UnauthenticatedError("this token is good only with the client certificate that it was made for");
  if (options_.integrators_need_certificate && identity.caller.role == Role::kIntegrator && certificate.empty())
    return absl::UnauthenticatedError("integrators come with a client certificate here (mutual TLS)");
  if (absl::StartsWith({rpc.data(), rpc.size()}, "grpc.reflection.")) return absl::OkStatus();
  return check_access(identity.caller, rpc);
}

absl::StatusOr<std::shared_ptr<const Identity>> Guard::admit(std::string_view rpc, std::string_view authorization,
                                                             std::string_view certificate) {
  if (authorization.empty()) {
    return refuse(nullptr, rpc,
                  absl::UnauthenticatedError("a token is needed; give one with --token-file, or make one with "
                                             "aandachtctl token create"));
  }
  const std::optional<std::string_view> token = token_of(authorization);
  if (!token)
    return refuse(nullptr, rpc, absl::UnauthenticatedError("the authorization must be \"Bearer\" and a token"));
  absl::StatusOr<std::shared_ptr<const Identity>> identity = identify(*token);
  if (!identity.ok()) return refuse(nullptr, rpc, identity.status());
  if (absl::Status status = check(**identity, rpc, certificate); !status.ok())
    return refuse(identity->get(), rpc, status);
  return identity;
}

absl::Status Guard::check_still(const Identity& identity) {
  const std::lock_guard lock(mutex_);
  read_again();
  const PublicKey* key = keys_->find(identity.key_id);
  if (key == nullptr || key->thumbprint() != identity.key_print)
    return absl::UnauthenticatedError(
        "this token is signed with a key that is no longer taken here; ask for a new one");
  return check_now(identity);
}

}  // namespace aandacht::security
