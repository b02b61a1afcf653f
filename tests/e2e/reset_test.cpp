// A moment between two calls with everything that is real: SIP, baresip, the service, the overlay, its watchdog.
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/ready/lease.h"
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
constexpr int kNobodyAnswered = 3;  // Exit statuses of softphone.sh call.
constexpr int kRefused = 4;

/// One agent's evening: a queue that is paused by a command, a softphone, the overlay beside it.
class Evening {
 public:
  Evening() : relay_(softphone_.control_address()) {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    make_content();
    std::ofstream(folder_.file("overlay.toml"))
        << "agent = \"sanne\"\nlanguage = \"nl\"\n[reset]\nnot_ready = \"echo not-ready >>'" << folder_.file("queue")
        << "'\"\nready = \"echo ready >>'" << folder_.file("queue") << "'\"\n";
    service_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen",
                                              "127.0.0.1:0", "--store", absl::StrCat("sqlite:", folder_.file("e2e.db")),
                                              "--content", folder_.file("content")},
                     folder_.file("aandachtd.log"));
    REQUIRE(eventually([&] { return !server().empty(); }, absl::Seconds(20)));
    start_overlay();
  }

  void start_overlay() {
    frames_ = folder_.file(absl::StrCat("frames-", ++overlays_, ".jsonl"));
    overlay_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", server(), "--config",
                                 folder_.file("overlay.toml"), "--softphone",
                                 absl::StrCat("baresip:", relay_.address()), "--scale", "1", "--frame-log", frames_},
        folder_.file("aandacht.log"));
    REQUIRE(eventually([&] { return !slurp(frames_).empty(); }, absl::Seconds(20)));
  }
  void kill_overlay() {
    REQUIRE(::kill(overlay_->pid(), SIGKILL) == 0);
    overlay_->wait();
    overlay_.reset();
  }
  /// Neither gets the time to see the other go.
  void kill_overlay_and_watchdog() {
    const auto leases = ready::lease_files(folder_.file("state") + "/aandacht/not-ready");
    REQUIRE(leases.size() == 1);
    const int watchdog = ready::living_holder(leases.front());
    REQUIRE(watchdog > 0);
    REQUIRE(::kill(overlay_->pid(), SIGSTOP) == 0);
    REQUIRE(::kill(watchdog, SIGKILL) == 0);
    REQUIRE(eventually([&] { return ready::living_holder(leases.front()) == 0; }));
    kill_overlay();
  }

  /// Rings, is answered, is as bad as calls get, and ends.
  void hard_call(const std::string& number) {
    softphone_.call(absl::StrCat("--number ", number, " --seconds 60"));
    if (!comes("ringing", number_on_screen(number))) FAIL("no ring\n" << softphone_.log());
    softphone_.tell("accept");
    REQUIRE(eventually([&] { return last_screen() == "in_call"; }));
    const std::string lines = folder_.file("lines.jsonl");
    std::ofstream(lines) << json{{"speaker", "customer"},
                                 {"text", "ik ben echt woedend, dit is de zoveelste keer, jullie zijn waardeloos"}}
                         << "\n"
                         << json{{"speaker", "customer"},
                                 {"text", "dit is een schande, ik ben hier helemaal klaar mee"}}
                         << "\n";
    const std::string stream = absl::StrCat("'", kBin, "/aandachtctl' --server ", server(),
                                            " transcript stream --call '", call_id(), "' --lang nl <'", lines, "'");
    REQUIRE(Child({"sh", "-c", stream}, folder_.file("ctl.log")).wait() == 0);
    softphone_.tell("hangup");
    REQUIRE(eventually([&] { return last_screen() == "wrap_up" || last_screen() == "idle"; }));
    REQUIRE(eventually([&] { return last_screen() == "idle"; }));
  }

  int ctl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", server()});
    const int code = Child(std::move(arguments), folder_.file("ctl.log")).wait();
    UNSCOPED_INFO(slurp(folder_.file("ctl.log")));
    return code;
  }

  /// A frame of this screen with these words on it was shown by this overlay.
  bool shown(const std::string& screen, const std::string& text) {
    bool found = false;
    each_frame([&](const json& frame) {
      found = found || (frame["screen"] == screen && frame["text"].dump().find(text) != std::string::npos);
    });
    return found;
  }
  bool comes(const std::string& screen, const std::string& text) {
    return eventually([&] { return shown(screen, text); }, absl::Seconds(20));
  }
  std::string last_screen() {
    std::string screen;
    each_frame([&](const json& frame) { screen = frame["screen"]; });
    return screen;
  }

  /// As the window writes it.
  static std::string number_on_screen(const std::string& number) { return number.substr(number.size() - 2); }

  /// What the queue was told, in order: "not-ready ready ".
  bool queue_becomes(const std::string& words, absl::Duration limit = absl::Seconds(15)) {
    const bool came = eventually([&] { return queue() == words; }, limit);
    UNSCOPED_INFO("the queue was told: " << queue() << "\n" << slurp(folder_.file("aandacht.log")));
    return came;
  }
  std::string queue() { return absl::StrReplaceAll(slurp(folder_.file("queue")), {{"\n", " "}}); }

  RealSoftphone& softphone() { return softphone_; }
  Relay& relay() { return relay_; }

 private:
  /// As shipped, with short wrap-ups.
  void make_content() {
    const std::filesystem::path content = folder_.file("content");
    std::filesystem::copy(AANDACHT_SOURCE_DIR "/service/content", content, std::filesystem::copy_options::recursive);
    change(content / "attention.toml", "wrap_up = \"60s\"", "wrap_up = \"1s\"");
  }
  static void change(const std::filesystem::path& file, const std::string& from, const std::string& to) {
    const std::string text = slurp(file.string());
    REQUIRE(text.find(from) != std::string::npos);
    std::ofstream(file) << absl::StrReplaceAll(text, {{from, to}});
  }

  void each_frame(const std::function<void(const json&)>& take) {
    std::ifstream file(frames_);
    for (std::string line; std::getline(file, line);) {
      const json frame = json::parse(line, nullptr, false);
      if (frame.is_discarded()) return;  // Being written.
      take(frame);
    }
  }

  std::string server() {
    const std::string log = slurp(folder_.file("aandachtd.log"));
    const std::string mark = "listening on ";
    const std::size_t at = log.find(mark);
    const std::size_t end = log.find('\n', at);
    if (at == std::string::npos || end == std::string::npos) return "";
    return log.substr(at + mark.size(), end - at - mark.size());
  }

  /// Of the latest call, as baresip told it.
  std::string call_id() {
    const std::string heard = relay_.heard();
    const std::size_t at = heard.rfind("CALL_INCOMING");
    const std::size_t begin = heard.rfind('{', at);
    return json::parse(heard.substr(begin, heard.find('}', at) + 1 - begin))["id"];
  }

  TemporaryFolder folder_;
  XScreen screen_;
  RealSoftphone softphone_;
  Relay relay_;
  std::string frames_;
  int overlays_ = 0;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
};

}  // namespace

