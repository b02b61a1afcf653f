// A panel as full as an agent's overlay ever is.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace aandacht::bench {

struct SamplePanel {
  std::string clock = "02:14";
  std::vector<std::string> lines;
};

/// 60 lines of talk, the same every time.
[[nodiscard]] SamplePanel sample_panel();

/// Inter or Noto Sans at 18 pixels where they are installed, else ImGui's own font.
void add_sample_font(ImFontAtlas& atlas, float scale);

void draw(const SamplePanel& panel);

}  // namespace aandacht::bench
