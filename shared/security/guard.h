// Who may pass: every rpc's token and role, in one place.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "shared/base/clock.h"
#include "shared/security/identity.h"
#include "shared/security/key_set.h"
#include "shared/security/refusal_log.h"
#include "shared/security/token.h"
#include "shared/security/watched_file.h"

namespace aandacht::security {

struct GuardOptions {
  std::filesystem::path jwks;  ///< The keys; read again when the file changes.
  /// Ids of revoked tokens; likewise. It need not exist; while it cannot be read the last that was read holds, and the
  /// log says so.
  std::filesystem::path revoked;
  TokenRules rules;
  /// Integrators must come with a client certificate, which the connection has checked.
  bool integrators_need_certificate = false;
};

/// Safe to use from any thread.
class Guard {
 public:
  /// `clock` must outlive it. INVALID_ARGUMENT or NOT_FOUND: the keys cannot be read. UNAVAILABLE: the list of revoked
  /// tokens is there and cannot be read. The message names the file.
  [[nodiscard]] static absl::StatusOr<std::unique_ptr<Guard>> open(GuardOptions options, const base::Clock& clock);

  /// Who this is, when they may call the rpc.
  ///
  /// \param rpc            "aandacht.v1.DeskService/WatchDesk"; of others only reflection is for whoever has a token.
  /// \param authorization  the value of the header: "Bearer TOKEN".
  /// \param certificate    SHA-256 of the client certificate of the connection, or "".
  /// UNAUTHENTICATED: the token is not taken. PERMISSION_DENIED: it is, and its role is not for this. The sentences
  /// hold nothing of the token. Each refusal is a line in the log, with the id and the `jti` of a token that is good.
  [[nodiscard]] absl::StatusOr<std::shared_ptr<const Identity>> admit(std::string_view rpc,
                                                                      std::string_view authorization,
                                                                      std::string_view certificate);

  /// Whether somebody who was let in may still be: not expired, not revoked, and signed with a key that is still taken.
  /// UNAUTHENTICATED: no longer.
  [[nodiscard]] absl::Status check_still(const Identity& identity);

 private:
  Guard(GuardOptions options, const base::Clock& clock)
      : options_(std::move(options)), clock_(clock), jwks_(options_.jwks), revoked_file_(options_.revoked) {}

  absl::Status read_keys(const std::string& text);
  void read_again();
  void read_revoked();
  absl::StatusOr<std::shared_ptr<const Identity>> identify(std::string_view token);
  absl::Status check_now(const Identity& identity) const;
  absl::Status check(const Identity& identity, std::string_view rpc, std::string_view certificate);
  absl::Status refuse(const Identity* identity, std::string_view rpc, const absl::Status& why);

  const GuardOptions options_;
  const base::Clock& clock_;
  std::mutex mutex_;  // Guards what follows.
  WatchedFile jwks_;
  WatchedFile revoked_file_;
  std::shared_ptr<const KeySet> keys_;
  std::set<std::string> revoked_;
  std::unordered_map<std::string, std::shared_ptr<const Identity>> known_;  // By the token's SHA-256.
  absl::Duration complain_of_keys_ = -absl::InfiniteDuration();  // When to say again that they cannot be read.
  absl::Duration complain_ = -absl::InfiniteDuration();          // When to say again that the list cannot be read.
  RefusalLog log_;
};

}  // namespace aandacht::security
