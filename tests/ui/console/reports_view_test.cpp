#include "client/supervisor/reports_view.h"

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_reports.h"

namespace aandacht::test {
namespace {

using model::Language;
using model::ReportTab;

/// The page with a model, its actions collected.
class ReportsFixture {
 public:
  explicit ReportsFixture(const model::ReportSources& sources, const model::ReportChoice& choice = {},
                          Language language = Language::kDutch, PageSize size = {})
      : model_(reports_model(sources, choice, language)),
        page_(
            [this](supervisor::PageFrame& frame) {
              for (const auto& action : supervisor::draw_reports(model_, frame)) actions_.push_back(action);
            },
            size, language) {}

  HeadlessUi& ui() { return page_.ui(); }
  template <typename Kind>
  const Kind* did() const {
    for (const auto& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::ReportModel model_;
  std::vector<supervisor::ReportAction> actions_;
  PageFixture page_;
};

model::ReportChoice on(ReportTab tab) {
  model::ReportChoice choice;
  choice.tab = tab;
  return choice;
}

TEST_CASE("sentiment is shown with its axes, and another report, period, team and file are one click away",
          "[reports]") {
  ReportsFixture page(typical_reports());
  INFO(page.ui().text().all());
  for (const char* wanted : {"Rapporten", "Gevoel", "Hoe klanten zich voelden", "gevoel (-1 … +1)", "Alle teams"}) {
    INFO(wanted);
    CHECK(page.ui().sees(wanted));
  }
  REQUIRE(page.ui().click("Kaarten"));
  REQUIRE(page.did<supervisor::ShowReport>() != nullptr);
  CHECK(page.did<supervisor::ShowReport>()->tab == 2);
  REQUIRE(page.ui().click("30 dagen"));
  REQUIRE(page.did<supervisor::ChoosePeriod>() != nullptr);
  CHECK(page.did<supervisor::ChoosePeriod>()->period == 2);
  page.ui().scroll(-100);
  REQUIRE(page.ui().click("Gevoel als CSV"));
  CHECK(page.did<supervisor::SaveReport>() != nullptr);
}

TEST_CASE("cards that helped are told as an association, and that small groups are left out", "[reports]") {
  ReportsFixture page(typical_reports(), on(ReportTab::kCards), Language::kDutch, {.width = 1280, .height = 1400});
  INFO(page.ui().text().all());
  CHECK(page.ui().sees("samenhang, geen oorzaak"));
  CHECK(page.ui().sees("minder dan vijf medewerkers"));
  CHECK(page.ui().sees("+0,21 ± 0,04 (150)"));
}

TEST_CASE("three E's are shown apart, without what agents guessed", "[reports]") {
  ReportsFixture page(typical_reports(), on(ReportTab::kExperience), Language::kEnglish,
                      {.width = 1280, .height = 1400});
  INFO(page.ui().text().all());
  for (const char* wanted : {"Solved", "Easy", "Feeling at the end", "What agents guessed themselves is not here"}) {
    CHECK(page.ui().sees(wanted));
  }
}

TEST_CASE("every report without figures says what will appear and how", "[reports]") {
  CHECK(ReportsFixture(empty_reports()).ui().sees("Zodra er gesprekken zijn"));
  CHECK(ReportsFixture(empty_reports(), on(ReportTab::kExperience)).ui().sees("aandachtctl survey import"));
  CHECK(ReportsFixture(empty_reports(), on(ReportTab::kCards)).ui().sees("vijf of meer medewerkers"));
  CHECK(ReportsFixture(empty_reports(), on(ReportTab::kPromises), Language::kEnglish).ui().sees("that the CRM sends"));
  CHECK(ReportsFixture(model::ReportSources()).ui().sees("De cijfers komen eraan"));
}

TEST_CASE("a report of what agents did says that today comes tomorrow, with figures and without", "[reports]") {
  const PageSize high{.width = 1280, .height = 1600};
  for (const ReportTab tab : {ReportTab::kExperience, ReportTab::kCards}) {
    CHECK(ReportsFixture(empty_reports(), on(tab)).ui().sees("Vandaag komt er morgen bij"));
    CHECK(ReportsFixture(typical_reports(), on(tab), Language::kEnglish, high).ui().sees("Today comes tomorrow"));
  }
  CHECK(ReportsFixture(empty_reports(), on(ReportTab::kPromises)).ui().sees("beloofd is, komt er morgen bij"));
  CHECK_FALSE(ReportsFixture(typical_reports()).ui().sees("morgen"));
}

TEST_CASE("when the service is away the figures stay, and the page says so", "[reports]") {
  model::ReportSources sources = typical_reports();
  sources.problem = "connection refused";
  sources.away = true;
  ReportsFixture page(sources);
  CHECK(page.ui().sees("De dienst antwoordt niet"));
  CHECK(page.ui().sees("Hoe klanten zich voelden"));
}

TEST_CASE("nothing of a page of reports stands outside the window, however narrow, long and large it is", "[reports]") {
  for (const Language language : {Language::kDutch, Language::kEnglish}) {
    for (const PageSize size :
         {PageSize{.width = 700, .height = 600}, PageSize{.width = 1280, .height = 800, .scale = 2},
          PageSize{.width = 2560, .height = 1440}}) {
      model::ReportChoice choice;
      const model::ReportSources sources = full_reports(choice);
      ReportsFixture page(sources, choice, language, size);
      const auto text = page.ui().text();
      for (const auto& run : text.runs()) CHECK(run.rect.right <= static_cast<float>(size.width) * size.scale + 1);
    }
  }
}

TEST_CASE("daily figures stand over the chosen period with marks at days, though only one day had calls", "[reports]") {
  model::ReportSources sources = typical_reports();
  sources.sentiment->rows.resize(1);
  sources.promises->days.resize(2);
  sources.asked_on = absl::CivilDay(2026, 11, 3);
  for (const ReportTab tab : {ReportTab::kSentiment, ReportTab::kPromises}) {
    ReportsFixture page(sources, on(tab), Language::kDutch, {.width = 1280, .height = 1400});
    INFO(page.ui().text().all());
    CHECK_FALSE(page.ui().sees("00:0"));
    CHECK_FALSE(page.ui().sees("12:00"));
    CHECK(page.ui().sees("29 okt"));
    CHECK(page.ui().sees("2 nov"));
  }
}

TEST_CASE("the log of sentiment is saved from its own tab, by its name, and the page says where before", "[reports]") {
  model::ReportSources sources = typical_reports();
  sources.export_folder = "/home/eva/Downloads";
  const PageSize size{.width = 1280, .height = 2000};
  ReportsFixture sentiment(sources, on(ReportTab::kSentiment), Language::kDutch, size);
  CHECK(sentiment.ui().sees("Gevoel als CSV"));
  CHECK(sentiment.ui().sees("Komt in /home/eva/Downloads"));
  for (const ReportTab tab : {ReportTab::kExperience, ReportTab::kCards, ReportTab::kPromises}) {
    ReportsFixture page(sources, on(tab), Language::kDutch, size);
    CHECK_FALSE(page.ui().sees("CSV"));
  }
}

}  // namespace
}  // namespace aandacht::test
