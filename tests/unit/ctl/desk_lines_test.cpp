#include "client/ctl/desk_lines.h"

#include "tests/support/catch.h"

namespace aandacht::ctl {
namespace {

using domain::CallState;

const absl::TimeZone kZone = absl::FixedTimeZone(3600);
const absl::Time kNow = absl::FromCivil(absl::CivilSecond(2026, 11, 17, 10, 0, 2), kZone);

domain::Call call_in(CallState state) {
  domain::Call call;
  call.id = "c1";
  call.state = state;
  call.from = "+31600110201";
  call.customer = domain::Customer{.external_id = "k", .name = "Gerda Hoekstra"};
  return call;
}

domain::Card we_card() {
  domain::Card card;
  card.id = "anna-1";
  card.label = domain::CoachLabel::kBlame;
  card.line = "Wij hebben dat niet goed gedaan.";
  card.detail = "Ik zoek het nu uit.";
  card.evidence.words = "de planning heeft dat";
  card.call_id = "c1";
  return card;
}

std::vector<std::string> json_lines(const domain::Desk& before, std::vector<domain::Change> changes) {
  std::vector<std::string> lines;
  const domain::DeskUpdate update{1, kNow, "u3", std::move(changes)};
  for (const DeskLine& line : lines_of(before, update)) {
    CHECK(line.cause_id == "u3");
    if (const auto json = to_json(line, {"anna", line.call_id, {}}, kZone)) lines.push_back(to_line(*json));
  }
  return lines;
}

const std::string kPlace = R"({"call":"c1","at":"2026-11-17T10:00:02.000+01:00","agent":"anna",)";

TEST_CASE("a ringing call is told with number and name, and again only when it changes", "[desk_lines]") {
  domain::Desk desk;
  CHECK(json_lines(desk, {domain::CallChanged{call_in(CallState::kRinging)}}) ==
        std::vector{kPlace + R"("call_state":{"state":"ringing","from":"+31600110201","name":"Gerda Hoekstra"}})"});
  desk.calls = {call_in(CallState::kRinging)};
  CHECK(json_lines(desk, {domain::CallChanged{call_in(CallState::kRinging)}}).empty());
  CHECK(json_lines(desk, {domain::CallChanged{call_in(CallState::kInCall)}}) ==
        std::vector{kPlace + R"("call_state":{"state":"in_call","from":"+31600110201","name":"Gerda Hoekstra"}})"});
}

TEST_CASE("the end of a call is told once, whether it changes or goes", "[desk_lines]") {
  domain::Desk desk;
  desk.calls = {call_in(CallState::kWrapUp)};
  const std::vector<std::string> ended = {
      kPlace + R"("call_state":{"state":"ended","from":"+31600110201","name":"Gerda Hoekstra"}})"};
  CHECK(json_lines(desk, {domain::CallGone{"c1"}}) == ended);
  CHECK(json_lines(desk, {domain::CallChanged{call_in(CallState::kEnded)}, domain::CallGone{"c1"}}) == ended);
  CHECK(json_lines(desk, {domain::CallGone{"never heard of"}}).empty());
}

TEST_CASE("the opening is told with how often they called about it", "[desk_lines]") {
  domain::Call call = call_in(CallState::kRinging);
  call.opening = "Ik zie dat u al vier keer belde.";
  call.repeat_contact = domain::RepeatContact{4, "internet", absl::Hours(48)};
  const auto lines = json_lines({}, {domain::CallChanged{call}});
  REQUIRE(lines.size() == 2);
  CHECK(
      lines[1] ==
      kPlace +
          R"("opening":{"line":"Ik zie dat u al vier keer belde.","repeat":{"ordinal":4,"about":"internet","days":2}}})");
}

TEST_CASE("cards, cards held back and cards gone have the shape that scripts rely on", "[desk_lines]") {
  domain::Desk desk;
  desk.card = we_card();
  domain::Card why;
  why.kind = domain::CardKind::kWhy;
  why.topic = "tijdvak monteur";
  why.call_id = "c1";
  const auto lines = json_lines(
      desk, {domain::CardGone{"anna-1", domain::CardGoneReason::kAnswered, domain::CardAnswer::kUsed},
             domain::CardShown{we_card()}, domain::CardHeldBack{why, domain::HoldBackReason::kTooSoon, true}});
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == kPlace + R"("card_gone":{"id":"anna-1","reason":"answered","answer":"used"}})");
  CHECK(lines[1] ==
        kPlace + R"("card":{"id":"anna-1","kind":"we","label":"blame","line":"Wij hebben dat niet goed gedaan.",)" +
            R"("detail":"Ik zoek het nu uit.","evidence":"de planning heeft dat","unsolicited":true}})");
  CHECK(lines[2] == kPlace + R"("held_back":{"kind":"why","topic":"tijdvak monteur","reason":"too_soon"}})");
}

TEST_CASE("a customer's words are told as sentiment, an agent's not at all", "[desk_lines]") {
  const domain::Sentiment bad{-0.61234, domain::Feeling::kNegative, 0.8, "m"};
  const auto lines = json_lines({}, {domain::TurnTaken{"c1", "u3", domain::Speaker::kCustomer, "bah", bad},
                                     domain::TurnTaken{"c1", "u4", domain::Speaker::kAgent, "ja", std::nullopt}});
  CHECK(lines == std::vector{kPlace + R"("sentiment":{"score":-0.6123,"class":"negative","confidence":0.8}})"});
}

TEST_CASE("what was heard and promised is told once", "[desk_lines]") {
  domain::Call call = call_in(CallState::kInCall);
  domain::Desk desk;
  desk.calls = {call};
  call.heard = {{"mijn dochter komt vrijdag", domain::HeardKind::kPerson, std::nullopt, kNow}};
  call.promises = {{"dan bel ik u vrijdag", absl::FromCivil(absl::CivilDay(2026, 11, 20), absl::UTCTimeZone())}};
  const std::vector<std::string> told = {kPlace + R"("heard":{"words":"mijn dochter komt vrijdag","kind":"person"}})",
                                         kPlace + R"("promise":{"text":"dan bel ik u vrijdag","due":"2026-11-20"}})"};
  CHECK(json_lines(desk, {domain::CallChanged{call}}) == told);
  desk.calls = {call};
  call.heard[0].brought_back = true;
  CHECK(json_lines(desk, {domain::CallChanged{call}}).empty());
}

TEST_CASE("a turn stands in the line of a replay, also when there is none", "[desk_lines]") {
  const DeskLine line{kNow, "c1", "u3", CallStateLine{CallState::kInCall, "1", "G"}};
  CHECK((*to_json(line, {"anna", "demo-1", std::optional<int>(7)}, kZone))["turn"] == 7);
  CHECK((*to_json(line, {"anna", "demo-1", std::optional<int>()}, kZone))["turn"].is_null());
  CHECK_FALSE(to_json(line, {"anna", "demo-1", {}}, kZone)->contains("turn"));
  CHECK((*to_json(line, {"anna", "", {}}, kZone))["call"].is_null());
}

TEST_CASE("after a break only what differs is told", "[desk_lines]") {
  domain::Desk before;
  domain::Desk after;
  after.calls = {call_in(CallState::kInCall)};
  after.card = we_card();
  CHECK(lines_between(before, after).size() == 2);
  CHECK(lines_between(after, after).empty());
  const auto gone = lines_between(after, before);
  REQUIRE(gone.size() == 2);
  CHECK(std::get<CallStateLine>(gone[0].what).state == CallState::kEnded);
  CHECK(std::get<CardGoneLine>(gone[1].what).id == "anna-1");
}

TEST_CASE("a person reads who said what and why a card came", "[desk_lines]") {
  const std::string text = to_text({kNow, "c1", "u3", CardLine{we_card()}}, kZone);
  CHECK_THAT(text, Catch::Matchers::StartsWith("10:00:02  > CARD     we (blame): \"Wij hebben"));
  CHECK_THAT(text, Catch::Matchers::Contains("because: \"de planning heeft dat\""));
}

}  // namespace
}  // namespace aandacht::ctl
