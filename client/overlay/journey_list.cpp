#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/render/imgui_compat.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

constexpr float kPadding = 16;
constexpr float kInset = 24;
constexpr float kDot = 12;
constexpr float kGap = 12;
constexpr float kButton = 32;

/// "vr 13 nov, telefoon, voelde slecht"
std::string circumstances(const model::JourneyDot& dot) {
  std::string out = dot.when;
  if (!dot.channel.empty()) absl::StrAppend(&out, ", ", dot.channel);
  if (!dot.feeling.empty()) absl::StrAppend(&out, ", ", dot.feeling);
  return out;
}

void write_step(ui::Pen& pen, const model::JourneyDot& dot) {
  ui::Look& look = pen.look();
  const float inset = look.px(kInset);
  if (pen.draws()) {
    const ImVec2 centre{pen.x() + look.px(7), pen.y() + std::round(look.pitch(ui::Type::kBody) / 2)};
    if (dot.now) {
      ui::draw_now(pen.list(), look, centre, look.px(kDot) + 1);
    } else {
      ui::draw_feeling(pen.list(), look, dot.felt, centre, look.px(kDot), pen.theme().card);
    }
  }
  pen.paragraph(ui::Type::kBody, pen.theme().ink, dot.what, 0, inset);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, circumstances(dot), 0, inset);
}

/// The latest at the top: it is the one the customer talks about.
void write_steps(ui::Pen& pen, const std::vector<model::JourneyDot>& journey) {
  for (auto dot = journey.rbegin(); dot != journey.rend(); ++dot) {
    if (dot != journey.rbegin()) pen.skip(kGap);
    write_step(pen, *dot);
  }
}

/// Title and the button that closes; returns how high they are.
float draw_head(ui::Look& look, const model::OverlayModel& model, const ui::Box& box, Actions& actions) {
  const std::string label(text(model.card ? model::Text::kCardWaits : model::Text::kSearchClose, model.language));
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmallBold, label)) + 2 * look.px(10);
  const float height = look.px(kButton);
  const float left = box.high.x - width;
  ui::Pen pen(look, box.low, box.width(), true);
  const float top = box.low.y + std::round((height - look.pitch(ui::Type::kSmallBold)) / 2);
  pen.label(ui::Type::kSmallBold, look.theme.soft, text(model::Text::kJourneyTitle, model.language), {box.low.x, top},
            left - look.px(12) - box.low.x);
  const ui::Box button{{left, box.low.y}, {box.high.x, box.low.y + height}};
  if (ui::draw_button(look, "close journey", label, button, ui::ButtonKind::kPlain)) actions.push_back(ToggleJourney{});
  return height;
}

float height_of(ui::Look& look, const std::vector<model::JourneyDot>& journey, float width) {
  ui::Pen pen(look, {0, 0}, width, false);
  write_steps(pen, journey);
  return pen.height();
}

/// Arrows and page keys, for who has the keyboard here.
void scroll_by_keys(ui::Look& look, float page) {
  float by = 0;
  if (render::key_pressed(render::Key::kDown, true)) by += look.pitch(ui::Type::kBody);
  if (render::key_pressed(render::Key::kUp, true)) by -= look.pitch(ui::Type::kBody);
  if (render::key_pressed(render::Key::kPageDown, true)) by += page * 0.8F;
  if (render::key_pressed(render::Key::kPageUp, true)) by -= page * 0.8F;
  if (by != 0) ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by, 0.0F, ImGui::GetScrollMaxY()));
}

}  // namespace

float draw_journey_list(ui::Look& look, const model::OverlayModel& model, const ui::Box& room, Actions& actions) {
  const float padding = look.px(kPadding);
  const float head = look.px(kButton) + look.px(8);
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const float width = room.width() - 2 * padding - bar;
  const float all = height_of(look, model.journey, width);
  const float height = std::min(room.height(), std::ceil(all) + head + 2 * padding);
  const ui::Box frame{room.low, {room.high.x, room.low.y + height}};
  ui::draw_frame(*ImGui::GetWindowDrawList(), look, frame, look.theme.card, look.theme.line, look.px(8));
  const ui::Box inside{{frame.low.x + padding, frame.low.y + padding},
                       {frame.high.x - padding, frame.high.y - padding}};
  draw_head(look, model, inside, actions);
  const ImVec2 at{inside.low.x, inside.low.y + head};
  const ImVec2 size{inside.width() + padding - look.px(4), std::max(1.0F, inside.high.y - at.y)};
  ImGui::SetCursorScreenPos(at);
  if (render::begin_child("journey steps", size, false, ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground)) {
    ui::Pen pen(look, {at.x, at.y - ImGui::GetScrollY()}, width, true);
    write_steps(pen, model.journey);
    // What ImGui has to know to scroll.
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({width, all});
    scroll_by_keys(look, size.y);
  }
  ImGui::EndChild();
  if (render::key_pressed(render::Key::kEscape)) actions.push_back(ToggleJourney{});
  return frame.high.y;
}

}  // namespace aandacht::overlay
