// A supervisor's alerts in the real window: a rule from a sentence with blanks, tried, switched on, and what it finds.
#include "aandacht/v1/alerts.grpc.pb.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"

namespace aandacht::test {
namespace {

using model::PageName;

ConsoleWindow::Options kim_of(ConsoleHouse& house, PageName page = PageName::kAlerts) {
  return {.server = house.address(), .token_file = house.token_file("kim", {"blue"}), .page = page};
}

std::vector<v1::AlertRule> rules_of(ConsoleHouse& house) {
  const auto listed = house.ask("AlertService/ListAlertRules", house.supervisor("blue"), v1::ListAlertRulesRequest(),
                                v1::ListAlertRulesResponse());
  return {listed.rules().begin(), listed.rules().end()};
}

std::optional<v1::AlertRule> rule_named(ConsoleHouse& house, const std::string& name) {
  for (const v1::AlertRule& rule : rules_of(house)) {
    if (rule.name() == name) return rule;
  }
  return std::nullopt;
}

/// Writes a rule about a word for team blue and leaves it open.
void write_rule(ConsoleWindow& kim, const std::string& name, const std::string& word) {
  kim.click("Regels");
  kim.click("Nieuwe regel");
  kim.click("de klant een tijd negatief is");
  kim.click("een woord of zin valt");
  kim.click("advocaat/jurist");
  kim.type(word);
  kim.click("waaraan je hem herkent");
  kim.type(name);
  if (!kim.ui().sees("al je teams")) REQUIRE(kim.scrolls_to("al je teams", "Welke gesprekken"));
  kim.click("al je teams");
  kim.click("blue");
}

}  // namespace

TEST_CASE("a rule made of a sentence with blanks is tried on stored calls and says what it would have said",
          "[alerts]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"Dan bel ik mijn advocaat.", "Ik wacht al een week."});
  house.have_call("call-2", "bram", {"Mijn advocaat belt u."});
  ConsoleWindow kim(kim_of(house));
  write_rule(kim, "Zoekt het hogerop", "advocaat");
  CHECK(kim.shows("Laat het me weten als de klant dit zegt: “advocaat”."));
  CHECK_FALSE(rule_named(house, "Zoekt het hogerop"));
  kim.click("Probeer op 7 dagen terug");
  CHECK(kim.shows("Zou één keer iets hebben gezegd, over"));
  CHECK(kim.shows("Dan bel ik mijn advocaat."));
  // Of a team that kim does not lead.
  CHECK_FALSE(kim.ui().sees("Mijn advocaat belt u."));
  CHECK_FALSE(rule_named(house, "Zoekt het hogerop"));
}

TEST_CASE("a rule that is kept and on speaks of real turns, its alert is put aside and comes back", "[alerts]") {
  ConsoleHouse house;
  ConsoleWindow kim(kim_of(house));
  write_rule(kim, "Zoekt het hogerop", "advocaat");
  kim.click("Bewaar");
  REQUIRE(kim.draws_until([&] { return rule_named(house, "Zoekt het hogerop").has_value(); }));
  const v1::AlertRule kept = *rule_named(house, "Zoekt het hogerop");
  CHECK(kept.on());
  CHECK(kept.team() == "blue");
  CHECK(kept.phrases(0) == "advocaat");
  CHECK(kim.shows("Bewaard"));
  kim.click("Nu");
  CHECK(kim.shows("Geen meldingen"));
  house.begin_call("call-1", "sanne");
  house.customer_says("call-1", "Dan bel ik mijn advocaat.");
  REQUIRE(kim.shows("“advocaat” viel in het gesprek"));
  CHECK(kim.shows("1 wacht op je"));
  kim.click("“advocaat” viel in het gesprek");
  CHECK(kim.shows("Zoekt het hogerop"));
  kim.click("15 minuten");
  CHECK(kim.shows("niets dat wacht"));
  CHECK(kim.shows("Later gezet"));
  kim.advance(absl::Minutes(16));
  CHECK(kim.shows("1 wacht op je"));
  kim.click("Klaar");
  CHECK(kim.shows("Geen meldingen"));
}

}  // namespace aandacht::test
