// Customers from a file, in the real window: mapped, tried, refused with what to do, stored; and not by a supervisor.
#include <filesystem>
#include <fstream>

#include "aandacht/v1/records.grpc.pb.h"
#include "absl/strings/str_cat.h"
#include "tests/console/console_house.h"
#include "tests/console/console_window.h"
#include "tests/console/home_folder.h"
#include "tests/support/eventually.h"
#include "tests/support/relay.h"
#include "tests/support/slurp.h"

namespace aandacht::test {
namespace {

using model::PageName;

class CustomersDesk {
 public:
  ConsoleWindow::Options as(const std::string& name, const std::string& token) {
    const std::string file = house_.folder().file("token-" + name);
    std::ofstream(file, std::ios::trunc) << token;
    return {.server = house_.address(), .token_file = file, .page = PageName::kCustomers, .height = 1400};
  }
  ConsoleWindow::Options administrator() { return as("root", house_.house().administrator()); }
  ConsoleHouse& house() { return house_; }
  std::string file(const std::string& name) const { return home_.file(name); }

  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(file(name), std::ios::binary | std::ios::trunc) << bytes;
  }
  /// The customer's name; empty: there is none.
  std::string name_of(const std::string& id) {
    v1::GetCustomerRequest request;
    request.set_external_id(id);
    v1::GetCustomerResponse response;
    const grpc::Status status =
        house_.house().call("aandacht.v1.RecordService/GetCustomer", house_.house().administrator(),
                            request.SerializeAsString(), &response);
    return status.ok() ? response.customer().name() : "";
  }

