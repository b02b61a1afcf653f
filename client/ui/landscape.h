// A green view to rest the eyes on: hills, leaves, and a moon that can breathe.
#pragma once

#include <optional>
#include <string_view>

#include "client/ui/shapes.h"

namespace aandacht::ui {

struct Landscape {
  double seconds = 0;            ///< The leaves sway with it; as long as it stands still, they do.
  std::optional<double> breath;  ///< 0 … 1: how large the moon is; absent: small and high.
  std::string_view word;         ///< In the moon; may be empty.
};

/// Fills the box, and draws nothing outside of it. In high contrast the shapes are outlines.
void draw_landscape(ImDrawList& list, const Look& look, const Landscape& landscape, const Box& box);

}  // namespace aandacht::ui
