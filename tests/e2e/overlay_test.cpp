// One call, ring to wrap-up, through everything that is real: SIP, baresip, the service, the overlay on a screen.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/real_softphone.h"
#include "tests/support/relay.h"
#include "tests/support/slurp.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

using nlohmann::json;

constexpr const char* kBin = AANDACHT_BIN_DIR;

/// A frame that was shown: when, and every word on it.
struct Frame {
  absl::Time at;
  std::string screen;
  std::string card;
  std::string text;
};

class Call {
 public:
  Call() : relay_(softphone_.control_address()) {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    service_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", "127.0.0.1:0",
                                 "--store", absl::StrCat("sqlite:", folder_.file("e2e.db"))},
        folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return server().has_value(); }));
    std::ofstream(folder_.file("customers.jsonl"))
        << R"({"external_id":"E2E-1","name":"Gerda Hoekstra-Baaij","phone":"+31600110201","since":"1998","language":"nl",)"
        << R"("address_form":"u","journey":[]})"
        << "\n";
    REQUIRE(ctl({"customers", "import", folder_.file("customers.jsonl")}) == 0);
    overlay_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", *server(), "--agent", "sanne",
                                 "--softphone", absl::StrCat("baresip:", relay_.address()), "--lang", "nl", "--scale",
                                 "1", "--frame-log", folder_.file("frames.jsonl")},
        folder_.file("aandacht.log"));
    REQUIRE(eventually([&] { return shown("idle").has_value(); }));
  }

  std::optional<std::string> server() {
    const std::string log = slurp(folder_.file("aandachtd.log"));
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return std::nullopt;
    return log.substr(at + mark.size(), end - at - mark.size());
  }

  int ctl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", *server()});
    return Child(std::move(arguments), folder_.file("ctl.log")).wait();
  }

  /// One line of the transcript of this call.
  int say(const std::string& speaker, const std::string& text) {
    const std::string lines = folder_.file("lines.jsonl");
    std::ofstream(lines) << json{{"speaker", speaker}, {"text", text}}.dump() << "\n";
    const std::string command = absl::StrCat("'", kBin, "/aandachtctl' --server ", *server(),
                                             " transcript stream --call '", call_id(), "' --lang nl <'", lines, "'");
    const int code = Child({"sh", "-c", command}, folder_.file("ctl.log")).wait();
    UNSCOPED_INFO(slurp(folder_.file("ctl.log")));
    return code;
  }

  /// The SIP Call-ID, as baresip told it.
  std::string call_id() {
    const std::string heard = relay_.heard();
    const std::size_t at = heard.find("CALL_INCOMING");
    const std::size_t begin = heard.rfind('{', at);
    return json::parse(heard.substr(begin, heard.find('}', at) + 1 - begin))["id"];
  }

  std::vector<Frame> frames() {
    std::ifstream file(folder_.file("frames.jsonl"));
    std::vector<Frame> frames;
    for (std::string line; std::getline(file, line);) {
      const json j = json::parse(line, nullptr, false);
      if (j.is_discarded()) break;  // Being written.
      Frame frame{{}, j["screen"], j["card"], ""};
      std::string error;
      REQUIRE(absl::ParseTime(absl::RFC3339_full, std::string(j["at"]), &frame.at, &error));
      for (const json& text : j["text"]) absl::StrAppend(&frame.text, std::string(text), "\n");
      frames.push_back(frame);
    }
    return frames;
  }

  /// The first frame of this screen on which this was to be read.
  std::optional<Frame> shown(const std::string& screen, const std::string& text = "", const std::string& card = "") {
    for (const Frame& frame : frames()) {
      if (frame.screen == screen && (card.empty() || frame.card == card) && frame.text.find(text) != std::string::npos)
        return frame;
    }
    return std::nullopt;
  }

  bool comes(const std::string& screen, const std::string& text = "", const std::string& card = "") {
    return eventually([&] { return shown(screen, text, card).has_value(); });
  }

  XScreen& screen() { return screen_; }
  RealSoftphone& softphone() { return softphone_; }
  Relay& relay() { return relay_; }
  TemporaryFolder& folder() { return folder_; }
  Child& overlay() { return *overlay_; }

 private:
  TemporaryFolder folder_;
  XScreen screen_;
  RealSoftphone softphone_;
  Relay relay_;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
};

