#include "client/ui/shapes.h"

#include <algorithm>
#include <cmath>

namespace aandacht::ui {
namespace {

constexpr int kRound = 24;

void fill_diamond(ImDrawList& list, ImVec2 centre, float radius, Colour colour) {
  list.AddQuadFilled({centre.x, centre.y - radius}, {centre.x + radius, centre.y}, {centre.x, centre.y + radius},
                     {centre.x - radius, centre.y}, to_u32(colour));
}

// A filled stroke: lines of ImGui would be cut differently by each renderer.
void stroke(ImDrawList& list, ImVec2 from, ImVec2 to, float thickness, Colour colour) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const ImVec2 side{(to.y - from.y) / length * thickness / 2, (from.x - to.x) / length * thickness / 2};
  list.AddQuadFilled({from.x + side.x, from.y + side.y}, {to.x + side.x, to.y + side.y}, {to.x - side.x, to.y - side.y},
                     {from.x - side.x, from.y - side.y}, to_u32(colour));
}

}  // namespace

void draw_frame(ImDrawList& list, const Look& look, const Box& box, Colour fill, Colour outline, float rounding) {
  const float line = look.outline();
  if (!(fill == outline)) list.AddRectFilled(box.low, box.high, to_u32(outline), rounding);
  const bool bare = fill == outline;
  const float in = bare ? 0 : line;
  list.AddRectFilled({box.low.x + in, box.low.y + in}, {box.high.x - in, box.high.y - in}, to_u32(fill),
                     std::max(0.0F, rounding - in));
}

void draw_hairline(ImDrawList& list, const Look& look, ImVec2 from, float width) {
  list.AddRectFilled(from, {from.x + width, from.y + look.outline()}, to_u32(look.theme.line));
}

Colour colour_of(const Theme& theme, domain::Feeling feeling) {
  switch (feeling) {
    case domain::Feeling::kPositive:
      return theme.good;
    case domain::Feeling::kNeutral:
      return theme.soft;
    case domain::Feeling::kNegative:
      return theme.bad;
  }
  return theme.soft;
}

void draw_feeling(ImDrawList& list, const Look& look, domain::Feeling feeling, ImVec2 centre, float size,
                  Colour under) {
  const Colour colour = colour_of(look.theme, feeling);
  const float radius = size / 2;
  switch (feeling) {
    case domain::Feeling::kPositive:
      list.AddCircleFilled(centre, radius, to_u32(colour), kRound);
      return;
    case domain::Feeling::kNeutral:
      draw_ring(list, centre, radius, std::max(1.5F, size / 6), colour, under);
      return;
    case domain::Feeling::kNegative: {
      // As heavy to the eye as the circle: a little wider, its middle a little lower.
      const float half = radius * 1.16F;
      list.AddTriangleFilled({centre.x - half, centre.y - half * 0.72F}, {centre.x + half, centre.y - half * 0.72F},
                             {centre.x, centre.y + half}, to_u32(colour));
      return;
    }
  }
}

void draw_now(ImDrawList& list, const Look& look, ImVec2 centre, float size) {
  constexpr int kDots = 8;
  const float radius = size / 2 - size / 14;
  for (int i = 0; i < kDots; ++i) {
    const float angle = static_cast<float>(i) * 2 * 3.14159265F / kDots;
    list.AddCircleFilled({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}, size / 11,
                         to_u32(look.theme.ink), 8);
  }
}

void draw_promise(ImDrawList& list, const Look& look, domain::PromiseState state, ImVec2 centre, float size,
                  Colour under) {
  const float radius = size / 2;
  const float band = std::max(1.5F, size / 7) * 1.41F;
  switch (state) {
    case domain::PromiseState::kKept:
      fill_diamond(list, centre, radius, look.theme.good);
      return;
    case domain::PromiseState::kOpen:
      fill_diamond(list, centre, radius, look.theme.ink);
      fill_diamond(list, centre, radius - band, under);
      return;
    case domain::PromiseState::kBroken: {
      const float reach = radius * 0.72F;
      const float thick = std::max(1.8F, size / 6.5F);
      stroke(list, {centre.x - reach, centre.y - reach}, {centre.x + reach, centre.y + reach}, thick, look.theme.bad);
      stroke(list, {centre.x - reach, centre.y + reach}, {centre.x + reach, centre.y - reach}, thick, look.theme.bad);
      return;
    }
  }
}

void draw_ring(ImDrawList& list, ImVec2 centre, float radius, float band, Colour colour, Colour under) {
  const int segments = std::clamp(static_cast<int>(radius * 2), kRound, 96);
  list.AddCircleFilled(centre, radius, to_u32(colour), segments);
  list.AddCircleFilled(centre, radius - band, to_u32(under), segments);
}

