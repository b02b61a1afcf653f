#include "client/ui/typed_field.h"

#include <algorithm>
#include <cmath>

#include "client/render/imgui_compat.h"
#include "client/ui/shapes.h"
#include "shared/base/utf8.h"

namespace aandacht::ui {
namespace {

constexpr float kInset = 10;

// ImGui selects everything when a field is given the keyboard; typing on would wipe it out.
int keep_unselected(ImGuiInputTextCallbackData* data) {
  int& fresh = *static_cast<int*>(data->UserData);
  if (fresh > 0) {
    --fresh;
    data->CursorPos = data->BufTextLen;
    data->SelectionStart = data->SelectionEnd = data->CursorPos;
  }
  return 0;
}

}  // namespace

void TypedField::open(std::string_view id, std::string_view text) {
  id_ = std::string(id);
  begun_with_ = std::string(base::truncate_utf8(text, text_.size() - 1));
  text_.fill('\0');
  std::copy(begun_with_.begin(), begun_with_.end(), text_.begin());
  fresh_ = 2;
  settling_ = 3;
  active_ = false;
}

bool TypedField::edit(const Look& look, const Box& box) {
  settling_ = std::max(0, settling_ - 1);
  ImGui::PushFont(look.fonts.face(Type::kBody));
  const float height = ImGui::GetFontSize();
  ImGui::SetCursorScreenPos({box.low.x + look.px(kInset), std::round(box.centre().y - height / 2)});
  ImGui::SetNextItemWidth(box.width() - look.px(2 * kInset));
  if (!active_) ImGui::SetKeyboardFocusHere();
  const bool entered = ImGui::InputText("##typed", text_.data(), text_.size(),
                                        ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_EnterReturnsTrue,
                                        keep_unselected, &fresh_);
  const bool left = active_ && !ImGui::IsItemActive();
  active_ = active_ || ImGui::IsItemActive();
  ImGui::PopFont();
  if (render::key_pressed(render::Key::kEscape)) {
    text_.fill('\0');
    std::copy(begun_with_.begin(), begun_with_.end(), text_.begin());
    return true;
  }
  return entered || left;
}

std::string TypedField::close() {
  id_.clear();
  active_ = false;
  return text_.data();
}

}  // namespace aandacht::ui
