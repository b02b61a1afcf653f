// On disk: somebody was set to not-ready and is to be set to ready again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "client/ready/command.h"

namespace aandacht::ready {

/// What is owed.
struct Owed {
  Told told;
  std::string ready;  ///< The command.

  bool operator==(const Owed& other) const {
    return told.agent == other.told.agent && told.until == other.told.until && ready == other.ready;
  }
};

/// $XDG_STATE_HOME/aandacht/not-ready
[[nodiscard]] std::filesystem::path lease_folder();

/// 1 to 64 letters, digits, '.', '-', '_' or '@': safe as a part of a file's name.
[[nodiscard]] bool is_agent_name(const std::string& name);

/// The lease of an agent and a ready command: at most one at a time, in the file AGENT.HASH.lease. Who holds it keeps
/// the file locked, so that everybody else sees whether the holder is alive. A newer holder takes it over; the older
/// one sees that it does not hold it any more and leaves the ready command to the newer.
///
/// Given up when destroyed, also by SIGKILL; the file stays until settle(). Not to be used from more than one thread.
class Lease {
 public:
  /// Writes a new lease to the disk and holds it, whoever held one before. The folder is made, for this user only.
  ///
  /// INVALID_ARGUMENT: no name of an agent, or no command. UNAVAILABLE: the disk does not take it.
  [[nodiscard]] static absl::StatusOr<Lease> take(const std::filesystem::path& folder, Owed owed);

  /// Holds a lease whose holder is gone.
  ///
  /// NOT_FOUND: there is none. ABORTED: its holder is alive. PERMISSION_DENIED: another user could have written it.
  /// DATA_LOSS: it cannot be read.
  [[nodiscard]] static absl::StatusOr<Lease> adopt(const std::filesystem::path& file);

  Lease(Lease&& other) noexcept;
  Lease& operator=(Lease&&) = delete;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease();

  [[nodiscard]] const Owed& owed() const { return owed_; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// False once a newer holder took it over.
  [[nodiscard]] bool held() const;

  /// It was done: the file goes.
  void settle();

 private:
  Lease(std::filesystem::path file, int descriptor, Owed owed);

  std::filesystem::path file_;
  int descriptor_;
  Owed owed_;
};

/// What a lease says, also one that somebody holds. NOT_FOUND, PERMISSION_DENIED and DATA_LOSS as adopt().
[[nodiscard]] absl::StatusOr<Owed> read_lease(const std::filesystem::path& file);

/// Where the lease of an agent and a ready command lies.
[[nodiscard]] std::filesystem::path lease_file(const std::filesystem::path& folder, const Owed& owed);

/// The lease files of a folder; none when there is no folder.
[[nodiscard]] std::vector<std::filesystem::path> lease_files(const std::filesystem::path& folder);

/// The process that holds a lease; 0: nobody does. Never this process.
[[nodiscard]] int living_holder(const std::filesystem::path& file);

/// While it lives no other watchdog of this agent runs a command, so that "ready" never overtakes "not ready".
class CommandTurn {
 public:
  /// Waits at most `limit` for whoever has it, then goes on without: a hanging program must not keep an agent away.
  CommandTurn(const std::filesystem::path& folder, const std::string& agent, absl::Duration limit);
  ~CommandTurn();
  CommandTurn(const CommandTurn&) = delete;
  CommandTurn& operator=(const CommandTurn&) = delete;

 private:
  int descriptor_;
};

}  // namespace aandacht::ready
