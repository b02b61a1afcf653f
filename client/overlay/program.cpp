#include "client/overlay/program.h"

#include <spdlog/spdlog.h>

#include <cstdlib>
#include <iostream>

#include "client/app/lean_process.h"
#include "client/app/stop_signals.h"
#include "client/net/login.h"
#include "client/overlay/desktop.h"
#include "client/platform/glfw_window.h"
#include "shared/base/folders.h"
#include "shared/base/log.h"

namespace aandacht::overlay {
namespace {

int fail(const absl::Status& status) {
  std::cerr << "aandacht: " << status.message() << "\n";
  return 1;
}

int run_window(const Parsed& parsed, const std::string& version) {
  const Options& options = parsed.options;
  platform::WindowOptions window_options;
  window_options.design_size.width = options.width;
  window_options.design_size.height = options.form == "pill" ? kPillHeight : kColumnHeight;
  window_options.scale = static_cast<float>(options.scale);
  window_options.renderer = options.renderer == "opengl" ? platform::Renderer::kOpenGl : platform::Renderer::kSoftware;
  if (const absl::StatusOr<platform::Dock> dock = platform::parse_dock(options.dock); dock.ok()) {
    window_options.dock = *dock;
  }
  // For measuring what travels to a screen on another machine.
  window_options.shared_memory = std::getenv("AANDACHT_NO_SHARED_MEMORY") == nullptr;
  window_options.place_file = base::state_folder() / "window-places";
  absl::StatusOr<std::unique_ptr<platform::GlfwWindow>> window = platform::GlfwWindow::open(window_options);
  if (!window.ok()) return fail(window.status());

  base::SystemClock clock;
  base::RandomIds ids;
  Desktop desktop(**window, parsed, version, clock, ids, [&](platform::Window&, const render::Textures& textures) {
    return (*window)->make_painter(textures);
  });
  if (absl::Status status = desktop.start(); !status.ok()) return fail(status);
  app::give_back_memory();
  const app::StopSignals stop([&] { desktop.loop().quit(); });
  if (absl::Status status = desktop.run(); !status.ok()) return fail(status);
  return 0;
}

}  // namespace

int run(int argc, const char* const* argv, const std::string& version) {
  app::use_one_heap();
  app::StopSignals::block();  // Before any thread is made: all of them inherit it.
  const Parsed parsed = parse_options(argc, argv, version);
  if (parsed.answer) {
    std::cout << parsed.answer->out;
    std::cerr << parsed.answer->err;
    return parsed.answer->exit_code;
  }
  if (absl::Status status = base::start_log("aandacht", parsed.options.log_level); !status.ok()) return fail(status);
  for (const base::Fault& fault : parsed.source.faults) spdlog::warn("{}", fault.message);
  net::log_in({parsed.options.token_file, {"", "", security::Role::kAgent, {}}, parsed.options.ca, {}, {}});
  return run_window(parsed, version);
}

}  // namespace aandacht::overlay
