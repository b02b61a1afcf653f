#include "tests/console/console_window.h"

#include <utility>

#include "client/net/channel.h"
#include "client/net/own_name.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"

namespace aandacht::test {
namespace {

supervisor::ParsedConsole parsed_of(const ConsoleWindow::Options& options) {
  supervisor::ParsedConsole parsed;
  parsed.options.server = options.server;
  parsed.options.token_file = options.token_file;
  parsed.options.language = options.language;
  parsed.options.scale = 1;
  parsed.options.time_zone = "Europe/Amsterdam";
  parsed.file = options.config.empty() ? "/nonexistent/console.toml" : options.config;
  return parsed;
}

net::Login login_of(const ConsoleWindow::Options& options) {
  net::Login login;
  login.token_file = options.token_file.empty() ? "/nonexistent/token" : options.token_file;
  return login;
}

}  // namespace

ConsoleWindow::ConsoleWindow(const Options& options) : look_("light"), ui_(ui_options(options), [] {}) {
  net::ChannelOptions channel;
  channel.login = login_of(options);
  const std::string me = net::own_name(*channel.login, options.server, absl::Now());
  console_ = std::make_unique<supervisor::Console>(
      supervisor::Console::Options{parsed_of(options), me, "0.0.0", options.page},
      net::open_channel(options.server, channel), look_, ui_.loop(), clock_, ids_);
}

ConsoleWindow::~ConsoleWindow() = default;

HeadlessUi::Options ConsoleWindow::ui_options(const Options& options) {
  app::FrameLoop::Options loop = look_.loop_options();
  HeadlessUi::Options ui;
  ui.width = options.width;
  ui.height = options.height;
  ui.add_fonts = std::move(loop.add_fonts);
  ui.apply_style = std::move(loop.apply_style);
  ui.draws_pixels = false;
  return ui;
}

HeadlessUi& ConsoleWindow::ui() {
  ui_.settle();  // Makes ImGui's context this window's too.
  return ui_;
}

std::string ConsoleWindow::text() { return ui().text().all(); }

int ConsoleWindow::count(std::string_view words) { return ui().count(words); }

bool ConsoleWindow::draws_until(const std::function<bool()>& condition) {
  return eventually([&] {
    ui_.settle();
    return condition();
  });
}

bool ConsoleWindow::shows(std::string_view words) {
  const bool shown = draws_until([&] { return ui_.sees(words); });
  if (!shown) UNSCOPED_INFO("looking for \"" << words << "\" in\n" << text());
  return shown;
}

bool ConsoleWindow::shows_no(std::string_view words) {
  const bool gone = draws_until([&] { return !ui_.sees(words); });
  if (!gone) UNSCOPED_INFO("\"" << words << "\" still stands in\n" << text());
  return gone;
}

void ConsoleWindow::click(std::string_view words, int nth) {
  // What is said of a connection that was refused moves the page, also between a press and its release.
  REQUIRE(draws_until([&] { return !ui_.sees("verbinden …") && !ui_.sees("connecting …"); }));
  const bool shown = draws_until([&] { return ui_.find(words, nth).has_value(); });
  INFO("to press \"" << words << "\" in\n" << text());
  REQUIRE(shown);
  ui_.settle();
  ui_.click(words, nth);
}

void ConsoleWindow::click_below(std::string_view words, float down) {
  REQUIRE(shows(words));
  const TextRect place = *ui_.find(words);
  ui_.click_at(place.left + 20, place.centre().y + down);
}

bool ConsoleWindow::scrolls_to(std::string_view words, std::string_view over, float notches) {
  const std::optional<TextRect> place = ui().find(over);
  INFO("to scroll over \"" << over << "\" in\n" << text());
  REQUIRE(place.has_value());
  for (int turn = 0; turn < 60; ++turn) {
    ui_.settle();
    if (ui_.sees(words)) return true;
    ui_.move_to(place->centre().x, place->centre().y);
    ui_.window().inject(platform::MouseWheel{0, notches});
  }
  UNSCOPED_INFO("scrolled for \"" << words << "\" in\n" << text());
  return false;
}

void ConsoleWindow::go_to(model::PageName page) {
  const int digit = page == model::PageName::kSettings ? 0 : static_cast<int>(page) + 1;
  press(static_cast<render::Key>(static_cast<int>(render::Key::k0) + digit), {.ctrl = true});
  REQUIRE(draws_until([&] { return shown() == page; }));
}

void ConsoleWindow::type(std::string_view text) {
  ui_.settle();
  ui_.type(text);
}

void ConsoleWindow::press(render::Key key, render::Modifiers held) {
  ui_.settle();
  ui_.press(key, held);
}

void ConsoleWindow::press_ctrl(char letter) {
  press(static_cast<render::Key>(static_cast<int>(render::Key::kA) + (letter - 'A')), {.ctrl = true});
}

void ConsoleWindow::write_over(std::string_view words, std::string_view text) {
  click(words);
  press_ctrl('A');
  type(text);
}

void ConsoleWindow::rest_on(std::string_view words, float right, float down) {
  const std::optional<TextRect> place = ui().find(words);
  INFO("to point at \"" << words << "\" in\n" << text());
  REQUIRE(place.has_value());
  ui_.move_to(place->centre().x + right, place->centre().y + down);
  ui_.advance(absl::Seconds(1));
}

void ConsoleWindow::resize(int width, int height) {
  ui_.window().resize({width, height});
  ui_.settle();
}

void ConsoleWindow::advance(absl::Duration by) {
  clock_.advance(by);
  ui_.settle();
}

}  // namespace aandacht::test
