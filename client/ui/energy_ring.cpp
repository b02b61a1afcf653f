#include "client/ui/energy_ring.h"

#include <algorithm>
#include <cmath>

#include "client/ui/shapes.h"

namespace aandacht::ui {
namespace {

constexpr float kPi = 3.14159265F;
constexpr float kTop = -kPi / 2;

/// A slice of a disc; in pieces, for ImGui fills convex shapes only. Each reaches a little into the next.
void fill_slice(ImDrawList& list, ImVec2 centre, float radius, float angle, Colour colour) {
  constexpr float kPiece = kPi / 2;
  constexpr float kLap = 0.02F;
  for (float from = 0; from < angle; from += kPiece) {
    const float to = std::min(angle, from + kPiece);
    const float end = to < angle ? to + kLap : to;
    list.PathLineTo(centre);
    list.PathArcTo(centre, radius, kTop + from, kTop + end, std::max(4, static_cast<int>(radius / 2)));
    list.PathFillConvex(to_u32(colour));
  }
}

}  // namespace

void draw_energy_ring(ImDrawList& list, const Look& look, const EnergyRing& ring, ImVec2 centre, float radius,
                      Colour under) {
  const float band = std::max(2.0F, std::round(radius * (ring.elevated ? 0.16F : 0.11F)));
  const float track = std::max(1.0F, std::round(radius * 0.04F));
  draw_ring(list, centre, radius, track,
            look.theme.tints ? mix(look.theme.line, look.theme.soft, 0.25) : look.theme.ink, under);
  const auto angle = static_cast<float>(std::clamp(ring.part, 0.0, 1.0)) * 2 * kPi;
  if (!ring.known || angle <= 0) return;
  fill_slice(list, centre, radius, angle, look.theme.warm);
  const int segments = std::clamp(static_cast<int>(radius * 2), 24, 96);
  list.AddCircleFilled(centre, radius - band, to_u32(under), segments);
  if (!ring.elevated) return;
  const float middle = radius - band / 2;
  list.AddCircleFilled({centre.x + middle * std::cos(kTop + angle), centre.y + middle * std::sin(kTop + angle)}, band,
                       to_u32(look.theme.warm), 24);
}

}  // namespace aandacht::ui
