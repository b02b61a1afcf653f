#include "client/ui/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "absl/strings/str_format.h"
#include "client/ui/plot_scale.h"
#include "client/ui/ticks.h"

namespace aandacht::ui {
namespace {

constexpr float kGap = 8;
constexpr float kMark = 4;
constexpr int kMostMarks = 5;

/// What a series is drawn with. Accent is kept for what can be pressed.
Colour colour_of_series(const Theme& theme, std::size_t series) {
  const std::array colours{theme.ink, theme.warm, theme.good, theme.soft};
  return colours[series % colours.size()];
}

std::string words_of(const Plot& plot, const PlotAxis& axis, double value) {
  return axis.format ? axis.format(value) : written_number(value, plot.language);
}

class Drawing {
 public:
  Drawing(Look& look, const Plot& plot, const Box& box) : look_(look), plot_(plot), list_(*ImGui::GetWindowDrawList()) {
    const Range y = range_of_y(plot);
    y_ticks_ = good_ticks(y.low, y.high, kMostMarks, plot.y.whole);
    lay_out(box);
  }

  void draw() {
    draw_titles();
    draw_y_axis();
    draw_x_axis();
    draw_rule();
    for (std::size_t i = 0; i < plot_.series.size(); ++i) draw_series(i);
    tell();
  }

 private:
  [[nodiscard]] bool has_legend() const {
    return std::count_if(plot_.series.begin(), plot_.series.end(), [](const auto& s) { return !s.name.empty(); }) > 1;
  }

  [[nodiscard]] float head_height() const {
    return plot_.y.title.empty() && !has_legend() ? look_.px(kGap) : look_.pitch(Type::kSmall) + look_.px(kGap);
  }

  void lay_out(const Box& box) {
    outer_ = box;
    const float pitch = look_.pitch(Type::kSmall);
    float labels = 0;
    for (const double tick : y_ticks_.at) {
      labels = std::max(labels, text_width(look_, Type::kSmall, words_of(plot_, plot_.y, tick)));
    }
    const float foot = look_.px(kMark + 5) + pitch + (plot_.x.title.empty() ? 0 : pitch);
    inner_.low = {std::round(box.low.x + labels + look_.px(kGap)), std::round(box.low.y + head_height() + pitch / 2)};
    inner_.high = {std::round(box.high.x - look_.px(kGap)), std::round(box.high.y - foot)};
    inner_.high.x = std::max(inner_.high.x, inner_.low.x + 1);
    inner_.high.y = std::max(inner_.high.y, inner_.low.y + 1);
    y_ = {y_ticks_.from, y_ticks_.to, inner_.high.y, inner_.low.y};
    const Range x = range_of_x(plot_);
    if (plot_.across == PlotAcross::kTime) {
      x_ticks_ = good_time_ticks(x.low, x.high, plot_.zone, kMostMarks, plot_.x.whole);
    } else if (plot_.across == PlotAcross::kNumbers) {
      x_ticks_ = good_ticks(x.low, x.high, kMostMarks, plot_.x.whole);
    } else {
      x_ticks_.from = x.low;
      x_ticks_.to = x.high;
    }
    x_ = {x_ticks_.from, std::max(x_ticks_.to, x_ticks_.from + 1e-9), inner_.low.x, inner_.high.x};
  }

  void draw_titles() {
    float right = outer_.high.x;
    if (has_legend()) {
      for (std::size_t i = plot_.series.size(); i-- > 0;) right = draw_legend(i, right);
    }
    if (plot_.y.title.empty()) return;
    const float room = std::max(1.0F, right - outer_.low.x);
    draw_line(list_, look_, Type::kSmall, look_.theme.soft, outer_.low,
              shortened(look_, Type::kSmall, plot_.y.title, room));
  }

  /// Ends at `right`; returns where the one before it ends.
  float draw_legend(std::size_t series, float right) {
    const std::string& name = plot_.series[series].name;
    if (name.empty()) return right;
    const float width = text_width(look_, Type::kSmall, name);
    const float sign = look_.px(24);
    const float left = right - width - sign - look_.px(6);
    if (left < outer_.low.x) return right;
    const float middle = std::round(outer_.low.y + look_.pitch(Type::kSmall) / 2);
    draw_sign(series, left, middle, sign);
    draw_line(list_, look_, Type::kSmall, look_.theme.ink, {left + sign + look_.px(6), outer_.low.y}, name);
    return left - look_.px(16);
  }

