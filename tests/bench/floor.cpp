// What 500 agents with 200 changes a second cost the real console; beside it the same stream, read by a client that
// does nothing else.
#include <sys/types.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "tests/bench/report.h"
#include "tests/bench/service_log.h"
#include "tests/integration/service_client.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::bench {
namespace {

constexpr int kAgents = 500;
constexpr int kChangesPerSecond = 200;
constexpr absl::Duration kWarm = absl::Seconds(5);
constexpr absl::Duration kMeasured = absl::Seconds(30);
constexpr const char* kBin = AANDACHT_BIN_DIR;

std::string agent(int number) { return absl::StrFormat("agent-%03d", number); }
std::string call(int number) { return absl::StrFormat("call-%03d", number); }

/// CPU time of all threads of a process, seconds.
double cpu_of(pid_t pid) {
  double sum = 0;
  for (const auto& task : std::filesystem::directory_iterator(absl::StrCat("/proc/", pid, "/task"))) {
    std::ifstream file(task.path() / "schedstat");
    double nanoseconds = 0;
    if (file >> nanoseconds) sum += nanoseconds / 1e9;
  }
  return sum;
}

/// Megabytes that are resident.
double resident_of(pid_t pid) {
  std::ifstream file(absl::StrCat("/proc/", pid, "/smaps_rollup"));
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("Rss:", 0) == 0) return std::stod(line.substr(4)) / 1024;
  }
  return 0;
}

/// Puts every agent into a call, then lets customers speak, everywhere in turn.
class Center {
 public:
  explicit Center(const std::string& address) : client_(address) {
    for (int i = 0; i < kAgents; ++i) {
      if (!client_.report(absl::StrCat(call(i), "-a"), v1::CALL_EVENT_ANSWERED, call(i), agent(i)).ok())
        throw std::runtime_error("a call was not taken");
    }
  }

  ~Center() { stop(); }
  Center(const Center&) = delete;
  Center& operator=(const Center&) = delete;

  void begin() {
    going_ = true;
    speaker_ = std::thread([this] { speak(); });
  }

  void stop() {
    going_ = false;
    if (speaker_.joinable()) speaker_.join();
  }

  [[nodiscard]] int said() const { return said_; }

 private:
  void speak() {
    grpc::ClientContext context;
    const auto stream = client_.transcripts->StreamUtterances(&context);
    std::thread answers([&] {
      v1::StreamUtterancesResponse response;
      while (stream->Read(&response)) {
      }
    });
    const absl::Time began = absl::Now();
    for (int i = 0; going_; ++i) {
      const absl::Time due = began + absl::Seconds(i) / kChangesPerSecond;
      if (due > absl::Now()) absl::SleepFor(due - absl::Now());
      const bool cross = (i / kAgents + i) % 2 == 0;
      const std::string words = cross ? "dit is echt vreselijk slecht geregeld" : "heel fijn, dank u wel, geweldig";
      if (!stream->Write(test::utterance(absl::StrCat("u-", i), words, call(i % kAgents)))) break;
      ++said_;
    }
    stream->WritesDone();
    answers.join();
    static_cast<void>(stream->Finish());
  }

  test::ServiceClient client_;
  std::atomic<bool> going_ = false;
  std::atomic<int> said_ = 0;
  std::thread speaker_;
};

/// The console shows what happens, or its figures are worth nothing.
int pixels_that_change(const test::XScreen& screen) {
  const render::Canvas before = screen.picture();
  absl::SleepFor(absl::Seconds(2));
  const render::Canvas after = screen.picture();
  int count = 0;
  for (int y = 0; y < std::min(before.height(), after.height()); ++y) {
    for (int x = 0; x < std::min(before.width(), after.width()); ++x) {
      if (before.row(y)[x] != after.row(y)[x]) ++count;
    }
  }
  return count;
}

/// In per cent of one core, over the measured time.
struct Used {
  double cpu = 0;
  double resident = 0;
};

void run(int width, int height, const std::string& scale) {
  const test::TemporaryFolder folder;
  setenv("XDG_STATE_HOME", folder.file("state").c_str(), 1);
  setenv("XDG_CONFIG_HOME", folder.file("config").c_str(), 1);
  test::XScreen::Options options;
  options.width = width;
  options.height = height;
  const test::XScreen screen(options);
  const test::Child service({absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", "127.0.0.1:0", "--store",
                             absl::StrCat("sqlite:", folder.file("floor.db"))},
                            folder.file("aandachtd.log"));
  if (!test::eventually([&] { return !address_in(folder.file("aandachtd.log")).empty(); }))
    throw std::runtime_error("the service did not come: " + test::slurp(folder.file("aandachtd.log")));
  const std::string address = address_in(folder.file("aandachtd.log"));
  Center center(address);
  const std::string told = folder.file("floor.jsonl");
  const test::Child bare({absl::StrCat(AANDACHT_BENCH_DIR, "/bare_floor"), address}, told);
  const test::Child console(
      {absl::StrCat(kBin, "/aandacht-supervisor"), "--server", address, "--lang", "nl", "--scale", scale},
      folder.file("console.log"));
  if (!test::eventually([&] { return screen.window_of_class("aandacht-supervisor") != 0; }, absl::Seconds(40)))
    throw std::runtime_error("the console did not come: " + test::slurp(folder.file("console.log")));
  screen.xdotool({"windowsize", absl::StrCat(screen.window_of_class("aandacht-supervisor")), absl::StrCat(width),
                  absl::StrCat(height - 40)});
  center.begin();
  absl::SleepFor(kWarm);
  const int moving = pixels_that_change(screen);
  if (moving == 0) throw std::runtime_error("the console shows no change: " + test::slurp(folder.file("console.log")));
  const auto lines = [&] {
    const std::string text = test::slurp(told);
    return static_cast<double>(std::count(text.begin(), text.end(), '\n'));
  };
  const double bare_before = cpu_of(bare.pid());
  const double console_before = cpu_of(console.pid());
  const double service_before = cpu_of(service.pid());
  const double lines_before = lines();
  const int said_before = center.said();
  absl::SleepFor(kMeasured);
  const double seconds = absl::ToDoubleSeconds(kMeasured);
  const Used floor{(cpu_of(bare.pid()) - bare_before) / seconds * 100, resident_of(bare.pid())};
  const Used ours{(cpu_of(console.pid()) - console_before) / seconds * 100, resident_of(console.pid())};
  const double service_cpu = (cpu_of(service.pid()) - service_before) / seconds * 100;
  const double changes = (center.said() - said_before) / seconds;
  const double messages = (lines() - lines_before) / seconds;
  center.stop();
  const nlohmann::ordered_json more{{"agents", kAgents}, {"width", width}, {"height", height}, {"scale", scale}};
  const std::string of = "the same stream, read by a client that does nothing else";
  print("console with the floor, CPU", ours.cpu, "% of a core", {floor.cpu, of}, more);
  print("console with the floor, resident", ours.resident, "MB", {floor.resident, of}, more);
  print_alone("  pixels of the screen that change within two seconds", moving, "pixels");
  print_alone("  changes at desks", changes, "1/s");
  print_alone("  messages on the floor stream", messages, "1/s");
  print_alone("  service, CPU", service_cpu, "% of a core");
}

}  // namespace
}  // namespace aandacht::bench

int main(int argc, char** argv) {
  const bool large = argc > 1 && std::string(argv[1]) == "large";
  if (large) {
    aandacht::bench::run(2560, 1440, "1");
  } else {
    aandacht::bench::run(1280, 800, "1");
  }
  return 0;
}
