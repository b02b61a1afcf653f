// The overlay is killed in mid-call, the service too: everything is a real program that gets a real kill -9.
#include <signal.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/local/local_store.h"
#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/eventually.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/x_screen.h"

namespace aandacht::test {
namespace {

using nlohmann::json;

constexpr const char* kBin = AANDACHT_BIN_DIR;

class Desk {
 public:
  Desk() {
    setenv("XDG_STATE_HOME", folder_.file("state").c_str(), 1);
    setenv("XDG_CONFIG_HOME", folder_.file("config").c_str(), 1);
    std::filesystem::create_directories(folder_.file("config") + "/aandacht");
    std::ofstream(folder_.file("config") + "/aandacht/overlay.toml") << "";  // No first start.
    start_service("127.0.0.1:0");
    std::ofstream(folder_.file("customers.jsonl"))
        << R"({"external_id":"E2E-1","name":"Gerda Hoekstra-Baaij","phone":"+31600110201","since":"1998","language":"nl",)"
        << R"("address_form":"u","journey":[]})"
        << "\n";
    REQUIRE(ctl({"customers", "import", folder_.file("customers.jsonl")}) == 0);
  }

  void start_service(const std::string& listen) {
    const std::string log = folder_.file(absl::StrCat("aandachtd-", ++services_, ".log"));
    service_.emplace(std::vector<std::string>{absl::StrCat(kBin, "/aandachtd"), "--tokens", "off", "--listen", listen,
                                              "--store", absl::StrCat("sqlite:", folder_.file("e2e.db"))},
                     log);
    REQUIRE(eventually([&] {
      std::stringstream text;
      text << std::ifstream(log).rdbuf();
      const std::string mark = "listening on ";
      const std::size_t at = text.str().find(mark);
      const std::size_t end = text.str().find('\n', at);
      if (at == std::string::npos || end == std::string::npos) return false;
      server_ = text.str().substr(at + mark.size(), end - at - mark.size());
      return true;
    }));
  }
  void kill_service() { kill_now(service_); }

  void start_overlay() {
    frames_ = folder_.file(absl::StrCat("frames-", ++overlays_, ".jsonl"));
    overlay_.emplace(
        std::vector<std::string>{absl::StrCat(kBin, "/aandacht"), "--server", server_, "--agent", "sanne",
                                 "--softphone", "none", "--lang", "nl", "--scale", "1", "--frame-log", frames_},
        folder_.file("aandacht.log"));
  }
  void kill_overlay() { kill_now(overlay_); }

  /// How long the overlay takes from its start until a frame of this screen with these words was shown.
  absl::Duration starts_until(const std::string& screen, const std::string& text) {
    const absl::Time began = absl::Now();
    start_overlay();
    const auto at = shown(screen, text);
    return at ? *at - began : absl::InfiniteDuration();
  }

  /// When the first frame of this screen with these words was shown; it is waited for.
  std::optional<absl::Time> shown(const std::string& screen, const std::string& text = "") {
    std::optional<absl::Time> at;
    const bool came = eventually([&] {
      at = frame(screen, text);
      return at.has_value();
    });
    return came ? at : std::nullopt;
  }

  /// True when the call is on the overlay's disk as answered, within moments.
  bool keeps_the_call() {
    const base::SystemClock clock;
    return eventually([&] {
      const auto store = local::LocalStore::open(folder_.file("state") + "/aandacht/local.db", clock);
      if (!store.ok()) return false;
      const auto kept = (*store)->desk("sanne");
      if (!kept.ok() || !*kept || (*kept)->desk.calls.empty()) return false;
      return (*kept)->desk.calls.front().state == domain::CallState::kInCall;
    });
  }

  int call(const std::string& what) {
    return ctl({"call", what, "--id", "call-1", "--from", "+31600110201", "--agent", "sanne"});
  }
  [[nodiscard]] const std::string& server() const { return server_; }

 private:
  static void kill_now(std::optional<Child>& program) {
    REQUIRE(::kill(program->pid(), SIGKILL) == 0);
    REQUIRE(program->wait() == 128 + SIGKILL);
    program.reset();
  }

  int ctl(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {absl::StrCat(kBin, "/aandachtctl"), "--server", server_});
    return Child(std::move(arguments), folder_.file("ctl.log")).wait();
  }

  std::optional<absl::Time> frame(const std::string& screen, const std::string& text) {
    std::ifstream file(frames_);
    for (std::string line; std::getline(file, line);) {
      const json j = json::parse(line, nullptr, false);
      if (j.is_discarded()) break;  // Being written.
      std::string words;
      for (const json& each : j["text"]) absl::StrAppend(&words, std::string(each), "\n");
      if (j["screen"] != screen || words.find(text) == std::string::npos) continue;
      absl::Time at;
      std::string error;
      REQUIRE(absl::ParseTime(absl::RFC3339_full, std::string(j["at"]), &at, &error));
      return at;
    }
    return std::nullopt;
  }

  TemporaryFolder folder_;
  XScreen screen_;
  std::string server_;
  std::string frames_;
  int services_ = 0;
  int overlays_ = 0;
  std::optional<Child> service_;
  std::optional<Child> overlay_;
};

}  // namespace

TEST_CASE("Killed in mid-call the overlay is back in the call within a second, with the service and without it") {
  Desk desk;
  desk.start_overlay();
  REQUIRE(desk.shown("idle"));
  REQUIRE(desk.call("ringing") == 0);
  REQUIRE(desk.call("answered") == 0);
  REQUIRE(desk.shown("in_call", "Gerda Hoekstra-Baaij"));
  REQUIRE(desk.keeps_the_call());

  desk.kill_overlay();
  const absl::Duration with_service = desk.starts_until("in_call", "Gerda Hoekstra-Baaij");
  INFO("back in the call with the service after " << absl::FormatDuration(with_service));
  CHECK(with_service < absl::Seconds(1));

  desk.kill_overlay();
  desk.kill_service();
  const absl::Duration without_service = desk.starts_until("in_call", "Gerda Hoekstra-Baaij");
  INFO("back in the call without the service after " << absl::FormatDuration(without_service));
  CHECK(without_service < absl::Seconds(1));

  // The softphone's hooks go on, and what they tell is seen at once.
  (void)desk.call("held");
  REQUIRE(desk.shown("on_hold", "Gerda Hoekstra-Baaij"));
  (void)desk.call("resumed");
  (void)desk.call("ended");
  REQUIRE(desk.shown("wrap_up", "Gerda Hoekstra-Baaij"));
  desk.kill_overlay();
  desk.start_service(desk.server());
  CHECK(desk.starts_until("wrap_up", "Gerda Hoekstra-Baaij") < absl::Seconds(1));
}

}  // namespace aandacht::test
