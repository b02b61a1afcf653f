#include "shared/domain/journey.h"

#include "shared/domain/lines.h"
#include "tests/support/catch.h"

namespace aandacht::domain {
namespace {

const absl::Time kNow = absl::FromCivil(absl::CivilDay(2026, 11, 17), absl::UTCTimeZone());

JourneyStep service(absl::CivilDay day, Feeling felt, const std::string& what = "storing") {
  JourneyStep step;
  step.day = day;
  step.felt = felt;
  step.what = what;
  return step;
}

}  // namespace

TEST_CASE("The fourth contact about the same unsolved matter is counted back to the last good moment") {
  Customer customer;
  customer.journey = {service(absl::CivilDay(2026, 10, 6), Feeling::kNegative),
                      service(absl::CivilDay(2026, 10, 15), Feeling::kPositive),
                      service(absl::CivilDay(2026, 10, 29), Feeling::kNegative, "internet valt weg"),
                      service(absl::CivilDay(2026, 11, 12), Feeling::kNegative),
                      service(absl::CivilDay(2026, 11, 13), Feeling::kNegative)};
  const auto repeat = repeat_contact(customer, kNow);
  REQUIRE(repeat.has_value());
  CHECK(repeat->ordinal == 4);
  CHECK(repeat->about == "internet valt weg");
  CHECK(repeat->span == absl::Hours(24 * 19));
}

TEST_CASE("A first contact is not called a repeated one") {
  Customer customer;
  CHECK_FALSE(repeat_contact(customer, kNow).has_value());
  customer.journey = {service(absl::CivilDay(2026, 1, 6), Feeling::kNegative)};
  CHECK_FALSE(repeat_contact(customer, kNow).has_value());
  customer.journey = {service(absl::CivilDay(2026, 11, 6), Feeling::kPositive)};
  CHECK_FALSE(repeat_contact(customer, kNow).has_value());
}

TEST_CASE("A promise whose day passed counts as broken, an old one is forgotten") {
  Customer customer;
  customer.journey = {service(absl::CivilDay(2026, 11, 1), Feeling::kNeutral)};
  customer.journey[0].promise = Promise{"bellen", kNow - absl::Hours(72), PromiseState::kOpen};
  REQUIRE(broken_promise(customer, kNow) != nullptr);
  CHECK(opening_occasion(customer, kNow) == OpeningOccasion::kBrokenPromise);
  customer.journey[0].promise->due = kNow + absl::Hours(24);
  CHECK(broken_promise(customer, kNow) == nullptr);
  customer.journey[0].promise->state = PromiseState::kBroken;
  customer.journey[0].day = absl::CivilDay(2025, 1, 1);
  CHECK(broken_promise(customer, kNow) == nullptr);
  CHECK(opening_occasion(std::nullopt, kNow) == OpeningOccasion::kUnknown);
}

TEST_CASE("A line is filled only when all it names is known, and the richest fitting line wins") {
  CHECK(fill("Ik zoek uit waar {topic} is.", {{"topic", "uw geld"}}) == "Ik zoek uit waar uw geld is.");
  CHECK_FALSE(fill("Dag {name}.", {}).has_value());
  CHECK_FALSE(fill("open {brace", {{"brace", "x"}}).has_value());
  Library library;
  library.we_lines = {{"nl", CoachLabel::kBlame, AddressForm::kUnknown, "Wij.", "Ik."},
                      {"nl", CoachLabel::kBlame, AddressForm::kFormal, "Wij.", "Ik zoek {topic} uit."},
                      {"nl", CoachLabel::kBlame, AddressForm::kInformal, "Wij.", "Ik help je met {topic}."},
                      {"en", CoachLabel::kBlame, AddressForm::kUnknown, "We.", "I."}};
  Call call;
  call.language = "nl";
  CHECK(we_line(library, call, CoachLabel::kBlame, {}, 7) == "Wij. Ik.");
  CHECK(we_line(library, call, CoachLabel::kBlame, {{"topic", "retour"}}, 7) == "Wij. Ik zoek retour uit.");
  call.customer.emplace().address_form = AddressForm::kInformal;
  CHECK(we_line(library, call, CoachLabel::kBlame, {{"topic", "retour"}}, 7) == "Wij. Ik help je met retour.");
  CHECK_FALSE(we_line(library, call, CoachLabel::kJargon, {}, 7).has_value());
}

}  // namespace aandacht::domain
