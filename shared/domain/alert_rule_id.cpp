#include "shared/domain/alert_rule_id.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "shared/base/content_key.h"

namespace aandacht::domain {
namespace {

constexpr std::size_t kDigits = kLongestRuleId - kLongestRuleName - 1;

bool is_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

std::string rule_id_of(const std::string& owner_id, const std::string& name) {
  const std::string key = base::content_key("rule", absl::StrCat(owner_id, "\n", name));
  return absl::StrCat(name, "-", key.substr(key.size() - kDigits));
}

bool is_rule_named(std::string_view rule_id, std::string_view name) {
  if (rule_id == name) return true;
  if (rule_id.size() != name.size() + 1 + kDigits || !rule_id.starts_with(name)) return false;
  const std::string_view rest = rule_id.substr(name.size());
  return rest.front() == '-' && std::all_of(rest.begin() + 1, rest.end(), is_digit);
}

}  // namespace aandacht::domain
