#include "client/ui/choice.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/ascii.h"
#include "client/render/imgui_compat.h"
#include "client/ui/controls.h"
#include "client/ui/focus_order.h"
#include "client/ui/text_edit.h"

namespace aandacht::ui {
namespace {

using render::Key;

constexpr float kHeight = 36;
constexpr float kRow = 34;
constexpr float kInset = 10;
constexpr int kMostRows = 10;

/// Indices of the options that contain what was typed.
std::vector<int> fitting(const std::vector<std::string>& options, const std::string& filter) {
  std::vector<int> fit;
  const std::string wanted = absl::AsciiStrToLower(filter);
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (absl::AsciiStrToLower(options[i]).find(wanted) != std::string::npos) fit.push_back(static_cast<int>(i));
  }
  return fit;
}

void draw_arrow(ImDrawList& list, const Look& look, ImVec2 centre, Colour colour) {
  const float half = look.px(5);
  const float drop = std::round(half * 0.6F);
  list.AddTriangleFilled({centre.x - half, centre.y - drop}, {centre.x + half, centre.y - drop},
                         {centre.x, centre.y + drop}, to_u32(colour));
}

bool draw_folded(Pen& pen, std::string_view id, const std::string* words, std::string_view hint, const Box& box,
                 bool open) {
  Look& look = pen.look();
  const Theme& theme = look.theme;
  const Hit hit = press(id, box);
  follow_keyboard(look, id, box);
  const Colour quiet = theme.tints ? mix(theme.line, theme.accent, hit.hovered ? 0.5 : 0.0) : theme.ink;
  draw_frame(pen.list(), look, box, theme.card, open ? theme.accent : quiet, look.px(6));
  const float arrow = look.px(28);
  const ImVec2 at{box.low.x + look.px(kInset), std::round(box.centre().y - look.pitch(Type::kBody) / 2)};
  pen.label(Type::kBody, words != nullptr ? theme.ink : theme.soft, words != nullptr ? std::string_view(*words) : hint,
            at, box.high.x - arrow - at.x);
  draw_arrow(pen.list(), look, {box.high.x - arrow / 2, std::round(box.centre().y)}, theme.accent);
  const bool down = look.focus.is_on(id) && !open && ImGui::GetIO().KeyAlt && render::key_pressed(Key::kDown);
  return hit.clicked || down;
}

/// What is typed narrows the list.
void take_filter(ChoiceMemory& memory) {
  ImGuiIO& io = ImGui::GetIO();
  TextEdit filter(memory.filter, 60, true);
  if (!io.KeyCtrl) {
    for (const ImWchar code : io.InputQueueCharacters) {
      if (code < 0x80) filter.insert(std::string(1, static_cast<char>(code)));
    }
  }
  if (render::key_pressed(Key::kBackspace, true)) filter.erase_before(io.KeyCtrl);
  if (filter.text() == memory.filter) return;
  memory.filter = filter.text();
  memory.at = 0;
  memory.follow = true;
}

void take_arrows(ChoiceMemory& memory, int count) {
  const auto pressed = [](Key key) { return render::key_pressed(key, true); };
  const int before = memory.at;
  if (pressed(Key::kDown)) ++memory.at;
  if (pressed(Key::kUp)) --memory.at;
  if (pressed(Key::kPageDown)) memory.at += kMostRows - 1;
  if (pressed(Key::kPageUp)) memory.at -= kMostRows - 1;
  if (pressed(Key::kHome)) memory.at = 0;
  if (pressed(Key::kEnd)) memory.at = count - 1;
  memory.at = std::clamp(memory.at, 0, std::max(0, count - 1));
  memory.follow = memory.follow || memory.at != before;
}

void follow(ChoiceMemory& memory, float row) {
  if (!std::exchange(memory.follow, false)) return;
  const float top = row * static_cast<float>(memory.at);
  const float scroll = ImGui::GetScrollY();
  const float high = ImGui::GetWindowHeight();
  if (top < scroll) ImGui::SetScrollY(top);
  if (top + row > scroll + high) ImGui::SetScrollY(top + row - high);
}

/// True when it was pressed.
bool draw_option(Look& look, int index, const std::string& words, const Box& box, bool on, bool chosen) {
  ImGui::SetCursorScreenPos(box.low);
  ImGui::PushID(index);
  const bool pressed = ImGui::InvisibleButton("option", {box.width(), box.height()});
  const bool hovered = ImGui::IsItemHovered();
  ImGui::PopID();
  if (!ImGui::IsItemVisible()) return false;
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool inverted = !theme.tints && on;
  if (on || hovered) {
    const Colour fill = inverted ? theme.ink : mix(theme.card, theme.accent, on ? 0.14 : 0.06);
    list.AddRectFilled(box.low, box.high, to_u32(fill));
  }
  const Type type = chosen ? Type::kBodyBold : Type::kBody;
  const ImVec2 at{box.low.x + look.px(kInset), std::round(box.centre().y - look.pitch(type) / 2)};
  draw_line(list, look, type, inverted ? theme.card : theme.ink, at,
            shortened(look, type, words, box.width() - look.px(2 * kInset)));
  return pressed;
}

/// The option that was taken, or -1.
int draw_options(Look& look, const std::vector<std::string>& options, const std::vector<int>& fit, float width,
                 int chosen) {
  ChoiceMemory& memory = look.choice;
  const float row = look.text_px(kRow);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  int taken = -1;
  for (std::size_t i = 0; i < fit.size(); ++i) {
    const float top = at.y + row * static_cast<float>(i);
    const int index = fit[i];
    const Box box{{at.x, top}, {at.x + width, top + row}};
    if (draw_option(look, index, options[static_cast<std::size_t>(index)], box, static_cast<int>(i) == memory.at,
                    index == chosen)) {
      taken = index;
    }
  }
  follow(memory, row);
  const bool entered = render::key_pressed(Key::kEnter) || render::key_pressed(Key::kKeypadEnter);
  return entered && !fit.empty() ? fit[static_cast<std::size_t>(memory.at)] : taken;
}

struct Place {
  Box box;
  float head = 0;  ///< Height of what was typed.
};

Place place_list(const Look& look, const std::vector<std::string>& options, std::size_t rows, const Box& folded) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  float width = folded.width();
  for (const std::string& option : options) {
    width = std::max(width, text_width(look, Type::kBodyBold, option) + look.px(2 * kInset + 12));
  }
  width = std::min({width, look.px(480), screen.x - look.px(16)});
  Place place;
  place.head = look.choice.filter.empty() ? 0 : look.text_px(kRow);
  const float shown = static_cast<float>(std::clamp(static_cast<int>(rows), 1, kMostRows));
  const float padding = 2 * look.px(4);
  const float high = std::min(look.text_px(kRow) * shown + place.head + padding, screen.y - look.px(16));
  const float left = std::clamp(folded.low.x, look.px(8), std::max(look.px(8), screen.x - look.px(8) - width));
  float top = folded.high.y + look.px(4);
  if (top + high > screen.y - look.px(8)) top = std::max(look.px(8), folded.low.y - look.px(4) - high);
  place.box = {{left, top}, {left + width, top + high}};
  return place;
}

