#include "client/ui/focus_order.h"

#include <algorithm>
#include <cmath>

#include "client/render/imgui_compat.h"
#include "client/ui/look.h"

namespace aandacht::ui {
namespace {

using render::Key;

FocusOrder*& current_order() {
  static thread_local FocusOrder* order = nullptr;
  return order;
}

ImVec2 middle(const FocusOrder::Place& place) {
  return {(place.low.x + place.high.x) / 2, (place.low.y + place.high.y) / 2};
}

/// Places whose middles are within half their height of each other are one row.
void put_in_reading_order(std::vector<FocusOrder::Place>& places) {
  const auto higher = [](const auto& a, const auto& b) {
    return a.group != b.group ? a.group < b.group : middle(a).y < middle(b).y;
  };
  std::stable_sort(places.begin(), places.end(), higher);
  for (auto row = places.begin(); row != places.end();) {
    const float reach = middle(*row).y + (row->high.y - row->low.y) / 2;
    const auto end = std::find_if(
        row, places.end(), [&](const auto& place) { return place.group != row->group || middle(place).y >= reach; });
    std::stable_sort(row, end, [](const auto& a, const auto& b) { return a.low.x < b.low.x; });
    row = end;
  }
}

int step_asked(bool arrows) {
  if (ImGui::GetIO().KeyCtrl) return 0;
  const bool back = ImGui::GetIO().KeyShift;
  if (render::key_pressed(Key::kTab, true)) return back ? -1 : 1;
  if (!arrows) return 0;
  if (render::key_pressed(Key::kDown, true) || render::key_pressed(Key::kRight, true)) return 1;
  if (render::key_pressed(Key::kUp, true) || render::key_pressed(Key::kLeft, true)) return -1;
  return 0;
}

float distance(ImVec2 a, ImVec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

FocusOrder* FocusOrder::current() { return current_order(); }

void FocusOrder::begin(bool on) {
  if (on && !lent_) focused_.clear();
  lent_ = on;
  preferred_.clear();
  on_ = on && !ImGui::GetIO().WantTextInput;
  if (ImGui::IsMouseClicked(0)) by_keys_ = false;
  arrows_kept_ = keys_kept_ = false;
  group_ = 0;
  presses_ =
      on_ && shown() &&
      (render::key_pressed(Key::kEnter) || render::key_pressed(Key::kKeypadEnter) || render::key_pressed(Key::kSpace));
  left_ = on_ && render::key_pressed(Key::kEscape);
  places_.clear();
  current_order() = this;
}

bool FocusOrder::pressed(std::string_view id, ImVec2 low, ImVec2 high) {
  places_.push_back({std::string(id), low, high, group_});
  return presses_ && id == focused_;
}

void FocusOrder::go_to(std::string_view id) { focused_ = std::string(id); }

void FocusOrder::end(Look& look) {
  current_order() = nullptr;
  if (!on_ || places_.empty()) return;
  put_in_reading_order(places_);
  settle();
  if (const int step = keys_kept_ ? 0 : step_asked(!arrows_kept_); step != 0) move(step);
  const auto on = std::find_if(places_.begin(), places_.end(), [this](const Place& p) { return p.id == focused_; });
  last_ = middle(*on);
  if (!shown() || keys_kept_) return;
  const float out = look.px(3);
  ImGui::GetForegroundDrawList()->AddRect({on->low.x - out, on->low.y - out}, {on->high.x + out, on->high.y + out},
                                          to_u32(look.theme.tints ? look.theme.accent : look.theme.ink), look.px(8), 0,
                                          2 * look.outline());
}

// Where the keyboard was is gone, for instance a card that was answered: it goes on at what lies nearest.
void FocusOrder::settle() {
  const auto here = [this](const Place& place) { return place.id == focused_; };
  if (std::any_of(places_.begin(), places_.end(), here)) return;
  const auto nearest = std::min_element(places_.begin(), places_.end(), [this](const Place& a, const Place& b) {
    return distance(middle(a), last_) < distance(middle(b), last_);
  });
  if (!focused_.empty()) {
    focused_ = nearest->id;
  } else {
    focused_ = preferred_.empty() ? places_.front().id : preferred_;
  }
}

void FocusOrder::move(int step) {
  // The first key shows where the keyboard is.
  if (!shown()) {
    by_keys_ = true;
    return;
  }
  const auto here = [this](const Place& place) { return place.id == focused_; };
  const auto at = std::find_if(places_.begin(), places_.end(), here) - places_.begin();
  const auto count = static_cast<std::ptrdiff_t>(places_.size());
  focused_ = places_[static_cast<std::size_t>((at + step + count) % count)].id;
}

}  // namespace aandacht::ui
