#include <algorithm>
#include <array>
#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/render/imgui_compat.h"
#include "client/ui/button.h"
#include "client/ui/shapes.h"

namespace aandacht::overlay {
namespace {

constexpr float kPadding = 16;

/// How much of a story is to be seen.
struct Fit {
  float portrait = 96;  ///< Pixels of the design.
  ui::Type say = ui::Type::kSay;
  int line_lines = 0;  ///< 0: all.
  int more_lines = 4;  ///< Of each of the two that follow; 0: none of them.
};

// From all to least: the face gives way after the last words about it.
constexpr std::array kFits{Fit{96, ui::Type::kSay, 0, 4},      Fit{72, ui::Type::kSay, 0, 3},
                           Fit{72, ui::Type::kBodyBold, 0, 2}, Fit{48, ui::Type::kBodyBold, 0, 1},
                           Fit{48, ui::Type::kBodyBold, 4, 0}, Fit{48, ui::Type::kBodyBold, 2, 0},
                           Fit{32, ui::Type::kBodyBold, 1, 0}};

void draw_portrait(ui::Pen& pen, const model::CardModel& card, float side) {
  ui::Look& look = pen.look();
  const ui::Box box{{pen.x(), pen.y()}, {pen.x() + side, pen.y() + side}};
  const float rounding = look.px(12);
  if (card.photo != 0) {
    pen.list().AddImageRounded(render::to_texture(card.photo), box.low, box.high, {0, 0}, {1, 1}, IM_COL32_WHITE,
                               rounding);
    return;
  }
  ui::draw_frame(pen.list(), look, box, pen.theme().paper, pen.theme().line, rounding);
  const ui::Type type = ui::Type::kBodyBold;
  const float width = ui::text_width(look, type, card.initials);
  ui::draw_line(pen.list(), look, type, pen.theme().soft,
                {std::round(box.centre().x - width / 2), std::round(box.centre().y - look.pitch(type) / 2)},
                card.initials);
}

/// The face, and beside it whose it is.
void write_who(ui::Pen& pen, const model::CardModel& card, float portrait) {
  ui::Look& look = pen.look();
  const float side = look.px(portrait);
  const float gap = look.px(12);
  ui::Pen words(look, {pen.x() + side + gap, pen.y()}, pen.width() - side - gap, pen.draws());
  words.paragraph(ui::Type::kSmallBold, pen.theme().soft, card.caption, 2);
  words.skip(4);
  words.paragraph(ui::Type::kBodyBold, pen.theme().ink, card.who, 2);
  if (pen.draws()) draw_portrait(pen, card, side);
  pen.skip_pixels(std::max(side, words.height()));
}

void write_words(ui::Pen& pen, const model::CardModel& card, const Fit& fit) {
  write_who(pen, card, fit.portrait);
  pen.skip(12);
  if (fit.line_lines == 0) {
    pen.balanced(fit.say, pen.theme().ink, card.line);
  } else {
    pen.paragraph(fit.say, pen.theme().ink, card.line, fit.line_lines);
  }
  for (const std::string* more : {&card.detail, &card.ending}) {
    if (more->empty() || fit.more_lines == 0) continue;
    pen.skip(8);
    pen.paragraph(ui::Type::kBody, pen.theme().ink, *more, fit.more_lines);
  }
}

void write_answers(ui::Pen& pen, const model::CardModel& card, model::Language language, Actions& actions) {
  const std::vector<ui::ButtonLabel> answers{
      {"read", text(model::Text::kStoryRead, language), ui::ButtonKind::kMain},
      {"does-not-fit", text(model::Text::kStoryNotForMe, language), ui::ButtonKind::kPlain}};
  constexpr std::array kAnswers{domain::CardAnswer::kUsed, domain::CardAnswer::kDoesNotFit};
  pen.skip(16);
  const int pressed = ui::draw_buttons(pen, answers);
  if (pressed >= 0) actions.push_back(AnswerCard{card.id, kAnswers[static_cast<std::size_t>(pressed)]});
}

float height_of(ui::Look& look, const model::CardModel& card, const Fit& fit, float width, model::Language language) {
  ui::Pen pen(look, {0, 0}, width - 2 * look.px(kPadding), false);
  Actions none;
  pen.skip(kPadding);
  write_words(pen, card, fit);
  write_answers(pen, card, language, none);
  pen.skip(kPadding);
  return pen.height();
}

}  // namespace

void write_story(ui::Pen& pen, const model::CardModel& card, float bottom, model::Language language, Actions& actions) {
  ui::Look& look = pen.look();
  const float room = bottom - pen.y();
  const auto found = std::find_if(kFits.begin(), kFits.end(), [&](const Fit& fit) {
    return height_of(look, card, fit, pen.width(), language) <= room;
  });
  const Fit fit = found == kFits.end() ? kFits.back() : *found;
  const float height = height_of(look, card, fit, pen.width(), language);
  if (pen.draws()) {
    ui::draw_frame(pen.list(), look, {{pen.x(), pen.y()}, {pen.right(), pen.y() + height}}, pen.theme().card,
                   pen.theme().line, look.px(8));
  }
  ui::Pen inside(look, {pen.x() + look.px(kPadding), pen.y() + look.px(kPadding)}, pen.width() - 2 * look.px(kPadding),
                 pen.draws());
  write_words(inside, card, fit);
  write_answers(inside, card, language, actions);
  pen.skip_pixels(height);
}

}  // namespace aandacht::overlay
