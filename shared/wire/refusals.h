// What an agent refused, which a desk and its bookkeeping both carry.
#pragma once

#include <map>
#include <string>

#include "aandacht/v1/desk.pb.h"

namespace aandacht::wire {

using RefusalMessages = google::protobuf::RepeatedPtrField<v1::RuleRefusal>;

inline void put_refusals(const std::map<std::string, int>& refusals, RefusalMessages& messages) {
  for (const auto& [rule_id, count] : refusals) {
    v1::RuleRefusal& each = *messages.Add();
    each.set_rule_id(rule_id);
    each.set_count(count);
  }
}

[[nodiscard]] inline std::map<std::string, int> take_refusals(const RefusalMessages& messages) {
  std::map<std::string, int> refusals;
  for (const v1::RuleRefusal& each : messages) refusals[each.rule_id()] = each.count();
  return refusals;
}

}  // namespace aandacht::wire
