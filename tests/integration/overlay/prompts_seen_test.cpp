// What a supervisor is told of a prompt is what the overlay's session said, whoever was away meanwhile.
#include "aandacht/v1/prompts.grpc.pb.h"
#include "tests/integration/overlay/session_house.h"

namespace aandacht::test {
namespace {

using domain::CallEvent;
using domain::CallState;

void push(SessionHouse& house, const std::string& id, bool urgent = false) {
  v1::PushPromptRequest request;
  request.set_prompt_id(id);
  request.add_agent_ids("sanne");
  request.set_supervisor("Kim");
  request.set_text("We weten van de storing.");
  request.set_reason("Klanten bellen erover.");
  request.set_urgent(urgent);
  v1::PushPromptResponse response;
  const auto context = soon();
  const grpc::Status status = house.client().floor->PushPrompt(context.get(), request, &response);
  INFO(status.error_message());
  REQUIRE(status.ok());
}

v1::PromptState state(SessionHouse& house, const std::string& id) {
  const auto stub =
      v1::PromptService::NewStub(grpc::CreateChannel(house.address(), grpc::InsecureChannelCredentials()));
  v1::ListPromptsResponse response;
  const auto context = soon();
  REQUIRE(stub->ListPrompts(context.get(), {}, &response).ok());
  for (const v1::PushedPrompt& each : response.prompts()) {
    if (each.id() == id) return each.deliveries(0).state();
  }
  return v1::PROMPT_STATE_UNSPECIFIED;
}

bool becomes(SessionHouse& house, const std::string& id, v1::PromptState expected) {
  return house.comes([&] { return state(house, id) == expected; });
}

/// The card on this session's desk is drawn, as the window tells.
bool draws_card(SessionHouse& house) {
  return house.comes([&] {
    const domain::Desk* desk = house.session().desk();
    if (desk == nullptr || !desk->card || desk->card->kind != domain::CardKind::kPrompt) return false;
    house.session().see_card(desk->card->id);
    return true;
  });
}

}  // namespace

TEST_CASE("a prompt is delivered when the session has it and shown when it was drawn in a call", "[overlay][prompts]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  REQUIRE(house.connected());
  house.softphone(CallEvent::kRinging, "call-1");
  house.softphone(CallEvent::kAnswered, "call-1");
  REQUIRE(house.shows(CallState::kInCall));
  push(house, "p1");
  CHECK(becomes(house, "p1", v1::PROMPT_STATE_DELIVERED));
  REQUIRE(draws_card(house));
  CHECK(becomes(house, "p1", v1::PROMPT_STATE_SHOWN));
}

TEST_CASE("what was pushed while no overlay was there is told as waiting, over restarts, until one has it",
          "[overlay][prompts]") {
  SessionHouse house;
  house.start_service();
  REQUIRE(house.client().report("rang", v1::CALL_EVENT_RINGING, "call-0", "sanne").ok());
  REQUIRE(house.client().report("ended", v1::CALL_EVENT_ENDED, "call-0", "sanne").ok());
  push(house, "p1");  // Just after the start of the service.
  CHECK(state(house, "p1") == v1::PROMPT_STATE_WAITING);
  house.stop_service();
  house.start_service();
  CHECK(state(house, "p1") == v1::PROMPT_STATE_WAITING);
  house.start_session();
  CHECK(becomes(house, "p1", v1::PROMPT_STATE_DELIVERED));
  // Between calls nothing is said of what is drawn; a prompt that waits for a reset is told in the same way.
  REQUIRE(draws_card(house));
  house.end_session();
  house.start_session();
  REQUIRE(house.connected());
  CHECK(state(house, "p1") == v1::PROMPT_STATE_DELIVERED);
  house.softphone(CallEvent::kRinging, "call-1");
  house.softphone(CallEvent::kAnswered, "call-1");
  REQUIRE(house.shows(CallState::kInCall));
  REQUIRE(draws_card(house));
  CHECK(becomes(house, "p1", v1::PROMPT_STATE_SHOWN));
}

TEST_CASE("the wish not to be asked whys is the service's, told without asking, and taken back", "[overlay]") {
  SessionHouse house;
  house.start_service();
  house.start_session();
  REQUIRE(house.connected());
  const auto wants_none = [&] {
    std::optional<bool> told;
    house.session().ask_why_check_wish([&](const absl::StatusOr<bool>& none) { told = none.value_or(false); });
    REQUIRE(house.comes([&] { return told.has_value(); }));
    return *told;
  };
  const auto wish = [&](domain::WhyCheckChoice choice) {
    std::optional<absl::Status> told;
    house.session().wish_why_check(choice, [&](const absl::Status& status) { told = status; });
    REQUIRE(house.comes([&] { return told.has_value(); }));
    CHECK(told->ok());
  };
  CHECK_FALSE(wants_none());
  wish(domain::WhyCheckChoice::kNever);
  CHECK(wants_none());
  house.end_session();
  house.start_session();
  REQUIRE(house.connected());
  CHECK(wants_none());
  wish(domain::WhyCheckChoice::kAgain);
  CHECK_FALSE(wants_none());
  // Nobody was asked by it: today's question is still to come.
  std::optional<domain::WhyCheckOffer> offer;
  house.session().ask_why_check("nl", [&](const absl::StatusOr<domain::WhyCheckOffer>& asked) {
    if (asked.ok()) offer = *asked;
  });
  REQUIRE(house.comes([&] { return offer.has_value(); }));
  CHECK(offer->check.has_value());
  house.stop_service();
  REQUIRE(house.comes([&] { return house.session().connection().state != model::ConnectionState::kConnected; }));
  std::optional<absl::Status> told;
  house.session().wish_why_check(domain::WhyCheckChoice::kNever, [&](const absl::Status& status) { told = status; });
  CHECK(absl::IsUnavailable(told.value_or(absl::OkStatus())));
}

}  // namespace aandacht::test
