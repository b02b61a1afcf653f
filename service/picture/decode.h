// The two formats. Both check the size in the header before anything is decoded. Failures: INVALID_ARGUMENT.
#pragma once

#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/picture/photo.h"

namespace aandacht::picture {

[[nodiscard]] absl::StatusOr<Picture> decode_png(std::string_view file);
[[nodiscard]] absl::StatusOr<Picture> decode_jpeg(std::string_view file);

/// INVALID_ARGUMENT: too many pixels, or a side that is too long.
[[nodiscard]] absl::Status check_size(std::int64_t width, std::int64_t height);

/// What is said of any damage; `detail` is the library's word for it.
[[nodiscard]] absl::Status damaged(std::string_view detail);

/// How the camera was held: 1 (upright) … 8, as Exif counts. `app1`: the segment after its length. 1 when not told.
[[nodiscard]] int orientation_of(std::string_view app1);

/// Turned and mirrored so that 1 … 8 stands upright.
[[nodiscard]] Picture upright(Picture picture, int orientation);

}  // namespace aandacht::picture
