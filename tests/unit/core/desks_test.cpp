// The use cases of desks, on a real store.
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

using namespace aandacht;
using core::UtteranceOutcome;
using domain::CallEvent;
using domain::CallState;
using test::CoreHouse;

namespace {

std::string message(const absl::Status& status) { return std::string(status.message()); }

}  // namespace

TEST_CASE("a ringing call puts the customer of that number on the desk") {
  CoreHouse house;
  test::Awaited<core::Imported> imported;
  house.core().records().import_customers("import-1", {{0, test::customer("c1", "Fatima Demir", "+31 6 12345678")}}, {},
                                          imported.callback());
  REQUIRE(imported.get()->stored == 1);
  REQUIRE(house.tell(house.report("e1", CallEvent::kRinging)).ok());
  const domain::Desk desk = house.desk();
  REQUIRE(desk.calls.size() == 1);
  REQUIRE(desk.calls[0].customer.has_value());
  CHECK(desk.calls[0].customer->name == "Fatima Demir");
  CHECK(house.record().customer_id == "c1");
}

TEST_CASE("the same report twice changes nothing and says so") {
  CoreHouse house;
  const auto first = house.tell(house.report("e1", CallEvent::kRinging));
  const auto second = house.tell(house.report("e1", CallEvent::kRinging));
  REQUIRE(second.ok());
  CHECK_FALSE(first->duplicate);
  CHECK(second->duplicate);
  CHECK(second->version == first->version);
  CHECK(house.events().size() == 1);
}

TEST_CASE("an utterance is stored once, redacted, with its sentiment's place and the call's count") {
  CoreHouse house;
  house.begin_call();
  const auto said = house.says("u1", "my card is 4111 1111 1111 1111");
  CHECK(house.tell(said)->outcome == UtteranceOutcome::kStored);
  CHECK(house.tell(said)->outcome == UtteranceOutcome::kDuplicate);
  REQUIRE(house.turns().size() == 1);
  CHECK_THAT(house.turns()[0].text, !Catch::Contains("4111"));
  CHECK(house.record().turns == 1);
  for (const domain::Event& event : house.events()) {
    if (const auto* utterance = std::get_if<domain::UtteranceSaid>(&event.what))
      CHECK_THAT(utterance->text, !Catch::Contains("4111"));
  }
}

TEST_CASE("a number that is said in two turns is hidden in both, on disk too") {
  CoreHouse house;
  house.begin_call();
  CHECK(house.tell(house.says("u1", "nul zes twaalf"))->outcome == UtteranceOutcome::kStored);
  CHECK(house.tell(house.says("u2", "ja", domain::Speaker::kAgent))->outcome == UtteranceOutcome::kStored);
  CHECK(house.turns()[0].text == "nul zes twaalf");
  const auto rest = house.says("u3", "vierendertig zesenvijftig achtenzeventig");
  CHECK(house.tell(rest)->outcome == UtteranceOutcome::kStored);
  CHECK(house.turns()[0].text == "[phone]");
  CHECK(house.turns()[2].text == "[phone]");
  for (const domain::Event& event : house.events()) {
    if (const auto* utterance = std::get_if<domain::UtteranceSaid>(&event.what))
      CHECK_THAT(utterance->text, !Catch::Contains("twaalf"));
  }
}

TEST_CASE("the first part of a number is hidden also when its second part is said on hold and not stored") {
  CoreHouse house;
  house.begin_call();
  CHECK(house.tell(house.says("u1", "nul zes twaalf"))->outcome == UtteranceOutcome::kStored);
  house.advance(absl::Seconds(5));
  REQUIRE(house.tell(house.report("held", CallEvent::kHeld)).ok());
  house.advance(absl::Seconds(1));
  const auto rest = house.says("u2", "vierendertig zesenvijftig achtenzeventig");
  CHECK(house.tell(rest)->outcome == UtteranceOutcome::kOnHold);
  REQUIRE(house.turns().size() == 1);
  CHECK(house.turns()[0].text == "[phone]");
}

TEST_CASE("the first part of a number is hidden also when the write of its second part failed and never came again") {
  CoreHouse house;
  house.begin_call();
  CHECK(house.tell(house.says("u1", "nul zes twaalf"))->outcome == UtteranceOutcome::kStored);
  house.store().fail_next(1);
  CHECK(absl::IsUnavailable(house.tell(house.says("u2", "vierendertig zesenvijftig achtenzeventig")).status()));
  CHECK(house.turns()[0].text == "nul zes twaalf");
  CHECK(house.tell(house.says("u3", "dank u wel", domain::Speaker::kAgent))->outcome == UtteranceOutcome::kStored);
  CHECK(house.turns()[0].text == "[phone]");
}

