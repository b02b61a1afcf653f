#include "shared/domain/alert.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "shared/base/content_key.h"

namespace aandacht::domain {

bool covers(const AlertRule& rule, const std::string& team) {
  if (!rule.team.empty()) return rule.team == team;
  return std::any_of(rule.led.begin(), rule.led.end(),
                     [&](const std::string& led) { return led == "*" || led == team; });
}

std::string finding_id(const AlertFinding& finding) {
  return base::content_key("alert", absl::StrCat(finding.rule_id, "\n", finding.call_id, "\n", finding.cause));
}

}  // namespace aandacht::domain
