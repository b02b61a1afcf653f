// The inside of parse_library(): what could be read, and every mistake beside it.
#pragma once

#include <map>
#include <span>
#include <string>

#include "shared/content/load.h"
#include "shared/content/mistakes.h"
#include "shared/content/words.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// The [words] of every file, by language; what is wrong with them is added to `mistakes`.
[[nodiscard]] std::map<std::string, Words> words_of(std::span<const SourceFile> files, Mistakes& mistakes);

/// Reads what can be read; all that is wrong is added to `mistakes`.
[[nodiscard]] domain::Library read_library(std::span<const SourceFile> files, Mistakes& mistakes);

}  // namespace aandacht::content
