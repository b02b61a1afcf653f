#include "client/net/customer_csv.h"

#include <tuple>

#include "tests/support/catch.h"

namespace aandacht::net {
namespace {

std::vector<MappedColumn> mapped(const std::vector<std::string>& headers, const std::string& map = {}) {
  const auto columns = map_columns(headers, map);
  INFO(columns.status());
  REQUIRE(columns.ok());
  return *columns;
}

TEST_CASE("headers are understood in Dutch and English, whatever their capitals and signs", "[ctl][csv]") {
  const auto columns = mapped({"Klant-nummer", "NAAM", "Telefoon (vast)", "Mobiel", "Klant sinds", "Adres"});
  CHECK(columns[0].is == CustomerColumn::kExternalId);
  CHECK(columns[1].is == CustomerColumn::kName);
  CHECK(columns[2].is == CustomerColumn::kPhones);
  CHECK(columns[3].is == CustomerColumn::kPhones);
  CHECK(columns[4].is == CustomerColumn::kSinceYear);
  CHECK(columns[5].is == CustomerColumn::kNone);
  CHECK(columns[1].guessed);
}

TEST_CASE("a map says it all, and nothing else is guessed then", "[ctl][csv]") {
  const auto columns = mapped({"a", "Naam", "c"}, "A=name, c=phones");
  CHECK(columns[0].is == CustomerColumn::kName);
  CHECK(columns[1].is == CustomerColumn::kNone);
  CHECK(columns[2].is == CustomerColumn::kPhones);
  CHECK_FALSE(columns[0].guessed);
}

TEST_CASE("a map that does not fit the file says what there is", "[ctl][csv]") {
  const auto says = [](const std::vector<std::string>& headers, const std::string& map, const std::string& part) {
    const auto columns = map_columns(headers, map);
    REQUIRE_FALSE(columns.ok());
    INFO(columns.status());
    CHECK(std::string(columns.status().message()).find(part) != std::string::npos);
  };
  says({"a", "b"}, "x=name", "no column \"x\"; it has a, b");
  says({"a"}, "a=shoe_size", "WHAT is external_id, name");
  says({"a", "b"}, "", "no column is the name");
}

TEST_CASE("a row becomes a customer with numbers in E.164", "[ctl][csv]") {
  const CustomerCells cells{mapped({"klantnummer", "voornaam", "achternaam", "tel", "sinds", "aanspreekvorm", "merk"}),
                            "31"};
  std::vector<CellFault> faults;
  const domain::Customer customer = read_customer_row(
      cells, {"K1", " Anna ", "de Wit", "06-12345678 / 0612345678; +32 470 12 34 56", "1-5-2019", "je", "Vaartbaan"},
      faults);
  CHECK(faults.empty());
  CHECK(customer.external_id == "K1");
  CHECK(customer.name == "Anna de Wit");
  CHECK(customer.phones == std::vector<std::string>{"+31612345678", "+32470123456"});
  CHECK(customer.since_year == 2019);
  CHECK(customer.address_form == domain::AddressForm::kInformal);
  CHECK(customer.company == "Vaartbaan");
}

TEST_CASE("every cell that is wrong is named with what to do", "[ctl][csv]") {
  const CustomerCells cells{mapped({"id", "naam", "tel", "sinds"}), "31"};
  std::vector<CellFault> faults;
  std::ignore = read_customer_row(cells, {"", "", "bel maar", "lang geleden"}, faults);
  REQUIRE(faults.size() == 4);
  CHECK(faults[0].column == "tel");
  CHECK(faults[1].column == "sinds");
  CHECK(faults[2] == CellFault{"naam", "is empty; a customer needs a name", CellProblem::kNameMissing, ""});
  CHECK(faults[3].column == "id");
  faults.clear();
  std::ignore = read_customer_row(cells, {"K1", "Anna"}, faults);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].reason.find("has 2 cells and the header 4") != std::string::npos);
}

TEST_CASE("without a key in the file the same row always has the same one", "[ctl][csv]") {
  const CustomerCells cells{mapped({"naam", "tel"}), "31"};
  std::vector<CellFault> faults;
  const std::string key = read_customer_row(cells, {"Anna", "0612345678"}, faults).external_id;
  CHECK_FALSE(key.empty());
  CHECK(read_customer_row(cells, {"Anna B.", "+31612345678"}, faults).external_id == key);
  CHECK(read_customer_row(cells, {"Anna", ""}, faults).external_id != key);
}

TEST_CASE("countries are known by name or digits", "[ctl][csv]") {
  CHECK(*country_code_of("be") == "32");
  CHECK(*country_code_of("+44") == "44");
  CHECK_FALSE(country_code_of("Atlantis").ok());
}

}  // namespace
}  // namespace aandacht::net
