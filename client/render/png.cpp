#include "client/render/png.h"

#include <stb_image_write.h>

#include <cstdio>
#include <memory>

#include "absl/strings/str_cat.h"

namespace aandacht::render {

std::vector<unsigned char> to_png(const Canvas& canvas) {
  std::vector<unsigned char> rgb;
  rgb.reserve(static_cast<std::size_t>(canvas.width()) * canvas.height() * 3);
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) {
      const Pixel p = canvas.at(x, y);
      rgb.push_back(static_cast<unsigned char>(p >> 16U));
      rgb.push_back(static_cast<unsigned char>(p >> 8U));
      rgb.push_back(static_cast<unsigned char>(p));
    }
  }
  std::vector<unsigned char> png;
  const auto append = [](void* context, void* data, int size) {
    const auto* bytes = static_cast<const unsigned char*>(data);
    static_cast<std::vector<unsigned char>*>(context)->insert(static_cast<std::vector<unsigned char>*>(context)->end(),
                                                              bytes, bytes + size);
  };
  stbi_write_png_to_func(append, &png, canvas.width(), canvas.height(), 3, rgb.data(), canvas.width() * 3);
  return png;
}

absl::Status write_png(const Canvas& canvas, const std::string& path) {
  if (canvas.bounds().empty()) return absl::InvalidArgumentError("there is no picture to write: the canvas is empty");
  const std::vector<unsigned char> png = to_png(canvas);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), &std::fclose);
  if (file == nullptr || std::fwrite(png.data(), 1, png.size(), file.get()) != png.size() ||
      std::fflush(file.get()) != 0) {
    return absl::UnavailableError(absl::StrCat("the picture could not be written to ", path));
  }
  return absl::OkStatus();
}

}  // namespace aandacht::render
