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
              for (const auto& action : supervisor::draw_reports(model_, fields_, frame)) actions_.push_back(action);
            },
            size, language) {}

  HeadlessUi& ui() { return page_.ui(); }
  supervisor::ReportFields& fields() { return fields_; }
  template <typename Kind>
  const Kind* did_with_file() const {
    for (const auto& action : actions_) {
      const auto* file = std::get_if<supervisor::ExportAction>(&action);
      if (file == nullptr) continue;
      if (const auto* found = std::get_if<Kind>(file)) return found;
    }
    return nullptr;
  }
  template <typename Kind>
  const Kind* did() const {
    for (const auto& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::ReportModel model_;
  supervisor::ReportFields fields_;
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
  for (const char* wanted : {"Rapporten", "Gevoel", "Hoe klanten zich voelden", "gevoel (−1 … +1)", "Alle teams"}) {
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
  REQUIRE(page.ui().click("Bewaar als bestand"));
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

TEST_CASE("every report can be saved as a file, and the tab of files has nothing else to save", "[reports]") {
  const PageSize size{.width = 1280, .height = 2000};
  for (const ReportTab tab : {ReportTab::kSentiment, ReportTab::kExperience, ReportTab::kCards, ReportTab::kPromises}) {
    ReportsFixture page(typical_reports(), on(tab), Language::kDutch, size);
    REQUIRE(page.ui().click("Bewaar als bestand"));
    CHECK(page.did<supervisor::SaveReport>() != nullptr);
  }
  ReportsFixture files(with_file(model::ExportPhase::kIdle), on(ReportTab::kExport), Language::kDutch, size);
  CHECK_FALSE(files.ui().sees("Bewaar als bestand"));
}

TEST_CASE("a file says what stands in it, where it goes and who can see it, before it is saved", "[reports][export]") {
  const PageSize size{.width = 1280, .height = 1400};
  ReportsFixture page(with_file(model::ExportPhase::kIdle), on(ReportTab::kExport), Language::kDutch, size);
  INFO(page.ui().text().all());
  for (const char* wanted : {"Beurten met hun woorden", "namen en nummers zijn weg", "/home/eva/Downloads",
                             "JSON-regels", "kunnen zien dat je dit bewaart", "Bewaar"}) {
    INFO(wanted);
    CHECK(page.ui().sees(wanted));
  }
}

TEST_CASE("a file is saved, stopped and replaced by buttons that are there only then", "[reports][export]") {
  using model::ExportPhase;
  const PageSize size{.width = 1280, .height = 1400};
  const auto page_of = [&](ExportPhase phase) {
    auto page = std::make_unique<ReportsFixture>(with_file(phase), on(ReportTab::kExport), Language::kDutch, size);
    page->fields().file.name.set("a.csv");
    return page;
  };
  const auto idle = page_of(ExportPhase::kIdle);
  REQUIRE(idle->ui().click("Bewaar"));
  CHECK(idle->did_with_file<supervisor::SaveExport>() != nullptr);
  const auto running = page_of(ExportPhase::kRunning);
  CHECK(running->ui().sees("128.412 rijen, 23,5 MB"));
  REQUIRE(running->ui().click("Stop"));
  CHECK(running->did_with_file<supervisor::StopExport>() != nullptr);
  const auto asking = page_of(ExportPhase::kMayReplace);
  CHECK(asking->ui().sees("bestaat al"));
  CHECK_FALSE(asking->ui().sees("Bewaar"));
  REQUIRE(asking->ui().click("Laat staan"));
  REQUIRE(asking->did_with_file<supervisor::AnswerReplace>() != nullptr);
  CHECK_FALSE(asking->did_with_file<supervisor::AnswerReplace>()->yes);
  CHECK(page_of(ExportPhase::kFailed)->ui().sees("De schijf is vol"));
}

TEST_CASE("a file is chosen, named and saved by keys alone", "[reports][export]") {
  const PageSize size{.width = 1280, .height = 1400};
  ReportsFixture page(with_file(model::ExportPhase::kIdle), on(ReportTab::kExport), Language::kDutch, size);
  page.fields().file.name.set("a.csv");
  page.ui().settle();
  // On every part that can be reached Enter is pressed, and again to take what stands first in a list that opened.
  for (int part = 0; part < 25; ++part) {
    page.ui().press(render::Key::kTab);
    page.ui().press(render::Key::kEnter);
    page.ui().press(render::Key::kEnter);
  }
  CHECK(page.did_with_file<supervisor::SaveExport>() != nullptr);
  REQUIRE(page.did_with_file<supervisor::ChooseExportForm>() != nullptr);
  CHECK(page.did<supervisor::ChoosePeriod>() != nullptr);
}

TEST_CASE("days picked by hand are checked as they are typed", "[reports][days]") {
  using model::DaysFault;
  const absl::CivilDay today(2026, 11, 15);
  CHECK(model::check_days("1-11-2026", "15-11-2026", today, 100).fault == DaysFault::kNone);
  CHECK(model::check_days("2026-11-01", "2026-11-01", today, 100).to == absl::CivilDay(2026, 11, 1));
  CHECK(model::check_days("31-9-2026", "15-11-2026", today, 100).fault == DaysFault::kNoFirst);
  CHECK(model::check_days("1-11-2026", "", today, 100).fault == DaysFault::kNoLast);
  CHECK(model::check_days("2-11-2026", "1-11-2026", today, 100).fault == DaysFault::kBackwards);
  CHECK(model::check_days("1-11-2026", "16-11-2026", today, 100).fault == DaysFault::kFuture);
  CHECK(model::check_days("7-8-2026", "14-11-2026", today, 100).fault == DaysFault::kNone);
  CHECK(model::check_days("6-8-2026", "14-11-2026", today, 100).fault == DaysFault::kTooMany);

  model::ReportChoice choice = on(ReportTab::kSentiment);
  choice.period = model::kOwnDays;
  choice.from = absl::CivilDay(2026, 11, 1);
  choice.to = today;
  model::ReportSources sources = typical_reports();
  sources.typed_from = "01-11-2026";
  sources.typed_to = "15-11-2026";
  ReportsFixture page(sources, choice);
  CHECK(page.ui().sees("01-11-2026"));
  CHECK(page.ui().sees("Europe/Amsterdam"));
  sources.typed_to = "31-11-2026";
  CHECK(ReportsFixture(sources, choice).ui().sees("De laatste dag is geen dag. Schrijf hem als 15-11-2026"));
}

TEST_CASE("a day is typed into the report and told letter by letter", "[reports][days]") {
  model::ReportChoice choice = on(ReportTab::kCards);
  choice.period = model::kOwnDays;
  choice.from = choice.to = absl::CivilDay(2026, 11, 15);
  model::ReportSources sources = typical_reports();
  sources.typed_from = sources.typed_to = "15-11-2026";
  ReportsFixture page(sources, choice);
  REQUIRE(page.ui().click("15-11-2026", 0));
  page.ui().press(render::Key::kA, {.ctrl = true});
  page.ui().type("3-11-2026");
  page.ui().settle();
  CHECK(page.fields().said.from == "3-11-2026");
  CHECK(page.fields().said.to == "15-11-2026");
}

TEST_CASE("the question that is asked is of the days that were picked", "[reports][days]") {
  model::ReportChoice choice;
  choice.period = model::kOwnDays;
  choice.from = absl::CivilDay(2026, 3, 28);
  choice.to = absl::CivilDay(2026, 3, 30);
  const domain::ReportQuestion question = model::question_of(choice, absl::CivilDay(2026, 11, 15));
  CHECK(question.from == absl::CivilDay(2026, 3, 28));
  CHECK(question.to == absl::CivilDay(2026, 3, 30));
  model::ExportState file;
  file.what = model::ExportWhat::kCardTable;
  CHECK(model::export_file_name(file, question) == "aandacht-cards-2026-03-28-2026-03-30.csv");
}

}  // namespace
}  // namespace aandacht::test
