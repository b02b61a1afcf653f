// Hotkeys of the real overlay while somebody types elsewhere: service, overlay, xterm and openbox, all real.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

using nlohmann::json;

constexpr const char* kBin = AANDACHT_BIN_DIR;

/// An agent's desk with a call on it, and a terminal that has the keyboard.
class Desk {
 public:
  Desk() {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    service_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", "127.0.0.1:0",
                                 "--store", absl::StrCat("sqlite:", folder_.file("e2e.db"))},
        folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return !server().empty(); }));
    std::ofstream(folder_.file("overlay.toml")) << "[keys]\nhide = \"Super+F9\"\n";
    overlay_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--config", folder_.file("overlay.toml"),
                                              "--server", server(), "--agent", "sanne", "--softphone", "none", "--lang",
                                              "nl", "--scale", "1", "--frame-log", folder_.file("frames.jsonl")},
                     folder_.file("aandacht.log"));
    REQUIRE(eventually([&] { return last().find("Geen gesprek") != std::string::npos; }));
    terminal_.emplace(std::vector<std::string>{"xterm", "-geometry", "80x24+100+100", "-class", "OtherProgram", "-e",
                                               "sh", "-c", absl::StrCat("cat >'", folder_.file("typed"), "'")});
    REQUIRE(eventually([&] { return other() != 0; }));
    REQUIRE(screen.xdotool({"windowactivate", "--sync", std::to_string(other())}));
  }

  void begin_call() {
    for (const char* what : {"ringing", "answered"}) {
      REQUIRE(ctl({"call", what, "--id", "call-1", "--from", "+31600110201", "--agent", "sanne"}) == 0);
    }
    REQUIRE(eventually([&] { return last_screen() == "in_call"; }));
  }

  void say(const std::string& speaker, const std::string& text) {
    const std::string lines = folder_.file("lines.jsonl");
    std::ofstream(lines) << json{{"speaker", speaker}, {"text", text}}.dump() << "\n";
    REQUIRE(Child({"sh", "-c",
                   absl::StrCat("'", kBin, "/aandachtctl' --server ", server(),
                                " transcript stream --call call-1 --lang nl <'", lines, "'")})
                .wait() == 0);
  }

  /// An overlay of somebody else on the same screen.
  Child second_overlay() {
    return Child({absl::StrCat(kBin, "/aandacht"), "--config", folder_.file("overlay.toml"), "--server", server(),
                  "--agent", "joost", "--softphone", "none", "--lang", "nl", "--scale", "1", "--outbox",
                  folder_.file("second.db"), "--frame-log", folder_.file("second.jsonl")});
  }

  int ctl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", server()});
    return Child(std::move(arguments), folder_.file("ctl.log")).wait();
  }

  /// "127.0.0.1:PORT"; empty until the service listens.
  std::string server() {
    const std::string log = slurp(folder_.file("aandachtd.log"));
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return "";
    return log.substr(at + mark.size(), end - at - mark.size());
  }

  /// Every word of the latest frame.
  std::string last(const std::string& log = "frames.jsonl") {
    std::string words;
    const json frame = last_frame(log);
    for (const json& text : frame["text"]) absl::StrAppend(&words, std::string(text), "\n");
    return words;
  }
  std::string last_screen() {
    const json frame = last_frame("frames.jsonl");
    return frame.contains("screen") ? std::string(frame["screen"]) : "";
  }
  bool sees(const std::string& words) {
    return eventually([&] { return last().find(words) != std::string::npos; });
  }
  bool no_longer_sees(const std::string& words) {
    return eventually([&] { return last().find(words) == std::string::npos; });
  }
  bool is_managed() {
    const auto all = screen.stacking();
    return std::find(all.begin(), all.end(), own()) != all.end();
  }

  X11Window other() { return screen.window_of_class("OtherProgram"); }
  X11Window own() {
    if (own_ == 0) own_ = screen.window_of_class("aandacht");
    return own_;
  }
  std::string typed() { return slurp(folder_.file("typed")); }
  bool key(const char* chord) { return screen.xdotool({"key", chord}); }
  bool type(const char* text) { return screen.xdotool({"type", text}); }

  XScreen screen;

 private:
  json last_frame(const std::string& log) {
    std::ifstream file(folder_.file(log));
    json last = {{"text", json::array()}};
    for (std::string line; std::getline(file, line);) {
      json frame = json::parse(line, nullptr, false);
      if (frame.is_discarded()) break;  // Being written.
      last = std::move(frame);
    }
    return last;
  }

  TemporaryFolder folder_;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
  std::optional<Child> terminal_;
  X11Window own_ = 0;
};

}  // namespace

