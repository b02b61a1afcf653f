#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

constexpr float kRow = 32;  // At the usual size of text.
constexpr float kPadding = 8;
constexpr float kDash = 12;

/// Title at the left, what closes the list at the right.
void write_title(ui::Pen& pen, model::Language language, Actions& actions) {
  ui::Look& look = pen.look();
  const std::string label(text(model::Text::kSearchClose, language));
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(kPadding);
  const float height = std::max(look.pitch(ui::Type::kBodyBold), look.text_px(kRow));
  const ui::Box close{{pen.right() - width, pen.y()}, {pen.right(), pen.y() + height}};
  if (ui::draw_button(look, "close keys", label, close, ui::ButtonKind::kBare)) actions.push_back(ToggleKeys{});
  const float top = pen.y() + std::round((height - look.pitch(ui::Type::kBodyBold)) / 2);
  pen.label(ui::Type::kBodyBold, pen.theme().ink, text(model::Text::kKeysTitle, language), {pen.x(), top},
            pen.width() - width);
  pen.skip_pixels(height);
}

void draw_row(ui::Look& look, const model::KeyRow& row, const ui::Box& box, Actions& actions) {
  const ui::Theme& theme = look.theme;
  const bool list = row.command == model::Command::kKeys;
  if (row.does && !list) {
    const ui::Hit hit = ui::press(absl::StrCat("key ", static_cast<int>(row.command)), box);
    if (hit.hovered) {
      const ui::Colour tint = theme.tints ? mix(theme.paper, theme.accent, hit.held ? 0.18 : 0.08) : theme.card;
      ui::draw_frame(*ImGui::GetWindowDrawList(), look, box, tint, theme.tints ? tint : theme.ink, look.px(6));
    }
    if (hit.clicked) actions.push_back(RunCommand{row.command});
  }
  ui::Pen pen(look, box.low, box.width(), true);
  const float padding = look.px(kPadding);
  const float top = std::round(box.centre().y - look.pitch(ui::Type::kSmall) / 2);
  const float most = std::floor(box.width() / 2) - padding;
  const float chord = std::min(std::ceil(ui::text_width(look, ui::Type::kSmall, row.chord)) + 1, most);
  const ui::Colour quiet = row.trouble ? theme.warm : theme.soft;
  pen.label(ui::Type::kSmall, quiet, row.chord, {box.high.x - padding - chord, top}, chord);
  pen.label(ui::Type::kSmall, row.does ? theme.ink : theme.soft, row.label, {box.low.x + padding, top},
            box.width() - chord - 3 * padding);
}

}  // namespace

void draw_key_list(ui::Look& look, const model::KeysModel& keys, const ui::Box& box, model::Language language,
                   Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  write_title(pen, language, actions);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, text(model::Text::kKeysHelp, language));
  pen.skip(8);
  // Rather tight than a line too few.
  const auto count = static_cast<float>(std::max<std::size_t>(1, keys.rows.size()));
  const float row = std::min(look.text_px(kRow), std::floor((box.high.y - pen.y()) / count));
  const float inset = look.px(kPadding);
  for (const model::KeyRow& each : keys.rows) {
    draw_row(look, each, {{box.low.x - inset, pen.y()}, {box.high.x + inset, pen.y() + row}}, actions);
    pen.skip_pixels(row);
  }
}

void write_note(ui::Pen& pen, const std::string& note) {
  if (note.empty()) return;
  pen.paragraph(ui::Type::kSmall, pen.theme().ink, note, 3);
  pen.skip(8);
}

void draw_click_through_edge(ui::Look& look) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = ui::to_u32(look.theme.tints ? look.theme.accent : look.theme.ink);
  const float band = 2 * look.outline();
  const float dash = look.px(kDash);
  for (float x = 0; x < size.x; x += 2 * dash) {
    list.AddRectFilled({x, 0}, {std::min(x + dash, size.x), band}, colour);
    list.AddRectFilled({x, size.y - band}, {std::min(x + dash, size.x), size.y}, colour);
  }
  for (float y = 0; y < size.y; y += 2 * dash) {
    list.AddRectFilled({0, y}, {band, std::min(y + dash, size.y)}, colour);
    list.AddRectFilled({size.x - band, y}, {size.x, std::min(y + dash, size.y)}, colour);
  }
}

}  // namespace aandacht::overlay
