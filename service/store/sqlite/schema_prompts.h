// Step 8 of the schema: prompts that supervisors pushed, and what became of them at each desk.
#pragma once

namespace aandacht::store::sqlite {

inline constexpr const char* kPromptTables = R"sql(
)sql";

}  // namespace aandacht::store::sqlite
