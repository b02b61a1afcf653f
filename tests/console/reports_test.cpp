// Reports in the real window, of turns that were really stored.
#include <map>

#include "aandacht/v1/journeys.grpc.pb.h"
#include "aandacht/v1/reports.pb.h"
#include "client/model/format.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"

namespace aandacht::test {
namespace {

using model::PageName;

ConsoleWindow::Options reports_of(ConsoleHouse& house) {
  return {.server = house.address(),
          .token_file = house.token_file("kim", {"blue"}),
          .page = PageName::kReports,
          .width = 1600,
          .height = 1600};
}

void have_talks(ConsoleHouse& house) {
  house.have_call("call-1", "sanne", {"Dit is belachelijk, ik wacht al weken.", "Ik ben er klaar mee."}, "Vaartbaan");
  house.have_call("call-2", "joost", {"Wat fijn dat u meteen helpt, dank u wel."}, "Vaartbaan");
  house.have_call("call-3", "bram", {"Dit is verschrikkelijk."}, "Anders");
}

google::protobuf::Timestamp utc_day(absl::CivilDay day) {
  google::protobuf::Timestamp time;
  time.set_seconds(absl::ToUnixSeconds(absl::FromCivil(day, absl::UTCTimeZone())));
  return time;
}

/// A customer whose journey has a promise kept and one broken, both due two days ago.
void have_promises(ConsoleHouse& house) {
  v1::UpsertCustomersRequest customers;
  customers.set_request_id("customers-1");
  v1::Customer& customer = *customers.add_customers();
  customer.set_external_id("K1");
  customer.set_name("Anna de Wit");
  customer.set_language("nl");
  house.ask("JourneyService/UpsertCustomers", house.house().integrator(), customers, v1::UpsertCustomersResponse());
  v1::AppendJourneyStepsRequest steps;
  steps.set_request_id("steps-1");
  steps.set_external_id("K1");
  for (const v1::PromiseState state : {v1::PROMISE_STATE_KEPT, v1::PROMISE_STATE_BROKEN}) {
    v1::IdentifiedStep& step = *steps.add_steps();
    step.set_step_id("step-" + std::to_string(state));
    *step.mutable_step()->mutable_day() = utc_day(house.today() - 4);
    step.mutable_step()->set_stage(v1::JOURNEY_STAGE_SERVICE);
    step.mutable_step()->set_channel("telefoon");
    step.mutable_step()->set_what("belde over de levering");
    step.mutable_step()->mutable_promise()->set_text("we bellen terug");
    step.mutable_step()->mutable_promise()->set_state(state);
    *step.mutable_step()->mutable_promise()->mutable_due_time() = utc_day(house.today() - 2);
  }
  house.ask("JourneyService/AppendJourneySteps", house.house().integrator(), steps, v1::AppendJourneyStepsResponse());
}

}  // namespace

TEST_CASE("how customers felt is drawn of the turns of one's own teams, by day, hour and queue, with values",
          "[reports]") {
  ConsoleHouse house;
  have_talks(house);
  ConsoleWindow kim(reports_of(house));
  REQUIRE(kim.shows("Hoe klanten zich voelden"));
  CHECK(kim.shows("Gesprekken"));
  CHECK(kim.shows("gevoel (−1 … +1)"));
  CHECK(kim.shows("deel van de beurten (%)"));
  kim.click("Per dag");
  kim.click("Per uur van de dag");
  CHECK(kim.shows("uur van de dag"));
  kim.click("Per uur van de dag");
  kim.click("Per wachtrij");
  REQUIRE(kim.shows("Vaartbaan"));
  // The other team's queue.
  CHECK_FALSE(kim.ui().sees("Anders"));
  kim.rest_on("Vaartbaan", 0, -60);
  CHECK(kim.shows("2 gesprekken, 3 beurten"));
}

TEST_CASE("topics of calls are drawn by the why that the question names", "[reports]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"waar blijft mijn geld, wanneer komt mijn terugbetaling"}, "Vaartbaan");
  ConsoleWindow kim(reports_of(house));
  REQUIRE(kim.shows("Hoe klanten zich voelden"));
  kim.click("Per dag");
  kim.click("Per onderwerp");
  CHECK(kim.shows("terugbetaling"));
}

TEST_CASE("a topic that is asked for in Dutch and in English is one topic, named in the window's language",
          "[reports]") {
  ConsoleHouse house;
  house.have_call("call-1", "sanne", {"waar blijft mijn geld, wanneer komt mijn terugbetaling"}, "Vaartbaan");
  house.set_spoken("en");
  house.have_call("call-2", "joost", {"where is my money, when do I get my refund"}, "Vaartbaan");
  const auto rows = [&](const std::string& language) {
    v1::GetSentimentReportRequest request;
    *request.mutable_from_day() = utc_day(house.today() - 1);
    *request.mutable_to_day() = utc_day(house.today());
    request.set_by(v1::REPORT_BY_TOPIC);
    request.set_language(language);
    std::map<std::string, int> calls;
    const auto report = house.ask("ReportService/GetSentimentReport", house.supervisor("blue"), request,
                                  v1::GetSentimentReportResponse());
    for (const v1::SentimentRow& row : report.rows()) calls[row.key().name()] += row.call_count();
    return calls;
  };
  CHECK(rows("nl") == std::map<std::string, int>{{"terugbetaling", 2}});
  CHECK(rows("en") == std::map<std::string, int>{{"refund time", 2}});
  CHECK(rows("") == rows("en"));
  ConsoleWindow kim(reports_of(house));
  REQUIRE(kim.shows("Hoe klanten zich voelden"));
  kim.click("Per dag");
  kim.click("Per onderwerp");
  CHECK(kim.shows("terugbetaling"));
  CHECK_FALSE(kim.ui().sees("refund time"));
  kim.go_to(PageName::kSettings);
  kim.click("English");
  kim.go_to(PageName::kReports);
  CHECK(kim.shows("refund time"));
  CHECK(kim.shows_no("terugbetaling"));
}

TEST_CASE("three E's come the day after, with what the words say, and tell that guesses are the agents' own",
          "[reports]") {
  ConsoleHouse house;
  house.set_time(house.noon_of(house.today() - 2));
  have_talks(house);
  ConsoleWindow kim(reports_of(house));
  kim.click("Drie E's");
  CHECK(kim.shows("Wat de woorden van klanten zeggen"));
  CHECK(kim.shows("Gevoel na afloop"));
  CHECK(kim.shows("Wat medewerkers zelf inschatten staat hier niet"));
}

TEST_CASE("cards of fewer than five colleagues are not counted, and the page says from when they are", "[reports]") {
  ConsoleHouse house;
  house.set_time(house.noon_of(house.today() - 2));
  have_talks(house);
  ConsoleWindow kim(reports_of(house));
  kim.click("Kaarten");
  CHECK(kim.shows("Nog geen kaarten om te tellen"));
  CHECK(kim.shows("vijf of meer medewerkers"));
}

TEST_CASE("promises of customers' journeys are drawn on the day they were due, kept and broken", "[reports]") {
  ConsoleHouse house;
  have_promises(house);
  ConsoleWindow kim(reports_of(house));
  kim.click("Beloften");
  REQUIRE(kim.shows("Beloften uit klantreizen"));
  CHECK(kim.shows("Nagekomen"));
  CHECK(kim.shows("Gebroken"));
  const absl::CivilDay due = house.today() - 2;
  CHECK(kim.shows(model::day_text(due, due, model::Language::kDutch)));
}

}  // namespace aandacht::test
