// Pushing prompts to the desks of a core, and what a supervisor is told of them.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "service/core/prompts.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

namespace aandacht::test {

using Window = std::unique_ptr<core::Presence::Window>;

inline bool leads_all(const std::string&) { return true; }

inline core::PushPrompt prompt(const std::string& id, std::vector<std::string> agents = {"sanne"}) {
  return {id, std::move(agents), "Kim", "We know about the outage", "Customers call about it"};
}

inline core::CoreOptions options(int per_hour = 100) {
  core::CoreOptions options;
  options.prompts.per_hour = per_hour;
  options.teams = core::Teams({{"blue", {"sanne", "joost"}}, {"red", {"mila"}}});
  return options;
}

inline absl::StatusOr<core::Pushed> push(CoreHouse& house, core::PushPrompt what) {
  Awaited<core::Pushed> answer;
  house.core().prompts().push(std::move(what), answer.callback());
  return answer.get();
}

inline absl::StatusOr<bool> recall(CoreHouse& house, const std::string& id, core::Leads leads = leads_all) {
  Awaited<bool> answer;
  house.core().prompts().recall(id, std::move(leads), answer.callback());
  return answer.get();
}

inline std::vector<domain::PushedPrompt> list(CoreHouse& house, const core::Leads& leads = leads_all) {
  const absl::Time now = house.clock().now();
  return house.core().prompts().list(leads, now - absl::Hours(24), now + absl::Seconds(1), 100).value();
}

inline domain::PromptState state(CoreHouse& house, const std::string& id, const std::string& agent = "sanne") {
  for (const domain::PushedPrompt& each : list(house)) {
    for (const domain::PromptDelivery& desk : each.deliveries) {
      if (each.id == id && desk.agent_id == agent) return desk.state;
    }
  }
  throw std::runtime_error("no such delivery");
}

inline int at_desk(CoreHouse& house, const std::string& id, const std::string& agent = "sanne") {
  const domain::Desk desk = house.desk(agent);
  int count = desk.card && desk.card->source_id == id ? 1 : 0;
  for (const domain::Prompt& each : desk.prompts) count += each.id == id ? 1 : 0;
  return count;
}

/// Everybody has been away for long; then those of `here` open a window.
inline std::vector<Window> open_windows(CoreHouse& house, const std::vector<std::string>& here) {
  house.advance(absl::Minutes(1));
  std::vector<Window> windows;
  for (const std::string& agent : here) windows.push_back(house.core().presence().open(agent));
  return windows;
}

inline absl::Status answer(CoreHouse& house, domain::CardAnswer given, const std::string& agent = "sanne") {
  const std::string card = house.desk(agent).card->id;
  return house.tell(core::AnswerCard{"answer-" + card, agent, card, given}).status();
}

/// What an open window says as soon as it drew: which prompts came, and which stands on its screen.
inline absl::Status look_at(CoreHouse& house, const std::string& agent = "sanne") {
  const domain::Desk desk = house.desk(agent);
  std::vector<std::string> received;
  for (const domain::Prompt& each : desk.prompts) received.push_back(each.id);
  const bool on_screen = desk.card && desk.card->kind == domain::CardKind::kPrompt;
  Awaited<bool> done;
  house.core().prompts().acknowledge(agent, received, on_screen ? desk.card->source_id : "", done.callback());
  return done.get().status();
}

}  // namespace aandacht::test
