// A photo that somebody sent, made small. The only place where pictures are decoded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace aandacht::picture {

inline constexpr std::size_t kMostBytes = 4'000'000;  ///< Of the file.
inline constexpr std::int64_t kMostPixels = 40'000'000;
inline constexpr std::int64_t kMostOnASide = 30'000;
inline constexpr int kLargestSide = 192;  ///< Of what comes out, in pixels.

/// Rows from the top, three bytes a pixel: red, green, blue.
struct Picture {
  int width = 0;
  int height = 0;
  std::string rgb;
};

/// Decodes a PNG or JPEG file and averages it down to at most kLargestSide × kLargestSide; smaller ones keep their
/// size. What is transparent is laid on white, a photo taken sideways (Exif) is set upright, all other metadata is
/// dropped. Size and pixels are checked before anything is decoded; memory stays below 160 MB for a progressive JPEG
/// and a few megabytes otherwise. Takes up to a second or so; safe from any thread.
///
/// INVALID_ARGUMENT, in words for a person: no PNG or JPEG, too large, damaged or cut off.
[[nodiscard]] absl::StatusOr<Picture> small_photo(std::string_view file);

}  // namespace aandacht::picture
