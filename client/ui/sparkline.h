// Small pictures of numbers.
#pragma once

#include <vector>

#include "client/ui/shapes.h"
#include "shared/domain/call.h"

namespace aandacht::ui {

/// Scores (-1 … +1, oldest first) as bars that rise above or hang below a middle line, the latest at the right of
/// `box`. As many of the latest as fit.
void draw_scores(ImDrawList& list, const Look& look, const std::vector<double>& scores, const Box& box);

/// How wide draw_scores() draws so many scores at most, pixels of the screen.
[[nodiscard]] float scores_width(const Look& look, std::size_t count);

/// Three short bars: those until the phase are dark.
void draw_phase(ImDrawList& list, const Look& look, domain::CallPhase phase, const Box& box);

/// A disc with initials.
void draw_avatar(ImDrawList& list, const Look& look, std::string_view initials, ImVec2 centre, float diameter);

}  // namespace aandacht::ui