TEST_CASE("invented calls do not make a real one forgotten: its number in two turns is still hidden") {
  CoreHouse house;
  house.begin_call();
  CHECK(house.tell(house.says("u1", "nul zes twaalf"))->outcome == UtteranceOutcome::kStored);
  for (int i = 0; i < 1100; ++i) {
    const std::string id = "invented-" + std::to_string(i);
    REQUIRE(house.tell(house.says(id, "hallo", domain::Speaker::kCustomer, id))->outcome ==
            UtteranceOutcome::kUnknownCall);
  }
  CHECK(house.tell(house.says("u2", "vierendertig zesenvijftig achtenzeventig"))->outcome == UtteranceOutcome::kStored);
  CHECK(house.turns()[0].text == "[phone]");
}

TEST_CASE("an utterance of a call that nobody reported is told so and not stored") {
  CoreHouse house;
  const auto answer = house.tell(house.says("u1", "hello"));
  REQUIRE(answer.ok());
  CHECK(answer->outcome == UtteranceOutcome::kUnknownCall);
  house.begin_call();
  CHECK(house.tell(house.says("u1", "hello"))->outcome == UtteranceOutcome::kStored);
}

TEST_CASE("on hold nothing is stored, also when it comes after the hold; what was said before it is") {
  CoreHouse house;
  house.begin_call();
  const auto before = house.says("before", "one moment please", domain::Speaker::kAgent);
  house.advance(absl::Seconds(5));
  REQUIRE(house.tell(house.report("held", CallEvent::kHeld)).ok());
  house.advance(absl::Seconds(5));
  const auto during = house.says("during", "private words");
  CHECK(house.tell(during)->outcome == UtteranceOutcome::kOnHold);
  CHECK(house.tell(before)->outcome == UtteranceOutcome::kStored);
  house.advance(absl::Seconds(5));
  REQUIRE(house.tell(house.report("resumed", CallEvent::kResumed)).ok());
  CHECK(house.tell(during)->outcome == UtteranceOutcome::kOnHold);
  CHECK(house.tell(house.says("after", "there you are"))->outcome == UtteranceOutcome::kStored);
  CHECK(house.turns().size() == 2);
}

