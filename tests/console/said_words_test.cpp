// What the service, the connection or a file says is told in the window's language.
#include "client/model/refusal_words.h"
#include "client/net/customer_file.h"
#include "service/core/customer_checks.h"
#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

using model::Language;
using model::said_sentence;
using model::said_words;

}  // namespace

TEST_CASE("why the service refuses a customer is told in Dutch in a Dutch window", "[words]") {
  domain::Customer good;
  good.external_id = "K1";
  good.name = "Gerda";
  std::vector<domain::Customer> wrong(7, good);
  wrong[0].name = "";
  wrong[1].name = std::string(300, 'a');
  wrong[2].external_id = "";
  wrong[3].external_id = std::string(300, 'a');
  wrong[4].external_id = "a\nb";
  wrong[5].phones = {"bel maar"};
  wrong[6].phones = std::vector<std::string>(40, "+31612345678");
  for (domain::Customer& customer : wrong) {
    const std::string said(core::prepare(customer).message());
    INFO(said);
    REQUIRE_FALSE(said.empty());
    CHECK(said_words(said, Language::kDutch) != said);
    CHECK(said_words(said, Language::kEnglish) == said);
  }
  CHECK(said_sentence("name is 300 characters; at most 200 are taken", Language::kDutch) ==
        "De naam heeft 300 tekens, hooguit 200 kan.");
}

TEST_CASE("what is wrong with a line of JSON is told in Dutch in a Dutch window", "[words]") {
  for (const char* line : {"x", "[]", R"({"name": ""})", R"({"name": 3})", R"({"name": "a", "since": 3})",
                           R"({"name": "a", "since": "x"})", R"({"name": "a", "address_form": "jij"})",
                           R"({"name": "a", "phones": 3})", R"({"name": "a", "journey": 3})",
                           R"({"name": "a", "journey": [3]})", R"({"name": "a", "journey": [{"what": "b"}]})"}) {
    INFO(line);
    const absl::Status status = net::parse_customer_line(line).status();
    REQUIRE_FALSE(status.ok());
    const std::string said(status.message());
    INFO(said);
    CHECK(said_words(said, Language::kDutch) != said);
  }
}

TEST_CASE("a role that may not is told without the name of the call, in both languages", "[words]") {
  const absl::Status status = absl::PermissionDeniedError(
      "aandacht.v1.RecordService/ImportCustomers is for integrators, administrators; this token is of another role");
  CHECK(model::refusal_words(status, Language::kDutch) == "dit mag niet met de rol van jouw toegangsbewijs");
  CHECK(model::refusal_words(status, Language::kEnglish) == "the role of your access token may not do this");
}

TEST_CASE("what nobody wrote Dutch for stays as it was said", "[words]") {
  CHECK(said_words("the moon is full", Language::kDutch) == "the moon is full");
  CHECK(said_sentence("the moon is full", Language::kDutch) == "The moon is full.");
  CHECK(said_sentence("", Language::kDutch).empty());
}

}  // namespace aandacht::test
