#include "client/ui/text_keys.h"

#include <algorithm>
#include <string>

#include "client/render/imgui_compat.h"

namespace aandacht::ui {
namespace {

using render::Key;

Key letter(char c) { return static_cast<Key>(static_cast<int>(Key::kA) + (c - 'A')); }

bool pressed(Key key) { return render::key_pressed(key, true); }

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

void type(TextEdit& edit) {
  ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl && !io.KeyAlt) return;
  for (const ImWchar code : io.InputQueueCharacters) {
    std::string typed;
    append_utf8(typed, code);
    edit.insert(typed);
  }
  io.InputQueueCharacters.resize(0);
}

void copy(const TextEdit& edit) {
  if (edit.has_selection()) ImGui::SetClipboardText(std::string(edit.selected()).c_str());
}

void take_commands(TextEdit& edit) {
  if (pressed(letter('A'))) edit.select_all();
  if (pressed(letter('C'))) copy(edit);
  if (pressed(letter('X')) && edit.has_selection()) {
    copy(edit);
    edit.erase_before(false);
  }
  if (pressed(letter('V'))) {
    const char* text = ImGui::GetClipboardText();
    if (text != nullptr) edit.insert(text);
  }
  const bool shift = ImGui::GetIO().KeyShift;
  if (pressed(letter('Z'))) static_cast<void>(shift ? edit.redo() : edit.undo());
  if (pressed(letter('Y'))) static_cast<void>(edit.redo());
}

/// Lines are those of the frame before, which is what is seen.
void move_by_lines(const Look& look, Type type, TextArea& area, int lines, bool select) {
  TextEdit& edit = area.edit;
  const std::string& text = edit.text();
  const std::size_t at = line_at(area.lines, edit.caret());
  const TextLine& line = area.lines[at];
  if (area.kept_x < 0) {
    area.kept_x = text_width(look, type, std::string_view(text).substr(line.begin, edit.caret() - line.begin));
  }
  const int wanted = static_cast<int>(at) + lines;
  if (wanted < 0) return edit.move_to(0, select);
  if (wanted >= static_cast<int>(area.lines.size())) return edit.move_to(text.size(), select);
  const TextLine& there = area.lines[static_cast<std::size_t>(wanted)];
  std::size_t place = byte_at(look, type, text, there, area.kept_x);
  // The end of a wrapped line is the begin of the next one.
  if (place == there.end && place > there.begin && static_cast<std::size_t>(wanted) + 1 < area.lines.size() &&
      area.lines[static_cast<std::size_t>(wanted) + 1].begin == place) {
    edit.move_to(place, select);
    edit.left(false, select);
    return;
  }
  edit.move_to(place, select);
}

void move_in_line(TextArea& area, bool to_end, bool all, bool select) {
  TextEdit& edit = area.edit;
  if (all) return edit.move_to(to_end ? edit.text().size() : 0, select);
  const std::size_t at = line_at(area.lines, edit.caret());
  std::size_t place = to_end ? area.lines[at].end : area.lines[at].begin;
  const bool wrapped = to_end && at + 1 < area.lines.size() && area.lines[at + 1].begin == place;
  edit.move_to(place, select);
  if (wrapped && place > area.lines[at].begin) edit.left(false, select);
}

void move(const Look& look, Type type, TextArea& area, int page) {
  TextEdit& edit = area.edit;
  const bool select = ImGui::GetIO().KeyShift;
  const bool ctrl = ImGui::GetIO().KeyCtrl;
  const std::size_t before = edit.caret();
  if (pressed(Key::kLeft)) edit.left(ctrl, select);
  if (pressed(Key::kRight)) edit.right(ctrl, select);
  if (pressed(Key::kHome)) move_in_line(area, false, ctrl, select);
  if (pressed(Key::kEnd)) move_in_line(area, true, ctrl, select);
  if (edit.caret() != before) area.kept_x = -1;
  if (edit.one_line() || area.lines.empty()) return;
  if (pressed(Key::kUp)) move_by_lines(look, type, area, -1, select);
  if (pressed(Key::kDown)) move_by_lines(look, type, area, 1, select);
  if (pressed(Key::kPageUp)) move_by_lines(look, type, area, -page, select);
  if (pressed(Key::kPageDown)) move_by_lines(look, type, area, page, select);
}

bool press_enter(TextEdit& edit) {
  if (!pressed(Key::kEnter) && !pressed(Key::kKeypadEnter)) return false;
  if (edit.one_line() || ImGui::GetIO().KeyCtrl) return true;
  edit.insert("\n");
  return false;
}

}  // namespace

TextEvent take_text_keys(const Look& look, Type type_, TextArea& area, int visible_lines) {
  TextEvent event;
  TextEdit& edit = area.edit;
  const std::string before = edit.text();
  const std::size_t caret = edit.caret();
  const bool ctrl = ImGui::GetIO().KeyCtrl;
  move(look, type_, area, std::max(1, visible_lines - 1));
  type(edit);
  if (pressed(Key::kBackspace)) edit.erase_before(ctrl);
  if (pressed(Key::kDelete)) edit.erase_after(ctrl);
  event.entered = press_enter(edit);
  if (ctrl && !ImGui::GetIO().KeyAlt) take_commands(edit);
  event.escaped = render::key_pressed(Key::kEscape);
  event.changed = edit.text() != before;
  if (event.changed) area.kept_x = -1;
  if (event.changed || edit.caret() != caret) area.follow_caret = true;
  return event;
}

}  // namespace aandacht::ui
