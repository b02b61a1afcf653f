// The page of settings and the first start, drawn.
#include "client/overlay/settings_view.h"

#include "tests/support/catch.h"
#include "tests/ui/layout_checks.h"

namespace aandacht::test {
namespace {

using model::Language;

model::SettingsState usual_state() {
  model::SettingsState state;
  state.values = {{"agent", "sanne"},      {"language", "nl"},
                  {"theme", "light"},      {"text", "18"},
                  {"width", "380"},        {"dock", "beside:Linphone"},
                  {"form", "column"},      {"reduced_motion", "false"},
                  {"queue", "verhuizen"},  {"softphone", "baresip:127.0.0.1:4444"},
                  {"scale", "1.5"},        {"server", "127.0.0.1:7443"},
                  {"time_zone", "local"},  {"renderer", "software"},
                  {"log_level", "warn"},   {"keys.used", "Ctrl+Alt+G"},
                  {"keys.find_why", "F9"}, {"reset.hold_off", "refuse"},
                  {"reset.not_ready", ""}, {"reset.ready", ""},
                  {"reset.sound", "false"}};
  state.file = "/home/sanne/.config/aandacht/overlay.toml";
  state.version = "0.4.0";
  return state;
}

/// Everything that may be wrong, at once.
model::SettingsState overfull_state() {
  model::SettingsState state = usual_state();
  state.values["agent"] = "sanne.van.der.hoeven-oosterhuis@arbeidsongeschiktheidsverzekeringen";
  state.values["dock"] = "beside:Klantcontactcentrumtelefoonvenster van de arbeidsongeschiktheidsverzekering";
  state.file = "/home/sanne.van.der.hoeven/.config/aandacht-klantcontactcentrum/arbeidsongeschiktheid/overlay.toml";
  state.faults = {
      {base::FaultKind::kWrongValue, 7, "theme", "blauw", "light", "", ""},
      {base::FaultKind::kUnknownSetting, 12, "arbeidsongeschiktheidsverzekering", "1", "", "", ""},
      {base::FaultKind::kUnknownSetting, 112, "tema", "1", "", "theme", ""},
      {base::FaultKind::kNotToml, 3, "", "", "", "", ""},
      {base::FaultKind::kNotToml, 0, "", "", "", "", ""},
  };
  state.written = false;
  state.after_restart = {"renderer", "scale"};
  state.by_command = {"server"};
  state.not_taken = {{"agent", "sanne van der hoeven oosterhuis"}, {model::kSoftphoneAddress, "hier"}};
  state.service = model::ServiceAnswer::kExpired;
  state.softphone = model::PhoneAnswer::kNobody;
  state.values["reset.not_ready"] =
      "asterisk -rx \"queue pause member PJSIP/$AANDACHT_AGENT reason arbeidsongeschiktheidsverzekeringen\"";
  state.findings = {"Een programma op volledig scherm staat boven dit venster; dat is van hieruit niet te veranderen."};
  return state;
}

/// One of the pages, and what was done on it.
class PageFixture {
 public:
  using Draw = std::function<void(ui::Look&, overlay::SettingsActions&)>;

  PageFixture(Draw draw, int width, float scale, float text = 18, ui::Palette palette = ui::Palette::kLight,
              int height = 720) {
    HeadlessUi::Options options;
    options.width = static_cast<int>(static_cast<float>(width) * scale);
    options.height = static_cast<int>(static_cast<float>(height) * scale);
    options.scale = scale;
    options.add_fonts = [this, text, palette](ImFontAtlas& atlas, float at) {
      look_ = ui::make_look(palette, at, atlas, text);
    };
    options.apply_style = [this](float) { ui::apply_look(look_); };
    ui_ = std::make_unique<HeadlessUi>(std::move(options), [this, draw = std::move(draw)] { draw(look_, actions); });
  }

  [[nodiscard]] HeadlessUi& ui() { return *ui_; }
  [[nodiscard]] ui::Look& look() { return look_; }

  overlay::SettingsActions actions;

