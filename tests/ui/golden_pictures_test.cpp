// Views as pictures that somebody looked at and approved: tests/golden/pictures holds the PNG of each. Processors
// round sines apart, so that a colour may differ by 1 of 255.
// Glyphs depend on the fonts and on FreeType; where these differ from those of the approval, nothing is compared.
//
// To approve a change after looking at it: AANDACHT_APPROVE=1 build/dev/tests/ui_overlay "[golden]"
#include <ft2build.h>
#include FT_FREETYPE_H

#include <stb/stb_image.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/render/frame_hash.h"
#include "client/ui/fonts.h"
#include "tests/support/catch.h"
#include "tests/ui/view_fixture.h"

namespace aandacht::test {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(AANDACHT_SOURCE_DIR) / "tests/golden/pictures";

struct Picture {
  Scene scene;
  float scale;
  ui::Palette palette;
  std::string name;
};

std::vector<Picture> pictures() {
  return {{Scene::kIdle, 1, ui::Palette::kLight, "idle"},
          {Scene::kWeCard, 1, ui::Palette::kDark, "in-call-dark"},
          {Scene::kWrapUp, 2, ui::Palette::kLight, "wrap-up-200"},
          {Scene::kWatched, 1, ui::Palette::kLight, "watched"},
          {Scene::kPillWatched, 1, ui::Palette::kLight, "pill-watched"}};
}

std::string hex(std::uint64_t number) { return absl::StrCat(absl::Hex(number, absl::kZeroPad16)); }

/// FNV-1a.
std::string hash_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::uint64_t hash = 14695981039346656037ULL;
  for (auto it = std::istreambuf_iterator<char>(file); it != std::istreambuf_iterator<char>(); ++it) {
    hash = (hash ^ static_cast<unsigned char>(*it)) * 1099511628211ULL;
  }
  return hex(hash);
}

/// What glyphs are made of and with.
std::map<std::string, std::string> makers() {
  const ui::FontFiles files = ui::find_fonts();
  FT_Library library = nullptr;
  int major = 0;
  int minor = 0;
  int patch = 0;
  if (FT_Init_FreeType(&library) == 0) {
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
  }
  return {{fs::path(files.regular).filename().string(), hash_of_file(files.regular)},
          {fs::path(files.semibold).filename().string(), hash_of_file(files.semibold)},
          {"FreeType", absl::StrCat(major, ".", minor, ".", patch)},
          {"ImGui", IMGUI_VERSION}};
}

std::map<std::string, std::string> read_approved() {
  std::ifstream file(kFolder / "approved.txt");
  std::map<std::string, std::string> all;
  for (std::string name, value; file >> name >> value;) all[name] = value;
  return all;
}

/// The fixture when it has drawn it.
std::unique_ptr<OverlayFixture> draw(const Picture& picture) {
  auto overlay = std::make_unique<OverlayFixture>(
      overlay_model(picture.scene, model::Language::kDutch),
      ViewSize{.height = design_height(picture.scene), .scale = picture.scale, .palette = picture.palette});
  overlay->ui().loop().set_background(ui::background_of(ui::theme_of(picture.palette)));
  overlay->ui().settle();
  return overlay;
}

fs::path png_of(const Picture& picture) { return kFolder / (picture.name + ".png"); }

/// By how much the colour that is farthest from the approved one differs, of 255; absent: there is no picture of that
/// size.
std::optional<int> farthest_from_approved(const render::Canvas& drawn, const fs::path& png) {
  int width = 0;
  int height = 0;
  int channels = 0;
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> rgb(stbi_load(png.c_str(), &width, &height, &channels, 3),
                                                                 &stbi_image_free);
  if (rgb == nullptr || width != drawn.width() || height != drawn.height()) return std::nullopt;
  int farthest = 0;
  const stbi_uc* approved = rgb.get();
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const unsigned shift : {16U, 8U, 0U}) {
        const int colour = static_cast<int>((drawn.at(x, y) >> shift) & 0xFFU);
        farthest = std::max(farthest, std::abs(colour - *approved++));
      }
    }
  }
  return farthest;
}

void approve() {
  fs::create_directories(kFolder);
  for (const Picture& each : pictures()) draw(each)->ui().save_png(png_of(each).string());
  std::ofstream file(kFolder / "approved.txt");
  for (const auto& [name, value] : makers()) file << name << " " << value << "\n";
}

}  // namespace

TEST_CASE("a view drawn twice is the same picture to the last bit", "[golden]") {
  for (const Picture& each : pictures()) {
    const std::uint64_t first = draw(each)->ui().pixels_hash();
    CHECK(draw(each)->ui().pixels_hash() == first);
  }
}

TEST_CASE("views look as somebody approved them", "[golden]") {
  if (std::getenv("AANDACHT_APPROVE") != nullptr) approve();
  const std::map<std::string, std::string> approved = read_approved();
  REQUIRE_FALSE(approved.empty());
  for (const auto& [name, value] : makers()) {
    const auto then = approved.find(name);
    if (then != approved.end() && then->second == value) continue;
    WARN("SKIPPED: " << name << " is " << value << " here and was "
                     << (then == approved.end() ? "absent" : then->second)
                     << " when the pictures were approved; nothing was compared");
    return;
  }
  for (const Picture& each : pictures()) {
    INFO(each.name << " differs from tests/golden/pictures/" << each.name
                   << ".png; look at it anew, then AANDACHT_APPROVE=1 build/dev/tests/ui_overlay \"[golden]\"");
    const auto overlay = draw(each);
    const std::optional<int> farthest = farthest_from_approved(overlay->ui().window().canvas(), png_of(each));
    REQUIRE(farthest.has_value());
    CHECK(*farthest <= 1);
  }
}

}  // namespace aandacht::test