int draw_list(Look& look, const std::string& name, const std::vector<std::string>& options, int chosen,
              const Box& folded) {
  take_filter(look.choice);
  const std::vector<int> fit = fitting(options, look.choice.filter);
  const Place place = place_list(look, options, fit.size(), folded);
  ImGui::SetNextWindowPos(place.box.low);
  ImGui::SetNextWindowSize({place.box.width(), place.box.height()});
  constexpr ImGuiWindowFlags kPlain = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings;
  if (!ImGui::BeginPopup(name.c_str(), kPlain)) return -1;
  take_arrows(look.choice, static_cast<int>(fit.size()));
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_frame(list, look, place.box, theme.card, theme.tints ? theme.accent : theme.ink, look.px(6));
  const float padding = look.px(4);
  if (place.head > 0) {
    draw_line(list, look, Type::kBody, theme.soft,
              {place.box.low.x + look.px(kInset),
               std::round(place.box.low.y + padding + (place.head - look.pitch(Type::kBody)) / 2)},
              look.choice.filter + "…");
  }
  ImGui::SetCursorScreenPos({place.box.low.x + padding, place.box.low.y + padding + place.head});
  int taken = -1;
  const float width = place.box.width() - 2 * padding;
  if (render::begin_child("options", {width, place.box.height() - place.head - 2 * padding}, false,
                          ImGuiWindowFlags_NoNav)) {
    taken = draw_options(look, options, fit, width, chosen);
  }
  ImGui::EndChild();
  if (taken >= 0 || render::key_pressed(Key::kEscape) || render::key_pressed(Key::kTab)) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return taken;
}

}  // namespace

int draw_choice(Pen& pen, std::string_view id, const std::vector<std::string>& options, int chosen,
                std::string_view hint) {
  Look& look = pen.look();
  const float height = std::max(look.px(kHeight), look.pitch(Type::kBody) + look.px(8));
  const Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + height}};
  pen.skip_pixels(height);
  if (!pen.draws()) return -1;
  const std::string name = std::string(id) + "#list";
  const bool open = ImGui::IsPopupOpen(name.c_str());
  const bool known = chosen >= 0 && chosen < static_cast<int>(options.size());
  const bool pressed =
      draw_folded(pen, id, known ? &options[static_cast<std::size_t>(chosen)] : nullptr, hint, box, open);
  if (open) {
    look.focus.keep_keys();
    return draw_list(look, name, options, chosen, box);
  }
  if (!pressed) return -1;
  look.choice = {"", std::max(0, chosen), true};
  look.focus.go_to(id);
  ImGui::OpenPopup(name.c_str());
  return -1;
}

}  // namespace aandacht::ui
