// Ids of alert rules: of a name that somebody chose, and of who chose it, so that nobody can tell whether others have a
// rule of the same name.
#pragma once

#include <string>
#include <string_view>

namespace aandacht::domain {

/// A name that somebody chooses is at most so long, bytes.
inline constexpr std::size_t kLongestRuleName = 128;
/// An id that rule_id_of() makes is at most so long.
inline constexpr std::size_t kLongestRuleId = kLongestRuleName + 13;

/// The id that `owner_id`'s rule of this name gets: "lawyer-0123456789ab". The same for the same two, on every machine.
///
/// \param name  at most kLongestRuleName bytes.
[[nodiscard]] std::string rule_id_of(const std::string& owner_id, const std::string& name);

/// Whether a rule with this id goes by `name`: it is the id, or what rule_id_of() made of it for somebody.
[[nodiscard]] bool is_rule_named(std::string_view rule_id, std::string_view name);

}  // namespace aandacht::domain
