#include "client/app/frame_loop.h"

#include <thread>

#include "tests/support/catch.h"
#include "tests/support/headless_ui.h"

namespace aandacht::test {
namespace {

/// A line of text that tests change.
struct Line {
  std::string text = "begin";
  void draw() const { ImGui::GetForegroundDrawList()->AddText({5, 5}, IM_COL32(0, 0, 0, 255), text.c_str()); }
};

}  // namespace

TEST_CASE("without a reason there is no frame", "[frame_loop]") {
  Line line;
  HeadlessUi ui({}, [&] { line.draw(); });
  const app::LoopStats before = ui.stats();
  ui.advance(absl::Hours(1));
  CHECK(ui.stats().frames == before.frames);
}

TEST_CASE("a message brings two frames, of which one is drawn and shown", "[frame_loop]") {
  Line line;
  HeadlessUi ui({}, [&] { line.draw(); });
  const app::LoopStats before = ui.stats();
  ui.loop().inbox().post([&] { line.text = "nieuw"; });
  REQUIRE(ui.loop().turn(absl::ZeroDuration()).ok());
  CHECK(ui.stats().messages == before.messages + 1);
  CHECK(ui.stats().frames == before.frames + 2);
  CHECK(ui.stats().rasterisations == before.rasterisations + 1);
  CHECK(ui.stats().presents == before.presents + 1);
  CHECK(ui.window().last_damage().size() == 1);
  CHECK(ui.window().last_damage()[0].height() <= 48);
  CHECK(ui.sees("nieuw"));
}

TEST_CASE("a message that changes nothing is neither drawn nor shown", "[frame_loop]") {
  Line line;
  HeadlessUi ui({}, [&] { line.draw(); });
  const app::LoopStats before = ui.stats();
  ui.loop().inbox().post([] {});
  REQUIRE(ui.loop().turn(absl::ZeroDuration()).ok());
  CHECK(ui.stats().frames == before.frames + 2);
  CHECK(ui.stats().presents == before.presents);
}

TEST_CASE("many messages at once bring two frames", "[frame_loop]") {
  Line line;
  HeadlessUi ui({}, [&] { line.draw(); });
  const app::LoopStats before = ui.stats();
  for (int i = 0; i < 100; ++i) ui.loop().inbox().post([&, i] { line.text = std::to_string(i); });
  REQUIRE(ui.loop().turn(absl::ZeroDuration()).ok());
  CHECK(ui.stats().messages == before.messages + 100);
  CHECK(ui.stats().frames == before.frames + 2);
  CHECK(ui.sees("99"));
}

TEST_CASE("a message posted by a message waits for the next turn", "[frame_loop]") {
  HeadlessUi ui({}, [] {});
  int seen = 0;
  ui.loop().inbox().post([&] { ui.loop().inbox().post([&] { ++seen; }); });
  REQUIRE(ui.loop().turn(absl::ZeroDuration()).ok());
  CHECK(seen == 0);
  REQUIRE(ui.loop().turn(absl::ZeroDuration()).ok());
  CHECK(seen == 1);
}

TEST_CASE("input brings three frames", "[frame_loop]") {
  HeadlessUi ui({}, [] {});
  const app::LoopStats before = ui.stats();
  ui.move_to(10, 10);
  CHECK(ui.stats().frames == before.frames + 3);
}

TEST_CASE("a view that asks to tick each second is drawn each second, and no longer when it stops asking",
          "[frame_loop]") {
  bool in_call = true;
  app::FrameLoop* loop = nullptr;
  HeadlessUi ui({}, [&] {
    if (in_call && loop != nullptr) loop->wake_in(absl::Seconds(1));
  });
  loop = &ui.loop();
  ui.settle();
  const app::LoopStats before = ui.stats();
  ui.advance(absl::Milliseconds(10500));
  CHECK(ui.stats().frames == before.frames + 10);
  in_call = false;
  ui.advance(absl::Seconds(2));
  const app::LoopStats stopped = ui.stats();
  ui.advance(absl::Hours(1));
  CHECK(ui.stats().frames == stopped.frames);
}

TEST_CASE("the earliest moment asked for counts", "[frame_loop]") {
  app::FrameLoop* loop = nullptr;
  HeadlessUi ui({}, [&] {
    if (loop == nullptr) return;
    loop->wake_in(absl::Seconds(9));
    loop->wake_in(absl::Seconds(2));
    loop->wake_in(absl::Seconds(5));
  });
  loop = &ui.loop();
  ui.settle();
  const app::LoopStats before = ui.stats();
  ui.advance(absl::Milliseconds(1999));
  CHECK(ui.stats().frames == before.frames);
  ui.advance(absl::Milliseconds(1));
  CHECK(ui.stats().frames == before.frames + 1);
}

TEST_CASE("a press and release that come together are a click all the same", "[frame_loop]") {
  int clicks = 0;
  HeadlessUi ui({}, [&] {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::Begin("w", nullptr, ImGuiWindowFlags_NoDecoration);
    if (ImGui::Button("Gebruikt", {100, 40})) ++clicks;
    ImGui::End();
  });
  ui.window().inject(platform::MouseMoved{30, 30});
  for (int i = 0; i < 3; ++i) {
    ui.window().inject(platform::MouseButton{0, true});
    ui.window().inject(platform::MouseButton{0, false});
  }
  ui.settle();
  CHECK(clicks == 3);
}

TEST_CASE("another size draws everything anew", "[frame_loop]") {
  Line line;
  HeadlessUi ui({}, [&] { line.draw(); });
  ui.window().resize({200, 300});
  REQUIRE(ui.loop().turn(absl::ZeroDuration()).ok());
  CHECK(ui.window().last_damage() == std::vector<render::Rect>{{0, 0, 200, 300}});
  CHECK(ui.sees("begin"));
}

TEST_CASE("another background is drawn without a change of view", "[frame_loop]") {
  Line line;
  HeadlessUi ui({}, [&] { line.draw(); });
  ui.loop().set_background(render::pixel(27, 29, 33));
  ui.settle();
  CHECK(ui.window().canvas().at(300, 300) == render::pixel(27, 29, 33));
}

TEST_CASE("fonts are built anew while running", "[frame_loop]") {
  Line line;
  float size = 13;
  HeadlessUi ui({.add_fonts =
                     [&size](ImFontAtlas& atlas, float) {
                       ImFontConfig config;
                       config.SizePixels = size;
                       atlas.AddFontDefault(&config);
                     }},
                [&] { line.draw(); });
  size = 26;
  ui.loop().inbox().post([&] { REQUIRE(ui.loop().rebuild_fonts().ok()); });
  ui.settle();
  REQUIRE(ui.text().run_of("begin") != nullptr);
  CHECK(ui.text().run_of("begin")->size == Approx(26));
}

TEST_CASE("run ends when another thread says quit, after its messages", "[frame_loop]") {
  HeadlessUi ui({}, [] {});
  int heard = 0;
  std::thread other([&] {
    for (int i = 0; i < 1000; ++i) ui.loop().inbox().post([&] { ++heard; });
    ui.loop().inbox().post([&] { ui.loop().quit(); });
  });
  CHECK(ui.loop().run().ok());
  other.join();
  CHECK(heard == 1000);
}

TEST_CASE("run ends when the window is closed", "[frame_loop]") {
  HeadlessUi ui({}, [] {});
  ui.window().close();
  CHECK(ui.loop().run().ok());
}

namespace {

/// A loop that draws what messages bring at most four times a second.
struct PacedLoop {
  platform::NullWindow window{{380, 720}, 1.0F};
  std::string text = "begin";
  app::FrameLoop loop{window, options()};

