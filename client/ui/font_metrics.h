// What ImGui does not ask a font file.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>

namespace aandacht::ui {

struct FontMetrics {
  float line_per_em = 1.2F;  ///< Ascender to descender, in em.
};

/// Nothing when the file is missing or no font.
[[nodiscard]] std::optional<FontMetrics> read_metrics(const std::string& file);

/// Gives the glyphs of `font` the advances of the file at `em` pixels (ImGui rounds each up to whole pixels, which
/// spaces text too wide), plus `tracking` em; `tabular`: all digits get one width, in whole pixels.
/// Does nothing when the file cannot be read.
void refine_advances(ImFont& font, const std::string& file, float em, float tracking, bool tabular);

}  // namespace aandacht::ui
