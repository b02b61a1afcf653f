#include "client/overlay/standing_words.h"

#include "client/model/window_findings.h"
#include "client/platform/dock.h"

namespace aandacht::overlay {

std::vector<std::string> standing_words(const platform::Standing& standing, const std::string& dock,
                                        model::Language language) {
  const absl::StatusOr<platform::Dock> parsed = platform::parse_dock(dock);
  model::WindowStanding plain;
  plain.wayland = standing.wayland;
  plain.has_manager = standing.has_manager;
  plain.keeps_above = standing.keeps_above;
  plain.full_screen = standing.full_screen;
  plain.follows = standing.followed != platform::Followed::kNotAsked;
  plain.found = standing.followed != platform::Followed::kNotFound;
  plain.window = parsed.ok() ? parsed->window : dock;
  plain.placed_by_hand = standing.placed_by_hand;
  return model::window_findings(plain, language);
}

}  // namespace aandacht::overlay
