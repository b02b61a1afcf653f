// As whom this program calls the service.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "shared/security/caller.h"

namespace aandacht::net {

/// What a program knows about who uses it. Everything may be empty.
struct Login {
  /// The file with the token. Empty: what $AANDACHT_TOKEN_FILE names, else "token" in the configuration folder when it
  /// is there, else a token signed with this machine's key, where that can be read and the service is on this machine.
  std::filesystem::path token_file;
  /// Who a token signed here speaks of. Without a role: whoever the rpc is for, in this order: administrator,
  /// supervisor of every team, integrator, agent with this id.
  security::Caller self;

  std::filesystem::path ca;           ///< PEM of who issued the service's certificate; empty: the machine's own list.
  std::filesystem::path certificate;  ///< PEM of this client's certificate, for mutual TLS.
  std::filesystem::path key;          ///< PEM of its key.
  bool agent_first = false;           ///< Without a role: as the agent wherever the rpc is for agents.
  /// For an rpc that is not for the role of `self`: as an administrator, where it is for those. Only where a token is
  /// signed here, by who can read this machine's key anyway.
  bool administers = false;
};

/// The token for an rpc, found again when its file changes. Safe to use from any thread.
class TokenSource {
 public:
  /// \param may_sign  The service is on this machine, where a token may be signed.
  [[nodiscard]] static std::shared_ptr<TokenSource> make(const Login& login, bool may_sign);

  virtual ~TokenSource() = default;

  /// Empty: there is none; the service will say what to do.
  [[nodiscard]] virtual std::string token(const std::string& rpc, absl::Time now) = 0;
};

/// Every channel that this process opens from now on calls as this. Before the first one is opened; programs do it
/// once, and tests that do not bring no token.
void log_in(const Login& login);

}  // namespace aandacht::net
