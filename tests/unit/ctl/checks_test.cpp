#include "client/ctl/checks.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ctl/run_ctl.h"

namespace aandacht::ctl {
namespace {

namespace fs = std::filesystem;

/// A machine made of a temporary folder.
struct FakeMachine {
  test::TemporaryFolder folder;
  std::map<std::string, std::string> variables;

  Machine machine() {
    return {.variable = [this](const std::string& name) -> std::optional<std::string> {
              const auto found = variables.find(name);
              return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
            },
            .proc = folder.path() / "proc",
            .x_sockets = folder.path() / "x",
            .fonts = {folder.path() / "fonts"}};
  }

  void put(const fs::path& file, const std::string& text) {
    fs::create_directories((folder.path() / file).parent_path());
    std::ofstream(folder.path() / file) << text;
  }
};

TEST_CASE("without a display the desk is warned, not broken", "[doctor]") {
  FakeMachine fake;
  CHECK(check_display(fake.machine()).health == Health::kWarning);
  CHECK(check_window_manager(fake.machine()).health == Health::kWarning);
}

TEST_CASE("a display whose server does not run is broken", "[doctor]") {
  FakeMachine fake;
  fake.variables["DISPLAY"] = ":7.0";
  CHECK(check_display(fake.machine()).health == Health::kBroken);
  fake.put("x/X7", "");
  CHECK(check_display(fake.machine()).health == Health::kOk);
  fake.variables["XDG_SESSION_TYPE"] = "wayland";
  CHECK(check_display(fake.machine()).health == Health::kWarning);
}

TEST_CASE("shared memory needs the display on this machine", "[doctor]") {
  FakeMachine fake;
  fake.variables["DISPLAY"] = ":0";
  CHECK(check_shared_memory(fake.machine()).health == Health::kWarning);
  fake.put("proc/sysvipc/shm", "");
  CHECK(check_shared_memory(fake.machine()).health == Health::kOk);
  fake.variables["DISPLAY"] = "desk12:0";
  CHECK(check_shared_memory(fake.machine()).health == Health::kWarning);
}

TEST_CASE("a window manager is known by the programs that run", "[doctor]") {
  FakeMachine fake;
  fake.variables["DISPLAY"] = ":0";
  fake.put("proc/12/comm", "bash\n");
  CHECK(check_window_manager(fake.machine()).health == Health::kWarning);
  fake.put("proc/13/comm", "openbox\n");
  const Finding found = check_window_manager(fake.machine());
  CHECK(found.health == Health::kOk);
  CHECK(found.what == "openbox runs");
}

TEST_CASE("Wayland without XWayland is broken, and says what to do", "[doctor]") {
  FakeMachine fake;
  fake.variables["WAYLAND_DISPLAY"] = "wayland-0";
  const Finding found = check_display(fake.machine());
  CHECK(found.health == Health::kBroken);
  CHECK(found.advice.find("xwayland") != std::string::npos);
}

TEST_CASE("whether the overlay stays on top is said by the reason why not", "[doctor]") {
  CHECK(check_on_top({.manager = "Openbox"}).health == Health::kOk);
  CHECK(check_on_top({.manager = "Openbox"}).what.find("Openbox") == 0);
  const auto warns_of = [](const platform::Standing& standing, const std::string& word) {
    const Finding found = check_on_top(standing);
    return found.health == Health::kWarning && !found.advice.empty() && found.what.find(word) != std::string::npos;
  };
  CHECK(warns_of({.reachable = false}, "no X server"));
  CHECK(warns_of({.has_manager = false, .keeps_above = false}, "no window manager"));
  CHECK(warns_of({.manager = "old", .keeps_above = false}, "old does not know"));
  CHECK(warns_of({.full_screen = true}, "fills the screen"));
}

TEST_CASE("whether the softphone's window is there is said by its name", "[doctor]") {
  CHECK(check_dock({}, "right-edge").health == Health::kOk);
  CHECK(check_dock({}, "somewhere").health == Health::kBroken);
  CHECK(check_dock({.followed = platform::Followed::kInSight}, "beside:twinkle").health == Health::kOk);
  CHECK(check_dock({.followed = platform::Followed::kHidden}, "beside:twinkle").what.find("minimised") !=
        std::string::npos);
  const Finding gone = check_dock({.followed = platform::Followed::kNotFound}, "beside:twinkle");
  CHECK(gone.health == Health::kWarning);
  CHECK(gone.what.find("\"twinkle\"") != std::string::npos);
  CHECK(gone.advice.find("xprop") != std::string::npos);
  CHECK(gone.advice.find("Wayland") == std::string::npos);
  const Finding wayland = check_dock({.wayland = true, .followed = platform::Followed::kNotFound}, "beside:twinkle");
  CHECK(wayland.advice.find("Wayland") != std::string::npos);
}

TEST_CASE("the place is read from the overlay's settings, whatever else is wrong there", "[doctor]") {
  FakeMachine fake;
  const fs::path file = fake.folder.path() / "overlay.toml";
  CHECK(dock_setting(file) == "right-edge");
  fake.put("overlay.toml", "agent = 3\ndock = \"beside:twinkle\"\n");
  CHECK(dock_setting(file) == "beside:twinkle");
  fake.put("overlay.toml", "dock = \"somewhere\"\n");
  CHECK(dock_setting(file) == "right-edge");
}

TEST_CASE("fonts are looked for in folders below", "[doctor]") {
  FakeMachine fake;
  CHECK(check_fonts(fake.machine()).health == Health::kBroken);
  fake.put("fonts/truetype/noto/NotoSans-Regular.ttf", "");
  CHECK(check_fonts(fake.machine()).health == Health::kOk);
}

TEST_CASE("content with a mistake is broken and says where", "[doctor]") {
  FakeMachine fake;
  fake.put("content/nl/coach.toml", "[[rule]\n");
  const Finding found = check_content(fake.folder.path() / "content");
  CHECK(found.health == Health::kBroken);
  CHECK_THAT(found.what, Catch::Matchers::Contains("nl/coach.toml:1"));
}

TEST_CASE("doctor finds the missing service and exits with 1", "[doctor]") {
  test::TemporaryFolder folder;
  const Ran ran = run_ctl({"--server", "127.0.0.1:1", "doctor", "--json", "--outbox", (folder.path() / "o.db").string(),
                           "--content", AANDACHT_SOURCE_DIR "/service/content"});
  CHECK(ran.exit == Exit::kFailed);
  CHECK_THAT(ran.out, Catch::Matchers::Contains(R"("subject":"service","health":"fail")"));
  CHECK_THAT(ran.out, Catch::Matchers::Contains(R"("subject":"content","health":"ok")"));
  CHECK_THAT(ran.out, Catch::Matchers::Contains(R"("subject":"outbox","health":"ok")"));
  CHECK_THAT(ran.out, Catch::Matchers::Contains("aandachtctl 9.9.9"));
}

}  // namespace
}  // namespace aandacht::ctl
