#include "tests/ui/layout_checks.h"

#include <algorithm>
#include <array>

#include "client/model/strings.h"
#include "client/render/imgui_compat.h"
#include "tests/support/catch.h"

namespace aandacht::test {
namespace {

constexpr const char* kEllipsis = "…";

/// Without what wrapping puts in or takes away.
std::string letters_of(std::string_view text) {
  std::string letters;
  std::copy_if(text.begin(), text.end(), std::back_inserter(letters), [](char c) { return c != ' ' && c != '-'; });
  return letters;
}

/// What is left of a shortened text, without what stands before it in another column of the same line.
std::string beginning_of(std::string text) {
  text.resize(text.size() - std::string_view(kEllipsis).size());
  const std::size_t column = text.rfind("  ");
  return letters_of(column == std::string::npos ? text : text.substr(column));
}

/// Texts that end with an ellipsis by themselves.
bool is_whole(const std::string& text, model::Language language) {
  constexpr std::array kWhole{model::Text::kSearchHint, model::Text::kConnecting, model::Text::kSearching};
  return std::any_of(kWhole.begin(), kWhole.end(), [&](model::Text key) { return text == model::text(key, language); });
}

/// The words of the note beside the pointer: nothing else is drawn in its colours.
std::string note_of(const DrawnText& text, const ui::Theme& theme) {
  const ImU32 first = ui::to_u32(theme.paper);
  const ImU32 further = ui::to_u32(mix(theme.paper, theme.ink, 0.2));
  std::string note;
  for (const TextRun& run : text.runs()) {
    if (run.colour == first || run.colour == further) note += run.text;
  }
  return note;
}

}  // namespace

void check_within(const DrawnText& text, float width, float height) {
  for (const TextRun& run : text.runs()) {
    const bool inside =
        run.rect.left >= 0 && run.rect.top >= 0 && run.rect.right <= width + 1 && run.rect.bottom <= height + 1;
    if (inside) continue;
    INFO(run.text << " at " << run.rect.left << ", " << run.rect.top << " to " << run.rect.right << ", "
                  << run.rect.bottom);
    CHECK(inside);
  }
}

void check_apart(const DrawnText& text) {
  const auto& runs = text.runs();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (std::size_t k = i + 1; k < runs.size(); ++k) {
      const TextRect& a = runs[i].rect;
      const TextRect& b = runs[k].rect;
      const float wide = std::min(a.right, b.right) - std::max(a.left, b.left);
      const float high = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
      // The boxes of lines in a tight pitch overlap a little where no letter stands.
      const float slack = 1.5F + std::min(a.bottom - a.top, b.bottom - b.top) * 0.06F;
      if (wide <= 1.5F || high <= slack) continue;
      INFO(runs[i].text << " / " << runs[k].text);
      CHECK(high <= slack);
    }
  }
}

void check_uncut(const ImDrawData& frame) {
  const ImVec2 size = frame.DisplaySize;
  for (int n = 0; n < frame.CmdListsCount; ++n) {
    const ImDrawList& list = *frame.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const bool whole_window = command.ClipRect.x <= 0 && command.ClipRect.y <= 0 && command.ClipRect.z >= size.x &&
                                command.ClipRect.w >= size.y;
      if (!whole_window) continue;
      for (unsigned i = 0; i < command.ElemCount; ++i) {
        const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(command.VtxOffset) +
                                                  list.IdxBuffer[static_cast<int>(command.IdxOffset + i)]];
        const bool inside =
            vertex.pos.x >= -1 && vertex.pos.y >= -1 && vertex.pos.x <= size.x + 1 && vertex.pos.y <= size.y + 1;
        if (inside) continue;
        INFO("drawn at " << vertex.pos.x << ", " << vertex.pos.y << " of " << size.x << " x " << size.y);
        CHECK(inside);
        return;
      }
    }
  }
}

void check_explained(OverlayFixture& overlay, model::Language language) {
  const DrawnText before = overlay.ui().text();
  for (const TextRun& run : before.runs()) {
    if (!run.text.ends_with(kEllipsis) || is_whole(run.text, language)) continue;
    overlay.ui().move_to(run.rect.left + run.rect.width() / 2, run.rect.centre().y);
    const std::string note = note_of(overlay.ui().text(), overlay.look().theme);
    const std::string begins = beginning_of(run.text);
    INFO(run.text << " is told as: " << note);
    CHECK(letters_of(note).find(begins) != std::string::npos);
    CHECK(letters_of(note).size() > begins.size());
    check_within(overlay.ui().text(), overlay.ui().frame().DisplaySize.x, overlay.ui().frame().DisplaySize.y);
    overlay.ui().leave();
  }
}

}  // namespace aandacht::test
