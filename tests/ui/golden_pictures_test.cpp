// Views as pictures that somebody looked at and approved: tests/golden/pictures holds the PNG and the hash of each.
// Glyphs depend on the fonts and on FreeType; where these differ from those of the approval, nothing is compared.
//
// To approve a change after looking at it: AANDACHT_APPROVE=1 build/dev/tests/ui_overlay "[golden]"
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
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
  // A picture may have two: where two processors round a sine apart, a few points differ by 1 of 255.
  for (std::string name, value; file >> name >> value;) all[name] += (all[name].empty() ? "" : "|") + value;
  return all;
}

std::uint64_t draw(const Picture& picture, const fs::path& png) {
  OverlayFixture overlay(overlay_model(picture.scene, model::Language::kDutch),
                         {.height = design_height(picture.scene), .scale = picture.scale, .palette = picture.palette});
  overlay.ui().loop().set_background(ui::background_of(ui::theme_of(picture.palette)));
  overlay.ui().settle();
  if (!png.empty()) overlay.ui().save_png(png.string());
  return overlay.ui().pixels_hash();
}

void approve() {
  fs::create_directories(kFolder);
  std::map<std::string, std::string> all = makers();
  for (const Picture& each : pictures()) all[each.name] = hex(draw(each, kFolder / (each.name + ".png")));
  std::ofstream file(kFolder / "approved.txt");
  for (const auto& [name, value] : all) file << name << " " << value << "\n";
}

}  // namespace

TEST_CASE("a view drawn twice is the same picture to the last bit", "[golden]") {
  for (const Picture& each : pictures()) CHECK(draw(each, {}) == draw(each, {}));
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
    REQUIRE(approved.count(each.name) == 1);
    const std::string drawn = hex(draw(each, {}));
    INFO(drawn << " of " << approved.at(each.name));
    CHECK(approved.at(each.name).find(drawn) != std::string::npos);
  }
}

}  // namespace aandacht::test
