#include "client/supervisor/program.h"

#include <spdlog/spdlog.h>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <utility>

#include "absl/time/clock.h"
#include "client/app/frame_loop.h"
#include "client/app/lean_process.h"
#include "client/app/stop_signals.h"
#include "client/app/text_log.h"
#include "client/net/channel.h"
#include "client/net/login.h"
#include "client/net/own_name.h"
#include "client/platform/glfw_window.h"
#include "client/supervisor/console.h"
#include "client/supervisor/console_options.h"
#include "client/supervisor/window_memory.h"
#include "shared/base/folders.h"
#include "shared/base/log.h"

namespace aandacht::supervisor {
namespace {

constexpr platform::Size kUsualSize{1280, 800};
constexpr platform::Size kLeastSize{900, 600};

int fail(const absl::Status& status) {
  std::cerr << "aandacht-supervisor: " << status.message() << "\n";
  return 1;
}

/// As it stands now.
RememberedWindow remembered(const platform::Window& window, model::PageName page) {
  const auto design = [&](int pixels) {
    return static_cast<int>(std::lround(static_cast<float>(pixels) / window.scale()));
  };
  return {{design(window.size().width), design(window.size().height)}, page};
}

/// Every frame from now on.
absl::StatusOr<std::unique_ptr<app::TextLog>> log_text(const std::filesystem::path& file, const base::Clock& clock,
                                                       app::FrameLoop& loop) {
  absl::StatusOr<std::unique_ptr<app::TextLog>> log = app::TextLog::open(file, clock);
  if (!log.ok()) return log.status();
  loop.on_presented([log = log->get(), &loop] {
    if (const ImDrawData* frame = loop.last_frame()) log->shown(*frame);
  });
  return log;
}

int run_window(const ParsedConsole& parsed, const std::string& me, const std::string& version) {
  const std::filesystem::path memory = base::state_folder() / "console-window";
  const RememberedWindow begin = read_window(memory).value_or(RememberedWindow{kUsualSize, model::PageName::kFloor});
  platform::WindowOptions options;
  options.title = "Aandacht";
  options.class_name = "aandacht-supervisor";
  options.design_size = begin.size;
  options.least_size = kLeastSize;
  options.scale = static_cast<float>(parsed.options.scale);
  options.overlay = false;
  absl::StatusOr<std::unique_ptr<platform::GlfwWindow>> window = platform::GlfwWindow::open(options);
  if (!window.ok()) return fail(window.status());

  const base::SystemClock clock;
  base::RandomIds ids;
  ConsoleLook look(parsed.options.theme);
  app::FrameLoop::Options loop_options = look.loop_options();
  loop_options.make_painter = [&](platform::Window&, const render::Textures& textures) {
    return (*window)->make_painter(textures);
  };
  app::FrameLoop loop(**window, std::move(loop_options));
  std::unique_ptr<app::TextLog> text_log;
  if (!parsed.options.text_log.empty()) {
    auto log = log_text(parsed.options.text_log, clock, loop);
    if (!log.ok()) return fail(log.status());
    text_log = *std::move(log);
  }
  const auto set_scale = [&](double scale) { (*window)->set_scale(static_cast<float>(scale)); };
  Console console({parsed, me, version, begin.page, set_scale}, net::open_channel(parsed.options.server), look, loop,
                  clock, ids);
  app::give_back_memory();
  const app::StopSignals stop([&] { loop.quit(); });
  const absl::Status ended = loop.run();
  keep_window(memory, remembered(**window, console.shown()));
  return ended.ok() ? 0 : fail(ended);
}

}  // namespace

int run(int argc, const char* const* argv, const std::string& version) {
  app::use_one_heap();
  app::StopSignals::block();
  const ParsedConsole parsed = parse_console_options(argc, argv, version);
  if (parsed.exit_code) {
    std::cout << parsed.out;
    std::cerr << parsed.err;
    return *parsed.exit_code;
  }
  if (absl::Status status = base::start_log("aandacht-supervisor", parsed.options.log_level); !status.ok())
    return fail(status);
  for (const base::Fault& fault : parsed.faults) spdlog::warn("{}", fault.message);
  const char* user = std::getenv("USER");
  const std::string name = user != nullptr && *user != '\0' ? user : "supervisor";
  net::Login login;
  login.token_file = parsed.options.token_file;
  login.self = {name, name, security::Role::kSupervisor, {"*"}};
  login.administers = true;  // Who can read the key of this machine imports customers by it too.
  login.ca = parsed.options.ca;
  net::log_in(login);
  return run_window(parsed, net::own_name(login, parsed.options.server, absl::Now()), version);
}

}  // namespace aandacht::supervisor