TEST_CASE("last words are stored up to ten seconds after the end, later ones refused with the reason") {
  CoreHouse house;
  house.begin_call();
  house.advance(absl::Seconds(30));
  REQUIRE(house.tell(house.report("ended", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(core::FinishWrapUp{"done", "sanne", "call-1"}).ok());
  house.advance(absl::Seconds(9));
  CHECK(house.tell(house.says("u1", "bye"))->outcome == UtteranceOutcome::kStored);
  house.advance(absl::Seconds(2));
  const auto late = house.tell(house.says("u2", "still there?"));
  CHECK(late->outcome == UtteranceOutcome::kRefused);
  CHECK_THAT(late->reason, Catch::Contains("11s after the call ended"));
  CHECK(house.turns().size() == 1);
  CHECK(house.record().turns == 1);
}

TEST_CASE("text that is empty or too long is refused with a sentence") {
  CoreHouse house;
  house.begin_call();
  CHECK_THAT(house.tell(house.says("u1", ""))->reason, Catch::Contains("text is empty"));
  CHECK(house.tell(house.says("u2", std::string(16384, 'a')))->outcome == UtteranceOutcome::kStored);
  CHECK_THAT(house.tell(house.says("u3", std::string(16385, 'a')))->reason, Catch::Contains("16385 bytes"));
}

TEST_CASE("ids that are missing, too long or the service's own are refused") {
  CoreHouse house;
  for (const std::string& id :
       {std::string(), std::string(129, 'x'), std::string("wake-sanne-1"), std::string("a\nb")}) {
    CHECK(absl::IsInvalidArgument(house.tell(house.report(id, CallEvent::kRinging)).status()));
  }
  auto strange = house.report("e1", CallEvent::kRinging);
  strange.agent_id = "no spaces";
  CHECK(absl::IsInvalidArgument(house.tell(strange).status()));
}

TEST_CASE("a display name that is not text is made presentable, not refused") {
  CoreHouse house;
  auto report = house.report("e1", CallEvent::kRinging);
  report.display_name = "Jos\xe9\x01";
  REQUIRE(house.tell(report).ok());
  CHECK(house.desk().calls[0].display_name == "Jos\xEF\xBF\xBD ");
}

TEST_CASE("listed registration serves the listed and tells strangers what to do") {
  core::CoreOptions options;
  options.desks.listed_only = true;
  options.desks.listed = {"joost"};
  CoreHouse house(options);
  const absl::Status status = house.tell(house.report("e1", CallEvent::kRinging)).status();
  CHECK(absl::IsNotFound(status));
  CHECK_THAT(message(status), Catch::Contains("agents.list"));
  CHECK(house.tell(house.report("e2", CallEvent::kRinging, "call-1", "joost")).ok());
}

TEST_CASE("a call that ended before it rang stays ended and its words are refused when late") {
  CoreHouse house;
  REQUIRE(house.tell(house.report("e1", CallEvent::kEnded)).ok());
  REQUIRE(house.tell(house.report("e2", CallEvent::kRinging)).ok());
  CHECK(house.record().state == CallState::kEnded);
  CHECK(house.desk().calls.empty());
  house.advance(absl::Minutes(1));
  CHECK(house.tell(house.says("u1", "hello"))->outcome == UtteranceOutcome::kRefused);
}

TEST_CASE("a call that rings at two desks belongs to the one that answers") {
  CoreHouse house;
  REQUIRE(house.tell(house.report("a1", CallEvent::kRinging, "group", "sanne")).ok());
  REQUIRE(house.tell(house.report("b1", CallEvent::kRinging, "group", "joost")).ok());
  REQUIRE(house.tell(house.report("b2", CallEvent::kAnswered, "group", "joost")).ok());
  REQUIRE(house.tell(house.report("a2", CallEvent::kEnded, "group", "sanne")).ok());
  CHECK(house.record("group").agent_id == "joost");
  CHECK(house.record("group").state == CallState::kInCall);
  CHECK(house.tell(house.says("u1", "hello", domain::Speaker::kCustomer, "group"))->outcome ==
        UtteranceOutcome::kStored);
}

TEST_CASE("an agent's word takes no call that rings or runs at a colleague's desk and never rang at their own") {
  CoreHouse house;
  const auto by_agent = [&](core::ReportCall report) {
    report.by_agent = true;
    return house.tell(std::move(report)).ok();
  };
  REQUIRE(by_agent(house.report("b1", CallEvent::kRinging, "call-1", "bob")));
  REQUIRE(by_agent(house.report("a1", CallEvent::kAnswered, "call-1", "anna")));
  REQUIRE(by_agent(house.report("a2", CallEvent::kHeld, "call-1", "anna")));
  CHECK(house.record().agent_id == "bob");
  CHECK(house.record().state == CallState::kRinging);
  house.restart();
  REQUIRE(by_agent(house.report("b2", CallEvent::kAnswered, "call-1", "bob")));
  CHECK(house.record().agent_id == "bob");
  CHECK(house.record().state == CallState::kInCall);
  REQUIRE(by_agent(house.report("a3", CallEvent::kRinging, "call-1", "anna")));
  REQUIRE(by_agent(house.report("a4", CallEvent::kResumed, "call-1", "anna")));
  CHECK(house.record().agent_id == "bob");
  core::SayUtterance hers = house.says("u1", "mine now");
  hers.only_of = "anna";
  CHECK(house.tell(std::move(hers))->outcome == UtteranceOutcome::kUnknownCall);
  CHECK(house.turns().empty());
}

TEST_CASE("where agents report their own calls, one that rings at two desks belongs to the one that answers") {
  CoreHouse house;
  for (const auto& [event, agent] :
       {std::pair(CallEvent::kRinging, "bob"), {CallEvent::kRinging, "anna"}, {CallEvent::kAnswered, "anna"}}) {
    core::ReportCall report =
        house.report(std::string(agent) + std::to_string(static_cast<int>(event)), event, "group", agent);
    report.by_agent = true;
    REQUIRE(house.tell(std::move(report)).ok());
  }
  CHECK(house.record("group").agent_id == "anna");
}

TEST_CASE("who reports for all desks settles whose a call is, also where it never rang") {
  CoreHouse house;
  REQUIRE(house.tell(house.report("b1", CallEvent::kRinging, "call-1", "bob")).ok());
  REQUIRE(house.tell(house.report("a1", CallEvent::kAnswered, "call-1", "anna")).ok());
  CHECK(house.record().agent_id == "anna");
}

TEST_CASE("a call that also rings elsewhere does not silence the transcript of the agent who answered it") {
  CoreHouse house;
  const auto says = [&](const std::string& id) {
    core::SayUtterance said = house.says(id, "where is my parcel");
    said.only_of = "bob";
    return house.tell(std::move(said))->outcome;
  };
  house.begin_call("call-1", "bob");
  CHECK(says("u1") == UtteranceOutcome::kStored);
  core::ReportCall report = house.report("a1", CallEvent::kRinging, "call-1", "anna");
  report.by_agent = true;
  REQUIRE(house.tell(std::move(report)).ok());
  CHECK(says("u2") == UtteranceOutcome::kStored);
  house.restart();
  CHECK(says("u3") == UtteranceOutcome::kStored);
  report = house.report("a2", CallEvent::kAnswered, "call-1", "anna");
  report.by_agent = true;
  REQUIRE(house.tell(std::move(report)).ok());
  REQUIRE(house.tell(house.report("a3", CallEvent::kEnded, "call-1", "anna")).ok());
  CHECK(says("u4") == UtteranceOutcome::kStored);
  CHECK(house.core().seats().find_by_call("call-1")->desk.agent_id == "bob");
}

TEST_CASE("a number said in two turns is hidden also when the call stopped ringing elsewhere in between") {
  CoreHouse house;
  REQUIRE(house.tell(house.report("a1", CallEvent::kRinging, "call-1", "anna")).ok());
  house.begin_call("call-1", "bob");
  REQUIRE(house.tell(house.says("u1", "nul zes twaalf")).ok());
  REQUIRE(house.tell(house.report("a2", CallEvent::kEnded, "call-1", "anna")).ok());
  house.advance(absl::Minutes(2));
  REQUIRE(house.tell(house.report("a3", CallEvent::kRinging, "call-2", "anna")).ok());
  REQUIRE(house.tell(house.says("u2", "vierendertig zesenvijftig achtenzeventig")).ok());
  CHECK_THAT(house.turns()[0].text, !Catch::Contains("twaalf"));
}

TEST_CASE("a why is shown when chosen, and one that is not there is NOT_FOUND") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(core::ShowWhy{"w1", "sanne", "en/refund-time"}).ok());
  REQUIRE(house.desk().card.has_value());
  CHECK_FALSE(house.desk().card->unsolicited);
  CHECK(absl::IsNotFound(house.tell(core::ShowWhy{"w2", "sanne", "en/nothing"}).status()));
}

