#include "client/supervisor/program.h"

#include <spdlog/spdlog.h>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <optional>

#include "absl/time/clock.h"
#include "client/app/frame_loop.h"
#include "client/app/lean_process.h"
#include "client/app/stop_signals.h"
#include "client/app/text_log.h"
#include "client/net/channel.h"
#include "client/net/login.h"
#include "client/net/own_name.h"
#include "client/platform/glfw_window.h"
#include "client/supervisor/console_options.h"
#include "client/supervisor/console_settings.h"
#include "client/supervisor/settings_page.h"
#include "client/supervisor/shell.h"
#include "client/supervisor/window_memory.h"
#include "shared/base/folders.h"
#include "shared/base/log.h"

namespace aandacht::supervisor {
namespace {

constexpr platform::Size kUsualSize{1280, 800};
constexpr platform::Size kLeastSize{900, 600};
// What the floor tells is looked at, not followed with the eyes: four pictures a second are enough.
constexpr absl::Duration kBetweenPictures = absl::Milliseconds(250);

ui::Palette palette_of(const std::string& theme) {
  if (theme == "dark") return ui::Palette::kDark;
  return theme == "contrast" ? ui::Palette::kHighContrast : ui::Palette::kLight;
}

model::Language language_of(const std::string& language) {
  return language == "en" ? model::Language::kEnglish : model::Language::kDutch;
}

absl::TimeZone zone_of(const std::string& name) {
  absl::TimeZone zone = absl::LocalTimeZone();
  if (name != "local") absl::LoadTimeZone(name, &zone);
  return zone;
}

int fail(const absl::Status& status) {
  std::cerr << "aandacht-supervisor: " << status.message() << "\n";
  return 1;
}

/// The console in its window.
class Console {
 public:
  Console(const ParsedConsole& parsed, const std::string& me, const std::string& version, const RememberedWindow& begin,
          platform::GlfwWindow& window)
      : window_(window),
        palette_(palette_of(parsed.options.theme)),
        loop_(window, loop_options()),
        settings_(parsed, version, [this](const std::string& setting) { return apply(setting); }),
        shell_(shell_options(parsed.options, me, begin), net::open_channel(parsed.options.server), clock_, ids_,
               {[this](std::function<void()> work) { loop_.inbox().post(std::move(work)); },
                [this](absl::Duration in) { loop_.wake_in(in); },
                {}},
               [this](const PageContext& context) { return pages(context); }) {
    loop_.draw_with([this] { shell_.draw(*look_); });
  }

  [[nodiscard]] app::FrameLoop& loop() { return loop_; }

  /// Every frame from now on.
  absl::Status log_text(const std::filesystem::path& file) {
    absl::StatusOr<std::unique_ptr<app::TextLog>> log = app::TextLog::open(file, clock_);
    if (!log.ok()) return log.status();
    text_log_ = *std::move(log);
    loop_.on_presented([this] {
      if (const ImDrawData* frame = loop_.last_frame()) text_log_->shown(*frame);
    });
    return absl::OkStatus();
  }

  /// As it stands now.
  [[nodiscard]] RememberedWindow window() const {
    const auto design = [this](int pixels) {
      return static_cast<int>(std::lround(static_cast<float>(pixels) / window_.scale()));
    };
    return {{design(window_.size().width), design(window_.size().height)}, shell_.shown()};
  }

 private:
  static Shell::Options shell_options(const ConsoleOptions& options, const std::string& me,
                                      const RememberedWindow& begin) {
    Shell::Options shell;
    shell.me = me;
    shell.server = options.server;
    shell.language = language_of(options.language);
    shell.page = model::page_of(options.page).value_or(begin.page);
    shell.zone = zone_of(options.time_zone);
    return shell;
  }

  app::FrameLoop::Options loop_options() {
    app::FrameLoop::Options loop;
    loop.add_fonts = [this](ImFontAtlas& atlas, float scale) { look_ = ui::make_look(palette_, scale, atlas); };
    loop.apply_style = [this](float) { apply_console_look(*look_); };
    loop.background = ui::background_of(ui::theme_of(palette_));
    loop.make_painter = [this](platform::Window&, const render::Textures& textures) {
      return window_.make_painter(textures);
    };
    loop.message_pause = kBetweenPictures;
    return loop;
  }

  std::vector<NamedPage> pages(const PageContext& context) {
    std::vector<NamedPage> pages = make_pages(context);
    pages.push_back({model::PageName::kSettings, std::make_unique<SettingsPage>(settings_)});
    return pages;
  }

  /// Whether the setting holds now.
  bool apply(const std::string& setting) {
    if (setting == "language") {
      shell_.set_language(language_of(settings_.options().language));
      return true;
    }
    if (setting != "theme") return false;
    // Not while the frame is drawn that it was chosen in.
    loop_.inbox().post([this] {
      palette_ = palette_of(settings_.options().theme);
      loop_.set_background(ui::background_of(ui::theme_of(palette_)));
      if (absl::Status built = loop_.rebuild_fonts(); !built.ok()) spdlog::error("{}", std::string(built.message()));
    });
    return true;
  }

  platform::GlfwWindow& window_;
  base::SystemClock clock_;
  base::RandomIds ids_;
  ui::Palette palette_;
  std::optional<ui::Look> look_;
  app::FrameLoop loop_;
  ConsoleSettings settings_;
  Shell shell_;
  std::unique_ptr<app::TextLog> text_log_;
};

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

  Console console(parsed, me, version, begin, **window);
  if (!parsed.options.text_log.empty()) {
    if (absl::Status status = console.log_text(parsed.options.text_log); !status.ok()) return fail(status);
  }
  app::give_back_memory();
  const app::StopSignals stop([&] { console.loop().quit(); });
  const absl::Status ended = console.loop().run();
  keep_window(memory, console.window());
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
  login.ca = parsed.options.ca;
  net::log_in(login);
  return run_window(parsed, net::own_name(login, parsed.options.server, absl::Now()), version);
}

}  // namespace aandacht::supervisor
