// Photos that are fine, and files that want to do harm.
#include "service/picture/photo.h"

#include <png.h>

#include <array>
#include <random>

#include "service/picture/decode.h"
#include "tests/support/catch.h"
#include "tests/unit/picture/made_pictures.h"

namespace aandacht::picture {
namespace {

using Colour = std::array<int, 3>;

constexpr std::uint32_t kRed = 0xff0000ff;
constexpr std::uint32_t kBlue = 0x0000ffff;
constexpr std::uint32_t kWhite = 0xffffffff;

Colour at(const Picture& picture, int x, int y) {
  const auto begin = static_cast<std::size_t>((y * picture.width + x) * 3);
  Colour colour{};
  for (std::size_t i = 0; i < 3; ++i) colour[i] = static_cast<unsigned char>(picture.rgb[begin + i]);
  return colour;
}

bool is_near(const Colour& a, const Colour& b) {
  UNSCOPED_INFO(a[0] << "," << a[1] << "," << a[2]);
  for (std::size_t i = 0; i < 3; ++i) {
    if (std::abs(a[i] - b[i]) > 24) return false;
  }
  return true;
}

Picture must_read(const std::string& file) {
  absl::StatusOr<Picture> picture = small_photo(file);
  INFO(picture.status());
  REQUIRE(picture.ok());
  REQUIRE(picture->rgb.size() == static_cast<std::size_t>(picture->width) * picture->height * 3);
  return *std::move(picture);
}

std::string refusal(const std::string& file) {
  const absl::StatusOr<Picture> picture = small_photo(file);
  CHECK(absl::IsInvalidArgument(picture.status()));
  return std::string(picture.status().message());
}

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

std::uint32_t left_red(int x, int /*y*/, int half) { return x < half ? kRed : kBlue; }

// The header of a PNG that says it is `width` × `height`; nothing follows that could be decoded.
std::string png_header(std::uint32_t width, std::uint32_t height) {
  std::string file = png_file(1, 1, [](int, int) { return kRed; });
  for (unsigned i = 0; i < 4; ++i) {
    file[16 + i] = static_cast<char>(width >> (24 - 8 * i));
    file[20 + i] = static_cast<char>(height >> (24 - 8 * i));
  }
  std::uint32_t crc = 0xffffffff;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<unsigned char>(file[i]);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ (0xedb88320U & (0U - (crc & 1U)));
  }
  crc = ~crc;
  for (unsigned i = 0; i < 4; ++i) file[29 + i] = static_cast<char>(crc >> (24 - 8 * i));
  return file;
}

}  // namespace

TEST_CASE("A large photo comes out small, in its own shape and colours", "[picture]") {
  const bool png = GENERATE(true, false);
  const Paint paint = [](int x, int y) { return left_red(x, y, 400); };
  const Picture picture = must_read(png ? png_file(800, 600, paint) : jpeg_file(800, 600, paint));
  CHECK(picture.width == 192);
  CHECK(picture.height == 144);
  CHECK(is_near(at(picture, 40, 70), {255, 0, 0}));
  CHECK(is_near(at(picture, 150, 70), {0, 0, 255}));
}

TEST_CASE("A photo that is small already keeps its size", "[picture]") {
  const Picture picture = must_read(png_file(5, 3, [](int x, int) { return x == 0 ? kRed : kWhite; }));
  CHECK(picture.width == 5);
  CHECK(picture.height == 3);
  CHECK(at(picture, 0, 2) == Colour{255, 0, 0});
  CHECK(at(picture, 4, 0) == Colour{255, 255, 255});
}

TEST_CASE("Each small pixel is the mean of those it covers", "[picture]") {
  const Picture picture =
      must_read(png_file(384, 384, [](int x, int) { return x % 2 == 0 ? 0x000000ff : 0xc8c8c8ff; }));
  CHECK(at(picture, 100, 100) == Colour{100, 100, 100});
}

TEST_CASE("An interlaced PNG and a progressive JPEG look as the plain ones", "[picture]") {
  const Paint paint = [](int x, int y) { return (x / 50 + y / 50) % 2 == 0 ? kRed : kBlue; };
  CHECK(must_read(png_file(401, 307, paint, true)).rgb == must_read(png_file(401, 307, paint)).rgb);
  const Picture plain = must_read(jpeg_file(800, 600, paint));
  const Picture progressive = must_read(jpeg_file(800, 600, paint, {.progressive = true}));
  CHECK(is_near(at(plain, 6, 6), at(progressive, 6, 6)));
}

TEST_CASE("A grey JPEG is read", "[picture]") {
  const Picture picture = must_read(jpeg_file(64, 64, [](int, int) { return 0x80808080U; }, {.grey = true}));
  CHECK(is_near(at(picture, 30, 30), {128, 128, 128}));
}

TEST_CASE("What is transparent is laid on white", "[picture]") {
  const Picture picture = must_read(png_file(8, 8, [](int x, int) { return x < 4 ? 0xff000000U : 0xff000080U; }));
  CHECK(at(picture, 1, 1) == Colour{255, 255, 255});
  CHECK(is_near(at(picture, 6, 1), {255, 127, 127}));
}

