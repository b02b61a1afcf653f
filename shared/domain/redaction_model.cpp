// The tagger that the product has: its file is part of the program.
#include <string_view>

#include "shared/domain/redaction_tagger.h"

// AANDACHT_REDACTION_MODEL is the path of the file when this is compiled.
__asm__(
    ".section .rodata\n"
    ".balign 64\n"
    ".global aandacht_redaction_model_begin\n"
    "aandacht_redaction_model_begin:\n"
    ".incbin \"" AANDACHT_REDACTION_MODEL
    "\"\n"
    ".global aandacht_redaction_model_end\n"
    "aandacht_redaction_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char aandacht_redaction_model_begin[];
extern "C" const char aandacht_redaction_model_end[];

namespace aandacht::domain::redaction {

const classify::Tagger* shipped_tagger() {
  static const classify::Tagger* const tagger = []() -> const classify::Tagger* {
    const auto size = static_cast<std::size_t>(aandacht_redaction_model_end - aandacht_redaction_model_begin);
    auto parsed = classify::Tagger::over(std::string_view(aandacht_redaction_model_begin, size));
    return parsed.ok() ? new classify::Tagger(*std::move(parsed)) : nullptr;
  }();
  return tagger;
}

}  // namespace aandacht::domain::redaction
