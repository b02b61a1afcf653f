// Calls of two teams, for what is counted, exported and appended of them.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "tests/support/awaited.h"
#include "tests/support/catch.h"
#include "tests/support/core_house.h"

namespace aandacht::test {

inline core::CoreOptions two_teams() {
  core::CoreOptions options;
  options.teams = core::Teams({{"blue", {"a1", "a2", "a3", "a4", "a5"}}, {"red", {"b1"}}});
  return options;
}

/// One call of an agent in which the customer says two things.
inline void have_call(CoreHouse& house, const std::string& call, const std::string& agent) {
  house.begin_call(call, agent);
  REQUIRE(house.tell(house.says(call + "-1", "this is terrible", domain::Speaker::kCustomer, call)).ok());
  REQUIRE(house.tell(house.says(call + "-2", "thank you", domain::Speaker::kCustomer, call)).ok());
  REQUIRE(house.tell(house.report(call + "-end", domain::CallEvent::kEnded, call, agent)).ok());
}

/// What `begin` hands to the callback that it is given.
template <typename Result, typename Begin>
absl::StatusOr<Result> awaited(Begin begin) {
  Awaited<Result> answer;
  begin(answer.callback());
  return answer.get();
}

}  // namespace aandacht::test
