// From a prompt that was accepted to its pixels in the X server, with the real service and the real overlay; beside it
// what a bare gRPC stream and a bare window take for the same.
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <stdexcept>
#include <thread>

#include "aandacht/v1/prompts.grpc.pb.h"
#include "absl/strings/str_cat.h"
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

// Last: its macros are names of gRPC's.
#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace aandacht::bench {
namespace {

constexpr int kPushes = 300;
constexpr int kWarm = 20;
constexpr const char* kBin = AANDACHT_BIN_DIR;

struct Spread {
  double p50 = 0;
  double p99 = 0;
  std::size_t count = 0;
};

Spread spread(std::vector<double> took) {
  if (took.empty()) return {};
  std::sort(took.begin(), took.end());
  return {took[took.size() / 2], took[took.size() * 99 / 100], took.size()};
}

double milliseconds(absl::Duration took) { return absl::ToDoubleMilliseconds(took); }

std::string words_of(int number) { return absl::StrCat("Bericht nummer ", number, " is er"); }

/// Pushes to one agent, one after another, and takes each back.
class Pusher {
 public:
  explicit Pusher(const std::string& address)
      : client_(address), prompts_(v1::PromptService::NewStub(client_.channel)) {}

  /// When the service said that it has it.
  absl::Time push(const std::string& agent, int number) {
    v1::PushPromptRequest request;
    request.set_prompt_id(absl::StrCat(agent, "-", number));
    request.add_agent_ids(agent);
    request.set_supervisor("Kim");
    request.set_text(words_of(number));
    request.set_reason("het is druk");
    v1::PushPromptResponse response;
    const auto status = client_.floor->PushPrompt(test::soon().get(), request, &response);
    const absl::Time now = absl::Now();
    if (!status.ok()) throw std::runtime_error("not pushed: " + status.error_message());
    return now;
  }

  void recall(const std::string& agent, int number) {
    v1::RecallPromptRequest request;
    request.set_prompt_id(absl::StrCat(agent, "-", number));
    v1::RecallPromptResponse response;
    if (!prompts_->RecallPrompt(test::soon().get(), request, &response).ok())
      throw std::runtime_error("not taken back");
  }

  test::ServiceClient& client() { return client_; }

 private:
  test::ServiceClient client_;
  std::unique_ptr<v1::PromptService::Stub> prompts_;
};

void rest(std::mt19937& random, int least) { absl::SleepFor(absl::Milliseconds(least + random() % 30)); }

/// The bare stream: one WatchDesk, read and thrown away.
Spread bare_stream(Pusher& pusher) {
  std::mutex mutex;
  std::map<std::string, absl::Time> came;
  grpc::ClientContext context;
  v1::WatchDeskRequest request;
  request.set_agent_id("floor");
  const auto stream = pusher.client().desks->WatchDesk(&context, request);
  std::thread reader([&] {
    v1::WatchDeskResponse response;
    while (stream->Read(&response)) {
      const absl::Time now = absl::Now();
      const std::lock_guard lock(mutex);
      came.emplace(response.update().cause_id(), now);
    }
  });
  std::mt19937 random(7);
  std::vector<double> took;
  for (int i = 0; i < kPushes; ++i) {
    rest(random, 40);
    const absl::Time accepted = pusher.push("floor", i);
    const std::string cause = absl::StrCat("floor-", i, "\x1f", "floor");
    const auto there = [&] {
      const std::lock_guard lock(mutex);
      return came.count(cause) > 0;
    };
    if (!test::eventually(there, absl::Seconds(2))) throw std::runtime_error("the stream told nothing");
    took.push_back(std::max(0.0, milliseconds(came[cause] - accepted)));
    pusher.recall("floor", i);
  }
  context.TryCancel();
  reader.join();
  return spread(took);
}

/// The bare window: waits, is woken by another thread, hands a picture of an overlay's size to the X server, and waits
/// until it was taken.
Spread bare_window() {
  constexpr int kWidth = 380;
  constexpr int kHeight = 720;
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) throw std::runtime_error("no display");
  const Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, kWidth, kHeight, 0, 0, 0);
  XMapWindow(display, window);
  XSync(display, 0);
  const GC gc = XCreateGC(display, window, 0, nullptr);
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(kWidth) * kHeight);
  XImage* image = XCreateImage(display, DefaultVisual(display, DefaultScreen(display)), 24, ZPixmap, 0,
                               reinterpret_cast<char*>(pixels.data()), kWidth, kHeight, 32, 0);
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  std::atomic<std::int64_t> sent = 0;
  std::thread sender([&] {
    std::mt19937 random(7);
    for (int i = 0; i < kPushes; ++i) {
      rest(random, 30);
      sent = absl::ToUnixNanos(absl::Now());
      const char byte = 1;
      if (write(ends[1], &byte, 1) != 1) return;
    }
  });
  std::vector<double> took;
  for (int i = 0; i < kPushes; ++i) {
    pollfd waits{ends[0], POLLIN, 0};
    if (poll(&waits, 1, 5000) != 1) throw std::runtime_error("nobody woke the window");
    char byte = 0;
    if (read(ends[0], &byte, 1) != 1) break;
    std::fill(pixels.begin(), pixels.end(), 0x00FFFFFFU - static_cast<std::uint32_t>(i));
    XPutImage(display, window, gc, image, 0, 0, 0, 0, kWidth, kHeight);
    XSync(display, 0);
    took.push_back(milliseconds(absl::Now() - absl::FromUnixNanos(sent)));
  }
  sender.join();
  image->data = nullptr;
  XDestroyImage(image);
  XDestroyWindow(display, window);
  XCloseDisplay(display);
  close(ends[0]);
  close(ends[1]);
  return spread(took);
}

