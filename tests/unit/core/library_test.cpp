// Customers and whys.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using test::Awaited;
using test::CoreHouse;

namespace {

domain::Why why(const std::string& id) {
  domain::Why why = test::small_library().whys[0];
  why.id = id;
  why.topic = "parcel " + id;
  return why;
}

}  // namespace

TEST_CASE("customers that can be stored are, the others are named with the reason") {
  CoreHouse house;
  domain::Customer nameless = test::customer("c2", "", "+31612345679");
  Awaited<core::Imported> imported;
  house.core().records().import_customers(
      "import-1",
      {{0, test::customer("c1", "Jan", "06-12345678")}, {1, nameless}, {3, test::customer("c3", "Piet", "twelve")}},
      {{2, "journey[0].day: is missing"}}, imported.callback());
  const auto result = imported.get();
  REQUIRE(result.ok());
  CHECK(result->stored == 1);
  REQUIRE(result->refusals.size() == 3);
  CHECK(result->refusals[0].index == 1);
  CHECK_THAT(result->refusals[2].reason, Catch::Contains("\"twelve\" is not a phone number"));
  CHECK(house.core().records().customer("", "0612345678")->name == "Jan");
  CHECK(absl::IsNotFound(house.core().records().customer("c2", "").status()));
  CHECK(absl::IsInvalidArgument(house.core().records().customer("", "").status()));
}

TEST_CASE("whys that were put are found, replace those of the same id, and survive a restart") {
  CoreHouse house;
  Awaited<int> put;
  house.core().bookshelf().put("put-1", {why("en/a"), why("en/refund-time")}, put.callback());
  REQUIRE(put.get().value() == 2);
  CHECK(house.core().bookshelf().whys("", 0, "")->rows.size() == 2);
  house.restart();
  const auto page = house.core().bookshelf().whys("en", 1, "");
  REQUIRE(page->rows.size() == 1);
  CHECK(page->rows[0].id == "en/a");
  const auto next = house.core().bookshelf().whys("en", 1, page->next);
  REQUIRE(next->rows.size() == 1);
  CHECK(next->rows[0].topic == "parcel en/refund-time");
  CHECK(next->next.empty());
  CHECK(absl::IsInvalidArgument(house.core().bookshelf().whys("", 0, "nonsense").status()));
  CHECK(absl::IsInvalidArgument(house.core().bookshelf().whys("", -1, "").status()));
}

TEST_CASE("a why without a corner, or one that cannot be said in one breath, is refused by name") {
  CoreHouse house;
  domain::Why cornerless = why("en/b");
  cornerless.employee.clear();
  domain::Why long_winded = why("en/c");
  for (int i = 0; i < 41; ++i) long_winded.customer += " word";
  for (const domain::Why& bad : {cornerless, long_winded}) {
    Awaited<int> put;
    house.core().bookshelf().put("put-2", {why("en/a"), bad}, put.callback());
    const absl::Status status = put.get().status();
    CHECK(absl::IsInvalidArgument(status));
    CHECK_THAT(std::string(status.message()), Catch::Contains("why \"" + bad.id + "\""));
  }
  CHECK(house.core().bookshelf().whys("", 0, "")->rows.size() == 1);
}

TEST_CASE("typed letters find whys, and a query that is too long is refused") {
  CoreHouse house;
  CHECK(house.core().bookshelf().search("ref", "en", "", 0)->at(0).id == "en/refund-time");
  CHECK(absl::IsInvalidArgument(house.core().bookshelf().search(std::string(201, 'a'), "", "", 0).status()));
}
