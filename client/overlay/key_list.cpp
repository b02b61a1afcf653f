#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"
#include "client/overlay/own_views.h"

namespace aandacht::overlay {
namespace {

constexpr float kRow = 32;  // At the usual size of text.
constexpr float kPadding = 8;
constexpr float kLeastChord = 40;
constexpr float kDash = 12;

/// Room for a command and its key.
struct Room {
  ui::Box label;
  ui::Box chord;
};

float natural(ui::Look& look, const std::string& words) {
  return std::ceil(ui::text_width(look, ui::Type::kSmall, words)) + 1;
}

bool fits_in_one_line(ui::Look& look, const model::KeyRow& row, float width) {
  return natural(look, row.label) + natural(look, row.chord) + look.px(kPadding) <= width;
}

/// Beside each other: the key at the right, and it gives way first.
Room beside(ui::Look& look, const model::KeyRow& row, const ui::Box& box) {
  const float least = look.px(kLeastChord);
  const float label = std::min(natural(look, row.label), box.width() - least - look.px(kPadding));
  const float chord = std::min(natural(look, row.chord), box.width() - label - look.px(kPadding));
  return {{box.low, {box.low.x + label, box.high.y}}, {{box.high.x - chord, box.low.y}, box.high}};
}

/// The key under its command.
Room beneath(ui::Look& look, const ui::Box& box) {
  const float middle = std::round(box.centre().y);
  const float reach = look.pitch(ui::Type::kSmall);
  return {{{box.low.x, middle - reach}, {box.high.x, middle}}, {{box.low.x, middle}, {box.high.x, middle + reach}}};
}

/// False when they had to be shortened.
bool draw_words(ui::Look& look, const ui::Box& box, ui::Colour colour, const std::string& words) {
  const float top = std::round(box.centre().y - look.pitch(ui::Type::kSmall) / 2);
  const std::string shown = ui::shortened(look, ui::Type::kSmall, words, box.width());
  ui::draw_line(*ImGui::GetWindowDrawList(), look, ui::Type::kSmall, colour, {box.low.x, top}, shown);
  return shown == words;
}

void draw_row(ui::Look& look, const model::KeyRow& row, const ui::Box& box, bool stacked, Actions& actions) {
  const ui::Theme& theme = look.theme;
  const float inset = look.px(kPadding);
  const ui::Box whole{{box.low.x - inset, box.low.y}, {box.high.x + inset, box.high.y}};
  if (row.does && row.command != model::Command::kKeys) {
    const ui::Hit hit = ui::press(absl::StrCat("key ", static_cast<int>(row.command)), whole);
    if (hit.hovered) {
      const ui::Colour tint = theme.tints ? mix(theme.paper, theme.accent, hit.held ? 0.18 : 0.08) : theme.card;
      ui::draw_frame(*ImGui::GetWindowDrawList(), look, whole, tint, theme.tints ? tint : theme.ink, look.px(6));
    }
    if (hit.clicked) actions.push_back(RunCommand{row.command});
  }
  const Room room = stacked ? beneath(look, box) : beside(look, row, box);
  const bool label_whole = draw_words(look, room.label, row.does ? theme.ink : theme.soft, row.label);
  const bool chord_whole = draw_words(look, room.chord, row.trouble ? theme.warm : theme.soft, row.chord);
  if (!(label_whole && chord_whole) && ui::rests_on(whole)) ui::draw_tooltip(look, row.label + "\n" + row.chord);
}

}  // namespace

void draw_key_list(ui::Look& look, const model::KeysModel& keys, const ui::Box& box, model::Language language,
                   Actions& actions) {
  ui::Pen pen(look, box.low, box.width(), true);
  if (write_page_title(pen, "close keys", text(model::Text::kKeysTitle, language), language)) {
    actions.push_back(ToggleKeys{});
  }
  const auto count = static_cast<float>(std::max<std::size_t>(1, keys.rows.size()));
  const auto write_help = [&](ui::Pen& to) {
    to.paragraph(ui::Type::kSmall, to.theme().soft, text(model::Text::kKeysHelp, language));
    to.skip(8);
  };
  ui::Pen measure(look, {pen.x(), pen.y()}, pen.width(), false);
  write_help(measure);
  // In a low window the lines need the room.
  if (box.high.y - measure.y() >= count * look.pitch(ui::Type::kSmall)) write_help(pen);
  const float most = std::floor((box.high.y - pen.y()) / count);
  const float two_lines = 2 * look.pitch(ui::Type::kSmall) + look.px(4);
  const auto wide = [&](const model::KeyRow& row) { return fits_in_one_line(look, row, box.width()); };
  const bool stacked = !std::all_of(keys.rows.begin(), keys.rows.end(), wide) && two_lines <= most;
  // Rather tight than a line too few.
  const float row = std::min(stacked ? two_lines + look.px(4) : look.text_px(kRow), most);
  for (const model::KeyRow& each : keys.rows) {
    draw_row(look, each, {{box.low.x, pen.y()}, {box.high.x, pen.y() + row}}, stacked, actions);
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
