// The window as one line: grows when something matters and goes back by itself, on a screen with a window manager.
#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

constexpr const char* kBin = AANDACHT_BIN_DIR;

/// Service and overlay; calls come as a softphone's commands report them.
class Pill {
 public:
  Pill() {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    service_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", "127.0.0.1:0",
                                 "--store", absl::StrCat("sqlite:", folder_.file("pill.db"))},
        folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return !server().empty(); }, absl::Seconds(20)));
    std::ofstream(folder_.file("overlay.toml")) << "form = \"pill\"\nagent = \"sanne\"\n";
    overlay_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", server(), "--scale", "1",
                                              "--config", folder_.file("overlay.toml")},
                     folder_.file("aandacht.log"));
  }

  std::string server() {
    std::ifstream file(folder_.file("aandachtd.log"));
    std::stringstream text;
    text << file.rdbuf();
    const std::string log = text.str();
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = at == std::string::npos ? at : log.find('\n', at);
    return end == std::string::npos ? "" : log.substr(at + mark.size(), end - at - mark.size());
  }

  void call(const std::string& what) {
    std::vector<std::string> command{
        absl::StrCat(kBin, "/aandachtctl"), "--server", server(), "call", what, "--id", "call-1", "--agent", "sanne"};
    if (what == "ringing") command.insert(command.end(), {"--from", "+31600110201"});
    REQUIRE(Child(std::move(command), folder_.file("ctl.log")).wait() == 0);
  }

  /// Becomes so high, and stands at the right edge.
  bool becomes(int height, absl::Duration patience = absl::Seconds(15)) {
    const bool became = eventually(
        [&] {
          const X11Window window = screen_.window_of_class("aandacht");
          return window != 0 && screen_.place_of(window).height() == height;
        },
        patience);
    const render::Rect place = screen_.place_of(screen_.window_of_class("aandacht"));
    UNSCOPED_INFO(place.width() << " x " << place.height() << " at " << place.left << ", " << place.top);
    return became && place.right == 1280 && place.top == 0 && place.width() == 380;
  }

  XScreen& screen() { return screen_; }

 private:
  XScreen screen_;
  TemporaryFolder folder_;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
};

TEST_CASE("a pill on the screen grows for a call and for a click, keeps its edge and goes back by itself") {
  Pill pill;
  REQUIRE(pill.screen().xdotool({"mousemove", "200", "400"}));
  REQUIRE(pill.becomes(48));
  pill.call("ringing");
  CHECK(pill.becomes(720));
  pill.call("ended");
  CHECK(pill.becomes(48));
  REQUIRE(pill.screen().xdotool({"mousemove", "1100", "24", "click", "1"}));
  CHECK(pill.becomes(720));
  REQUIRE(pill.screen().xdotool({"mousemove", "200", "400"}));
  CHECK(pill.becomes(48));
}

}  // namespace
}  // namespace aandacht::test
