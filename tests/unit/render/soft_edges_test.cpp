// Lines, circles and round corners as ImGui softens them: as wide as asked, even along their way, the same on all
// sides.
#include <cmath>
#include <numeric>

#include "tests/support/catch.h"
#include "tests/support/headless_ui.h"

namespace aandacht::test {
namespace {

constexpr int kSize = 120;
constexpr ImU32 kWhite = IM_COL32(255, 255, 255, 255);

/// White on black, with soft edges: how much of each pixel is covered.
class Softly {
 public:
  explicit Softly(std::function<void(ImDrawList&)> draw)
      : ui_({.width = kSize,
             .height = kSize,
             .apply_style = [](float) { ImGui::GetStyle().CircleTessellationMaxError = 0.1F; }},  // As ui::apply_look.
            [draw = std::move(draw)] { draw(*ImGui::GetForegroundDrawList()); }) {
    ui_.loop().set_background(render::pixel(0, 0, 0));
    ui_.settle();
  }

  [[nodiscard]] double at(int x, int y) { return (ui_.window().canvas().at(x, y) & 0xFFU) / 255.0; }
  [[nodiscard]] double all() {
    double sum = 0;
    for (int y = 0; y < kSize; ++y) sum += row(y);
    return sum;
  }
  [[nodiscard]] double row(int y) {
    double sum = 0;
    for (int x = 0; x < kSize; ++x) sum += at(x, y);
    return sum;
  }
  [[nodiscard]] double column(int x) {
    double sum = 0;
    for (int y = 0; y < kSize; ++y) sum += at(x, y);
    return sum;
  }

 private:
  HeadlessUi ui_;
};

}  // namespace

TEST_CASE("a line is as wide as asked and even along its way, at every slope", "[soft-edges]") {
  for (const float thickness : {1.0F, 1.5F, 2.0F, 3.0F}) {
    for (const float rise : {0.0F, 3.0F, 17.0F, 40.0F, 80.0F}) {
      Softly line([&](ImDrawList& list) { list.AddLine({10, 20}, {110, 20 + rise}, kWhite, thickness); });
      // What a slope cuts out of a column is longer than the line is wide.
      const double wanted = thickness * std::sqrt(1 + (rise / 100) * (rise / 100));
      double least = 99;
      double most = 0;
      double sum = 0;
      for (int x = 20; x < 100; ++x) {
        least = std::min(least, line.column(x));
        most = std::max(most, line.column(x));
        sum += line.column(x);
      }
      INFO("thickness " << thickness << ", rise " << rise << ": " << least << " to " << most << ", wanted " << wanted);
      CHECK(sum / 80 == Approx(wanted).epsilon(0.05));
      CHECK(least > 0.75 * wanted);  // No dashes …
      CHECK(most < 1.3 * wanted);    // … and no beads.
    }
  }
}

TEST_CASE("a circle covers its area and is the same on all sides", "[soft-edges]") {
  for (const float radius : {3.0F, 5.5F, 12.0F, 24.0F, 48.0F}) {
    Softly circle([&](ImDrawList& list) { list.AddCircleFilled({60, 60}, radius, kWhite); });
    INFO("radius " << radius);
    CHECK(circle.all() == Approx(3.14159265 * radius * radius).epsilon(0.04));
    double unlike = 0;
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < kSize; ++x) {
        unlike = std::max(unlike, std::abs(circle.at(x, y) - circle.at(kSize - 1 - x, y)));
        unlike = std::max(unlike, std::abs(circle.at(x, y) - circle.at(x, kSize - 1 - y)));
      }
    }
    CHECK(unlike < 0.03);
  }
}

TEST_CASE("a box with round corners has straight sides, soft corners and the same four of them", "[soft-edges]") {
  for (const float scale : {1.0F, 2.0F}) {
    const float left = 10;
    const float right = 10 + 50 * scale;
    const float radius = 8 * scale;
    Softly box([&](ImDrawList& list) { list.AddRectFilled({left, left}, {right, right}, kWhite, radius); });
    const int last = static_cast<int>(right) - 1;
    const int middle = static_cast<int>((left + right) / 2);
    CHECK(box.at(10, middle) == 1);
    CHECK(box.at(last, middle) == 1);
    CHECK(box.at(9, middle) == 0);
    CHECK(box.at(last + 1, middle) == 0);
    CHECK(box.at(10, 10) == 0);
    const double wanted = (right - left) * (right - left) - (4 - 3.14159265) * radius * radius;
    CHECK(box.all() == Approx(wanted).epsilon(0.01));
    for (int y = 0; y < static_cast<int>(radius); ++y) {
      for (int x = 0; x < static_cast<int>(radius); ++x) {
        CHECK(box.at(10 + x, 10 + y) == Approx(box.at(last - x, 10 + y)).margin(0.03));
        CHECK(box.at(10 + x, 10 + y) == Approx(box.at(10 + x, last - y)).margin(0.03));
        CHECK(box.at(10 + x, 10 + y) == Approx(box.at(10 + y, 10 + x)).margin(0.03));
      }
    }
  }
}

TEST_CASE("a frame of one pixel on whole pixels is one pixel, full, all around", "[soft-edges]") {
  Softly frame([](ImDrawList& list) { list.AddRect({10, 10}, {70, 50}, kWhite); });
  CHECK(frame.at(10, 30) == 1);
  CHECK(frame.at(69, 30) == 1);
  CHECK(frame.at(40, 10) == 1);
  CHECK(frame.at(40, 49) == 1);
  CHECK(frame.row(30) == Approx(2));
  CHECK(frame.column(40) == Approx(2));
}

}  // namespace aandacht::test
