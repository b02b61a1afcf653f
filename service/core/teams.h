// Which agents work together.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace aandacht::core {

/// Agents by team, from the configuration. Who is in none belongs to the team "": on one machine that is everybody.
class Teams {
 public:
  Teams() = default;
  /// An agent who is named in several teams belongs to the first of them.
  explicit Teams(const std::map<std::string, std::vector<std::string>>& members);

  [[nodiscard]] const std::string& of(const std::string& agent_id) const;

  /// All agents who are in a team, by their ids.
  [[nodiscard]] std::vector<std::string> members() const;

  /// How many agents belong to each team, by its name; "" is not among them.
  [[nodiscard]] const std::map<std::string, int>& sizes() const { return sizes_; }

 private:
  std::map<std::string, std::string> team_by_agent_;
  std::map<std::string, int> sizes_;
};

}  // namespace aandacht::core
