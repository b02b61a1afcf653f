// The inside of parse_library(): what could be read, and every mistake beside it.
#pragma once

#include <span>

#include "shared/content/load.h"
#include "shared/content/mistakes.h"
#include "shared/domain/library.h"

namespace aandacht::content {

/// Reads what can be read; all that is wrong is added to `mistakes`.
[[nodiscard]] domain::Library read_library(std::span<const SourceFile> files, Mistakes& mistakes);

}  // namespace aandacht::content
