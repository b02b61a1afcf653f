// What stands around the pages: the list, the connection, the notice.
#include <fstream>

#include "client/model/console_settings_model.h"
#include "client/supervisor/settings_page_view.h"
#include "client/ui/button.h"
#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"

namespace aandacht::test {
namespace {

using model::Language;
using model::PageName;
using render::Key;
using supervisor::ShellAction;
using supervisor::ShowPage;

model::ShellState three_pages() {
  model::ShellState state;
  state.pages = {{PageName::kFloor, 0}, {PageName::kAlerts, 120}, {PageName::kSettings, 0}};
  state.connection = model::ConnectionState::kConnected;
  state.server = "127.0.0.1:7443";
  state.me = "Kim Bosch";
  return state;
}

/// The shell around an empty page.
struct ShellWindow {
  model::ShellState state = three_pages();
  Language language = Language::kDutch;
  std::vector<ShellAction> actions;
  supervisor::ShellMemory memory;
  std::function<void(supervisor::PageFrame&)> page;
  ui::Look look;
  HeadlessUi ui{options(), [this] {
                  supervisor::draw_shell(model::make_shell_model(state, language), look, {}, memory, actions,
                                         [this](supervisor::PageFrame& frame) {
                                           if (page) page(frame);
                                         });
                }};

  HeadlessUi::Options options() {
    HeadlessUi::Options options;
    options.width = 900;
    options.height = 600;
    options.draws_pixels = false;
    options.add_fonts = [this](ImFontAtlas& atlas, float scale) {
      look = ui::make_look(ui::Palette::kLight, scale, atlas);
    };
    options.apply_style = [this](float) { supervisor::apply_console_look(look); };
    return options;
  }

  bool did(const ShellAction& action) const { return actions.size() == 1 && actions[0] == action; }
  void press(Key key, render::Modifiers held) {
    actions.clear();
    ui.press(key, held);
  }
};

Key digit(int number) { return static_cast<Key>(static_cast<int>(Key::k0) + number); }

constexpr render::Modifiers kCtrl{.ctrl = true};
constexpr render::Modifiers kCtrlShift{.ctrl = true, .shift = true};

}  // namespace

TEST_CASE("the list of pages shows those that there are, what waits there, who is here and how the connection is") {
  ShellWindow window;
  for (const char* wanted : {"Vloer", "Meldingen", "99+", "Instellingen", "Kim Bosch", "verbonden"}) {
    INFO(wanted);
    CHECK(window.ui.sees(wanted));
  }
  CHECK_FALSE(window.ui.sees("Rapporten"));
}

TEST_CASE("a page is gone to by a press, by its own key, and one after another all the way round") {
  ShellWindow window;
  window.ui.click("Meldingen");
  CHECK(window.did(ShowPage{PageName::kAlerts}));
  window.press(digit(3), kCtrl);
  CHECK(window.did(ShowPage{PageName::kAlerts}));
  window.press(digit(0), kCtrl);
  CHECK(window.did(ShowPage{PageName::kSettings}));
  window.press(Key::kTab, kCtrl);
  CHECK(window.did(ShowPage{PageName::kAlerts}));
  window.press(Key::kTab, kCtrlShift);
  CHECK(window.did(ShowPage{PageName::kSettings}));
}

TEST_CASE("the key of a page that there is not does nothing, and a digit alone neither") {
  ShellWindow window;
  window.press(digit(6), kCtrl);
  CHECK(window.actions.empty());
  window.press(digit(3), {});
  CHECK(window.actions.empty());
}

TEST_CASE("each trouble of the connection says what happened, what still works and what to do, in both languages") {
  ShellWindow window;
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    window.language = language;
    for (const auto state : {model::ConnectionState::kLost, model::ConnectionState::kRefused,
                             model::ConnectionState::kExpired, model::ConnectionState::kOtherVersion}) {
      window.state.connection = state;
      window.ui.settle();
      const model::ShellModel model = model::make_shell_model(window.state, language);
      CHECK(window.ui.sees(model.trouble));
      CHECK(window.ui.sees(model.still_works));
      CHECK(window.ui.sees(model.what_to_do));
    }
  }
  window.state.connection = model::ConnectionState::kConnecting;
  CHECK(model::make_shell_model(window.state, Language::kDutch).trouble.empty());
}

TEST_CASE("a notice can be undone or closed") {
  ShellWindow window;
  window.state.notice = "Bericht verstuurd.";
  window.state.undo = "Trek in";
  window.ui.settle();
  window.ui.click("Trek in");
  CHECK(window.did(supervisor::UndoNotice{}));
  window.actions.clear();
  window.ui.click("Sluit");
  CHECK(window.did(supervisor::CloseNotice{}));
}

