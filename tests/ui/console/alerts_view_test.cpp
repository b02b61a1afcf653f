#include "client/supervisor/alerts_view.h"

#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_alerts.h"

namespace aandacht::test {
namespace {

using model::Language;
using supervisor::AlertsAction;

/// The page with a state, its actions collected.
class AlertsFixture {
 public:
  explicit AlertsFixture(const model::AlertsData& data, PageSize size = {}, Language language = Language::kDutch)
      : model_(alerts_model(data, language)),
        page_(
            [this](supervisor::PageFrame& frame) {
              for (AlertsAction& action : supervisor::draw_alerts(model_, memory_, frame))
                actions_.push_back(std::move(action));
            },
            size, language) {
    if (data.draft) {
      memory_.name.set(data.draft->rule.name);
      memory_.words.set(model::as_phrase_lines(data.draft->rule.phrases));
    }
    page_.settle();
  }

  HeadlessUi& ui() { return page_.ui(); }

  template <typename Kind>
  const Kind* did() const {
    for (const AlertsAction& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::AlertsModel model_;
  supervisor::AlertsMemory memory_;
  std::vector<AlertsAction> actions_;
  PageFixture page_;
};

}  // namespace

TEST_CASE("an empty page says what will appear and where it is set", "[alerts]") {
  AlertsFixture page(empty_alerts());
  CHECK(page.ui().sees("Geen meldingen"));
  CHECK(page.ui().sees("stel je in onder Regels"));
  AlertsFixture english(empty_alerts(), {}, Language::kEnglish);
  CHECK(english.ui().sees("No alerts"));
}

TEST_CASE("an alert says why in words, and is settled, put aside and gone to with a click", "[alerts]") {
  AlertsFixture page(typical_alerts(Language::kDutch));
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("klant was drie beurten achter elkaar heel negatief"));
  CHECK(page.ui().sees("dit is de vierde keer"));
  REQUIRE(page.ui().click("Klaar"));
  REQUIRE(page.did<supervisor::SettleAlert>() != nullptr);
  CHECK(page.did<supervisor::SettleAlert>()->id == "alert-0");
  CHECK(page.did<supervisor::SettleAlert>()->stage == domain::AlertStage::kDone);
  REQUIRE(page.ui().click("1 uur"));
  REQUIRE(page.did<supervisor::SnoozeAlert>() != nullptr);
  CHECK(page.did<supervisor::SnoozeAlert>()->snooze == model::AlertSnooze::kHour);
  REQUIRE(page.ui().click("Ga naar het gesprek"));
  CHECK(page.did<supervisor::GoToAlertCall>() != nullptr);
  REQUIRE(page.ui().click("Regels"));
  CHECK(page.did<supervisor::ShowAlertsTab>()->tab == model::AlertsTab::kRules);
}

TEST_CASE("with the keyboard on the list an alert is seen, done, put aside and gone to", "[alerts]") {
  AlertsFixture page(typical_alerts(Language::kDutch));
  REQUIRE(page.ui().click("sanne", 0));
  page.ui().press(static_cast<render::Key>(static_cast<int>(render::Key::kA) + ('G' - 'A')));
  REQUIRE(page.did<supervisor::SettleAlert>() != nullptr);
  CHECK(page.did<supervisor::SettleAlert>()->stage == domain::AlertStage::kSeen);
  page.ui().press(static_cast<render::Key>(static_cast<int>(render::Key::kA) + ('L' - 'A')));
  REQUIRE(page.did<supervisor::SnoozeAlert>() != nullptr);
  page.ui().press(render::Key::kEnter);
  CHECK(page.did<supervisor::GoToAlertCall>() != nullptr);
}

TEST_CASE("a new rule is a sentence with blanks, and nobody is told what is wrong before they wrote", "[alerts]") {
  AlertsFixture page(new_rule(Language::kDutch));
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Laat het me weten als de klant drie beurten achter elkaar heel negatief is."));
  CHECK_FALSE(page.ui().sees("Geef de regel een naam"));
  CHECK_FALSE(page.ui().sees("Bewaar"));
  REQUIRE(page.ui().click("heel negatief", 1));
  REQUIRE(page.ui().click("negatief", 0));
}

TEST_CASE("a rule that was tried shows a bar for each day and what it would have said", "[alerts]") {
  AlertsFixture page(written_rule(Language::kDutch), {.width = 1600, .height = 1500});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Zou 30 keer iets hebben gezegd"));
  CHECK(page.ui().sees("ma 2"));
  CHECK(page.ui().sees("dan bel ik gewoon mijn advocaat"));
  REQUIRE(page.ui().click("Bewaar"));
  CHECK(page.did<supervisor::SaveAlertRule>() != nullptr);
  REQUIRE(page.ui().click("Verwijder"));
  REQUIRE(page.did<supervisor::AskDeleteAlertRule>() != nullptr);
  CHECK(page.did<supervisor::DeleteAlertRule>() == nullptr);
}

TEST_CASE("Ctrl+Enter saves the rule that is written, and does nothing where it cannot be", "[alerts]") {
  AlertsFixture written(written_rule(Language::kDutch));
  written.ui().press(render::Key::kEnter, {.ctrl = true});
  CHECK(written.did<supervisor::SaveAlertRule>() != nullptr);
  AlertsFixture unnamed(new_rule(Language::kDutch));
  unnamed.ui().press(render::Key::kEnter, {.ctrl = true});
  CHECK(unnamed.did<supervisor::SaveAlertRule>() == nullptr);
}

TEST_CASE("a rule that somebody changed meanwhile shows theirs, and mistakes are named", "[alerts]") {
  AlertsFixture page(rule_in_conflict(Language::kDutch), {.width = 1600, .height = 1500});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("Bas heeft deze regel intussen veranderd"));
  CHECK(page.ui().sees("niet aan het begin of het eind"));
  CHECK(page.ui().sees("er mist een aanhalingsteken"));
  REQUIRE(page.ui().click("Neem die van Bas"));
  CHECK(page.did<supervisor::TakeTheirAlertRule>() != nullptr);
  REQUIRE(page.ui().click("Bewaar de mijne"));
  CHECK(page.did<supervisor::PutMyAlertRule>() != nullptr);
}

TEST_CASE("every state of the page is drawn in both languages, sizes and scales", "[alerts]") {
  const char* folder = std::getenv("AANDACHT_SHOTS");  // Where to leave pictures of them; unset: nowhere.
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    const std::pair<const char*, model::AlertsData> states[] = {
        {"empty", empty_alerts()},       {"typical", typical_alerts(language)},
        {"full", full_alerts(language)}, {"written", written_rule(language)},
        {"new", new_rule(language)},     {"conflict", rule_in_conflict(language)}};
    for (const auto& [name, data] : states) {
      for (const PageSize size : {PageSize{1280, 800}, PageSize{1280, 720, 2}, PageSize{720, 800}}) {
        PageSize drawn = size;
        drawn.draws_pixels = folder != nullptr;
        AlertsFixture page(data, drawn, language);
        INFO(name << " " << size.width << " " << page.ui().text().all());
        CHECK(page.ui().sees(language == Language::kDutch ? "Meldingen" : "Alerts"));
        if (folder == nullptr) continue;
        page.ui().save_png(std::string(folder) + "/alerts-" + name + "-" +
                           (language == Language::kDutch ? "nl" : "en") + "-" + std::to_string(size.width) + "-" +
                           std::to_string(static_cast<int>(size.scale)) + ".png");
      }
    }
  }
}

