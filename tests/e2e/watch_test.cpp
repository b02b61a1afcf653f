// A supervisor follows a call in the real console, and the agent reads in the real overlay who does and why, with the
// tokens that the programs of one machine make for themselves.
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

constexpr const char* kBin = AANDACHT_BIN_DIR;
constexpr const char* kConsole = "aandacht-supervisor";

/// Words on a frame, pixels of the window.
struct Words {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  std::string text;
};

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
    console_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/", kConsole), "--server", address_, "--lang", "nl", "--scale",
                                 "1", "--page", "floor", "--text-log", folder_.file("console.txt")},
        folder_.file("console.log"));
    REQUIRE(eventually([&] { return screen_.window_of_class(kConsole) != 0; }));
    const std::string window = std::to_string(screen_.window_of_class(kConsole));
    REQUIRE(screen_.xdotool({"windowactivate", "--sync", window}));
    REQUIRE(screen_.xdotool({"windowmove", "--sync", window, "0", "20"}));
  }

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

  bool console_shows(const std::string& text) {
    const bool shown = eventually([&] { return sees(text).has_value(); });
    std::string all;
    if (!shown) {
      for (const Words& each : console()) absl::StrAppend(&all, each.text, "\n");
    }
    UNSCOPED_INFO("looking for \"" << text << "\" in\n" << all);
    return shown;
  }

  bool overlay_shows(const std::string& text) {
    const bool shown = eventually([&] { return absl::StrContains(overlay(), text); });
    UNSCOPED_INFO("looking for \"" << text << "\" in\n" << overlay());
    return shown;
  }
  /// The last frame of the overlay; empty before the first.
  std::string overlay() {
    std::ifstream file(frames());
    std::string text;
    for (std::string line; std::getline(file, line);) {
      const nlohmann::json frame = nlohmann::json::parse(line, nullptr, false);
      if (frame.is_discarded()) break;  // Being written.
      text.clear();
      for (const nlohmann::json& words : frame["text"]) absl::StrAppend(&text, std::string(words), "\n");
    }
    return text;
  }

  /// Presses these words in the console.
  void click(const std::string& text) {
    REQUIRE(console_shows(text));
    const Words words = *sees(text);
    const render::Rect place = screen_.place_of(screen_.window_of_class(kConsole));
    REQUIRE(
        screen_.xdotool({"mousemove", std::to_string(place.left + (words.left + words.right) / 2),
                         std::to_string(place.top + (words.top + words.bottom) / 2), "sleep", "0.1", "click", "1"}));
  }
  void type(const std::string& text) { REQUIRE(screen_.xdotool({"type", "--delay", "8", text})); }
  void press(const std::string& key) { REQUIRE(screen_.xdotool({"key", key})); }

  /// As somebody does it: the row, the button, why, Enter.
  void watch(const std::string& reason) {
    click("sanne");
    click("Kijk mee met dit gesprek");
    click("Waarom kijk je mee?");
    type(reason);
    REQUIRE(console_shows(reason));
    press("Return");
  }

 private:
  /// The last whole frame of the console.
  std::vector<Words> console() {
    std::ifstream file(folder_.file("console.txt"));
    std::vector<Words> frame;
    std::vector<Words> last;
    for (std::string line; std::getline(file, line);) {
      if (absl::StartsWith(line, "frame ")) {
        last = std::move(frame);
        frame.clear();
        continue;
      }
      std::istringstream words(line);
      Words each;
      words >> each.left >> each.top >> each.right >> each.bottom;
      std::getline(words >> std::ws, each.text);
      frame.push_back(each);
    }
    return frame.empty() ? last : frame;
  }
  std::optional<Words> sees(const std::string& text) {
    for (const Words& each : console()) {
      if (each.text.find(text) != std::string::npos) return each;
    }
    return std::nullopt;
  }

  void run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", address_});
    const std::string log = folder_.file("ctl.log");
    const int code = Child(std::move(arguments), log).wait();
    INFO(slurp(log));
    REQUIRE(code == 0);
  }

  bool listens() {
    const std::string log = slurp(folder_.file("aandachtd.log"));
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return false;
    address_ = log.substr(at + mark.size(), end - at - mark.size());
    return true;
  }

  [[nodiscard]] std::string frames() const { return folder_.file("frames.jsonl"); }

  TemporaryFolder folder_;
  XScreen screen_;
  std::string address_;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
  std::optional<Child> console_;
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
  REQUIRE(floor.console_shows("Je kijkt mee: inwerken van sanne"));
  CHECK(floor.console_shows("Waar blijft mijn pakket?"));
  floor.say("u-2", "Ik wacht al een week.");
  CHECK(floor.console_shows("Ik wacht al een week."));
  CHECK(absl::StrContains(floor.overlay(), "kim kijkt mee: inwerken van sanne"));
  floor.click("Kijk niet meer mee");
  CHECK(floor.overlay_shows("kim kijkt niet meer mee"));
  CHECK(floor.console_shows("Kijk mee met dit gesprek"));
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
