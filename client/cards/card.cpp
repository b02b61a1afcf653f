#include "client/cards/card.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/model/strings.h"
#include "client/ui/button.h"

namespace aandacht::cards {
namespace {

constexpr float kPadding = 16;

/// How much of a card is written; 0 lines: nothing of it.
struct Fit {
  ui::Type say = ui::Type::kSay;
  int line_lines = 0;  ///< 0 here: all.
  int detail_lines = 4;
  int evidence_lines = 2;
};

// From all to least. The line to say gives way last, and then line by line.
constexpr std::array kFits{Fit{ui::Type::kSay, 0, 4, 2},      Fit{ui::Type::kSay, 0, 2, 1},
                           Fit{ui::Type::kSay, 0, 0, 1},      Fit{ui::Type::kBodyBold, 0, 2, 1},
                           Fit{ui::Type::kBodyBold, 0, 0, 1}, Fit{ui::Type::kBodyBold, 0, 0, 0}};
constexpr int kMostLines = 12;

void write_caption(ui::Pen& pen, const model::CardModel& card) {
  ui::Look& look = pen.look();
  const float budget = std::ceil(ui::text_width(look, ui::Type::kSmall, card.budget));
  const float room = pen.width() - (budget > 0 ? budget + look.px(12) : 0);
  const ImVec2 right{pen.right() - budget, pen.y()};
  pen.label(ui::Type::kSmall, pen.theme().soft, card.budget, right, budget + 1);
  if (pen.draws() && budget > 0 && ui::rests_on({right, {pen.right(), pen.y() + look.pitch(ui::Type::kSmall)}})) {
    ui::draw_tooltip(look, card.budget_tooltip);
  }
  ui::Pen words(look, {pen.x(), pen.y()}, room, pen.draws());
  words.paragraph(ui::Type::kSmallBold, pen.theme().soft, card.caption, 3);
  pen.skip_pixels(words.height());
}

void write_evidence(ui::Pen& pen, const model::CardModel& card, int lines) {
  if (card.evidence.empty() || lines == 0) return;
  pen.skip(8);
  const float top = pen.y();
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, card.evidence, lines);
  if (pen.draws() && ui::rests_on({{pen.x(), top}, {pen.right(), pen.y()}})) {
    ui::draw_tooltip(pen.look(), card.evidence + "\n" + card.evidence_tooltip);
  }
}

void write_words(ui::Pen& pen, const model::CardModel& card, const Fit& fit) {
  write_caption(pen, card);
  pen.skip(8);
  if (fit.line_lines == 0) {
    pen.balanced(fit.say, pen.theme().ink, card.line);
  } else {
    pen.paragraph(fit.say, pen.theme().ink, card.line, fit.line_lines);
  }
  if (!card.detail.empty() && fit.detail_lines > 0) {
    pen.skip(8);
    pen.paragraph(ui::Type::kBody, pen.theme().ink, card.detail, fit.detail_lines);
  }
  write_evidence(pen, card, fit.evidence_lines);
}

std::optional<domain::CardAnswer> write_answers(ui::Pen& pen, model::Language language) {
  const std::vector<ui::ButtonLabel> answers{
      {"used", text(model::Text::kUsed, language), ui::ButtonKind::kMain},
      {"not-now", text(model::Text::kNotNow, language), ui::ButtonKind::kPlain},
      {"does-not-fit", text(model::Text::kDoesNotFit, language), ui::ButtonKind::kPlain}};
  constexpr std::array kAnswers{domain::CardAnswer::kUsed, domain::CardAnswer::kNotNow,
                                domain::CardAnswer::kDoesNotFit};
  pen.skip(16);
  const int pressed = ui::draw_buttons(pen, answers);
  if (pressed < 0) return std::nullopt;
  return kAnswers[static_cast<std::size_t>(pressed)];
}

float height_of(ui::Look& look, const model::CardModel& card, const Fit& fit, float width, model::Language language) {
  ui::Pen pen(look, {0, 0}, width - 2 * look.px(kPadding), false);
  pen.skip(kPadding);
  write_words(pen, card, fit);
  static_cast<void>(write_answers(pen, language));
  pen.skip(kPadding);
  return pen.height();
}

Fit fit_of(ui::Look& look, const model::CardModel& card, float width, float room, model::Language language) {
  const auto fits = [&](const Fit& fit) { return height_of(look, card, fit, width, language) <= room; };
  const auto found = std::find_if(kFits.begin(), kFits.end(), fits);
  if (found != kFits.end()) return *found;
  Fit least = kFits.back();
  for (least.line_lines = kMostLines; least.line_lines > 1 && !fits(least); --least.line_lines) {
  }
  return least;
}

}  // namespace

std::optional<domain::CardAnswer> write_card(ui::Pen& pen, const model::CardModel& card, float bottom,
                                             model::Language language) {
  ui::Look& look = pen.look();
  const Fit fit = fit_of(look, card, pen.width(), bottom - pen.y(), language);
  const float height = height_of(look, card, fit, pen.width(), language);
  if (pen.draws()) {
    ui::draw_frame(pen.list(), look, {{pen.x(), pen.y()}, {pen.right(), pen.y() + height}}, pen.theme().card,
                   pen.theme().line, look.px(8));
  }
  ui::Pen inside(look, {pen.x() + look.px(kPadding), pen.y() + look.px(kPadding)}, pen.width() - 2 * look.px(kPadding),
                 pen.draws());
  write_words(inside, card, fit);
  const std::optional<domain::CardAnswer> answer = write_answers(inside, language);
  pen.skip_pixels(height);
  return answer;
}

}  // namespace aandacht::cards
