// Step 9 of the schema: alert rules and what they said.
#pragma once

namespace aandacht::store::sqlite {

inline constexpr const char* kAlertTables = R"sql(
)sql";

}  // namespace aandacht::store::sqlite
