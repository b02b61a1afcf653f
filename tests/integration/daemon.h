// The real program aandachtd, started by a test.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace aandacht::test {

/// A running aandachtd on a free port. Killed by its own process id when destroyed.
class Daemon {
 public:
  /// Starts it on the store file and waits until it listens. Throws std::runtime_error when it does not come up; the
  /// message is what it printed.
  explicit Daemon(const std::string& store_file, const std::vector<std::string>& more = {});
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  [[nodiscard]] const std::string& address() const { return address_; }

  void signal(int number) const;
  /// kill -9, and waits until it is gone.
  void kill_now();
  /// Waits for its end and gives its exit code; 128 + signal when it was killed.
  int wait();

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  std::string address_;
};

/// Runs it to its end; what it printed on both streams, and its exit code.
struct Ran {
  int exit_code = -1;
  std::string output;
};
[[nodiscard]] Ran run_daemon(const std::vector<std::string>& arguments);

}  // namespace aandacht::test