/// How many pixels of `area` differ between two pictures.
int different_pixels(const render::Canvas& a, const render::Canvas& b, const render::Rect& area) {
  int count = 0;
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) count += a.row(y)[x] != b.row(y)[x] ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("A real call shows the customer, a blame line brings the we card, hanging up brings the wrap-up") {
  if (!softphone_is_installed()) return;
  Call call;
  XScreen& screen = call.screen();
  const X11Window overlay = screen.window_of_class("aandacht");
  REQUIRE(overlay != 0);
  const render::Rect place = screen.place_of(overlay);
  CHECK(place.right == 1280);
  const render::Canvas idle = screen.picture();

  // Another program has the keyboard; its window reaches under the overlay and is raised.
  Child terminal({"xterm", "-geometry", "120x30+400+100", "-class", "OtherProgram", "-e", "sh", "-c",
                  absl::StrCat("cat >'", call.folder().file("typed"), "'")});
  REQUIRE(eventually([&] { return screen.window_of_class("OtherProgram") != 0; }));
  const X11Window other = screen.window_of_class("OtherProgram");
  REQUIRE(screen.xdotool({"windowactivate", "--sync", std::to_string(other)}));

  call.softphone().call("--number +31600110201 --name 'G. Hoekstra' --seconds 60");
  REQUIRE(call.comes("ringing", "Gerda Hoekstra-Baaij"));
  const std::optional<absl::Time> incoming = call.relay().when("CALL_INCOMING");
  REQUIRE(incoming.has_value());
  const absl::Duration took = call.shown("ringing", "Gerda Hoekstra-Baaij")->at - *incoming;
  WARN("from CALL_INCOMING to the frame with the customer: " << absl::FormatDuration(took));
  CHECK(took < absl::Milliseconds(300));
  CHECK(different_pixels(idle, screen.picture(), {place.left, place.top, place.right, place.top + 80}) > 500);

  call.softphone().tell("accept");
  REQUIRE(call.comes("in_call", "Gerda Hoekstra-Baaij"));
  REQUIRE(call.say("agent", "ja dat doet een andere afdeling daar ga ik niet over") == 0);
  REQUIRE(call.comes("in_call", "ga ik niet over", "we"));

  REQUIRE(screen.xdotool({"windowraise", std::to_string(other)}));
  CHECK(eventually([&] { return !screen.stacking().empty() && screen.stacking().back() == overlay; }));
  REQUIRE(screen.xdotool({"type", "--delay", "20", "hallo"}));
  REQUIRE(screen.xdotool({"key", "Return"}));
  CHECK(eventually([&] { return slurp(call.folder().file("typed")) == "hallo\n"; }));
  CHECK(screen.active_window() == other);

  call.softphone().tell("hold");
  REQUIRE(call.comes("on_hold"));
  call.softphone().tell("resume");
  call.softphone().tell("hangup");
  REQUIRE(call.comes("wrap_up", "Gerda Hoekstra-Baaij"));
  CHECK(call.overlay().running());
}

TEST_CASE("A click on the card's answer reaches the service and the keyboard stays where it was") {
  if (!softphone_is_installed()) return;
  Call call;
  XScreen& screen = call.screen();
  Child terminal({"xterm", "-geometry", "80x24+100+100", "-class", "OtherProgram"});
  REQUIRE(eventually([&] { return screen.window_of_class("OtherProgram") != 0; }));
  const X11Window other = screen.window_of_class("OtherProgram");
  REQUIRE(screen.xdotool({"windowactivate", "--sync", std::to_string(other)}));

  call.softphone().call("--number +31600110201 --seconds 60");
  REQUIRE(call.comes("ringing", "Gerda"));
  call.softphone().tell("accept");
  REQUIRE(call.comes("in_call"));
  REQUIRE(call.say("agent", "ja dat doet een andere afdeling daar ga ik niet over") == 0);
  REQUIRE(call.comes("in_call", "Past niet", "we"));
  const render::Rect place = screen.place_of(screen.window_of_class("aandacht"));
  // The answers are the only row of buttons: find it by trying each height of the first one's column.
  const std::size_t before = call.frames().size();
  bool gone = false;
  for (int y = place.top + 200; y < place.bottom - 120 && !gone; y += 16) {
    REQUIRE(screen.xdotool({"mousemove", std::to_string(place.left + 70), std::to_string(y), "click", "1"}));
    gone = eventually(
        [&] {
          const std::vector<Frame> frames = call.frames();
          return frames.size() > before && frames.back().card.empty();
        },
        absl::Milliseconds(150));
  }
  CHECK(gone);
  CHECK(screen.active_window() == other);
  call.softphone().tell("hangup");
  REQUIRE(call.comes("wrap_up"));
}

}  // namespace aandacht::test
