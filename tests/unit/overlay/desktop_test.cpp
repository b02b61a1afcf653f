// The overlay as it runs, on a window in memory and with a service that does what the test says.
#include "client/overlay/desktop.h"

#include <atomic>
#include <mutex>
#include <set>

#include "absl/strings/match.h"
#include "client/platform/null_window.h"
#include "client/render/drawn_text.h"
#include "shared/base/text_file.h"
#include "tests/support/catch.h"
#include "tests/support/eventually.h"
#include "tests/support/fake_service.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace aandacht::overlay {
namespace {

class RunningOverlay {
 public:
  /// `toml`: the settings; nullopt: it is the first start.
  explicit RunningOverlay(const std::optional<std::string>& toml)
      : service_({.watch_desk = [this](const auto& request, const auto& write, const auto& cancelled) {
          {
            const std::scoped_lock lock(mutex_);
            desks_.insert(request.agent_id());
          }
          v1::WatchDeskResponse whole;
          whole.mutable_desk()->set_agent_id(request.agent_id());
          whole.mutable_desk()->set_version(1);
          whole.mutable_desk()->mutable_time()->set_seconds(100);
          write(whole);
          (void)test::eventually([&] { return cancelled() || rings_; }, absl::Seconds(30));
          if (rings_) {
            v1::DeskCall& call = *whole.mutable_desk()->add_calls();
            call.set_call_id("call-1");
            call.set_state(v1::CALL_STATE_RINGING);
            whole.mutable_desk()->set_version(2);
            write(whole);
          }
          // The reply to a cancelled call goes nowhere; until then the stream stays.
          (void)test::eventually([&] { return cancelled(); }, absl::Seconds(30));
          return absl::OkStatus();
        }}) {
    if (toml) {
      const std::string server = "server = \"" + service_.address() + "\"\n";
      REQUIRE(base::write_text_file(file(), server + *toml).ok());
    }
    const std::vector<const char*> arguments = {"aandacht"};
    Parsed parsed = parse_options(1, arguments.data(), "1");
    REQUIRE_FALSE(parsed.answer);
    parsed.options.server = service_.address();
    desktop_ = std::make_unique<Desktop>(window_, parsed, "1", clock_, ids_);
    REQUIRE(desktop_->start().ok());
  }

  [[nodiscard]] std::string file() const { return home_.folder.file("config/aandacht/overlay.toml"); }
  [[nodiscard]] platform::NullWindow& window() { return window_; }
  [[nodiscard]] Desktop& desktop() { return *desktop_; }

  /// Somebody calls.
  void ring() { rings_ = true; }

  void draw() {
    desktop_->loop().redraw();
    REQUIRE(desktop_->loop().turn(absl::ZeroDuration()).ok());
  }

  [[nodiscard]] render::DrawnText text() {
    draw();
    return render::DrawnText::read(*desktop_->loop().last_frame(), *ImGui::GetIO().Fonts);
  }

  [[nodiscard]] bool sees(const std::string& words) {
    return test::eventually([&] { return text().sees(words); });
  }

  [[nodiscard]] bool opened(const std::string& agent) {
    return test::eventually([&] {
      draw();
      const std::scoped_lock lock(mutex_);
      return desks_.count(agent) > 0;
    });
  }

  [[nodiscard]] bool opened_any() {
    const std::scoped_lock lock(mutex_);
    return !desks_.empty();
  }

  void click(const std::string& label) {
    REQUIRE(sees(label));
    const std::optional<render::TextRect> place = text().find(label);
    REQUIRE(place);
    click_at(place->centre().x, place->centre().y);
  }

  void click_at(float x, float y) {
    window_.inject(platform::MouseMoved{x, y});
    draw();
    window_.inject(platform::MouseButton{0, true});
    window_.inject(platform::MouseButton{0, false});
    draw();
  }

 private:
  /// Before any thread is there that may read the environment.
  struct Home {
    Home() {
      setenv("XDG_CONFIG_HOME", folder.file("config").c_str(), 1);
      setenv("XDG_STATE_HOME", folder.file("state").c_str(), 1);
      setenv("AANDACHT_AGENT", "sanne", 1);
    }
    test::TemporaryFolder folder;
  };

