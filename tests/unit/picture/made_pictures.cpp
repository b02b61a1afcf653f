#include "tests/unit/picture/made_pictures.h"

#include <png.h>

#include <cstdio>
#include <cstdlib>
// Needs size_t and FILE.
#include <jpeglib.h>

namespace aandacht::picture {
namespace {

void append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}

std::string exif_with(int orientation) {
  std::string tiff("Exif\0\0MM\0*\0\0\0\x08\0\x01", 16);
  tiff += std::string("\x01\x12\0\x03\0\0\0\x01\0", 9) + static_cast<char>(orientation) + std::string("\0\0", 2);
  return tiff + std::string(4, '\0');
}

std::uint8_t byte_of(std::uint32_t colour, int index) {
  return static_cast<std::uint8_t>(colour >> (24U - 8U * static_cast<unsigned>(index)));
}

}  // namespace

std::string png_file(int width, int height, const Paint& paint, bool interlaced) {
  std::string file;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &file, append, nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8, PNG_COLOR_TYPE_RGBA,
               interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_text text{};
  char key[] = "Comment";
  char words[] = "taken in a private garden";
  text.compression = PNG_TEXT_COMPRESSION_NONE;
  text.key = key;
  text.text = words;
  png_set_text(png, info, &text, 1);
  png_write_info(png, info);
  std::vector<std::vector<std::uint8_t>> rows;
  std::vector<png_bytep> starts;
  for (int y = 0; y < height; ++y) {
    std::vector<std::uint8_t>& row = rows.emplace_back();
    for (int x = 0; x < width; ++x) {
      for (int i = 0; i < 4; ++i) row.push_back(byte_of(paint(x, y), i));
    }
  }
  for (auto& row : rows) starts.push_back(row.data());
  png_write_image(png, starts.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return file;
}

std::string jpeg_file(int width, int height, const Paint& paint, const JpegLook& look) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  jpeg.image_width = static_cast<JDIMENSION>(width);
  jpeg.image_height = static_cast<JDIMENSION>(height);
  jpeg.input_components = look.grey ? 1 : look.four_colours ? 4 : 3;
  jpeg.in_color_space = look.grey ? JCS_GRAYSCALE : look.four_colours ? JCS_CMYK : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (look.progressive) jpeg_simple_progression(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  if (look.orientation > 0) {
    const std::string exif = exif_with(look.orientation);
    jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()),
                      static_cast<unsigned>(exif.size()));
  }
  std::vector<std::uint8_t> row;
  for (int y = 0; y < height; ++y) {
    row.clear();
    for (int x = 0; x < width; ++x) {
      for (int i = 0; i < jpeg.input_components; ++i) row.push_back(byte_of(paint(x, y), i));
    }
    JSAMPROW start = row.data();
    jpeg_write_scanlines(&jpeg, &start, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  std::string file(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return file;
}

}  // namespace aandacht::picture