TEST_CASE("a card is answered, a turn pinned and a call marked by keys, while the words typed elsewhere arrive whole") {
  Desk desk;
  desk.begin_call();
  desk.say("customer", "ik zit al drie weken zonder verwarming");
  desk.say("agent", "ja dat doet een andere afdeling daar ga ik niet over");
  REQUIRE(desk.sees("Gebruikt"));
  REQUIRE(desk.type("eerste "));
  REQUIRE(desk.key("ctrl+alt+g"));
  CHECK(desk.no_longer_sees("Gebruikt"));
  REQUIRE(desk.key("ctrl+alt+v"));
  CHECK(desk.sees("vastgezet"));
  REQUIRE(desk.type("tweede "));
  REQUIRE(desk.key("ctrl+alt+z"));
  CHECK(desk.sees("Zwaar gesprek, genoteerd."));
  REQUIRE(desk.key("ctrl+alt+z"));
  CHECK(desk.no_longer_sees("Zwaar gesprek, genoteerd."));
  REQUIRE(desk.type("derde\n"));
  CHECK(eventually([&] { return desk.typed() == "eerste tweede derde\n"; }));
  CHECK(desk.screen.active_window() == desk.other());
}

TEST_CASE("the search opened by its key takes what is typed, and Escape gives the keyboard back") {
  Desk desk;
  desk.begin_call();
  REQUIRE(desk.type("voor "));
  REQUIRE(desk.key("ctrl+alt+w"));
  REQUIRE(eventually([&] { return desk.screen.active_window() == desk.own(); }));
  REQUIRE(desk.type("terugbetaling"));
  CHECK(desk.sees("terugbetaling"));
  REQUIRE(desk.key("Escape"));
  REQUIRE(eventually([&] { return desk.screen.active_window() == desk.other(); }));
  REQUIRE(desk.type("na\n"));
  CHECK(eventually([&] { return desk.typed() == "voor na\n"; }));
}

TEST_CASE("with the keyboard lent one goes to the list of keys and back, and Escape ends it") {
  Desk desk;
  REQUIRE(desk.key("ctrl+alt+space"));
  REQUIRE(eventually([&] { return desk.screen.active_window() == desk.own(); }));
  CHECK(desk.sees("Je toetsenbord is hier."));
  REQUIRE(desk.key("ctrl+alt+i"));
  CHECK(desk.sees("Super+F9"));
  REQUIRE(desk.key("ctrl+alt+i"));
  CHECK(desk.no_longer_sees("Super+F9"));
  REQUIRE(desk.key("Escape"));
  CHECK(eventually([&] { return desk.screen.active_window() == desk.other(); }));
  CHECK(desk.no_longer_sees("Je toetsenbord is hier."));
}

TEST_CASE("keys that another program has are said in one line, and the one who has them keeps them") {
  Desk desk;
  const Child second = desk.second_overlay();
  CHECK(eventually([&] { return desk.last("second.jsonl").find("toetsen werken hier niet.") != std::string::npos; }));
  REQUIRE(desk.key("ctrl+alt+i"));
  CHECK(desk.sees("Super+F9"));
  CHECK(desk.last().find("toetsen werken hier niet.") == std::string::npos);
  CHECK(desk.last("second.jsonl").find("Super+F9") == std::string::npos);
}

TEST_CASE("hidden by its key the overlay is gone, and a call brings it back") {
  Desk desk;
  REQUIRE(eventually([&] { return desk.is_managed(); }));
  REQUIRE(desk.key("super+F9"));
  CHECK(eventually([&] { return !desk.is_managed(); }));
  REQUIRE(desk.key("super+F9"));
  CHECK(eventually([&] { return desk.is_managed(); }));
  REQUIRE(desk.key("super+F9"));
  CHECK(eventually([&] { return !desk.is_managed(); }));
  desk.begin_call();
  CHECK(eventually([&] { return desk.is_managed(); }));
  CHECK(desk.screen.active_window() == desk.other());
}

TEST_CASE("clicks go through the overlay by its key, which also ends it") {
  Desk desk;
  Child beneath({"xterm", "-geometry", "60x20+900+40", "-class", "Beneath"});
  REQUIRE(eventually([&] { return desk.screen.window_of_class("Beneath") != 0; }));
  const X11Window under = desk.screen.window_of_class("Beneath");
  REQUIRE(desk.screen.xdotool({"windowactivate", "--sync", std::to_string(desk.other())}));
  const auto click = [&] { return desk.screen.xdotool({"mousemove", "1000", "120", "click", "1"}); };
  REQUIRE(click());
  CHECK(desk.screen.active_window() == desk.other());
  REQUIRE(desk.key("ctrl+alt+j"));
  REQUIRE(desk.sees("Klikken gaat erdoorheen. Ctrl+Alt+J zet het uit."));
  REQUIRE(click());
  CHECK(eventually([&] { return desk.screen.active_window() == under; }));
  REQUIRE(desk.key("ctrl+alt+j"));
  CHECK(desk.no_longer_sees("Klikken gaat erdoorheen."));
}

}  // namespace aandacht::test
