#include "service/picture/photo.h"

#include "absl/strings/str_cat.h"
#include "service/picture/decode.h"

namespace aandacht::picture {

absl::StatusOr<Picture> small_photo(std::string_view file) {
  if (file.size() > kMostBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("the picture is ", file.size(), " bytes; at most ", kMostBytes, " are taken: make it smaller"));
  }
  if (file.starts_with("\x89PNG\r\n\x1a\n")) return decode_png(file);
  if (file.starts_with("\xff\xd8\xff")) return decode_jpeg(file);
  return absl::InvalidArgumentError("the picture is no PNG or JPEG; save it as one of them");
}

absl::Status check_size(std::int64_t width, std::int64_t height) {
  if (width < 1 || height < 1) return damaged("no pixels");
  if (width <= kMostOnASide && height <= kMostOnASide && width * height <= kMostPixels) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("the picture is ", width, " by ", height, " pixels; at most ",
                                                 kMostPixels / 1'000'000, " million are taken: make it smaller"));
}

absl::Status damaged(std::string_view detail) {
  return absl::InvalidArgumentError(absl::StrCat("the picture is damaged or cut off (", std::string(detail),
                                                 "); open it in a picture editor and save it again"));
}

}  // namespace aandacht::picture
