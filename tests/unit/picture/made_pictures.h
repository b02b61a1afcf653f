// Pictures as files, made here: nothing of a real person lies in the tree.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace aandacht::picture {

/// The colour of a pixel: 0xRRGGBBAA.
using Paint = std::function<std::uint32_t(int x, int y)>;

/// A PNG file with alpha. `interlaced`: in seven passes.
[[nodiscard]] std::string png_file(int width, int height, const Paint& paint, bool interlaced = false);

struct JpegLook {
  bool progressive = false;
  bool grey = false;
  bool four_colours = false;  ///< As printers have it.
  int orientation = 0;        ///< 1 … 8 as Exif; 0: none is told.
};

[[nodiscard]] std::string jpeg_file(int width, int height, const Paint& paint, const JpegLook& look = {});

}  // namespace aandacht::picture
