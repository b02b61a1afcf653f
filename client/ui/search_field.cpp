#include "client/ui/search_field.h"

#include <algorithm>
#include <cmath>

#include "client/render/imgui_compat.h"
#include "client/ui/hit.h"
#include "client/ui/text.h"
#include "shared/base/utf8.h"

namespace aandacht::ui {
namespace {

constexpr float kTextInset = 40;

void open_with(FieldMemory& memory, const std::string& text) {
  memory.text.fill('\0');
  const std::string_view fitting = base::truncate_utf8(text, memory.text.size() - 1);
  std::copy(fitting.begin(), fitting.end(), memory.text.begin());
  memory.chosen = 0;
  memory.fresh = 2;
}

void draw_shell(Look& look, const Box& box, bool open, bool hovered) {
  const Theme& theme = look.theme;
  const Colour outline = open ? theme.accent : mix(theme.line, theme.accent, hovered && theme.tints ? 0.5 : 0.0);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_frame(list, look, box, theme.card, outline, look.px(8));
  draw_magnifier(list, look, {box.low.x + look.px(22), box.centre().y}, look.px(18), theme.accent, theme.card);
}

// ImGui selects everything when a field is given the keyboard; typing on would wipe it out.
int keep_unselected(ImGuiInputTextCallbackData* data) {
  auto* memory = static_cast<FieldMemory*>(data->UserData);
  if (memory->fresh > 0) {
    --memory->fresh;
    data->CursorPos = data->BufTextLen;
    data->SelectionStart = data->SelectionEnd = data->CursorPos;
  }
  return 0;
}

FieldEvent draw_open(Look& look, const Box& box, std::string_view hint) {
  FieldMemory& memory = look.search;
  FieldEvent event;
  ImGui::PushFont(look.fonts.face(Type::kBody));
  const float height = ImGui::GetFontSize();
  ImGui::SetCursorScreenPos({box.low.x + look.px(kTextInset), std::round(box.centre().y - height / 2)});
  ImGui::SetNextItemWidth(box.width() - look.px(kTextInset + 12));
  if (!memory.was_open) ImGui::SetKeyboardFocusHere();
  const std::string shown_hint(hint);
  event.changed = ImGui::InputTextWithHint("##search", shown_hint.c_str(), memory.text.data(), memory.text.size(),
                                           ImGuiInputTextFlags_CallbackAlways, keep_unselected, &memory);
  const bool typing = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
  ImGui::PopFont();
  event.closed = render::key_pressed(render::Key::kEscape);
  event.submitted =
      typing && (render::key_pressed(render::Key::kEnter) || render::key_pressed(render::Key::kKeypadEnter));
  if (render::key_pressed(render::Key::kUp, true)) event.step = -1;
  if (render::key_pressed(render::Key::kDown, true)) event.step = 1;
  return event;
}

}  // namespace

FieldEvent draw_search_field(Look& look, const Box& box, bool open, const std::string& text, std::string_view hint) {
  FieldMemory& memory = look.search;
  FieldEvent event;
  if (open) {
    if (!memory.was_open) open_with(memory, text);
    draw_shell(look, box, true, false);
    event = draw_open(look, box, hint);
    if (event.changed) memory.chosen = 0;
  } else {
    const Hit hit = press("search", box);
    draw_shell(look, box, false, hit.hovered);
    draw_line(*ImGui::GetWindowDrawList(), look, Type::kBody, look.theme.soft,
              {box.low.x + look.px(kTextInset), box.centre().y - look.pitch(Type::kBody) / 2}, hint);
    event.opened = hit.clicked;
  }
  memory.was_open = open;
  return event;
}

}  // namespace aandacht::ui