TEST_CASE(
    "trouble and a notice lie over the page: nothing of it moves, and a press that was begun lands on nothing else") {
  ShellWindow window;
  ImVec2 at;
  ImVec2 size;
  int pressed = 0;
  window.page = [&](supervisor::PageFrame& frame) {
    at = frame.at;
    size = frame.size;
    // At the foot, where the banner comes.
    const ui::Box box{{frame.at.x, frame.bottom() - 40}, {frame.at.x + 200, frame.bottom()}};
    pressed += ui::draw_button(frame.look, "send", "Verstuur", box, ui::ButtonKind::kMain) ? 1 : 0;
  };
  window.ui.settle();
  const ImVec2 at_before = at;
  const ImVec2 size_before = size;
  const TextRect send = *window.ui.find("Verstuur");
  window.ui.move_to(send.centre().x, send.centre().y);
  window.ui.window().inject(platform::MouseButton{0, true});
  window.ui.settle();
  window.state.connection = model::ConnectionState::kLost;
  window.state.notice = "Bericht verstuurd.";
  window.state.undo = "Trek in";
  window.ui.settle();
  window.ui.window().inject(platform::MouseButton{0, false});
  window.ui.settle();
  CHECK(pressed == 0);
  CHECK(window.actions.empty());
  CHECK(window.ui.sees("De dienst is even niet te bereiken."));
  CHECK((at.x == at_before.x && at.y == at_before.y));
  CHECK((size.x == size_before.x && size.y == size_before.y));
}

TEST_CASE("a button of a banner that comes under a pointer at rest is not pressed before the pointer moves") {
  ShellWindow window;
  window.state.notice = "Bericht verstuurd.";
  window.state.undo = "Trek in";
  window.ui.settle();
  const TextRect undo = *window.ui.find("Trek in");
  window.state.notice.clear();
  window.ui.settle();
  window.ui.move_to(undo.centre().x, undo.centre().y);
  window.state.notice = "Bericht verstuurd.";
  window.ui.settle();
  window.actions.clear();
  window.ui.click_at(undo.centre().x, undo.centre().y);
  CHECK(window.actions.empty());
  window.ui.move_to(10, 10);
  window.ui.click("Trek in");
  CHECK(window.did(supervisor::UndoNotice{}));
}

TEST_CASE("trouble is put away, the status brings it back, and the next trouble is shown again") {
  ShellWindow window;
  window.state.connection = model::ConnectionState::kLost;
  window.ui.settle();
  REQUIRE(window.ui.click("Sluit"));
  window.ui.settle();
  CHECK_FALSE(window.ui.sees("De dienst is even niet te bereiken."));
  window.ui.click("geen verbinding");
  window.ui.settle();
  CHECK(window.ui.sees("De dienst is even niet te bereiken."));
  window.ui.click("Sluit");
  window.state.connection = model::ConnectionState::kOtherVersion;
  window.ui.settle();
  CHECK(window.ui.sees("passen niet bij elkaar"));
  window.state.connection = model::ConnectionState::kConnected;
  window.ui.settle();
  window.state.connection = model::ConnectionState::kLost;
  window.ui.settle();
  CHECK(window.ui.sees("De dienst is even niet te bereiken."));
}

TEST_CASE("the settings page has every key that docs/keys.md has of the console, in its order") {
  std::ifstream file(AANDACHT_SOURCE_DIR "/docs/keys.md");
  REQUIRE(file.good());
  std::vector<std::string> written;
  bool of_console = false;
  for (std::string line; std::getline(file, line);) {
    of_console = of_console || line == "## In the console";
    if (of_console && line.starts_with("| ") && !line.starts_with("| key |"))
      written.push_back(line.substr(2, line.find(" |", 2) - 2));
  }
  std::vector<std::string> shown;
  for (const model::ConsoleKey& key : model::make_console_settings({}, Language::kEnglish).keys)
    shown.push_back(key.key);
  CHECK(shown == written);
  CHECK(model::make_console_settings({}, Language::kDutch).keys.size() == shown.size());
}

TEST_CASE("the settings page chooses language, colours, size and address") {
  model::ConsoleSettingsState state;
  state.language = "nl";
  state.theme = "light";
  state.server = "127.0.0.1:7443";
  supervisor::SettingsMemory memory;
  std::vector<supervisor::SettingsAction> actions;
  PageFixture page([&](supervisor::PageFrame& frame) {
    supervisor::draw_settings(model::make_console_settings(state, Language::kDutch), frame, memory, actions);
  });
  page.ui().click("English");
  page.ui().click("donker");
  page.ui().click("+");
  page.ui().click("127.0.0.1:7443");
  page.ui().press(Key::kEnd);
  page.ui().type("1");
  page.ui().press(Key::kEnter);
  REQUIRE(actions.size() == 4);
  CHECK(actions[0] == supervisor::SettingsAction(supervisor::ChooseSetting{"language", "en"}));
  CHECK(actions[1] == supervisor::SettingsAction(supervisor::ChooseSetting{"theme", "dark"}));
  CHECK(actions[2] == supervisor::SettingsAction(supervisor::StepScale{1}));
  CHECK(actions[3] == supervisor::SettingsAction(supervisor::ChooseSetting{"server", "127.0.0.1:74431"}));
}

TEST_CASE("sizes of the console go up and down by steps and end at both ends") {
  double scale = 0;
  for (int i = 0; i < 20; ++i) scale = model::next_scale(scale, 1);
  CHECK(scale == 3.0);
  for (int i = 0; i < 20; ++i) scale = model::next_scale(scale, -1);
  CHECK(scale == 0.0);
}

}  // namespace aandacht::test
