#include "tests/shots/contact_sheet.h"

#include <algorithm>
#include <array>

namespace aandacht::shots {
namespace {

// The mean of four pixels, channel by channel.
render::Pixel mean(const std::array<render::Pixel, 4>& pixels) {
  unsigned red = 0;
  unsigned green = 0;
  unsigned blue = 0;
  for (const render::Pixel pixel : pixels) {
    red += pixel >> 16U & 255U;
    green += pixel >> 8U & 255U;
    blue += pixel & 255U;
  }
  return render::pixel(red / 4, green / 4, blue / 4);
}

render::Canvas halved(const render::Canvas& picture, const render::Rect& cell) {
  render::Canvas half(std::min(picture.width() / 2, cell.width()), std::min(picture.height() / 2, cell.height()));
  for (int y = 0; y < half.height(); ++y) {
    for (int x = 0; x < half.width(); ++x) {
      half.row(y)[x] = mean({picture.at(2 * x, 2 * y), picture.at(2 * x + 1, 2 * y), picture.at(2 * x, 2 * y + 1),
                             picture.at(2 * x + 1, 2 * y + 1)});
    }
  }
  return half;
}

}  // namespace

void ContactSheet::add(const render::Canvas& picture) { pictures_.push_back(halved(picture, cell_)); }

void ContactSheet::begin_row() {
  while (pictures_.size() % static_cast<std::size_t>(columns_) != 0) pictures_.emplace_back();
}

render::Canvas ContactSheet::sheet() const {
  const int rows = (static_cast<int>(pictures_.size()) + columns_ - 1) / columns_;
  render::Canvas sheet(columns_ * (cell_.width() + kGap) + kGap, rows * (cell_.height() + kGap) + kGap);
  for (int y = 0; y < sheet.height(); ++y) std::fill_n(sheet.row(y), sheet.width(), render::pixel(128, 128, 128));
  for (std::size_t i = 0; i < pictures_.size(); ++i) {
    const int left = kGap + static_cast<int>(i) % columns_ * (cell_.width() + kGap);
    const int top = kGap + static_cast<int>(i) / columns_ * (cell_.height() + kGap);
    const render::Canvas& picture = pictures_[i];
    for (int y = 0; y < picture.height(); ++y) {
      std::copy_n(picture.row(y), picture.width(), sheet.row(top + y) + left);
    }
  }
  return sheet;
}

}  // namespace aandacht::shots
