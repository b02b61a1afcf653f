// A reset before it begins.
#include <algorithm>
#include <cmath>

#include "client/overlay/own_views.h"
#include "client/ui/button.h"
#include "client/ui/controls.h"
#include "client/ui/scale_row.h"

namespace aandacht::overlay {
namespace {

/// What gives way in a low window.
struct Parts {
  bool keys = true;
  bool fullness = true;
};

/// As much room as the longest price takes, so that another length moves nothing.
void write_price(ui::Pen& pen, const model::OfferModel& offer) {
  float highest = 0;
  for (const model::LengthChoice& choice : offer.lengths) {
    if (choice.price.empty()) continue;
    ui::Pen measure(pen.look(), {0, 0}, pen.width(), false);
    measure.paragraph(ui::Type::kSmall, pen.theme().ink, choice.price);
    highest = std::max(highest, measure.height());
  }
  if (highest <= 0) return;
  pen.skip(8);
  ui::Pen price(pen.look(), {pen.x(), pen.y()}, pen.width(), pen.draws());
  const std::string& words = offer.lengths[offer.chosen].price;
  if (!words.empty()) price.paragraph(ui::Type::kSmall, pen.theme().ink, words);
  pen.skip_pixels(highest);
}

void write_lengths(ui::Pen& pen, const model::OfferModel& offer, Actions& actions) {
  std::vector<std::string> labels;
  for (const model::LengthChoice& choice : offer.lengths) labels.push_back(choice.label);
  const int pressed = ui::draw_choices(pen, "length", labels, static_cast<int>(offer.chosen));
  if (pressed >= 0) actions.push_back(ChooseResetLength{static_cast<std::size_t>(pressed)});
}

void write_answers(ui::Pen& pen, const model::OfferModel& offer, Actions& actions) {
  const int pressed = ui::draw_buttons(
      pen, {{"begin reset", offer.begin, ui::ButtonKind::kMain}, {"no reset", offer.decline, ui::ButtonKind::kPlain}});
  if (pressed == 0) actions.push_back(BeginReset{offer.lengths[offer.chosen].begin});
  if (pressed != 1) return;
  if (offer.turned_down) {
    actions.push_back(ActForOneself{*offer.turned_down});
  } else {
    actions.push_back(ToggleAskReset{});
  }
}

void write_offer(ui::Pen& pen, const model::OverlayModel& model, const model::OfferModel& offer, const Parts& parts,
                 Actions& actions) {
  const ui::Theme& theme = pen.theme();
  pen.balanced(ui::Type::kSay, theme.ink, offer.title);
  if (!offer.reason.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kBody, theme.warm, offer.reason);
  }
  pen.skip(20);
  write_lengths(pen, offer, actions);
  write_price(pen, offer);
  if (parts.fullness && offer.fullness) {
    pen.skip(24);
    write_fullness(pen, *offer.fullness, actions);
  }
  pen.skip(24);
  write_answers(pen, offer, actions);
  if (parts.keys && offer.turned_down) write_reset_keys(pen, model.keys, model::Text::kOfferKeys, model.language);
}

/// Words, and at their right what ends what they say; under them where there is no room.
void write_ending(ui::Pen& pen, const char* id, const std::string& said, const std::string& label,
                  const domain::OwnAct& act, Actions& actions) {
  ui::Look& look = pen.look();
  const float width = std::ceil(ui::text_width(look, ui::Type::kSmall, label)) + 2 * look.px(10);
  const float words = ui::text_width(look, ui::Type::kSmall, said);
  const float height = std::max(look.px(32), look.pitch(ui::Type::kSmall));
  const bool beside = words + width <= pen.width();
  if (!beside) pen.paragraph(ui::Type::kSmall, pen.theme().ink, said);
  if (pen.draws()) {
    const ui::Box box{{pen.right() - width, pen.y()}, {pen.right(), pen.y() + height}};
    if (ui::draw_button(look, id, label, box, ui::ButtonKind::kBare)) actions.push_back(ActForOneself{act});
    const float top = pen.y() + std::round((height - look.pitch(ui::Type::kSmall)) / 2);
    if (beside) pen.label(ui::Type::kSmall, pen.theme().ink, said, {pen.x(), top}, pen.width() - width);
  }
  pen.skip_pixels(height);
}

}  // namespace

void write_running_line(ui::Pen& pen, const model::RunningReset& runs, Actions& actions) {
  write_ending(pen, "stop reset", runs.behind, runs.stop, runs.end, actions);
  pen.skip(8);
}

void write_fullness(ui::Pen& pen, const model::FullnessModel& fullness, Actions& actions) {
  pen.paragraph(ui::Type::kBody, pen.theme().ink, fullness.question);
  pen.skip(8);
  const int pressed = ui::draw_scale(pen, "fullness", 5, fullness.told);
  if (pressed > 0) actions.push_back(ActForOneself{domain::FullnessTold{fullness.reset_id, fullness.after, pressed}});
  pen.skip(8);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft, fullness.help);
}

void write_reset_keys(ui::Pen& pen, const model::KeysModel& keys, model::Text words, model::Language language) {
  constexpr auto kReset = static_cast<std::size_t>(model::Command::kReset);
  constexpr auto kEnd = static_cast<std::size_t>(model::Command::kEndReset);
  if (keys.rows.size() <= kEnd || !keys.rows[kReset].held || !keys.rows[kEnd].held) return;
  pen.skip(8);
  pen.paragraph(ui::Type::kSmall, pen.theme().soft,
                fill(words, language, keys.rows[kReset].chord, keys.rows[kEnd].chord));
}

void draw_offer(ui::Look& look, const model::OverlayModel& model, const model::OfferModel& offer, const ui::Box& box,
                Actions& actions) {
  Actions none;
  Parts parts;
  const auto height = [&] {
    ui::Pen measure(look, box.low, box.width(), false);
    write_offer(measure, model, offer, parts, none);
    return measure.height();
  };
  if (height() > box.height()) parts.keys = false;
  if (height() > box.height()) parts.fullness = false;
  const float top = box.low.y + std::floor(std::max(0.0F, box.height() - height()) * 0.4F);
  ui::Pen pen(look, {box.low.x, top}, box.width(), true);
  write_offer(pen, model, offer, parts, actions);
}

void write_ask_later(ui::Pen& pen, const model::RestModel& rest, model::Language language, Actions& actions) {
  if (rest.asked) {
    pen.skip(8);
    write_ending(pen, "take back", rest.asked->words, rest.asked->take_back, rest.asked->act, actions);
  } else if (rest.ask_later) {
    pen.skip(8);
    if (ui::draw_buttons(pen, {{"ask later", text(model::Text::kAskResetLater, language), ui::ButtonKind::kBare}}) ==
        0) {
      actions.push_back(ActForOneself{*rest.ask_later});
    }
  }
}

}  // namespace aandacht::overlay
