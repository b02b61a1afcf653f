#include "shared/domain/library.h"

#include <algorithm>

namespace aandacht::domain {

const Why* find_why(const Library& library, const std::string& why_id) {
  const auto found =
      std::find_if(library.whys.begin(), library.whys.end(), [&](const Why& w) { return w.id == why_id; });
  return found == library.whys.end() ? nullptr : &*found;
}

const CoachRule* find_rule(const Library& library, const std::string& rule_id) {
  const auto& rules = library.coach_rules;
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const CoachRule& r) { return r.id == rule_id; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace aandacht::domain