void draw_pause(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour) {
  const float bar = std::round(size / 3.6F);
  const float gap = std::round(size / 4);
  const float top = std::round(centre.y - size / 2);
  const float left = std::round(centre.x - gap / 2 - bar);
  const float rounding = look.px(1);
  list.AddRectFilled({left, top}, {left + bar, top + std::round(size)}, to_u32(colour), rounding);
  list.AddRectFilled({left + bar + gap, top}, {left + 2 * bar + gap, top + std::round(size)}, to_u32(colour), rounding);
}

void draw_handset(ImDrawList& list, ImVec2 centre, float size, Colour colour) {
  // A grip that bends around the upper right, with the two pieces for ear and mouth at its ends, turned inwards.
  constexpr int kParts = 6;
  constexpr float kFrom = 1.66F;  // A little past straight down …
  constexpr float kTo = 3.05F;    // … to a little before straight left; radians.
  const ImVec2 middle{centre.x + size * 0.36F, centre.y - size * 0.36F};
  const float radius = size * 0.68F;
  const auto at = [&](float angle, float distance) {
    return ImVec2{middle.x + distance * std::cos(angle), middle.y + distance * std::sin(angle)};
  };
  const float grip = size * 0.2F;
  for (int i = 0; i < kParts; ++i) {
    const float part = (kTo - kFrom) / kParts;
    const float from = kFrom + part * static_cast<float>(i);
    // Each part reaches a little into the next, so that no gap shows between them.
    stroke(list, at(from, radius), at(from + part * 1.12F, radius), grip, colour);
  }
  const float piece = size * 0.3F;
  for (const float angle : {kFrom, kTo}) {
    stroke(list, at(angle, radius + grip / 2), at(angle, radius - size * 0.3F), piece, colour);
  }
}

void draw_note(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour, Colour under) {
  const float half = std::round(size / 2);
  const float high = std::round(size * 0.4F);
  const float line = std::max(1.0F, std::round(size / 9));
  const ImVec2 low{std::round(centre.x) - half, std::round(centre.y) - high};
  const ImVec2 end{std::round(centre.x) + half, std::round(centre.y) + high};
  list.AddRectFilled(low, end, to_u32(colour), look.px(3));
  const float inset = std::round(size / 5);
  for (const float part : {0.32F, 0.62F}) {
    const float y = std::round(low.y + (end.y - low.y) * part - line / 2);
    const float right = part < 0.5F ? end.x - inset : end.x - inset * 2;
    list.AddRectFilled({low.x + inset, y}, {right, y + line}, to_u32(under));
  }
}

void draw_minimise(ImDrawList& list, ImVec2 centre, float size, Colour colour) {
  const float line = std::max(2.0F, std::round(size / 7));
  const float top = std::round(centre.y - line / 2);
  const float half = std::round(size / 2);
  list.AddRectFilled({std::round(centre.x) - half, top}, {std::round(centre.x) + half, top + line}, to_u32(colour),
                     line / 2);
}

void draw_eye(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour, Colour under) {
  // Two arcs that meet in the corners, once in the colour and once, smaller, in what lies under it.
  const auto lens = [&](float width, float height, Colour fill) {
    list.PathLineTo({centre.x - width / 2, centre.y});
    list.PathBezierQuadraticCurveTo({centre.x, centre.y - height}, {centre.x + width / 2, centre.y}, kRound);
    list.PathBezierQuadraticCurveTo({centre.x, centre.y + height}, {centre.x - width / 2, centre.y}, kRound);
    list.PathFillConvex(to_u32(fill));
  };
  const float band = std::max(1.5F, look.px(2));
  lens(size, size * 0.62F, colour);
  lens(size - 2.4F * band, size * 0.62F - 2 * band, under);
  list.AddCircleFilled(centre, size * 0.16F, to_u32(colour), kRound);
}

void draw_magnifier(ImDrawList& list, const Look& look, ImVec2 centre, float size, Colour colour, Colour under) {
  static_cast<void>(look);
  const float radius = size * 0.36F;
  const float band = std::max(1.5F, size / 9);
  const ImVec2 eye{centre.x - size * 0.12F, centre.y - size * 0.12F};
  const float out = radius * 0.7F;
  stroke(list, {eye.x + out, eye.y + out}, {centre.x + size * 0.46F, centre.y + size * 0.46F}, band * 1.2F, colour);
  draw_ring(list, eye, radius, band, colour, under);
}

}  // namespace aandacht::ui
