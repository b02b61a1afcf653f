#include "client/ui/sparkline.h"

#include <algorithm>
#include <cmath>

#include "client/ui/text.h"

namespace aandacht::ui {
namespace {

constexpr float kBar = 4;
constexpr float kBarGap = 2;
// A score below this is drawn as a dash on the middle line.
constexpr double kFlat = 0.08;

Colour colour_of(const Theme& theme, double score) {
  if (std::abs(score) < kFlat) return theme.soft;
  return score > 0 ? theme.good : theme.bad;
}

}  // namespace

float scores_width(const Look& look, std::size_t count) {
  return static_cast<float>(count) * (look.px(kBar) + look.px(kBarGap)) - look.px(kBarGap);
}

void draw_scores(ImDrawList& list, const Look& look, const std::vector<double>& scores, const Box& box) {
  const float bar = look.px(kBar);
  const float step = bar + look.px(kBarGap);
  const float line = std::max(1.0F, std::floor(look.scale));
  const float middle = std::round(box.centre().y - line / 2);
  const float reach = std::floor((box.height() - line) / 2);
  float right = box.high.x;
  for (auto score = scores.rbegin(); score != scores.rend() && right - bar >= box.low.x; ++score, right -= step) {
    const double value = std::clamp(*score, -1.0, 1.0);
    const float height =
        std::abs(value) < kFlat ? 0 : std::max(line, std::round(static_cast<float>(std::abs(value)) * reach));
    const float top = value > 0 ? middle - height : middle;
    const float bottom = value > 0 ? middle + line : middle + line + height;
    list.AddRectFilled({right - bar, top}, {right, bottom}, to_u32(colour_of(look.theme, value)));
  }
}

void draw_phase(ImDrawList& list, const Look& look, domain::CallPhase phase, const Box& box) {
  constexpr int kPhases = 3;
  const float gap = look.px(3);
  const float width = std::floor((box.width() - gap * (kPhases - 1)) / kPhases);
  for (int i = 0; i < kPhases; ++i) {
    const float right = box.high.x - static_cast<float>(kPhases - 1 - i) * (width + gap);
    const bool reached = i <= static_cast<int>(phase);
    // What is still to come is a thin line, so that the difference needs no colour.
    const float inset = reached ? 0 : std::floor(box.height() / 4);
    list.AddRectFilled({right - width, box.low.y + inset}, {right, box.high.y - inset},
                       to_u32(reached ? look.theme.soft : look.theme.line), reached ? box.height() / 2 : 0);
  }
}

void draw_avatar(ImDrawList& list, const Look& look, std::string_view initials, ImVec2 centre, float diameter) {
  const Theme& theme = look.theme;
  const Colour fill = theme.tints ? mix(theme.paper, theme.line, 0.75) : theme.card;
  if (theme.tints) {
    list.AddCircleFilled(centre, diameter / 2, to_u32(fill), 64);
  } else {
    draw_ring(list, centre, diameter / 2, look.outline(), theme.ink, fill);
  }
  const float width = text_width(look, Type::kSmallBold, initials);
  draw_line(list, look, Type::kSmallBold, theme.ink,
            {centre.x - width / 2, centre.y - look.pitch(Type::kSmallBold) / 2}, initials);
}

}  // namespace aandacht::ui
