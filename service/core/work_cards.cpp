// What agents do with cards and whys.
#include <algorithm>

#include "service/core/work.h"

namespace aandacht::core {
namespace {

bool shown_lately(const domain::Desk& desk, const std::string& card_id) {
  const auto& shown = desk.shown_card_ids;
  return (desk.card && desk.card->id == card_id) || std::find(shown.begin(), shown.end(), card_id) != shown.end();
}

}  // namespace

absl::StatusOr<Written> write_card_answer(Batch& batch, const AnswerCard& answer) {
  const domain::Desk& desk = batch.seat(answer.agent_id).desk;
  if (batch.knows(answer.event_id)) return Written{desk.version, true};
  if (!shown_lately(desk, answer.card_id)) {
    // An old card: the log knows whether it was ever shown, and nothing is written when it was not.
    const absl::Status known = batch.store().answer_card(answer.agent_id, answer.card_id, answer.answer);
    if (absl::IsNotFound(known))
      return absl::NotFoundError("this desk never showed that card; check agent_id and card_id");
    if (!batch.note(known).ok()) return known;
  }
  const domain::CardAnswerGiven what{answer.card_id, answer.answer};
  absl::Status status = batch.move(answer.agent_id, {answer.event_id, {}, what}, answer.time);
  if (status.ok()) status = batch.note(batch.store().answer_card(answer.agent_id, answer.card_id, answer.answer));
  if (!status.ok()) return status;
  return Written{desk.version, false};
}

absl::StatusOr<Written> write_why_choice(Batch& batch, const ShowWhy& choice) {
  const domain::Desk& desk = batch.seat(choice.agent_id).desk;
  if (batch.knows(choice.event_id)) return Written{desk.version, true};
  if (domain::find_why(batch.library(), choice.why_id) == nullptr) {
    return absl::NotFoundError("no such why; search for it again");
  }
  const domain::WhyChosen what{choice.why_id};
  if (absl::Status status = batch.move(choice.agent_id, {choice.event_id, {}, what}, choice.time); !status.ok())
    return status;
  return Written{desk.version, false};
}

}  // namespace aandacht::core
