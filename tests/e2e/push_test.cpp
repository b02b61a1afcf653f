// A supervisor's console pushes, the overlay beside it shows it, the agent answers, the console says so: through
// everything that is real, by clicks and keys.
#include <signal.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/e2e/console_screen.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

constexpr const char* kBin = AANDACHT_BIN_DIR;

class Floor {
 public:
  Floor() : screen_({.width = 1700, .height = 900}) {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    std::ofstream(folder_.file("aandachtd.toml")) << "[teams]\nblauw = [\"sanne\", \"joost\"]\n";
    start_service();
  }

  void start_service() {
    const std::string listen = address_.empty() ? "127.0.0.1:0" : address_;
    std::ofstream(folder_.file("aandachtd.log"), std::ios::trunc);
    service_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--config",
                                              folder_.file("aandachtd.toml"), "--tokens", "off", "--listen", listen,
                                              "--store", absl::StrCat("sqlite:", folder_.file("push.db"))},
                     folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return listens(); }));
  }

  void kill_service() {
    kill(service_->pid(), SIGKILL);
    service_->wait();
    service_.reset();
  }

  void start_overlay() {
    overlay_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", address_, "--agent", "sanne",
                                              "--lang", "nl", "--scale", "1", "--frame-log", frames()},
                     folder_.file("aandacht.log"));
    REQUIRE(eventually([&] { return screen_.window_of_class("aandacht") != 0; }));
  }

  void kill_overlay() {
    kill(overlay_->pid(), SIGKILL);
    overlay_->wait();
    overlay_.reset();
  }

  void start_console() {
    console_.start(address_, {"--page", "push"});
    REQUIRE(screen_.xdotool({"windowmove", "--sync", std::to_string(console_.window()), "0", "20"}));
  }

  ConsoleScreen& console() { return console_; }

  /// What is to be read on the overlay.
  std::string overlay() { return text_of(last_overlay_frame(frames())); }

  bool overlay_shows(const std::string& text) {
    const bool shown = eventually([&] { return absl::StrContains(overlay(), text); });
    UNSCOPED_INFO("looking for \"" << text << "\" in\n" << overlay());
    return shown;
  }

  /// The agent presses the first answer of the card: it is in the card's left lower corner.
  void press_used() {
    const render::Rect place = screen_.place_of(screen_.window_of_class("aandacht"));
    for (int y = place.top + 40; y < place.bottom - 100; y += 14) {
      REQUIRE(screen_.xdotool({"mousemove", std::to_string(place.left + 70), std::to_string(y), "click", "1"}));
      const auto gone = [&] {
        const nlohmann::json frame = last_overlay_frame(frames());
        return frame.contains("card") && frame["card"] == "";
      };
      if (eventually(gone, absl::Milliseconds(120))) return;
    }
    FAIL("no answer was pressed");
  }

  std::string ctl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", address_});
    const std::string log = folder_.file("ctl.log");
    std::ofstream(log, std::ios::trunc);
    REQUIRE(Child(std::move(arguments), log).wait() == 0);
    return slurp(log);
  }

 private:
  bool listens() {
    const std::optional<std::string> told = listening_address(folder_.file("aandachtd.log"));
    if (told) address_ = *told;
    return told.has_value();
  }

  [[nodiscard]] std::string frames() const { return folder_.file("frames.jsonl"); }

  TemporaryFolder folder_;
  XScreen screen_;
  ConsoleScreen console_{screen_, folder_.path()};
  std::string address_;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
};

}  // namespace

TEST_CASE(
    "The console pushes by clicks and keys, the overlay beside it shows it, the agent presses used, the console "
    "says so") {
  Floor floor;
  floor.start_overlay();
  floor.start_console();
  floor.console().click("Kies iedereen");
  floor.console().type("sanne");
  REQUIRE(floor.console().shows("sanne"));
  floor.console().press("Return");
  REQUIRE(floor.console().shows("Gaat naar 1 collega."));
  floor.console().click("Wat wil je laten weten");
  floor.console().type("We weten van de storing en zoeken de oorzaak.");
  floor.console().click("Je collega ziet dit");
  floor.console().type("Klanten bellen erover.");
  REQUIRE(floor.console().shows("Niets gevonden om te verbeteren."));
  REQUIRE(floor.console().shows("Gebruikt"));  // The card as the agent will see it.
  REQUIRE(floor.ctl({"push", "list", "--json"}).empty());
  floor.console().click("Stuur");
  REQUIRE(floor.overlay_shows("We weten van de storing"));
  REQUIRE(floor.overlay_shows("Klanten bellen erover."));
  REQUIRE(floor.console().shows("Verstuurd naar 1 collega."));
  floor.press_used();
  CHECK(floor.console().shows("1 gebruikt"));
  CHECK(absl::StrContains(floor.ctl({"push", "list", "--json"}), "\"state\":\"used\""));
}

TEST_CASE("An urgent prompt is told as shown when the overlay drew it, and waits before, also just after the start") {
  Floor floor;
  const auto state_is = [&](const std::string& state) {
    return eventually([&] {
      return absl::StrContains(floor.ctl({"push", "list", "--json"}), "\"state\":\"" + state + "\"");
    });
  };
  floor.ctl({"push", "--agent", "sanne", "--supervisor", "Kim", "--reason", "het is warm", "Er staat water klaar",
             "--urgent", "--for", "1h"});
  CHECK(state_is("waiting"));
  floor.kill_service();
  floor.start_service();
  CHECK(state_is("waiting"));
  floor.start_overlay();
  REQUIRE(floor.overlay_shows("Er staat water klaar"));
  CHECK(state_is("shown"));
}

TEST_CASE("A prompt is shown once though overlay and service are killed in turn, and goes when it is taken back") {
  Floor floor;
  const std::string push = floor.ctl({"push", "--agent", "sanne", "--supervisor", "Kim", "--reason", "het is warm",
                                      "Er staat water klaar", "--for", "1h", "--json"});
  CHECK(absl::StrContains(floor.ctl({"push", "list"}), "Er staat water klaar"));
  floor.kill_service();
  floor.start_service();
  floor.start_overlay();
  REQUIRE(floor.overlay_shows("Er staat water klaar"));
  floor.kill_overlay();
  floor.kill_service();
  floor.start_service();
  floor.start_overlay();
  REQUIRE(floor.overlay_shows("Er staat water klaar"));
  floor.press_used();
  CHECK(eventually([&] { return absl::StrContains(floor.ctl({"push", "list", "--json"}), "\"state\":\"used\""); }));
  CHECK_FALSE(absl::StrContains(floor.overlay(), "Er staat water klaar"));
  const std::string other = floor.ctl(
      {"push", "--agent", "sanne", "--supervisor", "Kim", "--reason", "storing", "Zwolle ligt eruit", "--json"});
  REQUIRE(floor.overlay_shows("Zwolle ligt eruit"));
  floor.ctl({"push", "recall", nlohmann::json::parse(other)["prompt"]});
  REQUIRE(floor.overlay_shows("Kim heeft het bericht ingetrokken."));
  CHECK_FALSE(absl::StrContains(floor.overlay(), "Zwolle ligt eruit"));
}

}  // namespace aandacht::test