  void draw_sign(std::size_t series, float left, float middle, float width) {
    const Colour colour = colour_of_series(look_.theme, series);
    switch (plot_.series[series].kind) {
      case PlotKind::kLine:
        return draw_stroke({left, middle}, {left + width, middle}, series);
      case PlotKind::kBars: {
        const float half = look_.px(6);
        return fill_bar({{left + width - 2 * half, middle - half}, {left + width, middle + half}}, series);
      }
      case PlotKind::kInterval:
        list_.AddCircleFilled({left + width / 2, middle}, look_.px(4), to_u32(colour), 24);
        const float half = std::max(1.0F, look_.px(1));
        list_.AddRectFilled({left + look_.px(4), middle - half}, {left + width - look_.px(4), middle + half},
                            to_u32(colour));
        return;
    }
  }

  void draw_y_axis() {
    // Thinner than what is drawn on it, also where outlines are thick.
    const float line = std::max(1.0F, std::round(look_.px(1)));
    for (const double tick : y_ticks_.at) {
      const float y = std::round(y_.at(tick));
      const bool zero = tick == 0;
      list_.AddRectFilled({inner_.low.x, y}, {inner_.high.x, y + line},
                          to_u32(zero ? look_.theme.soft : look_.theme.line));
      const std::string words = words_of(plot_, plot_.y, tick);
      const float left = inner_.low.x - look_.px(kGap) - text_width(look_, Type::kSmall, words);
      draw_line(list_, look_, Type::kSmall, look_.theme.soft, {left, y - look_.pitch(Type::kSmall) / 2}, words);
    }
  }

  /// A label below the axis, kept within the picture. Returns where it ends.
  float draw_x_label(const std::string& words, double at, float after, float room) {
    const std::string fits = shortened(look_, Type::kSmall, words, room);
    const float width = text_width(look_, Type::kSmall, fits);
    const float middle = std::round(x_.at(at));
    const float left = std::clamp(middle - width / 2, outer_.low.x, std::max(outer_.low.x, outer_.high.x - width));
    if (left < after) return after;
    const float top = inner_.high.y + look_.px(kMark + 5);
    draw_line(list_, look_, Type::kSmall, look_.theme.soft, {left, top}, fits);
    if (fits != words && rests_on({{left, top}, {left + width, top + look_.pitch(Type::kSmall)}})) {
      draw_tooltip(look_, words);
    }
    return left + width + look_.px(kGap);
  }

  void draw_mark(double at) {
    const float x = std::round(x_.at(at)) - std::floor(look_.outline() / 2);
    list_.AddRectFilled({x, inner_.high.y}, {x + look_.outline(), inner_.high.y + look_.px(kMark)},
                        to_u32(look_.theme.soft));
  }

  void draw_x_axis() {
    float after = -std::numeric_limits<float>::infinity();
    if (plot_.across == PlotAcross::kNames) {
      draw_names();
    } else {
      for (const double tick : x_ticks_.at) {
        draw_mark(tick);
        after = draw_x_label(x_words(tick), tick, after, inner_.width());
      }
    }
    if (plot_.x.title.empty()) return;
    const std::string title = shortened(look_, Type::kSmall, plot_.x.title, inner_.high.x - outer_.low.x);
    const float top = outer_.high.y - look_.pitch(Type::kSmall);
    draw_line(list_, look_, Type::kSmall, look_.theme.soft,
              {inner_.high.x - text_width(look_, Type::kSmall, title), top}, title);
  }

  /// Every one where there is room to read each, else at most five, evenly chosen: every second, third … one.
  void draw_names() {
    if (plot_.names.empty()) return;
    const float pitch = inner_.width() / static_cast<float>(plot_.names.size());
    float widest = 0;
    for (const std::string& name : plot_.names) widest = std::max(widest, text_width(look_, Type::kSmall, name));
    const float wanted = std::min(widest, look_.px(72)) + look_.px(kGap);
    const auto fitting = static_cast<std::size_t>(std::ceil(wanted / pitch));
    const std::size_t fewest = (plot_.names.size() + kMostMarks - 1) / kMostMarks;
    const std::size_t step = fitting > 1 || plot_.few_names ? std::max(fitting, fewest) : 1;
    const float room = pitch * static_cast<float>(step) - look_.px(kGap);
    for (std::size_t i = 0; i < plot_.names.size(); i += step) {
      const auto at = static_cast<double>(i);
      draw_mark(at);
      draw_x_label(plot_.names[i], at, -std::numeric_limits<float>::infinity(),
                   std::min(room, room_at_end(i, step, room)));
    }
  }

