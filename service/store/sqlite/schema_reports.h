// Step 12 of the schema: what reports count, by hour.
#pragma once

namespace aandacht::store::sqlite {

inline constexpr const char* kReportTables = R"sql(
)sql";

}  // namespace aandacht::store::sqlite