TEST_CASE("a rule that is written and not saved waits in the list while another is shown, and is saved by itself",
          "[alerts]") {
  model::AlertsData data = new_rule(Language::kDutch);
  data.draft->rule.id = "rule-new";
  data.draft->rule.name = "Over de rekening";
  data.draft->stage = model::AlertDraftStage::kChanged;
  const domain::AlertRule written = data.draft->rule;
  model::put_aside_alert_draft(data);
  CHECK_FALSE(data.draft.has_value());
  {
    AlertsFixture page(data, {.width = 1600, .height = 1000});
    INFO(page.ui().text().all());
    CHECK(page.ui().sees("Nog niet bewaard"));
    REQUIRE(page.ui().click("Over de rekening"));
    REQUIRE(page.did<supervisor::SelectAlertRule>() != nullptr);
    CHECK(page.did<supervisor::SelectAlertRule>()->id == "rule-new");
  }
  data.draft = model::take_kept_alert_draft(data, "rule-new");
  REQUIRE(data.draft.has_value());
  CHECK(data.draft->rule == written);
  CHECK(data.kept.empty());
  {
    AlertsFixture page(data, {.width = 1600, .height = 1500});
    CHECK(page.ui().sees("Gooi weg wat je schreef"));
  }
  // Its answer comes while another rule is shown.
  data.draft->stage = model::AlertDraftStage::kSaving;
  model::put_aside_alert_draft(data);
  domain::AlertRule stored = written;
  stored.version = 1;
  model::alert_rule_stored(data, written, stored);
  CHECK(data.kept.empty());
}

TEST_CASE("what was typed after saving a rule stays, upon the version that was stored", "[alerts]") {
  model::AlertsData data = new_rule(Language::kDutch);
  const domain::AlertRule sent = data.draft->rule;
  data.draft->rule.name = "Verder getypt";
  data.draft->stage = model::AlertDraftStage::kSaving;
  model::put_aside_alert_draft(data);
  domain::AlertRule stored = sent;
  stored.version = 7;
  model::alert_rule_stored(data, sent, stored);
  REQUIRE(data.kept.size() == 1);
  CHECK(data.kept[0].base == 7);
  CHECK(data.kept[0].rule.name == "Verder getypt");
  CHECK(model::is_unsaved(data.kept[0]));
}

}  // namespace aandacht::test