  Home home_;
  std::atomic<bool> rings_ = false;
  std::mutex mutex_;
  std::set<std::string> desks_;
  test::FakeService service_;
  platform::NullWindow window_{{380, 3600}};
  test::ManualClock clock_;
  base::RandomIds ids_;
  std::unique_ptr<Desktop> desktop_;
};

TEST_CASE("no desk is opened before the first start is over, and then that of who was chosen") {
  RunningOverlay overlay(std::nullopt);
  REQUIRE(overlay.sees("1 van 4"));
  overlay.click("Verder");
  overlay.click("sanne");
  overlay.window().inject(platform::TextTyped{"7"});
  overlay.draw();
  overlay.click("Verder");
  CHECK_FALSE(overlay.opened_any());
  overlay.click("Overslaan");
  CHECK(overlay.opened("sanne7"));
  CHECK(overlay.sees("Geen gesprek"));
  CHECK(test::eventually([&] { return std::filesystem::exists(overlay.file()); }));
}

TEST_CASE("the gear opens the settings, which hold at once") {
  RunningOverlay overlay("language = \"nl\"\n");
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.click_at(25, 32);
  REQUIRE(overlay.sees("Instellingen"));
  SECTION("another width") {
    overlay.click("Breedte");
    const std::optional<render::TextRect> width = overlay.text().find("380 px");
    REQUIRE(width);
    overlay.click_at(380 - 16 - 18, width->centre().y);
    CHECK(overlay.window().size().width == 400);
  }
  SECTION("larger text") {
    const std::optional<render::TextRect> size = overlay.text().find("18 px");
    REQUIRE(size);
    overlay.click_at(380 - 16 - 18, size->centre().y);
    CHECK(overlay.sees("19 px"));
    CHECK(overlay.text().find("Instellingen")->height() > 0);
  }
  SECTION("another place") {
    overlay.click("Links");
    CHECK(overlay.window().docked().side == platform::DockSide::kLeftEdge);
  }
  SECTION("somebody else's desk") {
    overlay.click("sanne");
    overlay.window().inject(platform::TextTyped{"2"});
    overlay.draw();
    overlay.window().inject(platform::KeyChanged{render::Key::kEnter, true, {}});
    overlay.window().inject(platform::KeyChanged{render::Key::kEnter, false, {}});
    overlay.draw();
    CHECK(overlay.opened("sanne2"));
  }
  SECTION("the way back") {
    overlay.click("Klaar");
    CHECK(overlay.sees("Geen gesprek"));
  }
}

TEST_CASE("what is wrong in the file is said in the window and goes when the file is mended") {
  RunningOverlay overlay("theme = \"blauw\"\n");
  REQUIRE(overlay.sees("overlay.toml regel 2: theme “blauw” bestaat"));
  REQUIRE(base::write_text_file(overlay.file(), "theme = \"dark\"\n").ok());
  CHECK(test::eventually([&] { return !overlay.text().sees("overlay.toml"); }));
}

TEST_CASE("a key that another program has is said beside its setting") {
  RunningOverlay overlay("language = \"nl\"\n");
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.window().refuse_hotkeys({{"hide", platform::HotkeyTrouble::kTaken}});
  overlay.click_at(25, 32);
  CHECK(overlay.sees("Ctrl+Alt+H bezet"));
}

TEST_CASE("the language between calls is kept for the next time") {
  RunningOverlay overlay("# Mine.\nlanguage = \"nl\"\n");
  overlay.click("English");
  CHECK(overlay.sees("No call"));
  CHECK(test::eventually([&] {
    return absl::StrContains(base::read_text_file(overlay.file()).value_or(""), "# Mine.\nlanguage = \"en\"\n");
  }));
}

TEST_CASE("a habit in one's own words is chosen without the service's list, and the page closes to where it was") {
  RunningOverlay overlay("agent = \"sanne\"\n");
  REQUIRE(overlay.opened("sanne"));
  overlay.click("Kleine gewoonte");
  REQUIRE(overlay.sees("Je hebt er nog geen."));
  CHECK(overlay.sees("Je eigen gewoonte werkt gewoon."));  // This service has no lists.
  const auto fill_in = [&](const std::string& label, const std::string& words) {
    REQUIRE(overlay.sees(label));
    const render::TextRect place = *overlay.text().find(label);
    overlay.click_at(place.left + 40, place.bottom + 20);
    for (int i = 0; i < 4; ++i) overlay.draw();
    overlay.window().inject(platform::TextTyped{words});
    overlay.draw();
    overlay.window().inject(platform::KeyChanged{render::Key::kEnter, true, {}});
    overlay.window().inject(platform::KeyChanged{render::Key::kEnter, false, {}});
    overlay.draw();
  };
  fill_in("Nadat … (ik een collega noem)", "ik ophang");
  fill_in("doe ik … (zeg ik wij)", "adem ik uit");
  overlay.click("Kies voor mezelf");
  REQUIRE(overlay.sees("Nadat ik ophang, adem ik uit"));
  overlay.click("Net gedaan");
  CHECK(overlay.sees("Een keer gedaan, sinds"));
  overlay.click("Sluiten");
  CHECK(overlay.sees("Geen gesprek"));
}

TEST_CASE("a call takes the place of one's own page at once") {
  RunningOverlay overlay("agent = \"sanne\"\n");
  REQUIRE(overlay.opened("sanne"));
  overlay.click("Mijn dag");
  REQUIRE(overlay.sees("De ring loopt vol"));
  overlay.ring();
  CHECK(overlay.sees("gaat over"));
  CHECK_FALSE(overlay.text().sees("De ring loopt vol"));
}

TEST_CASE("the key of a reset does not hide the settings") {
  RunningOverlay overlay("agent = \"sanne\"\n");
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.click_at(25, 32);
  REQUIRE(overlay.sees("Instellingen"));
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  overlay.draw();
  CHECK(overlay.window().is_shown());
}

TEST_CASE("my day says that the service does not answer, and a reset that begins takes its place") {
  RunningOverlay overlay("agent = \"sanne\"\n");
  REQUIRE(overlay.opened("sanne"));
  overlay.click("Mijn dag");
  REQUIRE(overlay.sees("De dienst antwoordt nu niet."));
  overlay.click("15 minuten");
  REQUIRE(overlay.sees("Stop met delen"));
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  CHECK(overlay.sees("Langer: 2 minuten"));
  CHECK_FALSE(overlay.text().sees("Stop met delen"));
}

TEST_CASE("a reset begins and ends by its keys, with a tone at both ends when that is wished for") {
  const bool sound = GENERATE(true, false);
  RunningOverlay overlay(sound ? "[reset]\nsound = true\n" : "language = \"nl\"\n");
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  REQUIRE(overlay.sees("Langer: 2 minuten"));
  CHECK(overlay.window().bells() == (sound ? 1 : 0));
  overlay.window().inject(platform::HotkeyPressed{"end_reset"});
  REQUIRE(overlay.sees("Dat was het."));
  CHECK(overlay.window().bells() == (sound ? 2 : 0));
  overlay.window().inject(platform::HotkeyPressed{"end_reset"});
  CHECK(overlay.sees("Geen gesprek"));
}

TEST_CASE("no tone sounds into the call that ends a reset") {
  RunningOverlay overlay("agent = \"sanne\"\n[reset]\nsound = true\n");
  REQUIRE(overlay.opened("sanne"));
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  REQUIRE(overlay.sees("Langer: 2 minuten"));
  REQUIRE(overlay.window().bells() == 1);
  overlay.ring();
  REQUIRE(overlay.sees("gaat over"));
  CHECK(overlay.window().bells() == 1);
}

TEST_CASE("a reset that runs behind the search is stopped from its line, and the key of another offer shows it first") {
  RunningOverlay overlay("agent = \"sanne\"\n");
  REQUIRE(overlay.opened("sanne"));
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  REQUIRE(overlay.sees("Langer: 2 minuten"));
  overlay.window().inject(platform::HotkeyPressed{"find_why"});
  REQUIRE(overlay.sees(": nog"));
  overlay.click("Stop");
  CHECK_FALSE(overlay.text().sees("Dat was het."));  // Behind the search.
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  CHECK(overlay.sees("Dat was het."));
}

TEST_CASE("a reset is drawn four times a second, twelve in a breath, and once with less motion or out of sight") {
  const std::string manner = GENERATE("", "reduced_motion = true\n", "form = \"column\"\n");
  RunningOverlay overlay(manner);
  REQUIRE(overlay.sees("Geen gesprek"));
  overlay.window().inject(platform::HotkeyPressed{"reset"});
  REQUIRE(overlay.sees("Langer: 2 minuten"));
  const bool hidden = manner == "form = \"column\"\n";
  if (hidden) overlay.window().inject(platform::HotkeyPressed{"hide"});
  overlay.draw();
  const std::int64_t before = overlay.desktop().loop().stats().frames;
  const absl::Duration begin = overlay.window().now();
  while (overlay.window().now() < begin + absl::Seconds(4)) {
    REQUIRE(overlay.desktop().loop().turn(absl::Seconds(1)).ok());
  }
  const std::int64_t frames = overlay.desktop().loop().stats().frames - before;
  INFO(manner);
  CHECK(frames <= (manner.empty() ? 4 * 12 : 4 * 3));
  CHECK(frames >= 3);
}

}  // namespace
}  // namespace aandacht::overlay
