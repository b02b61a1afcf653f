// Prompts of two teams: each supervisor pushes to their own.
#include "tests/integration/two_teams.h"

namespace aandacht::test {

TEST_CASE("what became of a push is told live to who leads the team, and only they can take it back", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  const auto blue = teams.watch_prompts(teams.blue());
  const auto red = teams.watch_prompts(teams.red());
  REQUIRE((blue->has_begun() && red->has_begun()));
  v1::PushPromptRequest push = prompt_for("p-1");
  push.add_team_ids("blue");
  v1::PushPromptResponse pushed;
  const grpc::Status status = teams.ask("FloorService/PushPrompt", teams.blue(), push, &pushed);
  INFO(status.error_message());
  REQUIRE(status.ok());
  CHECK(pushed.desk_count() == 2);
  CHECK(pushed.waiting_count() == 0);
  REQUIRE(eventually([&] { return card_of(teams.desk("sanne"), "p-1").has_value(); }));
  const v1::Card card = *card_of(teams.desk("sanne"), "p-1");
  CHECK(card.topic() == "Name of kim-blue");
  CHECK(eventually([&] { return states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_WAITING; }));
  v1::AcknowledgePromptsRequest seen;
  seen.set_agent_id("sanne");
  seen.set_shown_prompt_id("p-1");
  v1::AcknowledgePromptsResponse noted;
  REQUIRE(teams.ask("PromptService/AcknowledgePrompts", teams.agent_token("sanne"), seen, &noted).ok());
  CHECK(eventually([&] { return states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_SHOWN; }));
  v1::AnswerCardRequest used;
  used.set_event_id("answer-1");
  used.set_agent_id("sanne");
  used.set_card_id(card.id());
  used.set_answer(v1::CARD_ANSWER_USED);
  v1::AnswerCardResponse answered;
  REQUIRE(teams.ask("DeskService/AnswerCard", teams.agent_token("sanne"), used, &answered).ok());
  CHECK(eventually([&] { return states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_USED; }));
  CHECK(states_at(*blue).count("p-1 joost") == 1);

  v1::RecallPromptRequest recall;
  v1::RecallPromptResponse recalled;
  recall.set_prompt_id("p-1");
  const grpc::Status theirs = teams.ask("PromptService/RecallPrompt", teams.red(), recall, &recalled);
  recall.set_prompt_id("p-none");
  const grpc::Status none = teams.ask("PromptService/RecallPrompt", teams.red(), recall, &recalled);
  CHECK(theirs.error_code() == StatusCode::NOT_FOUND);
  CHECK(theirs.error_message() == none.error_message());
  v1::ListPromptsResponse listed;
  CHECK(teams.ask("PromptService/ListPrompts", teams.red(), v1::ListPromptsRequest(), &listed).ok());
  CHECK(listed.prompts().empty());
  // What is told of their own shows that nothing was told before it.
  push = prompt_for("p-2");
  push.set_everybody(true);
  REQUIRE(teams.ask("FloorService/PushPrompt", teams.red(), push, &pushed).ok());
  CHECK(pushed.desk_count() == 2);
  REQUIRE(eventually([&] { return states_at(*red).size() == 2; }));
  CHECK(states_at(*red).count("p-2 bram") == 1);
  CHECK(states_at(*red).count("p-2 mila") == 1);
  CHECK_FALSE(card_of(teams.desk("sanne"), "p-2").has_value());
  CHECK(states_at(*blue).size() == 2);
  recall.set_prompt_id("p-1");
  CHECK(teams.ask("PromptService/RecallPrompt", teams.blue(), recall, &recalled).ok());
  CHECK(eventually([&] { return states_at(*blue)["p-1 joost"] == v1::PROMPT_STATE_RECALLED; }));
  CHECK(states_at(*blue)["p-1 sanne"] == v1::PROMPT_STATE_USED);
}

TEST_CASE("nothing is pushed to an agent of another team, who is not told from one that is not there", "[identity]") {
  TwoTeams teams;
  teams.begin_call(kBlueCall, "sanne");
  const auto push = [&](const std::string& agent, const std::string& team) {
    v1::PushPromptRequest request = prompt_for("p-1");
    if (!agent.empty()) request.add_agent_ids(agent);
    if (!team.empty()) request.add_team_ids(team);
    v1::PushPromptResponse response;
    return teams.ask("FloorService/PushPrompt", teams.red(), request, &response);
  };
  const grpc::Status other = push("sanne", "");
  const grpc::Status nobody = push("nobody", "");
  CHECK(other.error_code() == StatusCode::NOT_FOUND);
  CHECK(nobody.error_code() == StatusCode::NOT_FOUND);
  CHECK(renamed(other.error_message(), "sanne", "nobody") == nobody.error_message());
  const grpc::Status team = push("", "blue");
  const grpc::Status no_team = push("", "green");
  CHECK(team.error_code() == StatusCode::PERMISSION_DENIED);
  CHECK(renamed(team.error_message(), "blue", "green") == no_team.error_message());
  CHECK_FALSE(card_of(teams.desk("sanne"), "p-1").has_value());
}

}  // namespace aandacht::test
