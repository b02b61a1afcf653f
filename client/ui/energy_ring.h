// What the day asks of the agent, as one quiet ring.
#pragma once

#include "client/ui/look.h"

namespace aandacht::ui {

struct EnergyRing {
  bool known = false;     ///< False: a bare ring.
  double part = 0;        ///< 0 … 1 of the way round, from the top on.
  bool elevated = false;  ///< The band is broader and ends in a dot, so that it needs no colour.
};

/// About `radius` pixels of the screen large. `under`: what lies beneath. Warm, never red.
void draw_energy_ring(ImDrawList& list, const Look& look, const EnergyRing& ring, ImVec2 centre, float radius,
                      Colour under);

}  // namespace aandacht::ui
