// Prompts that supervisors pushed, and what became of them at each desk.
#include "tests/contract/access.h"
#include "tests/contract/engines.h"

namespace aandacht::store {
namespace {

using domain::CardAnswer;
using domain::PromptState;

absl::Time at(int minute) { return absl::FromUnixSeconds(1750000000) + absl::Minutes(minute); }

domain::PushedPrompt prompt(const std::string& id, int minute, const std::vector<std::string>& agents) {
  domain::PushedPrompt prompt{id,         "Kim",      "Er staat water klaar", "Het is warm", true,
                              "nl/water", at(minute), at(minute + 10)};
  prompt.team_ids = {"blauw", "rood"};
  prompt.everybody = true;
  for (const std::string& agent : agents) prompt.deliveries.push_back({agent});
  return prompt;
}

void add(Store& store, const domain::PushedPrompt& prompt, const std::string& supervisor = "kim-1") {
  must_write(store, [&](Transaction& t) { return t.add_prompt(prompt, supervisor); });
}

domain::PromptDelivery desk_of(Store& store, const std::string& id, const std::string& agent) {
  for (const domain::PromptDelivery& desk : must_answer(store, [&](Reads& r) { return r.prompt(id); }).deliveries) {
    if (desk.agent_id == agent) return desk;
  }
  return {};
}

AANDACHT_STORE_CONTRACT("a prompt comes back whole, newest first, and a second with its id is refused") {
  TestType engine;
  const domain::PushedPrompt first = prompt("p1", 0, {"anna", "bram"});
  {
    const auto store = engine.open();
    add(*store, first);
    add(*store, prompt("p2", 1, {"anna"}));
    CHECK(absl::IsAlreadyExists(store->write([&](Transaction& t) { return t.add_prompt(first, "kim-1"); })));
  }
  const auto store = engine.open();
  CHECK(must_answer(*store, [](Reads& r) { return r.prompt("p1"); }) == first);
  CHECK(absl::IsNotFound(answer(*store, [](Reads& r) { return r.prompt("p9"); }).status()));
  const auto all = must_answer(*store, [](Reads& r) { return r.prompts(at(0), at(2), 10); });
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == "p2");
  CHECK(must_answer(*store, [](Reads& r) { return r.prompts(at(0), at(1), 10); }).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.prompts(at(0), at(2), 1); }).size() == 1);
}

AANDACHT_STORE_CONTRACT("a delivery goes from waiting to delivered, shown and answered, each with its time") {
  TestType engine;
  const auto store = engine.open();
  add(*store, prompt("p1", 0, {"anna", "bram"}));
  const auto waiting = [&](const std::string& agent, int minute) {
    return must_answer(*store, [&](Reads& r) { return r.waiting_prompts(agent, at(minute)); }).size();
  };
  CHECK(waiting("", 1) == 2);
  CHECK(waiting("anna", 1) == 1);
  CHECK(waiting("anna", 10) == 0);
  const auto receive = [&](int minute) {
    bool received = false;
    must_write(*store, [&](Transaction& t) {
      const auto done = t.receive_prompt("p1", "anna", at(minute));
      received = done.value_or(false);
      return done.status();
    });
    return received;
  };
  CHECK_FALSE(receive(1));
  must_write(*store, [](Transaction& t) { return t.deliver_prompt("p1", "anna"); });
  must_write(*store, [](Transaction& t) { return t.deliver_prompt("p1", "anna"); });
  CHECK(desk_of(*store, "p1", "anna") == domain::PromptDelivery{"anna", PromptState::kDelivered});
  CHECK(receive(1));
  CHECK_FALSE(receive(2));
  CHECK(desk_of(*store, "p1", "anna") == domain::PromptDelivery{"anna", PromptState::kDelivered, at(1)});
  CHECK(waiting("", 1) == 1);
  must_write(*store, [](Transaction& t) { return t.show_prompt("p1", "anna", "anna/7", std::nullopt); });
  CHECK(desk_of(*store, "p1", "anna").state == PromptState::kDelivered);
  must_write(*store, [](Transaction& t) { return t.show_prompt("p1", "anna", "anna/7", at(3)); });
  CHECK(desk_of(*store, "p1", "anna") == domain::PromptDelivery{"anna", PromptState::kShown, at(1), at(3)});
  must_write(*store, [](Transaction& t) -> absl::Status {
    const auto none = t.answer_prompt("bram", "anna/7", CardAnswer::kUsed, at(4));
    CHECK(none.value() == std::nullopt);
    const auto answered = t.answer_prompt("anna", "anna/7", CardAnswer::kNotNow, at(4));
    CHECK(answered.value() == "p1");
    return answered.status();
  });
  CHECK(desk_of(*store, "p1", "anna") == domain::PromptDelivery{"anna", PromptState::kNotNow, at(1), at(3), at(4)});
  CHECK(desk_of(*store, "p1", "bram").state == PromptState::kWaiting);
}