  PacedLoop() {
    loop.draw_with([this] { ImGui::GetForegroundDrawList()->AddText({5, 5}, IM_COL32(0, 0, 0, 255), text.c_str()); });
    REQUIRE(loop.turn(absl::ZeroDuration()).ok());
    window.advance(absl::Seconds(5));
    loop.redraw(1);
    REQUIRE(loop.turn(absl::ZeroDuration()).ok());
  }

  static app::FrameLoop::Options options() {
    app::FrameLoop::Options options;
    options.add_fonts = [](ImFontAtlas& atlas, float) { atlas.AddFontDefault(); };
    options.message_pause = absl::Milliseconds(250);
    return options;
  }

  void say(const std::string& words) {
    loop.inbox().post([this, words] { text = words; });
    REQUIRE(loop.turn(absl::ZeroDuration()).ok());
  }
};

}  // namespace

TEST_CASE("two hundred messages a second bring four frames a second, and the last one is drawn", "[frame_loop]") {
  PacedLoop paced;
  const app::LoopStats before = paced.loop.stats();
  for (int i = 0; i < 200; ++i) {
    paced.say(std::to_string(i));
    paced.window.advance(absl::Milliseconds(5));
  }
  CHECK(paced.loop.stats().messages == before.messages + 200);
  CHECK(paced.loop.stats().frames - before.frames >= 3);
  CHECK(paced.loop.stats().frames - before.frames <= 5);
  // Without further messages what waits is drawn when it is due.
  REQUIRE(paced.loop.turn(std::nullopt).ok());
  const auto frames = paced.loop.stats().frames;
  CHECK(render::DrawnText::read(*paced.loop.last_frame(), *ImGui::GetIO().Fonts).sees("199"));
  paced.window.advance(absl::Seconds(10));
  REQUIRE(paced.loop.turn(absl::ZeroDuration()).ok());
  CHECK(paced.loop.stats().frames == frames);
}

TEST_CASE("what somebody does is answered at once although messages are drawn with pauses", "[frame_loop]") {
  PacedLoop paced;
  paced.window.inject(platform::MouseMoved{3, 3});
  REQUIRE(paced.loop.turn(absl::ZeroDuration()).ok());
  const auto frames = paced.loop.stats().frames;
  paced.say("antwoord");
  CHECK(paced.loop.stats().frames > frames);
}

}  // namespace aandacht::test