  std::size_t stored() {
    v1::ListCustomersRequest request;
    request.set_page_size(500);
    std::size_t count = 0;
    do {
      const auto page = house_.ask("RecordService/ListCustomers", house_.house().administrator(), request,
                                   v1::ListCustomersResponse());
      count += static_cast<std::size_t>(page.customers_size());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return count;
  }

 private:
  HomeFolder home_;
  ConsoleHouse house_;
};

constexpr char kShop[] =
    "Nummer klant;Wie;Telefoon;Sinds\r\n"
    "K1;Anna de Wit;06-12345678;2019\r\n"
    "K2;Caf\xE9"
    " Bram;bel maar;2020\r\n"
    "K3;\"Ren\xE9"
    "; jr.\";+32 470 12 34 56;vorig jaar\r\n"
    "K4;Fatima \xC7"
    "elik;0612345679;2021\r\n";

}  // namespace

TEST_CASE("an administrator maps a CSV, tries it, sees what is refused, and imports the rest", "[customers]") {
  CustomersDesk desk;
  desk.write("klanten.csv", kShop);
  ConsoleWindow root(desk.administrator());
  root.click("Kies een bestand");
  root.click("klanten.csv");
  REQUIRE(root.shows("Windows-1252"));
  CHECK(root.shows("Kies welke kolom de naam is"));
  CHECK(root.count("Probeer") == 0);
  // What is guessed stays; what is not is chosen.
  CHECK(root.shows("telefoon"));
  root.click("niet gebruiken", 0);
  root.click("klantnummer");
  root.click("niet gebruiken", 0);
  root.click("naam", root.count("naam") - 1);
  root.click("Probeer");
  REQUIRE(root.shows("Er is nog niets bewaard"));
  CHECK(root.shows("2 nieuw, 0 veranderd, 0 hetzelfde, 2 geweigerd."));
  CHECK(root.shows("“bel maar” is geen telefoonnummer."));
  CHECK(root.shows("Schrijf het als +31612345678"));
  root.click("In “vorig jaar” staat geen jaar.");
  CHECK(root.shows("Schrijf een jaar zoals 2019"));
  CHECK(desk.name_of("K1").empty());
  root.click("Lees in", root.count("Lees in") - 1);
  REQUIRE(root.shows("Ingelezen:"));
  CHECK(desk.name_of("K1") == "Anna de Wit");
  CHECK(desk.name_of("K4") == "Fatima Çelik");
  CHECK(desk.name_of("K2").empty());
  root.click("Bewaar geweigerde rijen");
  REQUIRE(root.shows("klanten-refused.csv"));
  CHECK(slurp(desk.file("klanten-refused.csv")).find("Café Bram") != std::string::npos);
  // The same again changes nothing, and says so; the file of refused rows is not written over.
  root.click("Probeer opnieuw");
  CHECK(root.shows("0 nieuw, 0 veranderd, 2 hetzelfde, 2 geweigerd."));
  root.click("Bewaar geweigerde rijen");
  CHECK(root.shows("klanten-refused-2.csv"));
}

TEST_CASE("JSON lines are tried and imported, and lines that are wrong are named", "[customers]") {
  CustomersDesk desk;
  desk.write("relaties.jsonl",
             "{\"external_id\":\"J1\",\"name\":\"Joost\",\"phone\":\"+31612345670\"}\nniet json\n{\"name\":\"\"}\n");
  ConsoleWindow root(desk.administrator());
  root.click("Kies een bestand");
  root.click("relaties.jsonl");
  REQUIRE(root.shows("JSON-regels"));
  root.click("Probeer");
  CHECK(root.shows("1 nieuw, 0 veranderd, 0 hetzelfde, 2 geweigerd."));
  CHECK(root.shows("Dit is geen JSON"));
  root.click("Lees in", root.count("Lees in") - 1);
  REQUIRE(root.shows("Ingelezen:"));
  CHECK(desk.name_of("J1") == "Joost");
}

TEST_CASE("a supervisor is told that they may not import customers and what to do; an integrator may", "[customers]") {
  CustomersDesk desk;
  ConsoleWindow kim(desk.as("kim", desk.house().supervisor("blue")));
  CHECK(kim.shows("Met jouw toegangsbewijs kun je geen klanten inlezen."));
  CHECK(kim.shows("Vraag de beheerder"));
  CHECK(kim.count("Kies een bestand") == 0);
  ConsoleWindow crm(desk.as("crm", desk.house().house().integrator()));
  CHECK(crm.shows("Kies een bestand"));
}

TEST_CASE("a file that is no table, and one that went, are told and nothing is stored", "[customers]") {
  CustomersDesk desk;
  desk.write("leeg.csv", "");
  desk.write("klanten.csv", "naam,tel\nAnna,0612345678\n");
  ConsoleWindow root(desk.administrator());
  root.click("Kies een bestand");
  root.click("leeg.csv");
  REQUIRE(root.shows("Dit bestand kan niet gelezen worden"));
  root.click("leeg.csv");
  root.click("klanten.csv");
  REQUIRE(root.shows("Probeer"));
  // Columns that are others than those which were mapped are not imported.
  desk.write("klanten.csv", "tel,naam\n0612345678,Anna\n");
  root.click("Probeer");
  CHECK(root.shows("de kolommen zijn intussen anders"));
  std::filesystem::remove(desk.file("klanten.csv"));
  root.click("Probeer opnieuw");
  CHECK(root.shows("is er niet meer"));
}

namespace {

/// Two batches and a half.
std::string many_customers() {
  std::string table = "klantnummer;naam\n";
  for (int i = 0; i < 2500; ++i) absl::StrAppend(&table, "K", i, ";Klant ", i, "\n");
  return table;
}

constexpr std::size_t kBatchAndAHalf = 40'000;  // Bytes of such rows on their way to the service.

}  // namespace

TEST_CASE(
    "Stop in the middle of trying stores nothing; in the middle of storing it leaves whole batches, and going on "
    "writes none twice",
    "[customers][stop]") {
  CustomersDesk desk;
  desk.write("klanten.csv", many_customers());
  Relay line(desk.house().address());
  ConsoleWindow::Options options = desk.administrator();
  options.server = line.address();
  ConsoleWindow root(options);
  root.click("Kies een bestand");
  root.click("klanten.csv");
  REQUIRE(root.shows("Probeer"));
  line.hold(Relay::Way::kToTarget, kBatchAndAHalf);
  root.click("Probeer");
  REQUIRE(root.shows("1.000 van 2.500 rijen"));
  root.click("Stop");
  REQUIRE(root.shows("Gestopt. Er is niets bewaard."));
  line.release(Relay::Way::kToTarget);
  root.click("Probeer opnieuw");
  REQUIRE(root.shows("2.500 nieuw, 0 veranderd, 0 hetzelfde, 0 geweigerd."));
  CHECK(desk.stored() == 0);

  line.hold(Relay::Way::kToTarget, kBatchAndAHalf);
  root.click("Lees in", root.count("Lees in") - 1);
  REQUIRE(root.shows("1.000 van 2.500 rijen"));
  CHECK(desk.stored() == 1000);
  // The second batch arrives, and its answer does not come back: what is under way may be stored.
  line.hold(Relay::Way::kFromTarget);
  line.release(Relay::Way::kToTarget);
  REQUIRE(eventually([&] { return desk.stored() == 2000; }));
  root.click("Stop");
  REQUIRE(root.shows("Gestopt na 1.000 rijen; die zijn bewaard"));
  line.release(Relay::Way::kFromTarget);
  CHECK(desk.stored() == 2000);
  root.click("Lees verder in");
  REQUIRE(root.shows("500 nieuw, 0 veranderd, 2.000 hetzelfde, 0 geweigerd."));
  CHECK(desk.stored() == 2500);
}

}  // namespace aandacht::test
