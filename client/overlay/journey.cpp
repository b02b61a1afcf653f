#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/render/imgui_compat.h"

namespace aandacht::overlay {
namespace {

constexpr auto kJ = static_cast<render::Key>(static_cast<int>(render::Key::kA) + ('j' - 'a'));
constexpr float kRow = 32;
constexpr float kDot = 12;
constexpr float kStep = 28;

std::string explained(const model::JourneyDot& dot) {
  if (dot.now) return absl::StrCat(dot.what, "\n", dot.when);
  return absl::StrCat(dot.what, "\n", dot.when, dot.channel.empty() ? "" : ", ", dot.channel, "\n", dot.feeling);
}

/// Every step in one note, the latest at the bottom, at most the twelve latest.
std::string story(const std::vector<model::JourneyDot>& journey, model::Language language) {
  constexpr std::size_t kMost = 12;
  std::string out(text(model::Text::kJourney, language));
  const std::size_t first = journey.size() > kMost ? journey.size() - kMost : 0;
  if (first > 0) absl::StrAppend(&out, "\n", fill(model::Text::kJourneyEarlier, language, first));
  for (std::size_t i = first; i < journey.size(); ++i)
    absl::StrAppend(&out, "\n", journey[i].when, ": ", journey[i].what);
  absl::StrAppend(&out, "\n", text(model::Text::kJourneyOpen, language));
  return out;
}

void draw_dot(ui::Pen& pen, const model::JourneyDot& dot, ImVec2 centre) {
  ui::Look& look = pen.look();
  if (dot.now) {
    ui::draw_now(pen.list(), look, centre, look.px(kDot) + 1);
  } else {
    ui::draw_feeling(pen.list(), look, dot.felt, centre, look.px(kDot), pen.theme().paper);
  }
  const float half = std::floor(look.px(kStep) / 2);
  const float high = std::floor(look.px(kRow) / 2);
  const ui::Box box{{centre.x - half, centre.y - high}, {centre.x + half, centre.y + high}};
  if (ui::rests_on(box)) ui::draw_tooltip(look, explained(dot));
}

}  // namespace

void write_journey(ui::Pen& pen, const std::vector<model::JourneyDot>& journey, model::Language language,
                   Actions& actions) {
  if (journey.empty()) return;
  ui::Look& look = pen.look();
  pen.skip(4);
  const std::string caption(text(journey.size() == 1 ? model::Text::kNoJourney : model::Text::kJourney, language));
  const float words = std::ceil(ui::text_width(look, ui::Type::kSmall, caption));
  const float step = look.px(kStep);
  const float room = pen.width() - words - look.px(12) - look.px(kDot);
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(room / step) + 1));
  const std::size_t first = journey.size() > fitting ? journey.size() - fitting : 0;
  if (pen.draws()) {
    const float middle = pen.y() + std::round(look.px(kRow) / 2);
    const float line = look.outline();
    const bool tells = journey.size() > 1;
    const ui::Box row{{pen.x(), pen.y()}, {pen.right(), pen.y() + look.px(kRow)}};
    const bool key = render::key_pressed(kJ) && !ImGui::GetIO().WantTextInput;
    if (tells && (ui::press("journey", row).clicked || key)) actions.push_back(ToggleJourney{});
    float x = pen.x() + std::round(look.px(kDot) / 2);
    for (std::size_t i = first; i < journey.size(); ++i, x += step) {
      if (i + 1 < journey.size()) {
        const float gap = look.px(kDot) / 2 + look.px(2);
        pen.list().AddRectFilled({x + gap, middle - std::floor(line / 2)},
                                 {x + step - gap, middle - std::floor(line / 2) + line},
                                 ui::to_u32(mix(pen.theme().line, pen.theme().soft, 0.35)));
      }
      draw_dot(pen, journey[i], {x, middle});
    }
    const float left = pen.right() - words;
    const float top = middle - look.pitch(ui::Type::kSmall) / 2;
    const ui::Colour colour = tells ? pen.theme().accent : pen.theme().soft;
    ui::draw_line(pen.list(), look, ui::Type::kSmall, colour, {left, std::round(top)}, caption);
    const ui::Box box{{left, pen.y()}, {pen.right(), pen.y() + look.px(kRow)}};
    if (journey.size() > 1 && ui::rests_on(box)) ui::draw_tooltip(look, story(journey, language));
  }
  pen.skip(kRow);
}

}  // namespace aandacht::overlay