TEST_CASE("an answer to a card is kept; a card that was never shown is NOT_FOUND") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(core::ShowWhy{"w1", "sanne", "en/refund-time"}).ok());
  const std::string card = house.desk().card->id;
  REQUIRE(house.tell(core::AnswerCard{"a1", "sanne", card, domain::CardAnswer::kUsed}).ok());
  CHECK_FALSE(house.desk().card.has_value());
  CHECK(absl::IsNotFound(house.tell(core::AnswerCard{"a2", "sanne", "no-card", domain::CardAnswer::kUsed}).status()));
  std::vector<store::CardRecord> cards;
  REQUIRE(house.store()
              .read([&](store::Reads& reads) {
                cards = *reads.cards("call-1");
                return absl::OkStatus();
              })
              .ok());
  REQUIRE(cards.size() == 1);
  CHECK(cards[0].answer == domain::CardAnswer::kUsed);
}

TEST_CASE("a wrap-up that is not there is NOT_FOUND and takes nothing else down") {
  CoreHouse house;
  house.begin_call();
  CHECK(absl::IsNotFound(house.tell(core::FinishWrapUp{"f1", "sanne", "call-1"}).status()));
  CHECK(house.desk().calls.size() == 1);
}

TEST_CASE("a pinned turn and a heavy call are on the desk, once each, and after a restart too") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "ik zit al weken zonder verwarming")).ok());
  REQUIRE(house.tell(core::PinHeard{"p1", "sanne", "call-1", "u1"}).ok());
  CHECK(house.tell(core::PinHeard{"p1", "sanne", "call-1", "u1"})->duplicate);
  REQUIRE(house.tell(core::MarkHeavy{"h1", "sanne", "call-1", true}).ok());
  CHECK(house.tell(core::MarkHeavy{"h1", "sanne", "call-1", true})->duplicate);
  house.restart();
  const domain::Desk desk = house.desk();
  REQUIRE(desk.calls.size() == 1);
  CHECK(desk.calls[0].heavy);
  REQUIRE_FALSE(desk.calls[0].heard.empty());
  CHECK(desk.calls[0].heard.back().kind == domain::HeardKind::kPinned);
}

