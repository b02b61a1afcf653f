// Pictures that views show: photos, not glyphs.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace aandacht::render {

/// A picture of `width` × `height` pixels, four bytes each: red, green, blue, alpha (not premultiplied).
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// The pictures that may be drawn, by id. One thread: the one that draws.
class Textures {
 public:
  /// Keeps `picture` and gives the id to draw it with; 0 when its bytes do not fit its size.
  std::uint64_t add(Picture picture);

  /// Forgets the picture; drawing with its id then shows nothing. Unknown ids are ignored.
  void remove(std::uint64_t id);

  /// The picture, or null. Valid until it is removed.
  [[nodiscard]] const Picture* find(std::uint64_t id) const;

  /// The ids of all pictures, ascending. An id is never used twice.
  [[nodiscard]] std::vector<std::uint64_t> ids() const;

 private:
  // Far above every name that OpenGL gives out, so that one frame can hold both.
  std::uint64_t next_ = 1U << 20U;
  std::map<std::uint64_t, Picture> pictures_;
};

/// `picture` made smaller by averaging, to `width` × `height`, both at least 1 and at most its own size.
/// A photo is drawn at a fraction of its size; averaging once is both cheaper and better than sampling every frame.
[[nodiscard]] Picture shrunk(const Picture& picture, int width, int height);

}  // namespace aandacht::render
