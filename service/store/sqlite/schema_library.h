// Step 10 of the schema: items of the library with their versions.
#pragma once

namespace aandacht::store::sqlite {

inline constexpr const char* kLibraryTables = R"sql(
)sql";

}  // namespace aandacht::store::sqlite