TEST_CASE("a turn that nobody took and a call that is not there are NOT_FOUND, and what is missing is named") {
  CoreHouse house;
  house.begin_call();
  CHECK(absl::IsNotFound(house.tell(core::PinHeard{"p1", "sanne", "call-1", "u9"}).status()));
  CHECK(absl::IsNotFound(house.tell(core::PinHeard{"p2", "sanne", "call-9", "u1"}).status()));
  CHECK(absl::IsNotFound(house.tell(core::MarkHeavy{"h1", "sanne", "call-9", true}).status()));
  CHECK(absl::IsInvalidArgument(house.tell(core::PinHeard{"p3", "sanne", "call-1", ""}).status()));
  CHECK(absl::IsInvalidArgument(house.tell(core::MarkHeavy{"", "sanne", "call-1", true}).status()));
  CHECK_FALSE(house.desk().calls.at(0).heavy);
}

TEST_CASE("a prompt reaches all its desks or none") {
  CoreHouse house;
  house.begin_call("call-1", "sanne");
  house.begin_call("call-2", "joost");
  const auto sanne = house.core().presence().open("sanne");
  const auto joost = house.core().presence().open("joost");
  core::PushPrompt prompt{"p1", {"sanne", "joost", "nobody"}, "Team lead", "Drink some water", "It is hot"};
  CHECK(absl::IsNotFound(house.tell(prompt).status()));
  CHECK(house.desk("sanne").prompts.empty());
  CHECK_FALSE(house.desk("sanne").card.has_value());
  prompt.agent_ids = {"sanne", "joost", "sanne"};
  CHECK(house.tell(prompt).value() == 2);
  CHECK(house.tell(prompt).value() == 2);
  for (const char* agent : {"sanne", "joost"}) {
    const domain::Desk desk = house.desk(agent);
    CHECK(desk.prompts.size() + (desk.card ? 1 : 0) == 1);
  }
  prompt.prompt_id = "p2";
  prompt.time_to_live = absl::Seconds(9);
  CHECK(absl::IsInvalidArgument(house.tell(prompt).status()));
}

TEST_CASE("a desk with twenty prompts that are worth showing takes no more, and the others of that prompt get none") {
  core::CoreOptions many;
  many.prompts.per_hour = 100;
  CoreHouse house(many);
  house.begin_call("call-1", "sanne");
  house.begin_call("call-2", "joost");
  core::PushPrompt prompt{"", {"sanne"}, "Team lead", "Drink some water", "It is hot"};
  int taken = 0;
  for (; taken < 40; ++taken) {
    prompt.prompt_id = "p" + std::to_string(taken);
    if (!house.tell(prompt).ok()) break;
  }
  CHECK(taken == 20);  // Seen or not.
  prompt.prompt_id = "for both";
  prompt.agent_ids = {"joost", "sanne"};
  CHECK(absl::IsResourceExhausted(house.tell(prompt).status()));
  CHECK(house.desk("joost").prompts.empty());
}

TEST_CASE("a sender's event id that looks like a prompt's at a desk is another") {
  CoreHouse house;
  house.begin_call("call-1", "sanne");
  const auto window = house.core().presence().open("sanne");
  CHECK(house.tell(core::PushPrompt{"p1", {"sanne"}, "Team lead", "Drink some water", "It is hot"}).ok());
  CHECK(house.tell(core::PushPrompt{"p1/sanne", {"sanne"}, "Team lead", "And stretch", "It is hot"}).ok());
  const domain::Desk desk = house.desk("sanne");
  CHECK(desk.prompts.size() + (desk.card ? 1 : 0) == 2);
}

TEST_CASE("after a restart the desk, its duplicates and its calls are known") {
  CoreHouse house;
  house.begin_call();
  REQUIRE(house.tell(house.says("u1", "hello")).ok());
  const domain::Desk before = house.desk();
  house.restart();
  const domain::Desk after = house.desk();
  CHECK(after.version == before.version);
  CHECK(after.time == before.time);
  CHECK(after.wake == before.wake);
  CHECK(after.calls == before.calls);
  CHECK(after == before);
  CHECK(house.tell(house.says("u1", "hello"))->outcome == UtteranceOutcome::kDuplicate);
  CHECK(house.tell(house.says("u2", "hello again"))->outcome == UtteranceOutcome::kStored);
}
