#include "tests/ui/example_push.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace aandacht::test {
namespace {

using domain::PromptState;
using model::Language;
using model::PushTarget;

domain::PushedPrompt prompt(const std::string& id, const std::string& text, absl::Duration ago) {
  domain::PushedPrompt prompt;
  prompt.id = id;
  prompt.supervisor = "Kim Bosch";
  prompt.text = text;
  prompt.reason = "Klanten bellen erover.";
  prompt.pushed = push_noon() - ago;
  prompt.expires = prompt.pushed + absl::Minutes(30);
  return prompt;
}

domain::PromptDelivery at(const std::string& agent, PromptState state) {
  const absl::Time then = push_noon() - absl::Minutes(3);
  return {agent, state, then, then, then};
}

}  // namespace

model::PushState empty_push() {
  model::PushState state;
  state.supervisor = "Kim Bosch";
  state.told.reach_known = true;
  state.told.connection = model::ConnectionState::kConnected;
  return state;
}

model::PushState typical_push(Language language) {
  const bool dutch = language == Language::kDutch;
  model::PushState state = empty_push();
  for (const char* agent : {"amir", "fleur", "joost", "sanne"})
    state.told.reach.push_back({agent, "retouren", 2, absl::InfinitePast(), std::string(agent) == "joost"});
  for (const char* agent : {"ilias", "mila", "noor"}) state.told.reach.push_back({agent, "storingen", 3});
  state.told.templates = {
      {"nl/storing", "nl", "Er is een storing in {plaats}. We weten het.", "Er komen vragen over.", true, {"plaats"}}};
  state.form.targets = {{PushTarget::Kind::kTeam, "retouren"}, {PushTarget::Kind::kAgent, "mila"}};
  state.form.text = dutch ? "Je moet de klant zeggen dat de storing voor 14:00 voorbij is."
                          : "You must tell the customer that the outage is over before 14:00.";
  state.form.reason = dutch ? "Klanten bellen erover." : "Customers call about it.";
  state.told.findings = {{domain::PromptFlaw::kOrder, false, dutch ? "je moet" : "you must", "", 0}};
  domain::PushedPrompt outage = prompt("p1", "We weten van de storing in Zwolle.", absl::Minutes(4));
  outage.team_ids = {"retouren"};
  outage.deliveries = {at("amir", PromptState::kUsed), at("fleur", PromptState::kShown),
                       at("joost", PromptState::kWaiting), at("sanne", PromptState::kNotNow)};
  domain::PushedPrompt water = prompt("p2", "Er staat koud water in de kantine.", absl::Minutes(50));
  water.everybody = true;
  water.deliveries = {at("amir", PromptState::kUsed), at("fleur", PromptState::kDelivered),
                      at("ilias", PromptState::kDoesNotFit), at("mila", PromptState::kUsed)};
  domain::PushedPrompt wrong = prompt("p3", "De brief van maandag klopt niet.", absl::Minutes(80));
  wrong.recalled = push_noon() - absl::Minutes(79);
  wrong.deliveries = {at("noor", PromptState::kRecalled)};
  state.told.prompts = {outage, water, wrong};
  state.can_repeat = true;
  return state;
}

model::PushState full_push(Language language) {
  model::PushState state = typical_push(language);
  for (int i = 0; i < 200; ++i)
    state.told.reach.push_back({absl::StrFormat("collega-%03d", i), "klantenservice-zakelijk", 1});
  state.told.reach[0].left = 0;
  state.told.reach[0].room = push_noon() + absl::Minutes(24);
  state.told.quiet_until = push_noon() + absl::Minutes(30);
  state.form.targets = {{PushTarget::Kind::kTeam, "klantenservice-zakelijk"},
                        {PushTarget::Kind::kTeam, "retouren"},
                        {PushTarget::Kind::kTeam, "storingen"}};
  state.form.template_id = "nl/storing";
  state.form.fields = {{"plaats", "'s-Hertogenbosch en de Alblasserwaard"}};
  state.told.findings.clear();
  state.refused = absl::ResourceExhaustedError("amir had 3");
  for (int i = 0; i < 60; ++i) {
    domain::PushedPrompt each = prompt(absl::StrCat("old-", i), "Telefoniecentraleonderhoudswerkzaamheden vanavond.",
                                       absl::Hours(2) + absl::Minutes(i));
    for (const model::PushReach& agent : state.told.reach)
      each.deliveries.push_back(at(agent.agent_id, PromptState::kUsed));
    each.everybody = true;
    state.told.prompts.push_back(each);
  }
  state.selected = "p1";
  return state;
}

}  // namespace aandacht::test
