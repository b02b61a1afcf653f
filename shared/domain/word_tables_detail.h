// How the tables are filled. Used by word_tables.cpp.
#pragma once

#include "shared/domain/word_tables.h"

namespace aandacht::domain {

[[nodiscard]] WordTables make_dutch_tables();
[[nodiscard]] WordTables make_english_tables();

}  // namespace aandacht::domain
