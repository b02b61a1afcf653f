// Prompts in pages, over real gRPC.
#include <set>
#include <string>

#include "aandacht/v1/prompts.grpc.pb.h"
#include "tests/integration/service_fixture.h"

namespace aandacht {
namespace {

void push(test::ServiceFixture& fixture, const std::string& id, const std::string& agent) {
  v1::PushPromptRequest request;
  request.set_prompt_id(id);
  request.add_agent_ids(agent);
  request.set_supervisor("Kim");
  request.set_text("Wij weten van de storing.");
  request.set_reason("storing");
  v1::PushPromptResponse response;
  const grpc::Status status = fixture.client().floor->PushPrompt(test::soon().get(), request, &response);
  INFO(status.error_message());
  REQUIRE(status.ok());
}

TEST_CASE("prompts come in pages, each once and newest first", "[prompts]") {
  test::ServiceFixture fixture;
  std::vector<std::string> pushed;
  for (int i = 0; i < 7; ++i) {
    const std::string agent = "agent-" + std::to_string(i);
    REQUIRE(fixture.client().report("ringing-" + agent, v1::CALL_EVENT_RINGING, "call-" + agent, agent).ok());
    push(fixture, "prompt-" + std::to_string(i), agent);
    pushed.insert(pushed.begin(), "prompt-" + std::to_string(i));
  }
  const auto stub = v1::PromptService::NewStub(fixture.client().channel);
  for (const int size : {1, 2, 3, 7, 50}) {
    std::vector<std::string> listed;
    v1::ListPromptsRequest request;
    request.set_page_size(size);
    do {
      v1::ListPromptsResponse response;
      REQUIRE(stub->ListPrompts(test::soon().get(), request, &response).ok());
      CHECK(response.prompts_size() <= size);
      for (const v1::PushedPrompt& prompt : response.prompts()) listed.push_back(prompt.id());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    CHECK(listed == pushed);
  }
}

TEST_CASE("templates of prompts come in pages", "[prompts]") {
  test::ServiceFixture fixture;
  const auto stub = v1::PromptService::NewStub(fixture.client().channel);
  v1::ListPromptTemplatesResponse all;
  REQUIRE(stub->ListPromptTemplates(test::soon().get(), {}, &all).ok());
  REQUIRE(all.templates_size() > 5);
  std::set<std::string> ids;
  v1::ListPromptTemplatesRequest request;
  request.set_page_size(5);
  do {
    v1::ListPromptTemplatesResponse page;
    REQUIRE(stub->ListPromptTemplates(test::soon().get(), request, &page).ok());
    for (const v1::PromptTemplate& each : page.templates()) CHECK(ids.insert(each.id()).second);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  CHECK(ids.size() == static_cast<std::size_t>(all.templates_size()));
}

TEST_CASE("a page of prompts that was never given is refused", "[prompts]") {
  test::ServiceFixture fixture;
  const auto stub = v1::PromptService::NewStub(fixture.client().channel);
  for (const char* token : {"x", "1", "1:", "1:0", ":1", "-1:-1"}) {
    v1::ListPromptsRequest request;
    request.set_page_token(token);
    v1::ListPromptsResponse response;
    CHECK(stub->ListPrompts(test::soon().get(), request, &response).error_code() == grpc::StatusCode::INVALID_ARGUMENT);
  }
}

}  // namespace
}  // namespace aandacht
