// What the desktop lets the window be, in words.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"

namespace aandacht::model {

struct WindowStanding {
  bool wayland = false;
  bool has_manager = true;
  bool keeps_above = true;
  bool full_screen = false;     ///< A window that fills the screen covers this one.
  bool follows = false;         ///< It is to stand beside another window …
  bool found = true;            ///< … which is there.
  std::string window;           ///< What that is called in the settings.
  bool placed_by_hand = false;  ///< It was dragged away from its place.
};

/// One sentence for each thing that is not as one might expect, most important first; none when all is well.
[[nodiscard]] std::vector<std::string> window_findings(const WindowStanding& standing, Language language);

}  // namespace aandacht::model
