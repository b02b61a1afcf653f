// What a window tells of prompts is told until the service has it.
#include "client/overlay/receipts.h"

#include "tests/support/catch.h"

using aandacht::overlay::Receipts;

namespace {

Receipts receipts() {
  return Receipts([] { return 0.5; });
}

}  // namespace

TEST_CASE("a shown prompt that the service did not note is told again, later each time, until it is", "[prompts]") {
  Receipts told = receipts();
  absl::Duration now;
  absl::Duration waited;
  for (int i = 0; i < 3; ++i) {
    const auto telling = told.show("p1", "card in call-1", now);
    REQUIRE(telling);
    CHECK_FALSE(told.show("p1", "card in call-1", now));  // It is on its way.
    told.answered(*telling, i != 1, false, now);          // Marked nothing, or was refused as too much.
    REQUIRE(told.again(now));
    CHECK(*told.again(now) - now > waited);
    waited = *told.again(now) - now;
    CHECK_FALSE(told.show("p1", "card in call-1", now));
    now += waited;
  }
  const auto telling = told.show("p1", "card in call-1", now);
  REQUIRE(telling);
  told.answered(*telling, true, true, now);
  CHECK_FALSE(told.again(now));
  CHECK_FALSE(told.show("p1", "card in call-1", now + absl::Hours(1)));
}

TEST_CASE("a shown prompt that was told between calls is told at once when the next begins", "[prompts]") {
  Receipts told = receipts();
  const auto telling = told.show("p1", "card in call-1", absl::ZeroDuration());
  REQUIRE(telling);
  told.answered(*telling, true, false, absl::ZeroDuration());
  CHECK(told.show("p1", "card in call-2", absl::ZeroDuration()));
}

TEST_CASE("a receipt that failed is told again without anything else happening at the desk", "[prompts]") {
  Receipts told = receipts();
  const auto telling = told.have({"p1", "p2"}, absl::ZeroDuration());
  REQUIRE(telling);
  CHECK(telling->received == std::vector<std::string>{"p1", "p2"});
  CHECK_FALSE(told.have({"p1", "p2"}, absl::ZeroDuration()));
  told.answered(*telling, false, false, absl::ZeroDuration());
  const auto again = told.again(absl::ZeroDuration());
  REQUIRE(again);
  CHECK_FALSE(told.have({"p1", "p2"}, absl::ZeroDuration()));
  const auto second = told.have({"p1", "p2"}, *again);
  REQUIRE(second);
  told.answered(*second, true, false, *again);
  CHECK_FALSE(told.have({"p1", "p2"}, absl::Hours(1)));
}

TEST_CASE("with a new stream all is told anew, and answers of the one before do not count", "[prompts]") {
  Receipts told = receipts();
  const auto before = told.have({"p1"}, absl::ZeroDuration());
  REQUIRE(before);
  told.forget();
  told.answered(*before, true, false, absl::ZeroDuration());
  CHECK(told.have({"p1"}, absl::ZeroDuration()));
}
