#include "client/supervisor/shell_banner_view.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/pen.h"

namespace aandacht::supervisor {
namespace {

constexpr float kWidth = 760;
constexpr float kNoticeHeight = 56;
constexpr float kButton = 36;
constexpr float kGap = 8;
constexpr float kAbove = 12;  // Of the margin above a page.
constexpr float kLeast = 97;  // Of a page's title and the row below it: no edge of a field shows under it.
constexpr float kMoved = 3;   // Pixels of the screen: a hand that rests moves less.

constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;

float button_width(const ui::Look& look, const std::string& label) {
  return ui::text_width(look, ui::Type::kSmallBold, label) + look.px(24);
}

/// Ends at `right`; moves it to the left of the button.
bool draw_banner_button(ui::Look& look, const char* id, const std::string& label, float& right, float top,
                        const ShellMemory& memory) {
  const float width = button_width(look, label);
  const ui::Box box{{right - width, top}, {right, top + look.px(kButton)}};
  right -= width + look.px(kGap);
  const bool pressed = ui::draw_button(look, id, label, box, ui::ButtonKind::kPlain);
  return pressed && !(memory.pointer_rests && ImGui::IsMouseReleased(ImGuiMouseButton_Left));
}

/// A card above everything at this place.
template <typename Draw>
void draw_above(ui::Look& look, const char* name, const ui::Box& box, ui::Colour outline, Draw draw) {
  ImGui::SetCursorScreenPos(box.low);
  if (render::begin_child(name, {box.width(), box.height()}, false, kBare)) {
    ui::draw_frame(*ImGui::GetWindowDrawList(), look, box, look.theme.card, look.theme.tints ? outline : look.theme.ink,
                   look.px(8));
    draw();
  }
  ImGui::EndChild();
}

void draw_notice(ui::Look& look, const model::ShellModel& model, const ui::Box& box, const ShellMemory& memory,
                 std::vector<ShellAction>& actions) {
  draw_above(look, "notice", box, look.theme.soft, [&] {
    float right = box.high.x - look.px(10);
    const float top = std::round(box.centre().y - look.px(kButton) / 2);
    if (draw_banner_button(look, "close-notice", model.close_notice, right, top, memory))
      actions.emplace_back(CloseNotice{});
    if (!model.undo.empty() && draw_banner_button(look, "undo-notice", model.undo, right, top, memory))
      actions.emplace_back(UndoNotice{});
    const float left = box.low.x + look.px(16);
    ui::Pen(look, box.low, box.width(), true)
        .label(ui::Type::kBody, look.theme.ink, model.notice,
               {left, std::round(box.centre().y - look.pitch(ui::Type::kBody) / 2)}, right - left);
  });
}

/// What happened, what still works, what to do. Returns how high it is, pixels of the screen.
float write_trouble(ui::Look& look, const model::ShellModel& model, ImVec2 at, float width, bool draws) {
  const float beside = button_width(look, model.hide_trouble) + look.px(10 + kGap);
  ui::Pen head(look, {at.x + look.px(16), at.y + look.px(12)}, width - look.px(16) - beside, draws);
  head.paragraph(ui::Type::kBodyBold, look.theme.ink, model.trouble);
  head.paragraph(ui::Type::kSmall, look.theme.ink, model.still_works);
  head.paragraph(ui::Type::kSmall, look.theme.soft, model.what_to_do);
  return head.height() + 2 * look.px(12);
}

void draw_trouble(ui::Look& look, const model::ShellModel& model, const ui::Box& box, ShellMemory& memory) {
  draw_above(look, "trouble", box, look.theme.warm, [&] {
    float right = box.high.x - look.px(10);
    if (draw_banner_button(look, "hide-trouble", model.hide_trouble, right, box.low.y + look.px(10), memory))
      memory.hidden_trouble = model.trouble;
    write_trouble(look, model, box.low, box.width(), true);
  });
}

void follow_pointer(const model::ShellModel& model, ShellMemory& memory) {
  const ImVec2 pointer = ImGui::GetMousePos();
  const std::string shown = absl::StrCat(model.trouble, "\n", model.notice);
  if (memory.banner != shown) {
    memory.banner = shown;
    memory.pointer = pointer;
    memory.pointer_rests = true;
  } else if (std::hypot(pointer.x - memory.pointer.x, pointer.y - memory.pointer.y) > kMoved) {
    memory.pointer_rests = false;
  }
  if (memory.hidden_trouble != model.trouble) memory.hidden_trouble.clear();
}

}  // namespace

void draw_banners(ui::Look& look, const model::ShellModel& model, const ui::Box& place, ShellMemory& memory,
                  std::vector<ShellAction>& actions) {
  follow_pointer(model, memory);
  const float width = std::min(place.width(), look.text_px(kWidth));
  const ui::Box foot{{place.low.x, place.high.y - look.px(kNoticeHeight)}, {place.low.x + width, place.high.y}};
  if (!model.notice.empty()) draw_notice(look, model, foot, memory, actions);
  if (model.trouble.empty() || is_trouble_hidden(model, memory)) return;
  const bool at_head = model.nothing_title.empty();
  const float words = std::ceil(write_trouble(look, model, place.low, width, false));
  const float high = at_head ? std::max(words, look.px(kLeast)) : words;
  // Where the page says why it is not there, at the foot: nothing is to be pressed there.
  const float above_foot = (model.notice.empty() ? place.high.y : foot.low.y - look.px(kGap)) - high;
  const float top = at_head ? std::ceil(place.low.y - look.px(kAbove)) : above_foot;
  draw_trouble(look, model, {{place.low.x, top}, {place.low.x + width, top + high}}, memory);
}

bool is_trouble_hidden(const model::ShellModel& model, const ShellMemory& memory) {
  return !model.trouble.empty() && memory.hidden_trouble == model.trouble;
}

}  // namespace aandacht::supervisor
