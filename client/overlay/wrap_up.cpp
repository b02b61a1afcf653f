#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/own_views.h"
#include "client/overlay/wrap_up_own.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

/// How much of the call is told again, and of the agent's own part; less in a low window.
struct Counts {
  std::size_t promises = 4;
  std::size_t heard = 4;
  bool ending = true;
  int lines = 3;  ///< Of a promise.
  OwnDetail own;

  /// One step less; false when it is the least.
  bool shrink() {
    if (heard > 0) {
      --heard;
    } else if (promises > 2) {
      --promises;
    } else if (ending) {
      ending = false;
    } else if (!own.tight || own.words) {
      // What was promised to a customer comes before words that the shapes say too.
      (void)own.shrink();
    } else if (promises > 1) {
      --promises;
    } else if (lines > 1) {
      --lines;
    } else {
      return own.shrink();
    }
    return true;
  }
};

void write_ending(ui::Pen& pen, const model::WrapUpModel& wrap_up, model::Language language) {
  ui::Look& look = pen.look();
  pen.line(ui::Type::kSmallBold, pen.theme().soft, text(model::Text::kHowItEnded, language));
  pen.skip(4);
  const float top = pen.y();
  if (pen.draws()) {
    const ImVec2 centre{pen.x() + look.px(6), pen.y() + std::round(look.pitch(ui::Type::kBody) / 2)};
    ui::draw_feeling(pen.list(), look, wrap_up.ended, centre, look.px(12), pen.theme().paper);
  }
  pen.paragraph(ui::Type::kBody, pen.theme().ink, wrap_up.how_it_ended, 3, look.px(20));
  if (pen.draws() && ui::rests_on({{pen.x(), top}, {pen.right(), pen.y()}})) {
    ui::draw_tooltip(look, text(model::Text::kFromTheWords, language));
  }
}

void write_promises_made(ui::Pen& pen, const model::WrapUpModel& wrap_up, const Counts& counts,
                         model::Language language) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, text(model::Text::kPromisedHere, language));
  if (wrap_up.promises.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kBody, pen.theme().soft, text(model::Text::kNothingPromised, language));
    return;
  }
  write_promised(pen, wrap_up.promises, counts.promises, counts.lines, language);
}

void write_summary(ui::Pen& pen, const model::OverlayModel& model, const Counts& counts) {
  write_promises_made(pen, *model.wrap_up, counts, model.language);
  if (!model.heard.empty() && counts.heard > 0) {
    pen.skip(16);
    write_heard(pen, model.heard, counts.heard, model.language);
  }
  if (!counts.ending || model.wrap_up->how_it_ended.empty()) return;
  pen.skip(16);
  write_ending(pen, *model.wrap_up, model.language);
}

void write_own(ui::Pen& pen, const model::WrapUpOwnModel& own, const OwnDetail& detail, Actions& actions) {
  if (detail.questions > 0) pen.skip(detail.tight ? 8 : 16);
  write_three_es(pen, own, detail, actions);
  if (!own.habit || !detail.habit) return;
  pen.skip(detail.tight ? 4 : 12);
  write_habit_row(pen, *own.habit, detail.words, actions);
}

void write_finish(ui::Pen& pen, const model::OverlayModel& model, bool tight, Actions& actions) {
  const model::WrapUpModel& wrap_up = *model.wrap_up;
  const model::Language language = model.language;
  pen.skip(tight ? 12 : 20);
  if (ui::draw_buttons(pen, {{"finish", text(model::Text::kFinish, language), ui::ButtonKind::kMain}}) == 0) {
    actions.push_back(FinishWrapUp{wrap_up.call_id});
  }
  if (!wrap_up.ends.empty()) {
    pen.skip(8);
    pen.line(ui::Type::kSmall, pen.theme().soft, wrap_up.ends);
  }
  write_ask_later(pen, model.rest, language, actions);
}

}  // namespace

void write_wrap_up(ui::Pen& pen, const model::OverlayModel& model, float bottom, Actions& actions) {
  Counts counts;
  Actions none;
  const auto needed = [&] {
    ui::Pen measure(pen.look(), {pen.x(), pen.y()}, pen.width(), false);
    write_summary(measure, model, counts);
    write_own(measure, model.wrap_up->own, counts.own, none);
    write_finish(measure, model, counts.own.tight, none);
    return measure.y();
  };
  while (needed() > bottom && counts.shrink()) {
  }
  write_summary(pen, model, counts);
  write_own(pen, model.wrap_up->own, counts.own, actions);
  write_finish(pen, model, counts.own.tight, actions);
  if (model.keys.has_keyboard) take_experience_keys(model.wrap_up->own, actions);
}

}  // namespace aandacht::overlay
