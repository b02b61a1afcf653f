// A running baresip that sipp can ring; for end-to-end tests.
#pragma once

#include <map>
#include <string>
#include <thread>

#include "tests/support/temporary_folder.h"

namespace aandacht::test {

/// False, with a warning that cannot be overlooked, where baresip or sipp is not installed.
bool softphone_is_installed();

/// Starts on construction (throws std::runtime_error with what baresip said), ends with the test.
class RealSoftphone {
 public:
  RealSoftphone();
  ~RealSoftphone();
  RealSoftphone(const RealSoftphone&) = delete;
  RealSoftphone& operator=(const RealSoftphone&) = delete;

  /// "127.0.0.1:PORT" of the control connection.
  [[nodiscard]] std::string control_address() { return facts_["ctrl"]; }
  [[nodiscard]] int pid() { return std::stoi(facts_["pid"]); }

  /// Rings it; arguments as for tests/support/softphone.sh call. One call at a time.
  void call(const std::string& arguments);

  /// The same, and waits for the caller: 0 answered and ended, 3 nobody answered, 4 refused, 1 otherwise.
  int call_and_wait(const std::string& arguments);

  /// What baresip and the caller have written so far, for the message of a test that fails.
  [[nodiscard]] std::string log();

  /// What the agent would click: accept, hold, resume, hangup.
  void tell(const std::string& command);

 private:
  TemporaryFolder folder_;
  std::map<std::string, std::string> facts_;
  std::thread caller_;
  int caller_status_ = 0;  // The caller's own until it is joined.
};

}  // namespace aandacht::test
