#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <vector>
// Needs size_t and FILE.
#include <jpeglib.h>

#include "service/picture/decode.h"
#include "service/picture/shrink.h"

namespace aandacht::picture {
namespace {

constexpr long kMostMemory = 128L << 20;  // Of libjpeg, for progressive pictures.
constexpr int kMostScans = 64;            // A progressive photo has about ten; thousands would keep us busy for long.

// What libjpeg works with; lives outside every frame that it may jump over.
struct Reading {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf back{};
  char failure[JMSG_LENGTH_MAX] = {};

  Reading() = default;
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { jpeg_destroy_decompress(&jpeg); }
};

[[noreturn]] void fail(j_common_ptr common) {
  auto* reading = static_cast<Reading*>(common->client_data);
  common->err->format_message(common, reading->failure);
  longjmp(reading->back, 1);
}

// Warnings (below 0) tell of damage that would be drawn as grey; the rest is chatter.
void warn(j_common_ptr common, int level) {
  if (level < 0) fail(common);
}

void keep_quiet(j_common_ptr) {}

void count_scans(j_common_ptr common) {
  auto* reading = static_cast<Reading*>(common->client_data);
  if (reading->jpeg.input_scan_number <= kMostScans) return;
  std::snprintf(reading->failure, sizeof(reading->failure), "too many scans");
  longjmp(reading->back, 1);
}

// Between setjmp and the end of each of these nothing may live that has a destructor.

bool read_header(Reading& reading, std::string_view file) {
  if (setjmp(reading.back)) return false;
  jpeg_create_decompress(&reading.jpeg);
  reading.jpeg.client_data = &reading;
  reading.progress.progress_monitor = count_scans;
  reading.jpeg.progress = &reading.progress;
  reading.jpeg.mem->max_memory_to_use = kMostMemory;
  jpeg_mem_src(&reading.jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
  jpeg_save_markers(&reading.jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&reading.jpeg, TRUE);
  return true;
}

// The decoder itself may leave out what is averaged away in any case: eight times the speed for a large photo.
void decode_small(jpeg_decompress_struct& jpeg) {
  const auto longest = std::max(jpeg.image_width, jpeg.image_height);
  jpeg.out_color_space = JCS_RGB;
  jpeg.scale_num = 1;
  jpeg.scale_denom = 1;
  while (jpeg.scale_denom < 8 && longest / (jpeg.scale_denom * 2) >= 2U * kLargestSide) jpeg.scale_denom *= 2;
}

bool start(Reading& reading) {
  if (setjmp(reading.back)) return false;
  decode_small(reading.jpeg);
  jpeg_start_decompress(&reading.jpeg);
  return true;
}

bool read_pixels(Reading& reading, Shrink& shrink, std::uint8_t* row) {
  if (setjmp(reading.back)) return false;
  while (reading.jpeg.output_scanline < reading.jpeg.output_height) {
    const int y = static_cast<int>(reading.jpeg.output_scanline);
    if (jpeg_read_scanlines(&reading.jpeg, &row, 1) != 1) return false;
    shrink.add(row, static_cast<int>(reading.jpeg.output_width), y);
  }
  jpeg_finish_decompress(&reading.jpeg);
  return true;
}

int orientation_in(const jpeg_decompress_struct& jpeg) {
  for (const jpeg_marker_struct* marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view segment(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (const int orientation = orientation_of(segment); orientation != 1) return orientation;
  }
  return 1;
}

}  // namespace

absl::StatusOr<Picture> decode_jpeg(std::string_view file) {
  Reading reading;
  reading.jpeg.err = jpeg_std_error(&reading.errors);
  reading.jpeg.client_data = &reading;
  reading.errors.error_exit = fail;
  reading.errors.emit_message = warn;
  reading.errors.output_message = keep_quiet;
  if (!read_header(reading, file)) return damaged(reading.failure);
  if (absl::Status status = check_size(reading.jpeg.image_width, reading.jpeg.image_height); !status.ok())
    return status;
  const int orientation = orientation_in(reading.jpeg);
  if (!start(reading)) return damaged(reading.failure);
  if (reading.jpeg.output_components != 3) return damaged("colours of another kind");
  std::vector<std::uint8_t> row(static_cast<std::size_t>(reading.jpeg.output_width) * 3);
  Shrink shrink(static_cast<int>(reading.jpeg.output_width), static_cast<int>(reading.jpeg.output_height), 3);
  if (!read_pixels(reading, shrink, row.data())) return damaged(reading.failure);
  return upright(shrink.finish(), orientation);
}

}  // namespace aandacht::picture
