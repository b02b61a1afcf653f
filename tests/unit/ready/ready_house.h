// A softphone of one line of text, and watchdogs that switch it.
#pragma once

#include <signal.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/ready/lease.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::test {

class ReadyHouse {
 public:
  static constexpr const char* kProgram = AANDACHT_BIN_DIR "/aandacht-ready";

  /// A command that notes itself.
  [[nodiscard]] std::string note(const std::string& word) const {
    return absl::StrCat("echo ", word, " >>'", folder_.file("log"), "'");
  }
  /// Fails until the file "mended" is there.
  [[nodiscard]] std::string failing_ready() const {
    return absl::StrCat(note("tried"), "; test -e '", folder_.file("mended"), "' && ", note("ready"));
  }
  /// Hangs until the file "mended" is there.
  [[nodiscard]] std::string hanging_ready() const {
    return absl::StrCat(note("tried"), "; test -e '", folder_.file("mended"), "' || exec sleep 600; ", note("ready"));
  }
  void mend() const { std::ofstream(folder_.file("mended")) << "x"; }

  /// Arguments of a watchdog in the foreground.
  [[nodiscard]] std::vector<std::string> arguments(const std::string& not_ready, const std::string& ready,
                                                   const std::string& seconds) const {
    return {kProgram,   "--stay",  "--not-ready", not_ready, "--ready",
            ready,      "--for",   seconds,       "--agent", "sanne",
            "--folder", leases(),  "--margin",    "0.1",     "--limit",
            "0.5",      "--retry", "0.05",        "--until", "2026-11-20T10:00:30Z"};
  }
  [[nodiscard]] Child watchdog(const std::string& seconds) const {
    return Child(arguments(note("not-ready"), note("ready"), seconds), folder_.file("stderr"));
  }
  int recover() const {
    return Child({kProgram, "--stay", "--recover", "--once", "--folder", leases(), "--limit", "30"},
                 folder_.file("stderr"))
        .wait();
  }

  /// What was run so far: "not-ready ready ".
  [[nodiscard]] std::string log() const {
    std::ifstream file(folder_.file("log"));
    std::string words;
    for (std::string word; file >> word;) absl::StrAppend(&words, word, " ");
    return words;
  }
  [[nodiscard]] bool becomes(const std::string& words, absl::Duration limit = absl::Seconds(10)) const {
    const bool came = eventually([&] { return log() == words; }, limit);
    UNSCOPED_INFO("run so far: " << log());
    return came;
  }
  [[nodiscard]] std::string leases() const { return folder_.file("leases"); }
  [[nodiscard]] bool nothing_owed() const {
    return eventually([&] { return ready::lease_files(leases()).empty(); });
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }

 private:
  TemporaryFolder folder_;
};

}  // namespace aandacht::test
