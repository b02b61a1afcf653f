// Ids of alert rules.
#include "shared/domain/alert_rule_id.h"

#include "tests/support/catch.h"

using namespace aandacht::domain;

TEST_CASE("a rule's id is of its name and its owner, and the rule goes by both") {
  const std::string id = rule_id_of("kim", "lawyer");
  CHECK(id == rule_id_of("kim", "lawyer"));
  CHECK(id != rule_id_of("noor", "lawyer"));
  CHECK(is_rule_named(id, "lawyer"));
  CHECK(is_rule_named(id, id));
  CHECK_FALSE(is_rule_named(id, "law"));
  CHECK_FALSE(is_rule_named("lawyer-and-more", "lawyer"));
  CHECK_FALSE(is_rule_named("lawyer-01234567890g", "lawyer"));
  CHECK(rule_id_of("kim", std::string(kLongestRuleName, 'a')).size() == kLongestRuleId);
}
