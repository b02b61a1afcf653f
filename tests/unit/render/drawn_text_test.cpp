#include "client/render/drawn_text.h"

#include "tests/support/catch.h"
#include "tests/support/headless_ui.h"

namespace aandacht::test {
namespace {

void two_sizes(ImFontAtlas& atlas, float) {
  static const ImWchar kRanges[] = {0x20, 0xFF, 0};
  ImFontConfig config;
  config.GlyphRanges = kRanges;
  for (const float size : {13.0F, 26.0F}) {
    config.SizePixels = size;
    atlas.AddFontDefault(&config);
  }
}

void full_window() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
}

HeadlessUi ui_of(std::function<void()> view, int width = 380, int height = 200) {
  return HeadlessUi({.width = width, .height = height, .add_fonts = two_sizes}, [view = std::move(view)] {
    full_window();
    ImGui::Begin("w", nullptr, ImGuiWindowFlags_NoDecoration);
    view();
    ImGui::End();
  });
}

}  // namespace

TEST_CASE("drawn text is read with its spaces and accents", "[drawn_text]") {
  auto ui = ui_of([] { ImGui::TextUnformatted("Storing gemeld: re\xC3\xAFnstallatie, 38,50 euro"); });
  CHECK(ui.sees("Storing gemeld: re\xC3\xAFnstallatie, 38,50 euro"));
  CHECK_FALSE(ui.sees("Storinggemeld"));
}

TEST_CASE("several spaces between words are kept in the run and do not matter to sees", "[drawn_text]") {
  auto ui = ui_of([] { ImGui::TextUnformatted("een   twee"); });
  CHECK(ui.text().runs().at(0).text == "een   twee");
  CHECK(ui.sees("een twee"));
}

TEST_CASE("text in two fonts is read with the size of each", "[drawn_text]") {
  auto ui = ui_of([] {
    ImGui::TextUnformatted("klein");
    ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[1]);
    ImGui::TextUnformatted("groot");
    ImGui::PopFont();
  });
  const DrawnText text = ui.text();
  REQUIRE(text.run_of("klein") != nullptr);
  REQUIRE(text.run_of("groot") != nullptr);
  CHECK(text.run_of("klein")->size == Approx(13));
  CHECK(text.run_of("groot")->size == Approx(26));
}

TEST_CASE("a line has its columns from left to right", "[drawn_text]") {
  auto ui = ui_of([] {
    ImGui::TextUnformatted("links");
    ImGui::SameLine(200);
    ImGui::TextUnformatted("rechts");
  });
  CHECK(ui.text().lines() == std::vector<std::string>{"links  rechts"});
}

TEST_CASE("wrapped text is found as one sentence with the box around its lines", "[drawn_text]") {
  auto ui = ui_of([] { ImGui::TextWrapped("Dat hebben wij niet goed gedaan. Ik zoek nu zelf uit waar uw geld is."); });
  const auto rect = ui.find("niet goed gedaan. Ik zoek nu zelf uit waar uw geld is.");
  REQUIRE(rect.has_value());
  CHECK(rect->height() > 20);
  CHECK(ui.text().lines().size() > 1);
}

TEST_CASE("text scrolled out of a region is not seen, and seen after scrolling", "[drawn_text]") {
  auto ui = ui_of([] {
    ImGui::BeginChild("list", {0, 100});
    for (int i = 0; i < 60; ++i) ImGui::Text("regel %d.", i);
    ImGui::EndChild();
  });
  CHECK(ui.sees("regel 0."));
  CHECK_FALSE(ui.sees("regel 25."));
  REQUIRE(ui.scroll_over("regel 2.", -6));
  CHECK_FALSE(ui.sees("regel 0."));
  CHECK(ui.sees("regel 25."));
}

TEST_CASE("text under an opaque box is not seen, under a tint it is", "[drawn_text]") {
  auto ui = ui_of([] {
    ImGui::TextUnformatted("bedekt");
    ImGui::TextUnformatted("getint");
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({0, 0}, {380, 21}, IM_COL32(255, 255, 255, 255), 6.0F);
    list->AddRectFilled({0, 21}, {380, 60}, IM_COL32(255, 255, 255, 100));
  });
  CHECK_FALSE(ui.sees("bedekt"));
  CHECK(ui.sees("getint"));
}

TEST_CASE("text that ImGui cuts at its edge is read as far as it shows", "[drawn_text]") {
  auto ui = ui_of([] {
    ImGui::GetWindowDrawList()->AddText(nullptr, 0, {10, 10}, IM_COL32_WHITE, "zichtbaar en de rest niet", nullptr, 0,
                                        nullptr);
    const ImVec4 clip(10, 40, 80, 60);
    ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), {10, 40}, IM_COL32_WHITE,
                                        "zichtbaar en de rest niet", nullptr, 0, &clip);
  });
  CHECK(ui.count("zichtbaar") == 2);
  CHECK(ui.count("rest niet") == 1);
}

TEST_CASE("the rectangle of a word lies within its line", "[drawn_text]") {
  auto ui = ui_of([] { ImGui::TextUnformatted("een twee drie"); });
  const auto two = ui.find("twee");
  const auto line = ui.find("een twee drie");
  REQUIRE((two.has_value() && line.has_value()));
  CHECK(two->left == Approx(line->left + 4 * 7));
  CHECK(two->width() == Approx(4 * 7));
  CHECK(two->height() == Approx(13));
}

TEST_CASE("a label is clicked where it is drawn", "[headless]") {
  int used = 0;
  int dismissed = 0;
  auto ui = ui_of([&] {
    if (ImGui::Button("Gebruikt")) ++used;
    ImGui::SameLine();
    if (ImGui::Button("Nu niet")) ++dismissed;
  });
  CHECK(ui.click("Nu niet"));
  CHECK(used == 0);
  CHECK(dismissed == 1);
  CHECK_FALSE(ui.click("Past niet"));
}

TEST_CASE("a text field takes the keyboard, types, and gives it back on Escape", "[headless]") {
  static char text[64];
  text[0] = '\0';
  auto ui = ui_of([] { ImGui::InputTextWithHint("##why", "waarom", text, sizeof text); });
  CHECK_FALSE(ui.window().accepts_keyboard());
  REQUIRE(ui.click("waarom"));
  CHECK(ui.window().accepts_keyboard());
  ui.type("terugbet\xC3\xA9");
  ui.press(render::Key::kBackspace);
  CHECK(std::string(text) == "terugbet");
  CHECK(ui.sees("terugbet"));
  ui.press(render::Key::kEscape);
  CHECK_FALSE(ui.window().accepts_keyboard());
}

TEST_CASE("a text field is left when another window takes the keyboard", "[headless]") {
  static char text[64];
  text[0] = '\0';
  auto ui = ui_of([] { ImGui::InputTextWithHint("##why", "waarom", text, sizeof text); });
  REQUIRE(ui.click("waarom"));
  REQUIRE(ui.window().accepts_keyboard());
  ui.window().inject(platform::FocusChanged{false});
  ui.settle();
  CHECK_FALSE(ui.window().accepts_keyboard());
  ui.type("verloren");
  CHECK_FALSE(ui.sees("verloren"));
}

}  // namespace aandacht::test
