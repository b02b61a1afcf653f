#include "service/rpc/team_scope.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/core/checks.h"

namespace aandacht::rpc {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kMostNamed = 20;  // A refusal travels in a header, and is read by a person.

// Only the caller's own: who leads which other teams is nobody else's.
std::string led_by(const security::Caller& caller, const core::Teams& teams) {
  std::vector<std::string> led;
  std::size_t more = 0;
  for (const auto& [team, size] : teams.sizes()) {
    if (!security::leads(caller, team)) continue;
    led.size() < kMostNamed ? led.push_back(core::presentable(team, kLongestName)) : static_cast<void>(++more);
  }
  if (led.empty()) return "you lead none that the configuration names, so leave the team out";
  const std::string rest = more == 0 ? "" : absl::StrCat(" and ", more, " more");
  return absl::StrCat("yours: ", absl::StrJoin(led, ", "), rest);
}

absl::Status refuse(const std::string& team, const security::Caller& caller, const core::Teams& teams) {
  return absl::NotFoundError(absl::StrCat("there is no team \"", core::presentable(team, kLongestName),
                                          "\" that you lead; ", led_by(caller, teams)));
}

}  // namespace

absl::StatusOr<TeamScope> teams_in(const security::Caller& caller, const core::Teams& teams,
                                   const std::set<std::string>& named, const IsKept& is_kept) {
  for (const std::string& team : named) {
    if (!security::leads(caller, team)) return refuse(team, caller, teams);
    if (team.empty() || teams.sizes().contains(team)) continue;
    const absl::StatusOr<bool> kept = is_kept ? is_kept(team) : false;
    if (!kept.ok()) return kept.status();
    if (!*kept) return refuse(team, caller, teams);
  }
  return [caller, named](const std::string& team) {
    return named.empty() ? security::leads(caller, team) : named.contains(team);
  };
}

}  // namespace aandacht::rpc
