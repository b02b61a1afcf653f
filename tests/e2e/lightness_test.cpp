// What the overlay may cost while it waits and while a call is on screen; ./dev bench overlay measures it exactly.
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBin = AANDACHT_BIN_DIR;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kAsShipped = false;
#else
constexpr bool kAsShipped = true;
#endif

/// A program that runs, by what the kernel tells of it.
class Process {
 public:
  explicit Process(pid_t pid) : folder_(absl::StrCat("/proc/", pid)) {}

  /// Any kind that smaps_rollup names, such as "Rss".
  [[nodiscard]] double megabytes(const std::string& kind) const {
    std::ifstream file(folder_ / "smaps_rollup");
    for (std::string line; std::getline(file, line);) {
      if (line.rfind(kind + ":", 0) == 0) return std::stod(line.substr(kind.size() + 1)) / 1024;
    }
    return 0;
  }

  [[nodiscard]] bool maps(const std::string& library) const {
    return slurp(folder_ / "maps").find(library) != std::string::npos;
  }

  /// How often a thread had slept and ran again.
  [[nodiscard]] double wakeups() const {
    double sum = 0;
    for (const auto& task : fs::directory_iterator(folder_ / "task")) {
      const std::string status = slurp(task.path() / "status");
      const std::string mark = "\nvoluntary_ctxt_switches:";
      sum += std::stod(status.substr(status.find(mark) + mark.size()));
    }
    return sum;
  }

  [[nodiscard]] double cpu_seconds() const {
    double sum = 0;
    for (const auto& task : fs::directory_iterator(folder_ / "task"))
      sum += std::stod(slurp(task.path() / "schedstat"));
    return sum / 1e9;
  }

 private:
  fs::path folder_;
};

struct Idling {
  double wakeups_a_second = 0;
  double cpu_seconds_a_minute = 0;
};

Idling watch(const Process& process, absl::Duration time) {
  const double wakeups = process.wakeups();
  const double cpu = process.cpu_seconds();
  absl::SleepFor(time);  // What is measured is that nothing happens.
  return {(process.wakeups() - wakeups) / absl::ToDoubleSeconds(time),
          (process.cpu_seconds() - cpu) / absl::ToDoubleSeconds(time) * 60};
}

/// Service and overlay, without a softphone.
class Desk {
 public:
  Desk() {
    for (const char* kind : {"STATE", "DATA", "CONFIG"}) {
      setenv(absl::StrCat("XDG_", kind, "_HOME").c_str(), folder_.file(kind).c_str(), 1);
    }
    service_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", "127.0.0.1:0",
                                 "--store", absl::StrCat("sqlite:", folder_.file("light.db"))},
        folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return !server().empty(); }));
    overlay_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", server(), "--agent", "sanne",
                                              "--lang", "nl", "--scale", "1", "--frame-log", frames()},
                     folder_.file("aandacht.log"));
    REQUIRE(shows("\"verbonden\""));
  }

  std::string server() {
    const std::string log = slurp(folder_.file("aandachtd.log"));
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return "";
    return log.substr(at + mark.size(), end - at - mark.size());
  }

  bool shows(const std::string& text) {
    return eventually([&] { return slurp(frames()).find(text) != std::string::npos; }, absl::Seconds(20));
  }

  int ctl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", server()});
    return Child(std::move(arguments), folder_.file("ctl.log")).wait();
  }

  [[nodiscard]] Process overlay() const { return Process(overlay_->pid()); }

 private:
  std::string frames() { return folder_.file("frames.jsonl"); }

  TemporaryFolder folder_;
  XScreen screen_;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
};

}  // namespace

TEST_CASE("the overlay is light: between calls it sleeps, in a call it stays small, and OpenGL stays out", "[light]") {
  if (!kAsShipped) {
    WARN("SKIPPED: sanitizers have their own memory and threads");
    return;
  }
  Desk desk;
  const Process overlay = desk.overlay();
  Idling idling;
  // Other programs' load cannot add to these counts, but what follows the start can: until it has settled.
  const auto sleeps = [&] {
    idling = watch(overlay, absl::Seconds(3));
    return idling.wakeups_a_second <= 8 && idling.cpu_seconds_a_minute <= 0.06;  // CPU: twice, for cold caches.
  };
  const bool light = eventually(sleeps, absl::Seconds(20));
  INFO(idling.wakeups_a_second << " wake-ups a second, " << idling.cpu_seconds_a_minute << " s CPU a minute");
  CHECK(light);

  REQUIRE(desk.ctl({"call", "answered", "--id", "light", "--from", "+31600110241", "--agent", "sanne"}) == 0);
  REQUIRE(desk.shows("\"screen\":\"in_call\""));
  CHECK(overlay.megabytes("Rss") <= 34);
  // Not "Pss", which says who else runs: from 16 MB among programs with the same libraries to 25 MB without.
  const double own = overlay.megabytes("Anonymous");
  CHECK(own > 1);
  CHECK(own <= 10);
  for (const char* library : {"libGL", "libEGL", "libLLVM"}) CHECK_FALSE(overlay.maps(library));
}

}  // namespace aandacht::test
