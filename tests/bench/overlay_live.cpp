// What the window costs on a real X server (Xvfb and openbox of its own): memory, idling, and the time from a message
// on another thread to its pixels on the screen. Without the service: what gRPC adds is measured elsewhere.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <thread>

#include "client/app/frame_loop.h"
#include "client/app/lean_process.h"
#include "client/platform/glfw_window.h"
#include "tests/bench/sample_panel.h"
#include "tests/support/x_screen.h"

namespace aandacht::bench {
namespace {

constexpr int kMessages = 200;
constexpr int kIdleSeconds = 10;

/// A line "name: value kB" of a file of /proc, in MB.
double megabytes(const char* file, const std::string& name) {
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(name, 0) == 0) return std::stod(line.substr(name.size())) / 1024;
  }
  return 0;
}

struct Use {
  double cpu_ms = 0;
  std::int64_t wakeups = 0;  // every time some thread had slept and ran again
};

Use use_so_far() {
  rusage all = {};
  getrusage(RUSAGE_SELF, &all);
  const auto ms = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
  };
  return {ms(all.ru_utime) + ms(all.ru_stime), all.ru_nvcsw};
}

void print(nlohmann::ordered_json object) {
  std::puts(object.dump().c_str());
  std::fflush(stdout);
}

class Live {
 public:
  explicit Live(platform::Renderer renderer) {
    platform::WindowOptions options;
    options.renderer = renderer;
    auto opened = platform::GlfwWindow::open(options);
    if (!opened.ok()) throw std::runtime_error(std::string(opened.status().message()));
    window_ = *std::move(opened);
    app::FrameLoop::Options loop_options;
    loop_options.add_fonts = add_sample_font;
    loop_options.make_painter = [this](platform::Window&, const render::Textures& textures) {
      return window_->make_painter(textures);
    };
    loop_ = std::make_unique<app::FrameLoop>(*window_, std::move(loop_options));
    loop_->draw_with([this] { draw(panel_); });
    pump(absl::Seconds(1));
  }

  void report_memory() {
    print({{"bench", "window_memory"},
           {"renderer", loop_->painter().name()},
           {"unit", "MB"},
           {"resident", megabytes("/proc/self/smaps_rollup", "Rss:")},
           {"proportional", megabytes("/proc/self/smaps_rollup", "Pss:")}});
  }

  void report_idle() {
    const Use before = use_so_far();
    std::thread alarm([this] {
      std::this_thread::sleep_for(std::chrono::seconds(kIdleSeconds));
      loop_->quit();
    });
    (void)loop_->run();
    alarm.join();
    const Use after = use_so_far();
    // The alarm itself is up to three of the wake-ups.
    print({{"bench", "window_idle"},
           {"renderer", loop_->painter().name()},
           {"seconds", kIdleSeconds},
           {"cpu_ms", after.cpu_ms - before.cpu_ms},
           {"wakeups", after.wakeups - before.wakeups}});
  }

  void report_latency() {
    std::vector<double> took;
    std::vector<std::chrono::steady_clock::time_point> waiting;
    loop_->on_presented([&] {
      if (waiting.empty()) return;
      (void)window_->canvas();  // waits until the server has read the pixels
      const auto now = std::chrono::steady_clock::now();
      for (const auto& sent : waiting) took.push_back(std::chrono::duration<double, std::milli>(now - sent).count());
      waiting.clear();
    });
    const Use before = use_so_far();
    std::thread sender([&] {
      std::mt19937 random(11);
      for (int i = 0; i < kMessages; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(30 + random() % 60));
        const auto sent = std::chrono::steady_clock::now();
        loop_->inbox().post([this, &waiting, sent, i] {
          panel_.lines.erase(panel_.lines.begin());
          panel_.lines.push_back("klant: regel " + std::to_string(i) + " en daar wacht ik nu al drie weken op");
          waiting.push_back(sent);
        });
      }
    });
    while (took.size() < kMessages) (void)loop_->turn(absl::Milliseconds(200));
    sender.join();
    const Use after = use_so_far();
    loop_->on_presented({});
    std::sort(took.begin(), took.end());
    print({{"bench", "window_message_to_screen"},
           {"renderer", loop_->painter().name()},
           {"unit", "ms"},
           {"p50", took[took.size() / 2]},
           {"p99", took[took.size() * 99 / 100]},
           {"cpu_ms_per_message", (after.cpu_ms - before.cpu_ms) / kMessages},
           {"messages", kMessages}});
  }

 private:
  void pump(absl::Duration time) {
    const absl::Duration end = window_->now() + time;
    while (window_->now() < end || !window_->shown()) (void)loop_->turn(absl::Milliseconds(50));
  }

  SamplePanel panel_ = sample_panel();
  std::unique_ptr<platform::GlfwWindow> window_;
  std::unique_ptr<app::FrameLoop> loop_;
};

}  // namespace
}  // namespace aandacht::bench

/// bench_overlay_live [opengl]
int main(int count, char** arguments) {
  aandacht::app::use_one_heap();
  const bool opengl = count == 2 && std::string(arguments[1]) == "opengl";
  aandacht::test::XScreen screen;
  const double start = aandacht::bench::use_so_far().cpu_ms;
  aandacht::bench::Live live(opengl ? aandacht::platform::Renderer::kOpenGl : aandacht::platform::Renderer::kSoftware);
  aandacht::bench::print({{"bench", "window_start"}, {"cpu_ms", aandacht::bench::use_so_far().cpu_ms - start}});
  live.report_memory();
  live.report_latency();
  live.report_memory();
  live.report_idle();
  return 0;
}
