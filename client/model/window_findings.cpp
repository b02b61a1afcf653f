#include "client/model/window_findings.h"

#include "client/model/strings.h"

namespace aandacht::model {

std::vector<std::string> window_findings(const WindowStanding& standing, Language language) {
  std::vector<std::string> found;
  if (!standing.has_manager) {
    found.emplace_back(text(Text::kDeskNoManager, language));
  } else if (!standing.keeps_above) {
    found.emplace_back(text(Text::kDeskNotAbove, language));
  }
  if (standing.full_screen) found.emplace_back(text(Text::kDeskFullScreen, language));
  if (standing.follows && !standing.found) found.push_back(fill(Text::kDeskNotFound, language, standing.window));
  if (standing.placed_by_hand) found.emplace_back(text(Text::kDeskByHand, language));
  if (standing.wayland) found.emplace_back(text(Text::kDeskWayland, language));
  return found;
}

}  // namespace aandacht::model