/// When each push was first on a frame that the X server has.
std::map<int, absl::Time> drawn_in(const std::string& frame_log) {
  std::ifstream file(frame_log);
  std::map<int, absl::Time> drawn;
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json frame = nlohmann::json::parse(line, nullptr, false);
    if (frame.is_discarded()) continue;
    absl::Time at;
    std::string error;
    if (!absl::ParseTime(absl::RFC3339_full, std::string(frame["at"]), &at, &error)) continue;
    std::string text;
    for (const nlohmann::json& words : frame["text"]) absl::StrAppend(&text, std::string(words), " ");
    const std::string mark = "Bericht nummer ";
    const std::size_t found = text.find(mark);
    if (found != std::string::npos) drawn.emplace(std::stoi(text.substr(found + mark.size())), at);
  }
  return drawn;
}

struct Pushed {
  Spread accepted_to_drawn;
  int lost = 0;
};

Pushed overlay(Pusher& pusher, const std::string& address, const test::TemporaryFolder& folder,
               const test::XScreen& screen) {
  const std::string frames = folder.file("frames.jsonl");
  const test::Child overlay({absl::StrCat(kBin, "/aandacht"), "--server", address, "--agent", "sanne", "--lang", "nl",
                             "--scale", "1", "--frame-log", frames},
                            folder.file("aandacht.log"));
  if (!test::eventually([&] { return screen.window_of_class("aandacht") != 0 && !test::slurp(frames).empty(); }))
    throw std::runtime_error("the overlay did not come: " + test::slurp(folder.file("aandacht.log")));
  absl::SleepFor(absl::Seconds(1));
  std::mt19937 random(7);
  std::map<int, absl::Time> accepted;
  for (int i = 0; i < kWarm + kPushes; ++i) {
    rest(random, 60);
    accepted[i] = pusher.push("sanne", i);
    // The card has faded in when it is taken back.
    absl::SleepFor(absl::Milliseconds(200));
    pusher.recall("sanne", i);
  }
  absl::SleepFor(absl::Milliseconds(300));
  const std::map<int, absl::Time> drawn = drawn_in(frames);
  Pushed pushed;
  std::vector<double> took;
  for (const auto& [number, at] : accepted) {
    if (number < kWarm) continue;
    const auto found = drawn.find(number);
    if (found == drawn.end()) ++pushed.lost;
    if (found != drawn.end()) took.push_back(std::max(0.0, milliseconds(found->second - at)));
  }
  pushed.accepted_to_drawn = spread(took);
  return pushed;
}

void run() {
  const test::TemporaryFolder folder;
  setenv("XDG_STATE_HOME", folder.file("state").c_str(), 1);
  setenv("XDG_CONFIG_HOME", folder.file("config").c_str(), 1);
  const test::XScreen screen;
  std::ofstream(folder.file("aandachtd.toml"))
      << "[prompts]\nper_hour = 1000\n[teams]\nbench = [\"sanne\", \"floor\"]\n";
  const test::Child service(
      {absl::StrCat(kBin, "/aandachtd"), "--config", folder.file("aandachtd.toml"), "--tokens", "off", "--listen",
       "127.0.0.1:0", "--store", absl::StrCat("sqlite:", folder.file("push.db"))},
      folder.file("aandachtd.log"));
  if (!test::eventually([&] { return !address_in(folder.file("aandachtd.log")).empty(); }))
    throw std::runtime_error("the service did not come: " + test::slurp(folder.file("aandachtd.log")));
  const std::string address = address_in(folder.file("aandachtd.log"));
  Pusher pusher(address);
  const Spread stream = bare_stream(pusher);
  const Spread window = bare_window();
  const Pushed pushed = overlay(pusher, address, folder, screen);
  const std::string floor = "bare gRPC desk stream and bare window, added";
  const nlohmann::ordered_json more{{"pushes", pushed.accepted_to_drawn.count}, {"lost", pushed.lost}};
  print("push accepted to drawn, p50", pushed.accepted_to_drawn.p50, "ms", {stream.p50 + window.p50, floor}, more);
  print("push accepted to drawn, p99", pushed.accepted_to_drawn.p99, "ms", {stream.p99 + window.p99, floor}, more);
  print_alone("  of the floor: bare gRPC desk stream, p50", stream.p50, "ms", {{"p99", stream.p99}});
  print_alone("  of the floor: bare window, p50", window.p50, "ms", {{"p99", window.p99}});
}

}  // namespace
}  // namespace aandacht::bench

int main() {
  aandacht::bench::run();
  return 0;
}
