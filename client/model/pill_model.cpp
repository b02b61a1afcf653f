#include "client/model/overlay_model.h"
#include "client/model/strings.h"

namespace aandacht::model {
namespace {

PillMark mark_of(const OverlayModel& model) {
  if (model.other && model.other->state == domain::CallState::kRinging) return PillMark::kCall;
  if (model.card) return PillMark::kCard;
  if (model.other) return PillMark::kCall;
  if (model.rest.offer) return PillMark::kOffer;
  // Between calls the words say it.
  const bool kept = model.header && !model.connection.well && !model.connection.kept.empty();
  return kept ? PillMark::kKept : PillMark::kNone;
}

}  // namespace

PillModel make_pill(const OverlayModel& model) {
  PillModel pill;
  pill.screen = model.screen;
  pill.well = model.connection.well;
  pill.mark = mark_of(model);
  if (model.watched) {
    pill.watched = model.watched->pill;
    pill.watched_tooltip = model.watched->tooltip;
  }
  if (model.header) {
    pill.words = model.header->name;
    pill.time = model.header->time;
  } else if (model.rest.runs) {
    pill.words = model.rest.runs->left;
  } else if (model.rest.offer) {
    pill.words = model.rest.offer->title;
  } else if (!model.connection.title.empty()) {
    pill.words = model.connection.text;
  } else {
    pill.words = text(Text::kIdleTitle, model.language);
  }
  return pill;
}

}  // namespace aandacht::model