TEST_CASE("A photo that was taken sideways stands upright", "[picture]") {
  // Red marks the corner that belongs at the top left.
  struct Case {
    int orientation;
    int x;
    int y;
  };
  const auto [orientation, red_x, red_y] = GENERATE(Case{1, 0, 0}, Case{2, 1, 0}, Case{3, 1, 1}, Case{4, 0, 1},
                                                    Case{5, 0, 0}, Case{6, 0, 1}, Case{7, 1, 1}, Case{8, 1, 0});
  const Paint paint = [x_part = red_x, y_part = red_y](int x, int y) {
    return x / 48 == x_part && y / 32 == y_part ? kRed : kWhite;
  };
  const Picture picture = must_read(jpeg_file(96, 64, paint, {.orientation = orientation}));
  INFO("orientation " << orientation);
  CHECK(picture.width == (orientation >= 5 ? 64 : 96));
  CHECK(is_near(at(picture, 8, 8), {255, 0, 0}));
  CHECK(is_near(at(picture, picture.width - 8, 8), {255, 255, 255}));
  CHECK(is_near(at(picture, 8, picture.height - 8), {255, 255, 255}));
}

TEST_CASE("Exif that is cut off, points outside or turns in circles is no orientation", "[picture]") {
  const std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", 28);
  CHECK(orientation_of(exif) == 6);
  for (std::size_t size = 0; size < exif.size(); ++size) {
    const int orientation = orientation_of(std::string_view(exif).substr(0, size));
    CHECK((orientation == 1 || orientation == 6));
  }
  std::string outside = exif;
  outside[10] = outside[11] = outside[12] = outside[13] = '\xff';
  CHECK(orientation_of(outside) == 1);
  std::string nine = exif;
  nine[24] = 9;
  CHECK(orientation_of(nine) == 1);
}

TEST_CASE("No metadata comes out: a comment in the file is nowhere in the result", "[picture]") {
  const std::string file = png_file(40, 40, [](int, int) { return kRed; });
  REQUIRE(has(file, "private garden"));
  CHECK_FALSE(has(must_read(file).rgb, "private"));
}

TEST_CASE("A file that is too large, or neither PNG nor JPEG, is refused with what to do", "[picture]") {
  CHECK(has(refusal(std::string(kMostBytes + 1, 'x')), "make it smaller"));
  CHECK(has(refusal("GIF89a"), "save it as one of them"));
  CHECK(has(refusal(""), "no PNG or JPEG"));
  CHECK(has(refusal("<svg/>"), "no PNG or JPEG"));
}

TEST_CASE("A header that promises more than 40 million pixels is refused before anything is decoded", "[picture]") {
  CHECK(has(refusal(png_header(8000, 8000)), "40 million"));
  CHECK(has(refusal(png_header(30'001, 1)), ""));
  CHECK(has(refusal(png_header(0x7fffffff, 0x7fffffff)), ""));
  CHECK(has(refusal(png_header(0, 10)), "damaged"));
  std::string jpeg = jpeg_file(16, 16, [](int, int) { return kRed; });
  const std::size_t frame = jpeg.find("\xff\xc0");
  REQUIRE(frame != std::string::npos);
  jpeg.replace(frame + 5, 4, "\xf0\x00\xf0\x00", 4);
  CHECK(has(refusal(jpeg), "40 million"));
}

TEST_CASE("A small file that unpacks to 36 million pixels is read in a few megabytes of memory", "[picture]") {
  const std::string file = png_file(6000, 6000, [](int, int) { return kWhite; });
  CHECK(file.size() < 400'000);
  const Picture picture = must_read(file);
  CHECK(picture.width == 192);
  CHECK(at(picture, 100, 100) == Colour{255, 255, 255});
}

TEST_CASE("A file that is cut off anywhere is refused", "[picture]") {
  const Paint paint = [](int x, int y) { return static_cast<std::uint32_t>(x * 7919 + y * 104729) << 8U | 0xffU; };
  const std::string file = GENERATE_COPY(png_file(60, 50, paint), png_file(60, 50, paint, true),
                                         jpeg_file(60, 50, paint), jpeg_file(60, 50, paint, {.progressive = true}));
  for (std::size_t size = 0; size < file.size() - 13; size += 17) {
    INFO("first " << size << " of " << file.size());
    CHECK_FALSE(small_photo(std::string_view(file).substr(0, size)).ok());
  }
}

TEST_CASE("Bytes that were changed anywhere never do more than fail", "[picture]") {
  const Paint paint = [](int x, int y) { return static_cast<std::uint32_t>(x * 7919 + y * 104729) << 8U | 0xffU; };
  const std::string file = GENERATE_COPY(png_file(40, 30, paint, true), jpeg_file(40, 30, paint),
                                         jpeg_file(40, 30, paint, {.progressive = true, .orientation = 6}));
  std::mt19937 random(20261122);
  for (int round = 0; round < 400; ++round) {
    std::string changed = file;
    for (int i = 0; i < 3; ++i) changed[random() % changed.size()] = static_cast<char>(random());
    const absl::StatusOr<Picture> picture = small_photo(changed);
    if (!picture.ok()) continue;
    CHECK(picture->rgb.size() == static_cast<std::size_t>(picture->width) * picture->height * 3);
    CHECK(picture->width <= kLargestSide);
  }
}

TEST_CASE("A JPEG in printers' colours is refused, not shown wrongly", "[picture]") {
  CHECK(has(refusal(jpeg_file(32, 32, [](int, int) { return 0x10203040U; }, {.four_colours = true})), "damaged"));
}

}  // namespace aandacht::picture