  /// What a name near an end, moved in to stand against it, has up to its neighbour.
  [[nodiscard]] float room_at_end(std::size_t name, std::size_t step, float room) const {
    const float middle = x_.at(static_cast<double>(name));
    const bool at_left = middle - outer_.low.x < outer_.high.x - middle;
    const std::size_t beside = at_left ? name + step : name - step;
    const bool alone = at_left ? beside >= plot_.names.size() : name < step;
    const float taken = alone ? 0 : std::min(room, text_width(look_, Type::kSmall, plot_.names[beside])) / 2;
    return (at_left ? middle - outer_.low.x : outer_.high.x - middle) + room - taken;
  }

  [[nodiscard]] std::string x_words(double tick) const {
    if (plot_.across != PlotAcross::kTime || plot_.x.format) return words_of(plot_, plot_.x, tick);
    return written_time(tick, x_ticks_.step, plot_.zone, plot_.language);
  }

  void draw_rule() {
    if (!plot_.rule) return;
    const float y = std::round(y_.at(*plot_.rule));
    const float dash = look_.px(6);
    for (float x = inner_.low.x; x < inner_.high.x; x += 2 * dash) {
      list_.AddRectFilled({x, y}, {std::min(x + dash, inner_.high.x), y + std::max(1.0F, look_.px(1))},
                          to_u32(look_.theme.ink));
    }
  }

  [[nodiscard]] ImVec2 place(const PlotPoint& point) const { return {x_.at(point.x), y_.at(point.y.value_or(0))}; }

  void draw_series(std::size_t index) {
    switch (plot_.series[index].kind) {
      case PlotKind::kLine:
        return draw_lines(index);
      case PlotKind::kBars:
        return draw_bars(index);
      case PlotKind::kInterval:
        return draw_intervals(index);
    }
  }

  /// Whole, dashed or dotted.
  void draw_stroke(ImVec2 from, ImVec2 to, std::size_t series) {
    const ImU32 colour = to_u32(colour_of_series(look_.theme, series));
    const float thick = std::max(1.5F, look_.px(look_.theme.tints ? 2 : 3));
    const std::array<float, 4> dashes{0, 8, 2, 14};
    const float dash = look_.px(dashes[series % dashes.size()]);
    if (dash <= 0) return list_.AddLine(from, to, colour, thick);
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const float pause = look_.px(5);
    const auto at = [&](float way) {
      return ImVec2{from.x + (to.x - from.x) * way / length, from.y + (to.y - from.y) * way / length};
    };
    for (float way = 0; way < length; way += dash + pause) {
      list_.AddLine(at(way), at(std::min(way + dash, length)), colour, thick);
    }
  }

  void draw_lines(std::size_t index) {
    const std::vector<PlotPoint>& points = plot_.series[index].points;
    const ImU32 colour = to_u32(colour_of_series(look_.theme, index));
    const bool few = points.size() <= 40;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!points[i].y) continue;
      const bool joined_before = i > 0 && points[i - 1].y;
      const bool joined_after = i + 1 < points.size() && points[i + 1].y;
      if (joined_before) draw_stroke(place(points[i - 1]), place(points[i]), index);
      if (few || (!joined_before && !joined_after)) list_.AddCircleFilled(place(points[i]), look_.px(3), colour, 16);
    }
  }

