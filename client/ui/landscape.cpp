#include "client/ui/landscape.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/text.h"

namespace aandacht::ui {
namespace {

constexpr float kPi = 3.14159265F;
constexpr double kSway = 7;  // Seconds for once to and fro.

/// Of the box: where the top lies, how high it is above the bottom, how broad the hill is; and how green.
struct Hill {
  float x;
  float high;
  float broad;
  double green;
};

constexpr std::array kHills{Hill{0.78F, 0.50F, 1.05F, 0.13}, Hill{0.18F, 0.40F, 1.00F, 0.21},
                            Hill{0.66F, 0.25F, 1.30F, 0.31}};

/// Of the box: where it is rooted, how long it is of the height, how it leans.
struct Leaf {
  float x;
  float length;
  float lean;
};

constexpr std::array kLeaves{Leaf{0.03F, 0.30F, -0.10F}, Leaf{0.07F, 0.40F, 0.12F},  Leaf{0.11F, 0.27F, 0.34F},
                             Leaf{0.15F, 0.17F, 0.55F},  Leaf{0.87F, 0.18F, -0.50F}, Leaf{0.91F, 0.30F, -0.28F},
                             Leaf{0.95F, 0.36F, -0.06F}, Leaf{0.99F, 0.24F, 0.14F}};

/// Below a parabola, as far as it reaches above the bottom: convex, so that ImGui can smooth its edge.
void fill_hill(ImDrawList& list, const Box& box, const Hill& hill, float lower, Colour colour) {
  constexpr int kParts = 32;
  const float high = hill.high * box.height() - lower;
  const float middle = box.low.x + hill.x * box.width();
  const float half = hill.broad * box.width() / 2;
  const float left = std::max(box.low.x, middle - half);
  const float right = std::min(box.high.x, middle + half);
  for (int i = 0; i <= kParts; ++i) {
    const float x = left + (right - left) * static_cast<float>(i) / kParts;
    const float off = (x - middle) / half;
    list.PathLineTo({x, box.high.y - high * (1 - off * off)});
  }
  list.PathLineTo({right, box.high.y + 2});
  list.PathLineTo({left, box.high.y + 2});
  list.PathFillConvex(to_u32(colour));
}

void draw_hills(ImDrawList& list, const Look& look, const Box& box) {
  const Theme& theme = look.theme;
  for (const Hill& hill : kHills) {
    if (theme.tints) {
      fill_hill(list, box, hill, 0, mix(theme.paper, theme.good, hill.green));
    } else {
      fill_hill(list, box, hill, 0, theme.ink);
      fill_hill(list, box, hill, look.outline(), theme.paper);
    }
  }
}

/// Two arcs from root to tip.
void fill_leaf(ImDrawList& list, ImVec2 root, float length, float angle, Colour colour) {
  constexpr int kParts = 8;
  const ImVec2 along{std::sin(angle), -std::cos(angle)};
  const auto at = [&](float part, float side) {
    const float off = side * length * 0.11F * std::sin(kPi * part);
    return ImVec2{root.x + along.x * length * part - along.y * off, root.y + along.y * length * part + along.x * off};
  };
  for (int i = 0; i < kParts; ++i) list.PathLineTo(at(static_cast<float>(i) / kParts, -1));
  for (int i = kParts; i > 0; --i) list.PathLineTo(at(static_cast<float>(i) / kParts, 1));
  list.PathFillConvex(to_u32(colour));
}

void draw_leaves(ImDrawList& list, const Look& look, double seconds, const Box& box) {
  const Theme& theme = look.theme;
  for (std::size_t i = 0; i < kLeaves.size(); ++i) {
    const Leaf& leaf = kLeaves[i];
    const double phase = seconds / kSway + 0.09 * static_cast<double>(i);
    const auto angle = leaf.lean + 0.05F * static_cast<float>(std::sin(2 * static_cast<double>(kPi) * phase));
    const Colour colour = theme.tints ? mix(theme.paper, theme.good, i % 2 == 0 ? 0.45 : 0.56) : theme.ink;
    fill_leaf(list, {box.low.x + leaf.x * box.width(), box.high.y}, leaf.length * box.height(), angle, colour);
  }
}

void draw_moon(ImDrawList& list, const Look& look, const Landscape& landscape, const Box& box) {
  const Theme& theme = look.theme;
  const float most = std::min(box.height() * 0.30F, box.width() * 0.24F);
  ImVec2 centre{std::round(box.centre().x), std::round(box.low.y + box.height() * 0.42F)};
  float radius = most * 0.36F;
  if (landscape.breath) {
    radius = most * (0.5F + 0.5F * static_cast<float>(*landscape.breath));
  } else {
    centre = {std::round(box.low.x + box.width() * 0.30F), std::round(box.low.y + box.height() * 0.26F)};
  }
  const Colour fill = theme.tints ? mix(theme.paper, landscape.breath ? theme.good : theme.warm, 0.24) : theme.ink;
  list.AddCircleFilled(centre, radius, to_u32(fill), 64);
  if (!theme.tints) list.AddCircleFilled(centre, radius - look.outline(), to_u32(theme.paper), 64);
  if (landscape.word.empty()) return;
  draw_line(list, look, Type::kBodyBold, theme.ink,
            {std::round(centre.x - text_width(look, Type::kBodyBold, landscape.word) / 2),
             std::round(centre.y - look.pitch(Type::kBodyBold) / 2)},
            landscape.word);
}

}  // namespace

void draw_landscape(ImDrawList& list, const Look& look, const Landscape& landscape, const Box& room) {
  const Theme& theme = look.theme;
  // Clipped at whole pixels: renderers round what lies between in different ways.
  const Box box{{std::round(room.low.x), std::round(room.low.y)}, {std::round(room.high.x), std::round(room.high.y)}};
  list.PushClipRect(box.low, box.high, true);
  if (theme.tints) list.AddRectFilled(box.low, box.high, to_u32(mix(theme.paper, theme.good, 0.06)));
  if (landscape.breath) {
    draw_hills(list, look, box);
    draw_moon(list, look, landscape, box);
  } else {
    draw_moon(list, look, landscape, box);
    draw_hills(list, look, box);
  }
  draw_leaves(list, look, landscape.seconds, box);
  list.PopClipRect();
}

}  // namespace aandacht::ui
