// A supervisor follows a call in the real console, and the agent reads in the real overlay who does and why, with the
// tokens that the programs of one machine make for themselves.
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
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

class WatchedFloor {
 public:
  /// `more`: for the service, beside what it always gets.
  explicit WatchedFloor(const std::vector<std::string>& more = {}) : screen_({.width = 1700, .height = 900}) {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    setenv("AANDACHT_IDENTITY", folder_.file("identity").c_str(), 1);
    setenv("USER", "kim", 1);
    unsetenv("AANDACHT_TOKEN_FILE");
    std::ofstream(folder_.file("aandachtd.toml")) << "[teams]\nblauw = [\"sanne\", \"joost\"]\n";
    std::vector<std::string> words{absl::StrCat(kBin, "/aandachtd"),
                                   "--config",
                                   folder_.file("aandachtd.toml"),
                                   "--listen",
                                   "127.0.0.1:0",
                                   "--store",
                                   absl::StrCat("sqlite:", folder_.file("watch.db"))};
    words.insert(words.end(), more.begin(), more.end());
    service_.emplace(std::move(words), folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return listens(); }));
    overlay_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", address_, "--agent", "sanne",
                                              "--lang", "nl", "--scale", "1", "--frame-log", frames()},
                     folder_.file("aandacht.log"));
    REQUIRE(eventually([&] { return screen_.window_of_class("aandacht") != 0; }));
    console_.start(address_, {"--page", "floor"});
    REQUIRE(screen_.xdotool({"windowmove", "--sync", std::to_string(console_.window()), "0", "20"}));
  }

  ConsoleScreen& console() { return console_; }

  void begin_call() {
    for (const char* event : {"ringing", "answered"})
      run({"call", event, "--id", "call-1", "--from", "+31612345678", "--agent", "sanne"});
  }

  void say(const std::string& id, const std::string& text) {
    const nlohmann::json line = {{"id", id}, {"speaker", "customer"}, {"text", text}};
    const std::string file = folder_.file("said.jsonl");
    std::ofstream(file) << line.dump() << "\n";
    const std::string command =
        absl::StrCat(kBin, "/aandachtctl --server ", address_, " transcript stream --call call-1 < ", file);
    const std::string log = folder_.file("said.log");
    const int code = Child({"sh", "-c", command}, log).wait();
    INFO(slurp(log));
    REQUIRE(code == 0);
  }

  bool overlay_shows(const std::string& text) {
    const bool shown = eventually([&] { return absl::StrContains(overlay(), text); });
    UNSCOPED_INFO("looking for \"" << text << "\" in\n" << overlay());
    return shown;
  }

  /// What is to be read on the overlay.
  std::string overlay() { return text_of(last_overlay_frame(frames())); }

  /// As somebody does it: the row, the button, why, Enter.
  void watch(const std::string& reason) {
    console_.click("sanne");
    console_.click("Kijk mee met dit gesprek");
    console_.click("Waarom kijk je mee?");
    console_.type(reason);
    REQUIRE(console_.shows(reason));
    console_.press("Return");
  }

 private:
  void run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", address_});
    const std::string log = folder_.file("ctl.log");
    const int code = Child(std::move(arguments), log).wait();
    INFO(slurp(log));
    REQUIRE(code == 0);
  }

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
    "The supervisor chooses a call on the floor and says why, the overlay shows who watches and why, and says so when "
    "they leave, with the machine's own tokens") {
  WatchedFloor floor;
  floor.begin_call();
  floor.say("u-1", "Waar blijft mijn pakket?");
  REQUIRE(floor.overlay_shows("+31"));
  CHECK_FALSE(absl::StrContains(floor.overlay(), "kijkt mee"));
  floor.watch("inwerken van sanne");
  REQUIRE(floor.overlay_shows("kim kijkt mee: inwerken van sanne"));
  REQUIRE(floor.console().shows("Je kijkt mee: inwerken van sanne"));
  CHECK(floor.console().shows("Waar blijft mijn pakket?"));
  floor.say("u-2", "Ik wacht al een week.");
  CHECK(floor.console().shows("Ik wacht al een week."));
  CHECK(absl::StrContains(floor.overlay(), "kim kijkt mee: inwerken van sanne"));
  floor.console().click("Kijk niet meer mee");
  CHECK(floor.overlay_shows("kim kijkt niet meer mee"));
  CHECK(floor.console().shows("Kijk mee met dit gesprek"));
  CHECK(eventually([&] { return !absl::StrContains(floor.overlay(), "kim kijkt"); }, absl::Seconds(20)));
}

TEST_CASE("Without tokens the overlay reads the name of who sits at the console") {
  WatchedFloor floor({"--tokens", "off"});
  floor.begin_call();
  floor.watch("op verzoek");
  REQUIRE(floor.overlay_shows("kim kijkt mee: op verzoek"));
  CHECK_FALSE(absl::StrContains(floor.overlay(), "unknown@"));
}

}  // namespace aandacht::test
