#include "service/core/teams.h"

namespace aandacht::core {

Teams::Teams(const std::map<std::string, std::vector<std::string>>& members) {
  for (const auto& [team, agents] : members) {
    for (const std::string& agent : agents) sizes_[team] += team_by_agent_.emplace(agent, team).second ? 1 : 0;
  }
}

const std::string& Teams::of(const std::string& agent_id) const {
  static const std::string kNone;
  const auto found = team_by_agent_.find(agent_id);
  return found == team_by_agent_.end() ? kNone : found->second;
}

std::vector<std::string> Teams::members() const {
  std::vector<std::string> agents;
  for (const auto& [agent, team] : team_by_agent_) agents.push_back(agent);
  return agents;
}

}  // namespace aandacht::core
