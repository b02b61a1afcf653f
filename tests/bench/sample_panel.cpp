#include "tests/bench/sample_panel.h"

#include <filesystem>

namespace aandacht::bench {
namespace {

constexpr ImU32 kInk = IM_COL32(0x23, 0x26, 0x2B, 255);
constexpr ImU32 kCard = IM_COL32(255, 255, 255, 255);
constexpr ImU32 kLine = IM_COL32(0xDD, 0xD8, 0xCE, 255);

void card(float height) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end(at.x + ImGui::GetContentRegionAvail().x, at.y + height);
  list->AddRectFilled(at, end, kCard, 8.0F);
  list->AddRect(at, end, kLine, 8.0F);
}

}  // namespace

SamplePanel sample_panel() {
  SamplePanel panel;
  for (int i = 0; i < 60; ++i) {
    panel.lines.push_back((i % 2 == 0 ? "klant: ik wacht al " : "agent: dat hebben wij niet goed gedaan, ") +
                          std::to_string(i) + " dagen op mijn geld en niemand belt terug");
  }
  return panel;
}

void add_sample_font(ImFontAtlas& atlas, float scale) {
  static const ImWchar kLatin[] = {0x20, 0x24F, 0x2010, 0x2026, 0x20AC, 0x20AC, 0};
  for (const char* path :
       {"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"}) {
    if (!std::filesystem::exists(path)) continue;
    if (atlas.AddFontFromFileTTF(path, 18 * scale, nullptr, kLatin) != nullptr) return;
  }
  atlas.AddFontDefault();
}

void draw(const SamplePanel& panel) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(0xFA, 0xF8, 0xF4, 255));
  ImGui::PushStyleColor(ImGuiCol_Text, kInk);
  ImGui::PushStyleColor(ImGuiCol_Button, kCard);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, 8.0F);
  ImGui::Begin("panel", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::Text("Mevrouw J. de Vries   %s", panel.clock.c_str());
  ImGui::TextUnformatted("klant sinds 2019, 4e contact over deze terugbetaling");
  ImGui::ProgressBar(0.6F, {-1, 6}, "");
  card(120);
  ImGui::TextWrapped("Dat hebben wij niet goed gedaan. Ik zoek nu zelf uit waar uw geld is en bel u vrijdag terug.");
  for (const char* label : {"Gebruikt", "Nu niet", "Past niet", "Pauze"}) {
    ImGui::Button(label, {80, 32});
    ImGui::SameLine();
  }
  ImGui::NewLine();
  ImGui::BeginChild("talk");
  for (const std::string& line : panel.lines) ImGui::TextWrapped("%s", line.c_str());
  ImGui::SetScrollHereY(1.0F);
  ImGui::EndChild();
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(3);
}

}  // namespace aandacht::bench
