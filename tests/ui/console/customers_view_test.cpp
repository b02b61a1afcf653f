#include "client/supervisor/customers_view.h"

#include "tests/support/catch.h"
#include "tests/ui/console/page_fixture.h"
#include "tests/ui/example_customers.h"

namespace aandacht::test {
namespace {

using model::ImportStep;
using model::Language;

class CustomersFixture {
 public:
  explicit CustomersFixture(const model::CustomersState& state, Language language = Language::kDutch)
      : model_(model::make_customers_model(state, language)),
        page_([this](supervisor::PageFrame& frame) { supervisor::draw_customers(model_, fields_, frame, actions_); },
              {.width = 1280, .height = 1000}, language) {}

  HeadlessUi& ui() { return page_.ui(); }
  template <typename Kind>
  const Kind* did() const {
    for (const auto& action : actions_) {
      if (const auto* found = std::get_if<Kind>(&action)) return found;
    }
    return nullptr;
  }

 private:
  model::CustomersModel model_;
  supervisor::CustomersFields fields_;
  std::vector<supervisor::CustomersAction> actions_;
  PageFixture page_;
};

model::CustomersState at(ImportStep step) {
  model::CustomersState state = tried_customers();
  state.step = step;
  return state;
}

}  // namespace

TEST_CASE("a supervisor's token is told who may import customers and what to do, and sees no form", "[customers]") {
  CustomersFixture page(customers_not_allowed());
  INFO(page.ui().text().all());
  for (const char* wanted : {"Klanten inlezen", "Met jouw toegangsbewijs kun je geen klanten inlezen",
                             "Vraag de beheerder", "aandachtctl customers import"}) {
    INFO(wanted);
    CHECK(page.ui().sees(wanted));
  }
  CHECK_FALSE(page.ui().sees("Probeer"));
  REQUIRE(page.ui().click("Kijk nog eens"));
  CHECK(page.did<supervisor::AskAllowed>() != nullptr);
}

TEST_CASE("columns are mapped by choice, beside their first value", "[customers]") {
  CustomersFixture page(at(ImportStep::kReady));
  INFO(page.ui().text().all());
  for (const char* wanted : {"Klantnummer", "K1001", "klantnummer", "06-12345678", "telefoon", "niet gebruiken",
                             "Windows-1252", "Nederland (+31)"}) {
    INFO(wanted);
    CHECK(page.ui().sees(wanted));
  }
  CHECK_FALSE(page.ui().sees("Lees in"));  // Not before it was tried.
  REQUIRE(page.ui().click("niet gebruiken"));
  REQUIRE(page.ui().click("merk of bedrijf"));
  REQUIRE(page.did<supervisor::MapColumn>() != nullptr);
  CHECK(page.did<supervisor::MapColumn>()->column == 4);
  CHECK(page.did<supervisor::MapColumn>()->is == static_cast<int>(domain::CustomerColumn::kCompany));
}

TEST_CASE("a file without a name column cannot be tried, and the page says what to choose", "[customers]") {
  model::CustomersState state = at(ImportStep::kReady);
  for (model::ImportColumn& column : state.columns) {
    if (column.is == domain::CustomerColumn::kName) column.is = domain::CustomerColumn::kNone;
  }
  CustomersFixture page(state);
  CHECK(page.ui().sees("Kies welke kolom de naam is"));
  CHECK_FALSE(page.ui().sees("Probeer"));
}

TEST_CASE("a trial says what an import would do, names refused rows with what to do, and lets it be stored",
          "[customers]") {
  CustomersFixture page(tried_customers());
  INFO(page.ui().text().all());
  for (const char* wanted :
       {"Er is nog niets bewaard", "1.180 nieuw, 41 veranderd, 22 hetzelfde, 3 geweigerd", "bel maar",
        "Rij 17, kolom “Telefoon”", "Schrijf het als +31612345678", "204", "De rij heeft 6 cellen"}) {
    INFO(wanted);
    CHECK(page.ui().sees(wanted));
  }
  REQUIRE(page.ui().click("In “vorig jaar” staat geen jaar."));
  REQUIRE(page.did<supervisor::SelectRefusal>() != nullptr);
  CHECK(page.did<supervisor::SelectRefusal>()->refusal == 2);
  REQUIRE(page.ui().click("Bewaar geweigerde rijen"));
  CHECK(page.did<supervisor::SaveRefused>() != nullptr);
  REQUIRE(page.ui().click("Lees in", page.ui().count("Lees in") - 1));  // The button is the last of these.
  CHECK(page.did<supervisor::StoreImport>() != nullptr);
}

TEST_CASE("an import that runs can be stopped, and one that broke off gone on with", "[customers]") {
  model::CustomersState state = at(ImportStep::kStoring);
  state.dry_run = false;
  state.sent = 1000;
  CustomersFixture running(state);
  CHECK(running.ui().sees("Inlezen: 1.000 van 1.243 rijen"));
  REQUIRE(running.ui().click("Stop"));
  CHECK(running.did<supervisor::StopImport>() != nullptr);
  CHECK_FALSE(running.ui().sees("Probeer opnieuw"));
  state.step = ImportStep::kBroken;
  state.problem = "the service does not answer";
  CustomersFixture broken(state, Language::kEnglish);
  CHECK(broken.ui().sees("broke off after 1,000 rows"));
  CHECK(broken.ui().sees("Go on importing"));
}

TEST_CASE("an empty folder of customers says what is looked for", "[customers]") {
  model::CustomersState state = no_customers_file();
  CHECK(CustomersFixture(state).ui().sees("Kies een bestand"));
  CHECK(CustomersFixture(state).ui().sees("Hier komen de rijen die we niet kunnen inlezen"));
  state.folder.files.clear();
  CHECK(CustomersFixture(state).ui().sees("In deze map staat geen .csv"));
}

}  // namespace aandacht::test
