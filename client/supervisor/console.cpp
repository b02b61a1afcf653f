#include "client/supervisor/console.h"

#include <spdlog/spdlog.h>

#include <utility>

#include "client/supervisor/settings_page.h"

namespace aandacht::supervisor {
namespace {

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

Shell::Options shell_options(const Console::Options& options) {
  const ConsoleOptions& chosen = options.parsed.options;
  Shell::Options shell;
  shell.me = options.me;
  shell.server = chosen.server;
  shell.language = language_of(chosen.language);
  shell.page = model::page_of(chosen.page).value_or(options.page);
  shell.zone = zone_of(chosen.time_zone);
  return shell;
}

}  // namespace

ConsoleLook::ConsoleLook(const std::string& theme) : palette_(palette_of(theme)) {}

app::FrameLoop::Options ConsoleLook::loop_options() {
  app::FrameLoop::Options loop;
  loop.add_fonts = [this](ImFontAtlas& atlas, float scale) { look_ = ui::make_look(palette_, scale, atlas); };
  loop.apply_style = [this](float) { apply_console_look(*look_); };
  loop.background = ui::background_of(ui::theme_of(palette_));
  loop.message_pause = kBetweenPictures;
  return loop;
}

void ConsoleLook::change_theme(const std::string& theme, app::FrameLoop& loop) {
  palette_ = palette_of(theme);
  loop.set_background(ui::background_of(ui::theme_of(palette_)));
  rebuild(loop);
}

void ConsoleLook::rebuild(app::FrameLoop& loop) const {
  if (absl::Status built = loop.rebuild_fonts(); !built.ok()) spdlog::error("{}", std::string(built.message()));
}

Console::Console(const Options& options, std::shared_ptr<grpc::Channel> channel, ConsoleLook& look,
                 app::FrameLoop& loop, const base::Clock& clock, base::Ids& ids)
    : look_(look),
      loop_(loop),
      set_scale_(options.set_scale),
      settings_(
          options.parsed, options.version, [this](const std::string& setting) { return apply(setting); },
          [this](std::function<void()> work) { loop_.inbox().post(std::move(work)); }),
      shell_(shell_options(options), std::move(channel), clock, ids, hooks(),
             [this](const PageContext& context) { return pages(context); }) {
  loop_.draw_with([this] { shell_.draw(look_.look()); });
}

Console::~Console() { loop_.draw_with({}); }

Shell::Hooks Console::hooks() {
  return {[this](std::function<void()> work) { loop_.inbox().post(std::move(work)); },
          [this](absl::Duration in) { loop_.wake_in(in); },
          {}};
}

std::vector<NamedPage> Console::pages(const PageContext& context) {
  std::vector<NamedPage> pages = make_pages(context);
  pages.push_back({model::PageName::kSettings, std::make_unique<SettingsPage>(settings_)});
  return pages;
}

/// Whether the setting holds now.
bool Console::apply(const std::string& setting) {
  if (setting == "language") {
    shell_.set_language(language_of(settings_.options().language));
    return true;
  }
  if (setting == "scale" && set_scale_) {
    loop_.inbox().post([this, scale = settings_.options().scale] {
      set_scale_(scale);
      look_.rebuild(loop_);
    });
    return true;
  }
  if (setting != "theme") return false;
  // Not while the frame is drawn that it was chosen in.
  loop_.inbox().post(
      [look = &look_, loop = &loop_, theme = settings_.options().theme] { look->change_theme(theme, *loop); });
  return true;
}

}  // namespace aandacht::supervisor
