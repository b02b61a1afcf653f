#include "client/supervisor/shell_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/render/imgui_compat.h"
#include "client/supervisor/shell_banner_view.h"
#include "client/ui/button.h"
#include "client/ui/pen.h"

namespace aandacht::supervisor {
namespace {

using render::Key;

constexpr float kListWidth = 200;
constexpr float kEntryHeight = 44;
constexpr float kMargin = 32;
constexpr float kTop = 24;
constexpr float kNothingWidth = 560;

constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground;

Key digit(int number) { return static_cast<Key>(static_cast<int>(Key::k0) + number); }

void go_on(const model::ShellModel& model, int step, std::vector<ShellAction>& actions) {
  const auto shown = std::find_if(model.entries.begin(), model.entries.end(), [](const auto& e) { return e.shown; });
  if (shown == model.entries.end()) return;
  const auto count = static_cast<int>(model.entries.size());
  const int next = (static_cast<int>(shown - model.entries.begin()) + step + count) % count;
  actions.emplace_back(ShowPage{model.entries[static_cast<std::size_t>(next)].page});
}

void take_keys(const model::ShellModel& model, std::vector<ShellAction>& actions) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl || io.KeyAlt) return;
  if (render::key_pressed(Key::kTab, true)) go_on(model, io.KeyShift ? -1 : 1, actions);
  for (const model::ShellEntry& entry : model.entries) {
    const int number = entry.page == model::PageName::kSettings ? 0 : static_cast<int>(entry.page) + 1;
    if (render::key_pressed(digit(number))) actions.emplace_back(ShowPage{entry.page});
  }
}

void draw_badge(ui::Look& look, const std::string& words, const ui::Box& entry) {
  const float width = std::max(look.px(24), ui::text_width(look, ui::Type::kSmallBold, words) + look.px(14));
  const float high = look.px(24);
  const float right = entry.high.x - look.px(12);
  const float top = std::round(entry.centre().y - high / 2);
  const ui::Theme& theme = look.theme;
  const ui::Colour fill = theme.tints ? ui::mix(theme.paper, theme.warm, 0.14) : theme.paper;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ui::draw_frame(list, look, {{right - width, top}, {right, top + high}}, fill, theme.tints ? fill : theme.ink,
                 high / 2);
  const float left = right - width + (width - ui::text_width(look, ui::Type::kSmallBold, words)) / 2;
  ui::draw_line(list, look, ui::Type::kSmallBold, theme.warm,
                {left, top + (high - look.pitch(ui::Type::kSmallBold)) / 2}, words);
}

void write_entry(ui::Pen& pen, const model::ShellEntry& entry, std::vector<ShellAction>& actions) {
  ui::Look& look = pen.look();
  const ui::Theme& theme = look.theme;
  const ui::Box box{{pen.x(), pen.y()}, {pen.right(), pen.y() + look.px(kEntryHeight)}};
  const ui::Hit hit = ui::press(absl::StrCat("page-", static_cast<int>(entry.page)), box);
  if (hit.clicked) actions.emplace_back(ShowPage{entry.page});
  if (entry.shown) {
    ui::draw_frame(pen.list(), look, box, theme.card, theme.tints ? theme.line : theme.ink, look.px(8));
  } else if (hit.hovered) {
    ui::draw_frame(pen.list(), look, box, theme.tints ? ui::mix(theme.paper, theme.accent, 0.08) : theme.paper,
                   theme.tints ? ui::mix(theme.paper, theme.accent, 0.08) : theme.ink, look.px(8));
  }
  const ui::Type type = entry.shown ? ui::Type::kBodyBold : ui::Type::kBody;
  const float left = box.low.x + look.px(16);
  const float room = box.high.x - left - look.px(entry.badge.empty() ? 12 : 52);
  pen.label(type, entry.shown ? theme.ink : theme.accent, entry.title,
            {left, std::round(box.centre().y - look.pitch(type) / 2)}, room);
  if (!entry.badge.empty()) draw_badge(look, entry.badge, box);
  if (hit.hovered) ui::draw_tooltip(look, absl::StrCat(entry.title, "\n", entry.key));
  pen.skip_pixels(box.height());
  pen.skip(4);
}