  /// Where a bar of a series stands; whole pixels, so that bars are crisp.
  [[nodiscard]] Box bar_of(std::size_t index, const PlotPoint& point) const {
    std::size_t bars = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < plot_.series.size(); ++i) {
      if (plot_.series[i].kind != PlotKind::kBars) continue;
      before += i < index ? 1 : 0;
      ++bars;
    }
    const auto pitch = static_cast<float>(pitch_of_x(plot_) / (x_.to - x_.from)) * inner_.width();
    const float group = std::min(pitch * 0.7F, look_.px(64) * static_cast<float>(bars));
    const float width = std::max(1.0F, std::floor(group / static_cast<float>(bars)));
    const float left = std::round(x_.at(point.x) - group / 2 + width * static_cast<float>(before));
    const float gap = bars > 1 && width > look_.px(6) ? look_.px(2) : 0;
    const float base = std::round(y_.at(std::clamp(0.0, y_.from, y_.to)));
    const float end = std::round(y_.at(*point.y));
    return {{left, std::min(base, end)}, {left + width - gap, std::max(base, end)}};
  }

  /// Full; from the second series on hatched, so that no colour is needed.
  void fill_bar(const Box& bar, std::size_t series) {
    const Colour colour = colour_of_series(look_.theme, series);
    if (series == 0) return list_.AddRectFilled(bar.low, bar.high, to_u32(colour));
    const float line = std::max(1.0F, look_.px(1.5F));
    list_.AddRectFilled(bar.low, bar.high, to_u32(mix(look_.theme.paper, colour, 0.35)));
    const float step = look_.px(series == 1 ? 5 : 9);
    for (float y = bar.high.y - step; y > bar.low.y; y -= step) {
      list_.AddRectFilled({bar.low.x, std::round(y)}, {bar.high.x, std::round(y) + line}, to_u32(colour));
    }
    list_.AddRectFilled(bar.low, {bar.high.x, std::min(bar.high.y, bar.low.y + line)}, to_u32(colour));
    list_.AddRectFilled({bar.low.x, std::max(bar.low.y, bar.high.y - line)}, bar.high, to_u32(colour));
    list_.AddRectFilled(bar.low, {bar.low.x + line, bar.high.y}, to_u32(colour));
    list_.AddRectFilled({bar.high.x - line, bar.low.y}, bar.high, to_u32(colour));
  }

  void draw_bars(std::size_t index) {
    for (const PlotPoint& point : plot_.series[index].points) {
      if (point.y) fill_bar(bar_of(index, point), index);
    }
  }

  void draw_intervals(std::size_t index) {
    const ImU32 colour = to_u32(colour_of_series(look_.theme, index));
    const float half = std::max(0.5F, look_.px(2) / 2);
    const float serif = look_.px(4);
    // Several series side by side: their intervals do not hide each other.
    const float aside = (static_cast<float>(index) - static_cast<float>(plot_.series.size() - 1) / 2) * look_.px(12);
    for (const PlotPoint& point : plot_.series[index].points) {
      if (!point.y) continue;
      const float x = std::round(x_.at(point.x) + aside);
      const float low = std::round(y_.at(point.low));
      const float high = std::round(y_.at(point.high));
      list_.AddRectFilled({x - half, high}, {x + half, low}, colour);
      list_.AddRectFilled({x - serif, high - half}, {x + serif, high + half}, colour);
      list_.AddRectFilled({x - serif, low - half}, {x + serif, low + half}, colour);
      list_.AddCircleFilled({x, y_.at(*point.y)}, look_.px(4), colour, 24);
    }
  }

  /// The words of the point that is nearest to the pointer, and near enough.
  void tell() {
    if (!rests_on({{inner_.low.x - look_.px(kGap), inner_.low.y - look_.px(kGap)},
                   {inner_.high.x + look_.px(kGap), inner_.high.y + look_.px(kGap)}})) {
      return;
    }
    const ImVec2 mouse = ImGui::GetMousePos();
    const PlotPoint* nearest = nullptr;
    float reach = std::max(look_.px(24), inner_.width() / 40);
    for (std::size_t i = 0; i < plot_.series.size(); ++i) {
      for (const PlotPoint& point : plot_.series[i].points) {
        if (!point.y || point.words.empty()) continue;
        const float away = distance(i, point, mouse);
        if (away >= reach) continue;
        reach = away;
        nearest = &point;
      }
    }
    if (nearest == nullptr) return;
    const float x = std::round(x_.at(nearest->x));
    list_.AddRectFilled({x, inner_.low.y}, {x + look_.outline(), inner_.high.y}, to_u32(look_.theme.soft));
    draw_tooltip(look_, nearest->words);
  }

  [[nodiscard]] float distance(std::size_t series, const PlotPoint& point, ImVec2 mouse) const {
    if (plot_.series[series].kind == PlotKind::kBars) {
      const Box bar = bar_of(series, point);
      // Anywhere above or below a bar is on it: small bars are hard to meet.
      return std::max({0.0F, bar.low.x - mouse.x, mouse.x - bar.high.x});
    }
    const ImVec2 at = place(point);
    // Across counts more: who looks for a moment moves along the axis.
    return std::hypot(at.x - mouse.x, (at.y - mouse.y) * 0.35F);
  }

  Look& look_;
  const Plot& plot_;
  ImDrawList& list_;
  Box outer_;
  Box inner_;
  Ticks x_ticks_;
  Ticks y_ticks_;
  Scale x_;
  Scale y_;
};

}  // namespace

void draw_plot(Look& look, const Box& box, const Plot& plot) { Drawing(look, plot, box).draw(); }

}  // namespace aandacht::ui