TEST_CASE("After four hard calls a reset is offered; while it runs a call is held off, after it the next one rings") {
  if (!softphone_is_installed()) return;
  Evening evening;
  for (const char* number : {"+31600110211", "+31600110212", "+31600110213", "+31600110214"}) evening.hard_call(number);
  REQUIRE(evening.comes("idle", "Even bijkomen?"));
  CHECK(evening.queue().empty());

  REQUIRE(evening.ctl({"reset", "accept", "--agent", "sanne", "--lang", "nl"}) == 0);
  REQUIRE(evening.queue_becomes("not-ready "));
  CHECK(evening.softphone().call_and_wait("--number +31600110215 --give-up 10") == kRefused);
  CHECK_FALSE(evening.shown("ringing", "15"));
  CHECK(evening.last_screen() == "idle");
  CHECK(evening.queue() == "not-ready ");

  REQUIRE(evening.queue_becomes("not-ready ready ", absl::Seconds(40)));
  evening.softphone().call("--number +31600110216 --seconds 60");
  REQUIRE(evening.comes("ringing", "16"));
  evening.softphone().tell("accept");
  CHECK(eventually([&] { return evening.last_screen() == "in_call"; }));
  evening.softphone().tell("hangup");
  CHECK(evening.queue() == "not-ready ready ");
}

TEST_CASE("An overlay that is killed in a reset leaves an agent who is ready, and a call rings") {
  if (!softphone_is_installed()) return;
  Evening evening;
  REQUIRE(evening.ctl({"reset", "ask", "--agent", "sanne", "--length", "2m", "--lang", "nl"}) == 0);
  REQUIRE(evening.queue_becomes("not-ready "));
  CHECK(evening.softphone().call_and_wait("--number +31600110217 --give-up 10") == kRefused);
  evening.kill_overlay();
  CHECK(evening.queue_becomes("not-ready ready "));
  CHECK(evening.softphone().call_and_wait("--number +31600110218 --give-up 1") == kNobodyAnswered);

  // Back in the same reset it is held off again; then everything is killed, and the reset is over.
  evening.start_overlay();
  REQUIRE(evening.queue_becomes("not-ready ready not-ready "));
  evening.kill_overlay_and_watchdog();
  REQUIRE(evening.ctl({"reset", "stop", "--agent", "sanne"}) == 0);
  CHECK(evening.queue() == "not-ready ready not-ready ");
  evening.start_overlay();
  CHECK(evening.queue_becomes("not-ready ready not-ready ready "));
  evening.softphone().call("--number +31600110219 --give-up 3");
  CHECK(evening.comes("ringing", "19"));
}

}  // namespace aandacht::test
