#include "client/net/customer_file.h"

#include <fstream>

#include "client/ctl/json_out.h"
#include "shared/base/content_key.h"
#include "tests/support/catch.h"

namespace aandacht::ctl {
namespace {

using net::CustomerLine;
using net::parse_customer;
using net::parse_customer_line;

constexpr char kLine[] =
    R"({"name": "Gerda Hoekstra", "phone": "+31600110201", "since": "1998", "language": "nl", "address_form": "u",
        "company": "Vlietnet", "journey": [
          {"date": "2026-09-28", "step": "buy", "channel": "telefoon", "what": "Verhuisd", "felt": "neutral",
           "promise": {"text": "Internet werkt vanaf 5 oktober", "due": "2026-10-05", "kept": false}},
          {"date": "2026-10-06", "step": "service", "what": "Geen internet"}]})";

std::string complaint(const std::string& line) { return std::string(parse_customer(line).status().message()); }

TEST_CASE("a customer line gives the whole customer", "[customer_file]") {
  const auto customer = parse_customer(kLine);
  REQUIRE(customer.ok());
  CHECK(customer->name == "Gerda Hoekstra");
  CHECK(customer->phones == std::vector<std::string>{"+31600110201"});
  CHECK(customer->since_year == 1998);
  CHECK(customer->address_form == domain::AddressForm::kFormal);
  CHECK(customer->company == "Vlietnet");
  REQUIRE(customer->journey.size() == 2);
  const domain::JourneyStep& bought = customer->journey[0];
  CHECK(bought.day == absl::CivilDay(2026, 9, 28));
  CHECK(bought.stage == domain::JourneyStage::kBuy);
  REQUIRE(bought.promise);
  CHECK(bought.promise->state == domain::PromiseState::kBroken);
  CHECK(bought.promise->due == absl::FromCivil(absl::CivilDay(2026, 10, 5), absl::UTCTimeZone()));
  CHECK(customer->journey[1].felt == domain::Feeling::kNeutral);
  CHECK_FALSE(customer->journey[1].promise);
}

TEST_CASE("a customer without a key gets one from the phone number, always the same", "[customer_file]") {
  const auto first = parse_customer(R"({"name": "A", "phone": "+31600110201"})");
  const auto renamed = parse_customer(R"({"name": "B", "phones": ["+31600110201", "+31600110202"]})");
  const auto other = parse_customer(R"({"name": "A", "phone": "+31600110203"})");
  const auto nameless = parse_customer(R"({"name": "A", "company": "X"})");
  REQUIRE(first.ok());
  CHECK(first->external_id == renamed->external_id);
  CHECK(first->external_id != other->external_id);
  CHECK(nameless->external_id == base::content_key("name", "A\nX"));
  CHECK(parse_customer(R"({"name": "A", "external_id": "K-1", "phone": "1"})")->external_id == "K-1");
  CHECK(parse_customer(R"({"name": "A", "id": "K-2"})")->external_id == "K-2");
}

TEST_CASE("content keys are FNV-1a of 128 bits", "[customer_file]") {
  CHECK(base::content_key("k", "") == "k-6c62272e07bb014262b821756295c58d");
  CHECK(base::content_key("k", "a") == "k-d228cb696f1a8caf78912b704e4a8964");
}

TEST_CASE("what is wrong with a customer line is named by its field", "[customer_file]") {
  CHECK(complaint("{") == "this is not JSON: a line must be one JSON object");
  CHECK(complaint("[1]") == "this is JSON but not an object: a line must be {…}");
  CHECK(complaint("{}") == "`name` is missing or empty");
  CHECK(complaint(R"({"name": 3})") == "`name` must be a text");
  CHECK(complaint(R"({"name": "A", "since": "long ago"})") == "`since` must be a whole number");
  CHECK(complaint(R"({"name": "A", "since": 3})") == "`since` must be a year such as 2019");
  CHECK(complaint(R"({"name": "A", "phones": [1]})") == "`phones` must be a list of texts");
  CHECK(complaint(R"({"name": "A", "journey": {}})") == "`journey` must be a list");
  CHECK(complaint(R"({"name": "A", "journey": [1]})") == "`journey[0]` must be an object");
  CHECK(complaint(R"({"name": "A", "journey": [{"step": "buy", "what": "x"}]})") ==
        "`journey[0].date` is missing: give the day of the step");
  CHECK(complaint(R"({"name": "A", "journey": [{"date": "2026-02-30", "step": "buy", "what": "x"}]})") ==
        "`journey[0].date` must be a day such as 2026-11-17");
  CHECK(complaint(R"({"name": "A", "journey": [{"date": "2026-02-03", "step": "buys", "what": "x"}]})") ==
        "`journey[0].step` is \"buys\" but must be one of: discover, buy, use, service");
  CHECK(
      complaint(
          R"({"name": "A", "journey": [{"date": "2026-02-03", "step": "buy", "what": "x", "promise": {"text": ""}}]})") ==
      "`journey[0].promise.text` is missing or empty");
}

TEST_CASE("a name that is not UTF-8 is repaired", "[customer_file]") {
  const auto customer = parse_customer("{\"name\": \"Jos\xe9\", \"phone\": \"1\"}");
  REQUIRE(customer.ok());
  CHECK(customer->name == "Jos\xEF\xBF\xBD");
}

TEST_CASE("the demo customers are all taken, and written in the format they came in", "[customer_file]") {
  std::ifstream file(AANDACHT_SOURCE_DIR "/tests/data/calls/customers.jsonl");
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    const auto customer = parse_customer(line);
    INFO(line.substr(0, 60) << " " << customer.status());
    REQUIRE(customer.ok());
    CHECK(parse_customer(to_line(customer_json(*customer, absl::UTCTimeZone()))) == customer);
  }
  CHECK(count == 20);
}

}  // namespace
}  // namespace aandacht::ctl
