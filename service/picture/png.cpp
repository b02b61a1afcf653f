#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <vector>

#include "service/picture/decode.h"
#include "service/picture/shrink.h"

namespace aandacht::picture {
namespace {

// What libpng works with; lives outside every frame that it may jump over.
struct Reading {
  std::string_view rest;
  png_structp png = nullptr;
  png_infop info = nullptr;
  char failure[128] = {};

  Reading() = default;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void fail(png_structp png, png_const_charp message) {
  auto* reading = static_cast<Reading*>(png_get_error_ptr(png));
  std::strncpy(reading->failure, message, sizeof(reading->failure) - 1);
  longjmp(png_jmpbuf(png), 1);
}

void pass_over(png_structp, png_const_charp) {}

void feed(png_structp png, png_bytep out, std::size_t size) {
  auto* reading = static_cast<Reading*>(png_get_io_ptr(png));
  if (size > reading->rest.size()) png_error(png, "it ends too early");
  std::memcpy(out, reading->rest.data(), size);
  reading->rest.remove_prefix(size);
}

// Between setjmp and the end of each of these nothing may live that has a destructor.

bool read_header(Reading& reading) {
  if (setjmp(png_jmpbuf(reading.png))) return false;
  png_set_read_fn(reading.png, &reading, feed);
  png_set_user_limits(reading.png, kMostOnASide, kMostOnASide);
  png_set_chunk_malloc_max(reading.png, 1 << 20);
  png_set_chunk_cache_max(reading.png, 16);
  // Text, colour profiles, Exif: not even looked at.
  png_set_keep_unknown_chunks(reading.png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
  png_read_info(reading.png, reading.info);
  return true;
}

bool prepare_pixels(Reading& reading) {
  if (setjmp(png_jmpbuf(reading.png))) return false;
  png_set_expand(reading.png);
  png_set_scale_16(reading.png);
  png_set_gray_to_rgb(reading.png);
  png_set_add_alpha(reading.png, 0xff, PNG_FILLER_AFTER);
  png_read_update_info(reading.png, reading.info);
  return true;
}

// Of an interlaced picture each of seven passes brings some pixels of some rows.
bool read_pixels(Reading& reading, Shrink& shrink, std::uint8_t* row, int width, int height, bool interlaced) {
  if (setjmp(png_jmpbuf(reading.png))) return false;
  if (!interlaced) {
    for (int y = 0; y < height; ++y) {
      png_read_row(reading.png, row, nullptr);
      shrink.add(row, width, y);
    }
  } else {
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; ++pass) {
      const int columns = static_cast<int>(PNG_PASS_COLS(static_cast<png_uint_32>(width), pass));
      const int rows = static_cast<int>(PNG_PASS_ROWS(static_cast<png_uint_32>(height), pass));
      for (int y = 0; columns > 0 && y < rows; ++y) {
        png_read_row(reading.png, row, nullptr);
        shrink.add(row, columns, PNG_ROW_FROM_PASS_ROW(y, pass), PNG_PASS_START_COL(pass),
                   1 << PNG_PASS_COL_SHIFT(pass));
      }
    }
  }
  png_read_end(reading.png, nullptr);
  return true;
}

}  // namespace

absl::StatusOr<Picture> decode_png(std::string_view file) {
  Reading reading;
  reading.rest = file;
  reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, fail, pass_over);
  if (reading.png == nullptr) return absl::ResourceExhaustedError("there is no memory to read the picture");
  reading.info = png_create_info_struct(reading.png);
  if (reading.info == nullptr) return absl::ResourceExhaustedError("there is no memory to read the picture");
  if (!read_header(reading)) return damaged(reading.failure);
  const auto width = static_cast<std::int64_t>(png_get_image_width(reading.png, reading.info));
  const auto height = static_cast<std::int64_t>(png_get_image_height(reading.png, reading.info));
  if (absl::Status status = check_size(width, height); !status.ok()) return status;
  const bool interlaced = png_get_interlace_type(reading.png, reading.info) != PNG_INTERLACE_NONE;
  if (!prepare_pixels(reading)) return damaged(reading.failure);
  const std::size_t row_bytes = png_get_rowbytes(reading.png, reading.info);
  if (row_bytes != static_cast<std::size_t>(width) * 4) return damaged("pixels of another kind");
  std::vector<std::uint8_t> row(row_bytes);
  Shrink shrink(static_cast<int>(width), static_cast<int>(height), 4);
  if (!read_pixels(reading, shrink, row.data(), static_cast<int>(width), static_cast<int>(height), interlaced)) {
    return damaged(reading.failure);
  }
  return shrink.finish();
}

}  // namespace aandacht::picture
