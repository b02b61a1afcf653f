#include "client/platform/place_memory.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace aandacht::platform {
namespace {

constexpr std::size_t kMostPlaces = 16;
// X11's own limit.
constexpr int kFarthest = 32767;

bool on_any_screen(int position) { return position >= -kFarthest && position <= kFarthest; }

}  // namespace

std::string layout_of(const std::vector<render::Rect>& monitors) {
  std::vector<std::string> texts;
  for (const render::Rect& m : monitors)
    texts.push_back(absl::StrCat(m.width(), "x", m.height(), "+", m.left, "+", m.top));
  std::sort(texts.begin(), texts.end());
  return absl::StrJoin(texts, ",");
}

PlaceMemory::PlaceMemory(std::filesystem::path file) : file_(std::move(file)) {
  if (file_.empty()) return;
  std::ifstream in(file_);
  for (std::string text; lines_.size() < kMostPlaces && std::getline(in, text);) {
    std::istringstream words(text);
    Line line;
    std::string more;
    if (!(words >> line.layout >> line.place.left >> line.place.top) || words >> more) continue;
    if (on_any_screen(line.place.left) && on_any_screen(line.place.top)) lines_.push_back(line);
  }
}

std::optional<Place> PlaceMemory::at(const std::string& layout) const {
  const auto found = std::find_if(lines_.rbegin(), lines_.rend(), [&](const Line& l) { return l.layout == layout; });
  return found == lines_.rend() ? std::nullopt : std::optional(found->place);
}

absl::Status PlaceMemory::keep(const std::string& layout, const std::optional<Place>& place) {
  if (at(layout) == place || layout.empty()) return absl::OkStatus();
  std::erase_if(lines_, [&](const Line& l) { return l.layout == layout; });
  if (place) lines_.push_back({layout, *place});
  if (lines_.size() > kMostPlaces) lines_.erase(lines_.begin());
  if (file_.empty()) return absl::OkStatus();
  std::error_code error;
  std::filesystem::create_directories(file_.parent_path(), error);
  const std::filesystem::path fresh = file_.string() + ".new";
  std::ofstream out(fresh, std::ios::trunc);
  for (const Line& l : lines_) out << l.layout << ' ' << l.place.left << ' ' << l.place.top << '\n';
  out.close();
  if (out.fail()) return absl::UnavailableError(absl::StrCat("cannot write ", fresh.string()));
  std::filesystem::rename(fresh, file_, error);
  return error ? absl::UnavailableError(absl::StrCat("cannot replace ", file_.string(), ": ", error.message()))
               : absl::OkStatus();
}

}  // namespace aandacht::platform