AANDACHT_STORE_CONTRACT("a recall ends what was not answered, once, and an unknown prompt is NOT_FOUND") {
  TestType engine;
  const auto store = engine.open();
  add(*store, prompt("p1", 0, {"anna", "bram"}));
  must_write(*store, [](Transaction& t) { return t.show_prompt("p1", "anna", "anna/1", at(1)); });
  must_write(*store,
             [](Transaction& t) { return t.answer_prompt("anna", "anna/1", CardAnswer::kUsed, at(2)).status(); });
  must_write(*store, [](Transaction& t) { return t.recall_prompt("p1", at(3)); });
  must_write(*store, [](Transaction& t) { return t.recall_prompt("p1", at(4)); });
  CHECK(must_answer(*store, [](Reads& r) { return r.prompt("p1"); }).recalled == at(3));
  CHECK(desk_of(*store, "p1", "anna").state == PromptState::kUsed);
  CHECK(desk_of(*store, "p1", "bram").state == PromptState::kRecalled);
  CHECK(absl::IsNotFound(store->write([](Transaction& t) { return t.recall_prompt("p9", at(3)); })));
}

AANDACHT_STORE_CONTRACT(
    "what a supervisor pushed is counted by agent, recalled ones too; a crowded desk is one with open ones") {
  TestType engine;
  const auto store = engine.open();
  add(*store, prompt("p1", 0, {"anna"}));
  add(*store, prompt("p2", 1, {"anna", "bram"}));
  add(*store, prompt("p3", 2, {"anna"}), "other");
  must_write(*store, [](Transaction& t) { return t.recall_prompt("p1", at(3)); });
  const auto pushes = must_answer(*store, [](Reads& r) { return r.prompt_pushes("kim-1", at(0) - absl::Seconds(1)); });
  CHECK(pushes == std::vector<PromptPush>{{"anna", at(0)}, {"anna", at(1)}, {"bram", at(1)}});
  CHECK(must_answer(*store, [](Reads& r) { return r.prompt_pushes("kim-1", at(0)); }).size() == 2);
  CHECK(must_answer(*store, [](Reads& r) { return r.crowded_desks(at(3), 2); }) == std::vector<std::string>{"anna"});
  CHECK(must_answer(*store, [](Reads& r) { return r.crowded_desks(at(3), 3); }).empty());
  CHECK(must_answer(*store, [](Reads& r) { return r.crowded_desks(at(11), 2); }).empty());
}

AANDACHT_STORE_CONTRACT("open prompts are told with their ends, and old ones are forgotten a few at a time") {
  TestType engine;
  const auto store = engine.open();
  for (int i = 0; i < 3; ++i) add(*store, prompt("p" + std::to_string(i), i, {"anna"}));
  const auto open = must_answer(*store, [](Reads& r) { return r.open_prompts(at(10)); });
  REQUIRE(open.size() == 2);
  CHECK(open[0] == std::pair(std::string("p1"), at(11)));
  const auto forget = [&] {
    int gone = -1;
    must_write(*store, [&](Transaction& t) {
      const auto forgotten = t.forget_prompts(at(12), 1);
      gone = forgotten.value_or(-1);
      return forgotten.status();
    });
    return gone;
  };
  CHECK(forget() == 1);
  CHECK(forget() == 1);
  CHECK(forget() == 0);
  CHECK(must_answer(*store, [](Reads& r) { return r.prompts(at(0), at(5), 10); }).size() == 1);
  CHECK(must_answer(*store, [](Reads& r) { return r.waiting_prompts("anna", at(5)); }).size() == 1);
}

}  // namespace
}  // namespace aandacht::store
