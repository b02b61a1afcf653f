#include "client/platform/dock.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"

namespace aandacht::platform {
namespace {

using render::Rect;

constexpr std::string_view kBesidePrefix = "beside:";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::int64_t shared_pixels(const Rect& a, const Rect& b) {
  const Rect shared = a.intersected(b);
  return shared.empty() ? 0 : static_cast<std::int64_t>(shared.width()) * shared.height();
}

/// Square of the distance between the middles.
std::int64_t distance(const Rect& a, const Rect& b) {
  const std::int64_t x = (static_cast<std::int64_t>(a.left) + a.right - b.left - b.right) / 2;
  const std::int64_t y = (static_cast<std::int64_t>(a.top) + a.bottom - b.top - b.bottom) / 2;
  return x * x + y * y;
}

/// The area that has most of `place`, or the nearest. `areas` is not empty; the first one wins a tie.
const Rect& area_of(const Rect& place, const std::vector<Rect>& areas) {
  return *std::max_element(areas.begin(), areas.end(), [&](const Rect& a, const Rect& b) {
    const std::int64_t in_a = shared_pixels(a, place);
    const std::int64_t in_b = shared_pixels(b, place);
    return in_a != in_b ? in_a < in_b : in_a == 0 && distance(a, place) > distance(b, place);
  });
}

Rect inside(const Rect& area, int left, int top, Size size) {
  const int width = std::min(size.width, area.width());
  const int height = std::min(size.height, area.height());
  const int x = std::clamp(left, area.left, area.right - width);
  const int y = std::clamp(top, area.top, area.bottom - height);
  return {x, y, x + width, y + height};
}

Rect at_edge(const Rect& area, bool right, int top, Size size) {
  return inside(area, right ? area.right - std::min(size.width, area.width()) : area.left, top, size);
}

bool nearer_to_right(const Rect& area, const std::optional<Rect>& place) {
  return !place || area.right - place->right <= place->left - area.left;
}

Rect beside(const Rect& window, const Surroundings& around, Size size) {
  const Rect& area = area_of(window, around.work_areas);
  if (area.right - std::max(window.right, area.left) >= size.width) {
    return inside(area, window.right, window.top, size);
  }
  if (std::min(window.left, area.right) - area.left >= size.width) {
    return inside(area, window.left - size.width, window.top, size);
  }
  return at_edge(area, nearer_to_right(area, around.now), window.top, size);
}

}  // namespace

absl::StatusOr<Dock> parse_dock(std::string_view text) {
  if (text == "right-edge") return Dock{DockSide::kRightEdge, ""};
  if (text == "left-edge") return Dock{DockSide::kLeftEdge, ""};
  if (text.substr(0, kBesidePrefix.size()) == kBesidePrefix) {
    const std::string_view window = trimmed(text.substr(kBesidePrefix.size()));
    if (!window.empty()) return Dock{DockSide::kBeside, std::string(window)};
    return absl::InvalidArgumentError("must name a window after \"beside:\", e.g. beside:twinkle");
  }
  return absl::InvalidArgumentError("must be right-edge, left-edge or beside:<window class or title>");
}

std::string to_text(const Dock& dock) {
  switch (dock.side) {
    case DockSide::kRightEdge:
      return "right-edge";
    case DockSide::kLeftEdge:
      return "left-edge";
    case DockSide::kBeside:
      return std::string(kBesidePrefix) + dock.window;
  }
  return "";
}

Rect docked_place(const Dock& dock, const Surroundings& around, Size size) {
  if (around.work_areas.empty()) {
    const Rect now = around.now.value_or(Rect{});
    return {now.left, now.top, now.left + size.width, now.top + size.height};
  }
  const Rect& main = around.work_areas.front();
  switch (dock.side) {
    case DockSide::kRightEdge:
      return at_edge(main, true, main.top, size);
    case DockSide::kLeftEdge:
      return at_edge(main, false, main.top, size);
    case DockSide::kBeside:
      break;
  }
  if (around.followed) return beside(*around.followed, around, size);
  const Rect& area = around.now ? area_of(*around.now, around.work_areas) : main;
  return at_edge(area, nearer_to_right(area, around.now), around.now ? around.now->top : area.top, size);
}

Rect kept_in_sight(int left, int top, Size size, const std::vector<Rect>& work_areas) {
  const Rect wanted{left, top, left + size.width, top + size.height};
  return work_areas.empty() ? wanted : inside(area_of(wanted, work_areas), left, top, size);
}

}  // namespace aandacht::platform
