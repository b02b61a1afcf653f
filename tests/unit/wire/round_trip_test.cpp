// Whatever the domain can say comes back unchanged.
#include <string>

#include "shared/wire/calls.h"
#include "shared/wire/cards.h"
#include "shared/wire/desk.h"
#include "shared/wire/encoding.h"
#include "shared/wire/events.h"
#include "shared/wire/library.h"
#include "shared/wire/records.h"
#include "tests/support/catch.h"
#include "tests/support/generate.h"

namespace aandacht::wire {
namespace {

constexpr int kRounds = 400;

template <typename Make>
void check_messages(std::uint64_t seed, Make make) {
  test::Generate generate(seed);
  for (int round = 0; round < kRounds; ++round) {
    const auto value = make(generate);
    const auto back = from_proto(to_proto(value));
    INFO("seed " << seed << " round " << round << ": " << back.status());
    REQUIRE(back.ok());
    REQUIRE(*back == value);
  }
}

template <typename Make, typename Decode>
void check_bytes(std::uint64_t seed, Make make, Decode decode) {
  test::Generate generate(seed);
  for (int round = 0; round < kRounds; ++round) {
    const auto value = make(generate);
    const std::string bytes = encode(value);
    const auto back = decode(bytes);
    INFO("seed " << seed << " round " << round << ": " << back.status());
    REQUIRE(back.ok());
    REQUIRE(*back == value);
    REQUIRE(encode(*back) == bytes);
  }
}

TEST_CASE("every customer and why comes back from its message unchanged", "[wire]") {
  check_messages(1, [](test::Generate& g) { return g.customer(); });
  check_messages(2, [](test::Generate& g) { return g.why(); });
}

TEST_CASE("every call, card and prompt comes back from its message unchanged", "[wire]") {
  check_messages(3, [](test::Generate& g) { return g.call(); });
  check_messages(4, [](test::Generate& g) { return g.card(); });
  check_messages(5, [](test::Generate& g) { return g.prompt(); });
}

TEST_CASE("every event and desk update comes back from its message unchanged", "[wire]") {
  check_messages(6, [](test::Generate& g) { return g.event(); });
  check_messages(7, [](test::Generate& g) { return g.update(); });
}

TEST_CASE("every stored value comes back from its bytes, and the same value gives the same bytes", "[wire]") {
  check_bytes(
      11, [](test::Generate& g) { return g.desk(); }, decode_desk);
  check_bytes(
      12, [](test::Generate& g) { return g.event(); }, decode_event);
  check_bytes(
      13, [](test::Generate& g) { return g.customer(); }, decode_customer);
  check_bytes(
      14, [](test::Generate& g) { return g.why(); }, decode_why);
  check_bytes(
      15, [](test::Generate& g) { return g.card(); }, decode_card);
  check_bytes(
      16, [](test::Generate& g) { return g.call_sentiment(); }, decode_call_sentiment);
  check_bytes(
      17, [](test::Generate& g) { return g.sentiment(); }, decode_sentiment);
}

TEST_CASE("an empty desk comes back as an empty desk", "[wire]") {
  const auto back = decode_desk(encode(domain::Desk{}));
  REQUIRE(back.ok());
  CHECK(*back == domain::Desk{});
}

TEST_CASE("a coach rule keeps what the contract carries and takes defaults for the rest", "[wire]") {
  domain::CoachRule rule;
  rule.id = "nl/blame-department";
  rule.language = "nl";
  rule.label = domain::CoachLabel::kInstitute;
  rule.phrases = {"dat is beleid"};
  rule.unless = {"ons beleid is"};
  rule.priority = 70;
  rule.author = "team service";
  const auto back = from_proto(to_proto(rule));
  REQUIRE(back.ok());
  CHECK(*back == rule);
}

TEST_CASE("how a call is going to end and who keeps a promise survive the way to disk", "[wire]") {
  domain::Desk desk;
  desk.agent_id = "anna";
  desk.calls.emplace_back().outcome = {domain::Verdict::kNo, domain::Verdict::kYes, 2, 1, true};
  desk.calls[0].promises = {
      {"een collega belt u", std::nullopt, domain::PromiseState::kOpen, domain::PromisedBy::kColleague}};
  desk.calls.emplace_back();
  const auto back = decode_desk(encode(desk));
  REQUIRE(back.ok());
  CHECK(back->calls[0].outcome == desk.calls[0].outcome);
  CHECK(back->calls[0].promises == desk.calls[0].promises);
  CHECK(back->calls[1].outcome == domain::CallOutcome{});
}

TEST_CASE("text that is not UTF-8 is repaired on its way to disk instead of making the desk unreadable", "[wire]") {
  domain::Desk desk;
  desk.agent_id = "anna";
  desk.ended_call_ids = {"fine", "bro\xFFken"};
  desk.calls.emplace_back();
  desk.calls[0].display_name = "Jos\xE9";
  const auto back = decode_desk(encode(desk));
  REQUIRE(back.ok());
  CHECK(back->calls[0].display_name == "Jos\xEF\xBF\xBD");
  CHECK(back->ended_call_ids[1] == "bro\xEF\xBF\xBDken");
  CHECK(back->ended_call_ids[0] == "fine");
}

}  // namespace
}  // namespace aandacht::wire
