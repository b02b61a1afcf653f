// Step 11 of the schema: signs on the counter, and what agents know of the whys.
#pragma once

namespace aandacht::store::sqlite {

inline constexpr const char* kSignTables = R"sql(
)sql";

}  // namespace aandacht::store::sqlite
