// A program that a test started and ends again.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace aandacht::test {

/// Started on construction, found by PATH; standard input and output are /dev/null. Ended by its own process id on
/// destruction: SIGTERM, then SIGKILL after a second.
class Child {
 public:
  /// Throws std::runtime_error when it cannot be started. `log`: a file for what it prints, "" for none.
  explicit Child(std::vector<std::string> arguments, const std::string& log = "");
  ~Child();
  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  /// True until it has ended.
  [[nodiscard]] bool running();
  /// Waits for its end and gives its exit code; 128 + signal when it was killed.
  int wait();

 private:
  pid_t pid_ = -1;
  int status_ = 0;
};

}  // namespace aandacht::test