/// From the bottom up: the connection, and who is here.
void write_foot(ui::Look& look, const model::ShellModel& model, ShellMemory& memory, float left, float width,
                float bottom) {
  const float pitch = look.pitch(ui::Type::kSmall);
  const float top = bottom - (model.me.empty() ? 1 : 2) * pitch;
  ui::Pen pen(look, {left, top}, width, true);
  if (!model.me.empty()) pen.line(ui::Type::kSmall, look.theme.ink, model.me);
  const float dot = look.px(10);
  const ImVec2 centre{left + dot / 2, std::round(pen.y() + pitch / 2)};
  if (model.well) {
    pen.list().AddCircleFilled(centre, dot / 2, ui::to_u32(look.theme.good), 24);
  } else {
    ui::draw_ring(pen.list(), centre, dot / 2, std::max(1.5F, look.px(2)), look.theme.warm, look.theme.paper);
  }
  const ui::Box line{{left, pen.y()}, {left + width, pen.y() + pitch}};
  pen.line(ui::Type::kSmall, model.well ? look.theme.soft : look.theme.warm, model.status, look.px(18));
  if (is_trouble_hidden(model, memory) && ui::press("status", line).clicked) memory.hidden_trouble.clear();
  if (!ui::rests_on(line)) return;
  if (is_trouble_hidden(model, memory)) {
    ui::draw_tooltip(look, absl::StrCat(model.trouble, "\n", model.what_to_do));
  } else if (!model.server.empty()) {
    ui::draw_tooltip(look, model.server);
  }
}

void draw_list(const model::ShellModel& model, ui::Look& look, ImVec2 size, ShellMemory& memory,
               std::vector<ShellAction>& actions) {
  const float inset = look.px(12);
  ui::Pen pen(look, {inset, look.px(kTop)}, look.px(kListWidth) - 2 * inset, true);
  pen.line(ui::Type::kSay, look.theme.ink, "Aandacht", look.px(16));
  pen.skip(20);
  for (const model::ShellEntry& entry : model.entries) write_entry(pen, entry, actions);
  write_foot(look, model, memory, inset + look.px(16), pen.width() - look.px(16), size.y - look.px(20));
  const float edge = look.px(kListWidth);
  pen.list().AddRectFilled({edge, 0}, {edge + look.outline(), size.y}, ui::to_u32(look.theme.line));
}

/// Why the page is not there.
void write_nothing(ui::Look& look, const model::ShellModel& model, const ui::Box& place) {
  ui::Pen pen(look, place.low, std::min(place.width(), look.text_px(kNothingWidth)), true);
  for (const model::ShellEntry& entry : model.entries) {
    if (entry.shown) pen.paragraph(ui::Type::kSay, look.theme.ink, entry.title);
  }
  pen.skip(24);
  pen.paragraph(ui::Type::kBodyBold, look.theme.ink, model.nothing_title);
  pen.skip(4);
  pen.paragraph(ui::Type::kBody, look.theme.soft, model.nothing_why);
}

void draw_page(ui::Look& look, model::Language language, const ShellMoment& moment, const ui::Box& place,
               const std::function<void(PageFrame&)>& page) {
  ImGui::SetCursorScreenPos(place.low);
  const ImVec2 size{std::max(1.0F, place.width()), std::max(1.0F, place.height())};
  if (render::begin_child("page", size, false, kBare)) {
    PageFrame frame{look, place.low, size, language, moment.now, moment.zone};
    page(frame);
  }
  ImGui::EndChild();
}

bool begin_window(const char* name) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  return ImGui::Begin(name, nullptr, kBare);
}

}  // namespace

void apply_console_look(const ui::Look& look) {
  ui::apply_look(look);
  // ImGui draws the part that is held 6 pixels narrower than its room.
  ImGui::GetStyle().ScrollbarSize = look.px(6) + 6;
  ImGui::GetStyle().ScrollbarRounding = look.px(3);
}

void draw_shell(const model::ShellModel& model, ui::Look& look, const ShellMoment& moment, ShellMemory& memory,
                std::vector<ShellAction>& actions, const std::function<void(PageFrame&)>& page) {
  take_keys(model, actions);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  if (begin_window("console")) {
    look.focus.set_quiet(true);
    look.focus.begin(true);
    draw_list(model, look, size, memory, actions);
    look.focus.next_group();
    const float left = look.px(kListWidth) + look.px(kMargin);
    const float right = size.x - look.px(kMargin);
    const ui::Box place{{left, look.px(kTop)}, {right, size.y - look.px(16)}};
    if (model.nothing_title.empty()) {
      draw_page(look, model.language, moment, place, page);
    } else {
      write_nothing(look, model, place);
    }
    look.focus.next_group();
    draw_banners(look, model, place, memory, actions);
    look.focus.end(look);
  }
  ImGui::End();
}

void draw_alone(ui::Look& look, model::Language language, const ShellMoment& moment,
                const std::function<void(PageFrame&)>& page) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  if (begin_window("console")) {
    look.focus.set_quiet(true);
    look.focus.begin(true);
    const float margin = look.px(kMargin);
    draw_page(look, language, moment, {{margin, look.px(kTop)}, {size.x - margin, size.y - look.px(16)}}, page);
    look.focus.end(look);
  }
  ImGui::End();
}

}  // namespace aandacht::supervisor
