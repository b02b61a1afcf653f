#include "client/render/triangles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "client/render/edges.h"

namespace aandacht::render {
namespace {

/// A value that runs evenly over the triangle, in 1/65536 of its unit. Evaluated from absolute positions, so that
/// the value of a pixel does not depend on where drawing began.
class Plane {
 public:
  Plane() = default;
  Plane(const std::array<Point, 3>& p, std::int64_t area, const std::array<std::int64_t, 3>& value) {
    const double scale = 65536.0 * 256.0 / static_cast<double>(area);
    const auto d1 = static_cast<double>(value[1] - value[0]);
    const auto d2 = static_cast<double>(value[2] - value[0]);
    dx_ = bounded((d1 * static_cast<double>(p[2].y - p[0].y) - d2 * static_cast<double>(p[1].y - p[0].y)) * scale);
    dy_ = bounded((d2 * static_cast<double>(p[1].x - p[0].x) - d1 * static_cast<double>(p[2].x - p[0].x)) * scale);
    origin_ = value[0] * 65536 + 32768 - (dx_ * (p[0].x - 128) + dy_ * (p[0].y - 128)) / 256;
  }

  [[nodiscard]] std::int64_t at(std::int64_t x, std::int64_t y) const { return origin_ + dx_ * x + dy_ * y; }
  [[nodiscard]] std::int64_t step() const { return dx_; }

 private:
  // A sliver's gradient means nothing; bounded, it can neither overflow nor leave the range after clamping.
  static std::int64_t bounded(double gradient) {
    return static_cast<std::int64_t>(std::clamp(gradient, -4294967296.0, 4294967296.0));
  }

