#include "client/supervisor/program.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>

#include "absl/strings/str_cat.h"
#include "client/app/frame_loop.h"
#include "client/app/lean_process.h"
#include "client/app/stop_signals.h"
#include "client/net/channel.h"
#include "client/platform/glfw_window.h"
#include "client/supervisor/shell.h"
#include "shared/base/log.h"

namespace aandacht::supervisor {
namespace {

struct Options {
  std::string server = "127.0.0.1:7443";
  std::string language = "nl";
  std::string theme = "light";
  double scale = 0;
  std::string page = "floor";
  std::string log_level = "warn";
};

ui::Palette palette_of(const std::string& theme) {
  if (theme == "dark") return ui::Palette::kDark;
  return theme == "contrast" ? ui::Palette::kHighContrast : ui::Palette::kLight;
}

int fail(const absl::Status& status) {
  std::cerr << "aandacht-supervisor: " << status.message() << "\n";
  return 1;
}

// Returns the exit code when there is nothing to run.
std::optional<int> parse(int argc, const char* const* argv, const std::string& version, Options& options) {
  CLI::App app("The floor of a contact center: who is in a call, since when, and how the customer feels.",
               "aandacht-supervisor");
  app.set_version_flag("--version", absl::StrCat("aandacht-supervisor ", version));
  app.add_option("--server", options.server, "where aandachtd listens")
      ->envname("AANDACHT_SERVER")
      ->capture_default_str();
  app.add_option("--lang", options.language, "language of the window")
      ->check(CLI::IsMember({"nl", "en"}))
      ->capture_default_str();
  app.add_option("--theme", options.theme, "colours")
      ->check(CLI::IsMember({"light", "dark", "contrast"}))
      ->capture_default_str();
  app.add_option("--scale", options.scale, "size of everything; 0: as the desktop says")
      ->check(CLI::Range(0.0, 4.0))
      ->capture_default_str();
  app.add_option("--page", options.page, "page to open with")
      ->check(CLI::IsMember({"floor", "push", "alerts", "library", "signs", "reports", "settings"}))
      ->capture_default_str();
  app.add_option("--log-level", options.log_level, "what is logged, on standard error")->capture_default_str();
  app.footer("Example:\n  aandacht-supervisor --server 127.0.0.1:7443 --lang en");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return std::nullopt;
}

app::FrameLoop::Options loop_options(const Options& options, platform::GlfwWindow& window,
                                     std::optional<ui::Look>& look) {
  app::FrameLoop::Options loop;
  const ui::Palette palette = palette_of(options.theme);
  loop.add_fonts = [&look, palette](ImFontAtlas& atlas, float scale) { look = ui::make_look(palette, scale, atlas); };
  loop.apply_style = [&look](float) { ui::apply_look(*look); };
  loop.background = ui::background_of(ui::theme_of(palette));
  loop.make_painter = [&window](platform::Window&, const render::Textures& textures) {
    return window.make_painter(textures);
  };
  return loop;
}

int run_window(const Options& options) {
  platform::WindowOptions window_options;
  window_options.title = "Aandacht";
  window_options.class_name = "aandacht-supervisor";
  window_options.design_size = {1280, 800};
  window_options.scale = static_cast<float>(options.scale);
  window_options.overlay = false;
  absl::StatusOr<std::unique_ptr<platform::GlfwWindow>> window = platform::GlfwWindow::open(window_options);
  if (!window.ok()) return fail(window.status());

  const model::Language language = options.language == "en" ? model::Language::kEnglish : model::Language::kDutch;
  base::SystemClock clock;
  base::RandomIds ids;
  std::optional<ui::Look> look;
  app::FrameLoop loop(**window, loop_options(options, **window, look));
  Shell::Options shell_options;
  shell_options.server = options.server;
  shell_options.language = language;
  shell_options.page = model::page_of(options.page).value_or(model::PageName::kFloor);
  Shell shell(shell_options, net::open_channel(options.server), clock, ids,
              {[&](std::function<void()> work) { loop.inbox().post(std::move(work)); },
               [&](absl::Duration in) { loop.wake_in(in); },
               {}});
  loop.draw_with([&] { shell.draw(*look); });
  app::give_back_memory();
  const app::StopSignals stop([&] { loop.quit(); });
  if (absl::Status status = loop.run(); !status.ok()) return fail(status);
  return 0;
}

}  // namespace

int run(int argc, const char* const* argv, const std::string& version) {
  app::use_one_heap();
  app::StopSignals::block();
  Options options;
  if (const std::optional<int> code = parse(argc, argv, version, options)) return *code;
  if (absl::Status status = base::start_log("aandacht-supervisor", options.log_level); !status.ok())
    return fail(status);
  return run_window(options);
}

}  // namespace aandacht::supervisor