 private:
  ui::Look look_;
  std::unique_ptr<HeadlessUi> ui_;
};

PageFixture::Draw settings_page(const model::SettingsState& state, Language language, bool keyboard = false) {
  return [model = model::make_settings_model(state, language), keyboard](ui::Look& look, auto& actions) {
    overlay::draw_settings(model, look, keyboard, actions);
  };
}

PageFixture::Draw first_page(const model::SettingsState& state, model::FirstStep step, Language language) {
  return [model = model::make_first_start_model(state, step, language)](ui::Look& look, auto& actions) {
    overlay::draw_first_start(model, look, false, actions);
  };
}

/// Of what is in sight; what scrolls may be cut at the window's end.
void check_page(PageFixture& page) {
  const DrawnText text = page.ui().text();
  const auto size = page.ui().window().size();
  REQUIRE_FALSE(text.runs().empty());
  for (const TextRun& run : text.runs()) {
    INFO(run.text);
    CHECK(run.rect.left >= 0);
    CHECK(run.rect.right <= static_cast<float>(size.width) + 1);
  }
  check_apart(text);
}

/// What stands at the top of either page while somebody watches.
model::WatchedModel watched_by_kim() { return {"Kim kijkt mee: inwerken nieuwe collega", "sinds 10:02", "", "", {}}; }

TEST_CASE("who watches stays in sight while the settings are open and scroll") {
  model::SettingsModel model = model::make_settings_model(usual_state(), Language::kDutch);
  model.watched = watched_by_kim();
  PageFixture page([model](ui::Look& look, auto& actions) { overlay::draw_settings(model, look, false, actions); }, 380,
                   1);
  CHECK(page.ui().sees("Kim kijkt mee: inwerken nieuwe collega"));
  check_page(page);
  page.ui().scroll(-20);
  CHECK(page.ui().sees("Kim kijkt mee: inwerken nieuwe collega"));
  check_page(page);
}

TEST_CASE("who watches is in sight in the first start too") {
  model::FirstStartModel model = model::make_first_start_model(usual_state(), model::FirstStep::kWho, Language::kDutch);
  model.watched = watched_by_kim();
  PageFixture page([model](ui::Look& look, auto& actions) { overlay::draw_first_start(model, look, false, actions); },
                   380, 1);
  CHECK(page.ui().sees("Kim kijkt mee: inwerken nieuwe collega"));
  check_page(page);
}

TEST_CASE("every setting fits at every width, scale and text, also when all that may be wrong is wrong") {
  const auto scale = GENERATE(1.0F, 2.0F);
  const auto width = GENERATE(300, 460);
  const auto text = GENERATE(12.0F, 18.0F, 22.0F);
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    for (const bool full : {false, true}) {
      INFO(width << " at " << scale << ", text " << text << (full ? ", full" : ""));
      PageFixture page(settings_page(full ? overfull_state() : usual_state(), language), width, scale, text,
                       ui::Palette::kLight, 5000);
      check_page(page);
    }
  }
}

TEST_CASE("every step of the first start fits, with the way on in sight") {
  const auto scale = GENERATE(1.0F, 2.0F);
  const auto width = GENERATE(300, 460);
  const auto text = GENERATE(12.0F, 22.0F);
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    for (int step = 0; step < model::kFirstSteps; ++step) {
      INFO("step " << step << ", " << width << " at " << scale << ", text " << text);
      PageFixture page(first_page(overfull_state(), static_cast<model::FirstStep>(step), language), width, scale, text);
      check_page(page);
      CHECK(page.ui().sees(language == Language::kDutch ? "Overslaan" : "Skip"));
    }
  }
}

TEST_CASE("the page scrolls to its end, and the way out stays") {
  PageFixture page(settings_page(usual_state(), Language::kDutch), 300, 1);
  CHECK_FALSE(page.ui().sees("aandachtctl doctor"));
  for (int i = 0; i < 60; ++i) page.ui().scroll(-1);
  CHECK(page.ui().sees("Versie 0.4.0"));
  CHECK(page.ui().sees("Klaar"));
  REQUIRE(page.ui().click("Klaar"));
  REQUIRE(page.actions.size() == 1);
  CHECK(page.actions[0] == overlay::SettingsAction(overlay::CloseSettings{}));
}

TEST_CASE("going through the page by keyboard scrolls along and presses what it is on") {
  PageFixture page(settings_page(usual_state(), Language::kDutch, true), 300, 1);
  CHECK_FALSE(page.ui().sees("Probeer de dienst"));
  for (int i = 0; i < 80 && !page.look().focus.is_on("try service"); ++i) page.ui().press(render::Key::kTab);
  REQUIRE(page.look().focus.is_on("try service"));
  CHECK(page.ui().sees("Probeer de dienst"));
  page.ui().press(render::Key::kEnter);
  REQUIRE(page.actions.size() == 1);
  CHECK(page.actions[0] == overlay::SettingsAction(overlay::TrySetting{"service"}));
}

TEST_CASE("Escape leaves the page") {
  PageFixture page(settings_page(usual_state(), Language::kDutch), 380, 1);
  page.ui().press(render::Key::kEscape);
  REQUIRE_FALSE(page.actions.empty());
  CHECK(page.actions[0] == overlay::SettingsAction(overlay::CloseSettings{}));
}

TEST_CASE("a page that nobody touches asks for no frames") {
  PageFixture page(settings_page(usual_state(), Language::kDutch), 380, 1);
  const auto frames = page.ui().stats().frames;
  page.ui().advance(absl::Minutes(1));
  CHECK(page.ui().stats().frames == frames);
}

}  // namespace
}  // namespace aandacht::test
