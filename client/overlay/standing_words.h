// What the settings say about the desktop.
#pragma once

#include <string>
#include <vector>

#include "client/model/language.h"
#include "client/platform/standing.h"

namespace aandacht::overlay {

/// One sentence for each thing that the desktop does not let the window be. `dock` is the setting.
[[nodiscard]] std::vector<std::string> standing_words(const platform::Standing& standing, const std::string& dock,
                                                      model::Language language);

}  // namespace aandacht::overlay
