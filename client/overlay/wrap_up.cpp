#include <cmath>

#include "client/model/strings.h"
#include "client/overlay/views.h"
#include "client/ui/button.h"

namespace aandacht::overlay {
namespace {

struct Counts {
  std::size_t promises = 4;
  std::size_t heard = 4;
};

void write_ending(ui::Pen& pen, const model::WrapUpModel& wrap_up, model::Language language) {
  if (wrap_up.how_it_ended.empty()) return;
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

void write_promised(ui::Pen& pen, const model::WrapUpModel& wrap_up, std::size_t most, model::Language language) {
  pen.line(ui::Type::kSmallBold, pen.theme().soft, text(model::Text::kPromisedHere, language));
  if (wrap_up.promises.empty()) {
    pen.skip(4);
    pen.paragraph(ui::Type::kBody, pen.theme().soft, text(model::Text::kNothingPromised, language));
    return;
  }
  write_promises(pen, wrap_up.promises, most, language);
}

void write_summary(ui::Pen& pen, const model::OverlayModel& model, const Counts& counts) {
  write_promised(pen, *model.wrap_up, counts.promises, model.language);
  if (!model.heard.empty()) {
    pen.skip(16);
    write_heard(pen, model.heard, counts.heard, model.language);
  }
  if (!model.wrap_up->how_it_ended.empty()) pen.skip(16);
  write_ending(pen, *model.wrap_up, model.language);
}

void write_finish(ui::Pen& pen, const model::WrapUpModel& wrap_up, model::Language language, Actions& actions) {
  pen.skip(20);
  if (ui::draw_buttons(pen, {{"finish", text(model::Text::kFinish, language), ui::ButtonKind::kMain}}) == 0) {
    actions.push_back(FinishWrapUp{wrap_up.call_id});
  }
  if (wrap_up.ends.empty()) return;
  pen.skip(8);
  pen.line(ui::Type::kSmall, pen.theme().soft, wrap_up.ends);
}

}  // namespace

void write_wrap_up(ui::Pen& pen, const model::OverlayModel& model, float bottom, Actions& actions) {
  Counts counts;
  Actions none;
  const auto needed = [&] {
    ui::Pen measure(pen.look(), {pen.x(), pen.y()}, pen.width(), false);
    write_summary(measure, model, counts);
    write_finish(measure, *model.wrap_up, model.language, none);
    return measure.y();
  };
  while (needed() > bottom && (counts.heard > 0 || counts.promises > 1)) {
    if (counts.heard > 0) {
      --counts.heard;
    } else {
      --counts.promises;
    }
  }
  write_summary(pen, model, counts);
  write_finish(pen, *model.wrap_up, model.language, actions);
}

}  // namespace aandacht::overlay