  std::int64_t origin_ = 0;
  std::int64_t dx_ = 0;
  std::int64_t dy_ = 0;
};

unsigned to_byte(std::int64_t value) { return static_cast<unsigned>(std::clamp<std::int64_t>(value >> 16, 0, 255)); }

/// The triangle turned so that its inside is positive, on the grid of 1/256 pixels.
struct Shape {
  std::array<Corner, 3> corners;
  std::array<Point, 3> points;
  std::int64_t area = 0;  // twice, in 1/65536 pixel²; 0 holds nothing
};

Shape shape_of(const Corner& a, const Corner& b, const Corner& c) {
  Shape shape{{a, b, c}, {}, 0};
  for (int i = 0; i < 3; ++i) shape.points[i] = {to_fixed(shape.corners[i].x), to_fixed(shape.corners[i].y)};
  const auto& p = shape.points;
  shape.area = (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[1].y - p[0].y) * (p[2].x - p[0].x);
  if (shape.area < 0) {
    std::swap(shape.corners[1], shape.corners[2]);
    std::swap(shape.points[1], shape.points[2]);
    shape.area = -shape.area;
  }
  return shape;
}

/// Calls `span(y, left, right)` for every row of `clip` in which the shape holds pixels.
template <typename Span>
void for_each_span(const Shape& shape, const Rect& clip, Span span) {
  const auto& p = shape.points;
  const std::int64_t highest = std::min({p[0].y, p[1].y, p[2].y});
  const std::int64_t lowest = std::max({p[0].y, p[1].y, p[2].y});
  const int top = static_cast<int>(std::max<std::int64_t>(clip.top, floor_div(highest + 127, 256)));
  const int bottom = static_cast<int>(std::min<std::int64_t>(clip.bottom, floor_div(lowest - 128, 256) + 1));
  if (top >= bottom) return;
  Edge e0(p[0], p[1], top);
  Edge e1(p[1], p[2], top);
  Edge e2(p[2], p[0], top);
  for (int y = top; y < bottom; ++y) {
    std::int64_t left = clip.left;
    std::int64_t right = clip.right;
    e0.narrow(left, right);
    e1.narrow(left, right);
    e2.narrow(left, right);
    if (left < right) span(y, static_cast<int>(left), static_cast<int>(right));
    e0.next_row();
    e1.next_row();
    e2.next_row();
  }
}

void fill_plain(const Shape& shape, const Colour& colour, const Rect& clip, Canvas& canvas) {
  if (colour.alpha == 0) return;
  const Pixel solid = colour.opaque();
  for_each_span(shape, clip, [&](int y, int left, int right) {
    Pixel* out = canvas.row(y);
    if (colour.alpha == 255) {
      std::fill(out + left, out + right, solid);
    } else {
      for (int x = left; x < right; ++x) out[x] = blend(out[x], solid, colour.alpha);
    }
  });
}

std::array<Plane, 4> colour_planes(const Shape& shape) {
  std::array<Plane, 4> planes;
  for (unsigned channel = 0; channel < 4; ++channel) {
    std::array<std::int64_t, 3> value{};
    for (int i = 0; i < 3; ++i) value[i] = (shape.corners[i].colour >> (8U * channel)) & 0xFFU;
    planes[channel] = Plane(shape.points, shape.area, value);
  }
  return planes;
}

/// ImGui's soft edges: one colour that fades out. Only the alpha has to be worked out.
void fill_fading(const Shape& shape, const Rect& clip, Canvas& canvas) {
  const Plane alpha = colour_planes(shape)[3];
  const Pixel solid = unpack(shape.corners[0].colour).opaque();
  for_each_span(shape, clip, [&](int y, int left, int right) {
    Pixel* out = canvas.row(y);
    std::int64_t value = alpha.at(left, y);
    for (int x = left; x < right; ++x, value += alpha.step()) {
      const unsigned a = to_byte(value);
      if (a != 0) out[x] = blend(out[x], solid, a);
    }
  });
}

void fill_shaded(const Shape& shape, const Rect& clip, Canvas& canvas) {
  const std::array<Plane, 4> planes = colour_planes(shape);
  for_each_span(shape, clip, [&](int y, int left, int right) {
    Pixel* out = canvas.row(y);
    for (int x = left; x < right; ++x) {
      const Colour colour{to_byte(planes[0].at(x, y)), to_byte(planes[1].at(x, y)), to_byte(planes[2].at(x, y)),
                          to_byte(planes[3].at(x, y))};
      if (colour.alpha != 0) out[x] = blend(out[x], colour.opaque(), colour.alpha);
    }
  });
}

}  // namespace

void fill_triangle(const Corner& a, const Corner& b, const Corner& c, const Rect& clip, Canvas& canvas) {
  constexpr std::uint32_t kRgb = 0x00FFFFFFU;
  const Shape shape = shape_of(a, b, c);
  if (shape.area == 0 || clip.empty()) return;
  if (a.colour == b.colour && b.colour == c.colour) {
    fill_plain(shape, unpack(a.colour), clip, canvas);
  } else if ((a.colour & kRgb) == (b.colour & kRgb) && (b.colour & kRgb) == (c.colour & kRgb)) {
    fill_fading(shape, clip, canvas);
  } else {
    fill_shaded(shape, clip, canvas);
  }
}

void draw_triangle(const Corner& a, const Corner& b, const Corner& c, const Sampler& sampler, const Rect& clip,
                   Canvas& canvas) {
  const Shape shape = shape_of(a, b, c);
  if (shape.area == 0 || clip.empty() || sampler.width() == 0) return;
  const std::array<Plane, 4> planes = colour_planes(shape);
  const auto texels = [&shape](float Corner::*coordinate, int size) {
    std::array<std::int64_t, 3> value{};
    for (int i = 0; i < 3; ++i) value[i] = Sampler::to_texels(shape.corners[i].*coordinate, size);
    return Plane(shape.points, shape.area, value);
  };
  const Plane u = texels(&Corner::u, sampler.width());
  const Plane v = texels(&Corner::v, sampler.height());
  for_each_span(shape, clip, [&](int y, int left, int right) {
    Pixel* out = canvas.row(y);
    for (int x = left; x < right; ++x) {
      const Colour tint{to_byte(planes[0].at(x, y)), to_byte(planes[1].at(x, y)), to_byte(planes[2].at(x, y)),
                        to_byte(planes[3].at(x, y))};
      const Colour colour = tinted(sampler.at(u.at(x, y) >> 16, v.at(x, y) >> 16), tint);
      if (colour.alpha != 0) out[x] = blend(out[x], colour.opaque(), colour.alpha);
    }
  });
}

}  // namespace aandacht::render
