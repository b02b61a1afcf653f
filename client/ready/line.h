// Words between overlay and watchdog, and what else ends a wait. For the .cpp files of this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace aandacht::ready {

/// The machine's steady time, which goes on while it sleeps.
[[nodiscard]] absl::Duration steady_now();

/// Cuts what comes from a descriptor into lines. Not its owner.
class LineReader {
 public:
  explicit LineReader(int descriptor) : descriptor_(descriptor) {}

  /// The lines that are there now; nullopt: the other side is gone. Does not wait when the descriptor is readable.
  [[nodiscard]] std::optional<std::vector<std::string>> read();

 private:
  int descriptor_;
  std::string rest_;
};

/// Writes a word and the line's end; what the other side does not take is lost.
void tell(int descriptor, const std::string& word);

/// Ends a wait: a signal that asks to stop, the line, or the time.
class Waiter {
 public:
  /// `line`: -1 for none. Blocks SIGTERM, SIGINT and SIGHUP in this thread and ignores SIGPIPE.
  explicit Waiter(int line);
  ~Waiter();
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

  struct Woken {
    bool asked_to_stop = false;
    bool line = false;
  };

  /// At most `limit`, which goes on while the machine sleeps.
  [[nodiscard]] Woken wait(absl::Duration limit);

  void leave_line() { line_ = -1; }

 private:
  int line_;
  int signals_;
  int timer_;
};

}  // namespace aandacht::ready
