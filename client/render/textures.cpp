#include "client/render/textures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aandacht::render {
namespace {

std::array<std::uint8_t, 4> average(const Picture& picture, int left, int top, int right, int bottom) {
  std::array<std::uint64_t, 3> colour{};
  std::uint64_t alpha = 0;
  std::uint64_t count = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const std::uint8_t* p = picture.rgba.data() + (static_cast<std::size_t>(y) * picture.width + x) * 4;
      for (int c = 0; c < 3; ++c) colour[c] += static_cast<std::uint64_t>(p[c]) * p[3];
      alpha += p[3];
      ++count;
    }
  }
  const auto mean = [](std::uint64_t sum, std::uint64_t n) {
    return n == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>((sum + n / 2) / n);
  };
  return {mean(colour[0], alpha), mean(colour[1], alpha), mean(colour[2], alpha), mean(alpha, count)};
}

}  // namespace

std::uint64_t Textures::add(Picture picture) {
  const auto pixels = static_cast<std::size_t>(std::max(picture.width, 0)) * std::max(picture.height, 0);
  if (pixels == 0 || picture.rgba.size() != pixels * 4) return 0;
  const std::uint64_t id = next_++;
  pictures_.emplace(id, std::move(picture));
  return id;
}

void Textures::remove(std::uint64_t id) { pictures_.erase(id); }

const Picture* Textures::find(std::uint64_t id) const {
  const auto found = pictures_.find(id);
  return found == pictures_.end() ? nullptr : &found->second;
}

std::vector<std::uint64_t> Textures::ids() const {
  std::vector<std::uint64_t> all;
  for (const auto& [id, picture] : pictures_) all.push_back(id);
  return all;
}

Picture shrunk(const Picture& picture, int width, int height) {
  Picture small;
  small.width = std::clamp(width, 1, std::max(picture.width, 1));
  small.height = std::clamp(height, 1, std::max(picture.height, 1));
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      const auto from = [](int i, int n, int all) { return static_cast<int>(static_cast<std::int64_t>(i) * all / n); };
      const auto mean = average(picture, from(x, small.width, picture.width), from(y, small.height, picture.height),
                                from(x + 1, small.width, picture.width), from(y + 1, small.height, picture.height));
      small.rgba.insert(small.rgba.end(), mean.begin(), mean.end());
    }
  }
  return small;
}

}  // namespace aandacht::render
